"""Problems as a reader meets them: each kind is told once, with its first line, not five thousand times."""

from triptych.problem import Problem, Severity


class Report:
    """Collects the problems of one document. It changes as it is filled; `problems` is the outcome."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._found: dict[str, tuple[Problem, int]] = {}

    def add(self, severity: Severity, message: str, line: int, hint: str = "", kind: str = "") -> None:
        """Note a problem; further ones of the same kind (or the same message) are only counted."""
        key = kind or message
        if key in self._found:
            first, count = self._found[key]
            self._found[key] = (first, count + 1)
        else:
            self._found[key] = (Problem(severity, message, self._path, line, hint=hint), 1)

    def problems(self) -> tuple[Problem, ...]:
        """One problem of each kind, by line, with how many more there are."""
        told = [
            Problem(p.severity, f"{p.message} (and {n - 1} more)" if n > 1 else p.message, p.path, p.line, hint=p.hint)
            for p, n in self._found.values()
        ]
        return tuple(sorted(told, key=lambda problem: problem.line))

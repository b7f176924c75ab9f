"""Numbers and colours as SVG has them."""

from collections.abc import Iterable
from functools import lru_cache

from triptych.model.drawing import Operator

FINE = 1000
"""Units an em of outlines: what PDF takes too (ISO 32000-1, 9.2.4)."""
Steps = tuple[tuple[Operator, tuple[float, ...]], ...]


def short(value: float) -> str:
    """A length in points to a hundredth, without what says nothing."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def color(name: str) -> str:
    """RRGGBB as CSS has it."""
    return f"#{name.lower()}"


@lru_cache(maxsize=8192)
def path(steps: Steps) -> str:
    """Outlines in ems as the data of a path in thousandths (SVG 2, 9.3), from each point to the next."""
    out: list[str] = []
    at = begun = (0, 0)
    for operator, numbers in steps:
        if operator == "Z":
            out.append("z")
            at = begun
            continue
        ends = [(round(numbers[k] * FINE), round(numbers[k + 1] * FINE)) for k in range(0, len(numbers), 2)]
        out.append(operator.lower() + _spaced(value for x, y in ends for value in (x - at[0], y - at[1])))
        at = ends[-1]
        begun = at if operator == "M" else begun
    return "".join(out)


def _spaced(values: Iterable[int]) -> str:
    """Numbers in a row; a minus sign parts them as well as a space does."""
    text = ""
    for value in values:
        text += f" {value}" if text and value >= 0 else str(value)
    return text

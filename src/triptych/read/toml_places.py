"""Where in a TOML text its keys stand: the standard library reads values only."""

import re
from collections.abc import Mapping

import msgspec

from triptych.patterns import late

_KEY = late(r"[ \t]*(?:\[[ \t]*)?(?:\"([^\"\n]*)\"|'([^'\n]*)'|([\w-]+))")
_LONG = late(r"\"\"\".*?\"\"\"|'''.*?'''", re.DOTALL)
_AT = late(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class Places(msgspec.Struct, frozen=True):
    """The lines of a TOML text, and for each key of its outermost table the index of its line and its column."""

    lines: tuple[str, ...]
    keys: Mapping[str, tuple[int, int]]

    def of(self, key: str, word: str = "") -> tuple[int, int]:
        """The line and column of a key, or of a word in its value where it is found; (1, 1) if nothing is."""
        if key not in self.keys:
            return 1, 1
        index, column = self.keys[key]
        if word:
            last = min((at for at, _ in self.keys.values() if at > index), default=len(self.lines))
            for at in range(index, last):
                begin = column + len(key) if at == index else 0
                match = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])", re.IGNORECASE).search(
                    self.lines[at], begin
                )
                if match:
                    return at + 1, match.start() + 1
        return index + 1, column + 1


def places_of(text: str) -> Places:
    """Where the keys of the outermost table stand. The text is known to be valid."""
    lines = text.split("\n")
    # What stands in strings of several lines is no key.
    masked = _LONG.sub(lambda match: "\n" * match[0].count("\n"), text).split("\n")
    keys: dict[str, tuple[int, int]] = {}
    inside = False
    for index, line in enumerate(masked):
        match = _KEY.match(line)
        table = line.lstrip().startswith("[") and line.rstrip().endswith("]") and "=" not in line
        if match and (table or ("=" in line and not inside)):
            name = next(part for part in match.groups() if part is not None)
            start = match.end() - len(name) - (0 if match[3] is not None else 1)
            keys.setdefault(name, (index, start))
        inside = inside or table
    return Places(tuple(lines), keys)


def error_place(message: str, text: str) -> tuple[str, int, int]:
    """What a message of tomllib says, and the line and column that it names."""
    match = _AT.search(message)
    reason = message[: match.start()] if match else message
    reason = reason[:1].lower() + reason[1:]
    if match and match[1]:
        return reason, int(match[1]), int(match[2])
    said = text.rstrip("\n")
    return reason, said.count("\n") + 1, len(said) - said.rfind("\n")

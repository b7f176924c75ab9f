"""Abbreviations that the document spells out, `*[HTML]: …`: each use knows its long form, which follows the first."""

import re
from collections.abc import Iterator

import msgspec

from triptych.model import document as doc

_MOST = 300


class Abbreviations(msgspec.Struct):
    """Abbreviations with their long forms; those `left` were not used so far: each is spelled out once."""

    known: dict[str, str] = msgspec.field(default_factory=dict)
    left: dict[str, tuple[str, int]] = msgspec.field(default_factory=dict)
    _pattern: re.Pattern[str] | None = None
    _open: list[str] = msgspec.field(default_factory=list)
    _said: set[str] = msgspec.field(default_factory=set)

    def define(self, found: dict[str, tuple[str, int]]) -> None:
        """Take the long forms, and lines, by abbreviation."""
        self.left = dict(list(found.items())[:_MOST])
        self.known = {name: long for name, (long, _) in self.left.items()}
        if self.left:
            names = sorted(map(re.escape, self.left), key=len, reverse=True)
            self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)")

    def begin(self, long: str) -> None:
        """An abbreviation begins whose long form is said where it is used, as in HTML."""
        self._open.append("" if long in self._said else long)
        self._said.add(long)

    def end(self) -> str:
        """What stands behind the abbreviation that ends: its long form if that was not said before."""
        long = self._open.pop() if self._open else ""
        return f" ({long})" if long else ""

    def spelled_out(self, text: str) -> Iterator[str | doc.Passage]:
        """The text and the abbreviations in it, the long form in parentheses behind each one's first use."""
        at = 0
        for match in self._pattern.finditer(text) if self._pattern else ():
            long = self.known[match[0]]
            yield text[at : match.start()]
            yield doc.Passage((doc.Text(match[0]),), "", long)
            yield f" ({long})" if self.left.pop(match[0], None) else ""
            at = match.end()
        yield text[at:]

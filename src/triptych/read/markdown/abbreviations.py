"""Abbreviations that the document spells out, `*[HTML]: …`: their first use is followed by the long form."""

import re

import msgspec

_MOST = 300


class Abbreviations(msgspec.Struct):
    """The abbreviations not used so far, with their long forms; each is spelled out once."""

    left: dict[str, tuple[str, int]] = msgspec.field(default_factory=dict)
    _pattern: re.Pattern[str] | None = None

    def define(self, found: dict[str, tuple[str, int]]) -> None:
        """Take the long forms, and lines, by abbreviation."""
        self.left = dict(list(found.items())[:_MOST])
        if self.left:
            names = sorted(map(re.escape, self.left), key=len, reverse=True)
            self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)")

    def spelled_out(self, text: str) -> str:
        """The text, with the long form in parentheses behind each abbreviation's first use."""
        return self._pattern.sub(self._first_use, text) if self._pattern and self.left else text

    def _first_use(self, match: re.Match[str]) -> str:
        long = self.left.pop(match[0], ("", 0))[0]
        return f"{match[0]} ({long})" if long else match[0]

"""LaTeX cut into tokens, and the place in them."""

import re

from triptych.patterns import late

_TOKEN = late(r"\\(?:operatorname|hspace|tag)\*|\\[A-Za-z]+|\\.|\\|\s+|.", re.DOTALL)
_FAR = 400
"""Tokens that an optional argument may have: a bracket that is never closed must not be looked for each time."""


class Tokens:
    """The tokens of a formula; joined, they are its source. White space is a token, the end is empty."""

    def __init__(self, latex: str) -> None:
        self._all = _TOKEN.findall(latex)
        self._next = 0
        self.spaced = False  # whether white space stands before the token that comes next

    def peek(self) -> str:
        """The token that comes next."""
        return self._all[self._next] if self._next < len(self._all) else ""

    def take(self) -> str:
        """The next token, which is passed."""
        token = self.peek()
        self._next += 1
        self.spaced = False
        return token

    def skip_space(self) -> str:
        """Pass white space; the token after it."""
        while self.peek().isspace():
            self._next += 1
            self.spaced = True
        return self.peek()

    def rest(self) -> str:
        """All that is still to come, which is passed."""
        text = "".join(self._all[self._next :])
        self._next = len(self._all)
        return text

    def group(self) -> str:
        """The source of the next argument without its braces, which is passed; to the end if it has none."""
        if self.skip_space() != "{":
            return self.take()
        start, depth = self._next + 1, 0
        while token := self.take():
            depth += (token == "{") - (token == "}")
            if depth == 0:
                return "".join(self._all[start : self._next - 1])
        return "".join(self._all[start:])

    def optional(self) -> str | None:
        """The source of an argument in brackets, which is passed, or None if there is none."""
        if self.skip_space() != "[":
            return None
        depth = 0
        for place in range(self._next + 1, min(self._next + _FAR, len(self._all))):
            token = self._all[place]
            if token == "]" and depth == 0:
                found = "".join(self._all[self._next + 1 : place])
                self._next = place + 1
                return found
            depth += (token == "{") - (token == "}")
        return None

    def placement(self) -> None:
        """Pass `[t]`, `[c]` or `[b]`, which says where an environment stands on its line."""
        if "".join(self._all[self._next : self._next + 3]) in ("[t]", "[c]", "[b]"):
            self._next += 3

    def length(self) -> None:
        """Pass a length: a number and the two letters of its unit."""
        self.skip_space()
        while self.peek() and self.peek() in "+-.0123456789":
            self._next += 1
        self.skip_space()
        if len(unit := "".join(self._all[self._next : self._next + 2])) == 2 and unit.isalpha():
            self._next += 2

"""Fenced divisions: `::: name`, `::: {.name #id}`, `::: name Title`, closed by `:::`."""

import re

from markdown_it.rules_block import StateBlock

_FENCE = re.compile(r":{3,}[ \t]*(.*?)[ \t]*:*[ \t]*$")
_OPENING = re.compile(
    r"""(?P<name>[^\W\d][\w-]*)?[ \t]*(?P<braces>\{(?:[^{}"]|"[^"]*")*\})?(?:(?<=[ \t}])[ \t]*(?P<title>\S.*))?"""
)


def division(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line of colons that opens a division or closes the innermost one.

    Both become a token of their own, which the conversion matches: divisions may hold anything and may have
    been left open. The token of an opening has its name, braces and title in `meta`.
    """
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if not state.src.startswith(":::", begin, stop) or state.is_code_block(start):
        return False
    line = state.src[begin:stop].rstrip()
    inside = _FENCE.match(line)
    opening = _OPENING.fullmatch(inside[1]) if inside else None
    if opening is None:
        return False
    if not silent:
        state.line = start + 1
        kind = "div_open" if inside and inside[1] else "div_close"
        token = state.push(kind, "div", 0)
        token.map = [start, state.line]
        token.meta = opening.groupdict("")
    return True

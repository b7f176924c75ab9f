"""Lines that only divide.

Thematic breaks are told by one regular expression: a line of 100,000 hyphens is looked at once, not walked.
"""

from markdown_it.rules_block import StateBlock

from triptych.patterns import late

_BREAK = late(r"([*_-])(?:[ \t]*\1){2,}[ \t]*$")


def thematic_break(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Three or more `*`, `-` or `_` alone on a line (CommonMark 4.1)."""
    if state.is_code_block(start):
        return False
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if begin >= stop or state.src[begin] not in "*-_" or state.src[stop - 1] not in "*-_ \t":
        return False
    if not _BREAK.match(state.src[begin:stop]):
        return False
    if not silent:
        state.line = start + 1
        state.push("hr", "hr", 0).map = [start, state.line]
    return True


def block_end(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A `^` alone on a line, which ends the block above it and shows nothing (kramdown, "EOB marker")."""
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if state.is_code_block(start) or state.src[begin:stop].rstrip() != "^":
        return False
    if not silent:
        state.line = start + 1
    return True

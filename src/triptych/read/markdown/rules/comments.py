"""Comments of Obsidian, which nobody is to see: `%%so%%` in a line, `%%` alone on the lines before and after."""

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from triptych.patterns import late
from triptych.read.markdown.rules.telling import tell

_INLINE = late(r"%%(?!%)(?:[^%]|%(?!%)){1,2000}+%%")
_FARTHEST = 2000
"""Lines that a comment may have."""


def comment_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A comment that begins a line, with all up to its end; one that is never closed is text, and told."""
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if not state.src.startswith("%%", begin, stop) or state.is_code_block(start):
        return False
    last = _last_line(state, begin, start, end)
    if last < 0:
        if "%%" not in state.src[begin + 2 : stop]:
            tell(state.env, start + 1, "never closed: %%", "write %% where the comment ends", "unclosed comment")
        return False
    if not silent:
        state.line = last + 1
        state.push("comment", "", 0).map = [start, state.line]
    return True


def _last_line(state: StateBlock, begin: int, start: int, end: int) -> int:
    """The line that the comment ends, nothing standing behind it; -1 if there is none."""
    for line in range(start, min(end, start + _FARTHEST)):
        stop = state.eMarks[line]
        place = state.src.find("%%", begin + 2 if line == start else state.bMarks[line], stop)
        if place >= 0:
            return line if not state.src[place + 2 : stop].strip() else -1
    return -1


def comment(state: StateInline, silent: bool) -> bool:
    """A comment within a line: nothing."""
    match = _INLINE.match(state.src, state.pos, state.posMax) if state.src.startswith("%%", state.pos) else None
    if match is None:
        return False
    if not silent:
        for _ in range(match[0].count("\n")):
            state.push("softbreak", "br", 0)
    state.pos = match.end()
    return True

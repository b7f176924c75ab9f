"""Headings without the space behind their signs, `##Rain`: CommonMark (4.2) sees text there, nobody means it."""

from markdown_it.rules_block import StateBlock

from triptych.patterns import late
from triptych.read.markdown.rules.telling import tell

_HEADING = late(r"(#{2,6})([^\W_#][^\n]{0,200})$")
_OTHER = late(
    r"(?=[0-9]{0,7}[A-Fa-f])(?=[A-Fa-f]{0,7}[0-9])(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})\s*$|[0-9]{6}\s*$|[^\n]*\s#{1,2}[^\W\d_]"
)
"""What is no heading: a colour, `##FF0000`; several tags in a row, `##rain ##snow`."""


def close_heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The tokens of a heading of the second level or below, alone on its line; that it was taken for one is told.

    A single sign may as well begin a tag, `#biology`.
    """
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    match = _HEADING.match(state.src, begin, stop) if state.src.startswith("##", begin) else None
    if match is None or _OTHER.match(match[2]) or state.is_code_block(start):
        return False
    if not silent:
        title = match[2].rstrip().rstrip("#").rstrip()
        tell(
            state.env,
            start + 1,
            "a heading without a space behind its #",
            f"write {match[1]} {title[:20]}",
            "heading",
        )
        level = len(match[1])
        state.line = start + 1
        token = state.push("heading_open", f"h{level}", 1)
        token.markup, token.map = match[1], [start, state.line]
        inline = state.push("inline", "", 0)
        inline.content, inline.map, inline.children = title, [start, state.line], []
        state.push("heading_close", f"h{level}", -1).markup = match[1]
    return True

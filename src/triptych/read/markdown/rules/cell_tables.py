"""What rules for tables with blocks in their cells share: the token that they make, and where a caption stands."""

from typing import Literal

import msgspec
from markdown_it.rules_block import StateBlock

from triptych.patterns import late

Align = Literal["left", "right", "center"]

_CAPTION = late(r"(?:Table|table)?:[ \t]+(\S.*)")


class Written(msgspec.Struct, frozen=True):
    """A cell as it is written: its lines, the columns and rows that it takes, its line in the source from 0."""

    text: str
    line: int
    columns: int = 1
    rows: int = 1


def push_table(
    state: StateBlock, rows: list[list[Written]], aligns: list[Align], headed: bool, start: int, last: int
) -> None:
    """A `cells_table` token for the lines from `start` up to `last`; a caption below them is taken along."""
    caption, line, last = _caption(state, last)
    token = state.push("cells_table", "table", 0)
    token.map = [start, last]
    token.meta = {"rows": rows, "aligns": aligns, "headed": headed, "caption": caption, "caption line": line}
    state.line = last


def _caption(state: StateBlock, line: int) -> tuple[str, int, int]:
    """`Table: words` or `: words` below a table, after a blank line or none; and the line after it."""
    place = line + 1 if line < state.lineMax and state.isEmpty(line) else line
    if place >= state.lineMax or state.isEmpty(place) or state.sCount[place] < state.blkIndent:
        return "", -1, line
    match = _CAPTION.match(line_of(state, place).strip())
    if match is None:
        return "", -1, line
    words, after = [match[1]], place + 1
    while after < state.lineMax and not state.isEmpty(after) and state.sCount[after] >= state.blkIndent:
        words.append(line_of(state, after).strip())
        after += 1
    return " ".join(words), place, after


def line_of(state: StateBlock, line: int) -> str:
    """A line within its container, its indentation kept."""
    return state.getLines(line, line + 1, state.blkIndent, False)


def columns_wide(text: str) -> str:
    """The text with every wide character as two, so that places in it are columns."""
    if text.isascii():
        return text
    from unicodedata import east_asian_width

    return "".join(f"{character}\x00" if east_asian_width(character) in "WF" else character for character in text)


def narrow(text: str) -> str:
    """The text again, without what stands for the second half of wide characters."""
    return text.replace("\x00", "")

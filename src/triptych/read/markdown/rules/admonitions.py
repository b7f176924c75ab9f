"""Boxes whose content is indented, as in MkDocs: `!!! note "Title"`, `??? tip`, `=== "Tab"`."""

import re

from markdown_it.rules_block import StateBlock

from triptych.model.document import Attributes
from triptych.patterns import late

_OPENING = late(
    r"""(?:(?:!!!|\?\?\?\+?)[ \t]*(?P<name>[^\W\d][\w-]*)(?P<classes>(?:[ \t]+(?!inline\b)[\w-]+)*)
    (?:[ \t]+inline(?:[ \t]+end)?)?
    (?:[ \t]+"(?P<title>.*)")?|===[!+]?[ \t]+"(?P<tab>.+)")[ \t]*""",
    re.VERBOSE,
)


def admonition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A `box_open` token, what is indented by four below it, and a `box_close` token."""
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if not state.src.startswith(("!!!", "???", "==="), begin, stop) or state.is_code_block(start):
        return False
    match = _OPENING.fullmatch(state.src, begin, stop)
    if match is None:
        return False
    if silent:
        return True
    last = _end_of_content(state, start + 1, end)
    token = state.push("box_open", "div", 0)
    token.map = [start, last]
    name = "tab" if match["tab"] else match["name"]
    classes = tuple((match["classes"] or "").split())
    token.meta = {"name": name, "title": match["tab"] or match["title"] or "", "attributes": Attributes("", classes)}
    _read_content(state, start + 1, last)
    state.push("box_close", "div", 0).map = [last, last]
    state.line = last
    return True


def _end_of_content(state: StateBlock, line: int, end: int) -> int:
    last = line
    while line < end:
        if not state.isEmpty(line):
            if state.sCount[line] - state.blkIndent < 4:
                break
            last = line + 1
        line += 1
    return last


def _read_content(state: StateBlock, first: int, last: int) -> None:
    outer = state.lineMax, state.parentType
    state.lineMax, state.parentType, state.blkIndent = last, "footnote", state.blkIndent + 4
    state.level += 1
    state.md.block.tokenize(state, first, last)
    state.level -= 1
    state.lineMax, state.parentType = outer
    state.blkIndent -= 4

"""Line blocks, as in pandoc: lines that begin with a bar keep their breaks."""

import re

from markdown_it.rules_block import StateBlock

_LINE = re.compile(r"\|(?:[ \t](.*))?$")


def line_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Two or more lines that begin with a bar and a space, and do not end in a bar: a paragraph."""
    if silent or state.is_code_block(start):
        return False
    found: list[str] = []
    line = start
    while line < end and state.sCount[line] >= state.blkIndent:
        match = _LINE.match(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip())
        if match is None or (match[1] or "").endswith("|"):
            break
        found.append((match[1] or "").strip())
        line += 1
    if len(found) < 2 or not any(found):
        return False
    state.line = line
    state.push("paragraph_open", "p", 1).map = [start, line]
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = "  \n".join(found), [start, line], []
    state.push("paragraph_close", "p", -1)
    return True

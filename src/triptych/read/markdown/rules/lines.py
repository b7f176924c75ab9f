"""Line blocks, as in pandoc: lines that begin with a bar keep their breaks, their indents and the gaps between them."""

from markdown_it.rules_block import StateBlock

from triptych.patterns import late

_HARD = "\u00a0"
_LINE = late(r"\|(?:[ \t](.*))?$")


def line_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Two or more lines that begin with a bar and a space, and do not end in a bar: a paragraph."""
    if silent or state.is_code_block(start):
        return False
    found: list[str] = []
    line = start
    while line < end and state.sCount[line] >= state.blkIndent and not state.isEmpty(line):
        text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
        match = _LINE.match(text)
        if match is None and len(found) and state.sCount[line] > state.blkIndent and "|" not in text:
            found[-1] += f" {text}"  # what is too long for a line goes on indented
        elif match is None or (match[1] or "").endswith("|"):
            break
        else:
            inside = match[1] or ""
            bare = inside.strip()
            found.append(_HARD * (len(inside) - len(inside.lstrip())) + bare if bare else "")
        line += 1
    if len(found) < 2 or not any(found):
        return False
    state.line = line
    state.push("paragraph_open", "p", 1).map = [start, line]
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = "\\\n".join(found), [start, line], []
    state.push("paragraph_close", "p", -1)
    return True

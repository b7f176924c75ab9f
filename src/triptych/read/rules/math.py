"""Formulae between dollars, kept from being read as emphasis or escapes."""

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

# As in pandoc: no space inside the dollars, no digit after them; so that prices stay prices.
_INLINE = re.compile(r"\$\$[^$]+\$\$|\$(?![\s$])(?:\\.|[^\\$])*(?<![\s\\])\$(?!\w)", re.DOTALL)


def inline_formula(state: StateInline, silent: bool) -> bool:
    """`$…$` or `$$…$$` in a line: one token with the dollars in its content."""
    if state.src[state.pos] != "$":
        return False
    match = _INLINE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("math_inline", "math", 0).content = match[0]
    state.pos = match.end()
    return True


def formula_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`$$` at the beginning of a line to `$$` at the end of one."""
    if not _line(state, start).startswith("$$") or state.is_code_block(start):
        return False
    last = start
    first = _line(state, start).rstrip()
    closed = len(first) > 4 and first.endswith("$$")
    while not closed:
        last += 1
        if last >= end or state.sCount[last] < state.blkIndent:
            return False
        closed = _line(state, last).rstrip().endswith("$$")
    if not silent:
        state.line = last + 1
        token = state.push("math_block", "math", 0)
        token.map = [start, state.line]
        token.content = state.getLines(start, state.line, state.blkIndent, False).strip()
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]

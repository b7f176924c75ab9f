"""Definitions of LaTeX commands between the blocks, over as many lines as they take: `\\newcommand{\\R}{…}`."""

from markdown_it.rules_block import StateBlock

from triptych.read.markdown.macros import Macros, leading_definitions

_STARTS = ("\\newcommand", "\\renewcommand", "\\providecommand", "\\DeclareMathOperator", "\\def\\", "\\let\\")
_MOST_LINES = 64


def definitions(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines of nothing but definitions: these are kept in `env`, and show nothing themselves."""
    begin = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(_STARTS, begin) or state.is_code_block(start):
        return False
    last, most = start, min(end, start + _MOST_LINES)
    while last < most and not state.isEmpty(last):
        last += 1
    count, macros, lines = 1, Macros(), 0
    while not lines and count < 2 * (last - start):  # twice as many lines each time: most need but one
        text = state.getLines(start, min(start + count, last), state.blkIndent, False)
        macros, lines = leading_definitions(text)
        count *= 2
    if not lines:
        return False
    if not silent:
        state.env.setdefault("macros", {}).update(macros)
        state.line = start + lines
        state.push("definitions", "", 0).map = [start, state.line]
    return True

"""Definitions of LaTeX commands between the blocks, over as many lines as they take: `\\newcommand{\\R}{…}`."""

from markdown_it.rules_block import StateBlock

from triptych.read.markdown.macros import take_definitions

_STARTS = ("\\newcommand", "\\renewcommand", "\\providecommand", "\\DeclareMathOperator", "\\def\\", "\\let\\")
_MOST_LINES = 60


def definitions(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines of nothing but definitions: these are kept in `env`, and show nothing themselves."""
    begin = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(_STARTS, begin) or state.is_code_block(start):
        return False
    line = start
    macros: dict[str, object] = {}
    while line < min(end, start + _MOST_LINES) and not state.isEmpty(line):
        line += 1
        text = state.getLines(start, line, state.blkIndent, False)
        following = state.src[state.bMarks[line] + state.tShift[line] :] if line < end else ""
        macros = {}
        if not take_definitions(text, macros).strip() and not following.startswith(_STARTS):  # type: ignore[arg-type]
            break
    else:
        return False
    if not silent:
        state.env.setdefault("macros", {}).update(macros)
        state.line = line
        state.push("definitions", "", 0).map = [start, line]
    return True

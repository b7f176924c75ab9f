"""Fences of code, as in CommonMark (4.5): one that is never closed takes all that follows, and is told."""

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.fence import fence

from triptych.read.markdown.rules.telling import tell

HINT = "write {} on a line of its own where it ends"


def told_fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The parser's own rule; a warning where the code is not closed."""
    if not fence(state, start, end, silent):
        return False
    if not silent:
        mark = state.tokens[-1].markup
        last = state.line - 1
        text = state.src[state.bMarks[last] + state.tShift[last] : state.eMarks[last]].strip()
        if last == start or len(text) < len(mark) or text.strip(mark[0]):
            tell_unclosed(state, start, mark)
    return True


def tell_unclosed(state: StateBlock, start: int, mark: str) -> None:
    """A warning that the fence which opens on a line is not closed."""
    tell(state.env, start + 1, f"never closed: {mark}", HINT.format(mark), "unclosed fence")

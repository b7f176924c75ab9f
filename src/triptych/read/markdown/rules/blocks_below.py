"""The blocks of a text that begins further down in its document: their lines are those of the document."""

from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore, block


def blocks_below(state: StateCore) -> None:
    """Reads the blocks; `env` tells how many lines of the document are "above" the text.

    Empty lines in front of it would do as well, but each is read: a document of many such texts would take the square
    of its length.
    """
    above = state.env.get("above", 0)
    if state.inlineMode or not state.src or not above:
        block(state)
        return
    below = StateBlock(state.src, state.md, state.env, state.tokens)
    for found in (below.bMarks, below.eMarks, below.tShift, below.sCount, below.bsCount):
        found[:0] = [0] * above
    below.line, below.lineMax = above, below.lineMax + above
    state.md.block.tokenize(below, below.line, below.lineMax)

"""Keeps nesting within what anyone can read: what is deeper stays text instead of being skipped."""

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

BlockRule = Callable[[StateBlock, int, int, bool], bool]
MAX_DEPTH = 24
"""Levels of the parser's nesting: a quotation is one, a list with its item two."""


def limited(rule: BlockRule) -> BlockRule:
    """The same rule, which does not apply beyond the limit."""

    def apply(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        return state.level < MAX_DEPTH and rule(state, start, end, silent)

    return apply


def limit_nesting(parser: MarkdownIt, rules: dict[str, tuple[BlockRule, list[str]]]) -> None:
    """Limit these rules of the parser; each is given with what it may interrupt."""
    for name, (rule, interrupts) in rules.items():
        parser.block.ruler.at(name, limited(rule), {"alt": interrupts})
    parser.options["maxNesting"] = MAX_DEPTH + 6

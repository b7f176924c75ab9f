"""Keeps nesting within what anyone can read: what is deeper stays text instead of being skipped."""

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from triptych.read.markdown.rules.telling import tell

BlockRule = Callable[[StateBlock, int, int, bool], bool]
MAX_DEPTH = 24
"""Levels of the parser's nesting, which no limit exceeds: a quotation is one, a list with its item two."""


def limited(rule: BlockRule) -> BlockRule:
    """The same rule, which does not apply beyond the limit; where it would, that is told once."""

    def apply(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        most = min(MAX_DEPTH, state.env.get("nesting", MAX_DEPTH))
        if state.level < most:
            return rule(state, start, end, silent)
        if rule(state, start, end, True):
            message = f"quotations or lists within each other: more than the limit nesting of {most}"
            tell(state.env, start + 1, message, "what is deeper stays text as it is written", "nesting")
        return False

    return apply


def limit_nesting(parser: MarkdownIt, rules: dict[str, tuple[BlockRule, list[str]]]) -> None:
    """Limit these rules of the parser; each is given with what it may interrupt."""
    for name, (rule, interrupts) in rules.items():
        parser.block.ruler.at(name, limited(rule), {"alt": interrupts})
    parser.options["maxNesting"] = MAX_DEPTH + 6

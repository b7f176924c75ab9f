"""What rules for text between marks share: the text is parsed on, within its tokens."""

import re
from typing import Any

from markdown_it.rules_inline import StateInline


def push_inside(state: StateInline, match: re.Match[str], name: str, meta: dict[str, Any] | None = None) -> None:
    """Push `name_open`, the tokens of the match's first group, `name_close`; go on behind the match."""
    outer = state.posMax
    state.pos, state.posMax = match.start(1), match.end(1)
    state.push(f"{name}_open", "", 1).meta = meta or {}
    state.md.inline.tokenize(state)
    state.push(f"{name}_close", "", -1)
    state.pos, state.posMax = match.end(), outer


def before(state: StateInline) -> str:
    """The character before the place that is looked at, or nothing."""
    return state.src[state.pos - 1] if state.pos else ""


def push_span(state: StateInline, start: int, stop: int, name: str) -> None:
    """Push `name_open`, the tokens of the source between two places, `name_close`; the place read stays."""
    outer = state.pos, state.posMax
    state.pos, state.posMax = start, stop
    state.push(f"{name}_open", "", 1)
    state.md.inline.tokenize(state)
    state.push(f"{name}_close", "", -1)
    state.pos, state.posMax = outer

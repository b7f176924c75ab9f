"""Gaps of flashcards, as in Anki: `{{c1::words}}`, `{{c1::words::hint}}`. What is to be known is a key phrase."""

from markdown_it.rules_inline import StateInline

from triptych.patterns import late
from triptych.read.markdown.rules.inside import push_inside

_CLOZE = late(r"\{\{c\d{1,2}::((?:[^{}:\n]|:(?!:)){1,400}+)(?:::[^{}\n]{0,200}+)?+\}\}")


def cloze(state: StateInline, silent: bool) -> bool:
    """The words of the gap as a marked phrase; their hint is for the card."""
    match = _CLOZE.match(state.src, state.pos, state.posMax) if state.src.startswith("{{c", state.pos) else None
    if match is None:
        return False
    if silent:
        state.pos = match.end()
    else:
        push_inside(state, match, "mark")
    return True

"""Key phrases: `==marked==`."""

from markdown_it.rules_inline import StateInline

from triptych.patterns import late
from triptych.read.markdown.rules.inside import before, push_inside

_MARKED = late(r"==(?=[^\s=])((?:(?!==)[\s\S]){1,2000})(?<=\S)==(?!=)")


def marked(state: StateInline, silent: bool) -> bool:
    """Text between double equals signs; `a==b` in a word compares, and marks nothing."""
    if not state.src.startswith("==", state.pos) or before(state) == "=":
        return False
    match = _MARKED.match(state.src, state.pos, state.posMax)
    if match is None or _ascii_word(before(state)):
        return False
    if silent:
        state.pos = match.end()
    else:
        push_inside(state, match, "mark")
    return True


def _ascii_word(character: str) -> bool:
    return character.isascii() and character.isalnum()

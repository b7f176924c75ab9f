"""Superscripts and subscripts, as in pandoc: `x^2^`, `H~2~O`; struck words, as on GitHub: `~gone~`."""

from markdown_it.rules_inline import StateInline

from triptych.patterns import late
from triptych.read.markdown.rules.inside import before, push_inside

_INSIDE = r"((?:[^\s{0}\\\[\]]|\\.){{1,80}})"
_RAISED = late(rf"\^(?!\[)(?=[^\s^]*[\w+−–*′-]){_INSIDE.format('^')}\^")
_LOWERED = late(rf"~(?!~)(?=[^\s~]*[\w+−–*′-]){_INSIDE.format('~')}~(?!~)")


_STRUCK = late(r"~(?=[^\W\d_])([^~\n]{1,300})(?<=[\w.,;:!?…)\]\"'”’»*`])~(?![\w~(\[{])")


def shifted(state: StateInline, silent: bool) -> bool:
    """Text without spaces between two marks, right behind something: `~so~` at the start of a word is not meant."""
    mark = state.src[state.pos]
    if mark == "~" and not before(state).strip("([\"'“„ \n\t"):
        return _struck(state, silent)
    if mark not in "^~" or not before(state).strip() or before(state) == mark:
        return False
    match = (_RAISED if mark == "^" else _LOWERED).match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if silent:
        state.pos = match.end()
    else:
        push_inside(state, match, "sup" if mark == "^" else "sub")
    return True


def _struck(state: StateInline, silent: bool) -> bool:
    """Words between two marks that stand apart."""
    match = _STRUCK.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if silent:
        state.pos = match.end()
    else:
        push_inside(state, match, "s")
    return True

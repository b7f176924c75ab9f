"""Formulae between `[` and `]`, alone on their lines: displayed ones that lost their backslashes on the way."""

from markdown_it.rules_block import StateBlock

from triptych.patterns import late
from triptych.read.markdown.rules.telling import tell

_STRUCTURE = late(r"\\[A-Za-z]{2,}|[_^=]")
_PROSE = late(r"[^\W\d_\\]{4}[ \t,]{1,4}[^\W\d_]{2}")
_ONE_LINE = late(r"\[[ \t]++([^\[\]\n]{1,400}+)(?<=[ \t])\]")
_MOST_LINES = 30


def bare_formula(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A `math_block` token as for one between dollars; that it was taken for one is told."""
    first = _line(state, start)
    if first[:1] != "[" or state.is_code_block(start):
        return False
    if one := _ONE_LINE.fullmatch(first):
        last, text = start, one[1].rstrip()
    elif first != "[":
        return False
    else:
        last = next((k for k in range(start + 1, min(end, start + _MOST_LINES)) if _line(state, k) == "]"), -1)
        text = "\n".join(_line(state, k) for k in range(start + 1, last))
    if not _STRUCTURE.search(text) or _PROSE.search(text):
        return False
    if not silent:
        message, hint = "a formula between mere brackets is taken for one", "write \\[ and \\], or $$"
        tell(state.env, start + 1, message, hint, "bare formula")
        token = state.push("math_block", "math", 0)
        token.map, token.content = [start, last + 1], f"$$\n{text}\n$$"
        state.line = last + 1
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip()

"""Signs by their names between colons, `:warning:`, as GitHub and many others have them."""

from markdown_it.rules_inline import StateInline

from triptych.patterns import late
from triptych.read.markdown.rules.inside import before

_NAME = late(r":[a-z0-9_+-]{1,60}:(?![\w:])")


def emoji(state: StateInline, silent: bool) -> bool:
    """A name of a sign as that sign; names that nobody knows stay."""
    if state.src[state.pos] != ":" or before(state).isalnum() or before(state) == ":":
        return False
    match = _NAME.match(state.src, state.pos, state.posMax)
    sign = _sign(match[0]) if match else ""
    if match is None or sign == match[0]:
        return False
    if not silent:
        state.push("text", "", 0).content = sign
    state.pos = match.end()
    return True


def _sign(name: str) -> str:
    """The sign that a name between colons has; the name itself where it has none."""
    from emoji import emojize  # late: few texts have any

    return str(emojize(name, language="alias"))

"""Signs by their names between colons, `:warning:`, as GitHub and many others have them."""

import re
from functools import lru_cache

from markdown_it.rules_inline import StateInline

from triptych.patterns import late
from triptych.read.markdown.rules.inside import before

_NAME = late(r":[a-z0-9_+-]{1,60}:(?![\w:])")
_FIELD = late(r"^:[\w-]{1,60}:(?=[ \t])", re.MULTILINE)
_MOST = 1000
"""Characters of a text in which fields are looked for."""


def emoji(state: StateInline, silent: bool) -> bool:
    """A name of a sign as that sign; names that nobody knows stay."""
    if state.src[state.pos] != ":" or before(state).isalnum() or before(state) == ":":
        return False
    match = _NAME.match(state.src, state.pos, state.posMax)
    sign = _sign(match[0]) if match else ""
    if match is None or sign == match[0] or (before(state) in ("", "\n") and _has_fields(state.src[:_MOST])):
        return False
    if not silent:
        state.push("text", "", 0).content = sign
    state.pos = match.end()
    return True


@lru_cache(maxsize=4)  # each line of a text asks
def _has_fields(text: str) -> bool:
    """Whether lines of a text begin with names of fields, as in reStructuredText: `:author:` is no sign."""
    return any(_sign(found) == found for found in _FIELD.findall(text))


@lru_cache(maxsize=1024)
def _sign(name: str) -> str:
    """The sign that a name between colons has; the name itself where it has none."""
    from emoji import emojize  # late: few texts have any

    return str(emojize(name, language="alias"))

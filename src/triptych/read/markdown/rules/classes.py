"""Text with a class, as in remark: `.small[text]`."""

from markdown_it.rules_inline import StateInline

from triptych.model.document import Attributes
from triptych.patterns import late
from triptych.read.markdown.rules.inside import push_inside

_CLASSES = late(r"(?:\.[A-Za-z][\w-]*)+$")
_INSIDE = late(r"\[((?:[^\[\]]|\[(?:[^\[\]]|\[[^\[\]]{0,200}\]){0,400}\]){1,1500})\]")

_LONGEST = 200
"""Characters of the classes together."""


def classed_text(state: StateInline, silent: bool) -> bool:
    """The text in brackets, as a span of these classes; only remark has them."""
    if silent or state.src[state.pos] != "[" or state.env.get("dialect") != "remark":
        return False
    classes = _CLASSES.search(state.pending, max(0, len(state.pending) - _LONGEST))
    match = _INSIDE.match(state.src, state.pos, state.posMax) if classes else None
    if classes is None or match is None:
        return False
    state.pending = state.pending[: classes.start()]
    push_inside(state, match, "span", {"attributes": Attributes("", tuple(classes[0].split(".")[1:]))})
    return True

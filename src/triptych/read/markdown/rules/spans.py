"""Bracketed spans: `[text]{.class}`; one without a text is a place to refer to, `[]{#here}`."""

from markdown_it.rules_inline import StateInline

from triptych.patterns import late
from triptych.read.markdown.attributes import leading_attributes

_SPAN = late(r"\[((?:[^\[\]]|\[[^\[\]]{0,300}\]){0,1000})\](?=\{)")  # bounded: it is tried at every bracket


def bracketed_span(state: StateInline, silent: bool) -> bool:
    """Text in brackets with attributes in braces right behind them; its content is parsed."""
    if state.src[state.pos] != "[":
        return False
    match = _SPAN.match(state.src, state.pos, state.posMax)
    found = leading_attributes(state.src[match.end() : match.end() + 200]) if match else None
    if match is None or found is None:
        return False
    end, outer = match.end() + found[1], state.posMax
    if not silent:
        state.pos, state.posMax = match.start(1), match.end(1)
        state.push("span_open", "span", 1).meta = {"attributes": found[0]}
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
    state.pos, state.posMax = end, outer
    return True

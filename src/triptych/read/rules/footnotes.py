"""References to footnotes that are defined somewhere in the document: `[^1]`."""

import re

from markdown_it.rules_inline import StateInline

_REFERENCE = re.compile(r"\[\^([^\]\s]{1,100})\]")


def footnote_reference(state: StateInline, silent: bool) -> bool:
    """One token with the label as its content."""
    if not state.src.startswith("[^", state.pos):
        return False
    match = _REFERENCE.match(state.src, state.pos, state.posMax)
    defined = state.env.get("footnotes", {}).get("refs", {})
    if match is None or f":{match[1]}" not in defined:
        return False
    if not silent:
        state.push("footnote_ref", "", 0).content = match[1]
    state.pos = match.end()
    return True

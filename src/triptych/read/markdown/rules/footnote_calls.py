"""Footnotes where they are called: `[^1]`, defined somewhere in the document, or `^[the note itself]`."""

from markdown_it.rules_inline import StateInline

from triptych.patterns import late

_REFERENCE = late(r"\[\^([^\]\s]{1,100})\]")
_MISSING = late(r"[\w.:-]+")
_FOLLOWS = ("(", "[", ":")
"""What makes a link, or a definition, of what nothing defines as a footnote."""
# As in spans: brackets within are bounded, because this is tried at every caret.
_INLINE = late(r"\^\[((?:[^\[\]\\]|\\[\s\S]|\[[^\[\]]{0,300}\]){1,4000})\]")


def footnote_reference(state: StateInline, silent: bool) -> bool:
    """One token with the label as its content: `footnote_ref`, or `footnote_missing` if nothing defines it."""
    if not state.src.startswith("[^", state.pos):
        return False
    match = _REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    defined = f":{match[1]}" in state.env.get("footnotes", {}).get("refs", {})
    follows = state.src[match.end() : match.end() + 1]
    if not defined and (follows in _FOLLOWS or not _MISSING.fullmatch(match[1])):
        return False
    if follows == ":" and not state.src[: state.pos].rpartition("\n")[2].strip():
        return False  # it begins its line like a definition
    if not silent:
        state.push("footnote_ref" if defined else "footnote_missing", "", 0).content = match[1]
    state.pos = match.end()
    return True


def inline_footnote(state: StateInline, silent: bool) -> bool:
    """One `footnote_inline` token whose children are the note."""
    if not state.src.startswith("^[", state.pos):
        return False
    match = _INLINE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("footnote_inline", "", 0)
        token.content, token.children = match[1], []
        state.md.inline.parse(match[1], state.md, state.env, token.children)
    state.pos = match.end()
    return True

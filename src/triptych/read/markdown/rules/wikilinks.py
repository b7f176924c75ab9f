"""Links to pages of a wiki, of which only the words can be shown: `[[Page]]`, `[[Page|words]]`, `![[picture.png]]`."""

import re

from markdown_it.rules_inline import StateInline

from triptych.read.markdown.rules.inside import before

_LINK = re.compile(r"(!?)\[\[([^\[\]|\n]{1,200})(?:\|([^\[\]|\n]{1,200}))?\]\](?![(\]])")
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?)$", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


def wikilink(state: StateInline, silent: bool) -> bool:
    """The words as text, a picture as a picture; `x[[1]]` is code and stays as it is."""
    match = _LINK.match(state.src, state.pos, state.posMax) if state.src[state.pos] in "[!" else None
    if match is None or before(state).isalnum() or not _LETTER.search(match[2]):
        return False
    if not silent:
        name, words = match[2].strip(), (match[3] or "").strip()
        if match[1] and _PICTURE.search(name):
            token = state.push("image", "img", 0)
            # What follows the bar is a width, as often as not.
            token.attrs, token.children, token.content = {"src": name, "alt": ""}, [], ""
            if words and not words.isdigit():
                state.md.inline.parse(words, state.md, state.env, token.children)
        else:
            state.push("text", "", 0).content = words or name
    state.pos = match.end()
    return True

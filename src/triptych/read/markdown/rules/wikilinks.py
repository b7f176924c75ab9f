"""Links to pages of a wiki, of which only the words can be shown: `[[Page]]`, `[[Page|words]]`, `![[picture.png|200]]`.

What is embedded, `![[Another page]]`, is no part of this document: that is told.
"""

import re

from markdown_it.rules_inline import StateInline

from triptych.model.document import Attributes
from triptych.patterns import late
from triptych.read.markdown.rules.inside import before

_LINK = late(r"(!?)\[\[([^\[\]|\n]{1,200})((?:\\?\|[^\[\]|\n]{0,200}){0,3})\]\](?![(\]])")
_PICTURE = late(r"\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?)$", re.IGNORECASE)
_SIZE = late(r"(\d{1,5})(?:x(\d{1,5}))?")
_LETTER = late(r"[^\W\d_]")


def wikilink(state: StateInline, silent: bool) -> bool:
    """The words as text, a picture as a picture; `x[[1]]` is code and stays as it is."""
    match = _LINK.match(state.src, state.pos, state.posMax) if state.src[state.pos] in "[!" else None
    if match is None or before(state).isalnum() or not _LETTER.search(match[2]):
        return False
    if not silent:
        name, parts = match[2].strip().removesuffix("\\"), [part.strip() for part in match[3].split("|")[1:]]
        if match[1] and _PICTURE.search(name):
            _push_picture(state, name, [part.removesuffix("\\").strip() for part in parts])
        elif match[1]:
            token = state.push("embedded", "", 0)
            token.content, token.meta["name"] = parts[0] if parts and parts[0] else _said(name), name
        else:
            state.push("text", "", 0).content = " | ".join(filter(None, parts)) or _said(name)
    state.pos = match.end()
    return True


def _said(name: str) -> str:
    """A page by its name, with the part of it that is meant: `Page#Part`, `#Part`, `Page#^mark`."""
    page, _, part = name.partition("#")
    part = part.replace("#", " › ").strip()
    if part.startswith("^"):
        part = ""
    return " › ".join(word for word in (page.strip(), part) if word) or name


def _push_picture(state: StateInline, name: str, parts: list[str]) -> None:
    """The picture; what follows a bar is a size if it is a number, else its alternative text."""
    token = state.push("image", "img", 0)
    token.attrs, token.children, token.content = {"src": name, "alt": ""}, [], ""
    for part in parts:
        size = _SIZE.fullmatch(part)
        if size:
            values = (("width", size[1]), *((("height", size[2]),) if size[2] else ()))
            token.meta["attributes"] = Attributes(values=values)
        elif part and not token.children:
            state.md.inline.parse(part, state.md, state.env, token.children)

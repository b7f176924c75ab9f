"""Lines of a paragraph that are meant to stand each on its own, though Markdown joins them: `Key: value`, `✅ done`."""

import unicodedata
from collections.abc import Sequence

from markdown_it.token import Token

from triptych.patterns import late

_KEYED = late(r"(?:\*\*|__)?[^\W\d_a-z][^\s:*_]{0,20}(?: [^\s:*_]{1,20}){0,2}(?::(?:\*\*|__)?|(?:\*\*|__):)[ \t]+\S")


def with_lines_apart(token: Token) -> Sequence[Token]:
    """The children of an `inline` token, with breaks that stay where lines are apart.

    They are where the first begins with a key and a colon, and so they do; one that begins with a pictograph is, too.
    """
    children = token.children or []
    lines = token.content.split("\n")
    if len(lines) < 2:
        return children
    keyed = _KEYED.match(lines[0]) is not None and any(map(_KEYED.match, lines[1:]))
    if not keyed and not any(_begins_with_sign(line) for line in lines[1:]):
        return children
    out: list[Token] = []
    line = 0
    for place, child in enumerate(children):
        following = children[place + 1] if place + 1 < len(children) else None
        text = following.content if following and following.type == "text" else ""
        line += child.type in ("softbreak", "hardbreak")
        if child.type == "softbreak" and ((keyed and _KEYED.match(lines[line])) or _begins_with_sign(text)):
            child = child.copy(type="hardbreak")
        out.append(child)
    return out


def _begins_with_sign(text: str) -> bool:
    """Whether a text begins with a pictograph and a space."""
    if not text or text.isascii() or unicodedata.category(text[0]) != "So":
        return False
    return text[1:].lstrip("\ufe0f\u200d")[:1].isspace()

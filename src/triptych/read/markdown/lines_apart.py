"""Lines of a paragraph that are meant to stand each on its own, though Markdown joins them: `Key: value`, `✅ done`."""

import unicodedata
from collections.abc import Sequence

from markdown_it.token import Token

from triptych.patterns import late

_KEYED = late(r"(?:\*\*|__)?[^\W\d_a-z][^\s:*_]{0,20}(?: [^\s:*_]{1,20}){0,2}(?::(?:\*\*|__)?|(?:\*\*|__):)[ \t]+\S")


def with_lines_apart(token: Token) -> Sequence[Token]:
    """The children of an `inline` token, with breaks that stay where lines are apart.

    They are where each begins with a key and a colon; a line that begins with a pictograph is, too.
    """
    children = token.children or []
    lines = token.content.split("\n")
    if len(lines) < 2:
        return children
    keyed = all(map(_KEYED.match, lines))
    if not keyed and not any(_begins_with_sign(line) for line in lines[1:]):
        return children
    out: list[Token] = []
    for place, child in enumerate(children):
        following = children[place + 1] if place + 1 < len(children) else None
        text = following.content if following and following.type == "text" else ""
        if child.type == "softbreak" and (keyed or _begins_with_sign(text)):
            child = child.copy(type="hardbreak")
        out.append(child)
    return out


def _begins_with_sign(text: str) -> bool:
    """Whether a text begins with a pictograph and a space."""
    if not text or text.isascii() or unicodedata.category(text[0]) != "So":
        return False
    return text[1:].lstrip("\ufe0f\u200d")[:1].isspace()

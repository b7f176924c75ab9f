"""Lines of a paragraph that are meant to stand each on its own, though Markdown joins them: `Key: value`, `✅ done`.

So are several that begin with marks of a kind which make no list: `-one`, `→ so`, `1.1 Title`, `#1 first`, `[1] Name`.
"""

import unicodedata
from collections import Counter
from collections.abc import Sequence

from markdown_it.token import Token

from triptych.patterns import late

_KEYED = late(
    r"(?:\*\*|__)?[^\W\d_a-z][^\s:*_]{0,20}(?: [^\s:*_]{1,20}){0,2}(?::(?:\*\*|__)?|(?:\*\*|__):)[ \t]+\S"
    r"|[^\W\d_a-z][^\s:：*_]{0,20}：[ \t]*\S"
)
_BOLD_KEY = late(r"(?:\*\*|__)[^\W\d_a-z][^\n:*_]{0,40}:")
_MARK = late(
    r"(-)(?=[^\s>-])|([→⇒➔✓✔✗✘☐☑☒]|[-=]>)[ \t]|\d{1,3}(\.)\d[\d.]{0,12}[ \t](?=[^\W\d_])|(#)\d{1,3}\b"
    r"|[a-zA-Z](\))(?=\S)|\d{1,3}(:)[ \t]|\d{1,3} (\.)[ \t]|[Ⅰ-ⅻ](\.)|(\[)\d{1,3}\][ \t]|(Q)\d{1,3}[.:)][ \t]"
    r"|\[?\d{1,2}(:)\d\d(?::\d\d)?[\] \t]|\d{0,3}(\\)[-*+.)][ \t]|(\*\*)[^*\n]{1,60}\*\*[ \t][-–—][ \t]"
)
_FULL = 50
"""Characters of a line that may be broken because it was full."""
_PARTED = (":: ", " | ")
"""What parts a word from its meaning, and cells."""


def with_lines_apart(token: Token) -> Sequence[Token]:
    """The children of an `inline` token, with breaks that stay where lines are apart.

    They are where the first begins with a key and a colon, and so they do; one that begins with a pictograph or a bold
    key is, too. So is one whose mark is of the kind that another line's is, and each where all define a word.
    """
    children = token.children or []
    lines = token.content.split("\n")
    if len(lines) < 2:
        return children
    full = _full(lines)
    keyed = _KEYED.match(lines[0]) is not None and any(map(_KEYED.match, lines[1:]))
    apart = set(_marked(lines)) - full
    if any(sign in lines[0] and all(sign in line for line in lines) for sign in _PARTED):
        apart.update(range(len(lines)))
    if "**" in token.content or "__" in token.content:
        apart.update(place for place, line in enumerate(lines) if place and _BOLD_KEY.match(line))
    if not keyed and not apart and not any(_begins_with_sign(line) for line in lines[1:]):
        return children
    out: list[Token] = []
    line = 0
    for place, child in enumerate(children):
        following = children[place + 1] if place + 1 < len(children) else None
        text = following.content if following and following.type == "text" else ""
        line += child.type in ("softbreak", "hardbreak")
        stays = line in apart or (keyed and line not in full and _KEYED.match(lines[line])) or _begins_with_sign(text)
        if child.type == "softbreak" and stays:
            child = child.copy(type="hardbreak")
        out.append(child)
    return out


def _begins_with_sign(text: str) -> bool:
    """Whether a text begins with a pictograph and a space."""
    if not text or text.isascii() or unicodedata.category(text[0]) != "So":
        return False
    return text[1:].lstrip("\ufe0f\u200d")[:1].isspace()


def _full(lines: Sequence[str]) -> frozenset[int]:
    """The places of lines that only begin where the one above was full: a sentence goes on there, whatever they are."""
    return frozenset(
        place
        for place, above in enumerate(lines[:-1], 1)
        if len(above) >= _FULL and above[-1].isalpha() and not _MARK.match(above) and not _KEYED.match(above)
    )


def _marked(lines: Sequence[str]) -> frozenset[int]:
    """The places of the lines that begin with a mark of which there are several."""
    if not any(_may_be_marked(line) for line in lines):
        return frozenset()
    kinds = ["".join(filter(None, match.groups())) if (match := _MARK.match(line)) else "" for line in lines]
    several = {kind for kind, many in Counter(kinds).items() if kind and many > 1}
    return frozenset(place for place, kind in enumerate(kinds) if kind in several) if several else frozenset()


def _may_be_marked(line: str) -> bool:
    return not line[:1].isalpha() or line[1:2] == ")" or line[:1] == "Q"

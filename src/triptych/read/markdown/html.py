"""HTML in a document, cut into tags and text: comments and scripts are left out, nothing else is."""

from collections.abc import Callable, Iterator
from html import unescape

import msgspec

from triptych.patterns import late
from triptych.read.decode import legal

_NAME = late(r"</?([A-Za-z][\w:.-]*+)")
_STEP = late(r"[^<>\"'/]++|/(?!>)")
_ATTRIBUTE = late(r"""([^\s=<>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_OTHER = late(r"<(?:![A-Za-z][^<>]*|\?[^<>]*\?)>")
_SILENT = frozenset(("script", "style", "template", "noscript", "head", "title"))
_BLOCK_NAMES = """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html iframe legend li link main menu meta nav ol optgroup option p pre
    section summary table tbody tfoot thead tr ul"""
_INLINE_NAMES = """
    a abbr acronym audio b base bdi bdo big br button canvas cite code col colgroup data del dfn em embed font i
    img input ins kbd label map area mark math menclose mfenced mfrac mi mn mo mover mpadded mroot mrow ms mspace
    msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover annotation semantics meter nobr object
    output param picture progress q rp rt ruby s samp select slot small source span strike strong sub sup svg g
    path rect circle line polygon polyline ellipse text tspan defs use symbol td textarea th time track tt u var
    video wbr"""
BLOCK_NAMES = frozenset(_BLOCK_NAMES.split())
KNOWN_NAMES = BLOCK_NAMES | frozenset(_INLINE_NAMES.split()) | _SILENT


class Tag(msgspec.Struct, frozen=True):
    """An opening or closing tag; names are in lower case."""

    name: str
    closing: bool = False
    attributes: dict[str, str] = msgspec.field(default_factory=dict)
    line: int = 0


def parse_tag(text: str, line: int = 0) -> Tag | None:
    """The tag that a text is, or None: a comment, or `<name>` that is no HTML."""
    tag, end = _tag(text, 0, line, set())
    return tag if end == len(text) else None


Tell = Callable[[str, int], None]
"""Takes the name of a tag that does not end, and its line."""


def pieces(html: str, line: int = 0, tell: Tell | None = None) -> Iterator[str | Tag]:
    """The tags of some HTML and the text between them, character references resolved.

    What looks like a tag and is none of HTML's is text. `line` is where the HTML begins. `tell` hears of tags that do
    not end, and so are text.
    """
    position, last_closing = 0, html.rfind("-->")
    silent = _Silent(html)
    dead: set[int] = set()
    while (start := html.find("<", position)) >= 0:
        if start > position:
            yield from _text(html[position:start])
            line += html.count("\n", position, start)
        end = start + 1
        if html.startswith("<!--", start) and last_closing >= start:
            end = html.find("-->", start) + 3
        elif other := _OTHER.match(html, start):
            end = other.end()
        else:
            tag, after = _tag(html, start, line, dead)
            end = silent.end(after, tag) if tag else end
            if tell and tag is None and (name := _NAME.match(html, start)) and name[1].lower() in KNOWN_NAMES:
                tell(name[1], line)
            yield tag or "<"
        line += html.count("\n", start, end)
        position = end
    yield from _text(html[position:])


def _text(text: str) -> Iterator[str]:
    if text:
        yield legal(unescape(text)) if "&" in text else text


def _tag(html: str, start: int, line: int, dead: set[int]) -> tuple[Tag | None, int]:
    """The tag that begins at a place, and where it ends; none, and -1, where there is none of HTML's."""
    name = _NAME.match(html, start)
    if name is None or name[1].lower() not in KNOWN_NAMES:
        return None, -1
    end = _end_of_tag(html, name.end(), dead)
    if end < 0:
        return None, -1
    written = _ATTRIBUTE.findall(html[name.end() : end].removesuffix(">").removesuffix("/"))
    attributes = {key.lower(): legal(unescape(a or b or c)) for key, a, b, c in written}
    return Tag(name[1].lower(), html.startswith("</", start), attributes, line), end


def _end_of_tag(html: str, place: int, dead: set[int]) -> int:
    """Where the tag ends whose name ends at a place, -1 if it does not end: another `<` outside of quotes comes first.

    `dead` are the places between its parts from which no end was reached; they are added to, so that no part of a
    text is gone through twice however many tags begin in it.
    """
    passed: list[int] = []
    while place < len(html) and place not in dead:
        passed.append(place)
        character = html[place]
        if html.startswith(">", place) or html.startswith("/>", place):
            return place + (1 if character == ">" else 2)
        if character in "\"'":
            place = html.find(character, place + 1) + 1 or len(html)
        elif step := _STEP.match(html, place):
            place = step.end()
        else:
            break
    dead.update(passed)
    return -1


class _Silent:
    """Finds where scripts and styles end, whose content nobody sees."""

    def __init__(self, html: str) -> None:
        self._lower = html.lower()
        self._last = {name: self._lower.rfind(f"</{name}") for name in ("script", "style")}

    def end(self, end: int, tag: Tag) -> int:
        """Where reading goes on behind a tag: behind the content of a script or style that is closed."""
        closes = not tag.closing and end <= self._last.get(tag.name, -1)
        return self._lower.find(f"</{tag.name}", end) if closes else end

"""HTML in a document, cut into tags and text: comments and scripts are left out, nothing else is."""

import re
from collections.abc import Iterator
from html import unescape

import msgspec

from triptych.read.decode import legal

_TAG = re.compile(r"</?([A-Za-z][\w:.-]*)((?:\s+|/(?!>)|[^\s<>\"'/]+|\"[^\"]*\"|'[^']*')*)/?>")
_ATTRIBUTE = re.compile(r"""([^\s=<>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_OTHER = re.compile(r"<(?:![A-Za-z][^<>]*|\?[^<>]*\?)>")
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
    match = _TAG.fullmatch(text)
    return _tag(match, line) if match else None


def pieces(html: str, line: int = 0) -> Iterator[str | Tag]:
    """The tags of some HTML and the text between them, character references resolved.

    What looks like a tag and is none of HTML's is text. `line` is where the HTML begins.
    """
    position, last_closing = 0, html.rfind("-->")
    lower = html.lower()
    while (start := html.find("<", position)) >= 0:
        if start > position:
            yield from _text(html[position:start])
            line += html.count("\n", position, start)
        end = start + 1
        if html.startswith("<!--", start) and last_closing >= start:
            end = html.find("-->", start) + 3
        elif other := _OTHER.match(html, start):
            end = other.end()
        elif (match := _TAG.match(html, start)) and (tag := _tag(match, line)):
            end = _end_of_silent(lower, match.end(), tag)
            yield tag
        else:
            yield "<"
        line += html.count("\n", start, end)
        position = end
    yield from _text(html[position:])


def _text(text: str) -> Iterator[str]:
    if text:
        yield legal(unescape(text)) if "&" in text else text


def _tag(match: re.Match[str], line: int) -> Tag | None:
    name = match[1].lower()
    if name not in KNOWN_NAMES:
        return None
    attributes = {key.lower(): legal(unescape(a or b or c)) for key, a, b, c in _ATTRIBUTE.findall(match[2] or "")}
    return Tag(name, match[0].startswith("</"), attributes, line)


def _end_of_silent(lower: str, end: int, tag: Tag) -> int:
    """Where reading goes on: behind the closing tag of a script or style, whose content nobody sees."""
    if tag.closing or tag.name not in ("script", "style"):
        return end
    closing = lower.find(f"</{tag.name}", end)
    return closing if closing >= 0 else end

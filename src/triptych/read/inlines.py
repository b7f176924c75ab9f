"""Inline tokens of the Markdown parser to our inlines."""

from collections.abc import Sequence

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.token import Token

from triptych.model.document import NO_ATTRIBUTES, Attributes, Image, Inlines, plain
from triptych.read.attributes import leading_attributes
from triptych.read.decode import legal
from triptych.read.html import Tag, parse_tag
from triptych.read.inline_builder import InlineBuilder, finished_text
from triptych.read.report import Report

_STYLES = {"strong": "strong", "em": "emphasis"}
_HTML_STYLES = {
    "b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis", "cite": "emphasis", "dfn": "emphasis",
    "var": "emphasis", "code": "code", "kbd": "code", "samp": "code", "tt": "code", "sup": "sup", "sub": "sub",
    "script": "nothing", "style": "nothing",
}  # fmt: skip
_PLAIN = "div span p section article main center html body small abbr header footer wbr br"
PLAIN_NAMES = frozenset(_PLAIN.split())
"""HTML names that may be left out without a word: they only group or make paragraphs."""
_UNSAFE = ("javascript:", "vbscript:", "data:", "file:")


def to_inlines(token: Token, report: Report, line: int | None = None) -> Inlines:
    """The inlines of an `inline` token. Lines count from 1."""
    children = token.children or []
    if len(children) == 1 and children[0].type == "text":
        return finished_text(children[0].content)
    first = (token.map[0] + 1 if token.map else 0) if line is None else line
    return convert(children, report, first)


def convert(tokens: Sequence[Token], report: Report, line: int) -> Inlines:
    """The inlines of a run of inline tokens that begins on this line."""
    return _Conversion(report, line).run(tokens)


class _Conversion:
    """Walks the tokens once; the line is counted along for pictures and problems."""

    def __init__(self, report: Report, line: int) -> None:
        self._report = report
        self._line = line
        self._out = InlineBuilder()

    def run(self, tokens: Sequence[Token]) -> Inlines:
        attachable = False  # whether braces here would belong to what stands before them
        for token in tokens:
            if attachable and token.type == "text" and (found := leading_attributes(token.content)):
                self._out.attach(found[0])
                self._out.text(token.content[found[1] :])
                attachable = False
                continue
            self._token(token)
            attachable = token.nesting == -1 or token.type in ("image", "code_inline", "math_inline")
        return self._out.finish()

    def _token(self, token: Token) -> None:
        out = self._out
        match token.type:
            case "text":
                out.text(token.content)
            case "softbreak":
                self._line += 1
                out.soft_break()
            case "hardbreak":
                self._line += 1
                out.line_break()
            case "code_inline":
                out.code(token.content)
            case "strong_open" | "em_open":
                out.open(_STYLES[token.tag])
            case "strong_close" | "em_close":
                out.close(_STYLES[token.tag])
            case "link_open":
                self._open_link(str(token.attrs.get("href", "")))
            case "link_close":
                out.close("link")
            case "image":
                out.image(self._image(token))
            case "html_inline":
                self._html(token.content)
            case _:
                self._other(token)

    def _other(self, token: Token) -> None:
        """Tokens of our own rules; their plain text is shown."""
        match token.type:
            case "math_inline":
                self._out.text(token.content)
                self._report.add("warning", "formulae are shown as they are written", self._line, kind="formula")
                self._line += token.content.count("\n")
            case "footnote_ref":
                self._out.text(f"[{token.content}]")
            case "text_special":
                self._out.text(token.content)
            case "s_open" | "s_close" | "span_open" | "span_close":
                pass
            case _:
                self._out.text(token.content)

    def _open_link(self, href: str) -> None:
        target = link_target(href)
        if href and not target:
            message = f"left out an unsafe address: {href[:40]}"
            self._report.add("warning", message, self._line, kind="unsafe address")
        if target:
            self._out.open("link", target)

    def _image(self, token: Token) -> Image:
        line = self._line
        alt = " ".join(plain(convert(token.children or [], Report(""), line)).split())
        self._line += token.content.count("\n")
        source = str(token.attrs.get("src", ""))
        return Image(legal(source), alt, _spaced(str(token.attrs.get("title", ""))), line)

    def _html(self, text: str) -> None:
        tag = parse_tag(text, self._line)
        if tag is not None:
            html_tag(tag, self._out, self._report)
        elif not text.startswith("<!") and not text.startswith("<?"):
            self._out.text(text)
        self._line += text.count("\n")


def html_tag(tag: Tag, out: InlineBuilder, report: Report) -> None:
    """Do to the builder what an HTML tag within text means; what means nothing to us is noted."""
    style = _HTML_STYLES.get(tag.name)
    match tag.name:
        case "br":
            out.line_break()
        case "img":
            out.image(_html_image(tag))
        case "a":
            target = link_target(tag.attributes.get("href", ""))
            out.close("link")
            if target and not tag.closing:
                out.open("link", target)
        case _ if style:
            if tag.closing:
                out.close(style)
            else:
                out.open(style)
        case _ if tag.name not in PLAIN_NAMES and not tag.closing:
            message = f"HTML is left out, its text is kept: <{tag.name}>"
            report.add("note", message, tag.line, kind="HTML")


def link_target(href: str) -> str:
    """The address of a link, safely encoded (RFC 3986); a fragment as written; empty if it is unsafe."""
    href = legal(href).strip()
    if href.startswith("#"):
        return href
    if "".join(href.split()).lower().startswith(_UNSAFE):
        return ""
    return str(normalizeLink(href))


def _html_image(tag: Tag) -> Image:
    values = tuple((key, tag.attributes[key]) for key in ("width", "height") if tag.attributes.get(key))
    names = tuple(tag.attributes.get("class", "").split())
    attributes = Attributes(tag.attributes.get("id", ""), names, values) if values or names else NO_ATTRIBUTES
    alt, title = (_spaced(tag.attributes.get(key, "")) for key in ("alt", "title"))
    return Image(tag.attributes.get("src", ""), alt, title, tag.line, attributes)


def _spaced(text: str) -> str:
    return " ".join(legal(text).split())

"""Inline tokens of the Markdown parser to our inlines."""

from collections.abc import Sequence

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.token import Token

from triptych.model import document as doc
from triptych.model.footnote_calls import calls
from triptych.model.queries import plain
from triptych.patterns import late
from triptych.problem import Report, Severity
from triptych.read.decode import legal
from triptych.read.inline_builder import InlineBuilder, finished_text
from triptych.read.markdown.attributes import leading_attributes, merge
from triptych.read.markdown.cells import tell_run
from triptych.read.markdown.citations import citation
from triptych.read.markdown.context import Context
from triptych.read.markdown.html import Tag, parse_tag
from triptych.read.markdown.lines_apart import with_lines_apart
from triptych.read.markdown.macros import expanded
from triptych.read.markdown.rules.math import formula_source
from triptych.read.markdown.undrawn import is_film, undrawn_address

_STYLES = {
    "strong_open": "strong", "em_open": "emphasis", "s_open": "strike", "mark_open": "mark", "sup_open": "sup",
    "sub_open": "sub",
}  # fmt: skip
_ENDS = {name.replace("open", "close"): style for name, style in _STYLES.items()}
SPANS = {
    "mark": "mark",
    "highlight": "mark",
    "kbd": "key",
    "sup": "sup",
    "sub": "sub",
    "date": "date",
    "person": "person",
    "index": "term",
    "slide": "slide",
    "notes-only": "notes",
}
"""The styles of spans by the classes that ask for them."""
_HTML_STYLES = {
    "b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis", "cite": "emphasis", "dfn": "emphasis",
    "var": "emphasis", "code": "code", "kbd": "key", "samp": "code", "tt": "code", "sup": "sup", "sub": "sub",
    "s": "strike", "del": "strike", "strike": "strike", "mark": "mark", "script": "nothing", "style": "nothing",
}  # fmt: skip
_PLAIN = """
    div span p section article main center html body small big u ins q abbr header footer font bdi bdo wbr br ul ol
    dl li tr dt dd ruby rb rt rp"""
PLAIN_NAMES = frozenset(_PLAIN.split())
"""HTML names that may be left out without a word: they only group or make paragraphs."""
VOID = frozenset(["br", "wbr", "img", "hr", "input", "source", "col", "embed", "track", "area", "base", "param"])
"""Elements without content, which nothing ends."""
_LANGUAGE = late(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")
_SIZED = late(r"([^|]*+)\|\s*+(\d{1,4}+)(?:x(\d{1,4}+))?")
"""The size of a picture in its brackets, as in Obsidian: `![A map|300x200](map.png)`."""
_RAW = late(r"\{=([a-z0-9]{1,20})\}")
_UNSAFE = ("javascript:", "vbscript:", "data:", "file:")


def to_inlines(token: Token, context: Context, spelled_out: bool = True) -> doc.Inlines:
    """The inlines of an `inline` token. Abbreviations are spelled out if the place has room for it."""
    children = token.children or []
    if len(children) == 1 and children[0].type == "text" and not context.abbreviations.known:
        return finished_text(children[0].content)
    return convert(with_lines_apart(token), context, token.map[0] + 1 if token.map else 0, spelled_out)


def convert(tokens: Sequence[Token], context: Context, line: int, spelled_out: bool = True) -> doc.Inlines:
    """The inlines of a run of inline tokens that begins on this line, counted from 1."""
    return _Conversion(context, line, spelled_out).run(tokens)


class _Conversion:
    """Walks the tokens once; the line is counted along for pictures and problems."""

    def __init__(self, context: Context, line: int, spelled_out: bool) -> None:
        self._context = context
        self._report = context.report
        self._line = line
        self._spelled_out = spelled_out
        self._out = InlineBuilder()
        self._spans: list[list[str]] = []

    def run(self, tokens: Sequence[Token]) -> doc.Inlines:
        mere = _mere_names(tokens)
        attachable = False  # whether braces here would belong to what stands before them
        for place, token in enumerate(tokens):
            raw = _raw_format(tokens, place)
            if raw:
                message, hint = f"raw {raw} is left out", "write it as Markdown if it is to be shown"
                self._report.add("warning", message, self._line, hint, "raw")
                continue
            if place and _raw_format(tokens, place - 1):
                self._out.text(token.content.partition("}")[2])
                continue
            if place in mere:
                self._out.text(token.content)
                continue
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
                text = token.content
                out.parts(self._context.abbreviations.spelled_out(text) if self._spelled_out else (text,))
            case "softbreak":
                self._line += 1
                out.soft_break()
            case "hardbreak":
                self._line += 1
                out.line_break()
            case "code_inline":
                tell_run(token.content, self._line, self._report)
                out.add(doc.CodeSpan(token.content))
            case name if name in _STYLES:
                out.open(_STYLES[name])
            case name if name in _ENDS:
                out.close(_ENDS[name])
            case "link_open":
                self._open_link(str(token.attrs.get("href", "")))
            case "link_close":
                out.close("link")
            case "image":
                self._image(token)
            case "html_inline":
                self._html(token.content)
            case _:
                self._other(token)

    def _other(self, token: Token) -> None:
        """Tokens of our own rules; their plain text is shown."""
        match token.type:
            case "math_inline":
                self._formula(token.content)
                self._line += token.content.count("\n")
            case "footnote_ref":
                self._out.add(self._context.footnotes.call(token.content, self._line))
            case "footnote_missing":
                self._out.text(f"[^{token.content}]")
                hint = f"define it on a line of its own: [^{token.content}]: text"
                self._report.add("warning", f"there is no footnote [^{token.content}]", self._line, hint)
            case "footnote_inline":
                self._footnote(token)
            case "keys":
                self._keys(token.meta["keys"])
            case "span_open":
                self._open_span(token.meta["attributes"])
            case "span_close":
                for name in reversed(self._spans.pop()):
                    self._out.close(name)
            case "reference":
                text = (doc.Text(token.meta["text"]),) if token.meta["text"] else ()
                self._out.add(doc.Reference(tuple(token.meta["ids"]), text, token.content, self._line))
            case "raw_tex":
                self._left_out(token)
            case "embedded":
                self._out.text(token.content)
                message = f"a page that is embedded is no part of this document: {token.meta['name']}"
                self._report.add("warning", message, self._line, "its name is shown", "embedded page")
            case "citation":
                self._context.cites = True
                self._out.add(citation(token.content, self._line, self._context.lang))
            case _:
                self._out.text(token.content)

    def _formula(self, content: str) -> None:
        from triptych.model.latex import readable  # late: few documents have a formula

        source = formula_source(content)
        latex = expanded(source, self._context.macros)
        said = readable(latex)
        if said:
            self._out.add(doc.InlineFormula(latex, said, self._line))
        elif latex.strip() or not source:  # not mere definitions, which show nothing
            self._out.text(content)

    def _left_out(self, token: Token) -> None:
        """A command of LaTeX for the layout: told, a step within a slide only noted."""
        severity: Severity = "note" if token.meta.get("step") else "warning"
        message = f"LaTeX for the layout is left out: {token.content}"
        self._report.add(severity, message, self._line, "the layout is made here", f"LaTeX {severity}")

    def _footnote(self, token: Token) -> None:
        inlines = convert(token.children or [], self._context, self._line)
        for call in self._context.footnotes.inline(inlines, self._line):
            self._out.add(call)
        self._line += token.content.count("\n")

    def _keys(self, names: Sequence[str]) -> None:
        for place, name in enumerate(names):
            if place:
                self._out.text("+")
            self._out.add(doc.Keyboard(name))

    def _open_span(self, attributes: doc.Attributes) -> None:
        style = next((SPANS[name] for name in attributes.classes if name in SPANS), "")
        if attributes.id:
            self._context.anchors.setdefault(attributes.id, self._line)
        styles = [name for name in (style, "lang" if attributes.get("lang") else "") if name]
        for name in styles:
            self._out.open(name, attributes.get("lang") if name == "lang" else "", attributes, self._line)
        self._spans.append(styles)

    def _open_link(self, href: str) -> None:
        target = link_target(href)
        if href and not target:
            message = f"left out an unsafe address: {href[:40]}"
            self._report.add("warning", message, self._line, kind="unsafe address")
        if target:
            self._out.open("link", target)

    def _image(self, token: Token) -> None:
        """A picture, and behind it the footnotes that are called in its brackets."""
        line = self._line
        said = convert(token.children or [], Context(Report(""), footnotes=self._context.footnotes), line)
        alt = " ".join(plain(said).split())
        self._line += token.content.count("\n")
        source, title = str(token.attrs.get("src", "")), _spaced(str(token.attrs.get("title", "")))
        if is_film(source):
            for part in undrawn_address(source, alt or title, line, self._report):
                self._out.add(part)
            return
        holds = any(isinstance(inline, doc.InlineFormula) for inline in said)
        words = tuple(inline for inline in said if not isinstance(inline, doc.FootnoteCall))
        attributes = token.meta.get("attributes", doc.NO_ATTRIBUTES)
        if "|" in alt and (sized := _SIZED.fullmatch(alt)):
            alt = sized[1].rstrip()
            size = (("width", sized[2]), *((("height", sized[3]),) if sized[3] else ()))
            attributes = merge(attributes, doc.Attributes(values=size))
        self._out.add(doc.Image(legal(source), alt, title, line, attributes, words if holds else ()))
        for call in calls(said):
            self._out.add(call)

    def _html(self, text: str) -> None:
        tag = parse_tag(text, self._line)
        if tag is not None:
            html_tag(tag, self._out, self._context)
        elif not text.startswith("<!") and not text.startswith("<?"):
            self._out.text(text)
        self._line += text.count("\n")


def _raw_format(tokens: Sequence[Token], place: int) -> str:
    """The output that a piece of code is written for, `\\pause`{=latex}, or nothing."""
    if tokens[place].type != "code_inline" or place + 1 >= len(tokens):
        return ""
    match = _RAW.match(tokens[place + 1].content) if tokens[place + 1].type == "text" else None
    return match[1] if match else ""


def _mere_names(tokens: Sequence[Token]) -> frozenset[int]:
    """The places of tags that name a key, `<Del> or x`: of a style, ended nowhere, with a space or a sign behind."""
    ends = [token.content.lower().strip("</> ") for token in tokens if token.content[:2] == "</"]
    found: list[int] = []
    for place, token in enumerate(tokens[:-1]):
        name = token.content.lower().strip("<> ") if token.type == "html_inline" else ""
        after = tokens[place + 1].content[:1]
        if name not in _HTML_STYLES:
            continue
        if name in ends:
            ends.remove(name)
        elif after and not after.isalnum() and tokens[place + 1].type == "text":
            found.append(place)
    return frozenset(found)


def html_tag(tag: Tag, out: InlineBuilder, context: Context) -> None:
    """Do to the builder what an HTML tag within text means; what means nothing to us is noted."""
    style = _HTML_STYLES.get(tag.name)
    _tell_language(tag, out)
    name = tag.attributes.get("id") or (tag.attributes.get("name") if tag.name == "a" else "")
    if name:
        context.anchors.setdefault(name, tag.line)
    match tag.name:
        case "br":
            out.line_break()
        case "img":
            if not tag.closing:  # </img> ends what has ended already
                out.add(_html_image(tag))
        case "iframe" | "video" | "audio" | "embed" | "object" | "source" if not tag.closing:
            target = link_target(tag.attributes.get("src") or tag.attributes.get("data") or "")
            named = ("title", "aria-label", "alt", "name")
            words = next((tag.attributes[key] for key in named if tag.attributes.get(key)), "")
            for part in undrawn_address(target, words, tag.line, context.report) if target else ():
                out.add(part)
            out.text(" ")
        case "iframe" | "video" | "audio" | "embed" | "object" | "source" | "picture":
            out.text(" ")
        case "a":
            target = link_target(tag.attributes.get("href", ""))
            out.close("link")
            if target and not tag.closing:
                out.open("link", target)
        case "abbr" if tag.closing:
            out.close("abbreviation")
            out.text(context.abbreviations.end())
        case "abbr" if said := _spaced(tag.attributes.get("title", "")):
            out.open("abbreviation", said)
            context.abbreviations.begin(said)
        case "q" if tag.closing:
            out.close("quoted")
        case "q":
            if not out.empty:  # all of a paragraph is a quotation by itself
                out.open("quoted")
        case "rt" if tag.closing:
            out.close("ruby")
        case "rt" if out.last not in ("(", "（"):
            out.close("ruby")  # one that was not closed
            out.open("ruby")
        case "ruby" if tag.closing:
            out.close("ruby")
        case "li" | "p" | "tr" | "dt" | "dd" | "div" | "option" | "legend" if not tag.closing:
            if not out.empty:
                out.line_break()
            if tag.name == "li":
                out.text("• ")
        case _ if style:
            if tag.closing:
                out.close(style)
            else:
                out.open(style)
        case _ if tag.name not in PLAIN_NAMES and not tag.closing:
            message = f"HTML is left out, its text is kept: <{tag.name}>"
            context.report.add("note", message, tag.line, kind="HTML")


def _tell_language(tag: Tag, out: InlineBuilder) -> None:
    """Tell the builder of an element that may say its language; what holds nothing says none."""
    if tag.name in VOID:
        return
    if tag.closing:
        out.close_element(tag.name)
    else:
        out.open_element(tag.name, language_of(tag))


def language_of(tag: Tag) -> str:
    """The language that an element says it is in: a BCP 47 tag, empty where it says none."""
    said = tag.attributes.get("lang") or tag.attributes.get("xml:lang") or ""
    return said if _LANGUAGE.fullmatch(said) else ""


def link_target(href: str) -> str:
    """The address of a link, safely encoded (RFC 3986); a fragment as written; empty if it is unsafe."""
    href = legal(href).strip()
    if href.startswith("#"):
        return href
    if "".join(href.split()).lower().startswith(_UNSAFE):
        return ""
    return str(normalizeLink(href))


def _html_image(tag: Tag) -> doc.Image:
    values = tuple((key, tag.attributes[key]) for key in ("width", "height") if tag.attributes.get(key))
    names = tuple(tag.attributes.get("class", "").split())
    attributes = doc.Attributes(tag.attributes.get("id", ""), names, values) if values or names else doc.NO_ATTRIBUTES
    alt, title = (_spaced(tag.attributes.get(key, "")) for key in ("alt", "title"))
    return doc.Image(tag.attributes.get("src", ""), alt, title, tag.line, attributes)


def _spaced(text: str) -> str:
    return " ".join(legal(text).split())

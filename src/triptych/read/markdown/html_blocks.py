"""Blocks of HTML: their elements open and close divisions, their text becomes paragraphs in these."""

import re
from collections import Counter

from triptych.model import document as doc
from triptych.model.queries import plain
from triptych.patterns import late
from triptych.read.inline_builder import InlineBuilder
from triptych.read.markdown.commonmark import parse_line
from triptych.read.markdown.context import Context
from triptych.read.markdown.dialects.marp import comment_note, line_of_slides
from triptych.read.markdown.divisions import Kind
from triptych.read.markdown.divs import kind_of
from triptych.read.markdown.figures import figures
from triptych.read.markdown.html import BLOCK_NAMES, Tag, pieces
from triptych.read.markdown.inlines import PLAIN_NAMES, VOID, convert, html_tag, language_of
from triptych.read.markdown.pieces import Pieces
from triptych.read.sections import Heading

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_OPENING: dict[str, Kind] = {
    "ul": "list", "ol": "list", "menu": "list", "li": "item", "dt": "term", "dd": "meaning", "blockquote": "quote",
    "table": "table", "tr": "row", "td": "cell", "th": "cell", "caption": "caption", "figure": "figure",
    "figcaption": "caption", "details": "callout", "summary": "caption",
}  # fmt: skip
_GROUPS = frozenset(("div", "section", "article", "aside", "center", "main"))
_NEUTRAL = PLAIN_NAMES | _HEADINGS | _GROUPS | set(_OPENING) | {"hr", "dl", "thead", "tbody", "tfoot", "nav", "pre"}
_NEUTRAL |= {"colgroup", "col"}
_MARKS = ("`", "$", "\\(", "[^", "^[", "**", "%%")
_LISTS, _TABLES = frozenset(("ul", "ol", "menu")), frozenset(("table",))
# What an opening tag ends by implication (HTML 13.1.2.4), and where that stops.
_ENDS: dict[str, tuple[tuple[str, ...], frozenset[str]]] = {
    "li": (("li",), _LISTS), "dt": (("dt", "dd"), _LISTS), "dd": (("dt", "dd"), _LISTS),
    "td": (("td", "th"), _TABLES | {"tr"}), "th": (("td", "th"), _TABLES | {"tr"}), "tr": (("tr",), _TABLES),
}  # fmt: skip
_NEEDS: dict[Kind, tuple[Kind, ...]] = {
    "item": ("list",), "row": ("table",), "cell": ("row",), "caption": ("table", "figure", "callout", "quote"),
}  # fmt: skip
_SHOWN = frozenset(("iframe",))
"""Elements that stand between the blocks and are shown as their address."""
_DATA_TYPES = {"exercise": "question", "problem": "container"}
"""What divisions of a textbook of OpenStax are; a solution within an exercise is its answer."""
_KEPT = ("align", "colspan", "rowspan", "start", "width")
_ALIGN = late(r"text-align:\s*(right|center)")


def read_html(html: str, line: int, context: Context, out: Pieces) -> None:
    """Add what a block of HTML says; tags that mean nothing to us are noted once. `line` is its first."""
    bare = html.strip()
    if context.dialect in ("marp", "slidev") and bare.startswith("<!--") and bare.endswith("-->"):
        key, words = line_of_slides(bare)
        if key:
            hint = "footer: in the front matter stands below every slide"
            context.report.add("note", f"a {key} of some slides is left out: {words[:60]}", line, hint)
        _read_note(bare, line, context, out)
    else:
        _Reading(context, line, out).run(html)


def _read_note(comment: str, line: int, context: Context, out: Pieces) -> None:
    """A comment of Marp or Slidev: what the speaker says."""
    parts = [parse_line(part, context.env) for part in re.split(r"\n\s*\n", comment_note(comment)) if part.strip()]
    found = (convert(tokens[0].children or [], context, line) for tokens in parts if tokens)
    blocks = tuple(doc.Paragraph(inlines, line) for inlines in found if inlines)
    if blocks:
        out.add(doc.Notes(blocks, line), (line - 1, -1))


class _Reading:
    """One walk over the tags; text collects until a tag ends its paragraph."""

    def __init__(self, context: Context, line: int, out: Pieces) -> None:
        self._context = context
        self._line = line
        self._out = out
        self._text = InlineBuilder()
        self._raw: list[str] | None = None  # the text of an open <pre>
        self._languages: list[tuple[str, str]] = []  # of the blocks that are open: their names, the language in each
        self._open: Counter[str] = Counter()  # how many of them have a name

    def run(self, html: str) -> None:
        for piece in pieces(html, self._line, self._tell):
            if isinstance(piece, Tag):
                self._tag(piece)
            elif self._raw is not None:
                self._raw.append(piece)
            else:
                self._words(piece)
        self._end_raw()
        self._end_paragraph()

    def _words(self, text: str) -> None:
        """Text between tags; code, formulae, footnotes and bold parts in it are read as in any other."""
        if not any(mark in text for mark in _MARKS) or not (tokens := parse_line(text, self._context.env)):
            self._text.text(text)
            return
        start = text[: len(text) - len(text.lstrip())]
        self._text.text(start)
        for inline in convert(tokens[0].children or [], self._context, self._line + start.count("\n")):
            if isinstance(inline, doc.Text):
                self._text.text(inline.text)
            else:
                self._text.add(inline)
        self._text.text(text[len(text.rstrip()) :])

    def _tell(self, name: str, line: int) -> None:
        message, hint = f"a tag that does not end: <{name}", "write > where it ends, or &lt; for a mere sign"
        self._context.report.add("warning", message, line, hint, "unended tag")

    def _tag(self, tag: Tag) -> None:
        if tag.name == "pre":
            self._end_raw()
            self._end_paragraph()
            self._raw = None if tag.closing else []
        elif self._raw is not None:
            self._raw.append("\n" if tag.name == "br" else "")
        elif tag.name in BLOCK_NAMES or tag.name in _OPENING:
            self._block(tag)
        else:
            html_tag(tag, self._text, self._context)
        self._line = tag.line

    def _block(self, tag: Tag) -> None:
        if tag.name in _HEADINGS and tag.closing:
            self._end_heading(tag)
        self._end_paragraph()
        self._line = tag.line
        self._hear(tag)
        if tag.attributes.get("id") and tag.name not in _HEADINGS:
            self._context.anchors.setdefault(tag.attributes["id"], tag.line)
        if tag.name in _OPENING or tag.name in _GROUPS:
            self._end_division(tag) if tag.closing else self._division(tag)
        if tag.name == "hr" and not tag.closing:
            self._add(doc.Break(tag.line))
        if tag.name in _SHOWN:
            html_tag(tag, self._text, self._context)
        elif tag.name not in _NEUTRAL and not tag.closing:
            message = f"HTML is left out, its text is kept: <{tag.name}>"
            self._context.report.add("note", message, tag.line, kind="HTML")

    def _hear(self, tag: Tag) -> None:
        """Which language the blocks are in that begin or end here."""
        ended = tag.closing or tag.name in _ENDS or tag.name == "p"
        if ended and self._open[tag.name] and (tag.closing or self._languages[-1][0] == tag.name):
            name = ""
            while name != tag.name:
                name, _ = self._languages.pop()
                self._open[name] -= 1
        if not tag.closing and tag.name not in VOID:
            self._languages.append((tag.name, language_of(tag) or self._language))
            self._open[tag.name] += 1

    @property
    def _language(self) -> str:
        """That of the innermost block that says one."""
        return self._languages[-1][1] if self._languages else ""

    def _spoken(self, inlines: doc.Inlines) -> doc.Inlines:
        """Inlines as a passage in the language of the block that they stand in, if that says one."""
        return (doc.Passage(inlines, self._language),) if self._language and inlines else inlines

    def _division(self, tag: Tag) -> None:
        names, within = _ENDS.get(tag.name, ((), frozenset[str]()))
        for name in names:
            self._out.close_tag(name, within)
        kind, name = _OPENING.get(tag.name, ""), tag.name
        if kind == "cell" and self._out.inside("table"):
            self._out.open_tag("row", "tr", "tr", doc.NO_ATTRIBUTES, tag.line)
        if kind in _NEEDS and not self._out.inside(*_NEEDS[kind]):
            kind = ""
        classes = tuple(tag.attributes.get("class", "").split())
        if tag.name in _GROUPS:
            said = _DATA_TYPES.get(tag.attributes.get("data-type", ""), tag.attributes.get("data-type", ""))
            name = next((part for part in (*classes, said) if kind_of(part)), "")
            kind = kind_of(name) or ("marked" if language_of(tag) else "")
        if tag.name == "aside" and not kind:  # a box of Notion, or what stands beside a text
            kind, name = "callout", "aside"
        label = " ".join(tag.attributes.get("data-label", "").split()) if kind == "callout" else ""
        title = (doc.Text(label),) if label else ()
        self._out.open_tag(kind, name, tag.name, _attributes(tag, classes), tag.line, title)

    def _end_division(self, tag: Tag) -> None:
        within = _TABLES if tag.name in ("td", "th", "tr", "thead") else frozenset[str]()
        self._out.close_tag(tag.name, within)

    def _end_heading(self, tag: Tag) -> None:
        inlines = self._take()
        if plain(inlines).strip():
            level, name = int(tag.name[1]), tag.attributes.get("id", "")
            self._out.add(Heading(level, self._spoken(inlines), tag.line, doc.Attributes(name)), (tag.line - 1, -1))

    def _end_paragraph(self) -> None:
        inlines = self._take()
        found = figures(inlines, self._line)
        for figure in found:
            self._out.add(figure, (self._line - 1, -1))
        if inlines and not found:
            self._add(doc.Paragraph(self._spoken(inlines), self._line))

    def _end_raw(self) -> None:
        text = "".join(self._raw or ()).strip("\n")
        if text.strip():
            self._add(doc.Code(text, "", self._line))
        self._raw = None

    def _add(self, block: doc.Paragraph | doc.Code | doc.Break) -> None:
        self._out.add(block, (self._line - 1, -1))

    def _take(self) -> doc.Inlines:
        inlines = self._text.finish()
        self._text = InlineBuilder()
        return inlines


def _attributes(tag: Tag, classes: tuple[str, ...]) -> doc.Attributes:
    """The attributes that mean something to us; a style only for the side to which a cell is set."""
    found: dict[str, str] = {key: tag.attributes[key] for key in _KEPT if key in tag.attributes}
    if tag.name == "ol" and tag.attributes.get("type"):
        found["type"] = tag.attributes["type"]
    if lang := language_of(tag):
        found["lang"] = lang
    side = _ALIGN.search(tag.attributes.get("style", ""))
    if side:
        found["align"] = side[1]
    return doc.Attributes(tag.attributes.get("id", ""), classes, tuple(found.items()))

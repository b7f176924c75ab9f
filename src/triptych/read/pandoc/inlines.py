"""Pandoc's inlines to ours."""

from collections.abc import Sequence
from typing import assert_never

from triptych.languages import language
from triptych.model import document as doc
from triptych.model.footnote_calls import calls
from triptych.model.queries import plain
from triptych.problem import Report
from triptych.read.decode import legal
from triptych.read.inline_builder import InlineBuilder
from triptych.read.markdown.context import Context
from triptych.read.markdown.inlines import SPANS, link_target
from triptych.read.pandoc import ast
from triptych.read.pandoc.citations import citation_of
from triptych.read.pandoc.raw import raw_inline, role_inlines
from triptych.read.pandoc.state import State, attributes_of

_NO_ALT = "image"
"""What pandoc says a picture shows of which nothing is said."""
_REFERENCE = "reference"
"""The key by which a link says that it is a reference: it has no words of its own."""


def to_inlines(nodes: Sequence[ast.Inline], state: State, line: int) -> doc.Inlines:
    """The inlines of a paragraph with this number."""
    return _Conversion(state, line).run(nodes)


def words_of(nodes: Sequence[ast.Inline]) -> str:
    """What inlines say, as mere text without their notes."""
    out = InlineBuilder()
    state = State(Context(Report("")), lambda blocks: ())
    _Conversion(state, 0, out, without_notes=True).run(nodes)
    return plain(out.finish())


class _Conversion:
    """Walks the inlines of one paragraph."""

    def __init__(
        self, state: State, line: int, out: InlineBuilder | None = None, *, without_notes: bool = False
    ) -> None:
        self._state, self._line = state, line
        self._context = state.context
        self._out = out or InlineBuilder()
        self._without_notes = without_notes
        self._quotes = 0

    def run(self, nodes: Sequence[ast.Inline]) -> doc.Inlines:
        self._all(nodes)
        return self._out.finish()

    def _all(self, nodes: Sequence[ast.Inline]) -> None:
        for node in nodes:
            self._inline(node)

    def _inline(self, node: ast.Inline) -> None:
        out = self._out
        match node:
            case ast.Str(text):
                text = legal(text)
                out.parts(self._context.abbreviations.spelled_out(text))
            case ast.Space():
                out.text(" ")
            case ast.SoftBreak():
                out.soft_break()
            case ast.LineBreak():
                out.line_break()
            case ast.Emph(inner) | ast.Underline(inner):
                self._styled("emphasis", inner)
            case ast.Strong(inner):
                self._styled("strong", inner)
            case ast.Strikeout(inner):
                self._styled("strike", inner)
            case ast.Superscript(inner):
                self._styled("sup", inner)
            case ast.Subscript(inner):
                self._styled("sub", inner)
            case ast.SmallCaps(inner):
                self._all(inner)
            case ast.Quoted((kind, inner)):
                self._quoted(inner, single=kind.t == "SingleQuote")
            case ast.Code((attr, text)):
                self._code(attributes_of(attr), legal(text))
            case ast.Math((_, latex)):
                self._formula(latex)
            case ast.RawInline((name, text)):
                raw_inline(name, legal(text), out, self._context, self._line)
            case ast.Cite() | ast.Link() | ast.Image() | ast.Note() | ast.Span():
                self._other(node)
            case _:
                assert_never(node)

    def _other(self, node: ast.Cite | ast.Link | ast.Image | ast.Note | ast.Span) -> None:
        """What has attributes, an address or blocks in it."""
        match node:
            case ast.Cite((works, written)):
                self._out_citation(works, written)
            case ast.Link((attr, inner, (address, _))):
                self._link(attributes_of(attr), inner, address)
            case ast.Image((attr, inner, (source, title))):
                self._image(attributes_of(attr), inner, source, title)
            case ast.Note(blocks):
                if not self._without_notes:
                    self._note(blocks)
            case ast.Span((attr, inner)):
                self._span(attributes_of(attr), inner)
            case _:
                assert_never(node)

    def _styled(self, style: str, inner: Sequence[ast.Inline], attributes: doc.Attributes = doc.NO_ATTRIBUTES) -> None:
        self._out.open(style, attributes.get("lang"), attributes, self._line)
        self._all(inner)
        self._out.close(style)

    def _quoted(self, inner: Sequence[ast.Inline], *, single: bool) -> None:
        """Quotation marks, as the language of the text has them."""
        marks = language(self._context.lang or "en")
        start, end = marks.inner_quotes if single else marks.quotes
        self._out.text(start)
        self._all(inner)
        self._out.text(end)

    def _formula(self, latex: str) -> None:
        from triptych.model.latex import readable  # late: few documents have a formula

        latex = legal(latex).strip()
        said = readable(latex)
        if said:
            self._out.add(doc.InlineFormula(latex, said, self._line))
        else:
            self._out.text(latex)

    def _code(self, attributes: doc.Attributes, text: str) -> None:
        """Code, or what stands in a role of reStructuredText that pandoc does not know."""
        if "interpreted-text" not in attributes.classes:
            self._out.add(doc.CodeSpan(text)) if text else None
            return
        for inline in role_inlines(attributes.get("role"), text, self._context, self._line):
            self._out.text(inline.text) if isinstance(inline, doc.Text) else self._out.add(inline)

    def _out_citation(self, works: Sequence[ast.Cited], written: Sequence[ast.Inline]) -> None:
        for inline in citation_of(works, words_of, plain_of(written), self._context, self._line):
            self._context.cites = self._context.cites or isinstance(inline, doc.Citation)
            if isinstance(inline, doc.Text):
                self._out.text(inline.text)
            else:
                self._out.add(inline)

    def _link(self, attributes: doc.Attributes, inner: Sequence[ast.Inline], address: str) -> None:
        if named := attributes.get(_REFERENCE):
            command = "eqref" if attributes.get("reference-type") == "eqref" else "ref"
            whole = "+" in attributes.get("reference-type")  # \autoref has the word, too
            self._out.add(doc.Reference((named,), (), named if whole else f"\\{command}{{{named}}}", self._line))
            return
        target = link_target(address)
        if address and not target:
            message = f"left out an unsafe address: {address[:40]}"
            self._context.report.add("warning", message, self._line, kind="unsafe address")
        if target:
            self._out.open("link", target)
        self._all(inner)
        if target:
            self._out.close("link")

    def _image(self, attributes: doc.Attributes, inner: Sequence[ast.Inline], source: str, title: str) -> None:
        """A picture, and behind it the footnotes that are called in its alternative text."""
        said = to_inlines(inner, self._state, self._line)
        alt = " ".join(plain(said).split())
        if alt == _NO_ALT:
            alt, said = "", ()
        holds = any(isinstance(inline, doc.InlineFormula) for inline in said)
        words = tuple(inline for inline in said if not isinstance(inline, doc.FootnoteCall)) if holds else ()
        title = " ".join(legal(title).split())
        self._out.add(doc.Image(legal(source), alt, title, self._line, attributes, words))
        for call in calls(said):
            self._out.add(call)

    def _note(self, blocks: Sequence[ast.Block]) -> None:
        """A footnote: it is read where it is called, which no other place calls."""
        read = self._state.blocks(blocks)
        if read:
            self._state.notes += 1
            label = str(self._state.notes)
            self._context.footnotes.define(label, lambda: read, self._line)
            self._out.add(self._context.footnotes.call(label, self._line))

    def _span(self, attributes: doc.Attributes, inner: Sequence[ast.Inline]) -> None:
        style = next((SPANS[name] for name in attributes.classes if name in SPANS), "")
        if attributes.id:
            self._context.anchors.setdefault(attributes.id, self._line)
        if "abbr" in attributes.classes and (long := " ".join(attributes.get("title").split())):
            self._context.abbreviations.begin(long)
            self._out.open("abbreviation", long)
            self._all(inner)
            self._out.close("abbreviation")
            self._out.text(self._context.abbreviations.end())
            return
        style = style or ("lang" if attributes.get("lang") else "")
        if style:
            self._styled(style, inner, attributes)
        else:
            self._all(inner)


def plain_of(written: Sequence[ast.Inline]) -> str:
    """How a citation is written in the source, white space as single spaces; empty if that is no Markdown."""
    parts: list[str] = []
    for node in written:
        match node:
            case ast.Str(text):
                parts.append(text)
            case ast.Space() | ast.SoftBreak():
                parts.append(" ")
            case ast.Code((_, text)) | ast.Math((_, text)):
                parts.append(text)
            case ast.RawInline():
                return ""
            case ast.Emph(inner) | ast.Strong(inner) | ast.Quoted((_, inner)) | ast.Span((_, inner)):
                parts.append(plain_of(inner))
            case ast.Strikeout(inner) | ast.Superscript(inner) | ast.Subscript(inner) | ast.SmallCaps(inner):
                parts.append(plain_of(inner))
            case ast.Underline(inner) | ast.Link((_, inner, _)) | ast.Cite((_, inner)) | ast.Image((_, inner, _)):
                parts.append(plain_of(inner))
            case ast.LineBreak() | ast.Note():
                pass
            case _:
                assert_never(node)
    return "".join(parts)

"""Pandoc's blocks to our headings and blocks."""

from collections.abc import Sequence
from typing import assert_never

from triptych.model import document as doc
from triptych.model.queries import plain
from triptych.read.decode import legal
from triptych.read.markdown.callouts import callout_kind, callout_title, theorem_name
from triptych.read.markdown.divisions import FIGURE_BOX
from triptych.read.markdown.divs import kind_of
from triptych.read.markdown.figures import figures
from triptych.read.markdown.html_tables import flat
from triptych.read.markdown.lists import task
from triptych.read.markdown.pieces import Pieces
from triptych.read.pandoc import ast
from triptych.read.pandoc.divisions import box_of
from triptych.read.pandoc.formulae import Displayed, formula_of, parts_of
from triptych.read.pandoc.inlines import to_inlines
from triptych.read.pandoc.leaves import leaves
from triptych.read.pandoc.notebooks import shown_output
from triptych.read.pandoc.paragraphs import answers_apart, boxed, first_text, marks_of
from triptych.read.pandoc.quotations import attributed
from triptych.read.pandoc.raw import raw_block, titled
from triptych.read.pandoc.state import MAX_DEPTH, MAX_DIVISIONS, State, attributes_of
from triptych.read.pandoc.tables import to_table
from triptych.read.sections import Heading, Piece

_PAUSE = (doc.Text(". . ."),)  # pandoc's step within a slide


def to_pieces(blocks: Sequence[ast.Block], state: State) -> list[Piece]:
    """The headings and blocks of a document, in order."""
    out = Pieces(state.context, headings=True)
    _Reading(state, out).all(blocks)
    return out.finish()


def to_blocks(blocks: Sequence[ast.Block], state: State) -> doc.Blocks:
    """The same, for what can have no sections."""
    if not blocks:
        return ()
    out = Pieces(state.context, headings=False)
    state.depth += 1
    if state.depth > MAX_DEPTH:
        hint = "nobody can read so many levels"
        state.context.report.add("warning", "nested too deeply: shown without its levels", state.paragraph, hint)
        blocks = leaves(blocks)
    _Reading(state, out).all(blocks)
    state.depth -= 1
    return tuple(piece for piece in out.finish() if not isinstance(piece, Heading))


class _Reading:
    """Puts the blocks of one container into its pieces."""

    def __init__(self, state: State, out: Pieces) -> None:
        self._state, self._out = state, out
        self._context = state.context

    def all(self, blocks: Sequence[ast.Block]) -> None:
        for block in blocks:
            self._block(block)

    def _block(self, block: ast.Block) -> None:
        match block:
            case ast.Plain(inlines) | ast.Para(inlines):
                self._paragraph(inlines)
            case ast.LineBlock(lines):
                self._lines(lines)
            case ast.CodeBlock((attr, text)):
                self._code(attributes_of(attr), text)
            case ast.RawBlock((name, text)):
                raw_block(name, legal(text), self._out, self._context, self._state.paragraph + 1)
            case ast.BlockQuote(inner):
                self._quote(inner)
            case ast.OrderedList(((start, style, delimiter), items)):
                self._list(items, ordered=True, start=start, marks=marks_of(style.t, delimiter.t))
            case ast.BulletList(items):
                self._list(items)
            case ast.DefinitionList(entries):
                self._definitions(entries)
            case ast.Header((level, attr, inlines)):
                self._heading(level, attributes_of(attr), inlines)
            case ast.HorizontalRule():
                self._add(doc.Break(self._state.paragraph))
            case ast.Table() | ast.Figure() | ast.Div():
                self._other(block)
            case _:
                assert_never(block)

    def _other(self, block: ast.Table | ast.Figure | ast.Div) -> None:
        """What has attributes and blocks in it."""
        match block:
            case ast.Table():
                table = to_table(block, self._state, lambda inner: to_blocks(inner, self._state))
                if table is not None:
                    self._add(table)
            case ast.Figure((attr, (_, caption), inner)):
                self._figure(attributes_of(attr), caption, inner)
            case ast.Div((attr, inner)):
                self._division(attributes_of(attr), inner)
            case _:
                assert_never(block)

    def _add(self, piece: Piece) -> None:
        line = self._state.paragraph
        self._out.add(piece, (line - 1, -1))

    def _paragraph(self, inlines: Sequence[ast.Inline]) -> None:
        """A paragraph: displayed formulae in it stand by themselves, pictures alone are figures."""
        texts = answers_apart(inlines, self._context.lang) if self._out.inside("question") else [list(inlines)]
        for text in texts:
            for part in parts_of(text):
                match part:
                    case Displayed():
                        self._add(formula_of(part, self._context, self._state.next()))
                    case [ast.RawInline((name, raw))]:
                        raw_block(name, legal(raw), self._out, self._context, self._state.paragraph + 1)
                    case _:
                        self._text(part)

    def _text(self, nodes: Sequence[ast.Inline]) -> None:
        line = self._state.next()
        inlines = to_inlines(nodes, self._state, line)
        if not inlines or inlines == _PAUSE:
            return
        for block in figures(inlines, line) or [doc.Paragraph(inlines, line)]:
            self._add(block)

    def _lines(self, lines: Sequence[Sequence[ast.Inline]]) -> None:
        joined: list[ast.Inline] = []
        for place, line in enumerate(lines):
            joined += [ast.LineBreak(), *line] if place else line
        self._text(joined)

    def _code(self, attributes: doc.Attributes, text: str) -> None:
        """A block of code: its first class is its language, of which alone nothing is left to say."""
        language = attributes.classes[0] if attributes.classes else ""
        if attributes == doc.Attributes(classes=attributes.classes[:1]):
            attributes = doc.NO_ATTRIBUTES
        if said := titled(attributes.get("caption"), self._context):
            self._add(doc.Paragraph(said, self._state.next()))
        line = self._state.next()
        self._add(doc.Code(legal(text).removesuffix("\n"), language, line, attributes))

    def _quote(self, inner: Sequence[ast.Block]) -> None:
        """A quotation with who said it, or the callout that it is: `[!NOTE]` in its first line."""
        box = boxed(inner)
        if box is not None:
            name, title, inner = box
            self._callout(name, title, inner)
            return
        inner, said = attributed(inner)
        line = self._state.paragraph + 1
        blocks = to_blocks(inner, self._state)
        attribution = to_inlines(said, self._state, self._state.paragraph)
        if blocks:
            self._add(doc.Quote(blocks, attribution, line))

    def _list(
        self, items: Sequence[Sequence[ast.Block]], *, ordered: bool = False, start: int = 1, marks: str = "1."
    ) -> None:
        line = self._state.paragraph + 1
        made = []
        for item in items:
            at = self._state.paragraph + 1
            made.append(task(doc.ListItem(to_blocks(first_text(item), self._state), at)))
        self._add(doc.ListBlock(tuple(made), ordered, start, line, marks=marks))

    def _definitions(self, entries: Sequence[tuple[list[ast.Inline], list[list[ast.Block]]]]) -> None:
        for term, meanings in entries:
            line = self._state.next()
            inlines = to_inlines(term, self._state, line)
            blocks = tuple(block for meaning in meanings for block in to_blocks(meaning, self._state))
            self._add(doc.Definition(inlines, blocks, line))

    def _heading(self, level: int, attributes: doc.Attributes, nodes: Sequence[ast.Inline]) -> None:
        """A heading; one without words, which could be no title, only begins something new."""
        line = self._state.next()
        inlines = to_inlines(nodes, self._state, line)
        if plain(inlines).strip():
            self._add(Heading(min(level, 6), inlines, line, attributes))
            return
        self._add(doc.Break(line))
        for figure in figures(inlines, line, attributes):
            self._add(figure)

    def _figure(self, attributes: doc.Attributes, caption: Sequence[ast.Block], inner: Sequence[ast.Block]) -> None:
        """A figure: what it shows with its caption, which is that of the first picture or table in it."""
        line = self._state.paragraph + 1
        said = flat(to_blocks(caption, self._state))
        self._box(FIGURE_BOX, attributes, said, inner, line)

    def _callout(self, name: str, title: Sequence[ast.Inline], inner: Sequence[ast.Block]) -> None:
        """The callout that a quotation is."""
        line = self._state.paragraph + 1
        said = callout_title(name, to_inlines(title, self._state, line))
        blocks = to_blocks(inner, self._state)
        if blocks or said:
            self._add(doc.Callout(callout_kind(name) or "note", blocks, said, line))

    def _division(self, attributes: doc.Attributes, inner: list[ast.Block]) -> None:
        """A division, as it stands between `:::` in Markdown."""
        state, line = self._state, self._state.paragraph + 1
        inner = shown_output(attributes.classes, inner)
        name, kept, nodes, inner = box_of(attributes, inner, marked_up=state.marked_up)
        if kept.id and not any(map(kind_of, (name, *kept.classes, theorem_name(kept.id)))):
            self._context.anchors.setdefault(kept.id, line)  # a mere group has no name of its own
        title = to_inlines(nodes, state, line) or titled(kept.get("title"), self._context)
        state.divisions += 1
        self._box(name, kept, title, leaves(inner) if state.divisions > MAX_DIVISIONS else inner, line)
        state.divisions -= 1

    def _box(
        self, name: str, attributes: doc.Attributes, title: doc.Inlines, inner: Sequence[ast.Block], line: int
    ) -> None:
        self._out.open(name, attributes, title, line)
        self.all(inner)
        self._out.close(line)

"""Block tokens of the Markdown parser to our headings and blocks."""

from collections.abc import Sequence
from typing import Any

from markdown_it.token import Token
from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.queries import plain
from triptych.model.walk import map_children
from triptych.patterns import late
from triptych.read.footnotes import calls_in, labelled, set_aside
from triptych.read.markdown.attributes import parse_attributes
from triptych.read.markdown.callouts import callout_kind, callout_title
from triptych.read.markdown.cell_tables import read_cell_table
from triptych.read.markdown.cells import code_blocks
from triptych.read.markdown.commonmark import parse_line
from triptych.read.markdown.context import Context
from triptych.read.markdown.divisions import FIGURE_BOX
from triptych.read.markdown.figures import directed_figure, figures
from triptych.read.markdown.html_blocks import read_html
from triptych.read.markdown.inlines import convert, to_inlines
from triptych.read.markdown.lists import task
from triptych.read.markdown.macros import expanded, take_definitions
from triptych.read.markdown.pieces import Pieces
from triptych.read.markdown.rules.math import formula_source
from triptych.read.markdown.tables import read_table
from triptych.read.markdown.undrawn import is_diagram, undrawn_diagram
from triptych.read.sections import Heading, Piece

_INVISIBLE = " \u00a0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_PAUSE = (doc.Text(". . ."),)  # pandoc's step within a slide
_END_OF_BLOCK = (doc.Text("^"),)  # kramdown's, between two lists
_EMPTY_LINE = (doc.Text("\\"),)  # what exports leave of one
_RAW = late(r"\{=[a-z0-9]{1,20}\}")
_TEX = ("tex", "latex")
_CONTENTS = ("[TOC]", "[[TOC]]", "_TOC_", "{:TOC}")  # where other programs put the contents; ours have a place

Lines = tuple[int, int]


def to_pieces(tokens: Sequence[Token], context: Context, title: Sequence[Token] = ()) -> list[Piece]:
    """The headings and blocks of a document's tokens, in order; footnotes that nothing calls at the end.

    `title` has the tokens of a title above the text that calls some.
    """
    kept = set_aside((*title, *tokens), context.footnotes, lambda inner: _Reading(inner, context).blocks())
    if title:
        kept, context.title = kept[len(title) :], to_inlines(title[0], context, spelled_out=False)
    pieces = _Reading(kept, context).pieces(headings=True)
    for label, blocks, line in context.footnotes.finish():
        _tell_uncalled(label, line, context)
        pieces += labelled(label, blocks, line)
    return pieces


class _Reading:
    """A walk over the tokens; containers call it for what they hold, at most as deep as the parser nests."""

    def __init__(self, tokens: Sequence[Token], context: Context) -> None:
        self._tokens = tokens
        self._context = context
        self._report = context.report
        self._next = 0

    def pieces(self, headings: bool = False) -> list[Piece]:
        """The pieces up to the end of the container, whose closing token is passed."""
        out = Pieces(self._context, headings)
        while self._next < len(self._tokens):
            token = self._tokens[self._next]
            self._next += 1
            if token.nesting == -1:
                break
            self._piece(token, out)
        return out.finish()

    def blocks(self) -> doc.Blocks:
        """The same, for what can have no sections."""
        return tuple(piece for piece in self.pieces() if not isinstance(piece, Heading))

    def _piece(self, token: Token, out: Pieces) -> None:
        lines = (token.map[0], token.map[1]) if token.map else (-1, -1)
        line = lines[0] + 1
        match token.type:
            case "paragraph_open":
                self._paragraph(token, out, lines)
            case "heading_open":
                self._heading(token, out, lines)
            case "bullet_list_open" | "ordered_list_open":
                out.add(self._list(token, line), (lines[0], -1))
            case "blockquote_open":
                for block in self._quote(line):
                    out.add(block, (lines[0], -1))
            case "fence" if _RAW.fullmatch(token.info.strip()):
                self._raw(token, line, out)
            case "fence" if token.info.strip() == "math":
                self._formula(token, out, lines)
            case "fence" | "code_block":
                for block in code_blocks(token, line, self._report, self._title):
                    drawn = isinstance(block, doc.Code) and is_diagram(block.language)
                    out.add(undrawn_diagram(block, self._report) if drawn else block, lines)  # type: ignore[arg-type]
            case "hr":
                out.add(doc.Break(line), lines)
            case "html_block":
                read_html(token.content, line, self._context, out)
            case "div_open":
                self._open(token.meta, line, out)
            case "div_close":
                out.close(line)
            case _:
                self._other(token, out, lines)

    def _other(self, token: Token, out: Pieces, lines: Lines) -> None:
        match token.type:
            case "table_open":
                table, self._next = read_table(self._tokens, self._next - 1, self._context)
                out.add(table, lines)
            case "dl_open":
                for definition in self._definitions(lines[0] + 1):
                    out.add(definition, (lines[0], -1))
            case "math_block":
                self._formula(token, out, lines)
            case "footnote_reference_open":
                for block in self._footnote(token, lines[0] + 1):
                    out.add(block, lines)
            case "box_open":
                title = self._title(token.meta["title"], lines[0] + 1)
                out.open_box(token.meta["name"], token.meta["attributes"], title, lines[0] + 1)
                if token.meta.get("picture"):
                    out.add(directed_figure(token.meta["picture"], token.meta["options"], lines[0] + 1), lines)
            case "box_close":
                out.close_box()
            case "cells_table":
                out.add(
                    read_cell_table(token, self._context, lambda inner: _Reading(inner, self._context).blocks()), lines
                )
            case "abbreviation" | "comment" | "definitions":
                pass
            case "inline":
                out.add(doc.Paragraph(to_inlines(token, self._context), lines[0] + 1), lines)
            case _ if token.nesting == 1:
                for piece in self.pieces():
                    out.add(piece, lines)
            case _ if token.content.strip():
                out.add(doc.Paragraph(_kept_lines(token.content), lines[0] + 1), lines)

    def _inline(self, spelled_out: bool = True) -> doc.Inlines:
        """The inlines of a heading, paragraph or term, whose closing token is passed."""
        token = self._tokens[self._next]
        self._next += 2
        return to_inlines(token, self._context, spelled_out)

    def _title(self, text: str, line: int) -> doc.Inlines:
        tokens = parse_line(text, self._context.env) if text.strip() else []
        return convert(tokens[0].children or [], self._context, line) if tokens else ()

    def _heading(self, token: Token, out: Pieces, lines: Lines) -> None:
        """A heading; one without words, which could be no title, only begins something new."""
        line, inlines = lines[0] + 1, self._inline(spelled_out=False)
        if plain(inlines).strip(_INVISIBLE):
            out.add(Heading(int(token.tag[1]), inlines, line, _attributes(token)), lines)
            return
        out.add(doc.Break(line, heading=True), lines)
        for figure in self._figures(inlines, line, _attributes(token)):
            out.add(figure, lines)

    def _paragraph(self, token: Token, out: Pieces, lines: Lines) -> None:
        line, attributes = lines[0] + 1, _attributes(token)
        inlines = self._inline()
        if not inlines:
            if attributes != doc.NO_ATTRIBUTES:
                out.attributes(attributes, lines)
            return
        if inlines in (_PAUSE, _END_OF_BLOCK, _EMPTY_LINE) or (
            len(inlines) == 1 and plain(inlines).upper() in _CONTENTS
        ):
            return
        found: list[doc.Block] = self._figures(inlines, line, attributes)
        for block in found or [doc.Paragraph(inlines, line, attributes)]:
            out.add(block, lines)

    def _figures(self, inlines: doc.Inlines, line: int, attributes: doc.Attributes) -> list[doc.Block]:
        """The pictures that a paragraph is, with the footnotes that their captions call."""
        notes = self._context.footnotes

        def put(node: Any) -> Any:
            if not isinstance(node, doc.Figure):
                return map_children(node, put)
            return replace(node, caption=calls_in(node.caption, notes, node.line))

        return [put(figure) for figure in figures(inlines, line, attributes)]

    def _raw(self, token: Token, line: int, out: Pieces) -> None:
        """What is written for one kind of output: HTML is read, anything else is left out and told."""
        if token.info.strip() == "{=html}":
            read_html(token.content, line + 1, self._context, out)
        elif token.info.strip()[2:-1] not in _TEX or take_definitions(token.content, self._context.macros).strip():
            hint = "write it as Markdown if it is to be shown"
            self._report.add("warning", f"raw {token.info.strip()[2:-1]} is left out", line, hint, "raw")

    def _list(self, token: Token, line: int) -> doc.ListBlock:
        ordered = token.type == "ordered_list_open"
        items: list[doc.ListItem] = []
        while self._tokens[self._next].nesting == 1:
            item = self._tokens[self._next]
            self._next += 1
            items.append(task(doc.ListItem(self.blocks(), item.map[0] + 1 if item.map else line)))
        self._next += 1
        # In Marp, the mark of a list says that it comes item by item.
        stepwise = self._context.dialect == "marp" and token.markup in ("*", ")")
        attributes = doc.Attributes(classes=("incremental",)) if stepwise else doc.NO_ATTRIBUTES
        marks = str(token.meta.get("marks", "1."))
        return doc.ListBlock(tuple(items), ordered, int(token.attrs.get("start", 1)), line, attributes, marks)

    def _quote(self, line: int) -> list[doc.Block]:
        """A quotation, or the callout that it is: `> [!NOTE]`."""
        blocks = self.blocks()
        closing = self._tokens[min(self._next, len(self._tokens)) - 1].meta
        if "kind" in closing:
            name = closing["kind"]
            title = callout_title(name, convert(closing["title"], self._context, line))
            return [doc.Callout(callout_kind(name) or "note", blocks, title, line)] if blocks or title else []
        attribution = convert(closing.get("attribution", ()), self._context, closing.get("line", line))
        return [doc.Quote(blocks, attribution, line)] if blocks else []

    def _open(self, meta: dict[str, Any], line: int, out: Pieces) -> None:
        attributes = parse_attributes(meta["braces"]) or doc.NO_ATTRIBUTES
        if meta["directive"]:
            options = meta["options"]
            heads = (("header-rows", options.get("header-rows", "0")),) if meta["directive"] == "list-table" else ()
            attributes = doc.Attributes(options.get("name") or options.get("label", ""), attributes.classes, heads)
        if meta["directive"] in ("figure", "image"):
            out.open(FIGURE_BOX, doc.Attributes(meta["options"].get("name", "")), (), line)
            out.add(directed_figure(meta["title"], meta["options"], line), (line - 1, line))
            return
        written = "" if meta["title"].isdigit() else meta["title"]  # a grid's number of columns
        title = self._title(written or attributes.get("title"), line)
        name = FIGURE_BOX if meta["directive"] == "table" else meta["name"] or meta["directive"]
        out.open(name, attributes, title, line)

    def _definitions(self, line: int) -> list[doc.Block]:
        """The terms of a definition list, each with all that is said of it."""
        found: list[doc.Block] = []
        term: doc.Inlines = ()
        while self._tokens[self._next].nesting == 1:
            token = self._tokens[self._next]
            self._next += 1
            if token.type == "dt_open":
                term, line = self._inline(), token.map[0] + 1 if token.map else line
                found.append(doc.Definition(term, (), line))
                continue
            last = found.pop() if found else None
            before = last.blocks if isinstance(last, doc.Definition) else ()
            found.append(doc.Definition(term, before + self.blocks(), line))
        self._next += 1
        return found

    def _formula(self, token: Token, out: Pieces, lines: Lines) -> None:
        """A displayed formula; one that can be referred to gets the next number. Mere definitions show nothing."""
        from triptych.model.latex import readable  # late: few documents have a formula

        line, source = lines[0] + 1, formula_source(token.content)
        latex = expanded(source, self._context.macros)
        said = readable(latex)
        if not said:
            if latex.strip() or not source:
                out.add(doc.Paragraph(_kept_lines(token.content), line), lines)
            return
        attributes = _attributes(token)
        name = attributes.id or token.meta.get("label", "")
        self._context.formulae += 1 if name else 0
        number = self._context.formulae if name else 0
        out.add(doc.Formula(latex, said, number, line, replace(attributes, id=name)), lines)

    def _footnote(self, token: Token, line: int) -> doc.Blocks:
        """The text of a footnote that is never called, behind its label, where it is defined."""
        blocks = self.blocks()
        line = blocks[0].line if blocks else line
        _tell_uncalled(token.meta["label"], line, self._context)
        return labelled(token.meta["label"], blocks, line)


def _tell_uncalled(label: str, line: int, context: Context) -> None:
    hint = f"write [^{label}] where it belongs"
    context.report.add("warning", f"the footnote [^{label}] is never called", line, hint, "footnote")


def _attributes(token: Token) -> doc.Attributes:
    found = token.meta.get("attributes", doc.NO_ATTRIBUTES)
    return found if isinstance(found, doc.Attributes) else doc.NO_ATTRIBUTES


def _kept_lines(text: str) -> doc.Inlines:
    """Text whose line breaks stay."""
    inlines: list[doc.Text | doc.LineBreak] = []
    for line in text.split("\n"):
        words = " ".join(line.split())
        if words:
            inlines += [doc.LineBreak(), doc.Text(words)] if inlines else [doc.Text(words)]
    return tuple(inlines)

"""Block tokens of the Markdown parser to our headings and blocks."""

from collections.abc import Sequence

from markdown_it.token import Token

from triptych.model.document import (
    NO_ATTRIBUTES,
    Attributes,
    Block,
    Blocks,
    Break,
    Code,
    Definition,
    Inlines,
    LineBreak,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Text,
    plain,
)
from triptych.read.attributes import leading_attributes
from triptych.read.decode import legal
from triptych.read.divs import Pieces
from triptych.read.figures import figures
from triptych.read.html_blocks import html_pieces
from triptych.read.inlines import to_inlines
from triptych.read.report import Report
from triptych.read.sections import Heading, Piece
from triptych.read.tables import read_table

_INVISIBLE = " \u00a0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

Lines = tuple[int, int]


def to_pieces(tokens: Sequence[Token], report: Report) -> list[Piece]:
    """The headings and blocks of a document's tokens, in order."""
    return _Reading(tokens, report).pieces(headings=True)


class _Reading:
    """A walk over the tokens; containers call it for what they hold, at most as deep as the parser nests."""

    def __init__(self, tokens: Sequence[Token], report: Report) -> None:
        self._tokens = tokens
        self._report = report
        self._next = 0

    def pieces(self, headings: bool = False) -> list[Piece]:
        """The pieces up to the end of the container, whose closing token is passed."""
        out = Pieces(self._report, headings)
        while self._next < len(self._tokens):
            token = self._tokens[self._next]
            self._next += 1
            if token.nesting == -1:
                break
            self._piece(token, out)
        return out.finish()

    def _blocks(self) -> Blocks:
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
                blocks = self._blocks()
                if blocks:
                    out.add(Quote(blocks, line=line), (lines[0], -1))
            case "fence" | "code_block":
                out.add(_code(token, line), lines)
            case "hr":
                out.add(Break(line), lines)
            case "html_block":
                for piece in html_pieces(token.content, line, self._report):
                    out.add(piece, lines)
            case "div_open":
                out.open(token.meta, line)
            case "div_close":
                out.close(line)
            case _:
                self._other(token, out, lines)

    def _other(self, token: Token, out: Pieces, lines: Lines) -> None:
        match token.type:
            case "table_open":
                table, self._next = read_table(self._tokens, self._next - 1, self._report)
                out.add(table, lines)
            case "dl_open":
                for definition in self._definitions(lines[0] + 1):
                    out.add(definition, (lines[0], -1))
            case "math_block":
                line = lines[0] + 1
                self._report.add("warning", "formulae are shown as they are written", line, kind="formula")
                out.add(Paragraph(_kept_lines(token.content), line), lines)
            case "footnote_reference_open":
                for block in self._footnote(token):
                    out.add(block, lines)
            case "inline":
                out.add(Paragraph(to_inlines(token, self._report), lines[0] + 1), lines)
            case _ if token.nesting == 1:
                for piece in self.pieces():
                    out.add(piece, lines)
            case _ if token.content.strip():
                out.add(Paragraph(_kept_lines(token.content), lines[0] + 1), lines)

    def _inline(self) -> Inlines:
        """The inlines of a heading, paragraph or term, whose closing token is passed."""
        token = self._tokens[self._next]
        self._next += 2
        return to_inlines(token, self._report)

    def _heading(self, token: Token, out: Pieces, lines: Lines) -> None:
        """A heading; one without words, which could be no title, only begins something new."""
        line, inlines = lines[0] + 1, self._inline()
        if plain(inlines).strip(_INVISIBLE):
            out.add(Heading(int(token.tag[1]), inlines, line, _attributes(token)), lines)
            return
        out.add(Break(line), lines)
        for figure in figures(inlines, line, _attributes(token)):
            out.add(figure, lines)

    def _paragraph(self, token: Token, out: Pieces, lines: Lines) -> None:
        line, attributes = lines[0] + 1, _attributes(token)
        inlines = self._inline()
        if not inlines:
            if attributes != NO_ATTRIBUTES:
                out.attributes(attributes, lines)
            return
        found: list[Block] = [*figures(inlines, line, attributes)]
        for block in found or [Paragraph(inlines, line, attributes)]:
            out.add(block, lines)

    def _list(self, token: Token, line: int) -> ListBlock:
        ordered = token.type == "ordered_list_open"
        items: list[ListItem] = []
        while self._tokens[self._next].nesting == 1:
            item = self._tokens[self._next]
            self._next += 1
            items.append(ListItem(self._blocks(), item.map[0] + 1 if item.map else line))
        self._next += 1
        return ListBlock(tuple(items), ordered, int(token.attrs.get("start", 1)), line)

    def _definitions(self, line: int) -> list[Block]:
        """The terms of a definition list, each with all that is said of it."""
        found: list[Block] = []
        term: Inlines = ()
        while self._tokens[self._next].nesting == 1:
            token = self._tokens[self._next]
            self._next += 1
            if token.type == "dt_open":
                term, line = self._inline(), token.map[0] + 1 if token.map else line
                found.append(Definition(term, (), line))
                continue
            last = found.pop() if found else None
            before = last.blocks if isinstance(last, Definition) else ()
            found.append(Definition(term, before + self._blocks(), line))
        self._next += 1
        return found

    def _footnote(self, token: Token) -> Blocks:
        """The text of a footnote, behind its label, where it is defined."""
        blocks = self._blocks()
        line = blocks[0].line if blocks else 0
        self._report.add("warning", "footnotes are shown where they are defined", line, kind="footnote")
        mark = f"[{token.meta['label']}] "
        if blocks and isinstance(blocks[0], Paragraph):
            first = Paragraph((Text(mark), *blocks[0].inlines), line, blocks[0].attributes)
            return (first, *blocks[1:])
        return (Paragraph((Text(mark.strip()),), line), *blocks)


def _attributes(token: Token) -> Attributes:
    found = token.meta.get("attributes", NO_ATTRIBUTES)
    return found if isinstance(found, Attributes) else NO_ATTRIBUTES


def _code(token: Token, line: int) -> Code:
    """A block of code; `{.python}`, `{r name}` and `python {…}` all name a language."""
    text = legal(token.content.removesuffix("\n"))
    info = legal(token.info).strip()
    start = info.find("{")
    name = (info if start < 0 else info[:start]).split()
    attributes = NO_ATTRIBUTES
    if start >= 0:
        found = leading_attributes(info[start:])
        attributes = found[0] if found else NO_ATTRIBUTES
        if not name:
            name = list(attributes.classes) or info.strip("{}").replace(",", " ").split()
    return Code(text, name[0] if name else "", line, attributes)


def _kept_lines(text: str) -> Inlines:
    """Text whose line breaks stay."""
    inlines: list[Text | LineBreak] = []
    for line in text.split("\n"):
        words = " ".join(line.split())
        if words:
            inlines += [LineBreak(), Text(words)] if inlines else [Text(words)]
    return tuple(inlines)

"""What divisions and HTML elements become when they end: those that mean something become it."""

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.list_marks import numeral
from triptych.model.queries import plain
from triptych.model.wishes import OF_DIVISIONS
from triptych.read.inline_builder import finished_text
from triptych.read.labels import is_label, labelled
from triptych.read.markdown.attributes import merge
from triptych.read.markdown.callouts import callout_kind, callout_title, kind_by_icon
from triptych.read.markdown.divisions import FIGURE_BOX, UNTIL_BREAK, Division, Kind, bold_headings
from triptych.read.markdown.html_tables import flat, html_table
from triptych.read.markdown.list_tables import list_table
from triptych.read.markdown.questions import question_of
from triptych.read.markdown.settle import MOST_COLUMNS
from triptych.read.sections import Heading, Piece

_NAMES: dict[Kind, str] = {
    "notes": "notes note-to-self speaker-notes speaker-note instructor instructor-notes until-break",
    "question": "question",
    "summary": "summary keypoints key-points keytakeaways key-takeaways",
    "definition": "definition dfn glossary-entry",
    "columns": "columns two-column two-columns three-column row grid cols layout",
    "column": """column col pull-left pull-right left-column right-column column-left column-right grid-item
        grid-item-card leftcol rightcol""",
    "incremental": "incremental",
    "chart": "chart",
    "block": "fragment fragments r-stack r-fit-text r-hstack r-vstack",
    "figure": FIGURE_BOX,
    "list-table": "list-table listtable",
}
_KINDS = {name: kind for kind, names in _NAMES.items() for name in names.split()}
_PLAIN_NAMES = """
    center slides section slide panel-tabset tabset tab tab-set tab-item aside column-margin
    column-page column-screen content-visible content-hidden cell cell-output cell-output-display
    smaller scrollable nonincremental footnote figure fig container right left
    small large tiny inverse middle top bottom card cards align-center text-center media medium lead glossary"""
_PLAIN = frozenset(_PLAIN_NAMES.split())


def kind_of(name: str) -> Kind | None:
    """The kind of a division by its name: "" if it only groups, None if the name is not known."""
    lowered = name.lower()
    if lowered in _KINDS:
        return _KINDS[lowered]
    if callout_kind(lowered):
        return "callout"
    if lowered in OF_DIVISIONS:
        return "marked"
    if lowered.startswith("col-"):
        return "column"
    return "" if lowered in _PLAIN or lowered.startswith("layout-") else None


def finished(division: Division, lang: str = "") -> list[Piece]:
    """The pieces that an ended division leaves in what it stands in. `lang` as for a question."""
    line, attributes, title = division.line, division.attributes, division.title
    if division.kind == "callout":
        return _callout(division)
    pieces = bold_headings(division.content.pieces)
    blocks = tuple(piece for piece in pieces if not isinstance(piece, Heading))
    match division.kind:
        case "notes":
            head = title if division.name == UNTIL_BREAK else (doc.Strong(title),)
            body: doc.Blocks = (doc.Paragraph(head, line), *blocks) if title else blocks
            return [doc.Notes(body, line, attributes)] if body else []
        case "summary":
            return [doc.Summary(blocks, title, line, attributes)] if blocks or title else []
        case "question":
            first, rest = _head(title, blocks)
            if first and not title and isinstance(blocks[0], doc.Paragraph):  # what is said of the line that asks
                attributes = merge(blocks[0].attributes, attributes)
            return [question_of(first, rest, line, attributes, lang, division.answer)] if first or rest else []
        case "definition":
            return [_definition(division, title, blocks)] if blocks or title else []
        case "quote":
            return [doc.Quote(blocks, title, line, attributes)] if blocks else _titled(title, line)
        case "list":
            return _list(division, blocks)
        case "table":
            table = html_table(division.rows, line, attributes, title)
            return [*blocks, *([table] if table else _titled(title, line))]
        case "list-table":
            return list_table(blocks, title, line, attributes) or [*_titled(title, line), *pieces]
        case "figure":
            caption, rest = (title, blocks) if title else _figure_caption(division.name, blocks)
            return _figure(caption, rest, line, attributes)
        case "chart":
            return [_charted(piece, attributes) for piece in pieces]
        case "marked" if not division.tag or attributes.get("lang"):
            names = () if division.tag else (division.name.lower(), *attributes.classes)  # a tag's are for a browser
            marks = doc.Attributes(
                classes=tuple(c for c in names if c in OF_DIVISIONS),
                values=tuple(value for value in attributes.values if value[0] == "lang"),
            )
            return [_marked(piece, marks) for piece in division.content.pieces]
        case _:
            return pieces


def _titled(title: doc.Inlines, line: int) -> list[Piece]:
    return [doc.Paragraph(title, line)] if title else []


def _callout(division: Division) -> list[Piece]:
    """A callout; a heading that it begins with is its title."""
    pieces, title = division.content.pieces, division.title
    if not title and pieces and isinstance(pieces[0], Heading):
        title, pieces = pieces[0].inlines, pieces[1:]
    blocks = tuple(piece for piece in bold_headings(pieces) if not isinstance(piece, Heading))
    kind = callout_kind(division.name) or "note"
    if division.name == "aside":
        kind, blocks = kind_by_icon(blocks)
        return [doc.Callout(kind, blocks, title, division.line, division.attributes)] if blocks or title else []
    title = callout_title(division.name, title)
    return [doc.Callout(kind, blocks, title, division.line, division.attributes)] if blocks or title else []


def _list(division: Division, blocks: doc.Blocks) -> list[Piece]:
    items = (*((doc.ListItem(blocks, division.line),) if blocks else ()), *division.items)
    start = division.attributes.get("start", "1")
    first = int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1
    manner = division.attributes.get("type")
    marks = f"{manner}." if manner in ("a", "A", "i", "I") else "1."
    return [doc.ListBlock(items, division.tag == "ol", first, division.line, marks=marks)] if items else []


def _figure_caption(name: str, blocks: doc.Blocks) -> tuple[doc.Inlines, doc.Blocks]:
    """The caption among the blocks: the paragraph after the picture in MyST, the last one in Quarto."""
    place = 1 if name == FIGURE_BOX else len(blocks) - 1
    found = blocks[place] if 0 < place < len(blocks) else None
    if not isinstance(found, doc.Paragraph):
        return (), blocks
    return found.inlines, blocks[:place] + blocks[place + 1 :]


def _figure(caption: doc.Inlines, blocks: doc.Blocks, line: int, attributes: doc.Attributes) -> list[Piece]:
    """What a `<figure>` holds, its caption given to the first picture or table."""
    shown = [block for block in blocks if isinstance(block, doc.Figure)]
    if len(shown) > 1:
        return _parts(caption, blocks, shown, line, attributes)
    pieces: list[Piece] = list(blocks)
    for place, block in enumerate(blocks):
        if caption and isinstance(block, doc.Figure | doc.Table) and not block.caption:
            pieces[place] = replace(block, caption=caption, attributes=merge(block.attributes, attributes))
            return pieces
    return pieces + _titled(caption, line)


def _parts(
    caption: doc.Inlines, blocks: doc.Blocks, shown: list[doc.Figure], line: int, attributes: doc.Attributes
) -> list[Piece]:
    """Pictures of one figure side by side, (a), (b) and so on, in the columns that are asked for; its caption below."""
    asked = attributes.get("layout-ncol")
    wide = min(int(asked) if asked.isdecimal() and len(asked) < 3 and int(asked) else len(shown), MOST_COLUMNS)
    lettered = [
        replace(
            figure, caption=(doc.Text(f"({numeral('a', k)}) "), *(figure.caption or finished_text(figure.image.alt)))
        )
        for k, figure in enumerate(shown, 1)
    ]
    rows: list[Piece] = []
    for start in range(0, len(lettered), wide):
        row = lettered[start : start + wide]
        rows.append(doc.Columns(tuple((figure,) for figure in row), (), row[0].line) if len(row) > 1 else row[0])
    first = rows[0]
    if isinstance(first, doc.Columns):
        rows[0] = replace(first, attributes=doc.Attributes(attributes.id))
    return [*rows, *(block for block in blocks if not isinstance(block, doc.Figure)), *_titled(caption, line)]


def _named(figure: doc.Figure) -> doc.Inlines:
    return figure.caption or finished_text(figure.image.alt)


def _charted(piece: Piece, attributes: doc.Attributes) -> Piece:
    if not isinstance(piece, doc.Table):
        return piece
    chart = merge(doc.Attributes(classes=("chart",)), attributes)
    return replace(piece, attributes=merge(chart, piece.attributes))


def _marked(piece: Piece, marks: doc.Attributes) -> Piece:
    if not isinstance(piece, doc.Break) and piece.attributes.get("lang"):  # an inner division has the last word
        marks = replace(marks, values=())
    return piece if isinstance(piece, doc.Break) else replace(piece, attributes=merge(piece.attributes, marks))


def cell_inlines(division: Division) -> doc.Inlines:
    """What a division says in one line: the caption of a figure, the term of a definition."""
    return flat(tuple(p for p in bold_headings(division.content.pieces) if not isinstance(p, Heading)))


def _head(title: doc.Inlines, blocks: doc.Blocks) -> tuple[doc.Inlines, doc.Blocks]:
    """The line that a division is about, and the rest: its title, else its first paragraph."""
    if title:
        return title, blocks
    if blocks and isinstance(blocks[0], doc.Paragraph):
        return blocks[0].inlines, blocks[1:]
    return (), blocks


def _definition(division: Division, title: doc.Inlines, blocks: doc.Blocks) -> doc.Block:
    term = title or finished_text(division.attributes.get("term"))
    if not term and blocks and isinstance(blocks[0], doc.Definition) and len(blocks) == 1:
        return blocks[0]
    if not term and blocks and isinstance(head := blocks[0], doc.Paragraph):
        found = labelled(head.inlines, plain_text=True)
        if found:
            term, said = found
            blocks = (replace(head, inlines=said), *blocks[1:]) if said else blocks[1:]
        elif len(blocks) > 1 and is_label(plain(head.inlines)):
            term, blocks = head.inlines, blocks[1:]
    if not term:  # it says what something is without naming it first: a box
        title = callout_title(division.name, ())
        return doc.Callout("note", blocks, title, division.line, division.attributes)
    return doc.Definition(term, blocks, division.line, division.attributes)

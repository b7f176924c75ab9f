"""The blocks of a document as pieces that a cheat sheet shows whole or leaves out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from msgspec.structs import replace

from triptych.languages.signs import ENDS, behind_label
from triptych.languages.words import word
from triptych.model import document as doc
from triptych.model.list_marks import BULLET, DONE, OPEN, mark_of, numbered
from triptych.model.queries import captioned, description, is_question, plain
from triptych.model.wishes import off_sheet, stress
from triptych.plan.cheat_sheet.entries import Entry, Piece
from triptych.plan.cheat_sheet.exercises import is_exercise, solved
from triptych.plan.cheat_sheet.passages import LONGEST, code_passages, passages
from triptych.weigh.cues import patterns
from triptych.weigh.sentences import leads, sentences

ITEMS, ROWS = 7, 8
"""The longest list and the longest table that are whole or not there at all."""
FIRST = 3
"""Items or rows with which a longer one begins; it may lose the others, from the end."""


def pieces_of(blocks: Sequence[doc.Block], document: doc.Document, depth: int = 0) -> list[Piece]:
    """The pieces of blocks in their order, lead-ins in one with what they lead to."""
    out: list[Piece] = []
    before: doc.Block | None = None
    widest = max((_point_mark(block) for block in blocks if isinstance(block, doc.KeyPoint)), key=len, default="")
    for number, block in enumerate(blocks):
        attributes = _attributes(block)
        if off_sheet(attributes) or isinstance(block, doc.Notes):
            continue
        follows = blocks[number + 1] if number + 1 < len(blocks) else None
        made = [_marked(piece, attributes) for piece in _pieces(block, document, depth, follows)]
        if isinstance(block, doc.KeyPoint):
            made[0] = _aligned(made[0], widest)
        if made and out and isinstance(block, doc.Paragraph) and isinstance(before, doc.Paragraph):
            made[0] = replace(made[0], needs=_refers(made[0].entries[0].said, document))
        if made and out and (out[-1].waits or _goes_on(before, made[0])):
            out[-1] = together(out[-1], made.pop(0))
        out.extend(made)
        before = block
    return out


def _attributes(block: doc.Block) -> doc.Attributes:
    return doc.NO_ATTRIBUTES if isinstance(block, doc.Break) else block.attributes


def _point_mark(block: doc.KeyPoint) -> str:
    return numbered(block.marks, block.number) if block.number is not None else BULLET


def _aligned(piece: Piece, widest: str) -> Piece:
    """The piece of a labelled point, its text as far from the edge as that of the point with the widest mark."""
    first, *rest = piece.entries
    return replace(piece, entries=(replace(first, widest=widest), *rest))


def _goes_on(before: doc.Block | None, piece: Piece) -> bool:
    """Whether a piece goes on with the sentence of the formula before it."""
    said = piece.entries[0].said or plain(piece.entries[0].inlines)
    return isinstance(before, doc.Formula) and (said[:1].islower() or not said[:1].isalnum())


def together(one: Piece, other: Piece) -> Piece:
    """Two pieces in one."""
    *first, last = one.entries
    last = replace(last, leads=last.leads or one.waits)
    entries = (*first, last, *other.entries)
    essential = one.essential or other.essential
    return replace(one, entries=entries, essential=essential, waits=other.waits, opens=other.opens, more=other.more)


def _marked(piece: Piece, attributes: doc.Attributes) -> Piece:
    own = stress(attributes)
    return replace(piece, essential=own) if own else piece


def _pieces(block: doc.Block, document: doc.Document, depth: int, follows: doc.Block | None) -> list[Piece]:
    match block:
        case doc.Paragraph():
            return _paragraph(block.inlines, block.line, document, depth, follows)
        case doc.ListBlock():
            return _list(block, document, depth)
        case doc.Definition():
            first = block.blocks[0] if block.blocks else None
            meaning = first.inlines if isinstance(first, doc.Paragraph) else ()
            rest = block.blocks[1:] if meaning else block.blocks
            return _as_term(labelled(block.term, meaning, rest, block.line, document, depth), block)
        case doc.KeyPoint():
            return labelled(block.label, block.inlines, block.blocks, block.line, document, depth, _point_mark(block))
        case doc.Question():
            return _question(block, document, depth)
        case doc.Summary() | doc.Callout():
            return _titled(block.title, pieces_of(block.blocks, document, depth), document.meta.lang)
        case doc.Quote():
            return _attributed(pieces_of(block.blocks, document, depth + 1), block)
        case doc.Table():
            return _table(block, depth)
        case doc.Code():
            return _code(block, depth)
        case doc.Columns():
            return [piece for column in block.columns for piece in pieces_of(column, document, depth)]
        case doc.Formula():
            number = (doc.Text(f"\u2003({block.number})"),) if block.number else ()
            formula = doc.InlineFormula(block.latex, block.said, block.line)
            return [Piece((Entry((formula, *number), block.line, depth, display=True, said=block.said),))]
        case doc.Figure() | doc.Chart():
            return _figure(block, depth) if stress(block.attributes) > 0 else []
        case doc.Notes() | doc.Break():
            return []
        case _:
            assert_never(block)


_SHOWN = (doc.ListBlock, doc.Formula, doc.Table, doc.Code)
"""What a sentence without an end goes on in."""
LONGEST_TITLE, LONGEST_NAME = 12, 4
"""Words of a paragraph that may be the title of the next one, and of one that only names the picture beneath it."""


def _paragraph(
    inlines: doc.Inlines, line: int, document: doc.Document, depth: int, follows: doc.Block | None
) -> list[Piece]:
    """A piece a sentence; one that begins with a pronoun comes with the one before it, or not at all."""
    out: list[Piece] = []
    for number, sentence in enumerate(sentences(inlines, document.meta.lang)):
        first = Entry(sentence, line, depth, joins=number > 0, said=plain(sentence))
        refers, asked = number > 0 and _refers(first.said, document), is_question(first.said)
        for entry in _short(first):
            needs = refers if entry is first else len(out) > 0 and entry.joins and number == 0
            opens = asked if entry.said is first.said else is_question(entry.said)  # parts share what is said
            out.append(Piece((entry,), needs=needs, opens=opens))
    if out:
        said = plain(out[-1].entries[-1].inlines).rstrip()
        if leads(said) or (isinstance(follows, _SHOWN) and said[-1:].isalnum()) or _is_title(out, said, follows):
            out[-1] = replace(out[-1], waits=True)
        elif len(out) == 1 and said[-1:].isalnum() and len(said.split()) <= LONGEST_NAME and _is_unseen(follows):
            out[-1] = replace(out[-1], bare=True)
    return out


def _is_unseen(block: doc.Block | None) -> bool:
    """Whether a block is a picture or a chart that no sheet shows."""
    return isinstance(block, doc.Figure | doc.Chart) and stress(block.attributes) <= 0


def _refers(text: str, document: doc.Document) -> bool:
    """Whether a sentence begins with a pronoun, so that it is understood only after the one before it."""
    return patterns(document.meta.lang).refers(text)


def _is_title(pieces: Sequence[Piece], said: str, follows: doc.Block | None) -> bool:
    """Whether a paragraph is the title of the next one: a few words without an end before sentences that have one."""
    if len(pieces) > 1 or not isinstance(follows, doc.Paragraph) or not said[-1:].isalnum():
        return False
    after = plain(follows.inlines).rstrip(" \"'”’»)]")
    return len(said.split()) <= LONGEST_TITLE and after.endswith(tuple(ENDS))


def _short(entry: Entry) -> Iterator[Entry]:
    """An entry in passages that a column can hold; one, most often."""
    text = plain(entry.inlines)
    if len(text) <= LONGEST:
        yield entry
        return
    for number, inlines in enumerate(passages(entry.inlines, text)):
        yield replace(entry, inlines=inlines, joins=entry.joins or number > 0)


def labelled(
    label: doc.Inlines,
    inlines: doc.Inlines,
    blocks: doc.Blocks,
    line: int,
    document: doc.Document,
    depth: int,
    mark: str = "",
) -> list[Piece]:
    """What has a label, with the first sentence said of it; then what else is said."""
    name = plain(label).strip()
    first, *others = sentences(inlines, document.meta.lang) or ((),)
    stop = behind_label(name, ":", document.meta.lang) if first or blocks else ""
    said: doc.Inlines = (*_headed(label, stop), *first) if name else first
    text = plain(first).strip() or name
    head = Piece((Entry(said, line, depth, mark, said=text),), waits=(not first or leads(text)) and not others)
    more = [Piece((Entry(part, line, depth, joins=True, said=plain(part)),), needs=True) for part in others]
    inner = [replace(p, needs=True) for p in pieces_of(blocks, document, depth + (1 if mark else 0))]
    if head.waits and inner:
        head = together(head, inner.pop(0))
    return [head, *more, *inner]


def _headed(label: doc.Inlines, stop: str) -> doc.Inlines:
    """A label in bold with what stands behind it; a space is not bold."""
    bold = doc.Strong((*label, doc.Text(stop.rstrip())))
    return (bold,) if stop and not stop.endswith(" ") else (bold, doc.Text(" "))


def _as_term(pieces: list[Piece], block: doc.Definition) -> list[Piece]:
    """The pieces of a definition, of which the first begins with its term."""
    first, *rest = pieces[0].entries
    head = replace(first, term=bool(plain(block.term).strip()))
    return [replace(pieces[0], entries=(head, *rest)), *pieces[1:]]


def _titled(title: doc.Inlines, pieces: list[Piece], lang: str) -> list[Piece]:
    """Pieces of which the first begins with a title in bold, if it is text."""
    name = plain(title).strip()
    if not name or not pieces:
        return pieces
    first, *rest = pieces[0].entries
    if first.mark or first.row or first.code or first.display or first.figure:
        return [
            replace(pieces[0], entries=(Entry((doc.Strong(title),), first.line, leads=True, said=" "), first, *rest)),
            *pieces[1:],
        ]
    said = (*_headed(title, behind_label(name, ".", lang)), *first.inlines)
    return [
        replace(pieces[0], entries=(replace(first, inlines=said, said=first.said or plain(first.inlines)), *rest)),
        *pieces[1:],
    ]


def _question(block: doc.Question, document: doc.Document, depth: int) -> list[Piece]:
    """A question with what belongs to it; an exercise only if its author says so."""
    if not is_exercise(block):
        own = Piece((Entry((doc.Strong(block.inlines),), block.line, depth),), opens=True)
        return [own, *(replace(piece, needs=True) for piece in pieces_of(block.blocks, document, depth))]
    if stress(block.attributes) <= 0:
        return []
    inlines, rest = solved(block)
    asked = pieces_of(block.blocks, document, depth)
    own = Piece((Entry(inlines, block.line, depth),))
    return [*asked, own, *(replace(piece, needs=True) for piece in pieces_of(rest, document, depth))]


def _attributed(pieces: list[Piece], block: doc.Quote) -> list[Piece]:
    """The pieces of a quotation, with its source behind the last one."""
    if not pieces or not plain(block.attribution).strip():
        return pieces
    *before, last = pieces
    end = last.entries[-1]
    by = Entry((doc.Text("—\u00a0"), *block.attribution), block.line, end.indent, joins=_is_text(end), said=" ")
    return [*before, replace(last, entries=(*last.entries[:-1], replace(end, leads=True), by))]


def _is_text(entry: Entry) -> bool:
    """Whether a passage is text of a paragraph, which can go on."""
    return not (entry.mark or entry.row or entry.code or entry.display or entry.figure)


def _list(block: doc.ListBlock, document: doc.Document, depth: int) -> list[Piece]:
    marks = [_mark(block, number) for number in range(len(block.items))]
    widest = max(marks, key=len, default="")
    items = [
        _item(item, mark, widest, block.line, document, depth) for item, mark in zip(block.items, marks, strict=True)
    ]
    return _run([item for item in items if item], ITEMS)


def _mark(block: doc.ListBlock, number: int) -> str:
    done = block.items[number].done
    if done is None:
        return mark_of(block, number) if block.ordered else BULLET
    return DONE if done else OPEN


def _item(
    item: doc.ListItem, mark: str, widest: str, line: int, document: doc.Document, depth: int
) -> tuple[Entry, ...]:
    """The entries of an item: its text, then what stands beneath it."""
    line = item.line or line
    first = item.blocks[0] if item.blocks else None
    if isinstance(first, doc.Paragraph):
        said = "" if item.done is None else word(document, "done" if item.done else "to do")
        own, *more = _short(Entry(first.inlines, line, depth, mark, mark_said=said, widest=widest))
        rest = [own, *more]
        inner = pieces_of(item.blocks[1:], document, depth + 1)
    else:
        rest, inner = [], pieces_of(item.blocks, document, depth + 1)
    return (*rest, *(entry for piece in inner for entry in piece.entries))


def _table(block: doc.Table, depth: int) -> list[Piece]:
    """The caption, the head and the rows."""
    rows = [Entry((), row.line or block.line, depth, said=_cells(row), row=row, table=block) for row in block.rows]
    if not rows and not _cells(block.header):
        return []
    head = Entry((), block.header.line or block.line, depth, row=block.header, table=block, head=True, leads=bool(rows))
    caption = plain(block.caption).strip()
    name = (Entry((doc.Strong(block.caption),), block.line, depth, leads=True, caption="table"),) if caption else ()
    before = (*name, *((replace(head, said=_cells(block.header)),) if _cells(block.header) else ()))
    first, *others = _run([(row,) for row in rows], ROWS) or [Piece(())]
    return [replace(first, entries=(*before, *first.entries)), *others]


def _cells(row: doc.Row) -> str:
    return " · ".join(text for cell in row.cells if (text := " ".join(plain(cell.inlines).split())))


def _run(parts: Sequence[tuple[Entry, ...]], whole: int) -> list[Piece]:
    """The parts of a list or table as one piece; of a longer one the first few, then each for itself.

    Of one whose parts are pages of text there is the first alone.
    """
    if not parts:
        return []
    length = sum(len(entry.said or plain(entry.inlines)) for part in parts for entry in part)
    count = len(parts) if len(parts) <= whole else min(FIRST, len(parts))
    if length > LONGEST * count:
        count = 1
    if count == len(parts):
        return [Piece(_flat(parts))]
    one = parts[0][0]
    more = Entry((doc.Text("…"),), one.line, one.indent, trails=True)
    first = Piece(_flat(parts[:count]), more=more)
    return [first, *(Piece(part, needs=True, tail=True) for part in parts[count:])]


def _flat(parts: Iterable[tuple[Entry, ...]]) -> tuple[Entry, ...]:
    return tuple(entry for part in parts for entry in part)


def _figure(block: doc.Figure | doc.Chart, depth: int) -> list[Piece]:
    """A picture or a chart with its caption beneath it."""
    caption = captioned(block)
    if isinstance(block, doc.Figure):
        said = plain(block.caption).strip() or description(block)
    else:
        said = plain(block.caption).strip() or " · ".join(block.categories)
    drawn = Entry((), block.line, depth, said=said, leads=bool(caption), figure=block)
    under = (Entry(caption, block.line, depth, said=" ", caption="figure"),) if caption else ()
    return [Piece((drawn, *under))]


def _code(block: doc.Code, depth: int) -> list[Piece]:
    if not block.text.strip():
        return []
    said = block.text.expandtabs(2)
    parts = list(code_passages(said)) if len(said) > LONGEST else [said]
    return [
        Piece((Entry((doc.Text(part),), block.line, depth, code=True, said=block.text),), needs=number > 0)
        for number, part in enumerate(parts)
    ]

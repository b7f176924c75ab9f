"""Finds what plain Markdown means: key points and questions among lists and paragraphs."""

from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.queries import is_question, plain
from triptych.patterns import late
from triptych.read.labels import as_key_points, labelled, without_start
from triptych.read.native_numbers import Written, written_number
from triptych.read.sections import Heading, Piece

_MAX_QUESTION = 300
_STOPS = "[。！।॥۔።։།။]"
_SENTENCE_END = late(rf"\w{{2}}[.!…][\"'”’)]*\s|[?？؟፧]\s*[^\s\"'”’»)」』）]|{_STOPS}")
_STATEMENT_END = late(rf"\w{{3}}[.!…][\"'”’)]*\s|{_STOPS}")
_DEFINED = late(r"([^\W\d][^:\n]{0,59}?)(?:[ ]?:: |(?<=[?？])::)(?=\S)")
_NUMBERED = late(r"([0-9]{1,4})[.)](?=[^\W\d]|[\"'“„«])")


def promote(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with lists of labelled points as key points, lone questions as questions."""
    out: list[Piece] = []
    for place, piece in enumerate(pieces):
        if isinstance(piece, doc.ListBlock):
            out.extend(as_key_points(piece))
        elif isinstance(piece, doc.Paragraph):
            _paragraph(piece, pieces, place, out)
        else:
            out.append(piece)
    return out


def asks_once(text: str) -> bool:
    """Whether a text is a single question."""
    text = text.strip()
    return len(text) <= _MAX_QUESTION and is_question(text) and not _SENTENCE_END.search(text)


def asks_only(text: str) -> bool:
    """Whether a text is nothing but questions, at most three or so: "Who won? Why?"."""
    text = text.strip()
    return len(text) <= _MAX_QUESTION and is_question(text) and not _STATEMENT_END.search(text)


def _paragraph(block: doc.Paragraph, pieces: Sequence[Piece], place: int, out: list[Piece]) -> None:
    followed = place + 1 < len(pieces) and not isinstance(pieces[place + 1], Heading)
    among = bool(out) and isinstance(out[-1], doc.Question) and out[-1].lone  # the last of several is no answer
    if (followed or among) and asks_once(plain(block.inlines)) and not _has_image(block.inlines):
        out.append(doc.Question(block.inlines, (), block.line, block.attributes, lone=True))
    else:
        point = _numbered_point(block, pieces, place)
        out += [point] if point else _definitions(block) or [block]


def _definitions(block: doc.Paragraph) -> list[doc.Definition]:
    """What a paragraph defines, on each of its lines or as a whole; nothing if it does not."""
    if not any(isinstance(inline, doc.LineBreak) for inline in block.inlines):
        whole = _defined(block)
        return [whole] if whole else []
    parts = groupby(block.inlines, lambda inline: isinstance(inline, doc.LineBreak))
    lines = [tuple(part) for broken, part in parts if not broken]
    found = [_defined(replace(block, inlines=line, line=block.line + k)) for k, line in enumerate(lines)]
    made = [one for one in found if one]
    if len(made) == len(lines):
        return made
    whole = _defined(block)
    return [whole] if whole else []


def _defined(block: doc.Paragraph) -> doc.Definition | None:
    """`Term:: meaning`, as cards are written in note books; `std::vector` has no space behind its colons."""
    first = block.inlines[0] if block.inlines else None
    match = _DEFINED.match(first.text) if isinstance(first, doc.Text) else None
    if match is None:
        return None
    said = without_start(block.inlines, match.end())
    return doc.Definition((doc.Text(match[1]),), (doc.Paragraph(said, block.line),), block.line, block.attributes)


def _has_image(inlines: doc.Inlines) -> bool:
    return any(isinstance(inline, doc.Image) for inline in inlines)


def _numbered_point(block: doc.Paragraph, pieces: Sequence[Piece], place: int) -> doc.Block | None:
    """`1.Label: text` without a space is no list in Markdown; next to another such paragraph it is a point."""
    neighbours = (*pieces[max(0, place - 1) : place], *pieces[place + 1 : place + 2])
    if not any(isinstance(other, doc.Paragraph) and _number(other) for other in neighbours):
        return None
    number = _number(block)
    found = labelled(without_start(block.inlines, number.length), plain_text=True) if number else None
    if number is None or found is None:
        return None
    return doc.KeyPoint(*found, (), number.number, block.line, block.attributes, marks=number.marks)


def _number(block: doc.Paragraph) -> Written | None:
    first = block.inlines[0]
    if not isinstance(first, doc.Text):
        return None
    match = _NUMBERED.match(first.text)
    return Written(int(match[1]), "1.", match.end()) if match else written_number(first.text)

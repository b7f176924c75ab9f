"""Plain study notes to a document: title, questions, labelled points, summaries, as people write them."""

from collections.abc import Sequence

from triptych.model import document as doc
from triptych.model.queries import is_question, plain
from triptych.problem import Problem
from triptych.read.inline_builder import finished_text
from triptych.read.labels import split_label
from triptych.read.language import language_of
from triptych.read.notes.fences import Fences
from triptych.read.notes.lines import is_short_title
from triptych.read.notes.lists import Points, note_inlines
from triptych.read.notes.units import BARE, Fence, Head, Para, Point, Rule, Unit, to_units
from triptych.read.phrases import is_summary_title, starts_like_conclusion
from triptych.read.promote import asks_only
from triptych.read.sections import Heading, Piece, build_document, told_of_title

_DEEPEST = 9


def read_notes(text: str, path: str) -> tuple[doc.Document, tuple[Problem, ...]]:
    """The document that plain notes are. What is not recognised stays a paragraph; nothing is left out."""
    lang = language_of(text)
    units = _with_headings(to_units(text, lang), lang)
    title, units = _title(units)
    fences = Fences(path, lang)
    pieces = _with_summaries(_pieces(units, lang, fences), lang)
    meta = doc.Meta(title=title, lang=lang or "en")
    document = build_document(meta, pieces, path, lang=lang)
    told = told_of_title(meta, document, pieces)
    document, problems = fences.finished(document)
    return document, ((told, *problems) if told else problems)


def _with_headings(units: Sequence[Unit], lang: str) -> list[Unit]:
    """The units with lone short lines, and lone questions, as the headings that they are."""
    gapless = not any(isinstance(unit, Para | Point) and unit.apart for unit in units[1:])
    out: list[Unit] = []
    for place, unit in enumerate(units):
        following = units[place + 1] if place + 1 < len(units) else None
        if isinstance(unit, Para) and len(unit.lines) == 1:
            after_heading = not out or isinstance(out[-1], Head) or (place == 1 and _is_title(units[0]))
            if asks_only(unit.lines[0]) and (unit.apart or after_heading or gapless) and unit.indent < 4:
                unit = Head(unit.lines[0], BARE, unit.line)
            elif place and _is_bare_heading(unit, lang) and _is_text(following, lang):
                unit = Head(unit.lines[0].rstrip(" :"), BARE, unit.line)
        out.append(unit)
    return _with_summary_levels(out, lang)


def _with_summary_levels(units: list[Unit], lang: str) -> list[Unit]:
    """With a single other heading, "Conclusion" concludes what stands below that; with several, it stands alone."""
    heads = [unit for unit in units if isinstance(unit, Head)]
    for place, head in enumerate(heads):
        if head.level >= BARE and is_summary_title(head.text, lang) and place == len(heads) - 1 <= 1:
            head.level = _DEEPEST
    return units


def _is_bare_heading(para: Para, lang: str) -> bool:
    if is_summary_title(para.lines[0], lang) and para.apart:
        return True
    return para.apart and is_short_title(para.lines[0], 60, 8) and "\t" not in para.lines[0]


def _is_text(unit: Unit | None, lang: str) -> bool:
    """Whether a unit is text that a heading may stand above: not yet another short line."""
    match unit:
        case Point():
            return True
        case Para():
            return len(unit.lines) > 1 or asks_only(unit.lines[0]) or not _is_bare_heading(unit, lang)
        case _:
            return False


def _is_title(unit: Unit) -> bool:
    return isinstance(unit, Para) and len(unit.lines) == 1 and is_short_title(unit.lines[0], 80, 12)


def _title(units: list[Unit]) -> tuple[str, list[Unit]]:
    """The title that the notes begin with, and the rest; numbered parts and questions are no titles."""
    place = next((i for i, unit in enumerate(units) if not isinstance(unit, Rule)), None)
    if place is None or place + 1 >= len(units):
        return "", units
    first = units[place]
    rest = units[:place] + units[place + 1 :]
    if isinstance(first, Para) and _is_title(first):
        return " ".join(first.lines[0].split()), rest
    if isinstance(first, Head) and first.level in (1, 3) and not is_question(first.text):
        alike = [unit for unit in rest if isinstance(unit, Head) and unit.level == first.level]
        if first.level == 3 or not alike:
            return " ".join(first.text.split()), rest
    return "", units


def _pieces(units: Sequence[Unit], lang: str, fences: Fences) -> list[Piece]:
    pieces: list[Piece] = []
    points = Points()
    for unit in units:
        if isinstance(unit, Point):
            points.add(unit)
            continue
        if isinstance(unit, Para) and points and points.takes(unit):
            continue
        pieces.extend(points.blocks())
        points = Points()
        pieces.extend(fences.pieces(unit.text, unit.line) if isinstance(unit, Fence) else (_piece(unit, lang),))
    return [*pieces, *points.blocks()]


def _piece(unit: Head | Para | Rule, lang: str) -> Piece:
    match unit:
        case Head():
            return Heading(unit.level, finished_text(unit.text), unit.line)
        case Rule():
            return doc.Break(unit.line)
        case Para():
            found = split_label(unit.lines[0])
            if found and found[1] and is_summary_title(found[0], lang):
                body = doc.Paragraph(note_inlines([found[1], *unit.lines[1:]]), unit.line)
                return doc.Summary((body,), finished_text(found[0]), unit.line)
            return doc.Paragraph(note_inlines(unit.lines), unit.line)


def _with_summaries(pieces: list[Piece], lang: str) -> list[Piece]:
    """The pieces with what closes a section after its points as its summary."""
    out: list[Piece] = []
    start = 0
    for place in range(1, len(pieces) + 1):
        if place == len(pieces) or isinstance(pieces[place], Heading):
            out.extend(_closed(pieces[start:place], lang))
            start = place
    return out


def _closed(section: list[Piece], lang: str) -> list[Piece]:
    end = len(section)
    while end and isinstance(section[end - 1], doc.Paragraph):
        end -= 1
    closing = [piece for piece in section[end:] if isinstance(piece, doc.Paragraph)]
    last = section[end - 1] if end else None
    if not closing or not isinstance(last, doc.KeyPoint | doc.ListBlock):
        return section
    starts = next((i for i, para in enumerate(closing) if starts_like_conclusion(plain(para.inlines), lang)), None)
    if starts is None and len(closing) == 1 and isinstance(last, doc.KeyPoint) and not _is_remark(closing[0]):
        starts = 0
    if starts is None:
        return section
    blocks: tuple[doc.Block, ...] = tuple(closing[starts:])
    return [*section[: end + starts], doc.Summary(blocks, (), blocks[0].line)]


def _is_remark(para: doc.Paragraph) -> bool:
    """Whether a paragraph is labelled as something else than a conclusion: "Source: …"."""
    found = split_label(plain(para.inlines))
    return found is not None and len(found[0].split()) <= 3

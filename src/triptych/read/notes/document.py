"""Plain study notes to a document: title, questions, labelled points, summaries, as people write them."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from triptych.languages.signs import COLONS
from triptych.model import document as doc
from triptych.model.queries import PROMPT, is_question, plain
from triptych.patterns import late
from triptych.problem import Problem, Report
from triptych.read.dashes import dashed
from triptych.read.inline_builder import finished_text
from triptych.read.labels import split_label
from triptych.read.language import language_of
from triptych.read.markdown.attributes import parse_attributes
from triptych.read.notes.fences import Fences
from triptych.read.notes.heads import with_heads_apart
from triptych.read.notes.kept import Kept
from triptych.read.notes.lines import dotted_level, is_short_title
from triptych.read.notes.lists import Points, note_inlines
from triptych.read.notes.units import BARE, PART, Fence, Head, Para, Point, Rule, Unit, to_units
from triptych.read.phrases import is_summary_title, starts_like_conclusion, starts_like_prompt
from triptych.read.promote import asks_only
from triptych.read.sections import Heading, Piece, build_document, told_of_title

Words = tuple[tuple[str, str], ...]
_DEEPEST = 9
_FEWEST_WORDS = 3
_BRACES = late(r"(?<=\S)[ \t](\{[.#][^{}\n]{1,200}\})$")
_MARKED = late(r"(\*{1,3}|_{1,3})(?=\S)([^*_]{1,200})(?<=\S)\1")
_ENDED = late(r"(?:[^\W\d_]{2}|\d)[.!…]['\"”’)]*\s+(?=[^\W\d_a-z])")


def read_notes(text: str, path: str, course: Mapping[str, object] = {}) -> tuple[doc.Document, tuple[Problem, ...]]:
    """The document that plain notes are. What is not recognised stays a paragraph; nothing is left out.

    Notes have no front matter: what their course says holds.
    """
    lang = str(course.get("lang") or language_of(text))
    units = _with_headings(with_heads_apart(to_units(text, lang)), lang)
    title, units = _title(units)
    fences = Fences(path, lang)
    pieces = _with_summaries(_pieces(units, lang, fences), lang)
    meta, words = _meta(title, lang, text, course)
    document = build_document(meta, pieces, path, words, lang)
    told = told_of_title(meta, document, pieces)
    document, problems = fences.finished(document)
    return document, ((told, *problems) if told else problems)


def _meta(title: str, lang: str, text: str, course: Mapping[str, object]) -> tuple[doc.Meta, Words]:
    """The meta data and our own words, as the course has them, with the title of the notes."""
    if not course:
        return doc.Meta(title=title, lang=lang or "en"), ()
    from triptych.read.front_matter import front_matter  # late: most notes have no course

    front = front_matter({}, text, Report(""), course=course)
    return replace(front.meta, title=title, lang=lang or "en"), front.words


def _with_headings(units: Sequence[Unit], lang: str) -> list[Unit]:
    """The units with lone short lines, and lone questions, as the headings that they are."""
    gapless = not any(isinstance(unit, Para | Point) and unit.apart for unit in units[1:])
    units = _with_numbered(units)
    out: list[Unit] = []
    for place, unit in enumerate(units):
        following = units[place + 1] if place + 1 < len(units) else None
        if isinstance(unit, Para) and len(unit.lines) == 1:
            after_heading = not out or isinstance(out[-1], Head) or (place == 1 and _is_title(units[0]))
            if asks_only(unit.lines[0]) and (unit.apart or after_heading or gapless) and unit.indent < 4:
                unit = Head(unit.lines[0], BARE, unit.line)
            elif level := dotted_level(unit.lines[0]) if _is_dotted(unit) else 0:
                unit = Head(unit.lines[0], level, unit.line)
            elif (_is_prompt(unit, lang) and _is_text(following, lang)) or (
                _asks_on(unit, out, lang) and not _is_text(following, lang)
            ):
                unit = Head(unit.lines[0], BARE, unit.line, prompt=True)
            elif (place and _is_bare_heading(unit, lang) and _is_text(following, lang)) or _heads_next_points(
                unit, following, out
            ):
                unit = Head(unit.lines[0].rstrip(" :"), BARE, unit.line)
        out.append(unit)
    return _with_summary_levels(out, lang)


def _is_dotted(para: Para) -> bool:
    return para.apart and is_short_title(para.lines[0], 80, 12)


def _is_prompt(para: Para, lang: str) -> bool:
    """Whether a paragraph is the task of an examination: one sentence that begins with what to do."""
    text = para.lines[0]
    return (
        para.apart
        and para.apart_after
        and para.indent < 4
        and len(text) <= 200
        and len(text.split()) >= _FEWEST_WORDS
        and not text.endswith(tuple(COLONS))
        and starts_like_prompt(text, lang)
        and not _ENDED.search(text)
    )


def _asks_on(para: Para, before: Sequence[Unit], lang: str) -> bool:
    """Whether a line beneath a question is a task, too: it does not answer that question."""
    last = before[-1] if before else None
    if isinstance(last, Head) and last.prompt and _is_prompt(para, lang):
        return True
    beneath = isinstance(last, Head) and last.line == para.line - 1 and (last.prompt or asks_only(last.text))
    return beneath and para.apart_after and starts_like_prompt(para.lines[0], lang) and not _ENDED.search(para.lines[0])


def _heads_next_points(para: Para, following: Unit | None, before: Sequence[Unit]) -> bool:
    """Whether a short line between points is a heading as the line above those points is one."""
    above = next((unit for unit in reversed(before) if not isinstance(unit, Point)), None)
    between = bool(before) and isinstance(before[-1], Point) and isinstance(following, Point)
    alike = isinstance(above, Head) and above.level == BARE and not above.prompt and not asks_only(above.text)
    return between and alike and not para.apart and not para.indent and is_short_title(para.lines[0], 60, 8)


def _with_numbered(units: Sequence[Unit]) -> list[Unit]:
    """The units with numbered short lines that stand over text, each apart, as the headings that they are."""
    found = [place for place, unit in enumerate(units) if isinstance(unit, Point) and _is_numbered_head(units, place)]
    kinds = [(unit.marker.kind, unit.indent) for unit in (units[place] for place in found) if isinstance(unit, Point)]
    out = list(units)
    for place, kind in zip(found, kinds, strict=True):
        unit = out[place]
        if isinstance(unit, Point) and kinds.count(kind) > 1:
            out[place] = Head(unit.written, PART, unit.line)
    return out


def _is_numbered_head(units: Sequence[Unit], place: int) -> bool:
    """Whether a numbered point is a title on its own line, with text below it."""
    point, following = units[place], units[place + 1] if place + 1 < len(units) else None
    if not isinstance(point, Point) or point.marker.kind not in ("number", "roman", "letter") or not point.apart:
        return False
    if len(point.lines) != 1 or point.indent > 1 or not is_short_title(point.lines[0], 60, 8):
        return False
    if isinstance(following, Para):
        text = following.lines[0]
        return following.apart and (len(following.lines) > 1 or len(text) > 20 or dotted_level(text) > 0)
    return isinstance(following, Point) and following.apart and following.indent > point.indent + 1


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
        case Point() | Kept():
            return True
        case Para():
            return len(unit.lines) > 1 or asks_only(unit.lines[0]) or not _is_bare_heading(unit, lang)
        case _:
            return False


def _is_title(unit: Unit) -> bool:
    return isinstance(unit, Para) and len(unit.lines) == 1 and is_short_title(unit.lines[0], 80, 12)


def _is_odd_title(para: Para, following: Unit) -> bool:
    """Whether the first line of all is a title though it ends in a full stop, or begins with a small letter.

    It is short then, and alone above a heading, or in small letters above anything.
    """
    text = para.lines[0].rstrip()
    if len(para.lines) != 1 or not para.apart_after:
        return False
    if isinstance(following, Head) and text.endswith(".") and is_short_title(text[:-1], 80, 12):
        return True
    return not para.indent and is_short_title(text[:1].upper() + text[1:], 60, 6)


def bare(text: str) -> str:
    """A heading without the marks that its author put round all of it: _Cells_, **Cells**."""
    match = _MARKED.fullmatch(text.strip())
    return match[2] if match else text


def _title(units: list[Unit]) -> tuple[str, list[Unit]]:
    """The title that the notes begin with, and the rest; numbered parts and questions are no titles."""
    place = next((i for i, unit in enumerate(units) if not isinstance(unit, Rule)), None)
    if place is None or place + 1 >= len(units):
        return "", units
    first = units[place]
    rest = units[:place] + units[place + 1 :]
    if isinstance(first, Para) and (_is_title(first) or _is_odd_title(first, units[place + 1])):
        return dashed(" ".join(bare(first.lines[0]).split())), rest
    if isinstance(first, Head) and first.level in (1, 3) and not is_question(first.text):
        alike = [unit for unit in rest if isinstance(unit, Head) and unit.level == first.level]
        if first.level == 3 or not alike:
            return dashed(" ".join(first.text.split())), rest
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
        match unit:
            case Kept():
                pieces.extend(unit.blocks)
            case Fence():
                pieces.extend(fences.pieces(unit.text, unit.line))
            case _:
                pieces.append(_piece(unit, lang))
    return [*pieces, *points.blocks()]


def _piece(unit: Head | Para | Rule, lang: str) -> Piece:
    match unit:
        case Head():
            text, marks = _cut_braces(bare(unit.text))
            marks = doc.Attributes(marks.id, (*marks.classes, PROMPT), marks.values) if unit.prompt else marks
            return Heading(unit.level, finished_text(text), unit.line, marks)
        case Rule():
            return doc.Break(unit.line)
        case Para():
            found = split_label(unit.lines[0])
            if found and found[1] and is_summary_title(found[0], lang):
                body = doc.Paragraph(note_inlines([found[1], *unit.lines[1:]]), unit.line)
                return doc.Summary((body,), finished_text(found[0]), unit.line)
            last, marks = _cut_braces(unit.lines[-1])
            return doc.Paragraph(note_inlines([*unit.lines[:-1], last]), unit.line, marks)


def _cut_braces(text: str) -> tuple[str, doc.Attributes]:
    """A text without the attributes at its end, `{.optional}`, and these."""
    match = _BRACES.search(text)
    found = parse_attributes(match[1]) if match else None
    return (text[: match.start()].rstrip(), found) if match and found else (text, doc.NO_ATTRIBUTES)


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
    if not closing:
        return section
    if not isinstance(last, doc.KeyPoint | doc.ListBlock):
        return _concluded(section, lang)
    starts = next((i for i, para in enumerate(closing) if starts_like_conclusion(plain(para.inlines), lang)), None)
    if starts is None and len(closing) == 1 and isinstance(last, doc.KeyPoint) and not _is_remark(closing[0]):
        starts = 0
    if starts is None:
        return section
    # What is labelled as something else, the homework, is no part of the conclusion.
    stop = next((i for i in range(starts + 1, len(closing)) if _is_remark(closing[i])), len(closing))
    blocks: tuple[doc.Block, ...] = tuple(closing[starts:stop])
    return [*section[: end + starts], doc.Summary(blocks, (), blocks[0].line), *closing[stop:]]


def _concluded(section: list[Piece], lang: str) -> list[Piece]:
    """The section with its last paragraph as its summary, if that says so: there need be no points before."""
    last = section[-1]
    before = [piece for piece in section[:-1] if isinstance(piece, doc.Paragraph)]
    if len(before) < 2 or not isinstance(last, doc.Paragraph):
        return section
    if not starts_like_conclusion(plain(last.inlines), lang):
        return section
    return [*section[:-1], doc.Summary((last,), (), last.line)]


def _is_remark(para: doc.Paragraph) -> bool:
    """Whether a paragraph is labelled as something else than a conclusion: "Source: …"."""
    found = split_label(plain(para.inlines))
    return found is not None and len(found[0].split()) <= 3

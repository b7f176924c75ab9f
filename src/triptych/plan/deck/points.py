"""Key points: an overview of their labels, then a slide for each, all in one type size."""

from collections.abc import Sequence

from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.languages.words import word
from triptych.model.deck import Para, Run, Shape
from triptych.model.document import Code, KeyPoint, Paragraph
from triptych.model.footnote_calls import without_calls
from triptych.model.queries import plain
from triptych.model.report import Left
from triptych.plan.deck.compose.atoms import Keeps, count_words
from triptych.plan.deck.content import Ids, content, drafts
from triptych.plan.deck.drafts import Content, Draft, Setting, body
from triptych.plan.deck.grouping import flattened, within
from triptych.plan.deck.lists import link_list
from triptych.plan.deck.pages import frame, group_scale
from triptych.plan.deck.rows import Row, point_rows, row_of
from triptych.plan.deck.spoken import joined, left_of, notes_of
from triptych.plan.deck.titles import Heading, heading_of
from triptych.plan.deck.units import ObjectUnit, SpecialUnit, TextUnit, Unit, point_parts
from triptych.plan.deck.wording import shortened
from triptych.plan.inlines import runs

Running = tuple[TextUnit | ObjectUnit, ...]
MARKS_UP_TO = 20
"""Key points of a group for which there is a row of marks; more would be too fine to tell apart."""
BRIEF = 20
"""Words that points have on average which share a slide, their labels among them; none has more than twice as many."""
OVERVIEW_FROM = 4
"""Points with slides of their own from which on an overview comes before them."""
LINES, LINE_WORDS = 3, 5
"""Lines of code of a brief point, and the words that each counts as."""
LEAD = 44
"""Characters of the labels in rows that tell the slide's title from another."""
MARK, MARK_GAP, MARK_HEIGHT = 26.0, 6.0, 3.0


def lead_in(running: Sequence[TextUnit | ObjectUnit]) -> tuple[list[TextUnit | ObjectUnit], list[TextUnit]]:
    """Running content before key points: what has slides of its own, and what leads in on the overview."""
    texts = [unit for unit in running if isinstance(unit, TextUnit)]
    short = sum(len(run.text) for unit in texts for run in unit.para.runs) <= 260
    if len(texts) == len(running) <= 2 and short:
        return [], texts
    last = running[-1]
    if isinstance(last, TextUnit) and last.leads:
        return list(running[:-1]), [last]
    return list(running), []


def point_drafts(
    group: Sequence[Unit], lead: Sequence[TextUnit], heading: Heading, setting: Setting, ids: Ids, keeps: Keeps
) -> list[Draft]:
    """Brief points in rows; others on slides of their own, from four on behind an overview that links to them.

    So are fewer that something announces, which would say nothing alone.
    """
    points = [(u.block, u.said) for u in group if isinstance(u, SpecialUnit) and isinstance(u.block, KeyPoint)]
    inside = [_inner(point, setting.lang) for point, _ in points]
    inner = [_kept(part, keeps) for _, part in inside]
    noted = any(isinstance(unit, SpecialUnit) and unit.said for unit in group) or len(points) + len(lead) < 2
    together = [] if noted else _together([point for point, _ in points], lead, setting)
    left: tuple[Left, ...] = ()
    if not together and not noted:
        together = _remaining([point for point, _ in points], inner, lead, setting)
        left = tuple(one for (_, whole), part in zip(inside, inner, strict=True) for one in left_of(whole, part))
    if together:
        labels = ", ".join(plain(point.label).strip() for point, _ in points)
        about = replace(heading, lead=shortened(labels, LEAD))
        made = drafts(together, about, setting, ids, points[0][0].line)
        return [replace(made[0], waits=left), *made[1:]]
    where = frame(body(setting, "key point"), setting)
    texts = [[where.measure_unit(u) for u in part if isinstance(u, TextUnit)] for part in inner]
    scale = group_scale([text for text in texts if text], where)
    out: list[Draft] = []
    labelled = []
    for index, ((point, said), part) in enumerate(zip(points, inner, strict=True)):
        number = index + 1 if point.number is None and len(points) > 1 else point.number
        title = heading_of(point.label, heading.title, point.line)
        of = content(part, setting, "key point", scale) or [("key point", (), ())]
        made = drafts(_marked(of, index, len(points), setting), title, setting, ids, point.line, number)
        whole = inside[index][1]
        notes = (*said, *inside[index][0], *_all_of(made[0], part, whole, setting))
        made[0] = replace(made[0], notes=notes, waits=left_of(whole, part))
        out.extend(made)
        labelled.append((runs(without_calls(point.label)), made[0].id))
    line = points[0][0].line
    announced = len(points) > 1 and bool(lead) and lead[-1].leads
    if len(points) < OVERVIEW_FROM and not announced:
        return [*drafts(content(list(lead), setting), heading, setting, ids, line), *out] if lead else out
    numbers = [point.number if point.number is not None else k for k, (point, _) in enumerate(points, 1)]
    title = Heading(word(setting.document, "overview"), heading.title, group=line)
    title = heading if len(points) < OVERVIEW_FROM else title
    return [*link_list(labelled, title, setting, ids, lead, numbers, line), *out]


def _kept(part: Running, keeps: Keeps) -> Running:
    """What stays of a point's text; its first sentence at least."""
    return tuple(unit for unit in part if keeps(unit)) or part[:1]


def _all_of(draft: Draft, shown: Running, part: Running, setting: Setting) -> tuple[Para, ...]:
    """The notes of a point's first slide; where something of it waits, all that it says."""
    return draft.notes if len(shown) == len(part) else notes_of(part, setting.lang)


def _inner(point: KeyPoint, lang: str) -> tuple[tuple[Para, ...], tuple[TextUnit | ObjectUnit, ...]]:
    """The units of what a key point says under its label; notes that come before them first."""
    said = (Paragraph(point.inlines, point.line),) if plain(point.inlines).strip() else ()
    return within((*said, *point.blocks), lang)


def _marked(of: Content, index: int, count: int, setting: Setting) -> Content:
    """The slides with a row of marks: how far along the group they are."""
    if not 2 < count <= MARKS_UP_TO:
        return of
    at, palette = body(setting, "key point").rect, setting.theme.palette
    shapes = tuple(
        Shape(
            f"Progress {k + 1}",
            Rect(at.x + k * (MARK + MARK_GAP), at.bottom + 4.0, MARK, MARK_HEIGHT),
            palette.accent if k <= index else palette.hairline,
        )
        for k in range(count)
    )
    return [(role, (*fills, *shapes), shown) for role, fills, shown in of]


def _together(points: Sequence[KeyPoint], lead: Sequence[TextUnit], setting: Setting) -> Content:
    """Brief points as rows: a slide for each would be nearly empty."""
    made = [point_parts(point, setting.lang) for point in points]
    if not _are_brief([sum(map(_words, part)) for part in made]):
        return []
    rows = [row_of(point, setting.lang) for point in points if not point.blocks]
    if len(rows) == len(points) and (slides := point_rows(rows, lead, setting)):
        return slides
    _, bullets = flattened(tuple(unit for part in made for unit in part), setting.lang)
    return content([*lead, *bullets], setting)


def _are_brief(words: Sequence[int]) -> bool:
    """Whether points of so many words each share a slide."""
    return max(words) <= 2 * BRIEF and sum(words) <= BRIEF * len(words)


def _remaining(
    points: Sequence[KeyPoint], inner: Sequence[Running], lead: Sequence[TextUnit], setting: Setting
) -> Content:
    """Points as rows of which so little stays that a slide for each would be nearly empty: sentences, and items."""
    texts = [[unit for unit in part if isinstance(unit, TextUnit) and _is_plain(unit)] for part in inner]
    plainly = all(len(text) == len(part) > 0 for text, part in zip(texts, inner, strict=True))
    labels = [count_words(plain(point.label)) for point in points]
    if not plainly or not _are_brief([n + sum(map(_words, part)) for n, part in zip(labels, inner, strict=True)]):
        return []
    rows = []
    for point, text in zip(points, texts, strict=True):
        paras = joined(tuple(text), setting.lang)
        said = tuple(run for k, para in enumerate(paras) for run in (*((Run("\n"),) if k else ()), *para.runs))
        _, units = flattened(point_parts(point, setting.lang), setting.lang)
        rows.append(Row(point, said, units))
    return point_rows(rows, lead, setting)


def _is_plain(unit: TextUnit) -> bool:
    """Whether a text can stand in a row: no part of another, no step of a list, nothing that leads to others."""
    return not unit.leads and not unit.para.level and not unit.para.display and not unit.step and not unit.para.mark


def _words(unit: Unit) -> int:
    """The words of what a point says or holds; a line of code counts as some, and what else is no text as too many."""
    if isinstance(unit, TextUnit):
        return count_words("".join(run.text for run in unit.para.runs))
    if isinstance(unit, ObjectUnit) and isinstance(unit.block, Code):
        lines = unit.block.text.count("\n") + 1
        return LINE_WORDS * lines if lines <= LINES else 2 * BRIEF + 1
    return 2 * BRIEF + 1

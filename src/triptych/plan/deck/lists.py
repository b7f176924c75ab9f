"""Slides that list other slides, each entry a link: the agenda, the overview of key points."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from triptych.model.deck import Fill, Para, Run, TextFill
from triptych.model.theme import Placeholder, Role
from triptych.plan.deck.content import Ids
from triptych.plan.deck.drafts import Draft, Setting, body
from triptych.plan.deck.measure import Measured, height_of
from triptych.plan.deck.pages import Frame, frame, sizes, whole_scale
from triptych.plan.deck.spoken import notes_of
from triptych.plan.deck.titles import Heading
from triptych.plan.deck.units import TextUnit
from triptych.plan.deck.wording import Runs, shortened_runs
from triptych.plan.section_numbers import is_numbered

Label = tuple[tuple[Run, ...], str]
"""What an entry says, and the id of the slide that it links to."""
ONE_COLUMN = 8
"""Entries that one column holds before two are better."""


LONGEST = 110
"""Characters of an entry."""


def link_list(
    labels: Sequence[Label],
    heading: Heading,
    setting: Setting,
    ids: Ids,
    lead: Sequence[TextUnit] = (),
    numbers: Sequence[int | None] = (),
    line: int = 0,
) -> list[Draft]:
    """Slides with numbered links: one column if it fits under the lead-in, else two, on as many slides as needed.

    No number of ours stands before sections that the author has numbered.
    """
    paras = [_entry(label, numbers[k] if numbers else k + 1) for k, label in enumerate(labels)]
    if not numbers and is_numbered(setting.document):
        paras = [replace(para, number=None, bullet=False) for para in paras]
    one = _single(paras, lead, setting)
    pages: list[tuple[Role, tuple[Fill, ...]]] = [one] if one else _doubles(paras, setting)
    notes = notes_of(tuple(lead), setting.lang)
    return [
        Draft(
            ids.next(),
            role,
            replace(heading, part=k, of=len(pages)),
            fills,
            notes if k == 1 else (),
            None,
            line,
        )
        for k, (role, fills) in enumerate(pages, 1)
    ]


def _entry(label: Label, number: int | None) -> Para:
    """An entry of one or two lines: a longer title stands whole on its own slide or in its notes."""
    text, target = label
    text = tuple(replace(run, text=" ") if run.text == "\n" else run for run in shortened_runs(text, LONGEST))
    return Para(tuple(_linked(run, target, text) for run in text), number=number)


def _linked(run: Run, target: str, among: Runs) -> Run:
    """The run as a link; an equation, which cannot be one, stays one where there is something else to click on."""
    if run.formula and any(other.text.strip() for other in among if not other.formula):
        return replace(run, link="")
    return replace(run, slide=target, link="", formula="")


def _broken(para: Para, measured: Measured, where: Frame, scale: float) -> Para:
    """An entry of several lines in runs of a word each: some programs break a link even within a word."""
    if not any(run.slide for run in para.runs) or measured.lines(where.width, scale) < 2:
        return para
    words = ((run, [run.text] if run.formula else re.findall(r"\S+\s*|\s+", run.text)) for run in para.runs)
    return replace(para, runs=tuple(replace(run, text=word) for run, texts in words for word in texts))


def _single(paras: list[Para], lead: Sequence[TextUnit], setting: Setting) -> tuple[Role, tuple[Fill, ...]] | None:
    if len(paras) > ONE_COLUMN:
        return None
    placeholder = body(setting, "body")
    where = frame(placeholder, setting)
    every = [*(replace(unit.para, bullet=False) for unit in lead), *paras]
    measured = [*map(where.measure_unit, lead), *map(where.measure, paras)]
    scale = whole_scale(measured, where)
    if scale is None:
        return None
    scale = min(scale, 28.0 / where.placeholder.levels[0].size)
    shown = tuple(_broken(para, part, where, scale) for para, part in zip(every, measured, strict=True))
    return "body", (TextFill(placeholder, shown, sizes(where, scale)),)


def _doubles(paras: list[Para], setting: Setting) -> list[tuple[Role, tuple[Fill, ...]]]:
    """Two columns a slide, as many slides as the entries need, about equally full."""
    slots = setting.theme.layout("two").all("body")[:2]  # one where the template has no layout for two
    where = frame(min(slots, key=_room), setting)
    measured = [where.measure(para) for para in paras]
    scale = next((s for s in (1.0, 22 / 24, 20 / 24) if _columns(measured, where, s) <= len(slots)), 20 / 24)
    columns = _columns(measured, where, scale)
    slides = max(1, -(-columns // len(slots)))
    ranges = _even(measured, where, scale, slides * len(slots))
    paras = [_broken(para, part, where, scale) for para, part in zip(paras, measured, strict=True)]
    out: list[tuple[Role, tuple[Fill, ...]]] = []
    for k in range(0, len(ranges), len(slots)):
        sides = [(at, ranges[k + n]) for n, at in enumerate(slots) if k + n < len(ranges)]
        fills = tuple(TextFill(at, tuple(paras[a:b]), sizes(where, scale)) for at, (a, b) in sides if b > a)
        out.append(("two", fills))
    return out


def _room(slot: Placeholder) -> float:
    return slot.inner.width * slot.inner.height


def _columns(measured: list[Measured], where: Frame, scale: float) -> int:
    return len(_fill(measured, where, scale, where.height))


def _even(measured: list[Measured], where: Frame, scale: float, columns: int) -> list[tuple[int, int]]:
    """The entries over columns, none fuller than needed: the least height that still needs no more columns."""
    total = height_of(measured, where.width, scale)
    for share in (1.0, 1.04, 1.08, 1.15, 1.25, 1.4, 1.7):
        ranges = _fill(measured, where, scale, min(where.height, total / columns * share))
        if len(ranges) <= columns:
            return ranges
    return _fill(measured, where, scale, where.height)


def _fill(measured: list[Measured], where: Frame, scale: float, room: float) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    start, used = 0, 0.0
    for index, part in enumerate(measured):
        needs = part.height(where.width, scale)
        before = part.before if index > start else 0.0
        if index > start and used + before + needs > room:
            out.append((start, index))
            start, used, before = index, 0.0, 0.0
        used += before + needs
    return [*out, (start, len(measured))] if measured else out

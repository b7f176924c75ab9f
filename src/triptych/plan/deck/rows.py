"""Brief labelled points in rows: the label at the left, its text beside it, hairlines between."""

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.languages.signs import behind_label
from triptych.model.deck import Fill, Para, Run, Shape, TextFill
from triptych.model.document import KeyPoint
from triptych.model.list_marks import point_numeral
from triptych.model.queries import plain
from triptych.model.theme import Face, Role
from triptych.plan.deck.drafts import Content, Setting, body
from triptych.plan.deck.measure import RESERVE, Measured, size_at
from triptych.plan.deck.pages import Frame, frame, sizes
from triptych.plan.deck.texts import statement, tidied
from triptych.plan.deck.units import TextUnit, Unit, point_units
from triptych.plan.deck.wording import wording
from triptych.plan.inlines import runs
from triptych.text.bidi import has_rtl
from triptych.text.fonts import load
from triptych.text.shape import plain_width

SHARES = (0.25, 0.33)
"""The share of the width that labels have: a quarter, or a third where one is long."""
SIZES = (28.0, 26.0, 24.0, 22.0, 20.0)
"""Points of the type of rows, from the largest."""
APART, LEAST_APART, MOST_APART = 18.0, 14.0, 34.0
"""Points between rows; rows that do not fill the slide stand further apart."""
GUTTER = 16.0
MOST_ROWS = 8
NEAR = 3
"""Sizes among which one is preferred at which every program breaks the lines alike, so that hairlines may be drawn."""
LINE = 0.75
_SLACK = 1.03
"""How much more of a line some program may get into the width than was measured."""
_OTHER_FONT = 1.25
"""The same where a program sets characters in a font that it has, and this family lacks."""
_CLOSER = 0.025  # of a line: by half of what programs differ in the distance of lines


class Row(msgspec.Struct, frozen=True):
    """A labelled point with what its row shows of it; `units` is all that it says, for the notes."""

    point: KeyPoint
    said: tuple[Run, ...]
    units: tuple[Unit, ...]


def row_of(point: KeyPoint, lang: str) -> Row:
    """The row of a point that has no more than its text."""
    return Row(point, runs(point.inlines), point_units(point, lang))


def point_rows(points: Sequence[Row], lead: Sequence[TextUnit], setting: Setting) -> Content:
    """A slide of rows, or several equally full ones; nothing where a label is too wide, or a point only a label."""
    where = frame(body(setting, "body"), setting)
    if any(not wording(row.said).strip() or not plain(row.point.label).strip() for row in points):
        return []
    count = -(-len(points) // MOST_ROWS)
    return next((made for more in (0, 1) if (made := _slides(points, lead, where, setting, count + more))), [])


def _slides(points: Sequence[Row], lead: Sequence[TextUnit], where: Frame, setting: Setting, count: int) -> Content:
    """The rows on so many slides at the largest size at which all of them fit; nothing if there is none.

    From right to left a text follows its label: there not every program sets what stands behind a tab apart.
    """
    turned = any(has_rtl(plain(row.point.label) + wording(row.said)) for row in points)
    many = -(-len(points) // count)
    parts = [points[k : k + many] for k in range(0, len(points), many)]
    base = where.placeholder.levels[0].size
    found: list[Content] = []
    for size in SIZES:
        scale = size / base
        hang = 0.0 if turned else _hang(points, where, size_at(where.placeholder.levels[0], scale))
        fits = hang > 0.0 or turned
        made = [_rows(part, () if k else lead, where, setting, scale, hang) for k, part in enumerate(parts) if fits]
        if made and all(made):
            found.append([slide for slide in made if slide])
    ruled = (one for one in found[:NEAR] if all(len(fills) > 1 for _, fills, _ in one))
    return next(ruled, found[0] if found else [])


def _hang(points: Sequence[Row], where: Frame, size: float) -> float:
    """How far from the edge texts stand beside labels of a size; 0 if one is too wide."""
    face = Face(where.placeholder.levels[0].family, bold=True)
    widest = max(plain_width("".join(run.text for run in _label(row.point, "")), face) for row in points)
    needed = widest * size / RESERVE + GUTTER
    return next((where.width * share for share in SHARES if needed <= where.width * share), 0.0)


def _label(point: KeyPoint, color: str) -> tuple[Run, ...]:
    number = (
        (Run(f"{point_numeral(point, point.number)}\u2002", bold=True, color=color),)
        if point.number is not None
        else ()
    )
    return (*number, *(replace(run, color=run.color or color) for run in runs(point.label, bold=True)))


def _row(row: Row, hang: float, setting: Setting) -> TextUnit:
    point = row.point
    unit = point_units(point, setting.lang)[0]
    between = "\t" if hang else behind_label(plain(point.label), ":", setting.lang)
    said = (*_label(point, setting.theme.palette.accent), Run(between), *row.said)
    return replace(unit, para=Para(said, bullet=False, hang=hang))


def _rows(
    points: Sequence[Row], lead: Sequence[TextUnit], where: Frame, setting: Setting, scale: float, hang: float
) -> tuple[Role, tuple[Fill, ...], tuple[Unit, ...]] | None:
    rows = [_row(point, hang, setting) for point in points]
    units = tidied([*map(statement, lead), *rows], where, scale)
    measured = [where.measure_unit(unit) for unit in units]
    high = sum(part.height(where.width, scale) + part.foot for part in measured)
    spare = where.height - high
    gaps = len(units) - 1
    if spare < gaps * LEAST_APART:
        return None
    apart = min(MOST_APART, spare / gaps * 0.8) if spare > gaps * APART else LEAST_APART
    after = where.placeholder.levels[0].space_after
    paras = [replace(u.para, space_before=max(0.0, apart - after) if k else None) for k, u in enumerate(units)]
    fill = TextFill(where.placeholder, tuple(paras), sizes(where, scale))
    lines = _hairlines(measured, len(lead), apart, where, setting, scale)
    shown = (*lead, *(unit for row in points for unit in row.units))
    return "body", (*lines, fill), shown


def _slack(part: Measured) -> float:
    """How much more some program may get into a line of a paragraph."""
    own = load(Face(part.level.family))
    return (
        _SLACK
        if all(own.glyph(char) for run in part.para.runs for char in run.text if not char.isspace())
        else _OTHER_FONT
    )


def _hairlines(
    measured: Sequence[Measured], first: int, apart: float, where: Frame, setting: Setting, scale: float
) -> tuple[Shape, ...]:
    """A line between each two rows, in the middle between what the programs make of their heights.

    There is none where a program may break a row elsewhere: the lines would be drawn through the text.
    """
    if any(part.lines(where.width, scale) != part.lines(where.width * _slack(part), scale) for part in measured):
        return ()
    inner = where.placeholder.inner
    size = size_at(where.placeholder.levels[0], scale)
    y, out = inner.y, []
    for index, part in enumerate(measured[:-1]):
        y += part.height(where.width, scale) - _CLOSER * size * part.lines(where.width, scale)
        if index >= first:
            at = Rect(inner.x, y + apart / 2, inner.width, LINE)
            out.append(Shape(f"Line {index - first + 1}", at, setting.theme.palette.hairline))
        y += apart
    return tuple(out)

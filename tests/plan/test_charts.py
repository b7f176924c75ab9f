"""Drawn charts stay in their rectangle, their labels keep apart, and their cost grows with the data alone."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from triptych.geometry import Rect, Size
from triptych.model.charts import drawable, number
from triptych.model.document import Cell, Chart, ChartKind, Document, Meta, Row, Section, Series, Table, Text
from triptych.model.pages import Item, PathItem, TextItem
from triptych.model.theme import Palette, Theme
from triptych.plan.charts import chart_height, chart_items, described
from triptych.plan.charts.looks import look
from triptych.plan.charts.scale import scale_of, written
from triptych.plan.deck.charts import chart_box
from triptych.plan.deck.drafts import Setting
from triptych.plan.handout import plan_handout
from triptych.text.shape import width

KINDS: tuple[ChartKind, ...] = ("column", "bar", "line", "area", "pie", "scatter")
RECT = Rect(20.0, 30.0, 372.0, 200.0)
THEME = Theme("test", Palette(), Size(960.0, 540.0), ())

names = st.sampled_from(("1950", "7", "Oil", "Oil and petroleum products", "x" * 80, "état 2", "ילד שמח", "", "石油"))
numbers = st.one_of(
    st.none(),
    st.integers(-1000, 1000).map(float),
    st.floats(allow_nan=True, allow_infinity=True),
    st.sampled_from((0.0, 1e-200, 0.1, 1e9, -1e9, 1e99)),
)


def chart(kind: ChartKind, names: list[str], columns: dict[str, list[float | None]], caption: str = "") -> Chart:
    """A chart with the table that it could have been made from."""
    head = ("Year", *columns)
    rows = [(name, *(values[k] for values in columns.values())) for k, name in enumerate(names)]
    table = Table(
        Row(tuple(Cell((Text(text),)) for text in head)),
        tuple(Row(tuple(Cell((Text("" if c is None else f"{c}"),)) for c in row)) for row in rows),
        ("left",) * len(head),
    )
    series = tuple(Series(name, tuple(values)) for name, values in columns.items())
    return Chart(kind, tuple(names), series, table, (Text(caption),) if caption else ())


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    count = draw(st.integers(0, 14))
    of = st.lists(numbers, min_size=count, max_size=count)
    columns = {f"{draw(names)} {k}": draw(of) for k in range(draw(st.integers(0, 7)))}
    return chart(draw(st.sampled_from(KINDS)), [draw(names) for _ in range(count)], columns)


def extent(item: Item) -> Rect:
    """What an item covers: a text from its ascent to its descent, a path with its corners."""
    if isinstance(item, TextItem):
        wide = width(item.text, item.face) * item.size
        return Rect(item.x, item.y - 0.9 * item.size, wide, 1.1 * item.size)
    assert isinstance(item, PathItem)
    xs, ys = [x for x, _ in item.points], [y for _, y in item.points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def meeting(items: list[Item]) -> list[tuple[str, str]]:
    """Pairs of texts whose small letters overlap."""
    texts = [(i.text, Rect(i.x, i.y - 0.7 * i.size, extent(i).width, 0.7 * i.size)) for i in items if _is_text(i)]
    return [
        (one, two)
        for k, (one, a) in enumerate(texts)
        for two, b in texts[k + 1 :]
        if a.x < b.right - 0.1 and b.x < a.right - 0.1 and a.y < b.bottom - 0.1 and b.y < a.bottom - 0.1
    ]


def _is_text(item: Item) -> bool:
    return isinstance(item, TextItem)


@given(charts(), st.floats(90, 500), st.floats(60, 400))
def test_everything_is_inside_tagged_and_finite(of: Chart, wide: float, high: float) -> None:
    rect = Rect(20.0, 30.0, wide, high)
    for item in chart_items(of, rect, THEME, 7):
        slack = 0.1 if isinstance(item, TextItem) else 4.0  # a mark reaches its radius beyond its point
        assert rect.contains(extent(item), slack), item
        assert item.tag == 7
        if isinstance(item, PathItem):
            assert all(math.isfinite(x) and math.isfinite(y) for x, y in item.points)


@given(charts(), st.floats(150, 500), st.floats(120, 400))
def test_labels_keep_apart(of: Chart, wide: float, high: float) -> None:
    assert meeting(chart_items(of, Rect(0.0, 0.0, wide, high), THEME)) == []


@given(charts(), st.floats(100, 500))
def test_the_height_is_what_was_allowed(of: Chart, wide: float) -> None:
    assert 0 < chart_height(of, wide, THEME, 300.0) <= 300.0


@given(charts())
def test_no_word_of_the_table_is_lost(of: Chart) -> None:
    said = described(of, "en")
    for row in (of.table.header, *of.table.rows):
        for cell in row.cells:
            assert all(isinstance(inline, Text) and inline.text.strip() in said for inline in cell.inlines)
    assert len(described(of, "en", 100)) <= 100


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_chart_is_drawn_the_same_way(kind: ChartKind) -> None:
    of = chart(kind, ["1", "2", "3"], {"a": [1.0, 2.0, 3.0]})
    assert chart_items(of, RECT, THEME) == chart_items(of, RECT, THEME)


@pytest.mark.parametrize("kind", ["column", "bar", "line", "area", "scatter"])
def test_ten_times_the_data_makes_no_more_than_ten_times_the_items(kind: ChartKind) -> None:
    def count(points: int) -> int:
        of = chart(kind, [str(k) for k in range(points)], {"a": [float(k % 7) for k in range(points)]})
        return len(chart_items(of, RECT, THEME))

    assert count(5000) <= 10 * count(500) + 50


def test_each_category_of_columns_and_each_slice_is_named() -> None:
    places = ["Rome", "Paris", "Bonn"]
    for kind in ("column", "bar", "line", "area", "pie"):
        items = chart_items(chart(kind, places, {"a": [3.0, 4.0, 5.0]}), RECT, THEME)
        shown = " ".join(item.text for item in items if isinstance(item, TextItem))
        assert all(place in shown for place in places), kind


def test_a_value_is_written_as_the_table_has_it() -> None:
    of = chart("column", ["1950"], {"Trade": [3.5]})
    cells = Row((Cell((Text("1950"),)), Cell((Text("3,50 €"),))))
    items = chart_items(replace(of, table=replace(of.table, rows=(cells,))), RECT, THEME)
    assert "3,50 €" in [item.text for item in items if isinstance(item, TextItem)]


def test_a_gap_breaks_the_line() -> None:
    of = chart("line", list("abcde"), {"s": [1.0, 2.0, None, 4.0, 5.0]})
    accent = [i for i in chart_items(of, RECT, THEME) if isinstance(i, PathItem) and i.width == 1.6]
    assert [len(item.points) for item in accent] == [2, 2]


def test_bars_begin_at_zero_and_go_both_ways() -> None:
    of = chart("column", ["a", "b"], {"s": [2.0, -1.0]})
    up, down = (extent(i) for i in chart_items(of, RECT, THEME)[1:] if isinstance(i, PathItem) and i.closed)
    assert up.bottom == pytest.approx(down.y)
    assert up.height == pytest.approx(2 * down.height)


def test_series_differ_in_grey_too() -> None:
    looks = [look(k, Palette()) for k in range(5)]
    assert len({each.dash for each in looks}) == len({each.mark for each in looks}) == 5
    assert len({each.hatch for each in looks}) == 5


@pytest.mark.parametrize(
    ("kind", "columns", "expected"),
    [
        ("pie", {"a": [1.0, 2.0], "b": [1.0, 2.0]}, "bar"),
        ("pie", {"a": [1.0, -2.0]}, "bar"),
        ("pie", {"a": [0.0, None]}, "bar"),
        ("pie", {"a": [1.0, 2.0]}, "pie"),
        ("area", {"a": [1.0, 2.0], "b": [1.0, -2.0]}, "line"),
        ("area", {"a": [1.0, -2.0]}, "area"),
        ("scatter", {"a": [1.0, 2.0]}, "line"),
    ],
)
def test_a_kind_that_cannot_show_the_data_gives_way(kind: ChartKind, columns: dict, expected: str) -> None:
    assert drawable(chart(kind, ["1", "x"], columns)).kind == expected


@given(st.lists(st.floats(-1e15, 1e15), min_size=1), st.integers(2, 12), st.booleans())
def test_scales_hold_their_values_in_round_steps(values: list[float], ticks: int, zero: bool) -> None:
    scale = scale_of([0.0 if abs(v) < 1e-100 else v for v in values], ticks, zero=zero)
    slack = scale.step * 1e-6
    assert scale.low - slack <= min(values) <= max(values) <= scale.high + slack
    assert 2 <= len(scale.ticks) <= ticks + 3
    assert f"{scale.step:.0e}"[0] in "125"
    assert not zero or scale.low <= 0 <= scale.high


@pytest.mark.parametrize(
    ("value", "places", "lang", "text"),
    [
        (1950, 0, "en", "1950"), (12000, 0, "en", "12\u202f000"), (-0.5, 1, "en", "−0.5"), (0.25, 2, "de-AT", "0,25"),
    ],
)  # fmt: skip
def test_numbers_as_the_language_writes_them(value: float, places: int, lang: str, text: str) -> None:
    assert written(value, places, lang) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [("1950", 1950), ("−3,5", -3.5), ("1,234,567.5", 1234567.5), ("12 000", 12000), ("x", None), ("1e999", None)],
)
def test_numbers_among_categories(text: str, value: float | None) -> None:
    assert number(text) == value


def test_the_words_are_in_the_language_of_the_document() -> None:
    of = chart("pie", ["Öl"], {"Anteil": [1.0]}, "Energie")
    assert described(of, "de-CH") == "Kreisdiagramm: Energie. Year: Anteil. Öl: 1.0"


def test_a_chart_in_the_handout_is_one_figure_with_all_of_its_words() -> None:
    of = chart("line", ["1950", "1960"], {"Coal": [1.0, 2.0], "Oil": [2.0, 4.0]}, "Energy")
    section = Section("s", (Text("S"),), (of,))
    pages = plan_handout(Document(Meta("T"), (section,)), THEME, {}, Size(595.0, 842.0))
    (figure,) = (number for number, tag in enumerate(pages.tags) if tag.role == "Figure")
    assert pages.tags[figure].alt == described(of, "en")
    shown = {item.text for page in pages.pages for item in page.items if _is_text(item) and item.tag == figure}
    assert {"Coal", "Oil", "1950", "1960", "Year"} <= shown
    assert not any(tag.role == "Table" for tag in pages.tags)


def test_a_chart_on_a_slide_is_legible_and_described() -> None:
    of = chart("column", [f"A rather long name {k}" for k in range(40)], {"Coal": [1.0] * 40}, "Energy")
    setting = Setting(Document(Meta("T"), ()), THEME)
    for high in (120.0, 300.0, 400.0):
        box = chart_box(of, Rect(0.0, 0.0, 864.0, high), setting)
        assert box.size >= 14
        assert len(box.alt) <= 600
        assert box.alt.startswith("Column chart: Energy.")


def test_long_labels_of_bars_stand_in_two_lines_before_they_are_cut() -> None:
    names = ["Pensions of former civil servants of the state", "Roads, bridges and canals of the state"]
    items = chart_items(chart("bar", names, {"Cost": [3.0, 4.0]}), RECT, THEME, 0, "en")
    said = [item.text for item in items if isinstance(item, TextItem)]
    assert not any("…" in text for text in said)
    assert names[0] in [" ".join(pair) for pair in pairwise(said)]

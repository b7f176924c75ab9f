"""Charts in a deck: native, editable, valid, with the data that was given, the same bytes each time."""

import io
import posixpath
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation
from pptx_decks import deck, slide, theme

from triptych.geometry import Rect
from triptych.model.deck import ChartBox, Deck, Fill
from triptych.model.document import Cell, Chart, ChartKind, Meta, Row, Series, Table, Text
from triptych.write.pptx import write_deck
from triptych.write.pptx.workbook import column, digits, workbook

KINDS: tuple[ChartKind, ...] = ("column", "bar", "line", "area", "pie", "scatter")
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
YEARS = ("1950", "1960", "1970")


def chart(kind: ChartKind, names: tuple[str, ...] = YEARS, series: int = 1, caption: str = "Trade & more") -> Chart:
    columns = tuple(
        Series(f"S<{k}>", (*(round(1.5 * (j + k), 1) for j in range(len(names) - 1)), None)) for k in range(series)
    )
    header = Row((Cell((Text("Year"),)), *(Cell((Text(each.name),)) for each in columns)))
    table = Table(header, (), ("left",) * (series + 1))
    return Chart(kind, names, columns, table, (Text(caption),) if caption else ())


def box(of: Chart) -> ChartBox:
    return ChartBox("Chart 1", Rect(48, 116, 864, 340), of, 16, 'Trade: "1950" & <later>')


def of(*charts: Chart) -> Deck:
    return deck(*(slide(f"s{k}", f"Chart {k}", box(each), role="title only") for k, each in enumerate(charts)))


def written(*charts: Chart) -> bytes:
    return write_deck(of(*charts), theme()[1])


def native(data: bytes) -> list:
    slides = Presentation(io.BytesIO(data)).slides
    return [next(shape for shape in each.shapes if shape.has_chart) for each in slides]


def files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


@pytest.mark.parametrize("count", [1, 3, 7])
@pytest.mark.parametrize("kind", KINDS)
def test_the_data_are_those_that_were_given(kind: ChartKind, count: int) -> None:
    given = chart(kind, series=count)
    (shape,) = native(written(given))
    (plot,) = shape.chart.plots
    assert [series.name for series in plot.series] == [series.name for series in given.series]
    assert [tuple(series.values) for series in plot.series] == [series.values for series in given.series]
    if kind != "scatter":
        assert tuple(plot.categories) == given.categories


def test_a_chart_has_its_title_its_place_and_its_alternative_text() -> None:
    (shape,) = native(written(chart("column")))
    assert shape.chart.chart_title.text_frame.text == "Trade & more"
    assert shape._element.nvGraphicFramePr.cNvPr.get("descr") == 'Trade: "1950" & <later>'
    assert (shape.left, shape.width) == (48 * 12700, 864 * 12700)
    assert shape.chart.font.size.pt == 16


def test_a_legend_only_where_there_is_something_to_tell_apart() -> None:
    one, several, pie = (shape.chart for shape in native(written(chart("bar"), chart("bar", series=2), chart("pie"))))
    assert (one.has_legend, several.has_legend, pie.has_legend) == (False, True, False)
    assert pie.plots[0].data_labels.show_category_name


def test_series_differ_in_more_than_colour() -> None:
    files_ = files(written(chart("line", series=5), chart("column", series=5)))
    lines, columns = (etree.fromstring(files_[f"ppt/charts/chart{k}.xml"]) for k in (1, 2))
    assert len({mark.get("val") for mark in lines.iter(f"{C}symbol")}) == 5
    assert len({dash.get("val") for dash in lines.iter("{*}prstDash")}) == 5
    assert len({fill.get("prst") for fill in columns.iter("{*}pattFill")}) == 4


def test_every_kind_is_valid(tmp_path: Path) -> None:
    charts = [chart(kind, series=count) for kind in KINDS for count in (1, 6)]
    charts.append(chart("pie", tuple("abcdefgh"), caption=""))
    charts.append(chart("line", tuple(str(1900 + k) for k in range(120))))
    path = tmp_path / "deck.pptx"
    path.write_bytes(written(*charts))
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(path))
    assert [error.description for error in result.errors] == []


def test_the_same_charts_give_the_same_bytes_and_no_date() -> None:
    data = written(chart("column"), chart("pie"))
    assert data == written(chart("column"), chart("pie"))
    books = [blob for name, blob in files(data).items() if name.endswith(".xlsx")]
    assert len(books) == 2
    for book in books:
        with zipfile.ZipFile(io.BytesIO(book)) as file:
            assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_workbook_holds_what_the_chart_refers_to() -> None:
    data = files(written(chart("column", series=2)))
    relations = etree.fromstring(data["ppt/charts/_rels/chart1.xml.rels"])
    name = posixpath.normpath(posixpath.join("ppt/charts", relations[0].get("Target")))
    cells = sheet(data[name])
    drawn = etree.fromstring(data["ppt/charts/chart1.xml"])
    for source in drawn.iter(f"{C}strRef", f"{C}numRef"):
        first, last = [*source[0].text.replace("$", "").removeprefix("Sheet1!").split(":"), ""][:2]
        rows = range(int(first[1:]), int((last or first)[1:]) + 1)
        points = {int(point.get("idx")): point[0].text for point in source.iter(f"{C}pt")}
        assert [cells.get(f"{first[0]}{row}") for row in rows] == [points.get(k) for k in range(len(rows))]


def sheet(data: bytes) -> dict[str, str]:
    """The cells of a workbook's only sheet by their names."""
    rows = etree.fromstring(files(data)["xl/worksheets/sheet1.xml"])
    return {cell.get("r"): "".join(cell.itertext()) for cell in rows.iter("{*}c")}


def test_texts_in_the_workbook_stay_texts() -> None:
    cells = sheet(workbook([["=1+1", "http://x.org", "<&>"], ["", None, 3.0]]))
    assert cells == {"A1": "=1+1", "B1": "http://x.org", "C1": "<&>", "C2": "3"}
    assert b"<f>" not in workbook([["=1+1"]])


@pytest.mark.parametrize(("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_lettered(place: int, letters: str) -> None:
    assert column(place) == letters


@pytest.mark.parametrize(("value", "text"), [(3.0, "3"), (-0.5, "-0.5"), (0.1, "0.1"), (1e20, "1e+20")])
def test_numbers_in_xml(value: float, text: str) -> None:
    assert digits(value) == text


def test_hundred_charts_have_a_part_each() -> None:
    data = files(written(*(chart("bar") for _ in range(100))))
    assert sum(name.startswith("ppt/charts/chart") for name in data) == 100


def test_the_language_is_that_of_the_deck() -> None:
    fills: Fill = box(chart("bar"))
    data = write_deck(deck(slide("a", "A", fills), meta=Meta("T", lang="de")), theme()[1])
    assert b'<c:lang val="de-DE"/>' in files(data)["ppt/charts/chart1.xml"]

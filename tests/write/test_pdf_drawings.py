"""Outlines in PDF files: filled where they were placed, owned by their tag, with their box and their words."""

import pikepdf
import pytest
from reading_pdf import elements, marks, open_pdf

from triptych.geometry import Size
from triptych.model.document import Meta
from triptych.model.drawing import Drawing, Outline
from triptych.model.pages import DrawingItem, Page, Pages, Tag, TextItem
from triptych.model.theme import Face
from triptych.write.pdf import write_pages

SQUARE = (
    ("M", (0.0, -1.0)),
    ("L", (1.0, -1.0)),
    ("C", (1.0, -0.5, 1.0, -0.25, 1.0, 0.0)),
    ("L", (0.0, 0.0)),
    ("Z", ()),
)


def outline(color: str = "") -> Outline:
    return Outline(SQUARE, color)  # type: ignore[arg-type]


def pages(*outlines: Outline, tag: int | None = 2) -> Pages:
    tags = (Tag("Document"), Tag("P", 0), Tag("Formula", 1, inline=True, alt="x²"))
    drawing = Drawing(outlines, 1.5, 1.0, 0.25)
    items = (
        TextItem(20, 50, "See ", Face("Arial"), 12, "17202A", 1),
        DrawingItem(100, 50, drawing, 20, "0B5FA5", tag),
        TextItem(140, 50, "here", Face("Arial"), 12, "17202A", 1),
    )
    return Pages(Meta(title="Drawings"), (Page(Size(300, 200), items),), tags)


def operators(data: bytes) -> list[tuple[str, tuple[float, ...]]]:
    pdf = open_pdf(data)
    return [
        (str(operator), tuple(float(each) for each in operands if not isinstance(each, pikepdf.Object)))
        for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])
    ]


def test_an_outline_is_filled_where_it_was_placed() -> None:
    found = operators(write_pages(pages(outline())))
    place = next(numbers for operator, numbers in found if operator == "cm")
    a, b, c, d, x, y = place
    assert (b, c, x, y) == (0, 0, 100, 150)
    corners = [numbers[-2:] for operator, numbers in found if operator in ("m", "l", "c")]
    assert {(round(x + a * u, 3), round(y + d * v, 3)) for u, v in corners} == {
        (100, 170),
        (120, 170),
        (120, 150),
        (100, 150),
    }
    assert [operator for operator, _ in found].count("f") == 1
    assert [operator for operator, _ in found].count("q") == [operator for operator, _ in found].count("Q")


def test_colours_of_an_outline_end_with_it() -> None:
    found = operators(write_pages(pages(outline(), outline("FF0000"), outline())))
    colors = [numbers for operator, numbers in found if operator == "rg"]
    assert colors[1] == pytest.approx((11 / 255, 95 / 255, 165 / 255), abs=1e-3)
    assert colors[2] == (1, 0, 0)
    assert colors[3] == colors[1]
    assert colors[4] == colors[0]


def test_a_formula_has_its_words_and_its_box() -> None:
    pdf = open_pdf(write_pages(pages(outline())))
    formula = next(each for each in elements(pdf) if each.S == "/Formula")
    assert str(formula.Alt) == "x²"
    assert [float(each) for each in formula.A.BBox] == [100, 145, 130, 170]
    assert [mark.tag for mark in marks(pdf.pages[0])] == ["/P", "/Formula", "/P"]


def test_an_untagged_drawing_is_an_artifact() -> None:
    pdf = open_pdf(write_pages(pages(outline(), tag=None)))
    assert [mark.tag for mark in marks(pdf.pages[0])] == ["/P", "/Artifact", "/P"]

"""Lines and areas are drawn through their points, belong to their Figure, and tell where it is."""

import pikepdf
import pytest
from reading_pdf import elements, marks, open_pdf

from triptych.geometry import Size
from triptych.model.document import Meta
from triptych.model.pages import Page, Pages, PathItem, Tag
from triptych.write.pdf import write_pages

PAGE = Size(400, 300)
CORNERS = ((10.0, 20.0), (60.0, 20.0), (60.0, 70.0))


def drawn(*items: PathItem) -> pikepdf.Pdf:
    tags = (Tag("Document"), Tag("Figure", 0, alt="A line"))
    return open_pdf(write_pages(Pages(Meta(title="Test"), (Page(PAGE, items),), tags)))


def operators(pdf: pikepdf.Pdf) -> list[tuple[list[float], str]]:
    stream = pikepdf.parse_content_stream(pdf.pages[0])
    return [([float(n) for n in operands if not isinstance(n, pikepdf.Object)], str(name)) for operands, name in stream]


@pytest.mark.parametrize(
    ("item", "paint"),
    [
        (PathItem(CORNERS, "17202A", 1.0, tag=1), ["l", "l", "S"]),
        (PathItem(CORNERS, fill="17202A", closed=True, tag=1), ["l", "l", "h", "f"]),
        (PathItem(CORNERS, "17202A", 1.0, "FFFFFF", closed=True, tag=1), ["l", "l", "h", "B"]),
    ],
)
def test_a_path_goes_through_its_points(item: PathItem, paint: list[str]) -> None:
    names = [name for _, name in operators(drawn(item))]
    start = names.index("m")
    assert names[start + 1 : start + 1 + len(paint)] == paint
    points = [operands for operands, name in operators(drawn(item)) if name in ("m", "l")]
    assert points == [[x, PAGE.height - y] for x, y in CORNERS]


def test_a_path_belongs_to_its_figure_whose_place_is_known() -> None:
    pdf = drawn(PathItem(CORNERS, "17202A", 1.0, tag=1))
    assert [mark.tag for mark in marks(pdf.pages[0])] == ["/Figure"]
    (figure,) = (element for element in elements(pdf) if element.S == "/Figure")
    assert [float(n) for n in figure.A.BBox] == [10, 230, 60, 280]


def test_without_a_tag_it_only_decorates() -> None:
    pdf = drawn(PathItem(CORNERS, "17202A", 1.0))
    assert [mark.tag for mark in marks(pdf.pages[0])] == ["/Artifact"]


@pytest.mark.parametrize("item", [PathItem(CORNERS, tag=1), PathItem(CORNERS[:1], "17202A", 1.0, tag=1)])
def test_what_cannot_be_seen_is_not_drawn(item: PathItem) -> None:
    assert not any(name in ("m", "S", "f") for _, name in operators(drawn(item)))


def test_dashes_end_with_their_line() -> None:
    dashed, plain = PathItem(CORNERS, "17202A", 1.0, dash=(3.0, 2.0)), PathItem(CORNERS, "17202A", 1.0)
    pdf = drawn(dashed, plain)
    stream = pikepdf.parse_content_stream(pdf.pages[0])
    dashes = [[float(n) for n in operands[0]] for operands, name in stream if str(name) == "d"]
    assert dashes == [[3, 2], []]

"""What layouts draw: the built-in ones exactly, others as far as it can be drawn, and nothing outside the slide."""

import io

import pytest
from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Pt

from triptych.geometry import Rect
from triptych.model.deck import TextBox
from triptych.model.decor import Decor
from triptych.model.pages import BoxItem, DrawingItem, PathItem, PictureItem, RuleItem
from triptych.model.theme import BUILT_IN, Role
from triptych.template.decor import read_decor
from triptych.template.themes import read_theme

SLIDE = Rect(0, 0, 720, 540)


def of_role(theme: str, role: Role) -> Decor:
    found, data = read_theme(theme)
    return read_decor(data)[found.layout(role).index]


def with_shapes(draw) -> Decor:
    """The first layout of the library's own template once something was drawn on it."""
    presentation = Presentation()
    layout = presentation.slide_layouts[0]
    scratch = presentation.slides.add_slide(presentation.slide_layouts[6])
    draw(scratch.shapes)
    for shape in list(scratch.shapes._spTree)[2:]:
        layout.shapes._spTree.append(shape)
    for rel in scratch.part.rels.values():
        if rel.reltype.endswith("/image"):
            new = layout.part.relate_to(rel.target_part, rel.reltype)
            for blip in layout.shapes._spTree.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip"):
                blip.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed", new)
    presentation.save(buffer := io.BytesIO())
    return read_decor(buffer.getvalue())[0]


def painted(shapes, kind, x, y, width, height, color="C00000"):
    shape = shapes.add_shape(kind, Pt(x), Pt(y), Pt(width), Pt(height))
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(color)
    shape.line.fill.background()
    return shape


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_built_in_layouts_are_drawn_in_their_colours(name: str) -> None:
    palette = read_theme(name)[0].palette
    cover, question, body = (of_role(name, role) for role in ("title", "question", "body"))
    assert (cover.ground, question.ground, body.ground) == (palette.cover, palette.question, palette.paper)
    assert body.link == palette.accent
    assert [type(part) for part in body.parts] == [BoxItem]
    assert body.parts[0].fill == palette.accent
    assert all(isinstance(part, DrawingItem | PathItem) for part in question.parts)


def test_the_ghost_of_a_question_is_where_the_layout_has_it() -> None:
    (ghost,) = of_role("default", "question").parts
    assert (ghost.x, ghost.y) == (640, 44)
    steps = ghost.drawing.outlines[0].steps
    xs = [640 + numbers[-2] * ghost.size for _, numbers in steps if numbers]
    ys = [44 + numbers[-1] * ghost.size for _, numbers in steps if numbers]
    assert (min(xs), max(ys)) == pytest.approx((640, 44 + 435.2), abs=0.5)
    assert max(xs) <= 912.5
    assert sum(operator == "M" for operator, _ in steps) == 2


def test_areas_lines_and_words() -> None:
    def draw(shapes) -> None:
        painted(shapes, MSO_SHAPE.RECTANGLE, 10, 20, 100, 50)
        painted(shapes, MSO_SHAPE.OVAL, 200, 20, 60, 40, "00B050")
        line = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Pt(0), Pt(500), Pt(720), Pt(500))
        line.line.color.rgb = RGBColor.from_string("123456")
        box = shapes.add_textbox(Pt(300), Pt(10), Pt(200), Pt(40))
        box.text_frame.text = "Faculty of Rivers"

    rect, oval, line, words = with_shapes(draw).parts
    assert isinstance(rect, BoxItem)
    assert (rect.fill, rect.rect) == ("C00000", Rect(10, 20, 100, 50))
    assert isinstance(oval, PathItem)
    assert oval.fill == "00B050"
    assert isinstance(line, RuleItem)
    assert (line.color, line.y1, line.y2) == ("123456", 500, 500)
    assert isinstance(words, TextBox)
    assert words.paras[0].runs[0].text == "Faculty of Rivers"


def test_a_group_is_where_it_was_moved_to() -> None:
    def draw(shapes) -> None:
        group = shapes.add_group_shape()
        painted(group.shapes, MSO_SHAPE.RECTANGLE, 100, 100, 50, 50)
        group.left, group.top, group.width, group.height = Pt(10), Pt(20), Pt(100), Pt(100)

    (box,) = with_shapes(draw).parts
    assert box.rect == Rect(10, 20, 100, 100)


def test_what_reaches_over_the_edge_is_cut_there() -> None:
    picture = io.BytesIO()
    Image.new("RGB", (100, 100), "navy").save(picture, "PNG")

    def draw(shapes) -> None:
        painted(shapes, MSO_SHAPE.RECTANGLE, -50, 500, 900, 100)
        painted(shapes, MSO_SHAPE.OVAL, 600, 400, 300, 300)
        shapes.add_picture(picture, Pt(-50), Pt(-50), Pt(100), Pt(100))
        painted(shapes, MSO_SHAPE.RECTANGLE, 800, 0, 50, 50)

    box, oval, image = with_shapes(draw).parts
    assert box.rect == Rect(0, 500, 720, 40)
    assert all(SLIDE.contains(Rect(x, y, 0, 0)) for x, y in oval.points)
    assert isinstance(image, PictureItem)
    assert (image.rect, image.picture.width, image.picture.height) == (Rect(0, 0, 50, 50), 50, 50)


def test_what_cannot_be_drawn_is_left_out() -> None:
    def draw(shapes) -> None:
        painted(shapes, MSO_SHAPE.GEAR_6, 100, 100, 50, 50)
        painted(shapes, MSO_SHAPE.RECTANGLE, 100, 100, 50, 50).rotation = 30

    assert with_shapes(draw).parts == ()

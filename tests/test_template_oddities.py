"""Templates that are odd: what a deck in them must still be, whatever their makers did."""

import copy
import io
from collections.abc import Callable

import pytest
from lxml import etree
from measuring import slide_faults
from own_templates import (
    BODY,
    KEPT,
    MASTER,
    SECTION,
    THEME,
    TITLE,
    added,
    changed,
    drawn,
    few,
    packed,
    parts,
    place,
    rectangle,
    slot,
    solid,
    stock,
    theme_of,
)
from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Pt
from reading import read

from triptych.geometry import Rect
from triptych.model.colors import contrast, worst
from triptych.model.deck import Deck, TextBox, TextFill
from triptych.model.theme import Placeholder, Theme
from triptych.plan.deck import plan_deck
from triptych.problem import Problem
from triptych.template.choose import open_template
from triptych.template.colors import color_of
from triptych.template.layouts import families_of
from triptych.template.outlines import figures_of, is_within
from triptych.template.parts import A, P
from triptych.template.repair import put_right
from triptych.write.pptx.deck import write_deck

POINTS = "\n".join(
    f"{n}. **{label}**: A sentence that says something about the matter at hand, in a few more words. And one more."
    for n, label in enumerate(("One", "Two", "Three", "Four"), 1)
)
SOURCE = f"""---
title: A title
subtitle: A subtitle of some length
author: A. Lecturer
date: Today
---

# Points

{POINTS}

# Text

Running text becomes bullets. This is the second sentence of it. The third one is a good deal longer than the others.

| a | b |
|---|---|
| 1 | 2 |
"""


def deck_of(data: bytes, source: str = SOURCE) -> Deck:
    return plan_deck(read(source)[0], theme_of(data), {})


def body_of(theme: Theme) -> Placeholder:
    found = theme.layout("body").first("body")
    assert found is not None
    return found


def title_of(theme: Theme) -> Placeholder:
    found = theme.layout("body").first("title")
    assert found is not None
    return found


def element(xml: str) -> etree._Element:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return etree.fromstring(f'<x xmlns:a="{A[1:-1]}" xmlns:p="{P[1:-1]}" xmlns:r="{office}">{xml}</x>')[0]


def with_body_properties(idx: int, **values: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        slot(root, idx).find(f"{P}txBody/{A}bodyPr").attrib.update(values)

    return change


# --- what shapes cover -----------------------------------------------------------------------------


FRAME = (
    '<p:sp><p:nvSpPr><p:cNvPr id="91" name="Frame"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="9144000" cy="6858000"/></a:xfrm><a:custGeom><a:avLst/><a:pathLst>'
    '<a:path w="100" h="100">'
    '<a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:lnTo><a:pt x="100" y="0"/></a:lnTo><a:lnTo><a:pt x="100" y="100"/>'
    '</a:lnTo><a:lnTo><a:pt x="0" y="100"/></a:lnTo><a:close/><a:moveTo><a:pt x="3" y="3"/></a:moveTo><a:lnTo>'
    '<a:pt x="97" y="3"/></a:lnTo><a:lnTo><a:pt x="97" y="97"/></a:lnTo><a:lnTo><a:pt x="3" y="97"/></a:lnTo><a:close/>'
    '</a:path></a:pathLst></a:custGeom><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></p:spPr></p:sp>'
)


def test_text_stands_on_what_is_seen_through_the_hole_of_a_shape() -> None:
    dark = rectangle(solid("222244"), 0, 0, 720, 540)
    theme = theme_of(changed(stock(), {MASTER: lambda root: drawn(root, dark + FRAME)}))
    assert body_of(theme).grounds == ("222244",)


def shape(geometry: str, transform: str = "") -> etree._Element:
    xfrm = f'<a:xfrm {transform}><a:off x="0" y="0"/><a:ext cx="1270000" cy="635000"/></a:xfrm>'
    return element(f"<p:sp><p:spPr>{xfrm}{geometry}</p:spPr></p:sp>")


def preset(name: str, adjust: str = "") -> str:
    return f'<a:prstGeom prst="{name}"><a:avLst>{adjust}</a:avLst></a:prstGeom>'


@pytest.mark.parametrize(
    ("of", "inside", "outside"),
    [
        (shape(preset("ellipse")), (50, 25), (3, 3)),
        (shape(preset("rtTriangle")), (10, 40), (90, 10)),
        (shape(preset("rtTriangle"), 'flipH="1"'), (90, 40), (10, 10)),
        (shape(preset("rtTriangle"), 'rot="10800000"'), (90, 10), (10, 40)),
        (shape(preset("rect"), 'rot="5400000"'), (50, -20), (90, 25)),
        (shape(preset("parallelogram", '<a:gd name="adj" fmla="val 100000"/>')), (50, 25), (10, 5)),
        (shape(preset("donut")), (5, 25), (50, 25)),
        (shape(preset("frame")), (3, 25), (50, 25)),
        (shape(preset("roundRect")), (50, 25), (120, 25)),
    ],
)
def test_a_shape_covers_what_is_within_its_outline(
    of: etree._Element, inside: tuple[float, float], outside: tuple[float, float]
) -> None:
    figures = figures_of(of, Rect(0, 0, 100, 50))
    assert figures is not None
    assert is_within(figures, *inside)
    assert not is_within(figures, *outside)


def test_the_outline_of_an_unknown_shape_is_not_guessed() -> None:
    assert figures_of(shape(preset("cloud")), Rect(0, 0, 100, 50)) is None


def test_a_shape_may_be_filled_as_its_group_is() -> None:
    panel = rectangle("<a:grpFill/>", 0, 0, 720, 540)
    group = (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="80" name="G"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr>{solid('113355')}</p:grpSpPr>{panel}</p:grpSp>"
    )
    assert body_of(theme_of(changed(stock(), {BODY: lambda root: drawn(root, group)}))).grounds == ("113355",)


@pytest.mark.parametrize(
    ("changes", "color"),
    [
        ('<a:hueMod val="50000"/>', "FFFF00"),
        ('<a:hueOff val="7200000"/>', "0000FF"),
        ('<a:satMod val="50000"/>', "40BF40"),
        ('<a:satOff val="-50000"/>', "40BF40"),
        ('<a:lumMod val="50000"/><a:lumOff val="25000"/>', "00FF00"),
        ("<a:gray/>", "969696"),
        ("<a:inv/>", "FF00FF"),
        ("<a:comp/>", "FF00FF"),
    ],
)
def test_a_colour_is_changed_in_the_order_of_its_changes(changes: str, color: str) -> None:
    fill = element(f'<a:solidFill><a:srgbClr val="00FF00">{changes}</a:srgbClr></a:solidFill>')
    assert color_of(fill, {}) == color


# --- text ------------------------------------------------------------------------------------------


def test_families_of_the_theme_have_a_name_for_each_script() -> None:
    theme = element(
        '<a:theme><a:fontScheme><a:majorFont><a:latin typeface="Georgia"/><a:ea typeface="SimHei"/><a:cs typeface=""/>'
        '</a:majorFont><a:minorFont><a:latin typeface=""/><a:ea typeface="SimSun"/></a:minorFont></a:fontScheme>'
        "</a:theme>"
    )
    assert families_of(theme) == {
        "+mj-lt": "Georgia", "+mj-ea": "SimHei", "+mj-cs": "Georgia",
        "+mn-lt": "Arial", "+mn-ea": "SimSun", "+mn-cs": "Arial",
    }  # fmt: skip


def test_a_font_that_is_a_name_of_the_theme_is_what_this_stands_for() -> None:
    def eastern(root: etree._Element) -> None:
        for latin in root.iterfind(f"{P}txStyles/{P}bodyStyle/*/{A}defRPr/{A}latin"):
            latin.set("typeface", "+mj-ea")

    def named(root: etree._Element) -> None:
        root.find(f".//{A}majorFont/{A}ea").set("typeface", "SimHei")

    assert body_of(theme_of(changed(stock(), {MASTER: eastern, THEME: named}))).levels[0].family == "SimHei"


def test_text_in_a_gradient_is_seen_in_it() -> None:
    pale = (
        '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FFFFFF"/></a:gs><a:gs pos="100000">'
        '<a:srgbClr val="F0F0F0"/>'
        '</a:gs></a:gsLst><a:lin ang="0"/></a:gradFill>'
    )

    def pallid(root: etree._Element) -> None:
        fill = root.find(f"{P}txStyles/{P}titleStyle/{A}lvl1pPr/{A}defRPr/{A}solidFill")
        fill.getparent().replace(fill, element(pale))

    data = changed(stock(), {MASTER: pallid})
    assert title_of(theme_of(data)).levels[0].color == "F8F8F8"
    title = deck_of(data).slides[-1].fills[0]
    assert isinstance(title, TextFill)
    assert contrast(title.placeholder.levels[0].color, "FFFFFF") >= 4.5


def test_letters_that_one_sees_through_are_as_pale_as_they_are_seen() -> None:
    def thin(root: etree._Element) -> None:
        color = root.find(f"{P}txStyles/{P}titleStyle/{A}lvl1pPr/{A}defRPr/{A}solidFill")[0]
        color.append(element('<a:alpha val="20000"/>'))

    data = changed(stock(), {MASTER: thin})
    assert title_of(theme_of(data)).levels[0].color == "CCCCCC"
    title = deck_of(data).slides[-1].fills[0]
    assert isinstance(title, TextFill)
    assert title.placeholder.levels[0].color == "000000"


def test_of_two_forms_of_a_placeholder_the_new_one_counts() -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"

    def twofold(root: etree._Element) -> None:
        title = slot(root, 0)
        both = etree.Element(f"{{{mc}}}AlternateContent")
        title.addprevious(both)
        etree.SubElement(both, f"{{{mc}}}Choice", {"Requires": "a"}).append(copy.deepcopy(title))
        etree.SubElement(both, f"{{{mc}}}Fallback").append(title)

    theme = theme_of(changed(few(*KEPT), {BODY: twofold}))
    assert theme.layout("body").name == "Title and Content"


def test_dark_text_on_a_dark_ground_is_none_that_a_template_means() -> None:
    """Black on this blue has 3.2:1, which large text may have; white on this orange has no more, and is meant."""

    def on(ground: str, color: str) -> Callable[[etree._Element], None]:
        def change(root: etree._Element) -> None:
            drawn(root, rectangle(solid(ground), 0, 0, 720, 540))
            for fill in root.iterfind(f"{P}txStyles/{P}titleStyle/{A}lvl1pPr/{A}defRPr/{A}solidFill"):
                fill.getparent().replace(fill, element(solid(color)))

        return change

    def title(ground: str, color: str) -> Placeholder:
        fill = deck_of(changed(stock(), {MASTER: on(ground, color)})).slides[-1].fills[0]
        assert isinstance(fill, TextFill)
        return fill.placeholder

    assert title("375AA4", "000000").levels[0].color == "FFFFFF"
    assert not title("E06010", "FFFFFF").recolored


def test_text_of_another_colour_has_no_shadow_that_was_made_for_its_own() -> None:
    def shady(root: etree._Element) -> None:
        drawn(root, rectangle(solid("101010"), 0, 0, 720, 540))

    data = changed(stock(), {MASTER: shady})
    deck = Presentation(io.BytesIO(write_deck(deck_of(data), open_template(data, "a", "b")[1])))  # type: ignore[index]
    title = deck.slides[-1].shapes.title
    assert title._element.find(f".//{A}rPr/{A}effectLst") is not None


def test_large_type_shrinks_for_all_points_alike_before_it_is_small() -> None:
    """The library's template has 32 points: some of these points need less, and none is set in 22 for it."""

    def sentence(words: int) -> str:
        return f"This sentence says {'something ' * words}here."

    lengths = {"One": (10, 3), "Two": (12, 8), "Three": (6, 6), "Four": (11, 10)}
    points = "\n".join(
        f"{n}. **{label}**: {sentence(first)} {sentence(second)}"
        for n, (label, (first, second)) in enumerate(lengths.items(), 1)
    )
    slides = [slide for slide in deck_of(stock(), f"# A\n\n{points}\n").slides if slide.layout.role == "key point"]
    sizes = {fill.sizes[:1] for slide in slides for fill in slide.fills[1:2] if isinstance(fill, TextFill)}
    assert (len(slides), sizes) == (4, {(28.0,)})


BROKEN = "lines of the template that never break do so at the edge of their place"


# --- colours of a house ------------------------------------------------------------------------------


def with_accent(color: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        accent = root.find(f".//{A}accent1")
        accent.clear()
        accent.append(element(f'<a:srgbClr val="{color}"/>'))

    return change


@pytest.mark.parametrize(
    ("drawing", "accent"),
    [
        (rectangle(solid("144189"), 0, 0, 720, 80), "144189"),  # a band of a colour, and nothing in the accent
        (rectangle(solid("144189"), 0, 0, 720, 20), "660874"),  # hardly any of it
        (rectangle(solid("144189"), 0, 0, 720, 80)
         + rectangle('<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>', 0, 500, 90, 9), "660874"),
    ],
)  # fmt: skip
def test_an_accent_that_nothing_is_drawn_in_is_none_of_the_house(drawing: str, accent: str) -> None:
    few_layouts = few("Title and Content")
    data = changed(few_layouts, {THEME: with_accent("660874"), MASTER: lambda root: drawn(root, drawing)})
    assert theme_of(data).palette.accent == accent


def test_charts_have_the_colour_of_a_house_that_its_template_has_in_shapes_alone() -> None:
    band = rectangle(solid("8A1538"), 0, 0, 720, 60)
    data = changed(stock(), {MASTER: lambda root: drawn(root, band)})
    source = "# A\n\n{.chart type=%s}\n| a | b |\n|---|---|\n| x | 1 |\n| y | 2 |\n"
    for kind in ("bar", "pie"):
        of = parts(write_deck(deck_of(data, source % kind), open_template(data, "a", "b")[1]))  # type: ignore[index]
        chart = next(part for name, part in of.items() if name.startswith("ppt/charts/chart"))
        assert b'srgbClr val="8A1538"' in chart
        assert b'"accent1"' not in chart


def test_heads_of_tables_have_the_accent_of_a_house_beside_the_dark_colour_of_a_program() -> None:
    assert theme_of(changed(stock(), {THEME: with_accent("8A1538")})).palette.deep == "8A1538"
    assert theme_of(stock()).palette.deep == "1F497D"


# --- placeholders ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (with_body_properties(1, numCol="2"), "text that the template sets in columns is set in one"),
        (
            with_body_properties(1, wrap="none"),
            "lines of the template that never break do so at the edge of their place",
        ),
        (with_body_properties(1, vert="vert270"), "text that the template turns is set level"),
    ],
)
def test_text_that_is_set_otherwise_than_it_is_measured_is_set_straight_and_told(
    change: Callable[[etree._Element], None], said: str
) -> None:
    data, told = put_right(changed(few(*KEPT), {BODY: change}))
    assert told == (said,)
    properties = slot(etree.fromstring(parts(data)[BODY]), 1).find(f"{P}txBody/{A}bodyPr")
    assert not {"numCol", "wrap", "vert"} & set(properties.attrib)
    assert put_right(data) == (data, ())


def test_a_turned_text_is_laid_level_where_it_is_seen() -> None:
    def turned(root: etree._Element) -> None:
        place(slot(root, 1), 182, 12, 356, 584)  # the middle of a place that is 584 wide and 356 high
        slot(root, 1).find(f"{P}spPr/{A}xfrm").set("rot", "16200000")

    theme = theme_of(changed(few(*KEPT), {BODY: turned}))
    at = body_of(theme).rect
    assert (round(at.x), round(at.y), round(at.width)) == (68, 126, 584)


def test_a_layout_whose_title_is_turned_does_not_serve_and_this_is_told() -> None:
    data = changed(stock(), {BODY: with_body_properties(0, vert="vert270")})
    theme = theme_of(data)
    assert theme.told == ("the layout 'Title and Content' does not serve: its title is turned",)
    assert theme.layout("body").name == "Two Content"
    assert body_of(theme).rect.width == pytest.approx(648, abs=1)  # the room of both texts


def test_text_over_the_edge_of_a_slide_ends_there() -> None:
    def over(root: etree._Element) -> None:
        place(slot(root, 0), -60, -20, 900, 100)
        place(slot(root, 1), 36, 126, 900, 700)

    data = changed(few(*KEPT), {BODY: over})
    assert title_of(theme_of(data)).rect == Rect(0, 0, 720, 80)
    assert not slide_faults(deck_of(data))


def test_a_title_stands_beside_a_logo() -> None:
    Image.new("RGB", (40, 20), "#AA0000").save(buffer := io.BytesIO(), "png")
    data = added(stock(), {"ppt/media/l.png": buffer.getvalue()}, [(BODY, "rId77", "image", "../media/l.png", False)])
    logo = (
        '<p:pic><p:nvPicPr><p:cNvPr id="81" name="Logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
        '<a:blip r:embed="rId77"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>'
        '<a:off x="7620000" y="254000"/><a:ext cx="1270000" cy="635000"/></a:xfrm>'
        '<a:prstGeom prst="rect"/></p:spPr></p:pic>'
    )
    at = title_of(theme_of(changed(data, {BODY: lambda root: drawn(root, logo)}))).rect
    assert at.x == 36
    assert 590 <= at.right <= 600


def test_a_title_is_set_smaller_before_a_word_of_it_is_cut() -> None:
    """In a column of 180 points "Understanding" has no room at 44 points."""
    title = next(
        fill
        for fill in deck_of(title_in_a_column(), "# Understanding\n\n- a\n- b\n").slides[-1].fills
        if isinstance(fill, TextFill) and fill.placeholder.kind == "title"
    )
    assert title.sizes
    assert 18 <= title.sizes[0] <= 28


def test_a_question_has_the_room_of_the_text_beside_its_title() -> None:
    def lined(root: etree._Element) -> None:
        root.find(f".//{P}spTree").append(element(
            '<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="70" name="Line"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm>'
            '<a:off x="720000" y="4394000"/><a:ext cx="7000000" cy="0"/></a:xfrm></p:spPr></p:cxnSp>'
        ))  # fmt: skip

    plain, divided = (theme_of(data).layout("question").first("title") for data in (
        stock(), changed(stock(), {SECTION: lined})
    ))  # fmt: skip
    assert plain is not None
    assert divided is not None
    assert round(plain.rect.height) == 225
    assert round(divided.rect.height) == 107  # a line is drawn between the two


# --- slides of another shape -----------------------------------------------------------------------


def sized(width: float, height: float, change: Callable[[etree._Element], None] | None = None) -> bytes:
    def resize(root: etree._Element) -> None:
        size = root.find(f"{P}sldSz")
        size.attrib.clear()
        size.attrib.update({"cx": str(round(width * 12700)), "cy": str(round(height * 12700))})

    data = changed(stock(), {"ppt/presentation.xml": resize})
    return changed(data, {MASTER: change}) if change else data


def test_layouts_for_4_3_that_draw_nothing_are_spread_over_a_wider_slide_and_told() -> None:
    data, told = put_right(sized(960, 540))
    assert told == ("the template's layouts are made for a smaller slide than its own: they are enlarged",)
    at, before = body_of(theme_of(data)), body_of(theme_of(stock()))
    assert (round(at.rect.x), round(at.rect.width)) == (48, 864)
    assert at.levels[0].size == before.levels[0].size
    beside = rectangle(solid("336699"), 0, 0, 20, 540)
    assert not put_right(sized(960, 540, lambda root: drawn(root, beside)))[1]  # what is free may be so by design


@pytest.mark.parametrize("size", [(540, 720), (595, 842)])
def test_layouts_that_reach_over_their_slide_are_fitted_to_it_and_told(size: tuple[float, float]) -> None:
    data = sized(*size)
    assert "are made for a slide of another shape than its own" in put_right(data)[1][0]
    assert not slide_faults(deck_of(data))
    layout = theme_of(data).layout("body")
    assert body_of(theme_of(data)).rect.right <= size[0]
    assert all(slot.rect.bottom <= size[1] for slot in layout.placeholders)


# --- slides that open something --------------------------------------------------------------------


def test_where_no_name_tells_a_layout_with_a_larger_title_opens() -> None:
    """Of two layouts with names of a house's own: texts have small titles, and one has a large one."""

    def plain(name: str, size: int) -> Callable[[etree._Element], None]:
        def change(root: etree._Element) -> None:
            root.attrib.pop("type")
            root.find(f"{P}cSld").set("name", name)
            styles = slot(root, 0).find(f"{P}txBody/{A}lstStyle")
            styles.clear()
            styles.append(element(f'<a:lvl1pPr><a:defRPr sz="{size}"/></a:lvl1pPr>'))
            if size > 2000:
                place(slot(root, 0), 36, 20, 648, 80)
                place(slot(root, 1), 36, 110, 648, 40)

        return change

    data = changed(
        few("Title and Content", "Section Header"), {BODY: plain("Euba", 1600), SECTION: plain("Siegmar", 2800)}
    )
    names = [name for name in parts(data) if name.startswith("ppt/slideLayouts/slideLayout")]
    assert len(names) == 2
    theme = theme_of(data)
    assert (theme.layout("body").name, theme.layout("title").name) == ("Euba", "Siegmar")


def said_on_title(data: bytes) -> list[str]:
    fills = deck_of(data).slides[0].fills
    texts = [fill for fill in fills if isinstance(fill, TextFill | TextBox)]
    return ["".join(run.text for para in fill.paras for run in para.runs) for fill in texts]


def test_a_title_slide_without_a_subtitle_says_all_in_the_text_that_it_has() -> None:
    def texts(root: etree._Element) -> None:
        slot(root, 1).find(f".//{P}ph").set("type", "body")

    assert said_on_title(changed(stock(), {TITLE: texts})) == [
        "A title",
        "A subtitle of some length\nA. Lecturer · Today",
    ]


def test_a_title_slide_with_two_texts_has_the_speaker_in_the_lower_one() -> None:
    def texts(root: etree._Element) -> None:
        one = slot(root, 1)
        other = copy.deepcopy(one)
        one.addnext(other)
        other.find(f".//{P}ph").set("idx", "2")
        for shape, y in ((one, 400), (other, 300)):
            shape.find(f".//{P}ph").set("type", "body")
            place(shape, 108, y, 504, 80)

    assert said_on_title(changed(stock(), {TITLE: texts})) == [
        "A title",
        "A subtitle of some length",
        "A. Lecturer · Today",
    ]


# --- the look of a template's own slides -----------------------------------------------------------


def with_slides(count: int, ground: str = "102040", words: str = "") -> bytes:
    """The library's template with blank slides of a ground, with a logo, and with one of themselves each."""
    presentation = Presentation()
    Image.new("RGB", (40, 20), "#AA0000").save(logo := io.BytesIO(), "png")
    for number in range(count):
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = RGBColor.from_string(ground)
        slide.shapes.add_picture(io.BytesIO(logo.getvalue()), Pt(10), Pt(4), Pt(60), Pt(16))
        Image.new("RGB", (9, 9), f"#0000{number:02X}").save(own := io.BytesIO(), "png")
        slide.shapes.add_picture(io.BytesIO(own.getvalue()), Pt(200), Pt(200), Pt(90), Pt(90))
        slide.shapes.add_textbox(Pt(300), Pt(300), Pt(200), Pt(40)).text_frame.text = words or f"Words {number}"
    presentation.save(buffer := io.BytesIO())
    return buffer.getvalue()


def test_what_all_slides_of_a_template_have_alike_is_taken_for_its_layouts() -> None:
    data, told = put_right(with_slides(4, words="The same words"))
    assert told == (
        "the ground and the ornaments that the template's own slides have, and not their layouts, are taken for these",
    )
    of = parts(data)
    layout = etree.fromstring(of[BODY])
    assert len(list(layout.iter(f"{P}pic"))) == 1  # the logo, and none of the pictures that each has for itself
    assert b"The same words" not in of[BODY]  # words are no ornament
    theme = theme_of(with_slides(4))
    assert body_of(theme).grounds == ("102040",)
    deck = deck_of(with_slides(4))
    text = deck.slides[-1].fills[0]
    assert isinstance(text, TextFill)
    assert worst(text.placeholder.levels[0].color, ("102040",)) >= 4.5
    written = parts(write_deck(deck, data))
    assert sum(name.startswith("ppt/media/") for name in written) == 1


def test_a_slide_that_is_damaged_or_lacks_its_picture_tells_no_look_and_nothing_else_is_lost() -> None:
    of = parts(with_slides(4))
    of["ppt/slides/slide1.xml"] = b"<p:sld"
    missing = {name: data for name, data in of.items() if not name.startswith("ppt/media/")}
    for kept in (of, missing):
        _, told = put_right(changed(packed(kept), {MASTER: with_body_properties(1, numCol="2")}))
        assert "text that the template sets in columns is set in one" in told
    layout = parts(put_right(packed(missing))[0])[BODY]
    assert b"pic" not in layout
    assert b"102040" in layout


def test_a_few_slides_do_not_tell_the_look_of_a_template() -> None:
    assert not put_right(with_slides(2))[1]


# --- and what simply has to work -------------------------------------------------------------------


def two_subtitles() -> bytes:
    def twice(root: etree._Element) -> None:
        one = slot(root, 1)
        other = copy.deepcopy(one)
        other.find(f".//{P}ph").set("idx", "2")
        one.addnext(other)
        place(one, 108, 300, 504, 60)
        place(other, 108, 380, 504, 60)

    return changed(stock(), {TITLE: twice})


def without_styles(name: str) -> bytes:
    def bare(root: etree._Element) -> None:
        found = root.find(f".//{P}{name}")
        found.getparent().remove(found)

    return changed(stock(), {MASTER: bare})


def without_master_shapes() -> bytes:
    band = rectangle(solid("101010"), 0, 0, 720, 540)
    return changed(
        stock(), {MASTER: lambda root: drawn(root, band), BODY: lambda root: root.set("showMasterSp", "0")}
    )  # fmt: skip


def other_mapping() -> bytes:
    names = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}
    same = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
    mapping = " ".join(f'{name}="{slot}"' for name, slot in {**names, **dict(zip(same, same, strict=True))}.items())

    def override(root: etree._Element) -> None:
        found = root.find(f"{P}clrMapOvr")
        found.clear()
        found.append(element(f"<a:overrideClrMapping {mapping}/>"))

    return changed(stock(), {BODY: override})


def filled(fill: str) -> bytes:
    return changed(stock(), {MASTER: lambda root: drawn(root, rectangle(fill, 0, 0, 720, 540))})


def tiled() -> bytes:
    Image.new("RGB", (20, 20), "#101820").save(buffer := io.BytesIO(), "png")
    data = added(stock(), {"ppt/media/t.png": buffer.getvalue()}, [(MASTER, "rId77", "image", "../media/t.png", False)])
    fill = '<a:blipFill><a:blip r:embed="rId77"/><a:tile sx="100000" sy="100000" algn="tl"/></a:blipFill>'
    return changed(data, {MASTER: lambda root: drawn(root, rectangle(fill, 0, 0, 720, 540))})


def sixty_layouts() -> bytes:
    of = parts(stock())
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    listing = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    relations, master, types = (etree.fromstring(of[name]) for name in (listing, MASTER, "[Content_Types].xml"))
    layouts = master.find(f"{P}sldLayoutIdLst")
    for number in range(12, 72):
        name = f"ppt/slideLayouts/slideLayout{number}.xml"
        of[name] = of[BODY].replace(b"Title and Content", b"Own %d" % number)
        of[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = of["ppt/slideLayouts/_rels/slideLayout2.xml.rels"]
        target = {"Id": f"rId9{number}", "Type": f"{office}/slideLayout", "Target": f"../slideLayouts/{name[17:]}"}
        etree.SubElement(relations, relations[0].tag, target)
        etree.SubElement(layouts, layouts[0].tag, {"id": str(2147483800 + number), f"{{{office}}}id": f"rId9{number}"})
        kind = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
        etree.SubElement(types, types[-1].tag, {"PartName": f"/{name}", "ContentType": kind})
    for name, root in ((listing, relations), (MASTER, master), ("[Content_Types].xml", types)):
        of[name] = etree.tostring(root)
    return packed(of)


def feet_in_layouts_alone() -> bytes:
    def footless(root: etree._Element) -> None:
        for shape in list(root.iter(f"{P}sp")):
            if shape.find(f".//{P}ph").get("type") in ("ftr", "sldNum", "dt"):
                shape.getparent().remove(shape)

    return changed(stock(), {MASTER: footless})


def system_colors() -> bytes:
    def swapped(root: etree._Element) -> None:
        for name, value in (("dk1", "window"), ("lt1", "windowText")):
            found = root.find(f".//{A}{name}")
            found.clear()
            found.append(element(f'<a:sysClr val="{value}"/>'))

    return changed(stock(), {THEME: swapped})


def as_template() -> bytes:
    of = parts(stock())
    of["[Content_Types].xml"] = of["[Content_Types].xml"].replace(b"presentation.main", b"template.main")
    return packed(of)


def title_in_a_column() -> bytes:
    def left(root: etree._Element) -> None:
        place(slot(root, 0), 20, 40, 180, 400)
        place(slot(root, 1), 220, 40, 480, 440)

    return changed(few(*KEPT), {BODY: left})


VEIL = (
    '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="000000"><a:alpha val="90000"/></a:srgbClr></a:gs>'
    '<a:gs pos="100000"><a:srgbClr val="000000"><a:alpha val="0"/></a:srgbClr></a:gs></a:gsLst><a:lin ang="5400000"/>'
    "</a:gradFill>"
)
CHAIN = (
    '<a:solidFill><a:schemeClr val="accent1"><a:lumMod val="20000"/><a:satMod val="150000"/><a:shade val="50000"/>'
    "</a:schemeClr></a:solidFill>"
)


@pytest.mark.parametrize(
    "data",
    [
        two_subtitles(), without_styles("titleStyle"), without_styles("txStyles"), without_master_shapes(),
        other_mapping(), filled(VEIL), filled(CHAIN), tiled(), sixty_layouts(), feet_in_layouts_alone(),
        system_colors(), as_template(), title_in_a_column(), sized(780, 540), sized(1280, 540),
    ],
    ids=[
        "two subtitles", "no style of titles", "no styles", "without the master's shapes", "another mapping", "a veil",
        "a chain of changes", "tiles", "sixty layouts", "feet in layouts alone", "system colours", "a .potx",
        "the title in a column", "A4", "wide",
    ],
)  # fmt: skip
def test_an_odd_template_still_gives_a_deck_that_can_be_read(data: bytes) -> None:
    deck = deck_of(data)
    assert 3 <= len(deck.slides) <= 8
    assert not slide_faults(deck)
    for fill in (fill for slide in deck.slides for fill in slide.fills if isinstance(fill, TextFill)):
        level = fill.placeholder.levels[0]
        assert not level.color or worst(level.color, fill.placeholder.grounds) >= 3
    found = open_template(data, "own.pptx", "a.md")
    assert not isinstance(found, Problem)
    assert Presentation(io.BytesIO(write_deck(deck, found[1]))).slides

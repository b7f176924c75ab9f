"""Templates whose texts stand in groups, on areas of their own, in cards, under logos, or within wide insets."""

import copy
import io

import pytest
from lxml import etree
from measuring import slide_faults
from own_templates import (
    BODY,
    KEPT,
    MASTER,
    THEME,
    TITLE,
    Change,
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
from reading import read

from triptych.geometry import Rect
from triptych.model.deck import Deck, TextBox, TextFill
from triptych.model.theme import Placeholder
from triptych.plan.deck import plan_deck
from triptych.problem import Problem
from triptych.template.choose import open_template
from triptych.template.fills import gradient_color
from triptych.template.parts import A, P
from triptych.template.repair import put_right

SPACES = (
    f'xmlns:a="{A[1:-1]}" xmlns:p="{P[1:-1]}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
POINTS = (
    "---\ntitle: A title that says what it is about\nsubtitle: A subtitle of some length, which explains it\n"
    "author: Ada Lecturer\ndate: 3 May\n---\n\n# Points\n\n- One sentence says something.\n- Another one follows.\n"
    "- A third one is the last.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
)


def element(xml: str) -> etree._Element:
    return etree.fromstring(f"<x {SPACES}>{xml}</x>")[0]


def body_of(data: bytes) -> Placeholder:
    found = theme_of(data).layout("body").first("body")
    assert found is not None
    return found


def deck_of(data: bytes) -> Deck:
    return plan_deck(read(POINTS)[0], theme_of(data), {})


def grouped(*names: int) -> Change:
    """Puts placeholders into a group, in coordinates that are twice as large as the slide's."""

    def change(root: etree._Element) -> None:
        group = element(
            '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="80" name="G"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
            '<a:off x="457200" y="1600200"/><a:ext cx="8229600" cy="4525963"/><a:chOff x="0" y="0"/>'
            '<a:chExt cx="16459200" cy="9051926"/></a:xfrm></p:grpSpPr></p:grpSp>'
        )
        found = [slot(root, name) for name in names]
        place(found[-1], 0, 0, 1296, 712)
        root.find(f".//{P}spTree").append(group)
        group.extend(found)

    return change


def test_placeholders_in_a_group_are_taken_out_of_it_and_stand_where_they_stood() -> None:
    data = changed(few(*KEPT), {BODY: grouped(1)})
    at = body_of(data).rect
    assert (round(at.x), round(at.y), round(at.width), round(at.height)) == (36, 126, 648, 356)
    layout = etree.fromstring(parts(put_right(data)[0])[BODY])
    assert not list(layout.find(f".//{P}grpSp").iter(f"{P}ph"))
    assert not slide_faults(deck_of(changed(few(*KEPT), {BODY: grouped(0, 1)})))


@pytest.mark.parametrize("kind", ["body", "obj", None])
@pytest.mark.parametrize("name", ["Title 1", "Titel 3", "Заголовок 1", "タイトル 2", "Tytuł 4", "Text 1"])
def test_a_title_is_known_by_its_name_where_its_type_lies_or_is_absent(name: str, kind: str | None) -> None:
    def lying(root: etree._Element) -> None:
        shape = slot(root, 0)
        shape.find(f".//{P}cNvPr").set("name", name)
        place = shape.find(f".//{P}ph")
        place.attrib.pop("type")
        place.attrib.update({"idx": "20"} | ({"type": kind} if kind else {}))

    data = changed(few("Title and Content"), {BODY: lying})
    if name == "Text 1":
        assert isinstance(open_template(data, "own.pptx", "a.md"), Problem)
        return
    theme = theme_of(data)
    assert "titles by their names alone" in theme.told[0]
    title = theme.layout("body").first("title")
    assert title is not None
    assert title.levels[0].size == 44.0  # what the master says of titles
    assert not slide_faults(deck_of(data))


def white(root: etree._Element, idx: int = 1) -> None:
    slot(root, idx).find(f"{P}spPr").append(element(solid("FFFFFF")))


def dark(root: etree._Element) -> None:
    ground = root.find(f"{P}cSld/{P}bg")
    ground.getparent().replace(ground, element(f"<p:bg><p:bgPr>{solid('101820')}<a:effectLst/></p:bgPr></p:bg>"))


@pytest.mark.parametrize("where", [BODY, MASTER])
def test_the_fill_of_a_text_is_an_area_for_all_that_a_slide_puts_there(where: str) -> None:
    data = stock()
    for name, change in ((MASTER, dark), (where, white)):
        data = changed(data, {name: change})
    layout = etree.fromstring(parts(put_right(data)[0])[BODY])
    shapes = list(layout.iter(f"{P}sp"))
    assert shapes[0].find(f".//{P}ph") is None
    assert shapes[0].find(f"{P}spPr/{A}solidFill/{A}srgbClr").get("val") == "FFFFFF"
    assert shapes[0].find(f"{P}spPr/{A}prstGeom").get("prst") == "rect"
    assert slot(layout, 1).find(f"{P}spPr/{A}noFill") is not None
    assert body_of(data).grounds == ("FFFFFF",)


def test_the_areas_of_several_texts_stay_theirs() -> None:
    two = "ppt/slideLayouts/slideLayout4.xml"
    data = changed(stock(), {two: lambda root: (white(root, 1), white(root, 2))})
    layout = etree.fromstring(parts(put_right(data)[0])[two])
    assert all(slot(layout, idx).find(f"{P}spPr/{A}solidFill") is not None for idx in (1, 2))


def cards(root: etree._Element) -> None:
    first = slot(root, 1)
    for number, (x, y) in enumerate(((36, 120), (370, 120), (36, 310), (370, 310))):
        card = first if not number else copy.deepcopy(first)
        if number:
            card.find(f".//{P}ph").set("idx", str(10 + number))
            first.addnext(card)
        place(card, x, y, 314, 170)


def test_cards_are_one_text_where_a_template_has_no_other() -> None:
    data = changed(few(*KEPT), {BODY: cards})
    assert body_of(data).rect == Rect(36, 120, 648, 360)
    assert len(deck_of(data).slides) <= 3
    parted = changed(data, {BODY: lambda root: drawn(root, rectangle(solid("CC0000"), 352, 120, 4, 360))})
    assert body_of(parted).rect.width == 314  # what is drawn between them keeps them apart


def with_logo(x: float, y: float, width: float, height: float) -> bytes:
    Image.new("RGB", (40, 40), "#CC0000").save(buffer := io.BytesIO(), "png")
    data = added(stock(), {"ppt/media/l.png": buffer.getvalue()}, [(MASTER, "rId77", "image", "../media/l.png", False)])
    across, down, wide, high = (round(value * 12700) for value in (x, y, width, height))
    picture = (
        '<p:pic><p:nvPicPr><p:cNvPr id="91" name="Logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip '
        'r:embed="rId77"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>'
        f'<a:off x="{across}" y="{down}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/></a:prstGeom></p:spPr></p:pic>"
    )
    return changed(data, {MASTER: lambda root: drawn(root, picture)})


@pytest.mark.parametrize(
    ("logo", "kept"),
    [
        ((590, 400, 110, 110), Rect(36, 126, 548, 356.375)),  # in a corner: what is left of it is the most
        ((36, 440, 648, 60), Rect(36, 126, 648, 308)),  # along the foot
        ((20, 200, 40, 40), Rect(66, 126, 618, 356.375)),  # at the left edge
        ((300, 200, 120, 120), Rect(36, 126, 648, 356.375)),  # in the midst, where it parts the text: left as it is
    ],
)
def test_a_text_keeps_clear_of_a_logo_in_its_place(logo: tuple[float, float, float, float], kept: Rect) -> None:
    at = body_of(with_logo(*logo)).rect
    assert [round(v) for v in (at.x, at.y, at.width, at.height)] == [
        round(v) for v in (kept.x, kept.y, kept.width, kept.height)
    ]


def test_a_subtitle_without_room_within_its_insets_gives_its_place_to_a_box() -> None:
    def inset(root: etree._Element) -> None:
        properties = slot(root, 1).find(f"{P}txBody/{A}bodyPr")
        properties.attrib.update({"lIns": "1828800", "rIns": "1828800", "tIns": "1371600"})

    slide = deck_of(changed(stock(), {TITLE: inset})).slides[0]
    (box,) = (fill for fill in slide.fills if isinstance(fill, TextBox))
    assert [para.runs[0].text for para in box.paras] == [
        "A subtitle of some length, which explains it",
        "Ada Lecturer · 3 May",
    ]
    assert not slide.notes
    assert [fill.placeholder.kind for fill in slide.fills if isinstance(fill, TextFill)] == ["title"]


def test_of_layouts_of_one_name_the_one_with_most_room_is_for_texts() -> None:
    other = "ppt/slideLayouts/slideLayout6.xml"
    of = parts(stock())
    of[other] = of[BODY]
    narrow = {BODY: lambda root: place(slot(root, 1), 36, 126, 300, 356)}
    with_two = changed(stock(), narrow)
    both = parts(with_two) | {other: of[BODY]}
    assert theme_of(packed(both)).layout("body").index == 5
    assert theme_of(with_two).layout("body").index == 1


def test_an_empty_prompt_of_a_layout_says_nothing_of_its_text() -> None:
    def unstyled(root: etree._Element) -> None:
        styles = root.find(f"{P}txStyles")
        styles.getparent().remove(styles)
        paragraph = slot(root, 0).find(f".//{A}p")
        paragraph.clear()
        paragraph.append(element('<a:r><a:rPr lang="en" sz="4000"/><a:t>Click</a:t></a:r>'))

    def empty(root: etree._Element) -> None:
        paragraph = slot(root, 0).find(f".//{A}p")
        paragraph.clear()
        paragraph.append(element('<a:endParaRPr lang="en" sz="1200"/>'))

    title = theme_of(changed(stock(), {MASTER: unstyled, BODY: empty})).layout("body").first("title")
    assert title is not None
    assert title.levels[0].size == 40.0


def test_a_circle_beside_its_middle_has_the_colours_that_two_programs_give_it() -> None:
    stops = '<a:gs pos="0"><a:srgbClr val="000000"/></a:gs><a:gs pos="100000"><a:srgbClr val="FFFFFF"/></a:gs>'
    above = '<a:path path="circle"><a:fillToRect l="50000" t="-80000" r="50000" b="180000"/></a:path>'
    fill = element(f"<a:gradFill><a:gsLst>{stops}</a:gsLst>{above}</a:gradFill>")
    foot = gradient_color(fill, Rect(0, 0, 100, 100), 50, 100, {})
    assert [color for color, _ in foot] == ["B4B4B4", "FFFFFF"]


def test_a_colour_in_shapes_is_that_of_the_house_where_its_accents_are_grey() -> None:
    def grey(root: etree._Element) -> None:
        for number in range(1, 7):
            accent = root.find(f".//{A}accent{number}")
            accent.clear()
            accent.append(element('<a:srgbClr val="808080"/>'))

    band = rectangle(solid("00857C"), 0, 0, 720, 16)
    data = changed(stock(), {THEME: grey, MASTER: lambda root: drawn(root, band)})
    assert theme_of(data).palette.deep == "00857C"


def test_a_narrow_subtitle_that_holds_not_all_lines_gives_its_place_to_a_box_that_does() -> None:
    def narrow(root: etree._Element) -> None:
        place(slot(root, 1), 220, 306, 200, 140)

    text = POINTS.replace("date: 3 May", "date: 3 May\ncourse: An introduction")
    slide = plan_deck(read(text)[0], theme_of(changed(stock(), {TITLE: narrow})), {}).slides[0]
    (box,) = (fill for fill in slide.fills if isinstance(fill, TextBox))
    assert [para.runs[0].text for para in box.paras][1:] == ["An introduction", "Ada Lecturer · 3 May"]
    assert not slide.notes
    assert box.size >= 10

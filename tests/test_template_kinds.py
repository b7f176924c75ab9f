"""Kinds of templates that are in use: which layout serves, what is behind text, what must not go into decks."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

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
    opened,
    packed,
    parts,
    place,
    rectangle,
    refused,
    slot,
    solid,
    stock,
)
from PIL import Image
from pptx import Presentation
from reading import read

from triptych.geometry import Insets, Rect, Size
from triptych.model.colors import worst
from triptych.model.deck import Deck, TableBox, TextBox, TextFill
from triptych.model.document import Document
from triptych.model.theme import Level, Placeholder, Theme
from triptych.plan.deck import plan_deck
from triptych.problem import Problem
from triptych.template.candidate import Candidate
from triptych.template.choose import open_template
from triptych.template.fills import gradient_color
from triptych.template.layout_names import role_of
from triptych.template.parts import A, P
from triptych.template.repair import put_right
from triptych.template.roles import assign
from triptych.write.pptx.deck import write_deck


def document(source: str) -> Document:
    return read(source)[0]


def deck_of(source: str, data: bytes) -> Deck:
    return plan_deck(document(source), opened(data)[0], {})


def body_of(theme: Theme) -> Placeholder:
    found = theme.layout("body").first("body")
    assert found is not None
    return found


def written(source: str, data: bytes) -> bytes:
    theme, template = opened(data)
    return write_deck(plan_deck(document(source), theme, {}), template)


# --- roles -----------------------------------------------------------------------------------------


def kicker(root: etree._Element) -> None:
    """A line above the title and the content beneath it, in that order."""
    root.attrib.pop("type")
    root.find(f"{P}cSld").set("name", "One content")
    place(slot(root, 0), 36, 46, 648, 50)
    content = slot(root, 1)
    line = etree.fromstring(etree.tostring(content))
    content.addprevious(line)
    content.find(f".//{P}ph").set("idx", "2")
    place(line, 36, 20, 648, 26)
    place(content, 36, 110, 648, 360)


def test_the_largest_content_is_the_text_whatever_stands_before_it() -> None:
    data = changed(few(*KEPT), {BODY: kicker})
    theme, _ = opened(data)
    assert body_of(theme).idx == 2
    assert theme.layout("body").all("body") == (body_of(theme),)
    deck = deck_of("# One\n\n- a\n- b\n\n# Two\n\n- c\n- d\n", data)
    used = {fill.placeholder.idx for slide in deck.slides for fill in slide.fills if isinstance(fill, TextFill)}
    assert used == {0, 2}


def test_a_name_counts_more_than_a_type() -> None:
    def untyped(root: etree._Element) -> None:
        root.attrib.pop("type")

    def lying(root: etree._Element) -> None:
        root.set("type", "obj")
        root.find(f"{P}cSld").set("name", "Discussion")

    data = changed(stock(), {BODY: untyped, "ppt/slideLayouts/slideLayout8.xml": lying})
    assert opened(data)[0].layout("body").name == "Title and Content"


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Titel und Inhalt", "body"),
        ("1_标题和内容", "body"),
        ("Заголовок и объект", "body"),
        ("タイトルとコンテンツ", "body"),
        ("Encabezado de sección", "section"),
        ("כותרת בלבד", "title only"),
        ("Diapositive de titre", "title"),
        ("Title and Content 3", None),
        ("Discussion", None),
    ],
)
def test_names_of_layouts_are_known_in_the_languages_of_office(name: str, role: str | None) -> None:
    assert role_of(name) == role


@pytest.mark.parametrize("height", [0, 20])
def test_a_text_without_room_is_refused_by_the_name_of_its_layout(height: float) -> None:
    def flat(root: etree._Element) -> None:
        place(slot(root, 1), 36, 126, 648, height)

    said = refused(changed(stock(), {BODY: flat}))
    assert "'Title and Content' has no room for four lines" in said


@pytest.mark.parametrize("cx", ["0", "100"])
def test_slides_without_a_size_are_refused(cx: str) -> None:
    data = changed(stock(), {"ppt/presentation.xml": lambda root: root.find(f"{P}sldSz").set("cx", cx)})
    assert "inches; give them a size" in refused(data)


def box(kind: str, x: float, y: float, width: float, height: float) -> Placeholder:
    return Placeholder(kind, kind, 1, kind, Rect(x, y, width, height), Insets(), "t", (Level(24.0, "Arial"),))  # type: ignore[arg-type]


def candidate(index: int, *slots: Placeholder, name: str = "", used: int = 0, opens: bool = False) -> Candidate:
    return Candidate(index, name, "", slots, used=used, opens=opens)


def test_the_master_of_the_files_own_slides_and_the_layout_of_its_first_one_serve() -> None:
    title, text = box("title", 40, 30, 600, 60), box("body", 40, 120, 600, 350)
    cover = candidate(3, box("title", 40, 300, 600, 80), used=4, opens=True)
    layouts = assign([candidate(0, title, text), candidate(1, title, used=1), candidate(2, title, text, used=4), cover])
    found = {layout.role: layout.index for layout in layouts}
    assert (found["body"], found["title"]) == (2, 3)


def test_a_title_beyond_the_edge_is_none() -> None:
    hidden = candidate(0, box("title", 40, -90, 600, 80), box("body", 40, 50, 640, 440))
    seen = candidate(1, box("title", 40, 30, 600, 60), box("body", 40, 120, 600, 350))
    assert assign([hidden, seen])[0].index == 1
    assert next(layout for layout in assign([hidden, seen]) if layout.role == "body").index == 1


def test_texts_side_by_side_are_paired_by_where_they_stand() -> None:
    title = box("title", 40, 30, 640, 60)
    right, left, note = box("body", 370, 120, 310, 350), box("body", 40, 120, 310, 350), box("body", 40, 480, 640, 30)
    one = candidate(0, title, box("body", 40, 120, 640, 350))
    two = next(layout for layout in assign([one, candidate(1, title, right, note, left)]) if layout.role == "two")
    assert [slot.rect.x for slot in two.all("body")] == [40, 370]


def middle(root: etree._Element) -> None:
    """A title in the middle, and nothing beneath it."""
    root.attrib.pop("type", None)
    text = slot(root, 1)
    text.getparent().remove(text)
    place(slot(root, 0), 54, 150, 612, 170)


def test_nothing_covers_a_title_that_stands_in_the_middle() -> None:
    data = changed(few(*KEPT), {SECTION: middle})
    theme, _ = opened(data)
    assert theme.layout("title only").name == "Title and Content"
    assert theme.layout("section").name == "Section Header"
    deck = deck_of("# One\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", data)
    assert not slide_faults(deck)


def test_a_text_that_reaches_behind_its_title_begins_beneath_it() -> None:
    data = changed(stock(), {BODY: lambda root: place(slot(root, 1), 36, 60, 648, 420)})
    text, title = body_of(opened(data)[0]), opened(data)[0].layout("body").first("title")
    assert title is not None
    assert text.rect.y == pytest.approx(title.rect.bottom)
    assert text.moved


# --- what is behind text ---------------------------------------------------------------------------


def filled(color: str) -> etree._Element:
    return etree.fromstring(f'<x xmlns:a="{A[1:-1]}">{solid(color)}</x>')[0]


def test_a_placeholders_own_fill_is_its_ground() -> None:
    def barred(root: etree._Element) -> None:
        title = slot(root, 0)
        title.find(f"{P}spPr").append(filled("404040"))
        defaults = root.find(f"{P}txStyles/{P}titleStyle/{A}lvl1pPr/{A}defRPr/{A}solidFill/{A}schemeClr")
        defaults.set("val", "bg1")

    deck = deck_of("# One\n\n- a\n", changed(stock(), {MASTER: barred}))
    title = deck.slides[-1].fills[0]
    assert isinstance(title, TextFill)
    assert title.placeholder.grounds == ("404040",)
    assert title.placeholder.levels[0].color == "FFFFFF"
    assert not title.placeholder.recolored


def with_picture(effects: str, color: str) -> bytes:
    Image.new("RGB", (32, 32), f"#{color}").save(buffer := io.BytesIO(), "png")
    relation = (MASTER, "rId77", "image", "../media/ground.png", False)
    data = added(stock(), {"ppt/media/ground.png": buffer.getvalue()}, [relation])

    def ground(root: etree._Element) -> None:
        old = root.find(f"{P}cSld/{P}bg")
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        old.getparent().replace(old, etree.fromstring(
            f'<p:bg xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}" xmlns:r="{office}"><p:bgPr><a:blipFill>'
            f'<a:blip r:embed="rId77">{effects}</a:blip><a:stretch/></a:blipFill><a:effectLst/></p:bgPr></p:bg>'
        ))  # fmt: skip

    return changed(data, {MASTER: ground})


@pytest.mark.parametrize(
    ("effects", "shown"),
    [
        ("", "FFFFFF"),
        ('<a:duotone><a:srgbClr val="000000"/><a:srgbClr val="303033"/></a:duotone>', "303033"),
        ('<a:duotone><a:prstClr val="black"/><a:prstClr val="dkBlue"/></a:duotone>', "00008B"),
        ('<a:lum bright="-50000"/>', "808080"),
        ('<a:clrRepl><a:srgbClr val="112233"/></a:clrRepl>', "112233"),
        ('<a:biLevel thresh="50000"/>', "FFFFFF"),
    ],
)
def test_a_picture_behind_text_is_seen_as_its_effects_leave_it(effects: str, shown: str) -> None:
    theme, _ = opened(with_picture(effects, "FFFFFF"))
    assert body_of(theme).grounds == (shown,)
    deck = plan_deck(document("# One\n\n- a\n"), theme, {})
    text = deck.slides[-1].fills[1]
    assert isinstance(text, TextFill)
    assert worst(text.placeholder.levels[0].color or "000000", (shown,)) >= 4.5


def test_text_is_recolored_with_a_colour_of_the_templates_own_theme() -> None:
    def green(root: etree._Element) -> None:
        root.find(f".//{A}lt1").clear()
        etree.SubElement(root.find(f".//{A}lt1"), f"{A}srgbClr", {"val": "F5FFE8"})

    dark = with_picture('<a:duotone><a:srgbClr val="000000"/><a:srgbClr val="102010"/></a:duotone>', "FFFFFF")
    deck = deck_of("# One\n\n- a\n", changed(dark, {THEME: green}))
    text = deck.slides[-1].fills[1]
    assert isinstance(text, TextFill)
    assert text.placeholder.levels[0].color == "F5FFE8"


def gradient(inner: str) -> etree._Element:
    stops = '<a:gs pos="0"><a:srgbClr val="000000"/></a:gs><a:gs pos="100000"><a:srgbClr val="FFFFFF"/></a:gs>'
    return etree.fromstring(f'<a:gradFill xmlns:a="{A[1:-1]}"><a:gsLst>{stops}</a:gsLst>{inner}</a:gradFill>')


@pytest.mark.parametrize(
    ("inner", "point", "color"),
    [
        ('<a:lin ang="5400000"/>', (50, 20), "333333"),
        ('<a:lin ang="0"/>', (80, 0), "CCCCCC"),
        ('<a:path path="rect"><a:fillToRect l="50000" t="50000" r="50000" b="50000"/></a:path>', (55, 50), "1A1A1A"),
        ('<a:path path="circle"><a:fillToRect r="100000" b="100000"/></a:path>', (100, 100), "FFFFFF"),
    ],
)
def test_a_gradient_has_the_colour_of_the_place(inner: str, point: tuple[float, float], color: str) -> None:
    assert gradient_color(gradient(inner), Rect(0, 0, 100, 100), *point, {}) == ((color, 1.0),)


def test_a_picture_that_one_sees_through_counts_where_it_is() -> None:
    image = Image.new("RGBA", (32, 32), "#00000000")
    image.paste("#223344", (0, 0, 32, 16))
    image.save(buffer := io.BytesIO(), "png")
    data = added(
        stock(), {"ppt/media/band.png": buffer.getvalue()}, [(BODY, "rId77", "image", "../media/band.png", False)]
    )
    picture = (
        '<p:pic><p:nvPicPr><p:cNvPr id="81" name="Band"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
        '<a:blip r:embed="rId77"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="9144000" cy="3048000"/></a:xfrm></p:spPr></p:pic>'
    )
    layout = opened(changed(data, {BODY: lambda root: drawn(root, picture)}))[0].layout("body")
    title, text = layout.first("title"), layout.first("body")
    assert title is not None
    assert text is not None
    assert (title.grounds, text.grounds) == (("223344",), ("FFFFFF",))


def test_shapes_in_a_group_stand_where_it_puts_them() -> None:
    panel = rectangle(solid("224466"), 0, 0, 10, 10)
    group = (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="80" name="Group"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="9144000" cy="6858000"/><a:chOff x="0" y="0"/><a:chExt cx="127000" cy="127000"/>'
        f"</a:xfrm></p:grpSpPr>{panel}</p:grpSp>"
    )
    assert body_of(opened(changed(stock(), {BODY: lambda root: drawn(root, group)}))[0]).grounds == ("224466",)


def test_the_colour_of_a_house_in_its_shapes_goes_to_all_panels() -> None:
    band = rectangle(solid("8A1538"), 0, 0, 720, 20)
    theme, _ = opened(changed(stock(), {MASTER: lambda root: drawn(root, band)}))
    assert (theme.palette.accent, theme.on_paper.palette.accent, theme.palette.deep) == ("8A1538",) * 3
    assert opened(stock())[0].palette.accent != "8A1538"


# --- slides ----------------------------------------------------------------------------------------

COVER = """---
title: How to study
subtitle: A course in four weeks
authors: [Ada Example]
date: 2026-11-22
course: Skills 101
---

# One

- a point
"""


def low(root: etree._Element) -> None:
    place(slot(root, 1), 108, 306, 504, 40)


def without(root: etree._Element) -> None:
    text = slot(root, 1)
    text.getparent().remove(text)


@pytest.mark.parametrize("change", [low, without])
def test_a_title_slide_says_all_that_the_front_matter_does(change: object) -> None:
    deck = deck_of(COVER, changed(stock(), {TITLE: change}))  # type: ignore[dict-item]
    cover = deck.slides[0]
    fills = [fill for fill in cover.fills if isinstance(fill, TextFill | TextBox)]
    said = " ".join(run.text for fill in fills for para in fill.paras for run in para.runs)
    for words in ("How to study", "A course in four weeks", "Skills 101", "Ada Example", "2026-11-22"):
        assert words in said
    assert not cover.notes
    assert not slide_faults(deck)


def test_a_text_that_runs_left_to_right_does_so_in_a_template_for_the_other_way() -> None:
    def mirrored(root: etree._Element) -> None:
        for level in root.iter(*(f"{A}lvl{number}pPr" for number in range(1, 10))):
            level.set("rtl", "1")

    data = written("# One\n\n- a\n", changed(stock(), {MASTER: mirrored}))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        slide = etree.fromstring(file.read("ppt/slides/slide2.xml"))
    lines = [line for line in slide.iter(f"{A}p") if "".join(line.itertext()) in ("One: a", "a", "One")]
    assert [line.find(f"{A}pPr").get("rtl") for line in lines] == ["0", "0", "0"]


def resized(factor: float) -> bytes:
    """The library's template with all measures so many times as large."""

    def scale(root: etree._Element) -> None:
        for node in root.iter(f"{A}off", f"{A}ext", f"{P}sldSz"):
            for key in ("x", "y", "cx", "cy"):
                if node.get(key):
                    node.set(key, str(round(int(node.get(key)) * factor)))
        for node in root.iter():
            if isinstance(node.tag, str) and node.tag.endswith("RPr") and node.get("sz"):
                node.set("sz", str(round(int(node.get("sz")) * factor)))

    with zipfile.ZipFile(io.BytesIO(stock())) as file:
        names = [n for n in file.namelist() if n.startswith(("ppt/slideL", "ppt/slideM")) and n.endswith(".xml")]
    return changed(stock(), dict.fromkeys((*names, "ppt/presentation.xml"), scale))


@pytest.mark.parametrize("factor", [0.75, 2.0])
def test_type_is_as_large_as_the_slides_are(factor: float) -> None:
    source = "# One\n\n```\nx = 1\n```\n\n# Two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    usual, other = deck_of(source, stock()), deck_of(source, resized(factor))
    assert other.size == Size(usual.size.width * factor, usual.size.height * factor)
    assert [slide.title for slide in other.slides] == [slide.title for slide in usual.slides]
    assert box_sizes(other) == pytest.approx([size * factor for size in box_sizes(usual)])
    assert box_sizes(usual)


def on_a_larger_slide(change: Callable[[etree._Element], None] | None = None) -> bytes:
    """The library's template, of 4:3, whose slide alone was made 20 inches wide."""

    def enlarge(root: etree._Element) -> None:
        size = root.find(f"{P}sldSz")
        assert size is not None
        size.set("cx", str(20 * 914400))
        size.set("cy", str(round(11.25 * 914400)))

    data = changed(stock(), {"ppt/presentation.xml": enlarge})
    return changed(data, {"ppt/slideMasters/slideMaster1.xml": change}) if change else data


def test_layouts_made_for_a_smaller_slide_are_enlarged_and_told() -> None:
    data, told = put_right(on_a_larger_slide())
    assert any("made for a smaller slide" in what for what in told)
    before, after = body_of(opened(stock())[0]), body_of(opened(data)[0])
    assert after.rect.x + after.rect.width == pytest.approx(1440 - after.rect.x, abs=2)
    assert after.rect.y + after.rect.height > 0.8 * 810
    assert after.levels[0].size == pytest.approx(before.levels[0].size * 1.47, rel=0.02)
    assert put_right(data) == (data, ())


def test_an_area_that_a_design_leaves_for_text_stays_as_it_is() -> None:
    def panel(root: etree._Element) -> None:
        drawn(root, rectangle(solid("336699"), 1000, 0, 440, 810))

    assert not put_right(on_a_larger_slide(panel))[1]
    assert not put_right(stock())[1]


def box_sizes(deck: Deck) -> list[float]:
    return [fill.size for slide in deck.slides for fill in slide.fills if isinstance(fill, TextBox | TableBox)]


# --- what must not go into decks -------------------------------------------------------------------


def test_nothing_of_the_makers_of_a_template_goes_into_decks() -> None:
    relations = [
        (BODY, "rId90", "image", "http://track.example/pixel.png", True),
        (BODY, "rId91", "hyperlink", "file:///C:/Users/jane/plan.docx", True),
        (BODY, "rId92", "oleObject", "../embeddings/object1.bin", False),
        (MASTER, "rId93", "tags", "../tags/tag1.xml", False),
        ("ppt/presentation.xml", "rId94", "customXml", "../customXml/item1.xml", False),
        ("", "rId95", "customUI", "customUI/ui.xml", False),
    ]
    more = {
        "ppt/embeddings/object1.bin": b"jane",
        "ppt/tags/tag1.xml": b"<jane/>",
        "customXml/item1.xml": b"<jane/>",
        "customUI/ui.xml": b"<jane/>",
    }
    data = added(stock(), more, relations)

    def leaking(root: etree._Element) -> None:
        link = '<a:blip r:link="rId90"/>'
        drawn(root, (
            f'<p:pic><p:nvPicPr><p:cNvPr id="81" name="tracker"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>{link}'
            "</p:blipFill><p:spPr/></p:pic>"
            + rectangle(solid("FFFFFF"), 0, 0, 9, 9, "jane", ' hidden="1"')
            + rectangle(solid("FFFFFF"), 0, 0, 9, 9, "Panel", ' descr="C:\\Users\\jane\\logo.png"')
            + '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="82" name="jane"/></p:nvGraphicFramePr>'
            '<a:graphic><a:graphicData><p:oleObj r:id="rId92"/></a:graphicData></a:graphic></p:graphicFrame>'
        ))  # fmt: skip
        slot(root, 0).find(f".//{P}cNvPr").append(etree.fromstring(
            f'<a:hlinkClick xmlns:a="{A[1:-1]}" r:id="rId91"'
            ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>'
        ))  # fmt: skip
        root.append(etree.Comment("jane"))

    theme, template = opened(changed(data, {BODY: leaking}))
    with zipfile.ZipFile(io.BytesIO(write_deck(plan_deck(document("# One\n\n- a\n"), theme, {}), template))) as file:
        for name in file.namelist():
            assert not any(word in file.read(name) for word in (b"jane", b"track.example", b"External")), name
            assert not name.startswith(("customXml", "customUI", "ppt/tags", "ppt/embeddings"))
        assert b"Panel" in file.read(BODY)
    said = " ".join(theme.told)
    for what in ("what lies outside the file", "links", "embedded objects", "tags", "hidden shapes"):
        assert what in said


def test_an_entity_that_is_not_declared_is_left_out() -> None:
    with zipfile.ZipFile(io.BytesIO(stock())) as file:
        of = {name: file.read(name) for name in file.namelist()}
    head, rest = of[BODY].split(b"?>", 1)
    declared = b'?>\n<!DOCTYPE x [<!ENTITY leak SYSTEM "file:///etc/hostname">]>'
    of[BODY] = head + declared + rest.replace(b"Second level", b"Second &leak; level")
    with zipfile.ZipFile(buffer := io.BytesIO(), "w") as out:
        for name, part in of.items():
            out.writestr(name, part)
    made = written("# One\n\n- a\n", buffer.getvalue())
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        layout = file.read(BODY)
    assert b"DOCTYPE" not in layout
    assert b"&leak;" not in layout
    assert b"Second  level" in layout


@pytest.mark.parametrize("scheme", ["clrScheme", "fontScheme"])
def test_a_theme_that_lacks_a_scheme_gets_a_usual_one(scheme: str) -> None:
    def bare(root: etree._Element) -> None:
        found = root.find(f".//{A}{scheme}")
        found.getparent().remove(found)

    theme, template = opened(changed(stock(), {THEME: bare}))
    assert "the template has no" in theme.told[0]
    with zipfile.ZipFile(io.BytesIO(write_deck(plan_deck(document("# One\n\n- a\n"), theme, {}), template))) as file:
        assert scheme.encode() in file.read(THEME)


def test_a_build_says_what_it_changed(tmp_path: Path) -> None:
    from triptych.build import Options, Source, build

    hidden = rectangle(solid("FFFFFF"), 0, 0, 9, 9, "Secret", ' hidden="1"')
    (tmp_path / "own.pptx").write_bytes(changed(few(*KEPT), {BODY: lambda root: drawn(root, hidden)}))
    (tmp_path / "a.md").write_text("# One\n\n- a\n", encoding="utf-8")
    options = Options(only=("deck",), template=tmp_path / "own.pptx")
    result = build(Source(tmp_path / "a.md", "a.md", "a"), tmp_path / "out", options)
    said = [problem.message for problem in result.problems]
    assert "left out of the template: hidden shapes" in said
    assert any("written in other colours" in message for message in said)
    assert any("no layout for a title alone" in message for message in said)
    assert Presentation(next((tmp_path / "out").rglob("*.pptx"))).slides


def test_a_template_whose_parts_cannot_be_unpacked_is_refused_in_words() -> None:
    data = stock()
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        entries = [entry for entry in file.infolist() if entry.filename.endswith((".xml", ".rels", ".jpeg", ".png"))]
    for entry in entries:
        # The bytes of a part begin behind its local header (APPNOTE 4.3.7), which ends with its name.
        start = entry.header_offset + 30 + len(entry.filename)
        for wrong in (b"\xff" * 8, b"\x00" * 8, b"\x03\x00\x00\x00\x00\x00\x00\x00"):
            found = open_template(data[:start] + wrong + data[start + 8 :], "own.pptx", "a.md")
            if isinstance(found, Problem):
                assert "the template own.pptx cannot serve: it is" in found.message
            else:
                write_deck(plan_deck(document("# H\n\nWords.\n"), found[0], {}), found[1])


def test_lines_that_stand_so_close_that_the_first_leaves_its_box_are_moved_apart_and_told() -> None:
    def close(root: etree._Element) -> None:
        for level in root.iterfind(f".//{P}titleStyle/{A}lvl1pPr"):
            spacing = etree.SubElement(level, f"{A}lnSpc")
            etree.SubElement(spacing, f"{A}spcPct", val="70000")
            level.insert(0, spacing)

    theme, template = opened(changed(stock(), {MASTER: close}))
    assert "lines of the template stand so close that the first leaves its box: 85 % apart now" in theme.told
    with zipfile.ZipFile(io.BytesIO(template)) as file:
        assert b'<a:spcPct val="85000"/>' in file.read(MASTER)
    for layout in theme.layouts:
        title = layout.first("title")
        assert title is None or title.levels[0].line_spacing >= 0.85
    assert opened(stock())[0].told == ()


def test_the_theme_of_the_notes_has_the_pictures_that_it_names() -> None:
    png = io.BytesIO()
    Image.new("RGB", (1, 1)).save(png, "PNG")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    told = f'<Relationship Id="rId1" Type="{kind}" Target="../media/ground.png"/>'
    spaces = "http://schemas.openxmlformats.org/package/2006/relationships"
    of = parts(stock()) | {
        "ppt/media/ground.png": png.getvalue(),
        "ppt/theme/_rels/theme1.xml.rels": f'<Relationships xmlns="{spaces}">{told}</Relationships>'.encode(),
    }
    of["[Content_Types].xml"] = of["[Content_Types].xml"].replace(
        b"<Default ", b'<Default Extension="png" ContentType="image/png"/><Default ', 1
    )
    deck = parts(written("# A\n\nText.\n\n::: notes\nSay it.\n:::\n", packed(of)))
    assert b"ground.png" in deck["ppt/theme/_rels/theme2.xml.rels"]

"""Templates: a layout for each role, and styles as they are inherited."""

import contextlib
import io
import typing
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pptx import Presentation

from triptych.geometry import Insets, Rect, Size
from triptych.make_templates import THEMES
from triptych.model.theme import BUILT_IN, Role
from triptych.template.layouts import TemplateError, read_layouts
from triptych.template.themes import read_theme

ROLES = typing.get_args(Role)


def builtin() -> dict[str, bytes]:
    """The parts of the built-in template by name."""
    with zipfile.ZipFile(io.BytesIO(read_theme()[1])) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(buffer := io.BytesIO(), "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return buffer.getvalue()


def changed(name: str, *changes: tuple[str, str]) -> bytes:
    """The built-in template with texts in one of its parts replaced."""
    parts = builtin()
    text = parts[name].decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return packed(parts | {name: text.encode()})


def roles(data: bytes) -> dict[str, str]:
    return {layout.role: layout.name for layout in read_layouts(data)[1]}


def test_the_default_theme_has_a_layout_of_its_own_for_each_role():
    theme, _ = read_theme()
    assert theme.size == Size(960, 540)
    assert [layout.role for layout in theme.layouts] == list(ROLES)
    assert len({layout.index for layout in theme.layouts}) == len(ROLES)
    assert (theme.text_family, theme.code_family) == ("Arial", "Courier New")


def test_an_unknown_theme_is_a_key_error():
    assert {folder.parent.name for folder in THEMES.glob("*/theme.toml")} == set(BUILT_IN)
    assert BUILT_IN[0] == "default"
    with pytest.raises(KeyError, match="nowhere"):
        read_theme("nowhere")
    with pytest.raises(KeyError):
        read_theme("../themes/default")


def test_styles_are_put_together_from_master_and_layout():
    theme, _ = read_theme()
    body = theme.layout("body").first("body")
    assert body is not None
    assert (body.rect, body.insets, body.anchor) == (Rect(48, 116, 864, 368), Insets(), "t")
    first, second = body.levels[:2]
    assert (first.size, first.family, first.bold, first.color) == (24, "Arial", False, "17202A")
    assert (first.margin, first.indent, first.space_before, first.bullet) == (28, -28, 12, "•")
    assert (second.size, second.margin, second.bullet) == (20, 52, "–")
    title = theme.layout("title").first("title")
    assert title is not None
    assert (title.type, title.anchor, title.levels[0].size, title.levels[0].bold) == ("ctrTitle", "b", 54, True)
    assert title.levels[0].color == "FFFFFF"


def test_a_key_point_has_a_place_for_its_number():
    layout = read_theme()[0].layout("key point")
    number, title = layout.first("number"), layout.first("title")
    assert number is not None
    assert title is not None
    assert (number.idx, number.rect.bottom) == (20, title.rect.bottom)
    assert number.rect.right <= title.rect.x
    assert len(layout.all("body")) == 1


def test_the_library_sees_the_same_places():
    _, template = read_theme()
    layouts = Presentation(io.BytesIO(template)).slide_layouts
    for layout in read_theme()[0].layouts:
        seen = {each.placeholder_format.idx: each for each in layouts[layout.index].placeholders}
        assert layouts[layout.index].name == layout.name
        for placeholder in layout.placeholders:
            other = seen[placeholder.idx]
            assert (other.left.pt, other.top.pt, other.width.pt, other.height.pt) == (
                placeholder.rect.x,
                placeholder.rect.y,
                placeholder.rect.width,
                placeholder.rect.height,
            )


def test_a_stock_template_serves_every_role():
    buffer = io.BytesIO()
    Presentation().save(buffer)
    size, layouts = read_layouts(buffer.getvalue())
    names = {layout.role: layout.name for layout in layouts}
    assert size == Size(720, 540)
    assert set(names) == set(ROLES)
    assert (names["title"], names["body"], names["two"]) == ("Title Slide", "Title and Content", "Two Content")
    assert (names["question"], names["summary"]) == ("Section Header", "Title and Content")
    body = next(layout for layout in layouts if layout.role == "body").first("body")
    assert body is not None
    assert body.insets == Insets(7.2, 3.6, 7.2, 3.6)
    assert (body.levels[0].size, body.levels[0].space_before) == (32, pytest.approx(0.2 * 32 * 1.2))


def test_names_tell_where_types_do_not():
    data = changed("ppt/slideLayouts/slideLayout3.xml", (' type="obj"', ""), ("Title and Content", "Titel und Inhalt"))
    assert roles(data)["body"] == "Titel und Inhalt"


def test_structure_tells_where_neither_does():
    data = changed("ppt/slideLayouts/slideLayout4.xml", (' type="twoObj"', ""), ("Two Content", "Layout 7"))
    assert roles(data)["two"] == "Layout 7"


def test_a_type_that_is_not_true_is_not_believed():
    data = changed("ppt/slideLayouts/slideLayout10.xml", ('type="titleOnly"', 'type="obj"'))
    assert roles(data)["body"] == "Title and Content"


def test_missing_layouts_are_served_by_others():
    parts = builtin()
    master = parts["ppt/slideMasters/slideMaster1.xml"].decode()
    for number in (1, 2, 4, 5, 6, 7, 8, 9, 10, 11):
        master = master.replace(f'<p:sldLayoutId id="{2147483648 + number}" r:id="rId{number}"/>', "")
    data = packed(parts | {"ppt/slideMasters/slideMaster1.xml": master.encode()})
    assert roles(data) == dict.fromkeys(ROLES, "Title and Content")


def test_families_and_colours_come_from_the_theme():
    name = "ppt/theme/theme1.xml"
    data = changed(name, ('<a:latin typeface="Arial"/>', '<a:latin typeface="Georgia"/>'), ("17202A", "112233"))
    body = read_layouts(data)[1][2].first("body")
    assert body is not None
    assert (body.levels[0].family, body.levels[0].color) == ("Georgia", "112233")


def test_spacing_in_points_and_in_shares():
    name = "ppt/slideMasters/slideMaster1.xml"
    data = changed(name, ('<a:lnSpc><a:spcPct val="100000"/>', '<a:lnSpc><a:spcPts val="3600"/>'))
    body = read_layouts(data)[1][2].first("body")
    assert body is not None
    assert body.levels[0].line_spacing == pytest.approx(36 / (1.2 * 24))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no PowerPoint file"),
        (b"PK\x03\x04 not a zip", "no PowerPoint file"),
        (packed({"a.txt": b"x"}), "damaged"),
        (packed({"[Content_Types].xml": b"<"}), "damaged"),
    ],
)
def test_what_is_no_template_is_refused_in_words(data, says):
    with pytest.raises(TemplateError, match=says):
        read_layouts(data)


def test_a_document_of_another_kind_is_refused():
    data = changed("[Content_Types].xml", ("presentationml.presentation.main", "wordprocessingml.document.main"))
    with pytest.raises(TemplateError, match="no PowerPoint presentation"):
        read_layouts(data)


def test_a_template_without_text_is_refused():
    parts = builtin()
    for name in [name for name in parts if name.startswith("ppt/slideLayouts/slideLayout")]:
        parts[name] = parts["ppt/slideLayouts/slideLayout11.xml"]
    with pytest.raises(TemplateError, match="title and a text"):
        read_layouts(packed(parts))


@settings(max_examples=40)
@given(st.data())
def test_a_missing_part_of_a_part_is_never_worse_than_a_template_error(data):
    parts = builtin()
    name = data.draw(st.sampled_from(sorted(parts)))
    root = etree.fromstring(parts[name])
    elements = list(root.iter())
    element = data.draw(st.sampled_from(elements))
    attribute = data.draw(st.sampled_from(["", *element.attrib]))
    if attribute:
        element.set(attribute, data.draw(st.sampled_from(["", "x", "-1", "rId99"])))
    elif element is not root:
        element.getparent().remove(element)
    with contextlib.suppress(TemplateError):
        read_layouts(packed(parts | {name: etree.tostring(root)}))


@settings(max_examples=60)
@given(st.data())
def test_damage_is_never_worse_than_a_template_error(data):
    whole = read_theme()[1]
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + data.draw(st.integers(0, 200)) :]
    with contextlib.suppress(TemplateError):
        read_layouts(damaged)

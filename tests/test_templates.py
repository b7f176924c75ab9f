"""A template of one's own: what the command does with it, in all three panels."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from msgspec.structs import fields
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER_TYPE as PP

from triptych.build import Options, Source, build
from triptych.cli import main
from triptych.model.colors import contrast, readable
from triptych.model.theme import Theme
from triptych.template.load import read_template
from triptych.template.themes import read_theme

GUIDE = """---
title: Tides
footer: Sea school
slide-numbers: false
---

# Why?

The moon pulls at the sea.

# A plain slide {layout="Title Only"}

# A strange one {layout="Nowhere"}

Text.

| a | b |
|---|---|
| 1 | 2 |
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("guide.md").write_text(GUIDE, encoding="utf-8")
    Path("own.potx").write_bytes(own())
    return tmp_path


def own() -> bytes:
    """The library's template (4:3, Calibri) with a dark ground and two example slides."""
    presentation = Presentation()
    for index in (0, 1):
        presentation.slides.add_slide(presentation.slide_layouts[index]).shapes.title.text = "Example"
    presentation.save(buffer := io.BytesIO())
    swapped = (
        b'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"',
        b'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"',
    )
    return changed(buffer.getvalue(), "ppt/slideMasters/slideMaster1.xml", *swapped)


def changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {part: file.read(part) for part in file.namelist()}
    assert old in parts[name]
    with zipfile.ZipFile(buffer := io.BytesIO(), "w") as out:
        for part, text in parts.items():
            out.writestr(part, text.replace(old, new) if part == name else text)
    return buffer.getvalue()


def packed(parts: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(buffer := io.BytesIO(), "w") as out:
        for name, data in parts.items():
            out.writestr(name, data)
    return buffer.getvalue()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def deck() -> "Presentation":
    return Presentation("build/guide/guide-deck.pptx")


def test_slides_are_in_the_template_and_its_own_are_gone() -> None:
    assert run("build", "guide.md", "--template", "own.potx").exit_code == 0
    slides = deck().slides
    titles = [slide.shapes.title.text for slide in slides]
    assert "Example" not in titles
    assert all(titles)
    assert deck().slide_width == 9144000
    assert {slide.slide_layout.name for slide in slides} >= {"Title Slide", "Title Only"}


def test_the_front_matter_names_a_template_beside_the_document() -> None:
    Path("guide.md").write_text(GUIDE.replace("title:", "template: own.potx\ntitle:"), encoding="utf-8")
    assert run("build", "guide.md", "--only", "deck").exit_code == 0
    assert deck().slide_width == 9144000
    assert "unchanged" in run("build", "guide.md", "--only", "deck").stdout
    Path("own.potx").write_bytes(read_theme()[1])
    assert run("build", "guide.md", "--only", "deck").exit_code == 0
    assert deck().slide_width == 12192000


def test_a_changed_template_builds_again() -> None:
    arguments = ("build", "guide.md", "--only", "deck", "--template", "own.potx")
    assert run(*arguments).exit_code == 0
    assert "unchanged" in run(*arguments).stdout
    Path("own.potx").write_bytes(read_theme()[1])
    assert "unchanged" not in run(*arguments).stdout


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"no template", "no PowerPoint file"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\xd0\xcf\x11\xe0 and so on", "an old .ppt"),
        (read_theme()[1][:20_000], "it is damaged"),
        (packed({"mimetype": b"x", "content.xml": b"<x/>"}), "OpenDocument"),
        (packed({"a.txt": b"x"}), "damaged"),
    ],
)
def test_a_template_that_cannot_serve_is_one_error(data: bytes, says: str) -> None:
    Path("own.potx").write_bytes(data)
    result = run("build", "guide.md", "--template", "own.potx")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert says in result.stderr
    assert not Path("build").exists()


def test_a_template_with_macros_is_refused() -> None:
    kind = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    macros = b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
    Path("own.potx").write_bytes(changed(own(), "[Content_Types].xml", kind, macros))
    assert "macros" in run("check", "guide.md", "--template", "own.potx").stderr


def test_a_template_that_is_not_there() -> None:
    assert run("build", "guide.md", "--template", "none.potx").exit_code == 2
    Path("guide.md").write_text(GUIDE.replace("title:", "template: none.potx\ntitle:"), encoding="utf-8")
    result = run("build", "guide.md")
    assert result.exit_code == 1
    assert "guide.md:2:1: error: there is no template none.potx" in result.stderr


def test_a_layout_that_the_template_lacks_is_a_warning_with_its_line() -> None:
    stderr = run("check", "guide.md", "--template", "own.potx").stderr
    assert "guide.md:13:1: warning: the template has no layout 'Nowhere' (it has Title Slide" in stderr
    assert "'Title Only'" not in stderr


def test_footer_and_slide_numbers_are_as_the_document_says() -> None:
    source = Source(Path("guide.md"), "guide.md", "guide")
    build(source, Path("build"), Options(only=("deck",)))
    shapes = [shape for slide in deck().slides for shape in slide.placeholders]
    feet = [shape.text for shape in shapes if shape.placeholder_format.type is not None and "Footer" in shape.name]
    assert feet
    assert set(feet) == {"Sea school"}
    assert not [shape for shape in shapes if "Slide Number" in shape.name]


def dark() -> Theme:
    return read_template(own())


def test_every_text_pair_of_a_template_can_be_read_on_slides_and_on_paper() -> None:
    theme = dark()
    assert theme.palette.paper == "000000"
    assert theme.print_palette is not None
    assert theme.print_palette.paper == "FFFFFF"
    for colors in (theme.palette, theme.print_palette):
        for text in (colors.ink, colors.muted, colors.accent):
            assert contrast(text, colors.paper) >= 4.5
            assert contrast(text, colors.tint) >= 4.5
        assert contrast(colors.on_deep, colors.deep) >= 4.5
        assert contrast(colors.on_cover, colors.cover) >= 4.5
        assert contrast(colors.ink, colors.mark) >= 4.5
        assert contrast(colors.visited, colors.paper) >= 4.5
        for field in fields(colors.code):
            assert contrast(getattr(colors.code, field.name), colors.tint) >= 4.5


def test_a_template_outdoes_the_theme_which_gives_what_it_does_not_have() -> None:
    under = read_theme("ink")[0]
    theme = read_template(own(), under)
    assert theme.layouts == dark().layouts
    assert (theme.palette.paper, theme.text_family) == ("000000", dark().text_family)
    assert not theme.filled
    assert theme.on_paper.palette.code == under.on_paper.palette.code
    lecture = read_theme("dark")[0]
    assert read_template(own(), lecture).palette.code.keyword == lecture.palette.code.keyword


def test_a_theme_and_a_template_together() -> None:
    arguments = ("build", "guide.md", "--template", "own.potx", "--theme")
    assert run(*arguments, "default").exit_code == 0
    filled = tables(deck())
    assert run(*arguments, "ink").exit_code == 0
    assert deck().slide_width == 9144000
    assert tables(deck()) != filled
    assert "unchanged" in run(*arguments, "ink").stdout


def tables(presentation: "Presentation") -> list[str]:
    """The XML of the slides that have a table."""
    texts = (slide.part.blob.decode() for slide in presentation.slides)
    return [text for text in texts if "<a:tbl>" in text]


def test_a_colour_is_only_changed_as_far_as_it_must() -> None:
    assert readable("0B5FA5", "FFFFFF") == "0B5FA5"
    assert contrast(readable("F2A33A", "FFFFFF"), "FFFFFF") >= 4.5
    assert contrast(readable("0B5FA5", "000000"), "000000") >= 4.5


def test_inspect_names_layouts_and_what_is_missing() -> None:
    result = run("template", "inspect", "own.potx")
    assert result.exit_code == 0
    assert "Title and Content: body, key point, summary" in result.stdout
    assert "Calibri 32 pt" in result.stdout
    Path("own.potx").write_bytes(b"nothing")
    assert run("template", "inspect", "own.potx").exit_code == 1


def test_sample_fills_the_layouts() -> None:
    assert run("template", "sample", "own.potx").exit_code == 0
    names = {slide.slide_layout.name for slide in Presentation("own-sample.pptx").slides}
    assert names >= {"Title Slide", "Title and Content", "Two Content", "Section Header"}


def stock() -> bytes:
    """The library's own template, whose footers are a pale grey."""
    Presentation().save(buffer := io.BytesIO())
    return buffer.getvalue()


def test_pale_footers_are_told_of_and_written_so_that_they_can_be_read() -> None:
    Path("own.potx").write_bytes(stock())
    said = run("template", "inspect", "own.potx").stderr
    assert "the footer of 'Title Slide', 'Title and Content'" in said
    assert "#898989 on #FFFFFF: 3.5:1" in said
    assert run("build", "guide.md", "--only", "deck", "--template", "own.potx").exit_code == 0
    (footer, *_) = (shape for shape in deck().slides[2].placeholders if shape.placeholder_format.type == PP.FOOTER)
    color = footer.text_frame.paragraphs[0].runs[0].font.color.rgb
    assert contrast(str(color), "FFFFFF") >= 4.5


def test_a_template_without_layouts_is_refused() -> None:
    name = "ppt/slideMasters/slideMaster1.xml"
    with zipfile.ZipFile(io.BytesIO(stock())) as file:
        master = file.read(name)
    start, end = master.index(b"<p:sldLayoutIdLst>"), master.index(b"</p:sldLayoutIdLst>")
    data = changed(stock(), name, master[start : end + len(b"</p:sldLayoutIdLst>")], b"")
    Path("own.potx").write_bytes(data)
    assert "it has no layouts" in run("check", "guide.md", "--template", "own.potx").stderr


def as_exported() -> bytes:
    """The library's template as web programs export it: no types, and styles on the shapes alone."""
    levels = "".join(
        f'<a:lvl{n}pPr marL="{n * 457200}" indent="-342900"><a:buChar char="o"/><a:defRPr sz="2100"/></a:lvl{n}pPr>'
        for n in range(1, 10)
    )
    with zipfile.ZipFile(io.BytesIO(stock())) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    for name, data in parts.items():
        if name.startswith("ppt/slideMasters/slideMaster") and name.endswith(".xml"):
            bare = re.sub(rb"<p:txStyles>.*</p:txStyles>", b"<p:txStyles/>", data, flags=re.DOTALL)
            parts[name] = bare.replace(b"<a:lstStyle/>", f"<a:lstStyle>{levels}</a:lstStyle>".encode())
        if name.startswith("ppt/slideLayouts/slideLayout"):
            parts[name] = re.sub(rb' type="\w+"(?= preserve)', b"", data, count=1)
    return packed(parts)


def test_a_template_with_styles_on_its_shapes_alone_serves() -> None:
    Path("own.potx").write_bytes(as_exported())
    assert run("build", "guide.md", "--only", "deck", "--template", "own.potx").exit_code == 0
    theme = read_template(as_exported())
    body = theme.layout("body").first("body")
    assert body is not None
    assert (body.levels[1].size, body.levels[1].margin, body.levels[1].bullet) == (21.0, 72.0, "o")
    assert theme.layout("two").first("title") is not None
    assert len(theme.layout("two").all("body")) == 2


def test_a_long_question_stands_whole_where_its_title_cannot() -> None:
    question = "Which of the many causes that were named in the last hour weighed most, and how would one show it?"
    Path("guide.md").write_text(f"---\ntitle: T\n---\n\n# {question}\n\nBecause.\n", encoding="utf-8")
    bare = changed(stock(), "ppt/slideLayouts/slideLayout3.xml", b'type="title"', b'type="body" idx="77"')
    Path("own.potx").write_bytes(bare)
    assert run("build", "guide.md", "--only", "deck", "--template", "own.potx").exit_code == 0
    texts = [shape.text_frame.text for shape in deck().slides[1].placeholders]
    assert question in texts


def test_the_templates_proportions_count() -> None:
    Path("guide.md").write_text(GUIDE.replace("title:", "aspect: 16:9\ntitle:"), encoding="utf-8")
    result = run("build", "guide.md", "--only", "deck", "--template", "own.potx")
    assert result.exit_code == 0
    assert "guide.md:2" in result.stderr
    assert "720 × 540 points, not 16:9" in result.stderr


def test_text_above_its_title_is_no_place_for_slides() -> None:
    """The lines above the title of a cover do not serve as text where another layout can."""
    theme = read_template(stock())
    title, body = (theme.layout("section").first(kind) for kind in ("title", "body"))
    assert title is not None
    assert body is not None
    assert body.rect.bottom <= title.rect.y + title.rect.height / 2
    only = {f"ppt/slideLayouts/slideLayout{n}.xml" for n in range(1, 12) if n != 3}
    with zipfile.ZipFile(io.BytesIO(stock())) as file:
        cover = file.read("ppt/slideLayouts/slideLayout3.xml")
        parts = {name: cover if name in only else file.read(name) for name in file.namelist()}
    Path("own.potx").write_bytes(packed(parts))
    assert "a title and a text placeholder beneath it" in run("check", "guide.md", "--template", "own.potx").stderr


@pytest.mark.parametrize(
    ("fill", "grounds"),
    [
        ('<a:solidFill><a:srgbClr val="112233"/></a:solidFill>', {"112233"}),
        ('<a:solidFill><a:srgbClr val="000000"><a:alpha val="50000"/></a:srgbClr></a:solidFill>', {"808080"}),
        ("<a:noFill/>", {"FFFFFF"}),
        (
            '<a:pattFill prst="lgGrid"><a:fgClr><a:srgbClr val="112233"/></a:fgClr>'
            '<a:bgClr><a:srgbClr val="445566"/></a:bgClr></a:pattFill>',
            {"112233", "445566"},
        ),
        (
            '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="112233"/></a:gs>'
            '<a:gs pos="100000"><a:srgbClr val="445566"/></a:gs></a:gsLst></a:gradFill>',
            {"162738", "3F5061"},  # near where the text begins and ends
        ),
    ],
)
def test_shapes_of_a_master_stand_behind_its_text(fill: str, grounds: set[str]) -> None:
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Ground"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="9144000" cy="6858000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom>{fill}</p:spPr></p:sp>"
    )
    old = b"<p:grpSpPr/>"
    name = "ppt/slideMasters/slideMaster1.xml"
    with zipfile.ZipFile(io.BytesIO(stock())) as file:
        master = file.read(name)
    if old not in master:
        start, end = master.index(b"<p:grpSpPr>"), master.index(b"</p:grpSpPr>") + len(b"</p:grpSpPr>")
        old = master[start:end]
    theme = read_template(changed(stock(), name, old, old + shape.encode()))
    body = theme.layout("body").first("body")
    assert body is not None
    assert set(body.grounds) == grounds
    assert contrast(theme.palette.ink, theme.palette.paper) >= 4.5

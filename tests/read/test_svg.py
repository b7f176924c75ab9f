"""SVG pictures are drawn, and nothing in them runs, is fetched or grows without bound."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pillow
from reading import markdown

from triptych.model.picture import Picture
from triptych.read.pictures.find import read_pictures
from triptych.read.pictures.raster import BadPictureError
from triptych.read.pictures.svg import FINEST, LACKING, svg_picture
from triptych.read.pictures.svg_cleaning import clean

NAMESPACE = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
RED = '<rect width="40" height="20" fill="#f00"/>'


def drawn(inner: str = RED, root: str = 'width="40" height="20"', prolog: str = "") -> tuple[Picture, str]:
    return svg_picture(f"{prolog}<svg {NAMESPACE} {root}>{inner}</svg>".encode())


def pixels(picture: Picture) -> Pillow.Image:
    with Pillow.open(io.BytesIO(picture.data)) as image:
        return image.convert("RGBA")


def test_a_picture_has_its_natural_size_and_fine_pixels() -> None:
    picture, remark = drawn()
    assert (picture.width, picture.height, picture.format, remark) == (40, 20, "png", "")
    image = pixels(picture)
    assert image.size == (FINEST, FINEST // 2)
    assert image.getpixel((100, 100)) == (255, 0, 0, 255)
    assert drawn() == (picture, "")


@pytest.mark.parametrize(
    ("root", "size"),
    [
        ('viewBox="0 0 800 600"', (800, 600)),
        ('width="100%" height="100%" viewBox="0 0 80 60"', (80, 60)),
        ('width="1in" viewBox="0 0 2 1"', (96, 48)),
        ('height="10mm" viewBox="0 0 2 1"', (76, 38)),
        ("", (300, 150)),
        ('width="-4" height="x" viewBox="0 0 0 9"', (300, 150)),
        ('width="1000000000" height="1000000000" viewBox="0 0 1e9 1e9"', (10000, 10000)),
    ],
)
def test_sizes(root: str, size: tuple[int, int]) -> None:
    picture, _ = drawn('<rect width="100%" height="100%"/>', root)
    assert (picture.width, picture.height) == size
    assert max(pixels(picture).size) <= FINEST + 1


def test_text_is_drawn_with_the_family_of_the_document() -> None:
    picture, _ = drawn('<text x="2" y="16" font-family="No Such Family" font-size="14">Text</text>')
    assert pixels(picture).getchannel("A").getbbox() is not None


def test_what_shows_through_stays_so_and_what_does_not_is_opaque() -> None:
    half, _ = drawn('<rect width="20" height="20"/>')
    assert pixels(half).getpixel((FINEST - 10, 10))[3] == 0
    with Pillow.open(io.BytesIO(drawn()[0].data)) as image:
        assert image.mode == "RGB"


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        "<foreignObject><iframe src='file:///etc/passwd'/></foreignObject>",
        '<image width="9" height="9" href="file:///etc/hostname"/>',
        '<image width="9" height="9" xlink:href="http://127.0.0.1:9/x.png"/>',
        '<image width="9" height="9" href="data:image/svg+xml,&lt;svg/&gt;"/>',
        '<use href="other.svg#a"/>',
        "<style>@import url(http://127.0.0.1:9/x.css);</style>",
        "<style>.a { background: u\\72l(http://127.0.0.1:9/x) }</style>",
        '<path d="M0 0h9" style="fill: url( \'http://127.0.0.1:9/x#a\' )"/>',
    ],
)
def test_nothing_runs_or_is_fetched_and_that_is_said(inner: str) -> None:
    picture, remark = drawn(RED + inner)
    assert remark == LACKING
    left = picture.svg.replace(b"http://www.w3.org/", b"")
    assert not any(word in left for word in (b"http", b"file:", b"script", b"iframe", b"import", b"other.svg"))


def test_handlers_and_instructions_are_left_out() -> None:
    picture, _ = drawn('<rect width="40" height="20" onclick="x()"/>', prolog='<?xml-stylesheet href="http://x.org"?>')
    assert b"onclick" not in picture.svg
    assert b"x.org" not in picture.svg


def test_what_is_inside_is_kept() -> None:
    inner = (
        '<defs><linearGradient id="g"><stop stop-color="#00f"/></linearGradient></defs>'
        '<rect id="r" width="40" height="20" fill="url(#g)"/><use href="#r"/>'
    )
    picture, remark = drawn(inner)
    assert remark == ""
    assert pixels(picture).getpixel((9, 9)) == (0, 0, 255, 255)


def test_namespaces_named_by_entities_are_understood() -> None:
    text = (
        f'<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]><svg xmlns="&ns;" width="4" height="4">{RED}</svg>'
    )
    assert svg_picture(text.encode())[0].width == 4


def uses(levels: int) -> str:
    groups = "".join(f'<g id="a{k}">' + f'<use href="#a{k - 1}"/>' * 10 + "</g>" for k in range(1, levels))
    return f'<defs><g id="a0">{RED}</g>{groups}</defs><use href="#a{levels - 1}"/>'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg><text>&x;</text></svg>', "entity"),
        ('<!DOCTYPE svg [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><svg><text>&b;</text></svg>', "entity"),
        (f"<svg {NAMESPACE}>{uses(9)}</svg>", "draws too much"),
        ("<svg>" + "<g>" * 50_000, "nested too deeply"),
        ("<svg><rect>", "damaged in its line 1"),
        ("<svg>\n<a></b></svg>", "damaged in its line 2"),
        ("<html><svg/></html>", "not an SVG"),
        ('<svg width="1" height="10000"><rect width="1" height="1"/></svg>', "too thin"),
        ("<svg/>", "shows nothing"),
        ('<?xml version="1.0" encoding="x-none"?><svg/>', "encoding|damaged"),
    ],
)
def test_what_cannot_be_drawn_says_why(text: str, message: str) -> None:
    with pytest.raises(BadPictureError, match=message):
        svg_picture(text.encode())


@pytest.mark.parametrize("inner", ['<g id="a"><use href="#a"/></g>', '<use id="b" href="#b"/>'])
def test_loops_draw_nothing_and_end(inner: str) -> None:
    assert drawn(RED + inner)[0].width == 40


@given(st.text(alphabet="<>/=\"' svgrecthfidu#:&;-!.0123456789\\", max_size=80))
def test_any_text_is_cleaned_once_and_for_all_or_refused(inner: str) -> None:
    try:
        cleaned = clean(f"<svg {NAMESPACE} width='4' height='4'>{inner}</svg>".encode())
    except BadPictureError:
        return
    again = clean(cleaned.text.encode())
    assert (again.text, again.lacking) == (cleaned.text, False)


def test_problems_are_at_the_line_of_the_picture(tmp_path: Path) -> None:
    (tmp_path / "ok.svg").write_text(f'<svg width="40" height="20">{RED}</svg>')
    (tmp_path / "part.svg").write_text(f'<svg width="40" height="20">{RED}<script/></svg>')
    (tmp_path / "bad.svg").write_text("<svg><")
    document = markdown("# P\n\n![a](ok.svg)\n\n![b](part.svg)\n\n![c](bad.svg)")
    pictures, problems = read_pictures(document, tmp_path)
    assert list(pictures) == ["ok.svg", "part.svg"]
    assert [(problem.line, problem.severity) for problem in problems] == [(5, "warning"), (7, "error")]
    assert "part.svg" in problems[0].message
    assert "damaged" in problems[1].message


@pytest.mark.parametrize("number", ["0", "1", "b", "d800", "dfff", "fffe", "ffff", "110000", "ffffff"])
def test_an_escape_that_is_no_character_leaves_an_svg_that_can_be_read(number: str) -> None:
    cleaned = clean(f"<svg {NAMESPACE}><style>a {{ content: '\\{number} fill' }}</style>{RED}</svg>".encode())
    assert "\ufffd" in cleaned.text
    assert clean(cleaned.text.encode()).text == cleaned.text

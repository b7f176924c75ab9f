"""Pictures come out upright and embeddable, or with a warning that says where and why."""

import base64
import io
from pathlib import Path

import pytest
from PIL import Image as Pillow
from PIL import ImageSequence
from reading import markdown

from triptych.check.accessibility import undescribed_pictures
from triptych.model.picture import Picture
from triptych.problem import Problem
from triptych.read.pictures import raster
from triptych.read.pictures.find import Known, read_pictures


def encoded(image: Pillow.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def read(folder: Path, *sources: str, root: Path | None = None) -> tuple[dict[str, Picture], tuple[Problem, ...]]:
    text = "# P\n\n" + "\n\n".join(f"![alt](<{source}>)" for source in sources)
    return read_pictures(markdown(text), folder, root=root)


def one(folder: Path, name: str, data: bytes) -> Picture:
    (folder / name).write_bytes(data)
    pictures, problems = read(folder, name)
    assert problems == ()
    return pictures[name]


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("L", "PNG"), ("RGB", "PNG"), ("RGBA", "PNG"), ("1", "PNG"), ("P", "PNG"), ("L", "JPEG"), ("RGB", "JPEG")],
)
def test_what_both_writers_know_is_kept_byte_for_byte(tmp_path: Path, mode: str, kind: str) -> None:
    data = encoded(Pillow.new(mode, (3, 2)), kind)
    picture = one(tmp_path, "x.bin", data)
    assert picture.data == data
    assert (picture.format, picture.width, picture.height) == (kind.lower(), 3, 2)


@pytest.mark.parametrize(
    ("mode", "kind", "expected"),
    [
        ("CMYK", "JPEG", "jpeg"),
        ("RGB", "WEBP", "png"),
        ("RGB", "BMP", "png"),
        ("RGB", "TIFF", "png"),
        ("P", "GIF", "png"),
    ],
)
def test_other_kinds_are_converted(tmp_path: Path, mode: str, kind: str, expected: str) -> None:
    data = encoded(Pillow.new(mode, (4, 3)), kind)
    picture = one(tmp_path, "x", data)
    assert (picture.format, picture.width, picture.height) == (expected, 4, 3)
    with Pillow.open(io.BytesIO(picture.data)) as image:
        assert image.mode in ("L", "RGB", "RGBA")
    assert one(tmp_path, "y", data) == picture


def test_sixteen_bits_of_grey_keep_their_shades(tmp_path: Path) -> None:
    image = Pillow.new("I;16", (2, 1))
    image.putpixel((0, 0), 0x8000)
    image.putpixel((1, 0), 0xFFFF)
    picture = one(tmp_path, "x.png", encoded(image, "PNG"))
    with Pillow.open(io.BytesIO(picture.data)) as read_again:
        assert read_again.getpixel((0, 0)) in (127, 128)
        assert read_again.getpixel((1, 0)) == 255


def test_a_camera_on_its_side_is_set_upright(tmp_path: Path) -> None:
    image = Pillow.new("RGB", (40, 20), "red")
    exif = image.getexif()
    exif[0x0112] = 6
    picture = one(tmp_path, "x.jpg", encoded(image, "JPEG", exif=exif))
    assert (picture.width, picture.height) == (20, 40)


def test_an_animation_shows_its_first_frame(tmp_path: Path) -> None:
    frames = [Pillow.new("RGB", (2, 2), color) for color in ("red", "blue")]
    (tmp_path / "x.gif").write_bytes(encoded(frames[0], "GIF", save_all=True, append_images=frames[1:]))
    (picture,) = read(tmp_path, "x.gif")[0].values()
    with Pillow.open(io.BytesIO(picture.data)) as image:
        assert len(list(ImageSequence.Iterator(image))) == 1
        assert image.convert("RGB").getpixel((0, 0)) == (255, 0, 0)


@pytest.mark.parametrize(("name", "kind"), [("a.gif", "GIF"), ("a.tif", "TIFF"), ("a.webp", "WEBP"), ("a.png", "PNG")])
def test_pictures_that_are_not_shown_of_a_file_are_told(tmp_path: Path, name: str, kind: str) -> None:
    first, *more = (Pillow.new("RGB", (20, 20), color) for color in ("#FF0000", "#00FF00", "#0000FF"))
    (tmp_path / name).write_bytes(encoded(first, kind, save_all=True, append_images=more))
    _, problems = read(tmp_path, name)
    assert [(p.severity, p.message) for p in problems] == [
        ("warning", f"only the first of the 3 pictures in this file is shown: {name}")
    ]
    (tmp_path / name).write_bytes(encoded(first, kind))
    assert not read(tmp_path, name)[1]


def test_transparent_palettes_stay_transparent(tmp_path: Path) -> None:
    image = Pillow.new("P", (2, 2))
    picture = one(tmp_path, "x.png", encoded(image, "PNG", transparency=0))
    with Pillow.open(io.BytesIO(picture.data)) as read_again:
        assert read_again.mode == "RGBA"
        assert read_again.getpixel((0, 0))[3] == 0


def test_huge_pictures_are_made_smaller_and_bombs_refused(tmp_path: Path) -> None:
    picture = one(tmp_path, "x.png", encoded(Pillow.new("L", (raster.MAX_SIDE * 2, 10)), "PNG"))
    assert (picture.width, picture.height) == (raster.MAX_SIDE, 5)
    (tmp_path / "bomb.png").write_bytes(encoded(Pillow.new("1", (8000, 8000)), "PNG"))
    (problem,) = read(tmp_path, "bomb.png")[1]
    assert problem.message == (
        "pixels of a picture (8000 × 8000): more than the limit picture-pixels of 40,000,000: bomb.png"
    )
    assert problem.hint == "--limit picture-pixels=NUMBER sets another"


def test_data_addresses(tmp_path: Path) -> None:
    source = "data:image/png;base64," + base64.b64encode(encoded(Pillow.new("L", (1, 1)), "PNG")).decode()
    pictures, problems = read(tmp_path, source, "data:image/png;base64,AAAA", "data:text/html,x")
    assert list(pictures) == [source]
    assert [problem.line for problem in problems] == [5, 7]


@pytest.mark.parametrize(
    ("source", "message", "hint"),
    [
        ("gone.png", "picture not found: gone.png", ""),
        ("Photo.png", "picture not found: Photo.png", "there is photo.PNG"),
        ("photo.jpg", "picture not found: photo.jpg", "there is photo.PNG"),
        ("no/x.png", "picture not found: no/x.png", "there is no such folder"),
        ("folder", "picture not found: folder", "it is not a plain file"),
        (
            "/dev/zero",
            "picture is not read, it lies outside the folder that may be read: /dev/zero",
            "copy it there, or name a folder that holds both with --root FOLDER",
        ),
        (
            "http://127.0.0.1:9/x.png",
            "pictures are not fetched from elsewhere: http://127.0.0.1:9/x.png",
            "save it beside",
        ),
        ("//127.0.0.1/x.png", "pictures are not fetched from elsewhere: //127.0.0.1/x.png", "save it beside"),
        ("file:///etc/passwd", "pictures are not fetched from elsewhere: file:///etc/passwd", "save it beside"),
        ("text.png", "not a picture that can be shown: text.png", ""),
        ("empty.png", "picture is empty: empty.png", ""),
        ("half.png", "picture is damaged: half.png", ""),
        ("draw.svg", "SVG shows nothing: draw.svg", ""),
        ("x%00.png", "picture not found: x%00.png", ""),
    ],
)
def test_what_cannot_be_shown_is_an_error_with_its_line(tmp_path: Path, source: str, message: str, hint: str) -> None:
    data = encoded(Pillow.effect_noise((60, 60), 50), "PNG")
    (tmp_path / "photo.PNG").write_bytes(data)
    (tmp_path / "half.png").write_bytes(data[: len(data) // 2])
    (tmp_path / "text.png").write_text("no picture")
    (tmp_path / "empty.png").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "draw.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    pictures, (problem,) = read(tmp_path, source)
    assert pictures == {}
    assert (problem.severity, problem.message, problem.line) == ("error", message, 3)
    assert problem.hint.startswith(hint)


def test_encoded_names_and_other_folders(tmp_path: Path) -> None:
    (tmp_path / "img").mkdir()
    (tmp_path / "doc").mkdir()
    (tmp_path / "img" / "ü x.png").write_bytes(encoded(Pillow.new("L", (1, 1)), "PNG"))
    names = ("../img/ü x.png", "../img/%C3%BC%20x.png", "../img/ü x.png?v=2")
    pictures, problems = read(tmp_path / "doc", *names, root=tmp_path)
    assert len(pictures) == 3
    assert problems == ()


def test_pictures_are_found_wherever_they_stand(tmp_path: Path) -> None:
    text = (
        "# ![](a.png)x\n\n| ![](b.png) |\n|---|\n| **![](c.png)** |\n\n"
        "- **L**: ![](d.png) x\n\n> [![](e.png)](f)\n\nt\n: x ![](g.png)\n"
    )
    _, problems = read_pictures(markdown(text), tmp_path)
    missing = [problem for problem in problems if problem.message.startswith("picture not found")]
    unnamed = list(undescribed_pictures(markdown(text)))
    assert [problem.line for problem in missing] == [1, 3, 5, 7, 9, 12]
    assert [problem.line for problem in unnamed] == [1, 3, 5, 7, 9, 12]


def test_pictures_that_are_known_are_not_read_anew(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    )
    document = markdown("![A](a.svg)\n\n![B](nowhere.png)\n")
    known: Known = {}
    first, problems = read_pictures(document, tmp_path, known=known)
    again, same = read_pictures(document, tmp_path, known=known)
    assert again["a.svg"] is first["a.svg"]
    assert problems == same
    (tmp_path / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><circle r="4"/></svg>'
    )
    assert read_pictures(document, tmp_path, known=known)[0]["a.svg"].width == 8

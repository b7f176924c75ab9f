"""The file round the pages: the same bytes each time, what it says about itself, ways through it, pictures."""

import hashlib
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reading_pdf import marks, open_pdf

from triptych.geometry import Rect, Size
from triptych.model.document import Meta
from triptych.model.pages import (
    BoxItem,
    Destination,
    LinkItem,
    OutlineEntry,
    Page,
    Pages,
    PictureItem,
    RuleItem,
    Tag,
    TextItem,
)
from triptych.model.picture import Picture
from triptych.model.theme import Face
from triptych.write.pdf import write_pages

FACE = Face("Arial")
META = Meta(title="Test")
TAGS = (Tag("Document"), Tag("P", 0), Tag("Figure", 0, alt="A picture"))


def pages(count: int = 1, meta: Meta = META, outline: tuple[OutlineEntry, ...] = ()) -> Pages:
    made = tuple(Page(Size(400, 300), (TextItem(20, 50, f"Page {n}", FACE, 10, "17202A", 1),)) for n in range(count))
    return Pages(meta, made, TAGS, tuple(Destination(f"p{n}", n, 40) for n in range(count)), outline)


@pytest.mark.parametrize("count", [1, 7, 450])
def test_same_pages_same_bytes(count: int) -> None:
    data = write_pages(pages(count))
    assert data == write_pages(pages(count))
    pdf = open_pdf(data)
    assert len(pdf.pages) == count
    assert not pdf.check_pdf_syntax()


def test_a_new_process_writes_the_same_bytes() -> None:
    code = (
        "import sys; from test_pdf_file import *; sys.stdout.write(hashlib.sha256(write_pages(pages(3))).hexdigest())"
    )
    command = [sys.executable, "-c", code]
    made = {
        subprocess.run(
            command,
            capture_output=True,
            check=True,
            cwd=Path(__file__).parent,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    }
    assert made == {hashlib.sha256(write_pages(pages(3))).hexdigest().encode()}


def test_importing_the_package_loads_no_library() -> None:
    code = "import sys, triptych.write.pdf; print(*{'reportlab', 'uharfbuzz', 'PIL'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert run.stdout.strip() == ""


def test_the_file_says_what_it_is() -> None:
    meta = Meta(title="Äpfel & <Birnen>", authors=("Ann", "Βασίλης"), date="2024-02-29", lang="de", course="HIST 101")
    pdf = open_pdf(write_pages(pages(meta=meta)))
    assert (pdf.Root.Lang, pdf.Root.MarkInfo.Marked, pdf.Root.ViewerPreferences.DisplayDocTitle) == ("de", True, True)
    told = {str(name): str(value) for name, value in pdf.docinfo.items()}
    assert told["/Title"] == meta.title
    assert told["/Author"] == "Ann, Βασίλης"
    assert told["/CreationDate"] == told["/ModDate"] == "D:20240229000000Z"
    with pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == meta.title
        assert xmp["dc:creator"] == list(meta.authors)
        assert xmp["pdfuaid:part"] == "1"


@pytest.mark.parametrize("date", ["", "March 2024", "2024-13-45"])
def test_a_date_that_is_none_is_left_out(date: str) -> None:
    assert "/CreationDate" not in open_pdf(write_pages(pages(meta=Meta(title="x", date=date)))).docinfo


@given(st.text(max_size=20), st.text(max_size=20))
@settings(max_examples=25)
def test_any_words_make_good_metadata(title: str, author: str) -> None:
    pdf = open_pdf(write_pages(pages(meta=Meta(title=title, authors=(author,)))))
    with pdf.open_metadata(strict=True) as xmp:
        assert xmp["dc:title"]


@given(st.lists(st.integers(0, 3), max_size=60))
@settings(max_examples=40)
def test_the_outline_is_the_planned_one(steps: list[int]) -> None:
    entries, level = [], -1
    for place, step in enumerate(steps):
        level = min(step, level + 1)
        entries.append(OutlineEntry(f"Entry {place} ü", level, "p0"))
    pdf = open_pdf(write_pages(pages(outline=tuple(entries))))
    assert ("/Outlines" in pdf.Root) == bool(entries)
    found = []
    with pdf.open_outline() as outline:
        waiting = [(0, item) for item in outline.root][::-1]
        while waiting:
            depth, item = waiting.pop()
            found.append((item.title, depth))
            waiting += [(depth + 1, child) for child in item.children][::-1]
    assert found == [(entry.title, entry.level) for entry in entries]


def test_an_internal_link_leads_to_its_place() -> None:
    made = pages(2)
    link = LinkItem(Rect(20, 40, 50, 12), 1, "On to the next", destination="p1")
    made = Pages(
        made.meta, (Page(made.pages[0].size, (*made.pages[0].items, link)), made.pages[1]), TAGS, made.destinations
    )
    pdf = open_pdf(write_pages(made))
    names = list(pdf.Root.Names.Dests.Names)
    found = dict(zip(map(bytes, names[::2]), names[1::2], strict=True))[bytes(pdf.pages[0].Annots[0].Dest)]
    assert found[0].objgen == pdf.pages[1].objgen
    assert float(found[3]) == 260


def test_a_link_to_nowhere_is_refused() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        write_pages(pages(outline=(OutlineEntry("x", 0, "nowhere"),)))


@pytest.mark.parametrize("interlaced", [False, True])
@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_png_keeps_its_pixels(mode: str, interlaced: bool) -> None:
    image = Image.effect_noise((13, 7), 80).convert("RGBA" if mode in ("RGBA", "P") else "L")
    if mode == "I;16":
        image = Image.frombytes("I;16", (13, 7), bytes(range(182)))
    elif mode in ("LA", "RGBA"):
        image = image.convert(mode)
        image.putalpha(Image.linear_gradient("L").resize((13, 7)))
    else:
        image = image.convert(mode)
    pdf, drawn = _drawn(_picture(image, "png", interlace=interlaced))
    seen = pikepdf.PdfImage(drawn).as_pil_image().convert("RGB")
    expected = image.convert("RGB") if mode != "I;16" else image.convert("LA").convert("RGB")
    assert seen.tobytes() == expected.tobytes()
    assert len(pdf.pages) == 1
    assert ("/SMask" in drawn) == (mode in ("LA", "RGBA"))


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_jpeg_is_kept_as_it_is(mode: str) -> None:
    picture = _picture(Image.effect_noise((16, 16), 50).convert(mode), "jpeg")
    pdf, drawn = _drawn(picture)
    assert len(pdf.pages) == 1
    assert drawn.read_raw_bytes() == picture.data
    assert drawn.ColorSpace == {"L": "/DeviceGray", "RGB": "/DeviceRGB"}[mode]


def test_a_picture_is_embedded_once() -> None:
    picture = _picture(Image.new("RGB", (9, 9), "red"), "png")
    item = PictureItem(Rect(20, 80, 40, 40), picture, 2)
    pdf = open_pdf(write_pages(Pages(Meta(title="x"), (Page(Size(200, 200), (item, item)),) * 3, TAGS)))
    images = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
    assert len(images) == 1


def test_rules_and_boxes_are_artifacts() -> None:
    items = (
        BoxItem(Rect(10, 10, 80, 30), fill="EEF4FA", stroke="0B5FA5", stroke_width=1, radius=50),
        BoxItem(Rect(10, 10, 80, 30)),
        RuleItem(10, 50, 90, 50, 1, "F2A33A", (2, 1)),
        TextItem(10, 70, "Text", FACE, 10, "17202A", 1),
        TextItem(10, 90, "1", FACE, 10, "17202A"),
    )
    pdf = open_pdf(write_pages(Pages(Meta(title="x"), (Page(Size(200, 200), items),), TAGS)))
    assert [(mark.tag, mark.text) for mark in marks(pdf.pages[0])] == [
        ("/Artifact", ""),
        ("/P", "Text"),
        ("/Artifact", "1"),
    ]


@pytest.mark.renderers
@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_other_programs_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "test.pdf"
    path.write_bytes(write_pages(pages(3)))
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
    said = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True, text=True)
    assert said.stdout.split() == ["Page", "0", "Page", "1", "Page", "2"]
    assert said.stderr == ""


def _picture(image: Image.Image, format: str, **how: object) -> Picture:
    out = io.BytesIO()
    image.save(out, format, **how)
    data = out.getvalue()
    return Picture(data, "png" if format == "png" else "jpeg", *image.size, hashlib.sha256(data).hexdigest())


def _drawn(picture: Picture) -> tuple[pikepdf.Pdf, pikepdf.Stream]:
    """The image as it stands in a file; the file must be kept for as long as the image."""
    page = Page(Size(200, 200), (PictureItem(Rect(20, 20, 100, 100), picture, 2),))
    pdf = open_pdf(write_pages(Pages(Meta(title="x"), (page,), TAGS)))
    (drawn,) = pdf.pages[0].Resources.XObject.values()
    assert isinstance(drawn, pikepdf.Stream)
    return pdf, drawn

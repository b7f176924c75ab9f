"""Backgrounds, logos, dates and proportions: what front matter and headings say of them, in whose words."""

from pathlib import Path

import pytest
from PIL import Image
from reading import markdown

from triptych.geometry import Size
from triptych.model.picture import TONES, ground_name
from triptych.read.markdown.document import read_markdown
from triptych.read.pictures.find import read_pictures


def meta(*lines: str):
    return markdown("---\ntitle: Tides\n" + "\n".join(lines) + "\n---\n\n# One\n\nText.\n").meta


def problems(*lines: str):
    return read_markdown("---\ntitle: Tides\n" + "\n".join(lines) + "\n---\n\n# One\n\nText.\n", "x.md")[1]


@pytest.mark.parametrize(
    ("line", "color"),
    [
        ('background: "#f4eee0"', "#F4EEE0"),
        ("background: #F4EEE0", "#F4EEE0"),  # to YAML a comment
        ("backgroundColor: aqua", "#00FFFF"),
        ("background-color: '#abc'", "#AABBCC"),
        ("background: rgb(1, 2, 3)", "#010203"),
        ("background: transparent", ""),
        ("background: sea.jpg", "sea.jpg"),
        ("backgroundImage: url('img/sea.jpg')", "img/sea.jpg"),
    ],
)
def test_a_background_is_a_colour_or_a_picture(line, color):
    assert meta(line).background == color


def test_a_picture_counts_before_a_colour():
    assert meta("backgroundColor: white", "backgroundImage: url(sea.png)").background == "sea.png"


@pytest.mark.parametrize("line", ["background: lovely", "logo: https://x.org/a.png", "background: /site/a.png"])
def test_what_others_mean_by_a_key_is_a_warning_with_its_line(line):
    found = problems("author: Me", line)
    assert [(problem.severity, problem.line) for problem in found] == [("warning", 4)]


@pytest.mark.parametrize(
    ("line", "aspect"),
    [
        ("aspect: 4:3", "4:3"),
        ("aspectratio: 43", "4:3"),
        ("size: 16:9", "16:9"),
        ("size: 10", ""),
        ("aspect: 4:3\nx: [1]", "4:3"),  # to YAML a time
    ],
)
def test_proportions_however_they_are_written(line, aspect):
    assert meta(line).aspect == aspect


def test_other_proportions_are_a_warning():
    assert [problem.severity for problem in problems("aspect: 3:1")] == ["warning"]


def test_headings_ask_for_backgrounds_in_all_dialects():
    said = '# A {background="#112233"}\n\n## B {data-background-color=white}\n\n# C {background-image=sea.jpg #c}\n'
    one, three = markdown(said).sections
    assert one.attributes.get("background") == "#112233"
    assert one.sections[0].attributes.get("background") == "#FFFFFF"
    assert (three.attributes.get("background"), three.attributes.id) == ("sea.jpg", "c")


def test_pictures_of_looks_are_read_cut_and_toned(tmp_path: Path):
    halves = Image.new("RGB", (200, 100), "white")
    halves.paste((0, 0, 0), (0, 0, 100, 100))
    halves.save(tmp_path / "sea.png")
    document = markdown("---\nlogo: sea.png\n---\n\n# A {background=sea.png}\n\nText.\n")
    pictures, found = read_pictures(document, tmp_path, Size(300, 300))
    assert not found
    assert pictures.keys() == {"sea.png", ground_name("sea.png")}
    ground = pictures[ground_name("sea.png")]
    assert (ground.width, ground.height) == (100, 100)
    assert ground.tones is not None
    assert len(ground.tones.colors) == TONES**2
    assert ground.tones.extremes(0, 0, 0.4, 1) == (("000000", "000000"), False)
    assert ground.tones.extremes(0, 0, 1, 1) == (("000000", "FFFFFF"), False)
    assert pictures["sea.png"].tones is None


def test_a_missing_picture_is_an_error_at_its_key(tmp_path: Path):
    document = markdown("---\ntitle: T\nlogo: none.png\nbackground: gone.jpg\n---\n\n# A {background=lost.png}\n")
    _, found = read_pictures(document, tmp_path)
    assert [(problem.severity, problem.line) for problem in found] == [("error", 3), ("error", 4), ("error", 7)]

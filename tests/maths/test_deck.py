"""Formulae on slides: shapes of their own where characters cannot say them, seen in every program."""

import io
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from documents import from_markdown, theme
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from PIL import Image
from pptx import Presentation

from triptych.model.deck import Deck, FormulaBox, Slide, TableBox, TextBox, TextFill
from triptych.plan.deck.formula_shapes import with_formula_shapes
from triptych.template.themes import read_theme
from triptych.write.pptx import write_deck

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATRIX = r"\begin{pmatrix} 2 & 1 \\ 1 & 2 \end{pmatrix}"
LECTURE = rf"""# Example

Let

$$
A = {MATRIX} .
$$

Then there is something to say about it, and it takes some words.

$$
x = \frac{{-b \pm \sqrt{{b^2-4ac}}}}{{2a}}
$$ {{#eq:roots}}

So $\lambda_1 = 1$ and $\frac{{1}}{{2}}$ is less.
"""


def deck_of(text: str) -> Deck:
    return from_markdown(text).deck


def slide_of(text: str) -> Slide:
    return next(
        slide for slide in deck_of(text).slides if any(isinstance(f, FormulaBox | TableBox) for f in slide.fills)
    )


def boxes(slide: Slide) -> list[FormulaBox]:
    return [fill for fill in slide.fills if isinstance(fill, FormulaBox)]


def written(deck: Deck) -> bytes:
    return write_deck(deck, read_theme()[1])


def parts(data: bytes) -> list[etree._Element]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    names = sorted(name for name in archive.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name))
    return [etree.fromstring(archive.read(name)) for name in names]


def alternatives(data: bytes) -> list[etree._Element]:
    """What stands round whole shapes."""
    return [
        each
        for root in parts(data)
        for each in root.iter(f"{P}spTree")
        for each in each.findall(f"{MC}AlternateContent")
    ]


def test_a_displayed_formula_is_a_shape_between_the_texts_around_it() -> None:
    slide = slide_of(LECTURE)
    kinds = [type(fill).__name__ for fill in slide.fills]
    assert kinds == ["TextFill", "TextFill", "FormulaBox", "TextFill", "FormulaBox", "TextBox", "FormulaBox"]
    _, first, formula, second, *_ = slide.fills
    assert isinstance(first, TextFill)
    assert isinstance(second, TextFill)
    assert not first.free
    assert second.free
    assert [box.drawn.alt for box in boxes(slide)][:2] == ["A = (2, 1; 1, 2).", "x = (−b ± √(b² − 4ac))/(2a)"]
    rects = [fill.rect for fill in (first, formula, second)]
    assert all(rect is not None for rect in rects)
    tops = [rect.y for rect in rects if rect]
    assert tops == sorted(tops)


def test_its_number_stands_at_the_edge() -> None:
    slide = slide_of(LECTURE)
    (number,) = [fill for fill in slide.fills if isinstance(fill, TextBox)]
    formula = boxes(slide)[1]
    assert number.paras[0].runs[0].text == "(1)"
    assert number.rect.x >= formula.rect.right - 0.01
    assert number.rect.y == formula.rect.y


def test_a_picture_stays_in_the_room_that_its_formula_was_given() -> None:
    for box in boxes(slide_of(LECTURE)):
        assert box.rect.contains(box.drawn.rect, 2.5)


@pytest.mark.parametrize("latex", ["x^2", r"\lambda_i \le 3", "p_{k+1} = M p_k", r"\foo"])
def test_what_characters_can_say_stays_text(latex: str) -> None:
    deck = deck_of(f"# T\n\n- It is ${latex}$ here.\n- And more.\n")
    assert not [fill for slide in deck.slides for fill in slide.fills if isinstance(fill, FormulaBox)]


def test_characters_are_raised_and_lowered_where_there_are_no_equations() -> None:
    (root,) = [
        root
        for root in parts(written(deck_of("# T\n\n- It is $p_{k+1}^T$ here.\n- And.\n")))
        if root.find(f".//{M}oMath") is not None
    ]
    runs = [
        (run.findtext(f"{A}t"), run.find(f"{A}rPr").get("baseline"))
        for run in root.find(f".//{MC}Fallback").iter(f"{A}r")
    ]
    assert runs == [("p", None), ("k+1", "-25000"), ("T", "30000")]


@pytest.mark.parametrize("latex", [r"\frac{1}{2}", r"\sqrt{x+1}", MATRIX, r"\sum_{i=1}^n x_i", r"\overline{AB}"])
def test_a_bullet_that_characters_cannot_say_is_a_shape(latex: str) -> None:
    slide = slide_of(f"# T\n\n- Plain.\n- It is ${latex}$ here.\n- And more.\n")
    (box,) = boxes(slide)
    assert isinstance(box.text, TextFill)
    assert box.text.paras[0].bullet
    assert box.drawn.alt.startswith("It is ")


def test_a_box_with_such_a_formula_has_a_picture_of_the_whole() -> None:
    (box,) = boxes(slide_of(f"# T\n\n> [!NOTE]\n> It is ${MATRIX}$ here.\n"))
    assert isinstance(box.text, TextBox)
    assert len(box.drawn.items) > 4
    assert box.drawn.rect.contains(box.rect, 0.01)


def test_a_cell_with_such_a_formula_has_a_picture_and_its_row_the_height() -> None:
    slide = slide_of(f"# T\n\n| a | b |\n|---|---|\n| ${MATRIX}$ | $x^2$ |\n| c | d |\n")
    (table,) = [fill for fill in slide.fills if isinstance(fill, TableBox)]
    assert [[cell.drawn is not None for cell in row.cells] for row in table.rows] == [
        [False] * 2,
        [True, False],
        [False] * 2,
    ]
    assert table.rows[1].height > 1.3 * table.rows[2].height
    (found,) = alternatives(written(deck_of(f"# T\n\n| a | b |\n|---|---|\n| ${MATRIX}$ | $x^2$ |\n| c | d |\n")))
    native, other = found.find(f"{MC}Choice"), found.find(f"{MC}Fallback")
    assert len(list(native.iter(f"{M}oMath"))) == 2
    assert [etree.QName(child).localname for child in other] == ["graphicFrame", "pic"]
    assert "(2, 1; 1, 2)" not in "".join(other.itertext())


def test_a_shape_is_a_choice_of_equations_with_a_picture_as_the_fallback() -> None:
    found = alternatives(written(deck_of(LECTURE)))
    assert len(found) == 3
    for each in found:
        choice, fallback = each.find(f"{MC}Choice"), each.find(f"{MC}Fallback")
        assert choice.get("Requires") == "a14 a16"
        assert choice.find(f".//{M}oMath") is not None
        assert choice.find(f".//{MC}AlternateContent") is None
        native, drawn = choice.find(f".//{P}cNvPr"), fallback.find(f"{P}pic/{P}nvPicPr/{P}cNvPr")
        assert native.get("id") == drawn.get("id")
        assert native.get("descr") == drawn.get("descr") != ""


def test_shape_ids_are_unique_but_for_the_two_sides_of_a_choice() -> None:
    for root in parts(written(deck_of(LECTURE + f"\n| a |\n|---|\n| ${MATRIX}$ |\n| ${MATRIX}$ |\n"))):
        ids = [
            e.get("id") for e in root.iter(f"{P}cNvPr") if not any(a.tag == f"{MC}Fallback" for a in e.iterancestors())
        ]
        others = [
            e.get("id") for e in root.iter(f"{P}cNvPr") if any(a.tag == f"{MC}Fallback" for a in e.iterancestors())
        ]
        assert len(ids) == len(set(ids))
        assert len(others) == len(set(others))


def test_titles_and_bodies_stay_where_programs_look_for_them() -> None:
    slide = list(Presentation(io.BytesIO(written(deck_of(LECTURE)))).slides)[-1]
    assert slide.shapes.title.text_frame.text.startswith("Example")
    assert slide.placeholders[1].text_frame.text == "Let"
    assert "Then there is" in " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_pictures_are_shared_and_the_bytes_the_same() -> None:
    formula = f"$$\n{MATRIX}\n$$\n\n"
    text = f"# T\n\n- One: ${MATRIX}$\n\n# U\n\n{formula}Between.\n\n{formula}# V\n\n{formula}Between.\n"
    data = written(deck_of(text))
    media = [name for name in zipfile.ZipFile(io.BytesIO(data)).namelist() if "/media/" in name]
    assert len(media) <= 3
    assert data == written(deck_of(text))


def test_a_deck_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(written(deck_of((Path(__file__).parent / "page.md").read_text(encoding="utf-8"))))
    assert [str(error) for error in OpenXmlValidator(FileFormat.MICROSOFT_365).validate(str(path)).errors] == []


def test_a_wide_formula_is_parted_within_its_slide() -> None:
    long = "f(x) = " + " + ".join(rf"\frac{{a_{{{n}}}}}{{{n}!}} x^{{{n}}}" for n in range(1, 16))
    (box,) = boxes(slide_of(f"# T\n\nIt is\n\n$$\n{long}\n$$\n\nand more.\n"))
    assert box.rect.contains(box.drawn.rect, 2.5)


def test_shapes_appear_at_their_clicks() -> None:
    deck = deck_of(f"# T\n\n::: incremental\n\n- One\n- Two ${MATRIX}$\n- Three\n\n:::\n")
    (timing,) = [found for root in parts(written(deck)) if (found := root.find(f"{P}timing")) is not None]
    targets = [(e.get("spid"), e.find(f"{P}txEl") is not None) for e in timing.iter(f"{P}spTgt")]
    assert [paragraph for _, paragraph in targets] == [True, False, True]
    assert len({shape for shape, _ in targets}) == 3


def test_a_deck_without_formulae_is_the_very_same() -> None:
    deck = deck_of("# T\n\n- One\n- Two\n")
    assert with_formula_shapes(deck, theme()) is deck


def test_a_deck_without_formulae_loads_nothing_that_draws(tmp_path: Path) -> None:
    source = tmp_path / "a.md"
    source.write_text("# T\n\n- One\n- Two\n", encoding="utf-8")
    code = (
        "import sys\nfrom triptych.cli import main\n"
        f"try:\n    main(['build', {str(source)!r}, '-o', {str(tmp_path / 'out')!r}, '--only', 'deck'])\n"
        "except SystemExit:\n    pass\n"
        "names = ('resvg_py', 'ziamath', 'triptych.write.pptx.ink', 'triptych.model.latex', 'triptych.text.formula')\n"
        "print([name for name in names if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.renderers
def test_another_program_shows_the_pictures(tmp_path: Path) -> None:
    if shutil.which("soffice") is None or shutil.which("pdftoppm") is None:
        pytest.skip("not installed")
    deck = deck_of(LECTURE)
    (tmp_path / "deck.pptx").write_bytes(written(deck))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "deck.pptx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    subprocess.run(["pdftoppm", "-r", "72", "-png", "deck.pdf", "page"], check=True, cwd=tmp_path, timeout=60)
    number, slide = next((k, s) for k, s in enumerate(deck.slides, 1) if boxes(s))
    with Image.open(next(tmp_path.glob(f"page*{number}.png"))) as page:
        grey = page.convert("L")
        for box in boxes(slide):
            at = box.drawn.rect
            shown = grey.crop((round(at.x), round(at.y), round(at.right), round(at.bottom)))
            dark = sum(shown.histogram()[:128]) / (shown.width * shown.height)
            assert 0.03 < dark < 0.6, box.drawn.alt

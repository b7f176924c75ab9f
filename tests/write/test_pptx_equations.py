"""Equations in decks: native, valid, and readable where there are no equations."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from formulae import FORMULAE
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation
from pptx_decks import deck, fill, slide, theme

from triptych.geometry import Rect
from triptych.model.deck import Deck, Para, Run, TextBox
from triptych.model.latex import readable
from triptych.write.pptx import write_deck
from triptych.write.pptx.equations import omml

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PIECES = r"""
\frac{a}{b} \sqrt{x} x_i ^2 _3 \sum_i^n \sum \int \sin \lim_x \left( \right) { } ( ) + = a \foo \text{<b>} & \\
\begin{cases} \end{cases} \hat{x} \underbrace{a}_b ' \binom{a}{b} \ce{H2O} \overset{a}{=}
"""
LATEX = st.lists(st.sampled_from(PIECES.split())).map("".join)


def formula(latex: str) -> Run:
    return Run(readable(latex), formula=latex)


def written(*paras: Para, sizes: tuple[float, ...] = (), title: str = "Formulae") -> bytes:
    return write_deck(deck(slide("a", title, fill("body", "body", *paras, sizes=sizes), notes=paras)), theme()[1])


def part(data: bytes, name: str = "ppt/slides/slide1.xml") -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def every_formula() -> Deck:
    slides = []
    for start in range(0, len(FORMULAE), 10):
        runs = [formula(latex) for latex in FORMULAE[start : start + 10]]
        body = fill("body", "body", *(Para((Run("Then "), run, Run(" holds."))) for run in runs), sizes=(18.0, 16.0))
        alone = tuple(Para((run,), align="center") for run in runs)
        box = TextBox("Formula 1", Rect(48, 300, 800, 180), alone, 20, "0E3A5D")
        slides.append(slide(f"s{start}", f"From {start}", body, box, notes=tuple(Para((run,)) for run in runs)))
    return deck(*slides)


def text_of(latex: str) -> str:
    found = omml(latex)
    assert found is not None
    return "".join(etree.fromstring(found).itertext(f"{M}t"))


def test_what_lecturers_write_is_native_and_valid(tmp_path: Path) -> None:
    native = [latex for latex in FORMULAE if omml(latex) is not None and omml(latex, display=True) is not None]
    assert len(native) >= 97
    path = tmp_path / "formulae.pptx"
    path.write_bytes(write_deck(every_formula(), theme()[1]))
    assert [str(error) for error in OpenXmlValidator(FileFormat.MICROSOFT_365).validate(str(path)).errors] == []
    count = sum(
        zipfile.ZipFile(path).read(name).count(b"<m:oMath ")
        for name in zipfile.ZipFile(path).namelist()
        if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)
    )
    assert count == 2 * len(native)


def test_the_same_deck_gives_the_same_bytes() -> None:
    assert write_deck(every_formula(), theme()[1]) == write_deck(every_formula(), theme()[1])


@given(LATEX)
def test_whatever_is_written_is_an_equation_or_none(latex: str) -> None:
    found = omml(latex)
    if found is not None:
        root = etree.fromstring(found)
        assert all(child.tag.startswith(M) for child in root.iter())
        assert all(radical.find(f"{M}deg") is not None for radical in root.iter(f"{M}rad"))
        for tag in ("e", "num", "den", "lim"):
            # A slot without anything in it would be shown as a box to fill in.
            assert all(len(slot) for slot in root.iter(f"{M}{tag}"))


@pytest.mark.parametrize(
    "latex",
    ["", r"\foo", "{", r"\frac{1}{" * 500, r"\sum " * 2_000 + "x", r"a&=b\\" * 65],
)
def test_what_cannot_be_an_equation_is_none(latex: str) -> None:
    assert omml(latex) is None


@pytest.mark.parametrize(
    ("latex", "path"),
    [
        (r"\frac{a}{b}", "f/num/r/t"),
        (r"\sqrt{x}", "rad/radPr/degHide"),
        (r"\sqrt[3]{x}", "rad/deg/r/t"),
        ("x_1^2", "sSubSup/sup/r/t"),
        (r"\sum_i x_i = 1", "nary/e/sSub"),
        (r"\int_0^1 f", "nary/sup/r/t"),
        (r"\left(\frac ab\right)", "d/e/f"),
        (r"\begin{pmatrix}1&2\\3&4\end{pmatrix}", "d/e/m/mr/e/r/t"),
        (r"\begin{aligned}a&=b\\&=c\end{aligned}", "eqArr/e/r/t"),
        (r"\begin{cases}a&b\end{cases}", "d/e/m/mr"),
        (r"\hat{x}", "acc/e/r/t"),
        (r"\overline{AB}", "bar/e/r/t"),
        (r"\underbrace{a}_{b}", "limLow/e/groupChr/e"),
        (r"\sin x", "func/fName/r/t"),
        (r"\lim_{x\to0} f", "func/fName/limLow/lim"),
        (r"\text{if}", "r/rPr/nor"),
        (r"\mathbb{R}", "r/rPr/scr"),
        ("{}^{14}_6 C", "sPre/e/r/t"),
        (r"\binom nk", "d/e/f/fPr/type"),
        (r"\boxed{x}", "borderBox/e/r"),
    ],
)
def test_each_construct_has_its_element(latex: str, path: str) -> None:
    found = omml(latex, display=True)
    assert found is not None
    assert etree.fromstring(found).find("/".join(M + name for name in path.split("/"))) is not None


def test_large_operators_take_what_they_sum_and_no_more() -> None:
    found = omml(r"\sum_i a_i b_i + c")
    assert found is not None
    nary = etree.fromstring(found).find(f"{M}nary")
    assert nary is not None
    assert "".join(nary.find(f"{M}e").itertext(f"{M}t")) == "aibi"
    assert text_of(r"\sum_i a_i b_i + c").endswith("+c")


def test_an_equation_stands_among_the_runs_of_its_paragraph() -> None:
    root = part(written(Para((Run("We see "), formula("x^2"), Run(" here.")))))
    paragraph = next(p for p in root.iter(f"{A}p") if p.find(f"{MC}AlternateContent") is not None)
    assert [etree.QName(child).localname for child in paragraph] == ["r", "AlternateContent", "r"]
    fallback = paragraph.find(f"{MC}AlternateContent/{MC}Fallback")
    assert fallback is not None
    assert "".join(fallback.itertext()) == "x²"


def test_a_formula_alone_is_displayed() -> None:
    assert len(list(part(written(Para((formula("x^2"),), align="center"))).iter(f"{M}oMathPara"))) == 1
    assert not list(part(written(Para((formula("x^2"), Run(" is"))))).iter(f"{M}oMathPara"))


def test_placeholders_and_their_text_stay_where_programs_look_for_them() -> None:
    data = written(Para((Run("We see "), formula("x^2"))), Para((Run("plain"),)))
    shapes = Presentation(io.BytesIO(data)).slides[0].placeholders
    assert "We see" in shapes[1].text_frame.text
    assert "plain" in shapes[1].text_frame.text


def test_titles_notes_and_links_have_the_readable_text() -> None:
    linked = Para((Run("x²", formula="x^2", link="https://example.org"), Run("and")))
    assert not list(part(written(linked)).iter(f"{M}oMath"))
    title = fill("body", "title", Para((formula("x^2"), Run(" grows"))))
    data = write_deck(deck(slide("a", "x² grows", title, notes=(Para((formula("y^3"),)),))), theme()[1])
    found = Presentation(io.BytesIO(data)).slides[0]
    assert found.shapes.title.text_frame.text == "x² grows"
    assert found.notes_slide.notes_text_frame.text == "y³"


def test_what_cannot_be_an_equation_is_text() -> None:
    root = part(written(Para((Run(r"\foo", formula=r"\foo"), Run(" stays")))))
    assert not list(root.iter(f"{M}oMath"))
    assert r"\foo stays" in "".join(root.itertext(f"{A}t"))


def test_size_and_colour_come_from_the_list_style() -> None:
    root = part(written(Para((Run("a "), formula("x"))), sizes=(18.0, 16.0)))
    assert [found.get("sz") for found in root.iter(f"{A}defRPr")] == ["1800", "1600"]
    assert not list(part(written(Para((Run("a "),)), sizes=(18.0,))).iter(f"{A}defRPr"))


def test_a_box_with_a_formula_says_it_in_words() -> None:
    box = TextBox("Formula 1", Rect(48, 116, 400, 80), (Para((formula(r"\frac{a}{b}"), Run("  (1)"))),), 20, "17202A")
    plain = TextBox("Text 1", Rect(48, 216, 400, 80), (Para((Run("a"),)),), 20, "17202A")
    root = part(write_deck(deck(slide("a", "T", box, plain, role="title only")), theme()[1]))
    said = {found.get("name"): found.get("descr") for found in root.iter("{*}cNvPr")}
    assert (said["Formula 1"], said["Text 1"]) == ("a/b (1)", None)

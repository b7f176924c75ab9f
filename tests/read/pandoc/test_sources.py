"""What pandoc would leave out of a source, or show as it is, is there as the author meant it."""

import pytest
from reading import read as resolved
from reading import said

from triptych.model.document import Callout, Definition, Figure, Formula, InlineFormula, ListBlock, Paragraph
from triptych.model.queries import plain, walk_blocks, walk_sections
from triptych.model.walk import walk
from triptych.read.pandoc.document import read_document
from triptych.read.pandoc.sources import latex, org


def read(text: str, path: str):
    return read_document(text.encode(), path)


THEOREM = "\\newtheorem{theorem}{Theorem}"


def whole(body: str, head: str = "") -> str:
    begin = f"\\documentclass{{article}}\n{head}\n\\begin{{document}}\n\\section{{A}}\n"
    return f"{begin}{body}\n\\end{{document}}\n"


def tex(body: str, head: str = ""):
    return read(whole(body, head), "a.tex")


def blocks(document):
    return [block for one in walk_sections(document.sections) for block in walk_blocks(one.blocks)]


def words(document) -> str:
    found = [plain(block.inlines) for block in blocks(document) if isinstance(block, Paragraph)]
    return " ".join(" ".join(found).split())


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("\\only<2>{Rain} and \\uncover<2->{snow} and \\onslide<1,3>{ice}.", "Rain and snow and ice."),
        ("\\alert<2>{Mind} it.", "Mind it."),
        ("\\begin{multicols}{2}Rain falls.\\end{multicols}", "Rain falls."),
        ("Water is \\ce{H2O}, and $\\ce{CO2}$.", "Water is H₂O, and CO₂."),
        ("\\verb|\\only<2>{x}| stays.", "\\only<2>{x} stays."),
    ],
)
def test_words_of_latex_that_pandoc_would_lose(body: str, shown: str) -> None:
    document, problems = tex(body)
    assert [one.message for one in problems] == []
    assert words(document) == shown


def test_labels_of_items_are_kept() -> None:
    document, _ = tex("\\begin{enumerate}\\item[(i)] Rain.\\item[(ii)] Snow.\\end{enumerate}")
    assert [plain(one.term) for one in blocks(document) if isinstance(one, Definition)] == ["(i)", "(ii)"]
    document, _ = tex("\\begin{itemize}\\item[(i)] Rain.\\item Snow.\\item[*] Ice.\\end{itemize}")
    (items,) = [one for one in blocks(document) if isinstance(one, ListBlock)]
    assert [plain(item.blocks[0].inlines) for item in items.items] == ["(i) Rain.", "Snow.", "Ice."]


def test_labels_of_a_list_within_another() -> None:
    text = "\\begin{itemize}\\item a\\begin{enumerate}[(x)]\\item[(i)] b\\end{enumerate}\\item c\\end{itemize}"
    changed = "\\begin{itemize}\\item a\\begin{description}\\item[(i)] b\\end{description}\\item c\\end{itemize}"
    assert latex(text) == changed


def test_rules_of_a_table_take_no_cell_with_them() -> None:
    body = "\\begin{tabular}{ll}a & b\\\\ c & d\\\\ \\cline{1-2}\n\\multirow{2}{*}{Rain} & e\\\\ & f\\\\ \\end{tabular}"
    document, _ = tex(body)
    assert "Rain" in said(document)
    assert "1-2" not in str(document)


def test_a_list_of_works_is_called_by_its_numbers() -> None:
    works = "\\begin{thebibliography}{9}\\bibitem{a} Ann.\\bibitem{b} Bob.\\end{thebibliography}"
    document, problems = tex(f"See \\cite{{b}} and \\cite[p.~3]{{a,b}}.\n{works}", "\\usepackage[ngerman]{babel}")
    assert [one.message for one in problems] == []
    assert words(document).startswith("See [2] and [1, 2, p. 3].")
    assert plain(document.sections[-1].title) == "Literatur"
    assert [plain(i.blocks[0].inlines) for b in blocks(document) if isinstance(b, ListBlock) for i in b.items] == [
        "Ann.", "Bob.",
    ]  # fmt: skip


def test_references_of_latex_are_numbers_and_theorems_have_theirs() -> None:
    body = (
        "\\begin{theorem}\\label{t}It rains.\\end{theorem}\nBy Theorem~\\ref{t}, Figure~\\ref{f} and \\autoref{f}.\n\n"
        "\\begin{figure}\\includegraphics{a.png}\\caption{Rain}\\label{f}\\end{figure}"
    )
    document, _ = tex(body, THEOREM)
    (box,) = [one for one in blocks(document) if isinstance(one, Callout)]
    assert (plain(box.title), plain(box.blocks[0].inlines)) == ("Theorem 1", "It rains.")
    assert "By Theorem 1, Figure 1 and Figure 1." in words(resolved(whole(body, THEOREM), "a.tex")[0])


def test_a_picture_of_which_nothing_is_said_has_no_alternative_text() -> None:
    for text, path in ((".. image:: a.png\n", "a.rst"), ("\\includegraphics{a.png}\n", "a.tex")):
        document, _ = read(f"Text.\n\n{text}", path)
        (figure,) = [one for one in walk(document) if isinstance(one, Figure)]
        assert figure.image.alt == ""


def test_roles_captions_and_quotations_of_restructuredtext() -> None:
    text = (
        "A\n=\n\n.. math:: a = b\n   :label: one\n\nSee :eq:`one` and :ref:`this part <b>`.\n\n.. _b:\n\nB\n=\n\n"
        ".. code-block:: python\n   :caption: Say *it*\n\n   print(1)\n\n.. epigraph:: Rain falls.\n"
    )
    document, problems = read(text, "a.rst")
    shown = str(document)
    assert "Reference" in shown
    assert "this part" in shown
    assert "interpreted" not in shown
    assert {"Say", "it", "Rain", "falls"} <= set(said(document))
    assert [one.message for one in problems] == []


def test_org_has_formulae_right_below_text_and_no_settings_of_its_tables() -> None:
    text = (
        "* A\nBefore it\n\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}\nand after.\n\n"
        "| A |\n|---|\n| 1 |\n#+TBLFM: $1=2\n\n"
        "\\begin{equation}\ne = f\n\\end{equation}\n"
    )
    document, problems = read(text, "a.org")
    assert [one.message for one in problems] == []
    assert len([one for one in walk(document) if isinstance(one, Formula)]) == 2
    assert "TBLFM" not in str(document)
    assert org(text).count("\n") == text.count("\n")


def test_a_page_says_what_its_abbreviations_are_and_that_only_its_main_part_is_read() -> None:
    text = (
        '<nav>Top</nav><main><p><abbr title="Rhine flood">RF</abbr> and <abbr title="Rhine flood">RF</abbr>.</p></main>'
    )
    document, (told,) = read(text, "a.html")
    assert words(document) == "RF (Rhine flood) and RF."
    assert (told.severity, told.line, told.message) == ("note", 1, "only the main part of the page is read")


@pytest.mark.parametrize(("head", "count"), [('<script src="MathJax.js"></script>', 1), ("", 0)])
def test_dollars_are_formulae_in_a_page_that_sets_these(head: str, count: int) -> None:
    document, _ = read(f"<html><head>{head}</head><body><p>Let $z^2$ be.</p></body></html>", "a.html")
    assert len([one for one in walk(document) if isinstance(one, InlineFormula)]) == count

"""Each format gives the document that its author wrote."""

from functools import cache
from pathlib import Path

import making
import pytest
from reading import outline

from triptych.model import document as doc
from triptych.model.queries import block_inlines, images_of, plain, walk_blocks, walk_sections
from triptych.problem import Problem
from triptych.read.pandoc.formats import FORMATS
from triptych.read.pandoc.program import Converted, convert
from triptych.read.pictures.find import read_pictures
from triptych.read.source import NAMED, read_source

SOURCES = {
    "text.rst": making.RST.encode(),
    "text.org": making.ORG.encode(),
    "text.tex": making.TEX.encode(),
    "text.html": making.HTML.encode(),
}


@cache
def read(name: str) -> tuple[doc.Document, tuple[Problem, ...]]:
    made = {"text.ipynb": making.notebook, "text.docx": making.word_document}
    return read_source(SOURCES[name] if name in SOURCES else made[name](), name)


def kinds(document: doc.Document) -> list[str]:
    return [type(block).__name__ for s in walk_sections(document.sections) for block in walk_blocks(s.blocks)]


def text_of(document: doc.Document) -> str:
    blocks = (block for s in walk_sections(document.sections) for block in walk_blocks(s.blocks))
    return " ".join(plain(block.inlines) for block in blocks if isinstance(block, doc.Paragraph))


def test_the_suffixes_are_those_of_the_formats() -> None:
    assert FORMATS.keys() == NAMED


@pytest.mark.parametrize("name", ["text.rst", "text.org", "text.tex", "text.html", "text.ipynb", "text.docx"])
def test_title_and_headings(name: str) -> None:
    document, _ = read(name)
    assert document.meta.title == "Coal and steam"
    assert [title for title in outline(document) if "Coal" not in title] in (["1 Where it comes from"], [])
    assert document.counts == "paragraph"


def test_restructured_text() -> None:
    document, problems = read("text.rst")
    assert document.meta.authors == ("Ada Example",)
    expected = ["Paragraph", "Callout", "Figure", "Table", "ListBlock", "Code", "Definition"]
    assert list(dict.fromkeys(kinds(document))) == expected
    assert [plain(b.inlines) for note in document.footnotes for b in note.blocks if isinstance(b, doc.Paragraph)] == [
        "Some of it is dug in the open."
    ]
    assert not problems


def test_org() -> None:
    document, problems = read("text.org")
    assert document.meta.authors == ("Ada Example",)
    assert {"ListBlock", "Table", "Code"} <= set(kinds(document))
    assert len(document.footnotes) == 1
    assert not problems


def test_latex() -> None:
    document, problems = read("text.tex")
    assert document.meta.authors == ("Ada Example", "Bert Sample")
    assert document.meta.abstract == ("It is about coal.",)
    blocks = [block for s in walk_sections(document.sections) for block in walk_blocks(s.blocks)]
    (formula,) = (block for block in blocks if isinstance(block, doc.Formula))
    assert (formula.number, formula.attributes.id, formula.said) == (1, "eq:heat", "Q = m c")
    (theorem,) = (block for block in blocks if isinstance(block, doc.Callout))
    assert (theorem.kind, plain(theorem.title)) == ("important", "Theorem 1")
    references = [inline.ids for b in blocks if isinstance(b, doc.Paragraph) for inline in b.inlines
                  if isinstance(inline, doc.Reference)]  # fmt: skip
    assert references == [("eq:heat",), ("sec:where",)]
    assert not problems


def test_latex_of_a_talk() -> None:
    text = r"""\documentclass{beamer}
\usepackage{tikz}
\begin{document}
\begin{frame}{Heat}
\begin{block}{In short} It \pause moves. \end{block}
\note{Say this.}
\pandocbounded{\includegraphics[alt={A pit}]{pit.png}}
Words \foo{bar} and \vspace{1cm} more.
\begin{tikzpicture} \draw (0,0) -- (1,1); \end{tikzpicture}
\input{other}
\end{frame}
\end{document}
"""
    document, problems = read_source(text.encode(), "text.tex")
    assert outline(document) == ["1 Heat"]
    assert {"Callout", "Notes"} <= set(kinds(document))
    assert [image.source for image in images_of(document)] == ["pit.png"]
    told = [(p.line, p.severity, p.message.split(" ")[2]) for p in problems]
    assert told == [(8, "error", r"\foo{bar}"), (9, "error", r"\begin{tikzpicture}"), (10, "error", "the")]


def test_a_citation_of_latex_and_its_literature() -> None:
    text = r"""\begin{document}
As \citet[p.~3]{smith} and others \cite{doe,roe} say. \bibliography{works}
\end{document}
"""
    entry = b"@book{smith, title={Coal}, author={Smith, Ada}, year={2001}}\n"
    document, _ = read_source(text.encode(), "text.tex", {"works.bib": entry}.get)
    cited = [inline for b in document.sections[0].blocks if isinstance(b, doc.Paragraph) for inline in b.inlines
             if isinstance(inline, doc.Citation)]  # fmt: skip
    assert [[item.key for item in one.items] for one in cited] == [["smith"], ["doe", "roe"]]
    assert [(one.narrative, one.items[0].locator) for one in cited] == [(True, "3"), (False, "")]
    assert document.literature is not None
    assert [found.key for found in document.literature.entries] == ["smith"]


def test_a_web_page() -> None:
    document, problems = read("text.html")
    expected = ["Paragraph", "Callout", "Table", "ListBlock", "Figure"]
    assert [kind for kind in kinds(document) if kind != "Paragraph"] == expected[1:]
    assert "alert" not in text_of(document)
    assert not problems


def test_a_notebook() -> None:
    document, problems = read("text.ipynb")
    found = kinds(document)
    assert [kind for kind in found if kind != "Paragraph"] == [
        "Figure", "Callout", "Summary", "Code", "Code", "Figure", "Table", "Callout", "Code",
    ]  # fmt: skip
    codes = [b.text for s in walk_sections(document.sections) for b in walk_blocks(s.blocks) if isinstance(b, doc.Code)]
    assert codes == ["plot(heat)", "burning", "Too cold"]
    assert not problems


def test_a_word_document() -> None:
    document, problems = read("text.docx")
    assert text_of(document).startswith("Coal is dug in deep pits and burned")
    assert "left" not in text_of(document)
    assert [kind for kind in kinds(document) if kind != "Paragraph"] == ["ListBlock", "Table", "Figure"]
    assert not problems


@pytest.mark.parametrize(("name", "count"), [("text.ipynb", 2), ("text.docx", 1)])
def test_pictures_in_the_file_are_read(name: str, count: int) -> None:
    document, _ = read(name)
    pictures, problems = read_pictures(document, Path("nowhere"))
    assert (len(pictures), problems) == (count, ())
    assert {part.name for part in document.parts} == {image.source for image in images_of(document)}


@pytest.mark.parametrize("name", ["text.ipynb", "text.docx", "text.tex"])
def test_the_same_file_gives_the_same_document(name: str) -> None:
    again = read.__wrapped__(name)
    assert again[0] == read(name)[0] or name == "text.docx"  # python-docx writes the time


@pytest.mark.parametrize("to", ["docx", "odt", "epub", "html", "rst", "org", "latex"])
def test_what_one_format_holds_is_not_lost_in_another(to: str) -> None:
    """Written by pandoc, read again: words, in order, of all that every format has."""
    words = "Coal burns *brightly*.\n\n- black\n- brown\n\n| Kind | Place |\n|---|---|\n| lignite | Lusatia |\n\nIt ends[^n].\n\n[^n]: Smoke remains.\n"  # noqa: E501
    document, problems = read_source(written(words, to), f"text.{'tex' if to == 'latex' else to}")
    said = " ".join(made(document))
    for word in ("Coal", "brightly", "black", "brown", "Kind", "lignite", "Lusatia", "ends", "Smoke", "remains"):
        assert word in said, word
    assert not [problem for problem in problems if problem.severity == "error"]


def made(document: doc.Document) -> list[str]:
    from reading import said

    return said(document)


def written(text: str, to: str) -> bytes:
    import subprocess

    import pypandoc

    command = [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", to, "-s", "-o", "-", "--metadata", "title=Coal"]
    return subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout


def test_the_program_reads_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("a secret")
    text = f".. include:: {tmp_path}/secret.txt\n\nWords.\n"
    document, problems = read_source(text.encode(), str(tmp_path / "a.rst"))
    assert "secret" not in text_of(document)
    assert [(p.severity, p.message.split(" /")[0]) for p in problems] == [("error", "left out the file")]


def test_options_of_the_program_do_not_come_from_a_file_name(tmp_path: Path) -> None:
    converted = convert(b"Words.\n", "--metadata=title:x.rst", "rst")
    assert isinstance(converted, Converted)
    assert b"title" not in converted.tree


@pytest.mark.parametrize(
    "text",
    [
        r"\begin{theorem}[Pythagoras] Squares add up. \end{theorem}",
        r"\begin{definition}[Pythagoras] Squares add up. \end{definition}",
        r"\newtheorem{theorem}{Theorem}\begin{theorem}[Pythagoras] Squares add up.\end{theorem}",
        r"\begin{proof}[Pythagoras] Squares add up. \end{proof}",
    ],
)
def test_a_theorem_of_latex_keeps_its_name(text: str) -> None:
    document, problems = read_source(f"\\section{{A}}\n\n{text}\n".encode(), "a.tex")
    assert problems == ()
    blocks = [block for one in document.sections for block in walk_blocks(one.blocks)]
    found = " ".join(plain(inlines) for block in blocks for inlines in block_inlines(block))
    assert "Pythagoras" in found
    assert "add up" in found

"""Citations are set in their style, and what is cited is listed."""

import json

import pytest
import reading
from hypothesis import given
from hypothesis import strategies as st
from reading import outline

from triptych.model.document import Document, Emphasis, Paragraph
from triptych.model.queries import plain
from triptych.problem import Problem

BIB = """
@string{jh = "J. Hist."}
@article{smith2001, author={Smith, John and Doe, Jane}, title={The {Cold} War}, journal=jh, year=2001,
  volume=3, pages={1--20}, doi={10.1000/182}}
@book{Lee1999, author={Lee, Ann}, title={A B\\"uok}, publisher={Press}, year={1999}}
@book{broken, author={Lee
@misc{many, author={A, B and C, D and E, F}, title={Many \\& more}, year=2010, url={http://x.y/a\\_b}}
@misc{undated, author={Nemo, A}, title={Never}}
"""
JSON = json.dumps([
    {"id": "smith2001", "type": "book", "title": "The Cold War", "author": [{"family": "Smith", "given": "John"}],
     "issued": {"date-parts": [[2001]]}},
])  # fmt: skip
FILES = {
    "a.bib": BIB.encode(),
    "a.json": JSON.encode(),
    "bad.json": b"{",
    "evil.csl": b"<!DOCTYPE x><style/>",
    "no.csl": b"no",
    "other.csl": b"<style><info><link href='x' rel='independent-parent'/></info></style>",
}


def read(text: str, head: str = "bibliography: a.bib") -> tuple[Document, tuple[Problem, ...]]:
    return reading.read(f"---\n{head}\n---\n{text}", "text.md", FILES.get)


def texts(document: Document, section: int = 0) -> list[str]:
    return [plain(block.inlines) for block in document.sections[section].blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("as [@smith2001].", "as (Smith and Doe, 2001)."),
        ("as [see @lee1999, pp. 3-5].", "as (see Lee, 1999, pp. 3–5)."),
        ("as [@smith2001; @lee1999, ch. 2].", "as (Lee, 1999, ch. 2; Smith and Doe, 2001)."),
        ("@lee1999 says; @many say.", "Lee (1999) says; A et al. (2010) say."),
        ("Lee [-@lee1999] says.", "Lee (1999) says."),
        ("as \\citep{lee1999}.", "as (Lee, 1999)."),
        ("mail a@smith2001.org", "mail a@smith2001.org"),
    ],
)
def test_citations(written: str, said: str) -> None:
    document, problems = read(f"# A\n\n{written}\n")
    assert texts(document) == [said]
    assert problems == ()


@pytest.mark.parametrize(
    ("lang", "written", "said"),
    [
        ("de", "@many sagen.", "A u.\u00a0a. (2010) sagen."),
        ("de", "[@lee1999, S. 3-5]", "(Lee, 1999, S. 3–5)"),
        ("de", "[siehe @lee1999, Kapitel 2]", "(siehe Lee, 1999, Kap. 2)"),
        ("fr", "[voir @lee1999, chap. 2]", "(voir Lee, 1999, chap. 2)"),
        ("fr", "@undated écrit", "Nemo (s.\u00a0d.) écrit"),
        ("sv", "[se @lee1999, s. 4]", "(se Lee, 1999, s. 4)"),
    ],
)
def test_citations_in_other_languages(lang: str, written: str, said: str) -> None:
    document, problems = read(f"# A\n\n{written}\n", f"bibliography: a.bib\nlang: {lang}")
    assert texts(document)[0] == said
    assert problems == ()


def test_what_is_cited_is_listed_and_nothing_else() -> None:
    document, _ = read("# A\n\n[@smith2001] [@Lee1999]\n\n# B\n\ntext\n")
    assert outline(document) == ["1 A", "1 B", "1 References"]
    lee, smith = texts(document, 2)
    assert lee.startswith("Lee, A. (1999) A Büok. Press")
    assert "The Cold War" in smith
    assert [block.line for block in document.sections[2].blocks] == [6, 6]
    entry = document.sections[2].blocks[1]
    assert isinstance(entry, Paragraph)
    assert any(isinstance(inline, Emphasis) for inline in entry.inlines)


def test_an_entry_has_the_line_on_which_it_is_first_cited() -> None:
    document, _ = read("# A\n\n[@smith2001]\n\n[@Lee1999]\n\n[@smith2001]\n")
    assert [block.line for block in document.sections[-1].blocks] == [8, 6]


def test_the_list_goes_under_its_heading_and_speaks_the_language() -> None:
    document, _ = read("# Bibliography\n\n# A\n\n[@lee1999]\n")
    assert texts(document)[0].startswith("Lee, A.")
    german, _ = read("# A\n\n[@lee1999]\n", "lang: de\nbibliography: a.bib")
    assert outline(german)[-1] == "1 Literatur"
    all_of_it, _ = read("# A\n\n[@lee1999]\n", "bibliography: a.bib\nnocite: '@*'")
    assert len(texts(all_of_it, 1)) == 4


def test_csl_json() -> None:
    document, problems = read("# A\n\n[@smith2001]\n", "bibliography: [a.json]")
    assert texts(document) == ["(Smith, 2001)"]
    assert problems == ()


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("bibliography: a.bib", "not in the bibliography: nobody"),
        ("bibliography: none.bib", "the bibliography is not found: none.bib"),
        ("bibliography: bad.json", "the literature is not valid JSON"),
        ("title: x", "a citation, but there is no bibliography"),
    ],
)
def test_what_is_not_found_is_told_and_stays(head: str, message: str) -> None:
    document, problems = read("# A\n\nas [see @nobody, p. 3].\n", head)
    assert texts(document) == ["as [see @nobody, p. 3]."]
    assert any(problem.message.startswith(message) for problem in problems)


@pytest.mark.parametrize("style", ["evil.csl", "no.csl", "none.csl", "other.csl"])
def test_styles_that_cannot_be_used_are_told(style: str) -> None:
    document, problems = read("# A\n\n[@lee1999]\n", f"bibliography: a.bib\ncsl: {style}")
    assert texts(document) == ["(Lee, 1999)"]
    assert [problem.severity for problem in problems] == ["warning"]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"% nothing yet\n"])
def test_a_bibliography_without_entries_is_told(data: bytes) -> None:
    _, problems = reading.read("---\nbibliography: a.bib\n---\n\n# A\n\n[@k]\n", "text.md", {"a.bib": data}.get)
    assert [problem.message for problem in problems] == ["there are no entries in a.bib", "not in the bibliography: k"]


@pytest.mark.parametrize(
    ("cited", "shown"),
    [
        ("[-@lee1999]", "(1999)"),
        ("[-@lee1999, p. 5]", "(1999, p. 5)"),
        ("[see -@lee1999, ch. 2 too]", "(see 1999, ch. 2 too)"),
    ],
)
def test_a_citation_without_its_author_keeps_its_place(cited: str, shown: str) -> None:
    document, problems = read(f"# A\n\n{cited}\n")
    assert texts(document) == [shown]
    assert problems == ()


def test_broken_entries_are_told() -> None:
    document, problems = read("# A\n\n[@broken] [@lee1999]\n")
    assert texts(document) == ["[@broken] (Lee, 1999)"]
    assert {problem.severity for problem in problems} == {"warning"}


@given(st.text("@{}(),=\"\\abk \n#'", max_size=60), st.text("@key;,.p 12-[]{}", max_size=20))
def test_no_file_and_no_citation_stops_it(literature: str, cited: str) -> None:
    text = f"---\nbibliography: x.bib\n---\n[@k{cited}] @k"
    reading.read(text, "text.md", {"x.bib": f"@book{{k, {literature}".encode()}.get)

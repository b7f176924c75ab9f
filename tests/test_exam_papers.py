"""The files of tests: large print is large, small type is not too small, and nothing hidden is in a student's."""

from pathlib import Path

import pytest
from documents import theme
from reading import rewritten
from reading_pdf import marks, open_pdf

from triptych.build import Options, Source, build
from triptych.geometry import Size
from triptych.model.forms import PAPERS, HandoutForm
from triptych.model.pages import RuleItem, TextItem
from triptych.plan.handout import plan_handout
from triptych.plan.handout.sheet import A4_WIDTH, sheet_of

NOTES = """Europe

How did the union begin?

1.Schuman: Robert Schuman presented the plan in Paris in 1950. It pooled coal and steel.

2.Treaty: The members signed the Treaty of Paris in 1951. Great Britain stayed away.

3.Rome: Konrad Adenauer signed the treaties of Rome in 1957. They founded a common market.

Overall, the union grew.
"""


def made(folder: Path, words: str, name: str = "a.txt", source: str = NOTES) -> dict[str, bytes]:
    (folder / name).write_text(source, encoding="utf-8")
    forms = (("test", words),) if words else ()
    built = build(Source(folder / name, name, "a"), folder, Options(only=("test",), forms=forms, force=True))
    assert not built.failed
    return {path.name: path.read_bytes() for path in built.files}


def test_a_test_and_its_key_are_made_of_plain_notes(tmp_path: Path) -> None:
    files = made(tmp_path, "")
    assert set(files) == {"a-test.pdf", "a-test-answers.pdf"}
    with open_pdf(files["a-test-answers.pdf"]) as pdf:
        said = " ".join(mark.text for page in pdf.pages for mark in marks(page))
    assert "Treaty · Handout 1" in said


def test_large_print_has_the_same_paper_and_more_pages(tmp_path: Path) -> None:
    usual, large = made(tmp_path, "")["a-test.pdf"], made(tmp_path, "large")["a-test.pdf"]
    with open_pdf(usual) as small, open_pdf(large) as big:
        assert len(big.pages) > len(small.pages)
        assert [float(x) for x in big.pages[0].mediabox] == pytest.approx([0, 0, *_size()], abs=0.01)


def _size() -> tuple[float, float]:
    return PAPERS["a4"].width, PAPERS["a4"].height


def test_fewer_questions_than_were_asked_for_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NOTES, encoding="utf-8")
    source = Source(tmp_path / "a.txt", "a.txt", "a")
    built = build(source, tmp_path, Options(only=("test",), forms=(("test", "90-questions"),)))
    (told,) = [problem for problem in built.problems if "questions" in problem.message]
    assert told.severity == "note"


@pytest.mark.parametrize("words", ["", "ordering"])
def test_no_test_is_made_of_a_text_that_says_too_little(words: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Tea\n\nTea is good. People drink it. It is warm.\n", encoding="utf-8")
    forms = (("test", words),) if words else ()
    built = build(Source(tmp_path / "a.txt", "a.txt", "a"), tmp_path, Options(only=("test",), forms=forms))
    assert not [path for path in built.files if "test" in path.name]
    (told,) = [problem for problem in built.problems if "no test is made" in problem.message]
    assert told.severity == "warning"


def test_versions_go_into_files_of_their_own(tmp_path: Path) -> None:
    files = made(tmp_path, "2-versions")
    assert set(files) == {"a-test-A.pdf", "a-test-B.pdf", "a-test-answers.pdf"}
    assert files["a-test-A.pdf"] != files["a-test-B.pdf"]


@pytest.mark.parametrize(("exam", "share"), [(True, 0.5), (False, 1.0)])
def test_a_large_test_has_the_margins_of_others(exam: bool, share: float) -> None:
    small = Size(A4_WIDTH / 2, 421.0)  # is enlarged to twice its size
    assert sheet_of(HandoutForm(exam=exam), small).edges == pytest.approx(share)
    assert sheet_of(HandoutForm(exam=exam), PAPERS["a4"]).edges == 1.0


def test_a_long_question_fills_its_page_and_goes_on_with_its_lines_on_the_next() -> None:
    """Its text and two lines stay together; nothing but lines to write on goes on."""
    asked = "\n\n".join(
        f"::: question {{lines=16}}\nWhy is it number {n}?\nanswer: Because it follows.\n:::" for n in range(1, 7)
    )
    document = rewritten(f"# Exercises\n\n{asked}\n")
    pages = plan_handout(document, theme(), {}, PAPERS["a4"], "student", HandoutForm(exam=True)).pages
    for page in pages[:-1]:
        rules = [item.y1 for item in page.items if isinstance(item, RuleItem)]
        assert max(rules) > page.size.height - 62.0 - 3 * 24.0  # no room for a text and two lines is left
    for page in pages:
        rules = [item.y1 for item in page.items if isinstance(item, RuleItem)]
        for text in (item for item in page.items if isinstance(item, TextItem) and item.text.startswith("Why")):
            assert sum(text.y < y < text.y + 60.0 for y in rules) >= 2

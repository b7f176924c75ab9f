"""What a place is called where a source has no lines."""

from triptych.model import document as doc
from triptych.model.places import placed
from triptych.problem import Problem

WORDS = doc.Paragraph((doc.Text("One two three four five six seven"),), 2)
SECTION = doc.Section("a", (doc.Text("Coal"),), (WORDS,), line=1)
DOCUMENT = doc.Document(doc.Meta(), (SECTION,), "a.docx", counts="paragraph")


def shown(problem: Problem) -> str:
    return str(placed((problem,), DOCUMENT)[0])


def test_a_paragraph_is_called_by_its_number_and_first_words() -> None:
    assert shown(Problem("error", "x", "a.docx", 2)) == 'a.docx: paragraph 2 "One two three four five six …": error: x'
    assert shown(Problem("error", "x", "a.docx", 1)) == 'a.docx: paragraph 1 "Coal": error: x'
    assert shown(Problem("error", "x", "a.docx", 7, hint="y")) == "a.docx: paragraph 7: error: x (y)"


def test_what_is_of_the_whole_or_of_another_file_has_no_paragraph() -> None:
    assert shown(Problem("note", "x", "a.docx")) == "a.docx: note: x"
    assert shown(Problem("note", "x", "works.bib", 2)) == "works.bib:2:1: note: x"


def test_a_source_with_lines_keeps_them() -> None:
    document = doc.Document(doc.Meta(), (SECTION,), "a.md")
    assert str(placed((Problem("error", "x", "a.md", 2),), document)[0]) == "a.md:2:1: error: x"

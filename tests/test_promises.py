"""The six promises: nothing lost, nothing overflowing, one page, for anyone, the same bytes, mistakes shown."""

import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from documents import NAMES, Planned, case, from_markdown, source
from generated import BOLD, LOWERED, MARK, MARKED, RAISED, STRUCK, Written, documents
from hypothesis import HealthCheck, Phase, given, settings
from measuring import page_faults, slide_faults
from pptx import Presentation
from saying import described, printed, shown, slide_runs, solid

from triptych.build import Source, build
from triptych.model.deck import Run, Slide, TextFill
from triptych.model.document import Block, Code, Document, Formula, Notes
from triptych.model.pages import TextItem
from triptych.model.queries import block_inlines, plain, walk_blocks, walk_sections
from triptych.model.questions import without_secrets
from triptych.plan.inlines import SMALL

UNSHRUNK = (Phase.explicit, Phase.generate)
"""A made-up document that fails takes minutes to be made smaller: better by hand, from the one that is shown."""
_WORD = re.compile(r"\w+")


# --- what a document says, and what the panels say ---------------------------------------------------


def _block_words(block: Block) -> list[str]:
    """The words that a block itself holds."""
    texts = [plain(inlines) for inlines in block_inlines(block)]
    texts += [block.text] if isinstance(block, Code) else [block.said] if isinstance(block, Formula) else []
    words = [word for text in texts for word in _WORD.findall(text)]
    return words


def _said(document: Document, *, private: bool) -> Counter[str]:
    """The words of a document, those for the lecturer alone only if asked for."""
    found: Counter[str] = Counter()
    for section in walk_sections(document.sections):
        found.update(_WORD.findall(plain(section.title)))
        for block in walk_blocks(section.blocks):
            found.update(_block_words(block))
            if isinstance(block, Notes) and not private:
                found.subtract(word for inner in walk_blocks(block.blocks) for word in _block_words(inner))
    notes = document if private else without_secrets(document)
    found.update(word for note in notes.footnotes for block in walk_blocks(note.blocks) for word in _block_words(block))
    return +found


@cache
def built(name: str, root: Path) -> dict[str, Path]:
    """The files of a case, made as the command makes them."""
    path = source(name)
    result = build(Source(path, path.name, name), root)
    assert not result.failed
    return {file.suffix if "cheat" not in file.name else "sheet": file for file in result.files}


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("built")


# --- 1. nothing is lost ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_case_is_on_a_slide_or_in_its_notes(name: str, root: Path) -> None:
    said: list[str] = []
    for slide in Presentation(built(name, root)[".pptx"]).slides:
        said += [slide.notes_slide.notes_text_frame.text] if slide.has_notes_slide else []
        for shape in slide.shapes:
            said += [shape.text_frame.text] if shape.has_text_frame else []
            if shape.has_table:
                said += [cell.text for row in shape.table.rows for cell in row.cells]
    found = Counter(word for text in said for word in _WORD.findall(text))
    assert _said(case(name).document, private=True) - found == Counter()


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_case_is_in_the_handout(name: str) -> None:
    found = Counter(_WORD.findall(printed(case(name).handout)))
    assert _said(case(name).document, private=False) - found == Counter()


@pytest.mark.parametrize("name", NAMES)
def test_what_only_the_lecturer_sees_is_not_in_the_handout(name: str) -> None:
    document = case(name).document
    private = set(_said(document, private=True)) - set(_said(document, private=False))
    assert private.isdisjoint(_WORD.findall(printed(case(name).handout)))


def _check_words(planned: Planned, written: Written) -> None:
    deck = solid(shown(planned.deck) + described(planned.deck))
    assert [mark for mark in written.marks if mark not in deck] == []
    handout = solid(printed(planned.handout))
    assert [mark for mark in written.marks - written.private if mark not in handout] == []
    assert [mark for mark in written.private if mark in handout] == []


LOOKS: dict[str, Callable[[Run], bool]] = {
    RAISED: lambda run: run.shift == "super",
    LOWERED: lambda run: run.shift == "sub",
    STRUCK: lambda run: run.strike,
    MARKED: lambda run: run.highlight or run.underline,
    BOLD: lambda run: run.bold,
}


def _check_looks(planned: Planned, written: Written) -> None:
    """Whether what is raised, lowered, struck, marked and bold is so on the slides that show it."""
    runs = [run for slide in planned.deck.slides for run in slide_runs(slide) if not run.slide]
    at: dict[str, list[Run]] = {}
    for run in runs:
        for mark in MARK.findall(run.text):
            at.setdefault(mark, []).append(run)
    for kind, kept in LOOKS.items():
        numbers = {word: MARK.search(word) for word in written.of(kind)}
        found = {word: at.get(match[1], []) for word, match in numbers.items() if match}
        assert [word for word, mine in found.items() if mine and not any(map(kept, mine))] == [], kind


# --- 2. nothing overflows ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_a_case_stands_outside_its_frame(name: str) -> None:
    assert _faults(case(name)) == []


def _faults(planned: Planned) -> list[str]:
    pages = (*planned.handout.pages, *planned.sheet.pages)
    on_pages = [fault for number, page in enumerate(pages, 1) for fault in page_faults(page, number)]
    return slide_faults(planned.deck) + on_pages


# --- 3. one page is one page -------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_a_case_has_one_page_that_can_be_read(name: str) -> None:
    _check_sheet(case(name))


def _check_left_out(planned: Planned, written: Written) -> None:
    """Whether it says so if it left something out. Captions, pictures and headings do not count."""
    said = solid(printed(planned.sheet))
    due = written.marks - written.private - written.captions
    titles = " ".join(plain(section.title) for section in walk_sections(planned.document.sections))
    due = frozenset(mark for mark in due if mark not in titles)
    missing = [mark for mark in due if mark not in said]
    assert bool(missing) <= ("left out" in planned.said[0].message), missing


def _check_sheet(planned: Planned, shifted: frozenset[str] = frozenset()) -> None:
    """Whether there is one page in type that can be read, but for words and figures that are raised or lowered."""
    (page,) = planned.sheet.pages
    top = 72.0  # above stand the title and who and when
    texts = [item for item in page.items if isinstance(item, TextItem) and item.y > top]
    assert all(item.size <= 14 for item in texts)
    small = [item for item in texts if item.size < 7]
    assert all(item.size >= 7 * SMALL - 0.01 for item in small)
    assert all(len(item.text.strip()) < 5 or any(item.text.strip() in word for word in shifted) for item in small)
    (note,) = planned.said
    assert re.match(r"cheat sheet fits at [\d.]+ pt in \d columns?", note.message)


def test_what_is_left_out_is_named_with_its_lines() -> None:
    kept = [f"Sentence {k} must stay. " * 9 + "\n{.essential}\n" for k in range(60)]
    text = "# Much\n\n" + "\n".join(kept) + "\n\nThis can be missed.\n{.optional}\n"
    (note,) = from_markdown(text).said
    line = text.split("\n").index("This can be missed.") + 1
    left = re.search(r"left out (\d+) details? \(lines? ([^)]*)\)", note.message)
    assert left is not None
    if int(left[1]) <= 12:
        assert str(line) in left[2].split(", ")


def test_what_matters_most_is_kept() -> None:
    filler = "\n\n".join(f"Filler number {k} says nothing new. And this is even less worth saying." for k in range(200))
    text = f"# A\n\n{filler}\n\nThis must stay.\n{{.essential}}\n\n# B\n\nTerm\n: Its meaning.\n"
    said = printed(from_markdown(text).sheet)
    assert "This must stay." in said
    assert "Its meaning." in said


# --- 4. anyone can read it ---------------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("name", NAMES)
def test_the_pdfs_conform_to_pdf_ua(name: str, root: Path) -> None:
    import page as validation

    for key in (".pdf", "sheet"):
        result = validation.validate_pdf(str(built(name, root)[key]), profile="ua1")
        assert [(failure.rule_id, failure.message) for failure in result.failures] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_decks_conform_to_open_xml(name: str, root: Path) -> None:
    from openxml_audit import FileFormat, OpenXmlValidator

    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(built(name, root)[".pptx"])
    assert [error.description for error in result.errors if error.severity.name == "ERROR"] == []


@pytest.mark.parametrize("name", NAMES)
def test_slides_have_titles_of_their_own_and_pictures_say_what_they_show(name: str, root: Path) -> None:
    slides = list(Presentation(built(name, root)[".pptx"]).slides)
    titles = [slide.shapes.title.text_frame.text.casefold() for slide in slides]
    assert Counter(titles).most_common(1)[0][1] == 1
    assert all(title.strip() for title in titles)
    described = [shape._element.xpath(".//p:cNvPr/@descr") for slide in slides for shape in slide.shapes
                 if shape.shape_type == 13 or shape.has_table]  # fmt: skip
    assert all(text and text[0].strip() for text in described)


def _check_titles(planned: Planned) -> None:
    """Whether each slide shows a title of its own, shortened or not."""
    titles = Counter(_title(slide) for slide in planned.deck.slides)
    assert [title for title, count in titles.items() if count > 1] == []


def _title(slide: Slide) -> str:
    (fill,) = [f for f in slide.fills if isinstance(f, TextFill) and f.placeholder.kind == "title"]
    return "".join(run.text for para in fill.paras for run in para.runs).casefold()


# --- 5. same source, same bytes ----------------------------------------------------------------------


def test_the_same_source_gives_the_same_bytes_at_another_time_and_place(tmp_path: Path) -> None:
    path = source("lecture")
    first = build(Source(path, path.name, "lecture"), tmp_path / "one")
    time.sleep(2.1)  # an archive keeps times to two seconds
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    command = [sys.executable, "-c", _AGAIN, str(path), str(tmp_path / "two")]
    subprocess.run(command, check=True, env=environment, cwd=tmp_path)
    for file in first.files:
        other = tmp_path / "two" / "lecture" / file.name
        assert file.read_bytes() == other.read_bytes(), file.name


_AGAIN = """
import sys
from pathlib import Path
from triptych.build import Source, build
build(Source(Path(sys.argv[1]), Path(sys.argv[1]).name, "lecture"), Path(sys.argv[2]))
"""


# --- 6. a mistake is shown where it is ---------------------------------------------------------------

MISTAKES = """---
title: Mistakes
lang: not a language
---

# One

![a picture](nowhere.png)

| a | b |
|---|---|
| 1 | 2 | 3 |

::: summary
never closed
"""


def test_each_mistake_is_shown_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "mistakes.md").write_text(MISTAKES, encoding="utf-8")
    result = build(Source(tmp_path / "mistakes.md", "mistakes.md", "mistakes"), tmp_path / "out")
    told = [str(problem) for problem in result.problems if problem.severity != "note"]
    lines = {int(re.match(r"mistakes\.md:(\d+):\d+: ", text)[1]) for text in told}
    assert lines == {1, 8, 12, 14}
    assert len(result.files) == 3


def _check_problems(planned: Planned, written: Written) -> None:
    for problem in planned.problems:
        assert 0 < problem.line <= written.text.count("\n") + 1, problem


# --- all of them, for documents that nobody wrote ------------------------------------------------------


@settings(max_examples=60, derandomize=True, phases=UNSHRUNK, suppress_health_check=list(HealthCheck))
@given(documents())
def test_a_made_up_document_keeps_every_promise(written: Written) -> None:
    planned = from_markdown(written.text)
    _check_words(planned, written)
    _check_looks(planned, written)
    assert _faults(planned) == []
    _check_sheet(planned, written.of(RAISED) | written.of(LOWERED))
    _check_left_out(planned, written)
    _check_titles(planned)
    _check_problems(planned, written)

"""Every block survives in every block that can hold it: on slides, in notes, in the handout, in tests and cards."""

import base64
import csv
import io
import sqlite3
import zipfile
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
import reading
from documents import A4, planned_together, theme
from PIL import Image
from saying import described, paras, printed, shown, slide_runs, solid

from triptych.check.notes import pictures_in_notes
from triptych.model.deck import TextFill
from triptych.model.document import CalloutKind, Choice, Document, Question
from triptych.model.forms import CardForm, HandoutForm, TestForm
from triptych.model.picture import Picture
from triptych.model.queries import plain, walk_blocks
from triptych.model.questions import without_secrets
from triptych.plan.cards import plan_cards
from triptych.plan.handout import plan_handout
from triptych.read.pictures.find import read_pictures
from triptych.transform.cues import cues_of
from triptych.transform.editions import for_edition
from triptych.transform.exam import versions_of
from triptych.transform.test_papers import key_document, test_document
from triptych.write.cards import write_anki, write_csv, write_tsv

WORD = "quodlibet"


@cache
def dot() -> str:
    buffer = io.BytesIO()
    Image.new("RGB", (80, 60), "#336699").save(buffer, "PNG")
    return f"data:image/png;base64,{base64.b64encode(buffer.getvalue()).decode()}"


def block(kind: str) -> str:
    return {
        "code": f"```python\n{WORD} = 1\n```",
        "table": f"| {WORD} | b |\n|---|---|\n| 1 | 2 |",
        "list": f"- one\n- {WORD}",
        "formula": f"$$\\text{{{WORD}}} = 1$$",
        "quote": f"> {WORD} said.",
        "callout": f"> [!TIP]\n> {WORD} said.",
        "picture": f"![{WORD}]({dot()})",
    }[kind]


KINDS = ("code", "table", "list", "formula", "quote", "callout", "picture")
HOLDERS = {
    "list item": ("- first\n\n", "  ", "\n- last"),
    "task": ("- [ ] first\n\n", "  ", "\n- [x] last"),
    "quote": ("> before\n>\n", "> ", ""),
    "callout": ("::: note\nbefore\n\n", "", "\n:::"),
    "first in a callout": ("::: note\n", "", "\n:::"),
    "meaning": ("Term\n:   before\n\n", "    ", ""),
    "summary": ("::: summary\nbefore\n\n", "", "\n:::"),
    "columns": (":::: columns\n::: column\nleft\n\n", "", "\n:::\n::: column\nright\n:::\n::::"),
    "point": ("1. **Label**: text.\n\n", "   ", "\n2. **Other**: text.\n3. **Third**: text."),
    "cue": ("::: question\nWhat?\n\n", "", "\n:::"),
}
ASKING = {
    "question": ("::: question\nWhat?\n\n", "", "\n\nanswer: That.\n:::"),
    "option": ("::: question\nWhich?\n\n- [ ] one\n- [x] two\n\n", "  ", "\n- [ ] three\n:::"),
    "option without words": ("::: question\nWhich?\n\n- [ ] one\n- [x]\n\n", "  ", "\n- [ ] three\n:::"),
    "numbered option": ("::: question\nWhich?\n\n1. one\n2. two\n\n", "   ", "\n3. three\n\nanswer: 2\n:::"),
    "pair": ("::: question\nMatch.\n\n- a -> one\n\n", "  ", "\n- b -> two\n:::"),
    "thing in order": ("::: question {.ordering}\nSort.\n\n1. a\n\n", "   ", "\n2. b\n:::"),
    "answer": ("::: question\nWhat?\n\nanswer: So:\n\n", "", "\n:::"),
    "first in an answer": ("::: question\nWhat?\n\nanswer:\n\n", "", "\n:::"),
    "explanation": ("::: question\nWhat?\n\nanswer: So.\n\nexplanation: For:\n\n", "", "\n:::"),
}


@cache
def read(holder: str, kind: str) -> tuple[Document, dict[str, Picture]]:
    """A document with such a block in such a holder, and its pictures."""
    before, indent, after = (HOLDERS | ASKING)[holder]
    body = "\n".join((indent + line).rstrip() for line in block(kind).split("\n"))
    document, problems = reading.read(f"# One\n\nText.\n\n## Two\n\n{before}{body}{after}\n")
    assert not problems
    return document, read_pictures(document, Path())[0]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("holder", [*HOLDERS, *ASKING])
def test_a_block_in_a_block_is_on_a_slide_or_in_its_notes_and_in_the_handout(holder: str, kind: str) -> None:
    document, pictures = read(holder, kind)
    deck, handout = planned_together(document, pictures)
    assert WORD in (described(deck) if kind == "picture" else solid(shown(deck)))
    assert WORD in solid(printed(handout))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("holder", ASKING)
def test_a_block_of_a_question_is_in_the_test_or_in_its_key(holder: str, kind: str) -> None:
    document, pictures = read(holder, kind)
    versions = versions_of(document, TestForm())
    paper = for_edition(test_document(document, versions[""], "", TestForm()), "student")
    test = plan_handout(paper, theme(), pictures, A4, "student", HandoutForm(exam=True))
    key = plan_handout(key_document(document, versions, lambda one: ()), theme(), pictures, A4)
    in_test, in_key = WORD in solid(printed(test)), WORD in solid(printed(key))
    told = "answer" in holder or holder == "explanation"
    assert in_test != told
    assert in_key or holder in ("question", "pair")  # whose key names letters


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("holder", [*ASKING, "meaning", "point"])
def test_a_block_is_on_cards_of_every_kind(holder: str, kind: str) -> None:
    document, pictures = read(holder, kind)
    cues = cues_of(document)
    assert WORD in solid(printed(plan_cards(cues, document, theme(), pictures, A4, CardForm())))
    rows = list(csv.reader(io.StringIO(write_csv(cues, document).decode("utf-8-sig"))))
    assert any(WORD in cell for row in rows for cell in row[:2])
    assert WORD in write_tsv(cues).decode()
    connection = sqlite3.connect(":memory:")
    package = zipfile.ZipFile(
        io.BytesIO(write_anki(cues, document, pictures, dict.fromkeys(get_args(CalloutKind), "Box"), 1_700_000_000))
    )
    connection.deserialize(package.read("collection.anki2"))
    assert any(WORD in fields for (fields,) in connection.execute("select flds from notes"))
    connection.close()


def test_a_student_finds_what_there_is_to_choose_from_and_not_what_is_right() -> None:
    document, _ = read("option", "code")
    blocks = without_secrets(document).sections[-1].blocks
    (question,) = [block for block in walk_blocks(blocks) if isinstance(block, Question)]
    assert isinstance(question.answer, Choice)
    assert [(plain(option.inlines), option.right) for option in question.answer.options] == [
        ("one", False), ("two", False), ("three", False),
    ]  # fmt: skip
    assert question.answer.options[1].blocks


def test_the_picture_of_an_answer_is_on_a_slide_behind_the_question() -> None:
    document, pictures = read("answer", "picture")
    deck, _ = planned_together(document, pictures)
    *_, asked, answer = deck.slides
    assert (asked.title, answer.title) == ("What?", "Answer")
    assert any(not isinstance(fill, TextFill) for fill in answer.fills)


def test_a_picture_that_notes_cannot_show_is_told() -> None:
    text = f"# One\n\nText.\n\n::: notes\nSaid.\n\n{block('picture')}\n:::\n"
    document = reading.rewritten(text)
    (problem,) = pictures_in_notes(document)
    assert (problem.severity, problem.line) == ("warning", 8)
    assert WORD in problem.message


# --- what takes another form where it stands ---------------------------------------------------------


@pytest.mark.parametrize("holder", HOLDERS)
def test_a_question_within_another_block_has_its_choices_on_the_slide_and_its_answer_in_the_notes(holder: str) -> None:
    before, indent, after = HOLDERS[holder]
    asked = "::: question\nWhich?\n\n- [ ] wrongly\n- [x] rightly\n\nexplanation: Because.\n:::"
    body = "\n".join((indent + line).rstrip() for line in asked.split("\n"))
    document = reading.rewritten(f"# One\n\nText.\n\n## Two\n\n{before}{body}{after}\n")
    deck, handout = planned_together(document, {})
    slides = "\n".join(run.text for slide in deck.slides for run in slide_runs(slide))
    assert "wrongly" in slides
    assert "rightly" in slides
    assert "Because" not in slides
    notes = "\n".join(run.text for slide in deck.slides for para in slide.notes for run in para.runs)
    assert notes.count("rightly") > notes.count("wrongly") > 0
    assert "Because" in notes
    assert "Because" in printed(handout)


def test_notes_about_columns_that_do_not_fit_side_by_side_are_kept() -> None:
    long = "Text that goes on and on. " * 60
    columns = f":::: columns\n::: column\n{long}\n:::\n::: column\nRight.\n:::\n::::"
    text = f"# One\n\n{columns}\n\n::: notes\n{WORD}\n:::\n"
    document = reading.rewritten(text)
    deck, _ = planned_together(document, {})
    assert WORD in shown(deck)


def test_a_chart_within_a_list_keeps_its_caption_on_slides() -> None:
    chart = "  ::: chart {type=bar}\n  | a | b |\n  |---|---|\n  | c | 3 |\n\n  Table: In quodlibet\n  :::"
    document = reading.rewritten(f"# One\n\n- first\n\n{chart}\n- last\n")
    deck, _ = planned_together(document, {})
    assert WORD in "".join(run.text for slide in deck.slides for run in slide_runs(slide))


def test_titles_that_begin_alike_and_are_shortened_are_told_apart_where_they_are_shown() -> None:
    long = "a title of many words " * 40
    text = f"# One\n\n## {long} first\n\nText.\n\n## {long} second\n\nText.\n"
    document = reading.rewritten(text)
    deck, _ = planned_together(document, {})
    titles = ["".join(run.text for para in paras(slide.fills[0]) for run in para.runs) for slide in deck.slides[-2:]]
    assert titles[0].endswith("…")
    assert titles[1].endswith("… (2)")

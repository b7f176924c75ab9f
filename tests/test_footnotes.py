"""Footnotes: wherever one is called, it stands at the foot of that page and of that slide."""

from functools import cache

import pytest
from documents import A4, Planned, from_markdown, theme
from hypothesis import given, settings
from hypothesis import strategies as st

from triptych.model.deck import Slide, TextBox, TextFill
from triptych.model.pages import LinkItem, Pages, TextItem
from triptych.plan.deck.feet import calls, paras_of
from triptych.plan.handout import plan_handout
from triptych.transform.cues import cues_of
from triptych.transform.editions import for_edition, for_students

PLACES = {
    "paragraph": "Some words {x} here.",
    "emphasis": "Some **words {x}** here.",
    "before a colon": "Some words{x}: here.",
    "heading": "### About {x} this\n\nWords.",
    "item": "- one\n- two {x}\n    - three",
    "inner item": "- one\n    - two {x}\n- three",
    "table head": "| a {x} | b |\n|---|---|\n| 1 | 2 |",
    "table cell": "| a | b |\n|---|---|\n| 1 {x} | 2 |",
    "table caption": "| a | b |\n|---|---|\n| 1 | 2 |\n\nTable: Its caption {x}",
    "figure caption": '![A picture](no.png "Its caption {x}")',
    "brackets of a figure": "![A picture {x}](no.png)",
    "quote": "> Quoted {x} words.",
    "attribution": "> Quoted words.\n>\n> -- Somebody {x}",
    "callout": "> [!NOTE]\n> Called out {x}.",
    "callout title": "> [!NOTE] A title {x}\n> Called out.",
    "division title": "::: warning A title {x}\nCalled out.\n:::",
    "term": "A term {x}\n: What it means.\n\nAnother\n: Also.",
    "meaning": "A term\n: What it {x} means.\n\nAnother\n: Also.",
    "columns": ":::: columns\n::: column\nLeft {x} side.\n:::\n::: column\nRight side.\n:::\n::::",
    "label": "1. **A label** {x}: its text.\n2. **Another**: more.\n3. **Third**: more.",
    "text of a point": "1. **A label**: its {x} text.\n2. **Another**: more.\n3. **Third**: more.",
    "question": "::: question\nWhat is {x} this?\n\nanswer: That.\n:::",
    "option": "::: question\nWhich is it?\n\n- [ ] this {x} one\n- [x] that\n:::",
    "summary": "::: summary\nIn short {x}.\n:::",
    "summary title": "::: summary In short {x}\nThat is all.\n:::",
    "another footnote": "Some words^[which need a note{x}] here.",
}
"""Where a footnote may be called, each with text around the call."""
UNSEEN = {
    "answer": "::: question\nWhat is it?\n\nanswer: That {x} one.\n:::",
    "explanation": "::: question\nWhich is it?\n\n- [ ] this\n- [x] that\n\nexplanation: Because {x} so.\n:::",
    "notes": "Words.\n\n::: notes\nSaid {x} aloud.\n:::",
}
"""The same, where it is only in the notes of a slide."""
EVERY = {**PLACES, **UNSEEN}
FILLER = "\n\n".join(["Words that fill the page and go on for more than a line, as words in a text will do. " * 4] * 3)


def _word(place: str) -> str:
    return f"qz{place.replace(' ', '')}qz"


@cache
def _everywhere() -> Planned:
    """A document of many pages that calls a footnote at each place."""
    bodies = [f"## Part {n}\n\n{FILLER}\n\n{form}" for n, form in enumerate(EVERY.values())]
    called = [body.replace("{x}", f"[^{_word(place)}]") for body, place in zip(bodies, EVERY, strict=True)]
    notes = [f"[^{_word(place)}]: The note {_word(place)}.\n" for place in reversed(EVERY)]
    return from_markdown("\n\n".join(called) + "\n\n" + "\n".join(notes), full=True)


def _number(planned: Planned, word: str) -> int:
    return next(note.number for note in planned.document.footnotes if word in repr(note))


def _pages_with(pages: Pages, text: str) -> list[int]:
    return [
        k for k, page in enumerate(pages.pages) if any(text in i.text for i in page.items if isinstance(i, TextItem))
    ]


def _pages_that_call(pages: Pages, number: int) -> list[int]:
    name = f"footnote-{number}"
    links = [[i for i in page.items if isinstance(i, LinkItem) and i.destination == name] for page in pages.pages]
    return [k for k, found in enumerate(links) if found]


def _foot(slide: Slide) -> str:
    boxes = [fill for fill in slide.fills if isinstance(fill, TextBox) and fill.name == "Footnotes"]
    return "\n".join(run.text for box in boxes for para in box.paras for run in para.runs)


def _called_on(slide: Slide) -> set[int]:
    return set(calls(paras_of(slide.fills)))


def _notes(slide: Slide) -> str:
    return "\n".join("".join(run.text for run in para.runs) for para in slide.notes)


@pytest.mark.parametrize("place", [place for place in EVERY if place != "notes"])
def test_a_footnote_stands_on_the_page_on_which_it_is_called(place: str) -> None:
    planned, word = _everywhere(), _word(place)
    called = _pages_that_call(planned.handout, _number(planned, word))
    assert _pages_with(planned.handout, word) == called[:1] != []


@pytest.mark.parametrize("place", PLACES)
def test_a_footnote_stands_on_the_slides_on_which_it_is_called(place: str) -> None:
    planned, word = _everywhere(), _word(place)
    number = _number(planned, word)
    shown = [slide for slide in planned.deck.slides if number in _called_on(slide)]
    assert shown
    assert all(word in _foot(slide) and word in _notes(slide) for slide in shown)
    assert not any(word in _foot(slide) for slide in planned.deck.slides if slide not in shown)


@pytest.mark.parametrize("place", UNSEEN)
def test_a_footnote_that_no_slide_calls_is_in_the_notes_with_its_call(place: str) -> None:
    planned, word = _everywhere(), _word(place)
    number = _number(planned, word)
    assert not any(word in _foot(slide) for slide in planned.deck.slides)
    assert [word in _notes(slide) for slide in planned.deck.slides].count(True) == 1
    assert all((word in _notes(slide)) == (number in set(calls(slide.notes))) for slide in planned.deck.slides)


def test_footnotes_are_numbered_as_they_are_called_and_none_is_left_over() -> None:
    planned = _everywhere()
    assert [note.number for note in planned.document.footnotes] == list(range(1, len(EVERY) + 2))
    assert planned.deck.problems == ()
    notes = [tag for tag in planned.handout.tags if tag.role == "Note"]
    assert len({tag.id for tag in notes}) == len(notes) == len(EVERY)  # one is called by the lecturer alone


def test_the_note_of_a_table_head_that_is_set_again_stands_on_its_first_page() -> None:
    rows = "\n".join(f"| row {n} | words |" for n in range(120))
    planned = from_markdown(f"## A\n\n| a[^1] | b |\n|---|---|\n{rows}\n\n[^1]: The qznote.\n")
    assert len(planned.handout.pages) > 2
    assert _pages_with(planned.handout, "qznote") == [0]
    shown = [slide for slide in planned.deck.slides if 1 in _called_on(slide)]
    assert len(shown) > 3
    assert all("qznote" in _foot(slide) for slide in shown)


def test_a_footnote_that_is_called_again_stands_on_a_page_once_and_on_each_slide() -> None:
    planned = from_markdown(f"## A\n\nOne[^1].\n\n{FILLER * 6}\n\nTwo[^1].\n\n[^1]: The qznote.\n", full=True)
    assert len(_pages_that_call(planned.handout, 1)) == 2
    assert _pages_with(planned.handout, "qznote") == [0]
    assert [bool(_foot(slide)) for slide in planned.deck.slides].count(True) == 2


def test_a_footnote_that_is_longer_than_a_page_goes_on_at_the_foot_of_the_next() -> None:
    long = " ".join(f"qz{n}qz" for n in range(2_500))
    planned = from_markdown(f"## A\n\nOne[^1].\n\n{FILLER}\n\n[^1]: {long}\n")
    assert all(_pages_with(planned.handout, f"qz{n}qz") for n in range(0, 2_500, 250))
    for page in planned.handout.pages:
        assert all(item.y < page.size.height - 40.0 for item in page.items if isinstance(item, TextItem) and item.tag)


def test_what_a_slide_has_no_room_for_stands_in_its_notes_and_is_told() -> None:
    long = "Words of a note that is far too long for the foot of any slide. " * 100
    planned = from_markdown(f"## A\n\n### B[^1]\n\nWords.\n\n[^1]: {long}qznote.\n")
    assert not any(_foot(slide) for slide in planned.deck.slides)
    (slide,) = (slide for slide in planned.deck.slides if "qznote" in _notes(slide))
    (problem,) = planned.deck.problems
    assert (problem.severity, problem.line) == ("note", 3)
    assert f"slide {planned.deck.slides.index(slide) + 1}" in problem.message


def test_titles_elsewhere_have_no_calls() -> None:
    text = "# The title[^1]\n\n" + "".join(f"## Part {k}[^2]\n\nWords.\n\n" for k in range(3))
    planned = from_markdown(f"{text}[^1]: One.\n[^2]: Two.\n")
    title, contents, *others = planned.deck.slides
    assert (_called_on(title), _called_on(contents)) == (set(), set())
    assert all(_called_on(slide) == {2} for slide in others)
    assert "1 One." in _notes(title)
    assert [entry.title for entry in planned.handout.outline] == ["Part 0", "Part 1", "Part 2"]
    assert _pages_with(planned.handout, "One.") == _pages_that_call(planned.handout, 1) == [0]


def test_a_footnote_that_hides_with_an_answer_is_seen_where_it_is_called_again() -> None:
    question = "::: question\nWhy?\n\nanswer: So[^1] it[^2] is.\n:::"
    document = from_markdown(f"## A\n\n{question}\n\nWords[^1].\n\n[^1]: The qzpublic.\n[^2]: The qzsecret.\n").document
    student, instructor = (
        plan_handout(for_edition(document, edition), theme(), {}, A4, edition) for edition in ("student", "instructor")
    )
    assert (_pages_with(student, "qzpublic"), _pages_with(student, "qzsecret")) == ([0], [])
    assert (_pages_with(instructor, "qzpublic"), _pages_with(instructor, "qzsecret")) == ([0], [0])
    assert "qzsecret" not in repr(for_students(document))


def test_the_notes_of_a_term_stand_on_the_back_of_its_card() -> None:
    document = from_markdown("## A\n\nTerm[^1]\n: Its meaning[^2].\n\n[^1]: One.\n[^2]: Two.\n").document
    (cue,) = cues_of(document)
    assert "FootnoteCall" not in repr(cue)
    assert "One." in repr(cue.back)
    assert "Two." in repr(cue.back)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(sorted(EVERY)), st.integers(1, 120)), min_size=1, max_size=6))
def test_whatever_the_length_of_footnotes_none_is_lost_or_overflows(places: list[tuple[str, int]]) -> None:
    parts, notes = [], []
    for number, (place, length) in enumerate(places):
        parts.append(f"## Part {number}\n\n{EVERY[place].replace('{x}', f'[^{number}]')}")
        notes.append(f"[^{number}]: {'Words of it. ' * length}qz{number}qz\n")
    planned = from_markdown("\n\n".join(parts) + "\n\n" + "\n".join(notes))
    for number, (place, _) in enumerate(places):
        assert any(f"qz{number}qz" in _notes(slide) for slide in planned.deck.slides)
        assert place == "notes" or len(_pages_with(planned.handout, f"qz{number}qz")) == 1
    for slide in planned.deck.slides:
        rects = [
            (fill.rect or fill.placeholder.rect) if isinstance(fill, TextFill) else fill.rect for fill in slide.fills
        ]
        assert all(rect.bottom <= planned.deck.size.height for rect in rects)
    for page in planned.handout.pages:
        assert all(item.y < page.size.height - 30.0 for item in page.items if isinstance(item, TextItem))

"""Slides as authors mean them: run-in heads, lead-ins, their own divisions, columns, what they keep on or off."""

from collections.abc import Sequence

import pytest
from documents import Planned, from_markdown, theme

from triptych.model.deck import Deck, Para, PictureBox, Slide, TextBox, TextFill
from triptych.model.forms import DeckForm
from triptych.model.picture import Picture
from triptych.plan.deck.plan import plan_deck
from triptych.read.markdown.document import read_markdown

HEAD = "---\ntitle: Water\n---\n"


def said(paras: Sequence[Para]) -> list[str]:
    return ["".join(run.text for run in para.runs) for para in paras]


def body(slide: Slide) -> list[str]:
    """The paragraphs of a slide without its title."""
    fills = (fill for fill in slide.fills if isinstance(fill, TextFill) and fill.placeholder.kind != "title")
    return [text for fill in fills for text in said(fill.paras)]


def bodies(of: Planned) -> list[list[str]]:
    return [body(slide) for slide in of.deck.slides[1:]]


def talk(text: str, pictures: dict[str, Picture] | None = None, form: DeckForm | None = None) -> Deck:
    document, _ = read_markdown(text, "text.md")
    return plan_deck(document, theme(), pictures or {}, form=form or DeckForm())


# --- heads and lead-ins ------------------------------------------------------------------------------


def test_a_run_in_head_stays_with_its_sentence_and_a_lead_in_with_its_list() -> None:
    (slide,) = bodies(
        from_markdown(f"{HEAD}# A\n\n**Definition.** A lake is still.\n\nIn the end you can\n\n- sail,\n- dive.\n")
    )
    assert slide == ["Definition. A lake is still.", "In the end you can", "sail,", "dive."]


def test_a_paragraph_in_bold_heads_the_text_below_it() -> None:
    of = from_markdown(
        f"{HEAD}# A\n\n**How it begins**\n\nAt a spring. In the rain.\n\n**How it ends**\n\n- in a lake\n"
    )
    fills = [fill for fill in of.deck.slides[1].fills if isinstance(fill, TextFill) and fill.placeholder.kind == "body"]
    paras = [para for fill in fills for para in fill.paras]
    assert [text for text, para in zip(said(paras), paras, strict=True) if not para.bullet] == [
        "How it begins",
        "How it ends",
    ]


def test_a_heading_in_bold_is_not_at_the_foot_of_a_slide() -> None:
    parts = "".join(f"**Part {k}**\n\nThe part {'has many words to say and ' * 6}ends at {k}.\n\n" for k in range(9))
    found = [slide for slide in bodies(from_markdown(f"{HEAD}# A\n\n{parts}", full=True)) if slide]
    assert len(found) > 2
    assert all(not slide[-1].startswith("Part ") for slide in found)


def test_a_heading_in_bold_goes_where_its_text_goes() -> None:
    off = "::: {.notes-only}\nNobody sees it.\n:::\n"
    filler = "".join(f"Sentence {k} says that river {k} carries {k} tons of sand to sea {k}. " for k in range(120))
    deck = talk(f"{HEAD}# A\n\n{filler}\n\n**Aside**\n\n{off}\n**Main**\n\n[Seen.]{{.slide}}\n")
    shown = [text for slide in deck.slides for text in body(slide)]
    assert "Main" in shown
    assert "Seen." in shown
    assert "Aside" not in shown
    assert "Nobody sees it." not in shown


# --- slides that the author has divided --------------------------------------------------------------


@pytest.mark.parametrize("sign", ["class: middle\n\n", "---\nmarp: true\n---\n\n", "<!-- .slide: -->\n\n"])
def test_a_slide_of_the_author_is_one_slide(sign: str) -> None:
    prose = "A lake says in so many words what a river has told it in the spring of the year. " * 5
    points = "".join(
        f"{k}. **Point {k}**: It says a good deal of what matters to a lake in winter.\n" for k in range(1, 6)
    )
    text = f"{sign}# Water\n\n---\n\n## Rivers\n\nThey matter:\n\n{points}\n---\n\n## Lakes\n\n{prose}\n"
    found = from_markdown(text).deck.slides
    assert [slide.title for slide in found] == ["Water", "Rivers", "Lakes"]
    assert len(body(found[1])) == 6


def test_a_slide_of_the_author_that_is_too_full_is_continued() -> None:
    prose = "A lake says this at length. " * 70
    text = f"class: middle\n\n# Water\n\n---\n\n## Lakes\n\n{prose}\n\n---\n\n## Seas\n\n- b\n"
    found = [slide.title for slide in from_markdown(text).deck.slides]
    assert found[1].startswith("Lakes")
    assert found[2].startswith("Lakes")
    assert found[-1] == "Seas"


def test_a_heading_right_above_another_is_one_slide() -> None:
    text = (
        "# Water\n\n## Aims\n\n### What you learn\n\n- Swim\n- Dive\n\n## Aims\n\n### What we hope\n\n- Rain\n- Snow\n"
    )
    assert [slide.title for slide in from_markdown(text).deck.slides] == ["Water", "What you learn", "What we hope"]


# --- columns -----------------------------------------------------------------------------------------


def test_a_picture_in_a_column_has_its_caption_beneath_it_and_its_top_at_the_text() -> None:
    picture = Picture(b"", "png", 400, 200, "lake")
    text = ':::: columns\n::: column\n![A lake](lake.png "It is still")\n:::\n::: column\n- a\n- b\n:::\n::::\n'
    slide = talk(f"{HEAD}# A\n\n{text}", {"lake.png": picture}).slides[1]
    (box,) = (fill for fill in slide.fills if isinstance(fill, PictureBox))
    (caption,) = (fill for fill in slide.fills if isinstance(fill, TextBox))
    (beside,) = (fill for fill in slide.fills if isinstance(fill, TextFill) and fill.placeholder.kind == "body")
    assert box.rect.y == pytest.approx(beside.placeholder.inner.y)
    assert 0 < caption.rect.y - box.rect.bottom < 12
    assert "It is still" in said(caption.paras)[0]


# --- what the author keeps on slides, or off them ----------------------------------------------------

LONG = "".join(
    f"Sentence {k} says that river {k} carries {k} tons of sand to the sea numbered {k}. " for k in range(150)
)
MARKED = (
    f"[Oxbows are dull.]{{.slide}} [Deltas wait.]{{.notes-only}} {LONG}"
    "\n\n- a word\n{.slide}\n\nMoors stay off.\n{.notes-only}\n"
)


@pytest.mark.parametrize("text", [f"{HEAD}# A\n\n{MARKED}", f"{HEAD}# A\n\n{MARKED.replace(LONG, '')}"])
def test_marked_words_stay_on_slides_or_off_them(text: str) -> None:
    deck = talk(text)
    shown = " ".join(word for slide in deck.slides for word in body(slide))
    notes = " ".join(word for slide in deck.slides for word in said(slide.notes))
    assert "Oxbows are dull." in shown
    assert "a word" in shown
    assert "Deltas" not in shown
    assert "Moors" not in shown
    assert "Deltas wait." in notes
    assert "Moors stay off." in notes


def test_an_object_can_be_kept_off() -> None:
    deck = talk(f"{HEAD}# A\n\nHere it is.\n\n| a | b |\n|---|---|\n| c | d |\n{{.notes-only}}\n")
    assert not [fill for slide in deck.slides for fill in slide.fills if not isinstance(fill, TextFill)]


def sentences_shown(deck: Deck) -> int:
    words = " ".join(word for slide in deck.slides for word in body(slide))
    return words.count("Sentence")


def test_a_heading_marked_full_keeps_all_that_stands_under_it() -> None:
    few, many = (
        talk(f"{HEAD}# A{mark}\n\n{LONG}\n\n# B\n\n{LONG.replace('river', 'creek')}") for mark in ("", " {.full}")
    )
    assert sentences_shown(few) < 100
    assert sentences_shown(many) >= 150


def test_a_talk_keeps_its_budget_and_a_full_deck_every_sentence() -> None:
    text = f"{HEAD}# A\n\n{LONG}"
    short, longer, whole = (
        talk(text, form=form) for form in (DeckForm(minutes=5), DeckForm(minutes=20), DeckForm(full=True))
    )
    assert 0 < sentences_shown(short) * 13 <= 5 * 32
    assert sentences_shown(short) < sentences_shown(longer)
    assert sentences_shown(longer) * 13 <= 20 * 32
    assert sentences_shown(whole) == 150


# --- little, much, and nothing to weigh --------------------------------------------------------------


def shown_words(deck: Deck) -> str:
    return " ".join(word for slide in deck.slides for word in (slide.title, *body(slide)))


@pytest.mark.parametrize("count", [400, 900])
def test_one_long_sentence_alone_stands_on_slides(count: int) -> None:
    words = [f"word{k}" for k in range(count)]
    deck = talk(f"{HEAD}# A\n\nThe {' '.join(words)} ends.\n")
    shown = shown_words(deck).split()
    assert set(words) <= set(shown)
    assert len(deck.slides) > 4


def test_hundreds_of_pictures_in_a_row_are_all_seen() -> None:
    pictures = {"lake.png": Picture(b"", "png", 400, 200, "lake")}
    deck = talk(f"{HEAD}# A\n\n" + "".join(f"![Lake {k}](lake.png)\n\n" for k in range(300)), pictures)
    shown = [[fill.alt for fill in slide.fills if isinstance(fill, PictureBox)] for slide in deck.slides[1:]]
    assert [alt for alts in shown for alt in alts] == [f"Lake {k}" for k in range(300)]
    assert {len(alts) for alts in shown} <= {1, 2}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("# T\n", ["T"]),
        ("# T\n\n---\n\n# U\n\n- a\n", ["T", "U"]),
        ("# T\n\n## A\n\n## B\n", ["T", "A", "B"]),
        ("# T\n\n## A\n\n***\n\n## B\n\n...\n\n## C\n\n!!! ???\n", ["T", "Contents", "A", "B", "C"]),
        ("class: x\n\n# T\n\n---\n\n## A\n\n- a\n\n---\n\n### Pause\n\n---\n\n## B\n\n- b\n", ["T", "A", "Pause", "B"]),
        ("| a | b |\n|---|---|\n| c | d |\n", ["Text", "Text: a, b"]),
    ],
)
def test_headings_alone_and_what_cannot_be_weighed_have_their_slides(text: str, titles: list[str]) -> None:
    assert [slide.title for slide in talk(text).slides] == titles

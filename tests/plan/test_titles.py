"""Slide titles: each one unique, each one inside its placeholder."""

import pytest
from documents import from_markdown, theme
from hypothesis import given
from hypothesis import strategies as st

from triptych.model.deck import Deck, Run, Slide, TextFill
from triptych.plan.deck.measure import Measured
from triptych.plan.deck.titles import Heading, title_fill, unique
from triptych.plan.deck.wording import shortened, wording

_titles = st.sampled_from(["Causes", "causes", "Causes (2)", "Effects", "", "Causes – Part", "Causes (continued)"])
_headings = st.lists(st.builds(Heading, _titles, st.sampled_from(["", "Part", "Causes"])), max_size=12)


@given(_headings)
def test_no_two_slides_are_called_the_same(headings: list[Heading]) -> None:
    titles = unique(headings)
    assert len(titles) == len(headings)
    assert len({title.casefold() for title in titles}) == len(titles)
    assert all(title.strip() for title in titles)


def test_parts_say_which_they_are() -> None:
    parts = [Heading("Causes", part=k, of=3) for k in (1, 2, 3)]
    assert unique(parts) == ["Causes (1/3)", "Causes (2/3)", "Causes (3/3)"]


@given(st.text("abc ,", max_size=200), st.integers(2, 80))
def test_what_is_shortened_is_a_beginning(text: str, limit: int) -> None:
    short = shortened(text, limit)
    assert len(short) <= max(limit, 1)
    assert short == text or text.startswith(short.removesuffix("…"))


def test_a_title_that_is_too_long_keeps_what_tells_it_apart() -> None:
    (at,) = theme().layout("body").all("title")
    for long in ("much to say " * 60, "x" * 900):
        fill, whole = title_fill((Run(f"{long.strip()} (2/3)"),), at, "Courier New")
        text = wording(fill.paras[0].runs)
        assert not whole
        assert text.endswith("… (2/3)")
    assert title_fill((Run("Short (2/3)"),), at, "Courier New")[1]


# --- what an author makes of a title -----------------------------------------------------------------


def shown(slide: Slide) -> tuple[Run, ...]:
    """The runs of a slide's title, which stands in the title placeholder."""
    (fill,) = [fill for fill in slide.fills if isinstance(fill, TextFill) and fill.placeholder.kind == "title"]
    (para,) = fill.paras
    return para.runs


def titled(deck: Deck, title: str) -> tuple[Run, ...]:
    (slide,) = [slide for slide in deck.slides if slide.title == title]
    return shown(slide)


RICH = "H~2~O ==key== x^2^ ~~old~~ *so* `go` [there](https://example.org/)"
PLAIN = "H2O key x2 old so go there"


def looks(runs: tuple[Run, ...]) -> list[str]:
    """What is special about the runs that are."""
    said = [
        (run.shift, "mark" * run.highlight, "strike" * run.strike, "italic" * run.italic, "code" * run.code,
         "link" * bool(run.link))
        for run in runs
    ]  # fmt: skip
    return ["".join(each) for each in said if any(each)]


LOOKS = ["sub", "mark", "super", "strike", "italic", "code", "link"]


@pytest.mark.parametrize(
    "text",
    [
        f"# One\n\nText.\n\n## {RICH}\n\nText.\n",
        f"# One\n\nText.\n\n# {RICH}\n\n## Two\n\nText.\n\n## Three\n\nText.\n",
        f"# {RICH}\n\n## One\n\nText.\n\n## Two\n\nText.\n",
        f"# One\n\nText.\n\n::: question\n{RICH}\n\n- [ ] a\n- [x] b\n:::\n",
        f"# One\n\nText.\n\n::: question\n{RICH.replace('=', '')}\n:::\n\nAnswer.\n",
        f"# One\n\nText.\n\n::: summary {RICH}\nIn short.\n:::\n",
    ],
    ids=["section", "divider", "document", "question", "cue", "summary"],
)
def test_a_title_looks_as_its_author_wrote_it(text: str) -> None:
    assert looks(titled(from_markdown(text, full=True).deck, PLAIN)) == [
        look for look in LOOKS if look != "mark" or "==" in text
    ]


def test_the_title_and_the_label_of_a_key_point_look_as_written() -> None:
    point = "text that says enough for a slide of its own, with one word after another until it is long enough."
    text = f"# One\n\n1. **H~2~O**: {point}\n2. **x^2^**: {point}\n3. **Last**: {point}\n4. **End**: {point}\n"
    deck = from_markdown(text).deck
    assert [run.shift for run in titled(deck, "H2O")] == ["", "sub", ""]
    (overview,) = [slide for slide in deck.slides if slide.title == "Overview"]
    runs = [run for fill in overview.fills if isinstance(fill, TextFill) for para in fill.paras for run in para.runs]
    assert [(run.text, run.shift) for run in runs if run.shift] == [("2", "sub"), ("2", "super")]
    assert all(run.slide for run in runs if run.shift)


def test_the_agenda_has_titles_as_they_are_written_without_their_footnotes() -> None:
    text = "# H~2~O[^n]\n\nText.\n\n# Two\n\nText.\n\n# Three\n\nText.\n\n[^n]: Water.\n"
    agenda = from_markdown(text).deck.slides[1]
    first = next(para for fill in agenda.fills if isinstance(fill, TextFill) and fill.placeholder.kind == "body"
                 for para in fill.paras)  # fmt: skip
    assert [(run.text, run.shift) for run in first.runs] == [("H", ""), ("2", "sub"), ("O", "")]


def test_parts_of_a_whole_all_look_as_written_and_say_which_they_are() -> None:
    text = "# One\n\nText.\n\n## H~2~O\n\n" + "\n\n".join(f"Sentence {k} goes on and on. " * 6 for k in range(9))
    deck = from_markdown(text).deck
    parts = [slide for slide in deck.slides if slide.title.startswith("H2O")]
    assert len(parts) > 1
    assert all(shown(slide)[1] == Run("2", shift="sub") for slide in parts)
    assert "".join(run.text for run in shown(parts[0])) == f"H2O (1/{len(parts)})"


def test_a_formula_that_characters_can_say_is_characters_and_another_an_equation() -> None:
    text = "# One\n\nText.\n\n## With $x^2$\n\nText.\n\n## With $\\frac{a}{b}$\n\nText.\n"
    deck = from_markdown(text).deck
    assert titled(deck, "With x²") == (Run("With x"), Run("2", shift="super"))
    assert titled(deck, "With a/b") == (Run("With "), Run("a/b", formula=r"\frac{a}{b}"))


def test_titles_that_only_equations_would_tell_apart_can_be_told_apart_by_every_program() -> None:
    text = "# One\n\n## Is $\\frac{a}{b}$\n\nText.\n\n## Is $\\frac{c}{d}$\n\nText.\n\n## $\\frac{e}{f}$\n\nText.\n"
    deck = from_markdown(text).deck
    for title in ("Is a/b", "Is c/d", "e/f"):
        assert not any(run.formula for run in titled(deck, title))


def test_a_long_title_is_shortened_with_its_looks_and_stands_whole_in_the_notes() -> None:
    long = "H~2~O and " + "much more to say of it " * 30
    deck = from_markdown(f"# One\n\nText.\n\n## {long}\n\nText.\n").deck
    slide = deck.slides[-1]
    assert shown(slide)[1] == Run("2", shift="sub")
    assert shown(slide)[-1].text.endswith("…")
    assert slide.notes[0].runs[1] == Run("2", bold=True, shift="sub")


def test_marked_words_on_a_dark_slide_are_dark() -> None:
    text = "# One\n\nText.\n\n# A ==key== word\n\n## Two\n\nText.\n\n## Three\n\nText.\n"
    (marked,) = [run for run in titled(from_markdown(text, full=True).deck, "A key word") if run.highlight]
    assert marked.color == theme().palette.ink


def test_outline_and_sections_have_the_plain_text_of_titles() -> None:
    planned = from_markdown(f"# {RICH}\n\nText.\n\n# Two\n\nText.\n\n# Three\n\nText.\n")
    assert planned.deck.sections[1].name == PLAIN
    assert planned.handout.outline[0].title == PLAIN


def test_what_a_title_borrows_from_another_keeps_its_look() -> None:
    part = "# **Coal** of {0}?\n\n::: summary\nIt burns.\n:::\n\n## Where {0}\n\nIn pits.\n\n"
    deck = from_markdown("".join(part.format(k) for k in ("old", "new"))).deck
    borrowed = [shown(slide) for slide in deck.slides if " – " in slide.title]
    assert borrowed
    assert all(Run("Coal", bold=True) in said for said in borrowed)


def test_parts_under_the_title_of_the_whole_have_one_number() -> None:
    text = "Text of the whole. " * 12 + "\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n" + "More text of it. " * 14
    titles = [slide.title for slide in from_markdown(f"# Walls\n\n{text}\n", full=True).deck.slides]
    assert len(titles) > 2
    assert not any(") (" in title for title in titles)


def test_columns_tell_a_title_apart_by_what_they_say() -> None:
    text = "# Walls\n\n::: columns\n::: column\nStone lasts.\n:::\n::: column\nWood is warm.\n:::\n:::\n"
    assert [slide.title for slide in from_markdown(text).deck.slides] == ["Walls", "Walls: Stone lasts"]


@pytest.mark.parametrize("title", ["ماذا يحدث؟", "Ի՞նչ է լինում ջրի հետ։", "什么？", "क्या होता है।", "Why?"])
def test_no_colon_stands_behind_a_title_that_ends_with_a_sign_of_its_script(title: str) -> None:
    assert unique([Heading(title), Heading(title, detail="x")]) == [title, f"{title} – x"]


def test_the_last_word_of_a_title_does_not_stand_alone() -> None:
    slot = theme().layout("section").first("title")
    assert slot is not None
    tied = 0
    for count in range(8, 30):
        said = (Run("river " * count + "sea"),)
        fill, whole = title_fill(said, slot, "Courier New")
        (para,) = fill.paras
        tied += "\u00a0" in para.runs[-1].text
        if whole and not fill.sizes:
            assert not Measured(para, slot, "Courier New").ends_alone(slot.inner.width, 1.0)
    assert tied

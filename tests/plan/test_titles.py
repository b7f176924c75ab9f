"""Slide titles: each one unique, each one inside its placeholder."""

from documents import theme
from hypothesis import given
from hypothesis import strategies as st

from triptych.plan.deck.titles import Heading, shortened, title_fill, unique

_titles = st.sampled_from(["Causes", "causes", "Causes (2)", "Effects", "", "Causes – Part", "Causes (continued)"])
_headings = st.lists(st.builds(Heading, _titles, st.sampled_from(["", "Part", "Causes"])), max_size=12)


@given(_headings)
def test_no_two_slides_are_called_the_same(headings: list[Heading]) -> None:
    titles = unique(headings, "continued")
    assert len(titles) == len(headings)
    assert len({title.casefold() for title in titles}) == len(titles)
    assert all(title.strip() for title in titles)


def test_parts_say_which_they_are() -> None:
    parts = [Heading("Causes", part=k, of=3) for k in (1, 2, 3)]
    assert unique(parts, "continued") == ["Causes (1/3)", "Causes (2/3)", "Causes (3/3)"]


@given(st.text("abc ,", max_size=200), st.integers(2, 80))
def test_what_is_shortened_is_a_beginning(text: str, limit: int) -> None:
    short = shortened(text, limit)
    assert len(short) <= max(limit, 1)
    assert short == text or text.startswith(short.removesuffix("…"))


def test_a_title_that_is_too_long_keeps_what_tells_it_apart() -> None:
    (at,) = theme().layout("body").all("title")
    for long in ("much to say " * 60, "x" * 900):
        fill, whole = title_fill(f"{long.strip()} (2/3)", at, "Courier New")
        text = fill.paras[0].runs[0].text
        assert not whole
        assert text.endswith("… (2/3)")
    assert title_fill("Short (2/3)", at, "Courier New")[1]

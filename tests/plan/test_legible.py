"""Slides on other grounds: text is readable there, a logo covers nothing."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from reading import read

from triptych.model.colors import READABLE, blend, contrast, least, readable, veil, worst
from triptych.model.deck import PictureBox, Slide, TextFill
from triptych.model.picture import TONES, Picture, Tones, ground_name
from triptych.model.theme import BUILT_IN, FEET, Theme
from triptych.plan.deck import plan_deck
from triptych.plan.deck.looks import backdrop_of, logo_place, with_logo
from triptych.template.themes import read_theme

colors = st.text("0123456789ABCDEF", min_size=6, max_size=6)
TEXT = """---
title: Tides
author: A. Ray
date: 3 May
slide-date: true
{}
---

# Why?

The moon pulls. [A link](http://x.org).

# Two {}

1. **One**: said `here`
2. **Two**: said there

# Summary

The end.
"""


def picture(*tones: str, width: int = 300) -> Picture:
    """A picture of nothing but these tones, one after the other."""
    cells = tuple(tones[k * len(tones) // TONES**2] for k in range(TONES**2))
    return Picture(b"", "png", width, 100, "key", tones=Tones(cells))


def planned(front: str = "", heading: str = "", theme: str = "default", pictures: dict[str, Picture] | None = None):
    document, problems = read(TEXT.format(front, heading), "tides.md")
    assert not problems
    return plan_deck(document, read_theme(theme)[0], pictures or {})


def assert_readable(slide: Slide, theme: Theme) -> None:
    """The text of placeholders on whatever stands behind them."""
    slots = [fill.placeholder for fill in slide.fills if isinstance(fill, TextFill)]
    for slot in (*slots, *(slot for slot in slide.layout.placeholders if slot.kind in FEET)):
        level = slot.levels[0]
        assert slot.grounds
        assert worst(level.color or theme.palette.ink, slot.grounds) >= least(level.size, bold=level.bold), slot.name


@pytest.mark.parametrize(
    ("theme", "ground"), [*product(BUILT_IN, ["#FFFFFF", "#000000", "#777777", "#F4EEE0", "#B00020"])]
)
def test_text_is_readable_on_any_colour(theme: str, ground: str) -> None:
    for deck in (
        planned(f'background: "{ground}"', theme=theme),
        planned(heading=f'{{background="{ground}"}}', theme=theme),
    ):
        marked = [slide for slide in deck.slides if slide.backdrop]
        assert marked
        assert {slide.backdrop.color for slide in marked if slide.backdrop} == {ground[1:]}
        for slide in deck.slides:
            assert_readable(slide, read_theme(theme)[0])


def test_a_headings_background_is_for_its_own_slides() -> None:
    deck = planned(heading='{background="#102030"}')
    assert [slide.title for slide in deck.slides if slide.backdrop] == ["Two"]


@given(st.lists(colors, min_size=1, max_size=4))
def test_a_veil_is_as_thin_as_makes_text_readable(grounds: list[str]) -> None:
    color, share = veil(grounds)
    inks = ("000000", "FFFFFF")

    def best(share: float) -> float:
        return max(worst(ink, [blend(ground, color, share) for ground in grounds]) for ink in inks)

    assert best(share) >= READABLE
    assert share == 0.0 or best(share - 0.05) < READABLE


@given(colors, st.lists(colors, min_size=1, max_size=3))
def test_a_readable_colour_is_read_on_all_grounds_or_is_the_best_there_is(color: str, grounds: list[str]) -> None:
    found = worst(readable(color, *grounds), grounds)
    assert found >= min(READABLE, max(worst(end, grounds) for end in ("000000", "FFFFFF")) - 1e-9)


def test_text_on_a_wild_picture_has_a_veil() -> None:
    wild, calm = picture("000000", "FFFFFF"), picture("FFFFFF", "F0F0F0")
    name = ground_name("sea.jpg")
    deck = planned("background: sea.jpg", pictures={name: wild})
    assert all(slide.backdrop and slide.backdrop.veil and slide.backdrop.picture is wild for slide in deck.slides)
    for slide in deck.slides:
        assert_readable(slide, read_theme()[0])
    thin = backdrop_of("sea.jpg", {name: calm})
    assert thin is not None
    assert (thin.veil, thin.opacity) == ("", 0.0)
    assert backdrop_of("none.jpg", {}) is None


@pytest.mark.parametrize("width", [60, 100, 300, 1000])
def test_a_logo_is_in_a_corner_of_every_slide_and_covers_nothing(width: int) -> None:
    logo = picture("FF0000", width=width)
    deck = planned("logo: uni-crest.png", pictures={"uni-crest.png": logo})
    for slide in deck.slides:
        (box,) = [fill for fill in slide.fills if isinstance(fill, PictureBox)]
        assert box.alt == "Logo"  # never the name of its file
        assert box.rect.right <= deck.size.width
        rects = [fill.rect or fill.placeholder.rect for fill in slide.fills if isinstance(fill, TextFill)]
        for rect in rects:
            assert (
                rect.right <= box.rect.x
                or rect.x >= box.rect.right
                or rect.bottom <= box.rect.y
                or rect.y >= box.rect.bottom
            )


def test_a_layout_that_is_full_has_no_logo() -> None:
    theme = read_theme()[0]
    layout = theme.layout("blank")
    slot = theme.layout("body").placeholders[1]
    whole = replace(slot, rect=replace(slot.rect, x=0, y=0, width=960, height=540))
    full = replace(theme, layouts=(replace(layout, placeholders=(whole,)),))
    assert logo_place(with_logo(full, picture("FF0000")).layouts[0], theme.size, picture("FF0000")) is None


def test_the_date_stands_on_every_slide_but_the_covers() -> None:
    for slide in planned().slides:
        assert slide.date == ("" if slide.layout.role in ("title", "section") else "3 May")


def test_the_contrast_of_large_text_may_be_less() -> None:
    assert least(18) == least(14, bold=True) == 3.0
    assert least(14) == least(12, bold=True) == 4.5
    assert contrast("777777", "FFFFFF") < 4.5

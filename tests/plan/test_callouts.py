"""Callouts on slides: each kind with its colour, its sign and its word."""

from typing import get_args

import pytest
from documents import from_markdown, theme

from triptych.model.colors import contrast, grey_contrast
from triptych.model.deck import TextBox
from triptych.model.document import CalloutKind
from triptych.model.palettes import callout_ground, standing_on
from triptych.plan.deck.boxes import SIGNS

SHOWN = {"note": "note", "tip": "tip", "important": "warning", "warning": "warning", "caution": "danger"}


def box(kind: str) -> TextBox:
    deck = from_markdown(f"# Rivers\n\nThey flow to the sea.\n\n> [!{kind.upper()}]\n> Mind the bank.\n").deck
    fills = [fill for slide in deck.slides for fill in slide.fills]
    return next(fill for fill in fills if isinstance(fill, TextBox) and fill.name == "Callout")


@pytest.mark.parametrize(("kind", "color"), SHOWN.items())
def test_a_kind_has_its_colour_its_sign_and_its_word(kind: CalloutKind, color: str) -> None:
    found = box(kind)
    head = found.paras[0].runs[0]
    assert found.outline == head.color == getattr(theme().palette, color)
    assert head.text == f"{SIGNS[kind]}\u00a0{kind.capitalize()}"


def test_every_kind_has_a_sign() -> None:
    assert set(SIGNS) == set(get_args(CalloutKind))


@pytest.mark.parametrize("ground", ["FFFFFF", "000000", "1B3A57", "7A7A7A", "F2D9B0", "C00000"])
def test_callouts_are_legible_on_the_ground_of_a_template(ground: str) -> None:
    of = standing_on(theme().palette, (ground,))
    for kind in (of.note, of.tip, of.warning, of.danger):
        own = callout_ground(kind, of.paper)
        assert min(contrast(kind, own), contrast(kind, of.paper), contrast(of.ink, own)) >= 4.5
        assert grey_contrast(of.ink, own) >= 4.5


def test_no_sign_looks_like_a_typed_bullet() -> None:
    assert not set(SIGNS.values()) & set("•▪◦‣●○■–-")

"""Words are divided where their languages allow it, and only where a line would otherwise be loose."""

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from triptych.model.theme import Face
from triptych.text.atoms import parts_of
from triptych.text.hyphens import divisions
from triptych.text.line_counts import count_lines, is_loose
from triptych.text.lines import break_lines
from triptych.text.shape import width
from triptych.text.spans import Span, Style

FACE = Face("Arial")
WORDS = {
    "de": "Grundstücksverkehrsgenehmigung Nahrungsmittelunverträglichkeit Vermögenszuordnung Urinstinkt Straßenbahn",
    "en": "hyphenation responsibilities understanding probability",
    "fr": "administration développement extraordinairement",
    "ru": "производительность достопримечательность",
    "nl": "verantwoordelijkheid tweeëntwintig",
    "hu": "megszentségteleníthetetlenségeskedéseitekért asszonnyal",
    "el": "υπευθυνότητα",
}


def lines(text: str, room: float, hyphens: str = "de", lang: str = "") -> list[str]:
    style = Style(FACE, 10.0, "000000", lang=lang, hyphens=hyphens)
    return ["".join(p.text for p in line.pieces) for line in break_lines((Span(text, style),), room, tidy=False)]


@pytest.mark.parametrize("lang", WORDS)
def test_words_are_divided_as_the_library_divides_them(lang: str) -> None:
    known = pyphen.Pyphen(lang=pyphen.language_fallback(lang), left=2, right=3)
    for word in WORDS[lang].split():
        wanted = [int(place) for place in known.positions(word) if not place.data]
        assert list(divisions(word.lower(), lang)) == wanted


@pytest.mark.parametrize(
    ("word", "lang"),
    [
        ("Washington", "en"),  # a name
        ("UNESCO-Kommission", "en"),
        ("BAföG", "de"),
        ("camelCaseIdentifier", "en"),
        ("example.com", "en"),
        ("someone@university", "en"),
        ("snake_case_identifier", "en"),
        ("number2characters", "en"),
        ("short", "en"),
        ("lentokonesuihkuturbiini", "fi"),  # of which there are no patterns
        ("hyphenation", ""),
        ("விஞ்ஞானிகளுக்கு", "ta"),
    ],
)
def test_what_is_no_plain_word_of_a_known_language_is_not_divided(word: str, lang: str) -> None:
    assert divisions(word, lang) == ()


def test_a_capital_is_that_of_a_noun_in_german_alone() -> None:
    assert divisions("Straßenbahn", "de-AT")
    assert not divisions("Straßenbahn", "nl")


def test_a_line_that_would_be_loose_is_filled() -> None:
    said = "Die Nahrungsmittelunverträglichkeit gilt."
    assert lines(said, 130) == ["Die Nahrungsmittelunver\u00ad", "träglichkeit gilt."]


def test_a_line_that_is_full_enough_ends_between_words() -> None:
    assert lines("Wir setzen eine Zeile, welche Straßenbahn", 170) == ["Wir setzen eine Zeile, welche ", "Straßenbahn"]


def test_short_words_are_divided_only_where_they_are_wider_than_the_line() -> None:
    assert lines("seems important", 60, "en") == ["seems ", "important"]
    assert lines("seems important", 36, "en") == ["seems ", "import\u00ad", "ant"]


def test_without_a_language_nothing_is_divided() -> None:
    assert lines("Die Nahrungsmittelunverträglichkeit gilt.", 150, "") == [
        "Die ", "Nahrungsmittelunverträglichkeit ", "gilt."
    ]  # fmt: skip


def test_a_passage_is_divided_by_its_own_language() -> None:
    assert lines("the responsibilities", 60, "de", "en") == ["the respons\u00ad", "ibilities"]


def test_an_authors_soft_hyphen_is_heeded_everywhere_and_instead_of_others() -> None:
    said = "Die Dampf\u00adschifffahrtsgesellschaft gilt nicht."
    assert lines(said, 160, "") == ["Die Dampf\u00adschifffahrtsgesellschaft ", "gilt nicht."]
    assert lines(said, 120, "") == ["Die Dampf\u00ad", "schifffahrtsgesellschaft gilt ", "nicht."]
    assert lines(said, 120, "de") == lines(said, 120, "")


@given(
    st.lists(st.sampled_from([*" ".join(WORDS.values()).split(), "und", "a\u00adb\u00adc", "x" * 30]), min_size=1),
    st.floats(40, 300),
)
def test_no_divided_line_is_too_wide_and_nothing_is_lost(words: list[str], room: float) -> None:
    style = Style(FACE, 10.0, "000000", hyphens="de")
    spans = (Span(" ".join(words), style),)
    made = break_lines(spans, room, tidy=False)
    assert all(line.width <= room + 0.01 for line in made)
    for line in made:
        for piece in line.pieces:
            assert piece.width == pytest.approx(width(piece.text, FACE) * 10, abs=0.01)
    shown = "".join(piece.text for line in made for piece in line.pieces)
    assert shown.replace("\u00ad", "") == " ".join(words).replace("\u00ad", "")


@given(st.lists(st.sampled_from(WORDS["de"].split()), min_size=1), st.floats(180, 400))
def test_lines_are_counted_without_dividing_unless_one_is_loose(words: list[str], room: float) -> None:
    spans = (Span(" ".join(words), Style(FACE, 10.0, "000000", hyphens="de")),)
    made = len(break_lines(spans, room, tidy=False))
    counted = count_lines(parts_of(spans), room)
    assert made <= counted
    if not is_loose(parts_of(spans), room):
        assert made == counted

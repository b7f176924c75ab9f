"""Words of scripts without spaces, and characters of several code points."""

import pytest
from reading import rewritten

from triptych.check.unparted import unparted_words
from triptych.model.theme import Face
from triptych.text.graphemes import graphemes
from triptych.text.lines import break_lines
from triptych.text.opportunities import opportunities
from triptych.text.spans import Span, Style
from triptych.text.words import knows, parted

THAI = "ทุกคนมองเห็นได้จากเมฆบนท้องฟ้าและฝนที่ตกลงมาในฤดูมรสุม"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("นำ้", ["นำ้"]),
        ("กำน้ำ", ["กำ", "น้ำ"]),
        ("नमस्ते", ["न", "म", "स्ते"]),
        ("ក្រុម", ["ក្រុ", "ម"]),
        ("👩‍👩‍👧‍👦🇩🇪👍🏽", ["👩‍👩‍👧‍👦", "🇩🇪", "👍🏽"]),
        ("é a", ["é ", "a"]),
        ("각각", ["각", "각"]),
    ],
)
def test_a_character_is_what_its_reader_takes_for_one(text: str, found: list[str]) -> None:
    assert graphemes(text) == found


def test_nothing_is_lost_when_words_are_told_apart() -> None:
    for text in (THAI, f"(HTML{THAI}5)", f"{THAI}abc{THAI}", "abc", "x"):
        assert "".join(parted(text)) == text
        assert "".join(opportunities(text)) == text


@pytest.mark.skipif(not knows("Thai"), reason="budoux is not there")
def test_lines_end_between_words_of_thai() -> None:
    assert parted("ทุกคนมองเห็น") == ["ทุก", "คน", "มอง", "เห็น"]
    lines = break_lines((Span(THAI, Style(Face("Arial"), 12.0, "000000")),), 120.0, lambda word, face: 0.5 * len(word))
    ends = {sum(len("".join(p.text for p in line.pieces)) for line in lines[:k]) for k in range(len(lines) + 1)}
    words = parted(THAI)
    assert len(lines) > 2
    assert ends <= {sum(map(len, words[:k])) for k in range(len(words) + 1)}


def test_scripts_whose_words_are_not_known_are_told() -> None:
    found = list(unparted_words(rewritten("# A\n\nទឹក និង ដី\n\nទឹក\n")))
    assert [(one.severity, one.line, "Khmer" in one.message) for one in found] == [("note", 3, True)] * (
        not knows("Khmer")
    )
    assert list(unparted_words(rewritten("# A\n\nWater, вода.\n"))) == []


@pytest.mark.skipif(not knows("Khmer"), reason="icu4py is not there")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ទឹកស្អាត", ["ទឹក", "ស្អាត"]),
        ("မြန်မာဘာသာစကား", ["မြန်မာဘာသာ", "စကား"]),
        ("ພາສາລາວ", ["ພາສາ", "ລາວ"]),
        ("(ទឹកស្អាត) abc", ["(ទឹក", "ស្អាត) abc"]),
    ],
)
def test_words_of_khmer_burmese_and_lao_are_told_apart(text: str, words: list[str]) -> None:
    assert parted(text) == words

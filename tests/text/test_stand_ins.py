"""What a face lacks is drawn by one family for a run of one script, in its true bold."""

import os

import pytest
import uharfbuzz as hb

from triptych.model.theme import Face
from triptych.text.graphemes import graphemes
from triptych.text.installed import families
from triptych.text.opportunities import opportunities
from triptych.text.shape import missing, shape

CJK = "noto sans cjk jp" in families() or bool(os.environ.get("TRIPTYCH_REQUIRE_RENDERERS"))
needs_cjk = pytest.mark.skipif(not CJK, reason="needs fonts-noto-cjk")

WORDS = {
    "Arabic": "الماء",
    "Bengali": "বিজ্ঞান",
    "Devanagari": "प्रक्रिया",
    "Khmer": "ទន្លេ",
    "Tamil": "நிலத்திற்கு",
    "Telugu": "సముద్రం",
    "Thai": "แผ่นดิน",
}


def font_names(word: str, face: Face) -> set[str]:
    return {
        segment.font.hb_face.get_name(hb.OTNameIdPredefined.FONT_FAMILY) or "" for segment in shape(word, face, False)
    }


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("script", WORDS)
def test_a_word_is_drawn_by_one_family_of_its_script(script: str, bold: bool) -> None:
    (segment,) = shape(WORDS[script], Face("Arial", bold), False)
    name = segment.font.hb_face.get_name(hb.OTNameIdPredefined.FONT_FAMILY)
    assert name in (f"Noto Sans {script}", "Hind Siliguri")
    weight = segment.font.axes.get("wght", 700 if "Bold" in segment.font.path.name else 400)
    assert weight == (700 if bold else 400)


@needs_cjk
@pytest.mark.parametrize(
    ("word", "family"),
    [("水循环", "Noto Sans CJK SC"), ("水の循環", "Noto Sans CJK JP"), ("물의", "Noto Sans CJK KR")],
)
def test_collections_with_cff_outlines_are_used(word: str, family: str) -> None:
    assert missing(word, Face("Arial")) == ""
    assert font_names(word, Face("Arial")) == {family}


def test_a_sign_that_the_face_has_keeps_its_font_beside_other_scripts() -> None:
    assert [segment.text for segment in shape("تمام!", Face("Courier New"), False)] == ["!", "تمام"]


def test_latin_words_ask_for_no_other_font() -> None:
    assert font_names("Größe", Face("Arial")) == {"Arimo"}


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("क्षत्रिय", ["क्ष", "त्रि", "य"]),
        ("ត្រូវ", ["ត្រូ", "វ"]),
        ("น้ำใจ", ["น้ำ", "ใ", "จ"]),
        ("👩\u200d👧🏽🇫🇷x", ["👩\u200d👧🏽", "🇫🇷", "x"]),
        ("e\u0301 x", ["e\u0301 ", "x"]),
    ],
)
def test_what_one_sees_as_a_character_is_not_cut(text: str, cut: list[str]) -> None:
    assert graphemes(text) == cut


def test_korean_words_are_not_broken_within() -> None:
    assert opportunities("수증기는") == ("수증기는",)
    assert len(opportunities("水蒸气")) == 3

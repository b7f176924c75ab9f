"""Passages in another language than their document."""

import re
import zipfile
from pathlib import Path

import pikepdf
import pytest
from reading import markdown, rewritten

from triptych.build import Options, Source, build
from triptych.model.document import Passage
from triptych.model.queries import plain
from triptych.model.walk import walk


def passages(text: str) -> list[tuple[str, str]]:
    return [(plain(node.children), node.lang) for node in walk(rewritten(text)) if isinstance(node, Passage)]


def test_an_author_says_the_language_of_words_and_of_blocks() -> None:
    text = "# A\n\nHe said [Guten *Morgen*]{lang=de}.\n\n::: {lang=fr}\nLe **chat** dort.\n\n- un chat\n:::\n\nEnd.\n"
    assert passages(text) == [
        ("Guten Morgen", "de"), ("Le ", "fr"), ("chat", "fr"), (" dort.", "fr"), ("un chat", "fr"),
    ]  # fmt: skip


def test_a_heading_in_a_division_with_a_language_stays_one() -> None:
    document = markdown("# A\n\nText.\n\n::: {lang=fr}\n# Deux\n\nLe chat.\n:::\n")
    assert [plain(section.title) for section in document.sections] == ["A", "Deux"]


@pytest.mark.parametrize(
    ("lang", "said", "found"),
    [
        ("en", "The word вода means water, and 水 too.", [("вода", "ru"), ("水", "zh")]),
        ("en", "An α, a ΔT and λx are signs; ὕδωρ is water.", [("ὕδωρ", "el")]),
        ("en", "They say 「水は流れる。」 there.", [("水は流れる。", "ja")]),
        ("en", "In Tamil: நீர் ஓடும்.", [("நீர் ஓடும்", "ta")]),
        ("en", "In Lao: ນ້ຳ.", [("ນ້ຳ", "lo")]),
        ("ru", "Слово вода.", []),
        ("ja", "水は water です。漢字。", []),
        ("el", "Το νερό τρέχει.", []),
        ("sr", "Вода је מים на хебрејском.", [("מים", "he")]),
    ],
)
def test_other_scripts_are_other_languages(lang: str, said: str, found: list[tuple[str, str]]) -> None:
    assert passages(f"---\nlang: {lang}\n---\n\n# 1\n\n{said}\n") == found


def test_nothing_is_lost_and_code_stays_code() -> None:
    text = "# A\n\nThe `вода` word, **вода и лёд**, end.\n"
    assert passages(text) == [("вода и лёд", "ru")]
    assert plain(rewritten(text).sections[0].blocks[0].inlines) == "The вода word, вода и лёд, end."


def test_decks_and_pages_say_the_language_of_a_passage(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nlang: en\n---\n\n# H\n\nHe said [Guten Morgen]{lang=de} to us.\n", "utf-8")
    made = build(Source(tmp_path / "a.md", "a.md", "a"), tmp_path / "out", Options())
    for file in made.files:
        if file.suffix == ".pptx":
            with zipfile.ZipFile(file) as deck:
                slides = [deck.read(name).decode() for name in deck.namelist() if name.startswith("ppt/slides/slide")]
            assert any(re.search('lang="de-DE"[^<>]*/?>[^/]*<a:t>Guten Morgen', slide) for slide in slides), slides
        else:
            with pikepdf.open(file) as pdf:
                told = [obj for obj in pdf.objects if isinstance(obj, pikepdf.Dictionary) and "/Lang" in obj]
                assert ("/Span", "de") in {(str(obj.get("/S")), str(obj.Lang)) for obj in told}

"""The language of texts that do not say it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triptych.read.language import language_of
from triptych.read.source import read_source

TEXTS = {
    "en": "The treaty was signed in the city by the six states, and it was the beginning of what is now the Union.",
    "de": "Der Vertrag wurde von den sechs Staaten unterzeichnet, und das ist der Anfang von dem, was die Union ist.",
    "fr": "Le traité est signé par les six États dans la ville, et ce texte est le début de ce que les gens aiment.",
    "es": "El tratado que firmaron los seis es el comienzo de lo que se llama la Unión, por el bien de los más.",
    "ru": "Договор был подписан шестью государствами.",
    "el": "Η συνθήκη υπογράφηκε από έξι κράτη.",
    "ja": "条約は六か国によって署名されました。これが始まりです。",
    "zh": "六个国家签署了条约，这就是今天联盟的开始，也是和平的开始。",
}


@pytest.mark.parametrize("lang", TEXTS)
def test_a_language_is_known_by_its_script_or_its_words(lang: str) -> None:
    assert language_of(TEXTS[lang] * 2) == lang
    document, _ = read_source(f"# T\n\n{TEXTS[lang] * 2}\n".encode(), "text.md")
    assert document.meta.lang == lang
    notes, _ = read_source(f"T\n\n{TEXTS[lang] * 2}\n".encode(), "text.txt")
    assert notes.meta.lang == lang


def test_what_the_document_says_counts() -> None:
    document, _ = read_source(f"---\nlang: nl\n---\n\n# T\n\n{TEXTS['de'] * 3}\n".encode(), "text.md")
    assert document.meta.lang == "nl"


def test_code_and_a_few_words_tell_nothing() -> None:
    assert language_of("Die Hard\n\n```\n" + "der die das und " * 30 + "\n```\n") == ""
    assert language_of("x = y") == ""


@given(st.text())
def test_any_text_has_a_known_language_or_none(text: str) -> None:
    assert language_of(text) in {*TEXTS, "it", "pt", "nl", "pl", "ar", "he", "hi", "ko", ""}


def test_a_mark_for_the_contents_is_no_text() -> None:
    document, _ = read_source(b"[TOC]\n\n# A\n\nText.\n\n[[_TOC_]]\n", "text.md")
    assert len(document.sections) == 1
    assert len(document.sections[0].blocks) == 1

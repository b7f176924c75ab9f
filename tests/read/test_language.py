"""The language of texts that do not say it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paragraphs import PARAGRAPHS

from triptych.languages import known
from triptych.languages.others import OTHERS
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
    "zh-Hant": "六個國家簽署了條約，這就是今天聯盟的開始，也是和平的開始。",
    "uk": "Договір був підписаний шістьма державами, і це є початок того, що ми маємо.",
    "it": "Il trattato è stato firmato dai sei Stati e questo è il principio di ciò che per noi non è più la guerra.",
    "pt": "O tratado foi assinado por seis Estados e é o começo do que não se chama mais uma guerra para os povos.",
    "nl": "Het verdrag is door de zes staten ondertekend en dat is het begin van wat voor ons ook de Unie wordt.",
    "pl": "Traktat został podpisany przez sześć państw i to jest początek, który nie jest tylko na lata.",
    "sv": "Fördraget undertecknades av de sex staterna och det är inte bara för ett år till.",
    "cs": "Smlouva byla podepsána, že jsou však státy, které se spojily, a je to jako začátek mezi nimi.",
    "ro": "Tratatul a fost semnat de șase state și este începutul a ceea ce nu mai sunt războaie pentru țări.",
    "tr": "Antlaşma altı devlet tarafından imzalandı ve bu bir başlangıç olarak daha sonra olan birlik için.",
    "fi": "Sopimus on kuuden valtion allekirjoittama, ja se ei ole vain alku, joka on myös rauha, kun sota on ohi.",
    "hu": "A szerződés aláírása volt az első lépés, és ez nem csak egy kezdet, hogy az unió mint közösség már van.",
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
    told = {one.tag for script in OTHERS.values() for one in script}
    assert language_of(text) in {*known(), *told, ""}


@pytest.mark.parametrize("lang", PARAGRAPHS)
def test_a_paragraph_is_enough(lang: str) -> None:
    assert language_of(PARAGRAPHS[lang]) == lang
    document, _ = read_source(f"# 1\n\n{PARAGRAPHS[lang]}\n".encode(), "text.md")
    assert document.meta.lang == lang


@pytest.mark.parametrize("text", ["word " * 500, "a b c d e f l u il il il il", "- il\n- va\n- x.la\n- y"])
def test_letters_of_lists_and_one_word_tell_nothing(text: str) -> None:
    assert language_of(text) == ""


def test_a_mark_for_the_contents_is_no_text() -> None:
    document, _ = read_source(b"[TOC]\n\n# A\n\nText.\n\n[[_TOC_]]\n", "text.md")
    assert len(document.sections) == 1
    assert len(document.sections[0].blocks) == 1

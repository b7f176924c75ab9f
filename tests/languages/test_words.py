"""Our words, and a document's own wording for them."""

from pathlib import Path

import pytest
from reading_pdf import marks, open_pdf

from triptych.build import Options, Source, build
from triptych.languages import known, nearest
from triptych.languages.few_words import FEW
from triptych.languages.words import KEYS, counted, numbered, word, word_in, words_for
from triptych.model.document import Document, Meta


def test_a_document_has_its_own_wording_or_ours() -> None:
    document = Document(Meta(lang="de"), (), "a.md", (("summary", "Merke"),))
    assert word(document, "summary") == "Merke"
    assert word(document, "contents") == "Inhalt"
    assert word(Document(Meta(lang="tlh"), (), "a.md"), "contents") == "Contents"


@pytest.mark.parametrize(
    ("lang", "key", "said"),
    [
        ("km", "figure", "រូប"),
        ("km-KH", "contents", "មាតិកា"),
        ("lo", "table", "ຕາຕະລາງທີ"),
        ("my", "warning", "သတိပေးချက်"),
        ("my", "summary", "Summary"),
        ("kmr", "figure", "Figure"),
        ("de", "figure", "Abbildung"),
    ],
)
def test_of_some_languages_there_are_a_few_words(lang: str, key: str, said: str) -> None:
    assert word_in(lang, key) == said
    assert all(set(words) < set(KEYS) and not nearest(tag) for tag, words in FEW.items())


@pytest.mark.parametrize(
    ("lang", "key", "said"),
    [("en", "figure", "Figure 3"), ("tr", "table", "Tablo 3"), ("hu", "figure", "3. ábra"), ("hu", "slide", "3. dia")],
)
def test_a_thing_is_called_by_its_number_as_its_language_does(lang: str, key: str, said: str) -> None:
    assert numbered(Document(Meta(lang=lang), (), "a.md"), key, 3) == said


@pytest.mark.parametrize("lang", known())
@pytest.mark.parametrize("key", KEYS)
def test_there_is_a_word_for_every_key(lang: str, key: str) -> None:
    assert word_in(lang, key)


def test_authors_may_write_keys_in_their_language_and_in_english() -> None:
    assert words_for("fr", "answer") == {"réponse", "answer"}
    assert {"answer", "antwort", "答え"} <= words_for("", "answer")


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("{page} of {pages}", "2 of 7"),
        ("{pages} में से {page}", "7 में से 2"),
        ("{page} of {total}", "2 of {total}"),
        (
            "{page.__class__.__mro__} {pages!r} {0} {} {{page}} 100%",
            "{page.__class__.__mro__} {pages!r} {0} {} {2} 100%",
        ),
        ("{page", "{page"),
    ],
)
def test_only_the_numbers_of_pages_are_put_into_a_wording(pattern: str, said: str) -> None:
    assert counted(pattern, 2, 7) == said


@pytest.mark.parametrize("wording", ["{page} of {total}", "Page {page.__class__.__mro__} 100%", "{", "}{page}{"])
def test_any_wording_of_the_page_is_text(tmp_path: Path, wording: str) -> None:
    (tmp_path / "a.md").write_text(f"---\ntitle: T\nwords:\n  page: {wording!r}\n---\n\n# H\n\nWords here.\n", "utf-8")
    made = build(Source(tmp_path / "a.md", "a.md", "a"), tmp_path / "out", Options(only=("handout",)))
    pdf = open_pdf(made.files[0].read_bytes())
    assert wording.replace("{page}", "1") in "".join(mark.text for mark in marks(pdf.pages[0]))

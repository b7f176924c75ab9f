"""Documents in languages that we have no words in."""

import pytest
from reading import rewritten

from triptych.check.wording import unworded_language


@pytest.mark.parametrize("lang", ["en", "de-AT", "ta", "zh-Hant-TW", "fa"])
def test_a_language_with_words_is_passed_over(lang: str) -> None:
    assert list(unworded_language(rewritten(f"---\nlang: {lang}\n---\n\n# A\n\nText.\n"))) == []


def test_one_without_words_says_so_once() -> None:
    (told,) = unworded_language(rewritten("---\nlang: sw\n---\n\n# A\n\n# B\n\nText.\n"))
    assert told.severity == "note"
    assert "language sw" in told.message


def test_an_author_with_words_of_their_own_is_told_nothing() -> None:
    assert not list(unworded_language(rewritten("---\nlang: sw\nwords:\n  contents: Yaliyomo\n---\n\n# A\n\nText.\n")))


def test_one_with_a_few_words_says_so() -> None:
    (told,) = unworded_language(rewritten("---\nlang: km\n---\n\n# A\n\nText.\n"))
    assert told.message.startswith("few words of ours in the language km")

"""The words that a document or a command says of the panels' forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triptych.model.forms import Forms, HandoutForm, SheetForm
from triptych.read.forms import FORMS, read_forms, unknown_words, words_for


def test_words_are_read_and_the_last_one_counts() -> None:
    document = (("handout", "cornell, dots"), ("cheat-sheet", "a5 portrait 9pt"))
    command = (("handout", "Slides-6"),)
    forms = read_forms(document, command)
    assert forms.handout == HandoutForm("slides", 6, "dots")
    assert forms.cheat_sheet == SheetForm("a5", portrait=True, least=9.0)


@pytest.mark.parametrize("key", FORMS)
def test_each_word_that_is_offered_is_known_and_changes_a_form_or_says_the_usual(key: str) -> None:
    for word in words_for(key):
        assert not unknown_words(key, word)
        read_forms(((key, word),))


@given(st.sampled_from(FORMS), st.text(max_size=40))
def test_unknown_words_are_named_and_say_nothing(key: str, text: str) -> None:
    unknown = unknown_words(key, text)
    if text.split() and len(unknown) == len(text.replace(",", " ").split()):
        assert read_forms(((key, text),)) == Forms()


def test_type_that_cannot_be_read_is_not_known() -> None:
    assert unknown_words("cheat-sheet", "6pt 15pt 7pt") == ("6pt", "15pt")

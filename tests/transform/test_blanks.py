"""Blanks that nobody marked: terms, dates and labels, each wherever it stands, none where it can be read elsewhere."""

import pytest
from documents import NAMES, case
from reading import rewritten

from triptych.check.editions import readable_elsewhere
from triptych.model.document import Document
from triptych.model.forms import BlanksForm
from triptych.model.gaps import hidden_phrases
from triptych.transform.blanks import with_chosen_blanks
from triptych.transform.editions import for_students

PACT = """# The pact

Robert Schuman presented the **High Authority** in Paris in 1950. The members signed it in 1951 after long talks.

1. Coal: it burned in the ovens of Lorraine.
2. Steel: it held the bridges of the Rhine since 1951.
"""


def hidden(text: str, form: BlanksForm) -> set[str]:
    return set(hidden_phrases(with_chosen_blanks(rewritten(text), form)))


def test_what_is_asked_for_is_hidden() -> None:
    assert hidden(PACT, BlanksForm(dates=True)) == {"1950", "1951"}
    assert hidden(PACT, BlanksForm(labels=True)) == {"Coal", "Steel"}
    assert "High Authority" in hidden(PACT, BlanksForm(terms=True))
    assert hidden(PACT, BlanksForm()) == set()


def test_what_stands_in_a_title_is_not_hidden() -> None:
    assert hidden(PACT.replace("# The pact", "# The pact of 1951"), BlanksForm(dates=True)) == {"1950"}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_is_chosen_can_be_read_elsewhere(name: str) -> None:
    document: Document = case(name).document
    before = set(hidden_phrases(document))
    marked = with_chosen_blanks(document, BlanksForm(terms=True, dates=True, labels=True))
    loud = [problem.message for problem in readable_elsewhere(marked, for_students(marked))]
    for phrase in set(hidden_phrases(marked)) - before:
        assert not any(message.startswith(repr(phrase[:60])) for message in loud)

"""Abstract, keywords and affiliations are shown."""

from documents import from_markdown

from triptych.model.deck import TextFill
from triptych.model.pages import TextItem

TEXT = """---
title: Rain
author: Ann Lee
affiliation: Northern University
abstract: Rain matters for farms.
keywords: [rain, water]
---

# One

Words.
"""


def test_what_stands_below_the_title_is_shown() -> None:
    made = from_markdown(TEXT)
    handout = " ".join(item.text for page in made.handout.pages for item in page.items if isinstance(item, TextItem))
    for said in ("Northern University", "Rain matters for farms.", "rain · water"):
        assert said in handout
    slide = [run.text for fill in made.deck.slides[0].fills if isinstance(fill, TextFill)
             for para in fill.paras for run in para.runs]  # fmt: skip
    assert any("Northern University" in text for text in slide)


def test_an_abstract_and_keywords_are_in_the_notes_of_the_title_slide() -> None:
    notes = ["".join(run.text for run in para.runs) for para in from_markdown(TEXT).deck.slides[0].notes]
    assert notes == ["Rain matters for farms.", "rain · water"]

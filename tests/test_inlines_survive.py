"""Every inline looks as it is written wherever inlines may stand: on slides, on pages, on sheet and cards."""

import csv
import io

import pytest
from documents import A4, from_markdown, theme
from reading import rewritten
from saying import slide_runs

from triptych.model.deck import Run
from triptych.model.document import Document
from triptych.model.forms import CardForm, HandoutForm, TestForm
from triptych.model.pages import BoxItem, DrawingItem, Pages, RuleItem, TextItem
from triptych.plan.cards import plan_cards
from triptych.plan.handout import plan_handout
from triptych.transform.cues import cues_of
from triptych.transform.exam import versions_of
from triptych.transform.test_papers import key_document, test_document
from triptych.write.cards import write_anki, write_csv, write_tsv
from triptych.write.cards.html import Html

RICH = "H~2~O x^9^ ~~old~~ ==key== *so* `go` $\\frac{a}{b}$"
PLACES = {
    "paragraph": RICH,
    "list item": f"- one\n- {RICH}",
    "nested item": f"- one\n    - {RICH}\n- two",
    "task": f"- [ ] {RICH}\n- [x] two",
    "label": f"1. **{RICH}**: text.\n2. **Other**: text.\n3. **Third**: text.",
    "point": f"1. **Label**: {RICH}\n2. **Other**: text.\n3. **Third**: text.",
    "table head": f"| {RICH} | b |\n|---|---|\n| 1 | 2 |",
    "table cell": f"| a | b |\n|---|---|\n| {RICH} | 2 |",
    "table caption": f"| a | b |\n|---|---|\n| 1 | 2 |\n\nTable: {RICH}",
    "figure caption": f"::: {{#fig-dot}}\n![A dot](missing.png)\n\n{RICH}\n:::",
    "quote": f"> {RICH}",
    "attribution": f"> Said.\n>\n> -- {RICH}",
    "callout": f"> [!NOTE]\n> {RICH}",
    "callout title": f"::: warning {RICH}\nCalled.\n:::",
    "term": f"{RICH}\n:   What it means.",
    "meaning": f"Term\n:   {RICH}",
    "columns": f":::: columns\n::: column\n{RICH}\n:::\n::: column\nRight.\n:::\n::::",
    "summary": f"::: summary\n{RICH}\n:::",
    "option": f"::: question\nWhich?\n\n- [ ] {RICH}\n- [x] two\n:::",
    "line of verse": f"| {RICH}\n| second",
}


def looks_of(runs: list[Run]) -> set[str]:
    found = {run.shift for run in runs if run.shift}
    found |= {"strike" for run in runs if run.strike} | {"mark" for run in runs if run.highlight}
    found |= {"italic" for run in runs if run.italic} | {"code" for run in runs if run.code}
    return found | {"formula" for run in runs if run.formula}


ALL = {"super", "sub", "strike", "mark", "italic", "code", "formula"}


@pytest.mark.parametrize("place", PLACES)
def test_inlines_look_as_written_on_slides(place: str) -> None:
    deck = from_markdown(f"# One\n\nText.\n\n## Two\n\n{PLACES[place]}\n").deck
    assert looks_of([run for slide in deck.slides for run in slide_runs(slide)]) == ALL


def drawn(pages: Pages) -> set[str]:
    """The looks of what stands on pages."""
    palette = theme().on_paper.palette
    items = [item for page in pages.pages for item in page.items]
    texts = [item for item in items if isinstance(item, TextItem)]
    found = {"mark" for item in items if isinstance(item, BoxItem) and item.fill == palette.mark}
    found |= {"formula" for item in items if isinstance(item, DrawingItem)}
    found |= {"italic" for item in texts if item.face.italic} | {
        "code" for item in texts if item.face.family == theme().code_family
    }
    for item in texts:
        at = [base for base in texts if base.text.rstrip().endswith("H") and base.size > item.size]
        found |= {"sub" for base in at if item.text.strip() == "2" and 0 < item.y - base.y < base.size}
        found |= {"super" for base in at if item.text.strip() == "9" and 0 < base.y - item.y < base.size}
        rules = [rule for rule in items if isinstance(rule, RuleItem) and abs(rule.x1 - item.x) < 0.1]
        found |= {"strike" for rule in rules if item.text.strip() == "old" and 0 < item.y - rule.y1 < item.size}
    return found


@pytest.mark.parametrize("place", PLACES)
def test_inlines_look_as_written_on_pages(place: str) -> None:
    planned = from_markdown(f"# One\n\nText.\n\n## Two\n\n{PLACES[place]}\n")
    assert drawn(planned.handout) >= ALL


def document(text: str) -> Document:
    return rewritten(text)


def test_the_contents_the_title_and_the_sheet_have_titles_as_written() -> None:
    title = RICH.replace(" $\\frac{a}{b}$", "")
    many = "".join(f"## Part {k}\n\n{'Text. ' * 400}\n\n" for k in range(8))
    planned = from_markdown(f"# {title}\n\nText.\n\n## H~7~O\n\nText.\n\n{many}")
    sevens = [(item.size, item.tag is not None) for page in planned.handout.pages for item in page.items
              if isinstance(item, TextItem) and item.text == "7"]  # fmt: skip
    assert len(sevens) >= 2
    assert drawn(planned.handout) >= ALL - {"formula"}
    (page,) = planned.sheet.pages
    assert drawn(planned.sheet) >= ALL - {"formula"}
    assert any(item.text == "7" for item in page.items if isinstance(item, TextItem))


def test_tests_and_their_keys_have_questions_and_answers_as_written() -> None:
    text = f"# One\n\n::: question\n{RICH.replace('=', '')}\n\nanswer: {RICH}\n:::\n"
    versions = versions_of(document(text), TestForm())
    paper = test_document(document(text), versions[""], "", TestForm())
    test = plan_handout(paper, theme(), {}, A4, "", HandoutForm(exam=True))
    key = plan_handout(key_document(document(text), versions, lambda one: ()), theme(), {}, A4)
    assert drawn(test) >= ALL - {"mark"}
    assert drawn(key) >= ALL


CARD = f"# One\n\n::: question\n{RICH.replace('=', '')}\n\nanswer: {RICH}\n:::\n"


def test_printed_cards_have_inlines_as_written() -> None:
    assert drawn(plan_cards(cues_of(document(CARD)), document(CARD), theme(), {}, A4, CardForm())) >= ALL


def test_cards_for_anki_have_inlines_as_written() -> None:
    (cue,) = cues_of(document(CARD))
    said = Html({}, {}).blocks(cue.back)
    for tag in ("<sub>2</sub>", "<sup>9</sup>", "<s>old</s>", "<mark>key</mark>", "<em>so</em>", "<code>go</code>"):
        assert tag in said
    assert r"\(\frac{a}{b}\)" in said
    assert write_anki((cue,), document(CARD), {}, {}, 1_700_000_000)


def test_tables_of_cards_say_what_is_raised_and_lowered() -> None:
    text = "# One\n\n::: question\nWhat?\n\nanswer: H~2~O, x^9^, 5^th^, a~i~ and a~max~\n:::\n"
    cues = cues_of(document(text))
    _, (_, back, *_) = csv.reader(io.StringIO(write_csv(cues, document(text)).decode("utf-8-sig")))
    assert back == "H₂O, x⁹, 5^(th), a_i and a_(max)"
    assert back in write_tsv(cues).decode()


def test_the_choices_of_a_question_in_a_point_are_on_the_card_of_the_point() -> None:
    inner = "   ::: question\n   Which?\n\n   - [ ] first\n   - [x] second\n   :::"
    text = f"# One\n\n1. **Label**: text.\n\n{inner}\n\n2. **B**: c.\n"
    found = document(text)
    (point,) = [cue for cue in cues_of(found) if cue.kind == "point" and "Label" in str(cue.front)]
    assert "first" in Html({}, {}).blocks(point.back)
    assert b"first" in write_tsv((point,))

"""Cues ask for what the author wrote, in no other words, and keep their names when other things are edited."""

import pytest
from cue_words import parts, words, written
from documents import NAMES, case
from generated import MARK, Written, documents
from hypothesis import HealthCheck, given, settings
from reading import rewritten

from triptych.model.cues import Cue
from triptych.model.document import Columns, ListBlock, Question
from triptych.model.queries import plain
from triptych.model.questions import offered
from triptych.transform.cues import cues_of


def cues(text: str) -> tuple[Cue, ...]:
    return cues_of(rewritten(text))


def told(cue: Cue) -> tuple[str, str, str]:
    return cue.kind, plain(cue.front), text(cue)


def text(cue: Cue) -> str:
    return " / ".join(part for part in parts(cue.back) if part)


def test_points_terms_and_phrases() -> None:
    found = cues(
        "# Treaties\n\nThe ==coal== and the ==steel== came first. Then nothing.\n\n"
        "1. **Rome**: signed in 1957.\n2. **Paris**: signed in 1951.\n\nEuler\n: A man from ==Basel==.\n\n"
        "| Where | When |\n|---|---|\n| Nice | ==2001== |\n"
    )
    assert [told(cue) for cue in found] == [
        ("phrase", "The [__] and the [__] came first.", "coal steel"),
        ("point", "Rome", "signed in 1957."),
        ("point", "Paris", "signed in 1951."),
        ("term", "Euler", "A man from Basel."),
        ("phrase", "Euler: A man from [__].", "Basel"),
        ("phrase", "Nice · [__]", "2001"),
    ]


def test_a_question_is_answered_by_what_follows_and_never_by_a_conclusion() -> None:
    summed = cues("# Why?\n\nFor peace.\n\n::: summary\nIn short, so.\n:::\n")
    assert [told(cue) for cue in summed] == [("asked", "Why?", "For peace.")]
    alone = cues("# Why?\n\n::: summary\nIn short, so.\n:::\n")
    assert [told(cue) for cue in alone] == [("asked", "Why?", "In short, so.")]
    points = cues("# Why?\n\n1. Coal: it burns.\n2. Steel: it holds.\n\n::: summary\nSo.\n:::\n")
    assert told(points[0]) == ("asked", "Why?", "Coal: it burns. / Steel: it holds.")
    plainly = cues("# Why?\n\nFor peace.\n\nWho was it?\n\nHe.\n\n# Which?\n\n## Rome\n\n## Paris\n")
    assert [told(cue) for cue in plainly] == [
        ("asked", "Why?", "For peace."),
        ("asked", "Who was it?", "He."),
        ("asked", "Which?", "Rome / Paris"),
    ]


@pytest.mark.parametrize(
    ("inside", "back"),
    [
        ("Which?\n\n- [ ] Paris\n- [x] Rome", "Rome"),
        ("Signed in ==Rome== by six.", "Rome"),
        ("Match.\n\n- Rome -> 1957\n- Nice → 2001", "1 – B · 2 – A / Rome → 1957 / Nice → 2001"),
        ("Is it?\n\nanswer: true\n\nexplanation: It is.", "true / It is."),
        ("How high?\n\nanswer: 9.81 ± 0.01 m/s²", "9.81 m/s² ± 0.01"),
        ("Why?\n\nanswer: Because.", "Because."),
    ],
)
def test_questions_with_their_answers(inside: str, back: str) -> None:
    (cue,) = cues(f"# Treaties\n\nThe text.\n\n::: question {{points=2}}\n{inside}\n:::\n")
    assert (cue.kind, text(cue), cue.number, cue.points, cue.section) == ("question", back, 1, 2.0, "treaties")
    assert "Rome" not in plain(cue.front)


def test_the_place_of_what_is_to_be_ordered_does_not_tell() -> None:
    for one, other in (("Paris", "Rome"), ("Rome", "Paris")):
        text = f"Order.\n\n1. {one}\n2. {other}"
        (cue,) = cues(f"# A\n\nText.\n\n::: question {{.ordering}}\n{text}\n:::\n")
        (answer,) = cue.back
        assert parts(cue.below) == [other, one]
        assert isinstance(answer, ListBlock)
        assert answer.ordered


def test_what_is_to_be_matched_is_shown_on_cards_as_everywhere() -> None:
    text = "# A\n\nText.\n\n::: question\nMatch.\n\n- water -> liquid\n- ice -> solid\n- steam -> gas\n:::\n"
    (question,) = (block for block in rewritten(text).sections[0].blocks if isinstance(block, Question))
    (cue,) = cues(text)
    assert cue.below == offered(question)
    assert isinstance(cue.below[0], Columns)
    assert parts(cue.back) == ["1 – C · 2 – A · 3 – B", "water → liquid", "ice → solid", "steam → gas"]


def test_a_formula_is_asked_for_with_what_introduces_it() -> None:
    found = cues("# Energy\n\n$$E=h$$\n\nText.\n\n$$a$$\n\nOf mass:\n\n$$E=m$$\n\nWell known.\n\n$$b$$ {#eq:b}\n")
    assert [(c.kind, plain(c.front)) for c in found] == [
        ("formula", "Energy"),
        ("formula", "Of mass"),
        ("formula", "Well known."),
    ]


def test_what_only_the_lecturer_sees_is_no_cue_and_footnotes_stand_below() -> None:
    found = cues(
        "# A\n\n::: notes\nWhy?\n\n- **B**: c\n- **D**: e\n:::\n\n- **X**: y[^1].\n- **Z**: z.\n\n[^1]: Aside.\n"
    )
    assert [told(cue) for cue in found] == [("point", "X", "y1. / 1 Aside."), ("point", "Z", "z.")]


def test_nothing_is_asked_twice() -> None:
    term = "Euler\n: A man.\n\n"
    assert len(cues(f"# A\n\n{term}# B\n\n{term}")) == 1
    assert len({cue.id for cue in cues(f"# A\n\n{term}# B\n\nEuler\n: A number.\n")}) == 2


# --- of any document -------------------------------------------------------------------------------


ASKING = tuple(name for name in NAMES if name not in ("lecture-figures", "lecture-prose"))
"""The cases that can be asked about: the others have no terms, points or questions."""


@pytest.mark.parametrize("name", ASKING)
def test_no_word_is_ours(name: str) -> None:
    document = case(name).document
    found = cues_of(document)
    assert found
    assert len({cue.id for cue in found}) == len(found)
    for cue in found:
        assert words(cue) <= written(document)


@settings(max_examples=40, derandomize=True, suppress_health_check=list(HealthCheck))
@given(documents())
def test_cues_of_made_up_documents(made: Written) -> None:
    document = rewritten(made.text)
    found = cues_of(document)
    assert len({cue.id for cue in found}) == len(found)
    for cue in found:
        assert plain(cue.front).strip()
        assert cue.back
        assert not {match.group() for word in words(cue) for match in [MARK.search(word)] if match} & made.private


def _ids(text: str) -> dict[str, str]:
    return {plain(cue.front): cue.id for cue in cues(text)}


def test_ids_stay_when_other_things_are_edited() -> None:
    before = "# A\n\nIs it so?\n\nYes.\n\n- **X**: y.\n- **Z**: z.\n\nThe ==one== is here.\n"
    after = "# New\n\nNew.\n\n- **N**: n.\n- **M**: m.\n\n# A, renamed\n\nText.\n\n" + before.partition("\n\n")[2]
    after = after.replace("Yes.", "Not at all.").replace("y.", "why.").replace("==one==", "==other one==")
    assert _ids(before).items() <= _ids(after).items()

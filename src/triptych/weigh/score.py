"""The evidence for what matters, added up to a weight."""

from collections.abc import Sequence

import msgspec
from msgspec.structs import asdict

from triptych.model.queries import is_question
from triptych.weigh.cues import patterns
from triptych.weigh.statements import Draft
from triptych.weigh.stems import Said, Words
from triptych.weigh.strengths import BRIEF, STRENGTHS, Strengths
from triptych.weigh.worth import Stems, Worth, worths

_UNWORDED = ("formula", "code", "figure", "table")
"""What does not say anything in a sentence."""
_BESIDE = frozenset(("exercise", "goal", "aside", "greeting", "aims", "asks", "asked"))
"""What talks to the reader rather than of the subject."""


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """What is found of a statement: the terms that it introduces, what its words are worth, and its weight.

    It is `minor` if it weighs less than nothing and talks to the reader.
    """

    terms: Stems
    worth: Worth
    weight: float
    minor: bool


def evidence(
    drafts: Sequence[Draft], said: Sequence[Said], words: Words, strengths: Strengths = STRENGTHS
) -> list[Evidence]:
    """The evidence for each statement of a document.

    A weight is a sum, each part of which can be told: what the statement's words are worth (`worth`), what its author
    shows of it, what kind of thing it is and where it stands, and what its wording gives away. `Strengths` has how much
    each counts, and why.
    """
    terms = _introduced(drafts, words)
    vocabulary = frozenset(stem for each in terms for term in each for stem in term.split())
    found = worths(drafts, [each.stems for each in said], vocabulary, words, strengths)
    lasts = _lasts(drafts)
    strength: dict[str, float] = asdict(strengths)
    out = []
    for index, draft in enumerate(drafts):
        names = [*_shown(draft, terms[index]), *_worded(draft, terms[index], said[index].length)]
        if index in lasts:
            names.append("last")
        worth = found[index]
        weight = worth.total + strengths.central * worth.central + sum(strength[name] for name in names)
        weight += strengths.linked * min(1.0, draft.shown.linked / (1 + len(draft.text)))
        out.append(Evidence(terms[index], worth, weight, weight < 0 and not _BESIDE.isdisjoint(names)))
    return out


def _introduced(drafts: Sequence[Draft], words: Words) -> list[Stems]:
    """The terms that each statement introduces, as stems: those that stand out, for the first time."""
    seen: set[str] = set()
    out = []
    for draft in drafts:
        keys = (" ".join(words.stems(term)) for term in draft.shown.terms)
        new = tuple(dict.fromkeys(key for key in keys if key and key not in seen))
        seen.update(new)
        out.append(new)
    return out


def _lasts(drafts: Sequence[Draft]) -> frozenset[int]:
    """The last sentence of each section."""
    last = {draft.setting.path: index for index, draft in enumerate(drafts) if draft.kind == "sentence"}
    return frozenset(last.values())


def _shown(draft: Draft, new: Stems) -> list[str]:
    """What the author shows of a statement, as names of strengths."""
    setting, shown = draft.setting, draft.shown
    found = {
        "essential": setting.essential > 0,
        "optional": setting.essential < 0,
        setting.role: setting.role != "text",
        draft.kind: draft.kind != "sentence",
        "marked": shown.marked,
        "introduces": new,
        "slanted": shown.slanted,
        "stressed": shown.stressed,
        "explains": shown.formulae,
        "names": shown.names,
        "before": len(setting.titles) < 2 and draft.kind == "sentence",
        "first": draft.first,
        "leads": draft.leads and draft.kind in ("sentence", "item"),
        "claims": draft.heading == "claims",
        "shows": draft.heading == "minor",
    }
    return [name for name, there in found.items() if there]


def _worded(draft: Draft, new: Stems, length: int) -> list[str]:
    """What the wording of a statement gives away, as names of strengths."""
    if draft.kind in _UNWORDED:
        return []
    known = patterns(draft.setting.lang)
    found = {
        "defines": bool(new) and any(known.defines(draft.text, term) for term in draft.shown.terms),
        "asked": draft.kind != "question" and is_question(draft.text),
        "exclaims": draft.text.endswith(("!", "！")),
    }
    names = [name for name, there in found.items() if there]
    if draft.kind == "sentence":
        names.extend(known.cues(draft.text))
        names.extend(["brief"] if length < BRIEF else [])
    return names

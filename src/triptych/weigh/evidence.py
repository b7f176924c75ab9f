"""The evidence for what matters, added up."""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import asdict

from triptych.model.queries import is_question
from triptych.weigh.centrality import centrality, vectors
from triptych.weigh.cues import patterns
from triptych.weigh.statements import Draft
from triptych.weigh.stems import Words
from triptych.weigh.strengths import STRENGTHS, Strengths

Stems = tuple[str, ...]
_NUMBER = re.compile(r"\d")
BRIEF = 4
"""Words from which on a sentence says something."""


def weights_of(
    drafts: Sequence[Draft], stems: Sequence[Stems], words: Words, strengths: Strengths = STRENGTHS
) -> tuple[list[Stems], list[float]]:
    """For each statement the terms that it introduces, and its weight."""
    found = features(drafts, stems, words)
    return [terms for terms, _ in found], [_sum(each, strengths) for _, each in found]


Features = dict[str, float]


def _sum(found: Features, strengths: Strengths) -> float:
    known: dict[str, float] = asdict(strengths)
    return sum(value * known[name] for name, value in found.items())


def features(drafts: Sequence[Draft], stems: Sequence[Stems], words: Words) -> list[tuple[Stems, Features]]:
    """For each statement the terms that it introduces and how much there is of each kind of evidence."""
    at = vectors(stems)
    central = centrality(at)
    home = _by_section(drafts, at)
    terms = _terms(drafts, words)
    count = Counter(stem for each in stems for stem in set(each))
    titles = _titles(drafts, words)
    lasts = _lasts(drafts)
    out = []
    for index, draft in enumerate(drafts):
        own = stems[index]
        new, again = terms[index]
        found: Features = {"central": central[index], "at_home": home[index]}
        found["introduces"] = float(bool(new))
        found["names_term"] = float(again)
        heads = titles[draft.setting.titles]
        found["titled"] = len(set(own) & heads) / (3 + len(own))
        found["frequent"] = sum(count[stem] for stem in set(own) if count[stem] > 2) / (6 + len(own))
        found["last"] = float(index in lasts)
        found |= _of_author(draft) | _of_wording(draft, new)
        out.append((new, found))
    return out


def _by_section(drafts: Sequence[Draft], at: Sequence[dict[str, float]]) -> list[float]:
    groups: dict[int, list[int]] = {}
    for index, draft in enumerate(drafts):
        groups.setdefault(draft.setting.section, []).append(index)
    out = [0.0] * len(drafts)
    for members in groups.values():
        for index, value in zip(members, centrality([at[k] for k in members]), strict=True):
            out[index] = value
    return out


def _terms(drafts: Sequence[Draft], words: Words) -> list[tuple[Stems, bool]]:
    """The terms that each statement introduces, and whether it has others."""
    seen: set[str] = set()
    out = []
    for draft in drafts:
        keys = [" ".join(words.stems(term)) for term in draft.shown.terms]
        new = tuple(dict.fromkeys(key for key in keys if key and key not in seen))
        seen.update(new)
        out.append((new, bool(keys)))
    return out


def _titles(drafts: Sequence[Draft], words: Words) -> dict[tuple[str, ...], frozenset[str]]:
    return {
        titles: frozenset(stem for title in titles for stem in words.stems(title))
        for titles in {draft.setting.titles for draft in drafts}
    }


def _lasts(drafts: Sequence[Draft]) -> set[int]:
    """The last sentence of each section."""
    last: dict[int, int] = {}
    for index, draft in enumerate(drafts):
        if draft.kind == "sentence":
            last[draft.setting.section] = index
    return set(last.values())


def _of_author(draft: Draft) -> Features:
    """What the author says of it."""
    setting, shown = draft.setting, draft.shown
    found: Features = {"first": float(draft.first), "leads": float(draft.leads)}
    if setting.essential:
        found["essential" if setting.essential > 0 else "optional"] = 1.0
    if setting.role != "text":
        found[setting.role] = 1.0
    if draft.kind != "sentence":
        found[draft.kind] = 1.0
    found["marked"] = float(min(2, shown.marked))
    found["stressed"] = float(bool(shown.stressed))
    found["slanted"] = float(bool(shown.slanted))
    found["explains"] = float(bool(shown.formulae))
    found["named"] = float(bool(shown.names))
    found["linked"] = min(1.0, shown.linked / (1 + len(draft.text)))
    return found


def _of_wording(draft: Draft, new: Stems) -> Features:
    """What its wording gives away."""
    if draft.kind in ("formula", "code", "figure", "table"):
        return {}
    known = patterns(draft.setting.lang)
    cues = known.cues(draft.text)
    found: Features = {
        name: 1.0
        for name in ("greeting", "aims", "asks", "back", "concludes", "address")
        if getattr(cues, name) and draft.kind == "sentence"
    }
    if cues.example:
        found["shows"] = 1.0
    if new and any(known.defines(draft.text, term) for term in draft.shown.terms):
        found["defines"] = 1.0
    if draft.kind != "question" and is_question(draft.text):
        found["asked"] = 1.0
    if draft.text.endswith(("!", "！")):
        found["exclaims"] = 1.0
    found["dated"] = float(bool(_NUMBER.search(draft.text)))
    found["brief"] = float(len(draft.text.split()) < BRIEF and draft.kind == "sentence")
    return found

"""What the words of a document are worth in it, and what its statements are by their words."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

import msgspec

from triptych.weigh.statements import Draft
from triptych.weigh.stems import Words
from triptych.weigh.strengths import PART, SMOOTH, Strengths

Stems = tuple[str, ...]


class Worth(msgspec.Struct, frozen=True, gc=False):
    """What the words of a statement are worth: for each what it adds to the weight, nothing where it is said again."""

    values: tuple[float, ...] = ()
    central: float = 0.0
    total: float = 0.0


def worths(
    drafts: Sequence[Draft], stems: Sequence[Stems], vocabulary: frozenset[str], words: Words, strengths: Strengths
) -> list[Worth]:
    """The worth of each statement by its words.

    A word is worth the more the more statements say it (SumBasic, Nenkova & Vanderwende 2005; the root, for what comes
    up twice as often is not twice as much a subject), and more if it belongs to a term of the document or to a title
    above. A statement is worth the mean of its words, and what it has in common with all others (`centrality`).
    """
    from triptych.weigh.centrality import centrality, vectors  # late: short notes are not weighed

    out = [Worth()] * len(drafts)
    for members, among in _parts(drafts):
        counted = [k for k in among if _counts(drafts[k])]
        own = [stems[k] for k in counted]
        inside = Counter(chain.from_iterable(map(set, own)))
        ranks = dict(zip(counted, centrality(vectors(own, inside)), strict=True))
        spread = _spread(inside, strengths)
        above = {drafts[k].setting.titles for k in members}
        said = {title: words.stems(title) for title in set(chain.from_iterable(above))}
        titles = {t: frozenset(chain.from_iterable([said[title] for title in t])) for t in above}
        known = spread | {stem: spread.get(stem, 0.0) + strengths.in_term for stem in vocabulary}
        for k in members:
            out[k] = _worth(stems[k], ranks.get(k, 0.0), known, titles[drafts[k].setting.titles], strengths)
    return out


def _worth(stems: Stems, rank: float, known: Mapping[str, float], heads: frozenset[str], strengths: Strengths) -> Worth:
    """`known` has what each word is worth anywhere, `heads` are words of the titles above."""
    many = SMOOTH + len(stems)
    said: set[str] = set()
    if len(set(stems)) == len(stems):  # as in most: what follows does the same for all
        own = [known.get(stem, 0.0) for stem in stems]
        more = strengths.in_title
        each = [(value + more if stem in heads else value) / many for stem, value in zip(stems, own, strict=True)]
        return Worth(tuple(each), rank, sum(each))
    values = []
    for stem in stems:
        if stem in said:
            values.append(0.0)
            continue
        said.add(stem)
        value = known.get(stem, 0.0)
        values.append((value + strengths.in_title if stem in heads else value) / many)
    return Worth(tuple(values), rank, sum(values))


def _counts(draft: Draft) -> bool:
    """Whether a statement says what its document is about: no code, no exercises, no aims, no references."""
    return draft.kind != "code" and draft.setting.role not in ("exercise", "goal", "aside")


def _spread(inside: Mapping[str, int], strengths: Strengths) -> dict[str, float]:
    """What each word is worth by the number of statements that say it."""
    most = max(inside.values(), default=1)
    worth = {many: strengths.spread * math.sqrt(many / most) for many in set(inside.values())}
    return {stem: worth[many] for stem, many in inside.items()}


Part = tuple[list[int], Sequence[int]]
"""The statements of a part, and all that they are measured among."""


def _parts(drafts: Sequence[Draft]) -> list[Part]:
    """The statements in parts that are measured by themselves: the smallest sections that say enough.

    What does not belong to one of these is measured among all that the next larger section says.
    """
    return _parted(range(len(drafts)), 0, drafts)


def _parted(members: Sequence[int], depth: int, drafts: Sequence[Draft]) -> list[Part]:
    groups: dict[int, list[int]] = {}
    rest: list[int] = []
    for k in members:
        path = drafts[k].setting.path
        if depth < len(path):
            groups.setdefault(path[depth], []).append(k)
        else:
            rest.append(k)
    out: list[Part] = []
    for group in groups.values():
        if len(group) >= PART:
            out.extend(_parted(group, depth + 1, drafts))
        else:
            rest.extend(group)
    return [*out, (sorted(rest), members)] if rest else out

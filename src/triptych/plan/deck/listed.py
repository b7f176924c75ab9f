"""Lists of which a lecture shows some items: whole ones, or what can stand without the others."""

from collections.abc import Sequence, Set

from triptych.patterns import late
from triptych.weigh import Statement

SHORT_LIST, SHORT_ITEM = 7, 10
"""Items of a list that stays whole or goes whole, and how many words an item of it has on average."""
SHORTEST = 40
"""Words of a list that stays whole wherever anything of it must stay."""
_STEP = late(r"([^\W\d_]{2,20})[ \u00a0](\d{1,3})\b")


def whole_lists(statements: Sequence[Statement], kept: Set[int], settled: Set[int]) -> set[int]:
    """What is kept, with short lists whole or not at all, as most of their items are chosen.

    So are steps, of which none is understood without those before it. No item is shown alone of a list that something
    announces: another one comes with it. Lists of which anything is `settled` stay as they are.
    """
    out = set(kept)
    for of in _lists(statements):
        chosen = [k for k in of if k in out]
        if len(chosen) in (0, len(of)) or not settled.isdisjoint(of):
            continue
        if _stays_whole([statements[k] for k in of]):
            out = out | set(of) if 2 * len(chosen) > len(of) else out - set(of)
        elif len(chosen) == 1 and of[0] and statements[of[0] - 1].leads:
            others = [k for k in of if k not in out]
            out.add(max(others, key=lambda k: statements[k].weight))
    return out


def with_short_lists(statements: Sequence[Statement], chosen: Set[int]) -> set[int]:
    """What is chosen, each of the shortest lists of which any item is with all others: one alone is half a thought."""
    out = set(chosen)
    for of in _lists(statements) if any(statements[k].kind == "item" for k in chosen) else ():
        short = sum(statements[k].length for k in of) <= SHORTEST
        if not out.isdisjoint(of) and short and not any(statements[k].minor for k in of):
            out |= set(of)
    return out


def _lists(statements: Sequence[Statement]) -> list[list[int]]:
    """The items of each list by where they are among the statements."""
    found: dict[tuple[int, int, int], list[int]] = {}
    for k, one in enumerate(statements):
        if one.kind == "item":
            found.setdefault((one.place.section, one.place.block, one.place.items), []).append(k)
    return list(found.values())


def steps_among(statements: Sequence[Statement]) -> frozenset[int]:
    """The items of lists whose author counts them by a word, by where they are among the statements."""
    return frozenset(k for of in _lists(statements) if _are_steps([statements[k] for k in of]) for k in of)


def _stays_whole(items: Sequence[Statement]) -> bool:
    words = sum(item.length for item in items)
    return _are_steps(items) or (len(items) <= SHORT_LIST and words <= SHORT_ITEM * len(items))


def _are_steps(items: Sequence[Statement]) -> bool:
    """Whether items are counted by a word: "Step 1", "Step 2"."""
    found = [_STEP.match(item.text) for item in items]
    said = [(match[1], int(match[2])) for match in found if match]
    return len(said) == len(items) > 1 and all(
        one == (said[0][0], said[0][1] + number) for number, one in enumerate(said)
    )

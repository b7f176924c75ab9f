"""What the search groups: the texts and objects of one or more topics, each whole."""

from collections.abc import Callable, Sequence

import msgspec
from msgspec.structs import replace

from triptych.languages.signs import is_unspaced, is_wide
from triptych.model.deck import Para, Run
from triptych.model.list_marks import DONE, OPEN
from triptych.plan.deck.titles import Heading
from triptych.plan.deck.units import ObjectUnit, TextUnit, is_begun
from triptych.weigh.cues import patterns

Piece = TextUnit | ObjectUnit
Keeps = Callable[[Piece], bool]
"""Whether a text stays on its slide; what does not waits in the notes."""
Shown = Callable[[Piece], Piece]
"""What stays as its slide shows it."""
LONGEST_WORD = 24
"""Characters from which on something without spaces is several words: an address, a formula."""


class Topic(msgspec.Struct, frozen=True, gc=False):
    """Running content under one title. `id` is that of its section, `label` its title as it stands in a text."""

    heading: Heading
    id: str
    line: int
    units: tuple[Piece, ...]
    label: tuple[Run, ...] = ()


Said = tuple[int, Piece]
"""The number of a topic, and what it says."""


class Atom(msgspec.Struct, frozen=True, gc=False):
    """A text or an object that stays whole, with what waits in the notes after it.

    Without a unit it is where a topic begins: its title there, if it stands within a slide. `topic` counts from 0.
    `whole` is what its slide shows shortened. One that goes `back` speaks of what the atom before it named; one that
    is `begun` goes on with a sentence that began before what stands above it.
    """

    topic: int
    unit: Piece | None
    words: int = 0
    after: tuple[Said, ...] = ()
    whole: Piece | None = None
    back: bool = False
    begun: bool = False

    @property
    def said(self) -> Piece | None:
        """What it says, whole."""
        return self.whole or self.unit

    @property
    def text(self) -> TextUnit | None:
        """The text, if it is one."""
        return self.unit if isinstance(self.unit, TextUnit) else None

    @property
    def leads(self) -> bool:
        """Whether it announces what follows."""
        return isinstance(self.unit, TextUnit) and self.unit.leads


def atoms_of(topics: Sequence[Topic], keeps: Keeps, shown: Shown, lang: str) -> tuple[list[Atom], tuple[Said, ...]]:
    """The atoms of topics in their order, each topic behind its beginning; and what waits before the first."""
    out: list[Atom] = []
    before: tuple[Said, ...] = ()
    for number, topic in enumerate(topics):
        begun = False
        staying = _staying(topic.units, keeps)
        gaps = _with_gaps(topic.units, staying)
        for k, (unit, stays) in enumerate(zip(topic.units, staying, strict=True)):
            if stays:
                if not begun:
                    out.append(Atom(number, None, words=count_words("".join([run.text for run in topic.label]))))
                    begun = True
                made = _unnumbered(shown(unit)) if k in gaps else shown(unit)
                whole = None if made is unit else unit
                goes_on = isinstance(made, TextUnit) and is_begun(made)
                out.append(Atom(number, made, _words(made), (), whole, _goes_back(made, lang), goes_on))
            elif out:
                out[-1] = replace(out[-1], after=(*out[-1].after, (number, unit)))
            else:
                before = (*before, (number, unit))
    return out, before


def _staying(units: Sequence[Piece], keeps: Keeps) -> list[bool]:
    """Whether each unit stays; with an item what it stands under, and with any text its heading in bold."""
    out = [keeps(unit) for unit in units]
    least, headed = 0, False
    for k in range(len(units) - 1, -1, -1):
        unit = units[k]
        if isinstance(unit, TextUnit) and unit.bound and k:
            out[k] = keeps(units[k - 1])
        level = unit.para.level if isinstance(unit, TextUnit) else 0
        if isinstance(unit, TextUnit) and unit.heads:
            out[k] = any(out[k + 1 : k + 1 + unit.until]) if unit.until else headed
            headed = headed and unit.until > 0
            continue
        if level < least:
            out[k], least = True, level
        elif out[k]:
            least = max(least, level)
        least = least if level else 0
        headed = headed or out[k]
    return out


def _with_gaps(units: Sequence[Piece], staying: Sequence[bool]) -> frozenset[int]:
    """The items, by their places, of numbered lists of which one stays and not all before it: "1, 3"."""
    out: set[int] = set()
    if all(staying):
        return frozenset()
    lists: dict[int, list[int]] = {}  # those that may go on, by their levels

    def end(level: int) -> None:
        of = lists.pop(level, [])
        stay = [staying[k] for k in of]
        if True in stay and not all(stay[: stay.count(True)]):
            out.update(of)

    for k, unit in enumerate(units):
        level = unit.para.level if isinstance(unit, TextUnit) else 0
        for deeper in [one for one in lists if one > level]:
            end(deeper)
        if isinstance(unit, TextUnit) and unit.para.number is not None:
            if unit.para.number == 1:
                end(level)
            lists.setdefault(level, []).append(k)
        elif isinstance(unit, TextUnit):
            end(level)
    for level in list(lists):
        end(level)
    return frozenset(out)


def _unnumbered(unit: Piece) -> Piece:
    if not isinstance(unit, TextUnit):
        return unit
    mark = unit.para.mark if unit.para.mark in (DONE, OPEN) else ""
    return replace(unit, para=replace(unit.para, number=None, mark=mark))


def _goes_back(unit: Piece, lang: str) -> bool:
    """Whether a sentence begins with a pronoun."""
    if not isinstance(unit, TextUnit) or not unit.joins:
        return False
    return patterns(lang).refers("".join([run.text for run in unit.para.runs]))


def _words(unit: Piece) -> int:
    """The words of a text; objects count by their area."""
    return count_words("".join([run.text for run in unit.para.runs])) if isinstance(unit, TextUnit) else 0


def count_words(text: str) -> int:
    """The words of a text; where a script has no spaces between words, what is about as long as one counts as one."""
    if text.isascii():
        words = text.split()
        longer = [-(-len(word) // 4) - 1 for word in words if len(word) >= LONGEST_WORD]
        return len(words) + sum(longer)
    return sum(_count_of(word) for word in text.split())


def _count_of(word: str) -> int:
    """Words between two spaces: two Chinese or Japanese characters are one, five of Thai, Lao, Khmer and Burmese."""
    wide = sum(map(is_wide, word))
    joined = sum(1 for char in word if is_unspaced(char))
    if wide or joined:
        return max(1, round(wide / 2 + joined / 5))
    return 1 if len(word) < LONGEST_WORD else -(-len(word) // 4)


def head_unit(topic: Topic) -> TextUnit:
    """A topic's title as a line of its own within a slide."""
    runs = tuple(replace(run, bold=True) for run in topic.label)
    return TextUnit(Para(runs, bullet=False), topic.line, True, True, False, topic.line)

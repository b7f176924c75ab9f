"""Slide titles: each one unique, each one inside its placeholder."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

import msgspec
from msgspec.structs import replace

from triptych.languages.signs import COLONS, ENDS
from triptych.model.deck import Para, Run, TextFill
from triptych.model.document import Inlines, Text
from triptych.model.footnote_calls import without_calls
from triptych.model.queries import is_question, plain
from triptych.model.smallest_type import SMALLEST_TITLE
from triptych.model.theme import Placeholder
from triptych.patterns import late
from triptych.plan.deck.measure import Measured, size_at
from triptych.plan.deck.runts import without_runt
from triptych.plan.deck.wording import Runs, cut, joined_runs, shortened, shortened_runs, stripped, wording
from triptych.plan.inlines import runs

Looks = Mapping[str, Runs]
NO_LOOKS: Looks = MappingProxyType({})
LONGEST_PARENT = 48
"""Characters of what a slide belongs to where its title names it."""
_LONGEST_TAIL = 100
_TAIL = late(r"(?: \([^()]{1,24}\))++$")
"""What tells a title from others like it: "(2/3)", "(continued)"."""


_ENDED = ENDS + COLONS
"""Signs behind which a title takes no colon."""


class Heading(msgspec.Struct, frozen=True, gc=False):
    """What a slide is about: its own title, that of the part it belongs to, which part of how many it is.

    Slides of one title and one `group` (a line of the source) are parts of one whole. `inlines` is what the title
    is as the author has it, empty where it is one of our words. `detail` is what a part is about that is not the
    first, in the author's words; `lead` is how its first text begins.
    """

    title: str
    parent: str = ""
    part: int = 1
    of: int = 1
    group: int = 0
    detail: str = ""
    inlines: Inlines = ()
    lead: str = ""


def heading_of(inlines: Inlines, parent: str, line: int) -> Heading:
    """The heading that some inlines are."""
    return Heading(plain(inlines), parent, group=line, inlines=inlines)


def unique(headings: Sequence[Heading]) -> list[str]:
    """A title for each slide that no other slide has.

    The first of several has it as it is; later ones are told apart by the title of what they belong to, by their part,
    by what they are about, at last by a number.
    """
    taken: set[str] = set()
    out = []
    bases: dict[_Group, str] = {}
    based = Counter[str]()  # the bases, to be looked up
    counted = {_group(heading) for heading in headings if heading.part > 1 and not heading.detail}
    for heading in headings:
        group = _group(heading)
        if heading.part == 1:
            base = _base(heading, lambda title: title in taken or based[title] > 0)
            if group in bases:
                based[bases[group].casefold()] -= 1
            based[base.casefold()] += 1
            bases[group] = base
        base = bases[group]
        alone = heading.of == 1 or (heading.part == 1 and group not in counted)
        title = base if alone else f"{base} ({heading.part}/{heading.of})"
        told = not alone or base.casefold() not in taken
        about = heading.detail if heading.part > 1 else "" if told else heading.detail or heading.lead
        detailed = _detailed(base, about)
        if about and detailed.casefold() not in taken:
            title = detailed
        number = 2
        while title.casefold() in taken:
            numbered = f"{base} ({heading.part}/{heading.of})"
            title = f"{base} ({number})" if heading.of == 1 else f"{base} ({number}) ({heading.part}/{heading.of})"
            title = numbered if heading.of > 1 and numbered.casefold() not in taken else title
            number += 1
        taken.add(title.casefold())
        out.append(title)
    return out


_Group = tuple[str, str, int]


def _group(heading: Heading) -> _Group:
    """What is the same for the parts of a whole."""
    return heading.title, heading.parent, heading.group


def _base(heading: Heading, is_taken: Callable[[str], bool]) -> str:
    title = heading.title.strip() or heading.parent or "…"
    if not is_taken(title.casefold()):
        return title
    if heading.parent and heading.parent.casefold() != title.casefold():
        return f"{title} – {shortened(heading.parent, LONGEST_PARENT)}"
    about = heading.detail or heading.lead
    return title if heading.of > 1 or not about else _detailed(title, about)


def _detailed(title: str, about: str) -> str:
    ended = title[-1:] in _ENDED or is_question(title)
    return f"{title}{' –' if ended else ':'} {about}"


def title_runs(heading: Heading, title: str, looks: Looks = NO_LOOKS) -> Runs:
    """The runs of a slide's title: its own as the author has them, then what tells it from others.

    Only the first part of a whole calls its footnotes. A formula that characters can say is characters; another stays
    one, unless the title would be nothing but that. `looks` are titles that have a look of their own, by their text:
    what the title borrows of them keeps it.
    """
    own = heading.title.strip()
    if not own or not title.startswith(own):
        return (Run(title),)
    if not heading.inlines:
        return joined_runs((Run(own), *_tail(title[len(own) :], heading.parent, looks)))
    inlines = heading.inlines if heading.part == 1 else without_calls(heading.inlines)
    made = [replace(run, text=" ") if run.text == "\n" else run for run in runs(inlines)]
    shown = stripped(joined_runs(part for run in made for part in _said(run)))
    if not any(run.text.strip() for run in shown if not run.formula):
        shown = tuple(replace(run, formula="") for run in shown)
    return joined_runs((*shown, *_tail(title[len(own) :], heading.parent, looks)))


def _tail(tail: str, parent: str, looks: Looks) -> Iterator[Run]:
    """What stands behind a title's own words: where it is what the slide belongs to, with the look that this has."""
    said = looks.get(parent.strip(), ())
    borrowed = f" – {shortened(parent, LONGEST_PARENT)}"
    if not said or not tail.startswith(borrowed):
        yield from (Run(tail),) if tail else ()
        return
    yield Run(" – ")
    yield from shortened_runs(said, LONGEST_PARENT)
    if rest := tail[len(borrowed) :]:
        yield Run(rest)


def looks_of(titles: Iterable[Inlines]) -> Looks:
    """Those of the titles that are more than text, as runs without formulae and calls, by what they say."""
    out = {}
    for title in titles:
        if not all(isinstance(inline, Text) for inline in title):
            said = stripped(tuple(replace(run, formula="") for run in runs(without_calls(title))))
            out[wording(said)] = said
    return out


def _said(run: Run) -> Runs:
    """A run, or a formula as raised and lowered characters if these say all of it."""
    if not run.formula:
        return (run,)
    from triptych.model.latex import lettered  # late: few titles have a formula

    letters = lettered(run.formula) or ()
    said = (replace(run, text=text, shift=shift or run.shift, formula="") for text, shift in letters)
    return tuple(said) or (run,)


def listed(runs: Runs) -> str:
    """What a program that knows no equations lists of a title."""
    return " ".join(wording(run for run in runs if not run.formula).split()).casefold()


def title_fill(said: Runs, placeholder: Placeholder, code_family: str) -> tuple[TextFill, bool]:
    """The title in its placeholder, smaller if need be; and whether it is there whole.

    A title that is shortened keeps what stands in brackets at its end, which tells it from others.
    """
    inner = placeholder.inner
    level = placeholder.levels[0]
    text = wording(said)
    found = _TAIL.search(text, max(0, len(text) - _LONGEST_TAIL))
    shown, tail = cut(said, found.start()) if found else (said, ())
    whole = True
    while True:
        para = Para((*shown, *tail), bullet=False)
        measured = Measured(para, placeholder, code_family)
        scales = _scales(level.size)
        # A word that is cut is read worse than a small one; one that is wider than a line in any size is cut.
        if measured.cuts_words(inner.width, scales[0]):
            scales = tuple(scale for scale in scales if not measured.cuts_words(inner.width, scale)) or scales
        for scale in scales:
            if measured.height(inner.width, scale) <= inner.height + 0.5:
                sizes = () if scale == 1.0 else (size_at(level, scale),)
                return TextFill(placeholder, (_tied(measured, placeholder, code_family, scale),), sizes), whole
        whole = False
        length = len(wording(shown))
        if length < 8:
            return TextFill(placeholder, (para,), (SMALLEST_TITLE,)), whole
        shown = shortened_runs(_unended(shown), max(4, min(length - 2, int(length * 0.8))))


def _tied(measured: Measured, placeholder: Placeholder, code_family: str, scale: float) -> Para:
    """The title with no last word alone on a line, if it is no higher so."""
    width = placeholder.inner.width
    para = without_runt(measured, width, scale)
    if para is measured.para:
        return para
    lines = measured.lines(width, scale)
    return para if Measured(para, placeholder, code_family).lines(width, scale) <= lines else measured.para


def _unended(runs: Runs) -> Runs:
    """The runs without the ellipsis at their end."""
    return stripped((*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip("…")))) if runs else runs


@cache
def _scales(base: float) -> tuple[float, ...]:
    steps = [base]
    while steps[-1] - 2 >= min(SMALLEST_TITLE, base):
        steps.append(steps[-1] - 2)
    return tuple(size / base for size in steps)

"""Slide titles: each one unique, each one inside its placeholder."""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from triptych.model.deck import Para, Run, TextFill
from triptych.model.theme import Placeholder
from triptych.plan.deck.measure import Measured, size_at

SMALLEST = 20.0
"""Points below which a title is not set: it is shortened instead, and stands whole in the notes."""


_TAIL = re.compile(r"(?: \([^()]{1,24}\))+$")
"""What tells a title from others like it: "(2/3)", "(continued)"."""


class Heading(msgspec.Struct, frozen=True):
    """What a slide is about: its own title, that of the part it belongs to, which part of how many it is.

    Slides of one title and one `group` (a line of the source) are parts of one whole.
    """

    title: str
    parent: str = ""
    part: int = 1
    of: int = 1
    group: int = 0


def unique(headings: Sequence[Heading], continued: str) -> list[str]:
    """A title for each slide that no other slide has: told apart by parent, by part, at last by a number."""
    seen = Counter(heading.title.casefold() for heading in headings if heading.part == 1)
    taken: set[str] = set()
    out = []
    bases: dict[tuple[str, str, int], str] = {}
    for heading in headings:
        group = (heading.title, heading.parent, heading.group)
        if heading.part == 1:
            bases[group] = _base(heading, seen, taken, continued)
        base = bases[group]
        title = f"{base} ({heading.part}/{heading.of})" if heading.of > 1 else base
        number = 2
        while title.casefold() in taken:
            title = f"{base} ({number})" if heading.of == 1 else f"{base} ({number}) ({heading.part}/{heading.of})"
            number += 1
        taken.add(title.casefold())
        out.append(title)
    return out


def _base(heading: Heading, seen: Counter[str], taken: set[str], continued: str) -> str:
    title = heading.title.strip() or heading.parent or "…"
    if seen[heading.title.casefold()] < 2:
        return title
    if heading.parent and heading.parent.casefold() != title.casefold():
        return f"{title} – {shortened(heading.parent, 48)}"
    if heading.of > 1:
        return title
    if title.casefold() in taken and f"{title} ({continued})".casefold() not in taken:
        return f"{title} ({continued})"
    return title


def shortened(text: str, limit: int) -> str:
    """The text, or its beginning up to a word's end with an ellipsis, no longer than a limit."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    space = head.rfind(" ")
    return (head[:space] if space > limit // 2 else head).rstrip(" ,;:–—-") + "…"


def title_fill(text: str, placeholder: Placeholder, code_family: str) -> tuple[TextFill, bool]:
    """The title in its placeholder, smaller if need be; and whether it is there whole.

    A title that is shortened keeps what stands in brackets at its end, which tells it from others.
    """
    inner = placeholder.inner
    level = placeholder.levels[0]
    found = _TAIL.search(text)
    tail = found.group() if found else ""
    shown, whole = text.removesuffix(tail), True
    while True:
        para = Para((Run(shown + tail),), bullet=False)
        measured = Measured(para, placeholder, code_family)
        for scale in _scales(level.size):
            if measured.height(inner.width, scale) <= inner.height + 0.5:
                sizes = () if scale == 1.0 else (size_at(level, scale),)
                return TextFill(placeholder, (para,), sizes), whole
        whole = False
        if len(shown) < 8:
            return TextFill(placeholder, (para,), (SMALLEST,)), whole
        shown = shortened(shown.rstrip("…"), max(4, min(len(shown) - 2, int(len(shown) * 0.8))))


def _scales(base: float) -> tuple[float, ...]:
    steps = [base]
    while steps[-1] - 2 >= min(SMALLEST, base):
        steps.append(steps[-1] - 2)
    return tuple(size / base for size in steps)

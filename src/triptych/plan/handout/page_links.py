"""On which pages things stand, and the numbers of these pages as links."""

from collections.abc import Mapping, Sequence

from triptych.model.document import Inline, Inlines, Link, Text
from triptych.plan.flow import Placed

PageOf = Mapping[str, int]
"""The page of each place, counted from 1."""


def pages_of(pages: Sequence[Sequence[Placed]]) -> dict[str, int]:
    """Where each destination stands; what is set again, such as a table's header, counts where it stands first."""
    out: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for at in page:
            for name in at.strip.anchors:
                out.setdefault(name, number)
    return out


def page_links(places: Sequence[str], pages: PageOf) -> Inlines:
    """The pages of some places as links, each page once, three and more in a row joined."""
    first: dict[int, str] = {}
    for place in places:
        if place in pages:
            first.setdefault(pages[place], place)
    out: list[Inline] = []
    for start, end in ranges(sorted(first)):
        out += [Text(", ")] if out else []
        shown = str(start) if start == end else f"{start}–{end}"
        out.append(Link((Text(shown),), f"#{first[start]}"))
    return tuple(out)


def ranges(numbers: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Different numbers in order as ranges; two that follow each other stay two."""
    out: list[tuple[int, int]] = []
    for number in numbers:
        if out and number == out[-1][1] + 1:
            out[-1] = (out[-1][0], number)
        else:
            out.append((number, number))
    return tuple(pair for a, b in out for pair in ([(a, b)] if b - a != 1 else [(a, a), (b, b)]))

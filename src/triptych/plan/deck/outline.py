"""Documents of mere titles: many of them in a row are a list, for a slide for each would be empty."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from triptych.model.document import Document, Section
from triptych.model.queries import plain
from triptych.plan.deck.choice import Choice
from triptych.plan.deck.sections import is_bare

LISTED = 5
"""Mere titles in a row from which on they are a list."""


class Outline(msgspec.Struct, frozen=True):
    """Top-level sections that follow each other and are nothing but their titles."""

    of: tuple[Section, ...]


def with_outlines(of: Iterable[Section], document: Document, choice: Choice) -> Iterator[Section | Outline]:
    """The top-level sections, those that are mere titles together where there are many in a row."""

    def is_title(section: Section) -> bool:
        return is_bare(section) and plain(section.title) != document.meta.title

    for bare, group in groupby(of, key=is_title):
        held = tuple(group)
        if bare and len(held) >= LISTED and not choice.authored:
            yield Outline(held)
        else:
            yield from held

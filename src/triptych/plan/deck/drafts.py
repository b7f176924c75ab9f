"""Slides in the making: contents placed, titles and links still to be settled."""

from dataclasses import dataclass, field

from triptych.model.deck import Fill, Para
from triptych.model.document import Document
from triptych.model.picture import Picture
from triptych.model.theme import Role, Theme
from triptych.plan.deck.titles import Heading


@dataclass(frozen=True, slots=True)
class Draft:
    """A slide without its title. `number` is that of a key point."""

    id: str
    role: Role
    heading: Heading
    fills: tuple[Fill, ...] = ()
    notes: tuple[Para, ...] = ()
    number: int | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Setting:
    """What every part of the deck planner needs to know."""

    document: Document
    theme: Theme
    pictures: dict[str, Picture] = field(default_factory=dict)

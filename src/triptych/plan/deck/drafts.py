"""Slides in the making: contents placed, titles and links still to be settled."""

from dataclasses import dataclass, field

from triptych.model.deck import Fill, Para
from triptych.model.document import Document
from triptych.model.picture import Picture
from triptych.model.theme import Placeholder, Role, Theme
from triptych.plan.deck.titles import Heading
from triptych.plan.deck.units import Unit


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


Content = list[tuple[Role, tuple[Fill, ...], tuple[Unit, ...]]]
"""Slides in the making: the role of the layout, what fills it, and the units that it shows."""


def body(setting: Setting, role: Role) -> Placeholder:
    """The body placeholder of the layout for a role."""
    return setting.theme.layout(role).all("body")[0]

"""Slides in the making: contents placed, titles and links still to be settled."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

import msgspec
from msgspec.structs import replace

from triptych.model.deck import Backdrop, Fill, Para
from triptych.model.document import Document
from triptych.model.picture import Picture
from triptych.model.report import Left
from triptych.model.theme import Placeholder, Role, SlideLayout, Theme
from triptych.plan.deck.feet import Feet
from triptych.plan.deck.titles import Heading
from triptych.plan.deck.units import Unit


class Draft(msgspec.Struct, frozen=True, gc=False):
    """A slide without its title. `number` is that of a key point; `setting` that of its section, if it has its own.

    `sections` are the ids of the parts of the document that it shows or speaks of. A `hidden` one is no slide: its
    notes wait for a neighbour's. `footless` are footnotes that nothing on it calls, `waits` is what its
    notes alone say of the text.
    """

    id: str
    role: Role
    heading: Heading
    fills: tuple[Fill, ...] = ()
    notes: tuple[Para, ...] = ()
    number: int | None = None
    line: int = 0
    setting: "Setting | None" = None
    sections: tuple[str, ...] = ()
    hidden: bool = False
    waits: tuple[Left, ...] = ()
    footless: tuple[int, ...] = ()


class Setting(msgspec.Struct, frozen=True, dict=True):
    """What every part of the deck planner needs to know."""

    document: Document
    theme: Theme
    pictures: dict[str, Picture] = msgspec.field(default_factory=dict)
    backdrop: Backdrop | None = None

    @property
    def lang(self) -> str:
        """The language of the document, a BCP 47 tag."""
        return self.document.meta.lang

    @cached_property
    def feet(self) -> Feet:
        """The footnotes of the document."""
        return Feet(self.document, self.theme.text_family, self.theme.code_family)


def counted(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with those of one title counted as parts of one whole, whatever stands between them."""
    keys = [(draft.heading.title, draft.heading.parent, draft.heading.group) for draft in drafts]
    openers = ("section", "question")
    of = Counter(key for draft, key in zip(drafts, keys, strict=True) if draft.role not in openers)
    part = Counter[tuple[str, str, int]]()
    out = []
    for draft, key in zip(drafts, keys, strict=True):
        if draft.role in openers:
            out.append(draft)
            continue
        part[key] += 1
        out.append(replace(draft, heading=replace(draft.heading, part=part[key], of=of[key])))
    return out


Content = list[tuple[Role, tuple[Fill, ...], tuple[Unit, ...]]]
"""Slides in the making: the role of the layout, what fills it, and the units that it shows."""


def with_layout(theme: Theme, layout: SlideLayout) -> Theme:
    """The theme with a layout in every role that it can serve."""
    bodies, pictures = len(layout.all("body")), len(layout.all("picture"))
    able: set[Role] = {"section", "question", "title only"} if not bodies else {"body", "key point", "summary"}
    able |= {"two"} if bodies == 2 else set()
    able |= {"picture"} if pictures else set()
    if bodies:
        able |= {"title only", "section"}
    chosen = tuple(replace(layout, role=old.role) if old.role in able else old for old in theme.layouts)
    return replace(theme, layouts=chosen)


def body(setting: Setting, role: Role) -> Placeholder:
    """The body placeholder of the layout for a role."""
    return setting.theme.layout(role).all("body")[0]

"""What an author wishes of a part: `{.essential}`, `{.optional}`, `{.slide}`, `{.notes-only}`, `{.no-sheet}`."""

from triptych.model.document import Attributes

ON_SLIDES = frozenset(("essential", "slide", "full"))
"""The classes of what stays on slides whatever the budget."""
OFF_SLIDES = "notes-only"
"""The class of what stands on no slide."""
OF_DIVISIONS = ON_SLIDES | {"optional", OFF_SLIDES}
"""What a division says of each block in it: how much it matters, and where it is to stand."""


def stress(attributes: Attributes) -> int:
    """What an author says of how much something matters: 1 where it is essential, -1 where it can be missed, else 0."""
    if "essential" in attributes.classes:
        return 1
    return -1 if "optional" in attributes.classes else 0


def off_sheet(attributes: Attributes) -> bool:
    """Whether the author wants something on no cheat sheet."""
    return "no-sheet" in attributes.classes

"""A layout as it can be judged for a role."""

import msgspec

from triptych.geometry import Rect
from triptych.model.theme import Placeholder
from triptych.template.background import Grounds
from triptych.template.room import roomy_bodies


class Candidate(msgspec.Struct, frozen=True):
    """A layout as the template describes it. `kind` is its `@type` (ECMA-376, 19.7.15), or empty.

    `used` is how many of the file's own slides are of its master, `opens` whether the first one is of this layout;
    `height` is that of slides, in points; `drawn` is what it draws behind its text.
    """

    index: int
    name: str
    kind: str
    placeholders: tuple[Placeholder, ...]
    vertical: bool = False
    ground: str = ""
    used: int = 0
    opens: bool = False
    height: float = 540.0
    spare: Rect | None = None
    spare_grounds: tuple[str, ...] = ()
    drawn: Grounds | None = None

    def count(self, kind: str) -> int:
        """How many placeholders of a kind it has."""
        return sum(placeholder.kind == kind for placeholder in self.placeholders)

    @property
    def title(self) -> Placeholder | None:
        """Its title; None if it has none, or several, or one that is beyond the slide's edge, where nobody sees it."""
        titles = [placeholder for placeholder in self.placeholders if placeholder.kind == "title"]
        shown = (
            len(titles) == 1 and titles[0].rect.bottom > 0.05 * self.height and titles[0].rect.y < 0.95 * self.height
        )
        return titles[0] if shown else None

    @property
    def bodies(self) -> tuple[Placeholder, ...]:
        """Its texts with room for several lines."""
        return roomy_bodies(self.placeholders, self.height)

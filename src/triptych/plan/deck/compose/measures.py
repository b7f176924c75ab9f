"""How high the texts of a section are, asked often: sums that are made once."""

from collections.abc import Sequence
from itertools import accumulate

from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.smallest_type import SMALLEST_BODY
from triptych.model.theme import Role
from triptych.plan.deck.compose.atoms import Atom, Topic, head_unit
from triptych.plan.deck.drafts import Setting, body
from triptych.plan.deck.measure import Measured
from triptych.plan.deck.pages import Frame, frame

SMALL = 20.0
"""Points below which text is continued instead."""
LARGE = (28.0, 24.0)
"""Points that text is still large in, where a template sets it in more."""


class Measures:
    """The atoms of a section as the body of a layout sets them; what was measured is kept."""

    def __init__(self, atoms: Sequence[Atom], topics: Sequence[Topic], setting: Setting, role: Role) -> None:
        self.setting = setting
        self.role: Role = role
        self.placeholder = body(setting, role)
        self.where = frame(self.placeholder, setting)
        self.room: Rect = self.placeholder.inner
        self._measured = [self._of(atom, topics) for atom in atoms]
        self._sums: dict[tuple[float, float, bool], list[float]] = {}

    def _of(self, atom: Atom, topics: Sequence[Topic]) -> Measured | None:
        if atom.unit is None:
            return self.where.measure_unit(head_unit(topics[atom.topic]))
        return self.where.measure_unit(atom.text) if atom.text else None

    @property
    def steps(self) -> tuple[tuple[float, int], ...]:
        """The scales that a slide is tried at, and how many steps each is below large type.

        They begin at the template's own size; what is set large has room for more before it is small.
        """
        base = self.placeholder.levels[0].size
        large = (size for size in LARGE if base > LARGE[0] and size < base)
        small = (size for size in (22.0, SMALL) if SMALLEST_BODY <= size < base)
        return (
            (1.0, 0),
            *((size / base, 0) for size in large),
            *((size / base, step) for step, size in enumerate(small, 1)),
        )

    def height(self, start: int, end: int, scale: float, width: float = 0.0, *, feet: bool = True) -> float:
        """The height in points of the texts from one atom to before another, with the footnotes that they call."""
        sums = self._summed(width or self.where.width, scale, feet)
        first = self._measured[start]
        return sums[end] - sums[start] - (first.before if first and end > start else 0.0)

    def _summed(self, width: float, scale: float, feet: bool) -> list[float]:
        key = (width, scale, feet)
        if key not in self._sums:
            each = (
                part.height(width, scale) + part.before + (part.foot if feet else 0.0) if part else 0.0
                for part in self._measured
            )
            self._sums[key] = list(accumulate(each, initial=0.0))
        return self._sums[key]

    def narrowed(self, width: float) -> Frame:
        """The frame of the body, as wide as something beside it leaves it."""
        return replace(self.where, width=width)

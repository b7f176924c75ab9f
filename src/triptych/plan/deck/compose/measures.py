"""How high the texts of a section are, asked often: sums that are made once."""

from collections.abc import Sequence
from functools import cache
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
    """The atoms of a section as the body of a layout sets them; what was measured is kept.

    `steps` are the scales that a slide is tried at, with how many steps each is below large type.
    """

    def __init__(self, atoms: Sequence[Atom], topics: Sequence[Topic], setting: Setting, role: Role) -> None:
        self.setting = setting
        self.role: Role = role
        self.placeholder = body(setting, role)
        self.where = frame(self.placeholder, setting)
        self.room: Rect = self.placeholder.inner
        self.steps = _steps(self.placeholder.levels[0].size)
        self._measured = [self._of(atom, topics) for atom in atoms]
        self._befores = [part.before if part else 0.0 for part in self._measured]
        self._sums: dict[tuple[float, float, bool], list[float]] = {}

    def _of(self, atom: Atom, topics: Sequence[Topic]) -> Measured | None:
        if atom.unit is None:
            return self.where.measure_unit(head_unit(topics[atom.topic]))
        return self.where.measure_unit(atom.text) if atom.text else None

    def height(self, start: int, end: int, scale: float, width: float = 0.0, *, feet: bool = True) -> float:
        """The height in points of the texts from one atom to before another, with the footnotes that they call."""
        key = (width or self.where.width, scale, feet)
        sums = self._sums.get(key)
        if sums is None:
            sums = self._sums[key] = self._summed(*key)
        return sums[end] - sums[start] - (self._befores[start] if end > start else 0.0)

    def _summed(self, width: float, scale: float, feet: bool) -> list[float]:
        each = [
            part.height(width, scale) + before + (part.foot if feet else 0.0) if part else 0.0
            for part, before in zip(self._measured, self._befores, strict=True)
        ]
        return list(accumulate(each, initial=0.0))

    def narrowed(self, width: float) -> Frame:
        """The frame of the body, as wide as something beside it leaves it."""
        return replace(self.where, width=width, knows={})


@cache
def _steps(base: float) -> tuple[tuple[float, int], ...]:
    """The scales that a slide is tried at, and how many steps each is below large type.

    They begin at the template's own size; what is set large has room for more before it is small.
    """
    large = (size for size in LARGE if base > LARGE[0] and size < base)
    small = (size for size in (22.0, SMALL) if SMALLEST_BODY <= size < base)
    return (
        (1.0, 0),
        *((size / base, 0) for size in large),
        *((size / base, step) for step, size in enumerate(small, 1)),
    )

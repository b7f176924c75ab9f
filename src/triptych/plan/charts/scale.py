"""Axes of round numbers, and numbers as a reader of the language writes them."""

import math
from collections.abc import Iterable

import msgspec

from triptych.languages import language

_NEAR_ZERO = 1 / 3
"""The share of the value farthest from zero below which the nearest one draws zero onto the axis."""


class Scale(msgspec.Struct, frozen=True):
    """An axis from `low` to `high` in steps of 1, 2 or 5 times a power of ten."""

    low: float
    high: float
    step: float

    def share(self, value: float) -> float:
        """Where a value stands between the ends of the axis: 0 at the low end, 1 at the high one."""
        return min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))

    @property
    def ticks(self) -> tuple[float, ...]:
        """The round numbers on the axis."""
        count = round((self.high - self.low) / self.step)
        return tuple(round(self.low / self.step + k) * self.step for k in range(count + 1))

    @property
    def places(self) -> int:
        """The digits after the point that the ticks need."""
        return max(0, -math.floor(math.log10(self.step) + 1e-9))


def scale_of(values: Iterable[float], ticks: int, *, zero: bool = False) -> Scale:
    """A scale that holds the values with about so many ticks. `zero` puts zero on it in any case."""
    known = list(values)
    low, high = min(known, default=0.0), max(known, default=1.0)
    if zero or 0 < low < high * _NEAR_ZERO or low * _NEAR_ZERO < high < 0:
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low <= 1e-9 * max(abs(low), abs(high)):
        spread = max(abs(low), abs(high)) * 0.5 or 1.0
        low, high = (max(0.0, low - spread) if low >= 0 else low - spread), high + spread
    step = _round_up((high - low) / max(1, ticks))
    return Scale(math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step, step)


def _round_up(raw: float) -> float:
    """The next number that is 1, 2 or 5 times a power of ten."""
    power: float = 10.0 ** math.floor(math.log10(raw))
    return next((power * factor for factor in (1.0, 2.0, 5.0) if power * factor >= raw * (1 - 1e-9)), power * 10.0)


def written(value: float, places: int, lang: str, unit: str = "") -> str:
    """A number with so many decimals, its thousands set off by thin spaces from ten thousand on."""
    if abs(value) >= 1e12 or places > 6:
        text = f"{value:.3g}"
    else:
        text = f"{value:,.{places}f}" if abs(value) >= 10_000 else f"{value:.{places}f}"
        text = text.replace(",", "\u202f")
    return text.replace(".", language(lang).decimal).replace("-", "−") + unit

"""A picture that has been read and can be placed."""

from typing import Literal

import msgspec

from triptych.model.colors import luminance

TONES = 32
"""Columns and rows of the grid of a picture's tones."""


def ground_name(source: str) -> str:
    """The name of a picture among a document's as the ground of slides: there it is cut to their proportions."""
    return f"ground {source}"


class Tones(msgspec.Struct, frozen=True):
    """The colours of a picture as a coarse grid of RRGGBB, row by row; empty where one sees through it."""

    colors: tuple[str, ...]

    def extremes(self, x: float, y: float, width: float, height: float) -> tuple[tuple[str, ...], bool]:
        """The darkest and the lightest tone of a part, given in shares of the picture; whether one sees through it.

        A twentieth at either end does not count: text is readable across a speck.
        """
        columns, rows = _cells(x, width), _cells(y, height)
        cells = [self.colors[row * TONES + column] for row in rows for column in columns]
        seen = sorted((cell for cell in cells if cell), key=luminance)
        if not seen:
            return (), True
        skip = len(seen) // 20
        return (seen[skip], seen[-1 - skip]), len(seen) < len(cells)

    def at(self, x: float, y: float) -> str:
        """The tone at a point, given in shares of the picture; empty where one sees through it."""
        column, row = (min(max(int(share * TONES), 0), TONES - 1) for share in (x, y))
        return self.colors[row * TONES + column]


class Picture(msgspec.Struct, frozen=True):
    """Encoded bytes that both writers can embed, upright, in a colour space that both know.

    `width` and `height` are pixels after rotation; `key` names the content (a hash). A vector picture is also
    there as `svg`, and `width` and `height` are its natural size: the pixels of `data` are finer.
    `tones` has only what text stands on.
    """

    data: bytes
    format: Literal["png", "jpeg"]
    width: int
    height: int
    key: str
    svg: bytes = b""
    tones: Tones | None = None


def _cells(start: float, share: float) -> range:
    first = min(max(int(start * TONES), 0), TONES - 1)
    last = min(max(int((start + share) * TONES - 1e-6), first), TONES - 1)
    return range(first, last + 1)

"""Text as outlines: for what is too small to be read as text, and only shows how something looks."""

from functools import lru_cache

from triptych.model.drawing import Drawing, Operator, Outline
from triptych.model.theme import Face
from triptych.text.fonts import Font, load
from triptych.text.shape import shape, space_width, word_width

Step = tuple[Operator, tuple[float, ...]]


@lru_cache(maxsize=4096)
def outlined(text: str, face: Face, rtl: bool = False) -> Drawing:
    """The text on one line as outlines in ems, just as wide as it would be drawn; `rtl` as for a shaped word."""
    words = text.split(" ")
    space = space_width(face)
    total = sum(word_width(word, face) for word in words if word) + space * (len(words) - 1)
    steps: list[Step] = []
    x = 0.0
    for word in reversed(words) if rtl else words:
        steps += _word(word, face, rtl, x)
        x += (word_width(word, face) if word else 0.0) + space
    font = load(face)
    return Drawing((Outline(tuple(steps)),) if steps else (), total, font.ascent, font.descent)


def _word(word: str, face: Face, rtl: bool, x: float) -> list[Step]:
    out: list[Step] = []
    for segment in shape(word, face, rtl):
        for glyph in segment.glyphs:
            for operator, numbers in glyph_steps(segment.font, glyph.id):
                moved = (n + (x + glyph.dx if k % 2 == 0 else -glyph.dy) for k, n in enumerate(numbers))
                out.append((operator, tuple(round(n, 4) for n in moved)))
            x += glyph.advance
    return out


@lru_cache(maxsize=4096)
def glyph_steps(font: Font, glyph: int) -> tuple[Step, ...]:
    """The outline of a glyph in ems, y downwards from the baseline; none for a blank."""
    pen = _Pen(font.upem)
    font.hb_font.draw_glyph_with_pen(glyph, pen)
    return tuple(pen.steps)


class _Pen:
    """Collects the contours of a glyph, y turned downwards; a quadratic curve is a cubic one exactly."""

    def __init__(self, upem: int) -> None:
        self.steps: list[Step] = []
        self._upem = upem
        self._at = (0.0, 0.0)

    def _add(self, operator: Operator, *points: tuple[float, float]) -> None:
        self.steps.append((operator, tuple(n / self._upem for x, y in points for n in (x, -y))))
        self._at = points[-1]

    def moveTo(self, point: tuple[float, float]) -> None:
        self._add("M", point)

    def lineTo(self, point: tuple[float, float]) -> None:
        self._add("L", point)

    def curveTo(self, *points: tuple[float, float]) -> None:
        self._add("C", *points)

    def qCurveTo(self, *points: tuple[float, float]) -> None:
        (a, b), (c, d), (e, f) = self._at, points[0], points[1]
        self._add("C", (a + 2 / 3 * (c - a), b + 2 / 3 * (d - b)), (e + 2 / 3 * (c - e), f + 2 / 3 * (d - f)), (e, f))

    def closePath(self) -> None:
        self.steps.append(("Z", ()))

"""A palette on another ground: every text of it is moved as far as it must be read there, and no further."""

from msgspec.structs import fields, replace

from triptych.model.colors import LARGE_READABLE, READABLE, blend, contrast, readable, worst
from triptych.model.theme import CodeColors, Palette

_STRONG = 12.0
"""The contrast of ink that takes the place of another."""
_FAINT = 0.08  # how far a tint is from the paper where there is none that can carry text


def standing_on(palette: Palette, grounds: tuple[str, ...]) -> Palette:
    """The palette for text on all the grounds, of which there is at least one; the first is its paper."""
    ground, ink = grounds[0], _strong(palette.ink, *grounds)
    tint = palette.tint
    if contrast(ink, tint) < 7 or contrast(tint, ground) > 1.35:
        tint = blend(ground, palette.accent, _FAINT)
    ink = _strong(ink, *grounds, tint)
    return replace(
        palette,
        ink=ink,
        muted=readable(blend(ink, ground, 0.35), *grounds, tint),
        accent=readable(palette.accent, *grounds, tint),
        tint=tint,
        hairline=blend(ink, ground, 0.75),
        paper=ground,
        question=tint,
        ghost=tint,
        mark=palette.mark if contrast(ink, palette.mark) >= READABLE else _mark(ink, ground, palette.warm),
        green=readable(palette.green, ground, ratio=LARGE_READABLE),
        violet=readable(palette.violet, ground, ratio=LARGE_READABLE),
        red=readable(palette.red, ground, ratio=LARGE_READABLE),
        visited=readable(palette.visited, ground),
        code=_code(palette.code, *grounds, tint),
    )


def _strong(ink: str, *grounds: str) -> str:
    """The ink; where it cannot be read, one that stands out as ink does."""
    return ink if worst(ink, grounds) >= READABLE else readable(ink, *grounds, ratio=_STRONG)


def _mark(ink: str, ground: str, warm: str) -> str:
    """What stands behind key phrases: as warm as the ink can be read on."""
    shades = (blend(ground, warm, share / 20) for share in range(8, 0, -1))
    return next((shade for shade in shades if contrast(ink, shade) >= READABLE), ground)


def _code(usual: CodeColors, *grounds: str) -> CodeColors:
    """The colours of code, each made readable on all the grounds."""
    return CodeColors(**{field.name: readable(getattr(usual, field.name), *grounds) for field in fields(usual)})

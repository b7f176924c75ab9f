"""A palette on another ground: every text of it is moved as far as it must be read there, and no further."""

from msgspec.structs import fields, replace

from triptych.model.colors import LARGE_READABLE, READABLE, blend, contrast, readable, worst
from triptych.model.theme import CALLOUT_TINT, CodeColors, Palette

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
        note=_callout(palette.note, grounds, tint, ink),
        tip=_callout(palette.tip, grounds, tint, ink),
        warning=_callout(palette.warning, grounds, tint, ink),
        danger=_callout(palette.danger, grounds, tint, ink),
        code=_code(palette.code, *grounds, tint),
    )


def _strong(ink: str, *grounds: str) -> str:
    """The ink; where it cannot be read, one that stands out as ink does."""
    return ink if worst(ink, grounds) >= READABLE else readable(ink, *grounds, ratio=_STRONG)


def _mark(ink: str, ground: str, warm: str) -> str:
    """What stands behind key phrases: as warm as the ink can be read on."""
    shades = (blend(ground, warm, share / 20) for share in range(8, 0, -1))
    return next((shade for shade in shades if contrast(ink, shade) >= READABLE), ground)


def _callout(color: str, grounds: tuple[str, ...], tint: str, ink: str) -> str:
    """The colour of a kind of callout, as near to the ink as it must be on all grounds and on the one it makes."""
    shades = (blend(color, ink, step / 20) for step in range(21))
    fit = (s for s in shades if worst(s, (*grounds, tint, callout_ground(s, grounds[0]))) >= READABLE)
    return next(fit, ink)


def callout_ground(color: str, paper: str) -> str:
    """The ground of a callout whose kind has a colour: the paper itself where a tint would leave too little to read."""
    tinted = blend(paper, color, CALLOUT_TINT)
    return tinted if contrast(color, tinted) >= READABLE else paper


def _code(usual: CodeColors, *grounds: str) -> CodeColors:
    """The colours of code, each made readable on all the grounds."""
    return CodeColors(**{field.name: readable(getattr(usual, field.name), *grounds) for field in fields(usual)})

"""What a document asks of its slides' looks: a background behind them, a logo in their corner."""

from msgspec.structs import replace

from triptych.geometry import Insets, Rect, Size, contain
from triptych.model.colors import blend, veil
from triptych.model.deck import Backdrop, PictureBox
from triptych.model.palettes import standing_on
from triptych.model.picture import Picture, ground_name
from triptych.model.theme import Placeholder, SlideLayout, Theme
from triptych.plan.deck.drafts import Setting

LOGO = Size(120.0, 40.0)
"""Points that a logo takes at most."""
MARGIN, GAP = 24.0, 16.0
_CALM = 7.0
"""The contrast that a picture leaves to the ink: less would make every other colour of text the same."""
_LEAST_TITLE = 0.5  # of the slide's width, under which a title does not give way


def backdrop_of(asked: str, pictures: dict[str, Picture]) -> Backdrop | None:
    """The background for #RRGGBB or a picture's source; a picture as veiled as text on it needs. None for neither."""
    if asked.startswith("#"):
        return Backdrop(color=asked[1:])
    picture = pictures.get(ground_name(asked))
    if picture is None or picture.tones is None:
        return None
    color, share = veil(picture.tones.extremes(0.0, 0.0, 1.0, 1.0)[0] or ("FFFFFF",), _CALM)
    return Backdrop(picture=picture, veil=color if share else "", opacity=share)


def on_backdrop(theme: Theme, backdrop: Backdrop) -> Theme:
    """The theme as it is on a background: its colours, and what stands behind its placeholders."""
    grounds = _grounds(backdrop)

    def on(layout: SlideLayout) -> SlideLayout:
        slots = tuple(replace(slot, grounds=_behind(slot, layout, grounds)) for slot in layout.placeholders)
        return replace(layout, placeholders=slots, ground=grounds[0])

    return replace(
        theme,
        palette=standing_on(theme.palette, grounds),
        layouts=tuple(map(on, theme.layouts)),
        named=tuple(map(on, theme.named)),
    )


def _grounds(backdrop: Backdrop) -> tuple[str, ...]:
    if backdrop.picture is None or backdrop.picture.tones is None:
        return (backdrop.color,)
    seen = backdrop.picture.tones.extremes(0.0, 0.0, 1.0, 1.0)[0] or ("FFFFFF",)
    return tuple(blend(ground, backdrop.veil, backdrop.opacity) for ground in seen) if backdrop.veil else seen


def _behind(slot: Placeholder, layout: SlideLayout, grounds: tuple[str, ...]) -> tuple[str, ...]:
    """The new grounds, and the shapes of the layout that still stand behind a placeholder."""
    if not layout.ground:
        return grounds
    kept = [ground for ground in slot.grounds if ground != layout.ground]
    return tuple(dict.fromkeys((*(grounds if layout.ground in slot.grounds or not kept else ()), *kept)))


def with_logo(theme: Theme, logo: Picture) -> Theme:
    """The theme with titles that leave a corner to the logo where no corner is free."""

    def on(layout: SlideLayout) -> SlideLayout:
        return layout if logo_place(layout, theme.size, logo) else _giving_way(layout, theme.size, logo)

    return replace(theme, layouts=tuple(map(on, theme.layouts)), named=tuple(map(on, theme.named)))


def logo_box(layout: SlideLayout, size: Size, logo: Picture, alt: str) -> PictureBox | None:
    """The logo in a corner that no placeholder covers; None where there is none."""
    place = logo_place(layout, size, logo)
    return PictureBox("Logo", place, logo, alt) if place else None


def logo_place(layout: SlideLayout, size: Size, logo: Picture) -> Rect | None:
    """The corner for a logo: at the top if it is free, at the right first."""
    taken = [slot.rect for slot in layout.placeholders]
    return next((at for at in _corners(size, logo) if not any(_meet(at, rect) for rect in taken)), None)


def _corners(size: Size, logo: Picture) -> tuple[Rect, ...]:
    shown = contain(Size(logo.width, logo.height), Rect(0, 0, LOGO.width, LOGO.height))
    right, bottom = size.width - MARGIN - shown.width, size.height - MARGIN - shown.height
    return tuple(
        Rect(x, y, shown.width, shown.height)
        for x, y in ((right, MARGIN), (MARGIN, MARGIN), (right, bottom), (MARGIN, bottom))
    )


def _giving_way(layout: SlideLayout, size: Size, logo: Picture) -> SlideLayout:
    """The layout with a title that ends before the logo, if it is the title alone that is in the way."""
    at, title = _corners(size, logo)[0], layout.first("title")
    others = [slot.rect for slot in layout.placeholders if slot is not title]
    if title is None or any(_meet(at, rect) for rect in others):
        return layout
    taken = title.rect.right - at.x + GAP
    narrowed = title.rect.inset(Insets(right=taken))
    if narrowed.width < _LEAST_TITLE * size.width:
        return layout
    slots = tuple(replace(s, rect=narrowed, moved=True) if s is title else s for s in layout.placeholders)
    return replace(layout, placeholders=slots)


def _meet(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def on_ground(setting: Setting, asked: str) -> Setting:
    """The setting with the background that is asked for, if one is."""
    backdrop = backdrop_of(asked, setting.pictures)
    if backdrop is None:
        return setting
    return replace(setting, theme=on_backdrop(setting.theme, backdrop), backdrop=backdrop)

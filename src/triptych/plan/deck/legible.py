"""Text that can be read on what stands behind it, whatever the template makes of it."""

from functools import lru_cache

from msgspec.structs import replace

from triptych.model.colors import LARGE_READABLE, READABLE, blend, least_on, readable, veil, worst
from triptych.model.deck import Backdrop, Para, Run, Slide, TextFill
from triptych.model.theme import FEET, Level, Palette, Placeholder, SlideLayout, Theme


def legible(slide: Slide, theme: Theme) -> Slide:
    """The slide with other colours where a text cannot be read on its ground; with a veil where no colour would do."""
    slide = _veiled(slide)
    fills = tuple(_fill(fill, theme) if isinstance(fill, TextFill) else fill for fill in slide.fills)
    return replace(slide, fills=fills, layout=_layout(slide.layout, theme))


@lru_cache(maxsize=64)  # a deck has as many as its template
def _layout(layout: SlideLayout, theme: Theme) -> SlideLayout:
    """The layout with a foot that can be read."""
    return replace(
        layout, placeholders=tuple(_slot(p, theme, None, 1) if p.kind in FEET else p for p in layout.placeholders)
    )


def _veiled(slide: Slide) -> Slide:
    """The slide with its whole ground toned down if a text of it could not be read in any colour."""
    used = [fill.placeholder for fill in slide.fills if isinstance(fill, TextFill)]
    grounds = [ground for slot in used if not _can_be_read(slot) for ground in slot.grounds]
    if not grounds:
        return slide
    color, share = veil(grounds, LARGE_READABLE)
    under = slide.backdrop or Backdrop()
    slots = {slot: _under(slot, color, share) for slot in slide.layout.placeholders}
    fills = tuple(
        replace(fill, placeholder=_under(fill.placeholder, color, share)) if isinstance(fill, TextFill) else fill
        for fill in slide.fills
    )
    layout = replace(slide.layout, placeholders=tuple(slots.values()))
    return replace(slide, fills=fills, layout=layout, backdrop=replace(under, veil=color, opacity=share))


@lru_cache(maxsize=256)
def _can_be_read(slot: Placeholder) -> bool:
    ends = ("000000", "FFFFFF")
    return not slot.grounds or max(worst(end, slot.grounds) for end in ends) >= LARGE_READABLE


def _under(slot: Placeholder, color: str, share: float) -> Placeholder:
    return replace(slot, grounds=tuple(blend(ground, color, share) for ground in slot.grounds))


def _fill(fill: TextFill, theme: Theme) -> TextFill:
    size = fill.sizes[0] if fill.sizes else None
    slot = _slot(fill.placeholder, theme, size, 1 + max([para.level for para in fill.paras], default=0))
    marked = fill.paras
    if [run for para in marked for run in para.runs if run.highlight]:
        marked = tuple(_on_marks(para, slot, theme.palette) for para in marked)
    if shown := _color_of_links(slot, theme):
        marked = tuple(_with_links(para, shown) for para in marked)
    return replace(fill, placeholder=slot, paras=marked)


@lru_cache(maxsize=256)
def _color_of_links(slot: Placeholder, theme: Theme) -> str:
    """The colour that links need in a placeholder; empty where their own can be read."""
    link = theme.link or theme.palette.accent
    if not slot.grounds or worst(link, slot.grounds) >= READABLE:  # thin strokes: no size makes up for less
        return ""
    return slot.levels[0].color or readable(theme.palette.ink, *slot.grounds)


def _on_marks(para: Para, slot: Placeholder, palette: Palette) -> Para:
    """The paragraph with its marked text in ink where its own colour cannot be read on that of marks."""
    level = slot.levels[min(para.level, len(slot.levels) - 1)]
    if worst(level.color or palette.ink, (palette.mark,)) >= LARGE_READABLE:
        return para
    ink = readable(palette.ink, palette.mark)

    def colored(run: Run) -> Run:
        return replace(run, color=run.color or ink) if run.highlight else run

    return replace(para, runs=tuple(map(colored, para.runs)))


def _with_links(para: Para, color: str) -> Para:
    """The paragraph with its links in a colour: they stay underlined."""

    def colored(run: Run) -> Run:
        return replace(run, color=run.color or color) if run.link or run.slide else run

    return replace(para, runs=tuple(colored(run) for run in para.runs))


@lru_cache(maxsize=256)  # slides have the placeholders of their layouts, in a few sizes
def _slot(slot: Placeholder, theme: Theme, size: float | None, used: int) -> Placeholder:
    """The placeholder, its levels in other colours where their own cannot be read, as many as are used."""
    if not slot.grounds:
        return slot
    levels = (*(_level(level, slot, theme, size) for level in slot.levels[:used]), *slot.levels[used:])
    return slot if levels == slot.levels else replace(slot, levels=levels, recolored=True)


def _level(level: Level, slot: Placeholder, theme: Theme, size: float | None) -> Level:
    wanted = least_on(slot.grounds, level.color, size or level.size, bold=level.bold, foot=slot.kind in FEET)
    if level.color and worst(level.color, slot.grounds) < wanted:
        usual = level.color if slot.kind in FEET else theme.palette.ink
        own = (color for color in theme.own if worst(color, slot.grounds) >= READABLE)
        found = next(own, "") if slot.kind not in FEET else ""
        level = replace(level, color=found or readable(usual, *slot.grounds, ratio=max(READABLE, wanted)))
    if level.bullet_color and worst(level.bullet_color, slot.grounds) < LARGE_READABLE:
        level = replace(level, bullet_color="")
    return level

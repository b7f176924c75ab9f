"""Figures as strips: each as large as it deserves, its caption beside it or beneath it."""

from msgspec.structs import replace

from triptych.geometry import Rect, Size
from triptych.languages.words import word
from triptych.model.document import Figure, Text
from triptych.model.pages import PictureItem, TagRole
from triptych.model.picture import Picture
from triptych.model.queries import captioned, figure_name, is_decorative, plain
from triptych.plan.flow import Strip, stacked_items
from triptych.plan.handout.objects import together
from triptych.plan.handout.press import Press, Spot
from triptych.plan.picture_sizes import sized, wished

SMALLER, LOW = 0.6, 150.0
"""How much lower a picture may be set rather than leave a page half empty, and the points up to which none is."""
TALLEST = 330.0
"""Points: a taller picture is set smaller, so that text stands beside it on the page."""
WIDE = 1.8
"""How many times as wide as high a picture is that may reach into the margin."""
PER_PIXEL = 1.2
GAP, NARROWEST, WIDEST = 14.0, 80.0, 200.0
"""Points from a picture to the caption beside it, and of the narrowest and the widest one."""
BESIDE = 12
"""Lines up to which a caption stands beside its picture."""
CAPTION, LEADING = 9.0, 12.5


def figure_strips(block: Figure, press: Press, spot: Spot) -> list[Strip]:
    """A picture, whole, with its caption; its alternative text where there is no picture."""
    picture = press.pictures.get(block.image.source)
    if picture is None:
        said = block.image.alt or block.image.source
        out = press.text((Text(said),), spot, press.style(italic=True)) if said else []
        return out + caption_strips(block, press, spot, 2.0)
    size = _size(block, picture, press, spot)
    rect = Rect(spot.x, 0.0, size.width, size.height)
    tag = figure_tag(block, press, spot)
    held = spot if tag is None else replace(spot, tag=tag)
    drawn = Strip(
        rect.height, (PictureItem(rect, picture, tag),), press.density.gap + 4.0, panel=spot.panel,
        least=size.height * SMALLER if size.height > LOW and not sized(block.attributes) else 0.0,
    )  # fmt: skip
    end = Strip(4.0, panel=spot.panel, spare=True)
    at = spot.x + size.width + GAP
    room = min(WIDEST, spot.x + spot.width + _margin(press, spot) - at)
    if not plain(block.caption).strip():
        return together([drawn, end])
    if room >= NARROWEST and (beside := _beside(block, drawn, press, replace(held, x=at, width=room))):
        return together([beside, end])
    return together([drawn, *caption_strips(block, press, held, 5.0), end])


def figure_tag(block: Figure, press: Press, spot: Spot) -> int | None:
    """The element of a figure, which says what it shows; none where that is decoration (ISO 14289-1, 7.3)."""
    if is_decorative(block.image, block.attributes):
        return None
    said = figure_name(block, word(press.document, "figure"), press.document.meta.title)
    return press.tree.add("Figure", spot.tag, alt=said)


def _size(block: Figure, picture: Picture, press: Press, spot: Spot) -> Size:
    """As its author wishes; else as large as its pixels bear, a wide one up to the edge of the page."""
    wide = picture.width >= WIDE * picture.height and bool(_margin(press, spot)) and not sized(block.attributes)
    return wished(picture, block.attributes, frame_of(press, spot, wide=wide), PER_PIXEL)


def frame_of(press: Press, spot: Spot, *, wide: bool = False) -> Size:
    """The points that a picture has at a spot, up to the edge of the page if it is wide."""
    return Size(press.full if wide else spot.width, min(TALLEST, press.page * 0.6))


def _margin(press: Press, spot: Spot) -> float:
    """The points of the margin beside a spot that are free for figures and captions."""
    own = spot.panel is None and spot.x == 0.0 and spot.width == press.column
    return max(0.0, press.full - press.column) if own and press.cues is None and not press.turns else 0.0


def caption_strips(block: Figure, press: Press, spot: Spot, before: float) -> list[Strip]:
    """The caption, if there is one; it is that of the picture whose element the spot has."""
    role: TagRole = "Caption" if press.tree.role(spot.tag) == "Figure" else "P"
    if not plain(block.caption):
        return []
    small = press.style(CAPTION, color=press.theme.palette.muted)
    return press.text(captioned(block), spot, small, leading=LEADING, before=before, role=role)


def _beside(block: Figure, drawn: Strip, press: Press, spot: Spot) -> Strip | None:
    """A picture with its caption beside it; None if that is too long."""
    if len(plain(block.caption)) * CAPTION * 0.45 > BESIDE * spot.width:  # surely too long: nothing is set in vain
        return None
    lines = caption_strips(block, press, spot, 0.0)
    high = sum(line.height for line in lines)
    if len(lines) > BESIDE or high > drawn.height:
        return None
    return replace(
        drawn,
        items=(*drawn.items, *stacked_items(lines)),
        least=max(drawn.least, high) if drawn.least else 0.0,
        anchors=tuple(name for line in lines for name in line.anchors),
        calls=tuple(call for line in lines for call in line.calls),
    )

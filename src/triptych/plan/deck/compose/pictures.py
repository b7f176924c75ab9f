"""Where pictures stand: beside the text that refers to them, beneath it, or alone."""

from typing import TYPE_CHECKING

from triptych.geometry import Rect, Size
from triptych.model.deck import Fill, Para, TextBox
from triptych.model.document import Figure
from triptych.model.picture import Picture
from triptych.model.queries import captioned, description
from triptych.plan.deck.measure import Measured
from triptych.plan.deck.objects import picture_box
from triptych.plan.inlines import runs
from triptych.plan.sizes import wished

if TYPE_CHECKING:
    from triptych.plan.deck.compose.measures import Measures

GAP, BESIDE = 14.0, 32.0
"""Points between a text and what stands beneath it or beside it."""
SHARE = 0.45
"""The share of a slide's width that a picture beside text has at least, if it is not too tall for that."""
WIDEST = 0.6
"""The share of the body's width that it has at most."""
CAPTION = 14.0
UNDER = 8.0
"""Points of a caption's type, and between a picture and its caption."""
LEAST = 0.4
"""The share of the body's height below which a picture is not squeezed beneath a text."""


def caption_of(block: Figure, measures: "Measures") -> Para | None:
    """The caption of a figure behind its number; None if it has none."""
    said = runs(captioned(block))
    return Para(said, bullet=False) if said else None


def caption_height(block: Figure, measures: "Measures", width: float) -> float:
    """The height of a caption of a width, with the space above it; 0 if there is none."""
    para = caption_of(block, measures)
    if para is None:
        return 0.0
    measured = Measured(para, measures.placeholder, measures.where.code_family)
    lines = measured.lines(width, CAPTION / measures.placeholder.levels[0].size)
    return lines * CAPTION * 1.25 + UNDER


def beside_size(picture: Picture, block: Figure, measures: "Measures") -> Size:
    """The size of a picture beside text: a little under half of the slide, more for a wide one, whole in the body."""
    least = SHARE * measures.setting.theme.size.width
    wide = picture.width / picture.height
    width = min(measures.room.width * WIDEST, least * (1.15 if wide > 1.7 else 1.0))
    height = measures.room.height - caption_height(block, measures, width)
    size = wished(picture, block.attributes, Size(width, height), 3.0)
    return size if size.width <= width else Size(width, width / wide)


def under_size(picture: Picture, block: Figure, measures: "Measures", text: float) -> Size | None:
    """The size of a picture beneath a text of a height; None if it would be too small."""
    room = measures.room
    height = room.height - text - GAP - caption_height(block, measures, room.width)
    return wished(picture, block.attributes, Size(room.width, height), 3.0) if height >= room.height * LEAST else None


def framed(block: Figure, frame: Rect, measures: "Measures", *, right: bool = False, top: bool = True) -> list[Fill]:
    """A picture in a frame at its top, or centred in its height, with its caption beneath it; `right`: flush there."""
    picture = measures.setting.pictures[block.image.source]
    para, high = caption_of(block, measures), caption_height(block, measures, frame.width)
    space = Rect(frame.x, frame.y, frame.width, frame.height - high)
    box = picture_box(picture, description(block), space, block.attributes)
    size = box.rect
    x = space.right - size.width if right else size.x
    y = space.y if top else space.y + (space.height - size.height) / 2
    at = Rect(x, y, size.width, size.height)
    fills: list[Fill] = [type(box)(box.name, at, picture, box.alt)]
    if para is not None:
        below = Rect(frame.x if not right else min(x, frame.x), at.bottom + UNDER, frame.width, high - UNDER)
        fills.append(TextBox("Caption", below, (para,), CAPTION, measures.setting.theme.palette.muted))
    return fills

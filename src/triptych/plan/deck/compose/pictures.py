"""Where pictures stand: beside the text that refers to them, beneath it, or alone."""

from typing import TYPE_CHECKING

from triptych.geometry import Rect, Size
from triptych.languages.words import word
from triptych.model.deck import Fill, Para, TextBox
from triptych.model.document import Figure
from triptych.model.picture import Picture
from triptych.model.queries import captioned, figure_name, is_decorative
from triptych.plan.deck.measure import Measured
from triptych.plan.deck.objects import picture_box
from triptych.plan.inlines import runs
from triptych.plan.picture_sizes import wished

if TYPE_CHECKING:
    from triptych.plan.deck.compose.measures import Measures

GAP, BESIDE = 14.0, 32.0
"""Points between a text and what stands beneath it or beside it."""
COLUMNS = (0.3, 0.36, 0.45, 0.52)
"""The shares of a slide's width that a picture and its caption take beside text: as much as makes it largest."""
WIDEST = 0.6
"""The share of the body's width that they have at most."""
_WIDER = 1.04
"""By how much a picture must be larger for a wider column: a caption needs no more room than its picture."""
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


def beside_size(picture: Picture, block: Figure, measures: "Measures") -> tuple[Size, float]:
    """The size of a picture beside text, and the width of its column: the one in which it is largest, whole in the
    body above its caption.
    """
    best, column = Size(0.0, 0.0), 0.0
    whole, most = measures.setting.theme.size.width, measures.room.width * WIDEST
    for share in COLUMNS:
        width = min(share * whole, most)
        height = measures.room.height - caption_height(block, measures, width)
        if height <= 0:
            continue
        size = wished(picture, block.attributes, Size(width, height), 3.0)
        if size.width * size.height > best.width * best.height * _WIDER:
            best, column = size, width
    return best, column


def under_size(picture: Picture, block: Figure, measures: "Measures", text: float) -> Size | None:
    """The size of a picture beneath a text of a height; None if it would be too small."""
    room = measures.room
    height = room.height - text - GAP - caption_height(block, measures, room.width)
    return wished(picture, block.attributes, Size(room.width, height), 3.0) if height >= room.height * LEAST else None


def framed(block: Figure, frame: Rect, measures: "Measures", *, top: bool = True) -> list[Fill]:
    """A picture in the middle of a frame, at its top or centred in its height, with its caption beneath it."""
    picture = measures.setting.pictures[block.image.source]
    para, high = caption_of(block, measures), caption_height(block, measures, frame.width)
    space = Rect(frame.x, frame.y, frame.width, frame.height - high)
    decorates = is_decorative(block.image, block.attributes)
    document = measures.setting.document
    said = "" if decorates else figure_name(block, word(document, "figure"), document.meta.title)
    box = picture_box(picture, said, space, block.attributes)
    size = box.rect
    y = space.y if top else space.y + (space.height - size.height) / 2
    at = Rect(size.x, y, size.width, size.height)
    fills: list[Fill] = [type(box)(box.name, at, picture, box.alt)]
    if para is not None:
        below = Rect(frame.x, at.bottom + UNDER, frame.width, high - UNDER)
        fills.append(TextBox("Caption", below, (para,), CAPTION, measures.setting.theme.palette.muted, captions=True))
    return fills

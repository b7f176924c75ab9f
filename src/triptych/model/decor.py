"""What a layout of a template draws behind its placeholders."""

import msgspec

from triptych.model.deck import TextBox
from triptych.model.pages import BoxItem, DrawingItem, PathItem, PictureItem, RuleItem

Part = BoxItem | PathItem | RuleItem | DrawingItem | PictureItem | TextBox


class Decor(msgspec.Struct, frozen=True):
    """The ground of a layout's slides and what stands on it, from back to front, in points of the slide.

    `ground` is RRGGBB, for more colours than one the middle one; `link` is the colour of links.
    """

    ground: str = "FFFFFF"
    link: str = ""
    parts: tuple[Part, ...] = ()

"""What makes the template of one theme differ from another's, and the grid that all of them stand on."""

import msgspec

from triptych.geometry import Rect, Size
from triptych.model.theme import Palette, Scale, Trim
from triptych.write.pptx.themes import scheme_name

WIDE = Size(960.0, 540.0)
MARGIN = 48.0
_GAP, _FOOT_GAP, _DATE, _NUMBER = 32.0, 16.0, 152.0, 80.0


class Look(msgspec.Struct, frozen=True):
    """A theme's colours, ornaments and sizes of type, and the slide's size in points."""

    palette: Palette = msgspec.field(default_factory=Palette)
    trim: Trim = msgspec.field(default_factory=Trim)
    filled: bool = True
    scale: Scale = msgspec.field(default_factory=Scale)
    size: Size = WIDE

    @property
    def across(self) -> float:
        """The width between the margins."""
        return self.size.width - 2 * MARGIN

    @property
    def title(self) -> Rect:
        """Where titles stand."""
        return Rect(MARGIN, 24, self.across, 64)

    @property
    def body(self) -> Rect:
        """Where text stands."""
        return Rect(MARGIN, 116, self.across, 368)

    @property
    def halves(self) -> tuple[Rect, Rect]:
        """The left and the right half of the text's place."""
        body, width = self.body, (self.across - _GAP) / 2
        return Rect(body.x, body.y, width, body.height), Rect(body.x + width + _GAP, body.y, width, body.height)

    @property
    def footer(self) -> Rect:
        """Where the footer stands; the date and the number are to the right of it."""
        return Rect(MARGIN, 500, self.across - _DATE - _NUMBER - 2 * _FOOT_GAP, 20)

    @property
    def date(self) -> Rect:
        """Where the date stands."""
        return Rect(self.footer.right + _FOOT_GAP, 500, _DATE, 20)

    @property
    def number(self) -> Rect:
        """Where the slide's number stands."""
        return Rect(self.size.width - MARGIN - _NUMBER, 500, _NUMBER, 20)

    def rule(self, y: float, width: float, height: float) -> Rect:
        """A rule that begins at the left margin and ends at the right one at the latest."""
        return Rect(MARGIN, y, min(width, self.across), height)

    def name(self, color: str) -> str:
        """What slides call a colour of the palette."""
        return scheme_name(color, self.palette)

    def palette_color(self, name: str) -> str:
        """The colour that has a name in the palette."""
        return str(getattr(self.palette, name))

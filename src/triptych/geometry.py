"""Points on a slide or a page: sizes, rectangles, insets. The origin is the top left, y grows downwards."""

import msgspec


class Size(msgspec.Struct, frozen=True, gc=False):
    """Width and height in points."""

    width: float
    height: float


class Insets(msgspec.Struct, frozen=True, gc=False):
    """Space in points between the edges of a rectangle and what stands in it."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


class Rect(msgspec.Struct, frozen=True, gc=False):
    """A rectangle in points, by its top left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    def inset(self, by: Insets) -> "Rect":
        """The rectangle that is left inside the insets; never of negative size."""
        return Rect(
            self.x + by.left,
            self.y + by.top,
            max(0.0, self.width - by.left - by.right),
            max(0.0, self.height - by.top - by.bottom),
        )

    def contains(self, other: "Rect", slack: float = 0.01) -> bool:
        """Whether the other rectangle lies inside this one, give or take the slack in points."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


def contain(picture: Size, frame: Rect) -> Rect:
    """The largest rectangle of the picture's proportions inside the frame, centred: nothing is cropped."""
    scale = min(frame.width / picture.width, frame.height / picture.height)
    width, height = picture.width * scale, picture.height * scale
    return Rect(frame.x + (frame.width - width) / 2, frame.y + (frame.height - height) / 2, width, height)

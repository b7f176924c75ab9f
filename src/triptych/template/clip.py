"""What reaches over a slide's edges, cut there: nothing may be drawn outside a slide on paper."""

import io

from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.deck import TextBox
from triptych.model.decor import Part
from triptych.model.drawing import Drawing, Operator, Outline
from triptych.model.pages import BoxItem, DrawingItem, PathItem, PictureItem, RuleItem
from triptych.model.picture import Picture
from triptych.read.pictures.raster import to_picture
from triptych.template.paths import flat

Point = tuple[float, float]


def clipped(part: Part, whole: Rect) -> Part | None:
    """The part as far as it is on the slide; None if it is not on it at all."""
    match part:
        case BoxItem():
            return _box(part, whole)
        case PictureItem():
            inside = common(part.rect, whole)
            if inside is None or inside == part.rect:
                return None if inside is None else part
            return PictureItem(inside, cropped(part.picture, part.rect, inside))
        case PathItem():
            points = _polygon(part.points, whole) if part.closed else tuple(_held(p, whole) for p in part.points)
            return replace(part, points=points) if len(points) > 1 else None
        case DrawingItem():
            return _drawing(part, whole)
        case RuleItem():
            (x1, y1), (x2, y2) = _held((part.x1, part.y1), whole), _held((part.x2, part.y2), whole)
            return None if (x1, y1) == (x2, y2) else replace(part, x1=x1, y1=y1, x2=x2, y2=y2)
        case TextBox():
            return part if common(part.rect, whole) == part.rect else None


def common(one: Rect, other: Rect) -> Rect | None:
    """What two rectangles share."""
    x, y = max(one.x, other.x), max(one.y, other.y)
    right, bottom = min(one.right, other.right), min(one.bottom, other.bottom)
    return Rect(x, y, right - x, bottom - y) if right > x and bottom > y else None


def cropped(picture: Picture, rect: Rect, inside: Rect) -> Picture:
    """The part of a picture that fills `rect` which lies inside another rectangle."""
    from PIL import Image

    with Image.open(io.BytesIO(picture.data)) as image:
        across, down = image.width / rect.width, image.height / rect.height
        left, top = round((inside.x - rect.x) * across), round((inside.y - rect.y) * down)
        right, bottom = round((inside.right - rect.x) * across), round((inside.bottom - rect.y) * down)
        part = image.crop((left, top, max(left + 1, right), max(top + 1, bottom)))
        out = io.BytesIO()
        part.save(out, "PNG")
    return to_picture(out.getvalue())


def _box(box: BoxItem, whole: Rect) -> BoxItem | None:
    """An outline runs along the slide's edge where the box reaches over it."""
    inside = common(box.rect, whole)
    return None if inside is None else replace(box, rect=inside)


def _held(point: Point, whole: Rect) -> Point:
    return min(max(point[0], whole.x), whole.right), min(max(point[1], whole.y), whole.bottom)


def _drawing(part: DrawingItem, whole: Rect) -> DrawingItem | None:
    """A path with all its parts cut; as it is where it stays on the slide."""
    size, (shape,) = part.size, part.drawing.outlines
    held = all(
        whole.x - 0.5 <= part.x + numbers[k] * size <= whole.right + 0.5
        and whole.y - 0.5 <= part.y + numbers[k + 1] * size <= whole.bottom + 0.5
        for _, numbers in shape.steps
        for k in range(0, len(numbers), 2)
    )
    if held:
        return part
    steps: list[tuple[Operator, tuple[float, ...]]] = []
    for points, _ in flat(shape.steps):
        cut = _polygon(tuple((part.x + x * size, part.y + y * size) for x, y in points), whole)
        ems = [((x - part.x) / size, (y - part.y) / size) for x, y in cut]
        if ems:
            steps += [("M", ems[0]), *(("L", point) for point in ems[1:]), ("Z", ())]
    if not steps:
        return None
    return replace(part, drawing=Drawing((Outline(tuple(steps)),), part.drawing.width, 0.0, part.drawing.descent))


def _polygon(points: tuple[Point, ...], whole: Rect) -> tuple[Point, ...]:
    """A polygon cut at the four edges, one after the other (Sutherland and Hodgman)."""
    for axis, edge, sign in ((0, whole.x, 1), (0, whole.right, -1), (1, whole.y, 1), (1, whole.bottom, -1)):
        out: list[Point] = []
        for index, point in enumerate(points):
            before = points[index - 1]
            ahead, behind = (point[axis] - edge) * sign, (before[axis] - edge) * sign
            if ahead * behind < 0:
                share = behind / (behind - ahead)
                out.append((before[0] + (point[0] - before[0]) * share, before[1] + (point[1] - before[1]) * share))
            if ahead >= 0:
                out.append(point)
        points = tuple(out)
    return points

"""What stands behind the text of a layout: the colours of its background, of shapes and pictures drawn on it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from triptych.geometry import Rect, Size
from triptych.model.colors import blend, luminance
from triptych.template.colors import color_of
from triptych.template.fills import Seen, gradient_color, opacity, picture_color
from triptych.template.outlines import Figure, figures_of, is_within
from triptych.template.parts import A, LayoutPart, Media, P, rect_of

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ACROSS = tuple((2 * k + 1) / 20 for k in range(10))
_DOWN = (0.1, 0.3, 0.5, 0.7, 0.9)  # where a place is looked at, in shares of it
_FEW = 4
_LEAST = 0.1  # the share of a text's place from which on a shape behind it counts
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
_TAGS = frozenset(f"{A}{name}" for name in _FILLS)
Colors = tuple[str, ...]
Place = tuple[float, float, float, float]
"""How far coordinates are moved to the right and down, in points, and how they are scaled."""
_HERE: Place = (0.0, 0.0, 1.0, 1.0)


class _Drawn(msgspec.Struct, frozen=True):
    """Something drawn: where, its fill, and the picture that this is, encoded.

    `tint` is the colour that a fill of the theme is called in; `figures` is what of its place it covers, None where
    that is not known.
    """

    rect: Rect
    fill: Any
    picture: bytes
    tint: str = ""
    figures: tuple[Figure, ...] | None = None

    def covers(self, x: float, y: float) -> bool:
        """Whether something of it may be at a point."""
        at = self.rect
        return is_within(self.figures, x, y) if self.figures else at.x <= x <= at.right and at.y <= y <= at.bottom

    def reaches(self, rect: Rect) -> bool:
        """Whether any of it may be within a rectangle."""
        left, top, right, bottom = self._reach()
        return left < rect.right and right > rect.x and top < rect.bottom and bottom > rect.y

    def _reach(self) -> tuple[float, float, float, float]:
        if not self.figures:
            return self.rect.x, self.rect.y, self.rect.right, self.rect.bottom
        points = [point for figure in self.figures for ring in figure for point in ring]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return min(xs), min(ys), max(xs), max(ys)


def _picture(fill: Any, media: Media) -> bytes:
    """The picture that a fill is, encoded; none for all else."""
    blip = fill.find(f"{A}blip") if fill.tag.endswith("}blipFill") else None
    return b"" if blip is None else media.read(blip.get(f"{_R}embed", ""))


def _filling(rect: Rect, fill: Any, media: Media, tint: str = "") -> _Drawn:
    """What fills all of its place."""
    corners = ((rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom))
    return _Drawn(rect, fill, _picture(fill, media), tint, ((corners,),))


class Grounds(msgspec.Struct, frozen=True):
    """All that a layout draws, the rearmost first; `colors` has the names that slides use.

    `marks` is where each thing is that it draws on its ground, lines among them.
    """

    drawn: tuple[_Drawn, ...]
    colors: Mapping[str, str]
    media: Media = Media(b"", {})
    marks: tuple[Rect, ...] = ()

    def is_bare(self, rect: Rect) -> bool:
        """Whether nothing begins or ends within a rectangle."""
        return not any(_meet(mark, rect) and not mark.contains(rect) for mark in self.marks)

    def behind(self, rect: Rect, own: Any = None) -> Colors:
        """The colours behind a place, each that takes a share of it; none where they cannot be told.

        `own` is the fill of what stands there itself. Of many colours that run into each other: the darkest and the
        lightest, but for a twentieth.
        """
        if rect.width <= 0 or rect.height <= 0:
            return ()
        things = [thing for thing in self.drawn if thing.reaches(rect)]
        if own is not None:
            things.append(_filling(rect, own, self.media))
        points = [(rect.x + a * rect.width, rect.y + b * rect.height) for b in _DOWN for a in _ACROSS]
        seen = [color for x, y in points for color in dict.fromkeys(self._at(things, x, y))]
        counts = Counter(seen)
        if len(counts) <= _FEW:
            return tuple(color for color in counts if counts[color] >= _LEAST * len(points))
        ordered = sorted(seen, key=luminance)
        skip = len(ordered) // 20
        return ordered[skip], ordered[-1 - skip]

    def pictures(self) -> tuple[Rect, ...]:
        """Where pictures are drawn."""
        return tuple(thing.rect for thing in self.drawn if thing.picture)

    @property
    def ground(self) -> str:
        """The colour of the background; empty for a picture, or colours that run into each other."""
        rear = self.drawn[0]
        found = Grounds((rear,), self.colors).behind(rear.rect) if rear.fill.tag != f"{A}blipFill" else ()
        return found[0] if len(found) == 1 else ""

    def _at(self, things: Sequence[_Drawn], x: float, y: float) -> Colors:
        """The colours that are seen at a point: several of a pattern, and where it cannot be told what covers it."""
        found: Colors = ()
        for thing in things:
            if not thing.covers(x, y):
                continue
            seen = self._seen(thing, x, y)
            on: list[str] = []
            for color, share in seen:
                on += [color] if share > 0.99 else [blend(ground, color, share) for ground in found]
            found = tuple(on) if on and thing.figures else (*found, *on)
        return found

    def _seen(self, thing: _Drawn, x: float, y: float) -> Seen:
        """The colours of a thing at a point, and how dense they are."""
        tag = thing.fill.tag.removeprefix(A).removeprefix(P)
        colors = {**self.colors, "phClr": thing.tint} if thing.tint else self.colors
        if tag == "blipFill":
            return picture_color(thing.fill, thing.picture, thing.rect, x, y, colors)
        if tag == "gradFill":
            return gradient_color(thing.fill, thing.rect, x, y, colors)
        layers = filter(len, list(thing.fill) if tag == "pattFill" else [thing.fill])
        seen = ((color_of(element, colors), opacity(element)) for element in layers)
        return tuple((color, share) for color, share in seen if color)


def grounds(part: LayoutPart, colors: Mapping[str, str], slide: Size) -> Grounds:
    """What a layout and its master draw behind the placeholders."""
    whole = Rect(0, 0, slide.width, slide.height)
    drawn = [*_background(part, whole, colors)]
    marks: list[Rect] = []
    hides = part.layout.get("showMasterSp") in ("0", "false")
    for root, media in ((part.master, part.master_media), (part.layout, part.media)):
        if not (hides and root is part.master):
            tree = root.find(f"{P}cSld/{P}spTree")
            drawn.extend(_shapes(tree, media))
            marks += filter(None, map(rect_of, tree.iter(f"{P}cxnSp")))
    return Grounds(tuple(drawn), colors, part.media, (*marks, *(thing.rect for thing in drawn)))


def _meet(one: Rect, other: Rect) -> bool:
    """Whether two places touch; a line has no width or no height."""
    return one.x <= other.right and other.x <= one.right and one.y <= other.bottom and other.y <= one.bottom


def _background(part: LayoutPart, whole: Rect, colors: Mapping[str, str]) -> Iterator[_Drawn]:
    """The background of the layout, else that of its master, else plain (ECMA-376, 19.3.1.1)."""
    for root, media in ((part.layout, part.media), (part.master, part.master_media)):
        background = root.find(f"{P}cSld/{P}bg")
        if background is None:
            continue
        reference = background.find(f"{P}bgRef")
        if reference is not None:
            yield from _referred(reference, part, whole, colors)
            return
        fill = _fill(background.find(f"{P}bgPr"))
        if fill is not None:
            yield _filling(whole, fill, media)
            return
    yield _filling(whole, _plain("bg1"), Media(b"", {}))


def _referred(reference: Any, part: LayoutPart, whole: Rect, colors: Mapping[str, str]) -> Iterator[_Drawn]:
    """A background that the theme has, in a colour; only the colour where it has none (ECMA-376, 20.1.4.1.7)."""
    number = int(reference.get("idx", "0"))
    styles = part.theme.find(f".//{A}bgFillStyleLst")
    fill = styles[number - 1001] if styles is not None and 1001 <= number < 1001 + len(styles) else None
    known = fill is not None and fill.tag in _TAGS
    yield _filling(whole, fill if known else reference, part.theme_media, color_of(reference, colors))


def _shapes(tree: Any, media: Media, place: Place = _HERE, around: Any = None) -> Iterator[_Drawn]:
    """The shapes and pictures of a tree that are no placeholders, those of groups where these put them.

    `around` is the fill of the group.
    """
    for shape in tree:
        tag = shape.tag.removeprefix(P) if isinstance(shape.tag, str) else ""
        if tag == "grpSp":
            own = _fill(shape.find(f"{P}grpSpPr"))
            given = around if own is None or own.tag == f"{A}grpFill" else own
            yield from _shapes(shape, media, _within(shape, place), given)
        elif tag == f"{_MC}AlternateContent":
            yield from _shapes(next(iter(shape), ()), media, place, around)  # the choice of new programs comes first
        elif (rect := rect_of(shape)) is not None and shape.find(f"*/{P}nvPr/{P}ph") is None:
            put = _put(rect, place)
            fill = shape.find(f"{P}blipFill") if tag == "pic" else _shape_fill(shape) if tag == "sp" else None
            fill = around if fill is not None and fill.tag == f"{A}grpFill" else fill
            if fill is not None:
                yield _Drawn(put, fill, _picture(fill, media), "", figures_of(shape, put))


def _put(rect: Rect, place: Place) -> Rect:
    right, down, wide, high = place
    return Rect(right + rect.x * wide, down + rect.y * high, rect.width * wide, rect.height * high)


def _within(group: Any, place: Place) -> Place:
    """Where a group puts what has its coordinates (ECMA-376, 20.1.7.5)."""
    transform = group.find(f"{P}grpSpPr/{A}xfrm")
    if transform is None or transform.find(f"{A}chOff") is None:
        return place
    off, ext, inner, size = (transform.find(f"{A}{name}") for name in ("off", "ext", "chOff", "chExt"))
    wide, high = (int(ext.get(k)) / (int(size.get(k)) or 1) or 1.0 for k in ("cx", "cy"))
    right, down = ((int(off.get(k)) - int(inner.get(k)) * by) / 12700 for k, by in (("x", wide), ("y", high)))
    x, y, across, along = place
    return x + right * across, y + down * along, wide * across, high * along


def own_fill(shape: Any) -> Any:
    """What a placeholder says that it is filled with; None if it says nothing."""
    fill = _fill(shape.find(f"{P}spPr"))
    if fill is not None:
        return fill
    reference = shape.find(f"{P}style/{A}fillRef")
    return reference if reference is not None and reference.get("idx", "0") != "0" and len(reference) else None


def _shape_fill(shape: Any) -> Any:
    """What a shape is filled with: its own, else its style's colour (ECMA-376, 20.1.4.1.10)."""
    fill = own_fill(shape)
    return None if fill is None or fill.tag == f"{A}noFill" else fill


def _fill(properties: Any) -> Any:
    if properties is None:
        return None
    return next((child for child in properties if child.tag in _TAGS), None)


def _plain(name: str) -> Any:
    from lxml import etree

    fill = etree.Element(f"{A}solidFill")
    etree.SubElement(fill, f"{A}schemeClr", {"val": name})
    return fill

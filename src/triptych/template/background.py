"""What stands behind the text of a layout: the colours of its background, of shapes and pictures drawn on it."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import msgspec

from triptych.geometry import Rect, Size
from triptych.model.colors import blend
from triptych.model.picture import Tones
from triptych.template.colors import color_of
from triptych.template.parts import A, LayoutPart, Media, P, rect_of

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_LEAST = 0.1  # the share of a text's place from which on a shape behind it counts
_WHOLE = ("rect", "roundRect", "snip1Rect", "round1Rect", "round2SameRect", "flowChartProcess")
_FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
Colors = tuple[str, ...]


class _Drawn(msgspec.Struct, frozen=True):
    """Something drawn: where, its fill, whose pictures that means, and whether it fills the whole place."""

    rect: Rect
    fill: Any
    media: Media
    whole: bool


class Grounds(msgspec.Struct, frozen=True):
    """All that a layout draws, the rearmost first; `colors` has the names that slides use."""

    drawn: tuple[_Drawn, ...]
    colors: Mapping[str, str]

    def behind(self, rect: Rect) -> Colors:
        """The colours behind a place, each that takes a share of it; none where they cannot be told."""
        found: Colors = ()
        for thing in self.drawn:
            shared = _shared(rect, thing.rect)
            if shared is None or shared.width * shared.height < _LEAST * rect.width * rect.height:
                continue
            found = self._over(found, thing, shared, covers=thing.whole and _is_same(shared, rect))
        return tuple(dict.fromkeys(found))

    @property
    def ground(self) -> str:
        """The colour of the background; empty for a picture, or colours that run into each other."""
        rear = self.drawn[0]
        found = Grounds((rear,), self.colors).behind(rear.rect) if rear.fill.tag != f"{A}blipFill" else ()
        return found[0] if len(found) == 1 else ""

    def _over(self, below: Colors, thing: _Drawn, shared: Rect, *, covers: bool) -> Colors:
        """What is seen of the colours below and of the thing on them."""
        tag = thing.fill.tag.removeprefix(A).removeprefix(P)
        if tag == "blipFill":
            blip = thing.fill.find(f"{A}blip")
            data = thing.media.read(blip.get(f"{_R}embed", "")) if blip is not None else b""
            shown, solid = _picture_colors(data, thing.rect, shared)
            return shown if covers and solid else (*below, *shown)
        on: list[str] = []
        for element in filter(len, _layers(thing.fill, tag)):
            color, share = color_of(element, self.colors), _opacity(element)
            if color:
                on += [color] if share > 0.99 else [blend(ground, color, share) for ground in below]
        return tuple(on) if covers and on else (*below, *on)


def grounds(part: LayoutPart, colors: Mapping[str, str], slide: Size) -> Grounds:
    """What a layout and its master draw behind the placeholders."""
    whole = Rect(0, 0, slide.width, slide.height)
    drawn = [*_background(part, whole)]
    hides = part.layout.get("showMasterSp") in ("0", "false")
    for root, media in ((part.master, part.master_media), (part.layout, part.media)):
        if not (hides and root is part.master):
            drawn.extend(_shapes(root.find(f"{P}cSld/{P}spTree"), media))
    return Grounds(tuple(drawn), colors)


def _background(part: LayoutPart, whole: Rect) -> Iterator[_Drawn]:
    """The background of the layout, else that of its master, else plain (ECMA-376, 19.3.1.1)."""
    for root, media in ((part.layout, part.media), (part.master, part.master_media)):
        background = root.find(f"{P}cSld/{P}bg")
        if background is None:
            continue
        reference = background.find(f"{P}bgRef")
        if reference is not None:
            yield from _referred(reference, part, whole)
            return
        fill = _fill(background.find(f"{P}bgPr"))
        if fill is not None:
            yield _Drawn(whole, fill, media, True)
            return
    yield _Drawn(whole, _plain("bg1"), Media(b"", {}), True)


def _referred(reference: Any, part: LayoutPart, whole: Rect) -> Iterator[_Drawn]:
    """A background that the theme has: its own colour if it is plain (ECMA-376, 20.1.4.1.7, 19.3.1.3)."""
    number = int(reference.get("idx", "0"))
    styles = part.theme.find(f".//{A}bgFillStyleLst")
    fill = styles[number - 1001] if styles is not None and 1001 <= number < 1001 + len(styles) else None
    picture = fill is not None and fill.tag == f"{A}blipFill"
    yield _Drawn(whole, fill if picture else reference, part.theme_media, True)


def _shapes(tree: Any, media: Media) -> Iterator[_Drawn]:
    """The shapes and pictures of a tree that are no placeholders; groups as the rectangles of what they hold."""
    for shape in tree:
        tag = shape.tag.removeprefix(P) if isinstance(shape.tag, str) else ""
        rect = rect_of(shape)
        if tag == "grpSp":
            yield from _shapes(shape, media) if _is_plain_group(shape) else ()
        elif rect is None or shape.find(f"*/{P}nvPr/{P}ph") is not None:
            continue
        elif tag == "pic":
            yield _Drawn(rect, shape.find(f"{P}blipFill"), media, True)
        elif tag == "sp" and (fill := _shape_fill(shape)) is not None:
            geometry = shape.find(f"{P}spPr/{A}prstGeom")
            yield _Drawn(rect, fill, media, geometry is not None and geometry.get("prst") in _WHOLE)


def _shape_fill(shape: Any) -> Any:
    """What a shape is filled with: its own, else its style's colour (ECMA-376, 20.1.4.1.10)."""
    fill = _fill(shape.find(f"{P}spPr"))
    if fill is not None:
        return None if fill.tag == f"{A}noFill" else fill
    reference = shape.find(f"{P}style/{A}fillRef")
    return reference if reference is not None and reference.get("idx", "0") != "0" and len(reference) else None


def _fill(properties: Any) -> Any:
    if properties is None:
        return None
    return next((child for child in properties if child.tag in [f"{A}{name}" for name in _FILLS]), None)


def _plain(name: str) -> Any:
    from lxml import etree

    fill = etree.Element(f"{A}solidFill")
    etree.SubElement(fill, f"{A}schemeClr", {"val": name})
    return fill


def _layers(fill: Any, tag: str) -> list[Any]:
    """The elements of a fill that hold its colours: the stops of a gradient, both sides of a pattern, or itself."""
    match tag:
        case "gradFill":
            return list(fill.iter(f"{A}gs"))
        case "pattFill":
            return list(fill)
        case _:
            return [fill]


def _opacity(fill: Any) -> float:
    alpha = fill[0].find(f"{A}alpha")
    return 1.0 if alpha is None else int(alpha.get("val", "100000").rstrip("%")) / 100000


def _is_plain_group(group: Any) -> bool:
    """Whether what is in a group has the slide's own coordinates."""
    transform = group.find(f"{P}grpSpPr/{A}xfrm")
    if transform is None or transform.find(f"{A}chOff") is None:
        return True
    pairs = (("off", "chOff"), ("ext", "chExt"))
    return all(dict(transform.find(f"{A}{a}").attrib) == dict(transform.find(f"{A}{b}").attrib) for a, b in pairs)


def _shared(one: Rect, other: Rect) -> Rect | None:
    x, y = max(one.x, other.x), max(one.y, other.y)
    right, bottom = min(one.right, other.right), min(one.bottom, other.bottom)
    return Rect(x, y, right - x, bottom - y) if right > x and bottom > y else None


def _is_same(one: Rect, other: Rect) -> bool:
    """Whether the first covers all of the second but a hair."""
    return one.width * one.height > 0.97 * other.width * other.height


def _picture_colors(data: bytes, rect: Rect, part: Rect) -> tuple[Colors, bool]:
    """The darkest and the lightest colours of a part of a picture, and whether nothing is seen through it."""
    grid = _tones(data)
    if grid is None:
        return (), False
    x, y = (part.x - rect.x) / rect.width, (part.y - rect.y) / rect.height
    shown, through = grid.extremes(x, y, part.width / rect.width, part.height / rect.height)
    return shown, not through


@lru_cache(maxsize=32)
def _tones(data: bytes) -> Tones | None:
    from triptych.read.pictures.raster import (  # late: few templates have a picture behind their text
        BadPictureError,
        tones,
    )

    try:
        return tones(data)
    except BadPictureError:
        return None

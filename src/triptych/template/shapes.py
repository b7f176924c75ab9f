"""The shapes of a master or layout: areas, lines, pictures and words, each where it stands on the slide."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from triptych.geometry import Insets, Rect
from triptych.model.colors import blend
from triptych.model.deck import Para, Run, TextBox
from triptych.model.decor import Part
from triptych.model.document import Align
from triptych.model.pages import BoxItem, PathItem, PictureItem, RuleItem
from triptych.model.picture import Picture
from triptych.template.clip import cropped
from triptych.template.colors import color_of
from triptych.template.parts import A, P
from triptych.template.paths import ellipse, figure_items, read_figure

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ANCHORS = {"ctr": "ctr", "b": "b"}
_ALIGNS: dict[str, Align] = {"ctr": "center", "r": "right"}
_ROUND = 16667  # ECMA-376, 20.1.9.18 and annex D: the corners of a roundRect in shares of 100,000
_UNSEEN = 0.05
"""The share of a colour below which nothing of it is seen."""
_LINE = 9525  # EMU: ECMA-376, 20.1.2.2.24

_BOXY = ("flowChart", "snip", "round", "wave", "doubleWave", "plaque", "bevel", "homePlate")
"""Shapes that are nearly rectangles, and are drawn as such."""
_SHAPES = {
    "triangle": ((0.5, 0.0), (1.0, 1.0), (0.0, 1.0)),
    "rtTriangle": ((0.0, 0.0), (1.0, 1.0), (0.0, 1.0)),
    "diamond": ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
}

Load = Callable[[str], Picture | None]
"""The picture that a relationship of a part leads to."""


class Place(msgspec.Struct, frozen=True):
    """Where the children of a group stand: a point's offset and scale on the way to the slide; points."""

    x: float = 0.0
    y: float = 0.0
    across: float = 1.0
    down: float = 1.0

    def rect(self, rect: Rect) -> Rect:
        """A child's rectangle on the slide."""
        x, y = self.x + rect.x * self.across, self.y + rect.y * self.down
        return Rect(x, y, rect.width * self.across, rect.height * self.down)


def fill_color(properties: Any, colors: Mapping[str, str], ground: str = "FFFFFF") -> str:
    """The colour of a fill, the mean one of a gradient; empty if it has none, cannot be told or cannot be seen.

    What shines through it is taken to be the ground.
    """
    solid = properties.find(f"{A}solidFill")
    if solid is not None:
        return _seen(solid, colors, ground)
    stops = [_seen(stop, colors, ground) or ground for stop in properties.iterfind(f"{A}gradFill/{A}gsLst/{A}gs")]
    parts = [[int(stop[at : at + 2], 16) for stop in stops] for at in (0, 2, 4)]
    return "".join(f"{round(sum(part) / len(part)):02X}" for part in parts) if stops else ""


def _seen(fill: Any, colors: Mapping[str, str], ground: str) -> str:
    """A colour as it is seen on a ground (ECMA-376, 20.1.2.3.1); empty if hardly any of it is."""
    color, alpha = color_of(fill, colors), fill.find(f"*/{A}alpha")
    share = 1.0 if alpha is None else int(alpha.get("val", "100000").rstrip("%")) / 100000
    return blend(ground, color, share) if color and share > _UNSEEN else ""


class Brush:
    """Draws the shapes of one master or layout, on a ground of one colour as far as things shine through."""

    def __init__(self, colors: Mapping[str, str], load: Load, ground: str, whole: Rect) -> None:
        self._colors = colors
        self._load = load
        self._ground = ground
        self._whole = whole

    def shapes(self, tree: Any, place: Place) -> Iterator[Part]:
        """All that can be drawn of a group, in its order."""
        for shape in tree:
            if not isinstance(shape.tag, str) or shape.find(f"*/{P}nvPr/{P}ph") is not None or _hidden(shape):
                continue
            match shape.tag.removeprefix(P):
                case "grpSp":
                    yield from self.shapes(shape, _inside(shape, place))
                case "sp" | "cxnSp":
                    yield from self._shape(shape, place)
                case "pic":
                    yield from self._picture(shape, place)

    def _shape(self, shape: Any, place: Place) -> Iterator[Part]:
        properties = shape.find(f"{P}spPr")
        frame = _frame(properties.find(f"{A}xfrm"))
        if frame is None:
            return
        rect = place.rect(frame)
        fill, stroke, width = self._paint(shape, properties)
        blip = properties.find(f"{A}blipFill/{A}blip")
        if blip is not None and (picture := self._load(blip.get(f"{R}embed", ""))):
            yield PictureItem(rect, picture)
        if fill and rect.contains(self._whole, 1.0):
            self._ground = fill
        if fill or stroke:
            yield from _drawn(properties, rect, fill, stroke, width)
        yield from self._text(shape, rect)

    def _paint(self, shape: Any, properties: Any) -> tuple[str, str, float]:
        """Fill, outline and its width; what the shape does not say, its style says (ECMA-376, 20.1.2.2.37)."""
        line, style = properties.find(f"{A}ln"), shape.find(f"{P}style")
        fill = fill_color(properties, self._colors, self._ground)
        stroke = fill_color(line, self._colors, self._ground) if line is not None else ""
        if style is not None:
            if not fill and properties.find(f"{A}noFill") is None and not _is_none(style, "fillRef"):
                fill = color_of(style.find(f"{A}fillRef"), self._colors)
            bare = line is None or line.find(f"{A}noFill") is None
            if not stroke and bare and not _is_none(style, "lnRef"):
                stroke = color_of(style.find(f"{A}lnRef"), self._colors)
        width = int(line.get("w", _LINE)) / 12700 if line is not None else _LINE / 12700
        return fill, stroke, width

    def _picture(self, shape: Any, place: Place) -> Iterator[Part]:
        frame = _frame(shape.find(f"{P}spPr/{A}xfrm"))
        blip = shape.find(f"{P}blipFill/{A}blip")
        picture = self._load(blip.get(f"{R}embed", "")) if blip is not None and frame is not None else None
        if picture is not None and frame is not None:
            yield PictureItem(place.rect(frame), _source(picture, shape.find(f"{P}blipFill/{A}srcRect")))

    def _text(self, shape: Any, rect: Rect) -> Iterator[Part]:
        """Words that stand on the layout itself, in the style of their first run."""
        body = shape.find(f"{P}txBody")
        paras = [self._para(para) for para in body.iterfind(f"{A}p")] if body is not None else []
        if body is None or not any(run.text.strip() for para in paras for run in para.runs):
            return
        size = next((int(run.get("sz")) / 100 for run in body.iter(f"{A}rPr") if run.get("sz")), 18.0)
        font = shape.find(f"{P}style/{A}fontRef")
        color = (color_of(font, self._colors) if font is not None else "") or self._colors.get("tx1") or "000000"
        properties = body.find(f"{A}bodyPr").attrib
        edges = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))
        insets = Insets(*(int(properties.get(name, usual)) / 12700 for name, usual in edges))
        anchor: Any = _ANCHORS.get(properties.get("anchor", ""), "t")
        yield TextBox("Text", rect, tuple(paras), size, color, insets=insets, anchor=anchor)

    def _para(self, para: Any) -> Para:
        properties = para.find(f"{A}pPr")
        align = _ALIGNS.get(properties.get("algn", "")) if properties is not None else None
        return Para(tuple(self._run(run) for run in para.iterfind(f"{A}r")), bullet=False, align=align)

    def _run(self, run: Any) -> Run:
        properties, text = run.find(f"{A}rPr"), run.findtext(f"{A}t") or ""
        if properties is None:
            return Run(text)
        bold, italic = (properties.get(name) in ("1", "true") for name in ("b", "i"))
        return Run(text, bold, italic, color=color_of(properties.find(f"{A}solidFill"), self._colors))


def _source(picture: Picture, shares: Any) -> Picture:
    """The part of a picture that is shown (ECMA-376, 20.1.8.55); what is negative is passed over."""
    edges = [0.0 if shares is None else max(0.0, int(shares.get(side, "0")) / 100000) for side in "ltrb"]
    if not any(edges):
        return picture
    left, top, right, bottom = edges
    return cropped(picture, Rect(0.0, 0.0, 1.0, 1.0), Rect(left, top, 1 - left - right, 1 - top - bottom))


def _is_none(style: Any, name: str) -> bool:
    """Whether a reference of a style means that nothing is painted."""
    reference = style.find(f"{A}{name}")
    return reference is None or reference.get("idx") == "0"


def _hidden(shape: Any) -> bool:
    properties = shape.find(f"*/{P}cNvPr")
    return properties is not None and properties.get("hidden") in ("1", "true")


def _frame(transform: Any) -> Rect | None:
    if transform is None or transform.find(f"{A}off") is None or transform.get("rot", "0") not in ("0", "10800000"):
        return None
    offset, extent = transform.find(f"{A}off"), transform.find(f"{A}ext")
    values = (offset.get("x"), offset.get("y"), extent.get("cx"), extent.get("cy"))
    return Rect(*(int(value) / 12700 for value in values))


def _inside(group: Any, place: Place) -> Place:
    """Where the children of a group stand (ECMA-376, 20.1.7.5)."""
    transform = group.find(f"{P}grpSpPr/{A}xfrm")
    outer = _frame(transform)
    if outer is None or transform.find(f"{A}chOff") is None:
        return place
    offset, extent = transform.find(f"{A}chOff"), transform.find(f"{A}chExt")
    x, y, width, height = (
        int(v) / 12700 for v in (offset.get("x"), offset.get("y"), extent.get("cx"), extent.get("cy"))
    )
    frame = place.rect(outer)
    across, down = frame.width / width if width else 1.0, frame.height / height if height else 1.0
    return Place(frame.x - x * across, frame.y - y * down, across, down)


def _drawn(properties: Any, rect: Rect, fill: str, stroke: str, width: float) -> Iterator[Part]:
    """The geometry of a shape, if it is one of those that can be drawn."""
    custom = properties.find(f"{A}custGeom")
    if custom is not None:
        yield from figure_items(read_figure(custom, rect), rect, fill, stroke, width)
        return
    preset = properties.find(f"{A}prstGeom")
    match preset.get("prst") if preset is not None else "":
        case "rect":
            yield BoxItem(rect, fill, stroke, width if stroke else 0.0)
        case "triangle" | "rtTriangle" | "diamond":
            corners = _corners(str(preset.get("prst")), rect, properties.find(f"{A}xfrm"))
            yield PathItem(corners, stroke, width if stroke else 0.0, fill, closed=True)
        case "roundRect":
            share = next((int(g.get("fmla", "").split()[-1]) for g in preset.iter(f"{A}gd")), _ROUND)
            radius = min(rect.width, rect.height) * share / 100000
            yield BoxItem(rect, fill, stroke, width if stroke else 0.0, radius)
        case "ellipse":
            yield PathItem(ellipse(rect), stroke, width if stroke else 0.0, fill, closed=True)
        case "line" | "straightConnector1" if stroke:
            transform = properties.find(f"{A}xfrm")
            turned = transform.get("flipV", "0") != transform.get("flipH", "0")
            top, bottom = (rect.bottom, rect.y) if turned else (rect.y, rect.bottom)
            yield RuleItem(rect.x, top, rect.right, bottom, width, stroke)
        case str(name) if name.startswith(_BOXY):
            yield BoxItem(rect, fill, stroke, width if stroke else 0.0)


def _corners(name: str, rect: Rect, transform: Any) -> tuple[tuple[float, float], ...]:
    """The corners of a shape, turned over as it is."""
    across, down = transform.get("flipH") in ("1", "true"), transform.get("flipV") in ("1", "true")
    shares = ((1 - x if across else x, 1 - y if down else y) for x, y in _SHAPES[name])
    return tuple((rect.x + x * rect.width, rect.y + y * rect.height) for x, y in shares)

"""What the layouts of a template draw behind their placeholders; read only where slides are drawn."""

from collections.abc import Mapping
from typing import Any

from triptych.geometry import Rect, Size
from triptych.limits import LimitError
from triptych.model.decor import Decor, Part
from triptych.model.pages import PictureItem
from triptych.model.picture import Picture
from triptych.read.pictures.raster import BadPictureError, to_picture
from triptych.template.clip import clipped
from triptych.template.colors import color_of, theme_colors
from triptych.template.parts import A, LayoutPart, P, open_parts, related
from triptych.template.shapes import Brush, Load, Place, R, fill_color


def read_decor(data: bytes) -> tuple[Decor, ...]:
    """What each layout of a .pptx or .potx file draws, in the order of their index.

    Solid rectangles, ellipses, lines and paths, pictures and text; gradients by their mean colour. What
    else there is, is left out. Raises TemplateError if the file cannot be read.
    """
    parts = open_parts(data)
    size = parts.presentation.find(f"{P}sldSz")
    slide = Size(int(size.get("cx")) / 12700, int(size.get("cy")) / 12700)
    loads = _Loads(data)
    return tuple(_decor_or_none(part, slide, loads) for part in parts.layouts)


def _decor_or_none(part: LayoutPart, slide: Size, loads: "_Loads") -> Decor:
    """What a layout draws; nothing where something that it needs is missing or no number."""
    try:
        return _decor(part, slide, loads)
    except (AttributeError, LookupError, TypeError, ValueError):
        return Decor()


class _Loads:
    """The pictures of a template, each part's read once and only if it is asked for one."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._known: dict[str, dict[str, bytes]] = {}

    def of(self, name: str) -> Load:
        """The pictures that a part names by the ids of its relationships."""
        return lambda key: self._picture(name, key)

    def _picture(self, name: str, key: str) -> Picture | None:
        if name not in self._known:
            self._known[name] = related(self._data, name)
        found = self._known[name].get(key)
        try:
            return to_picture(found) if found else None
        except (BadPictureError, LimitError):  # such as a metafile
            return None


def _decor(part: LayoutPart, slide: Size, loads: _Loads) -> Decor:
    slots = theme_colors(part.theme)
    override = part.layout.find(f"{P}clrMapOvr/{A}overrideClrMapping")
    names = dict(part.master.find(f"{P}clrMap").attrib if override is None else override.attrib)
    colors = slots | {name: slots.get(slot, "") for name, slot in names.items()}
    whole = Rect(0.0, 0.0, slide.width, slide.height)
    roots = [(part.layout, loads.of(part.name)), (part.master, loads.of(part.master_name))]
    found: list[Part] = []
    ground = _ground(roots, colors, whole, part.theme, found)
    if part.layout.get("showMasterSp") in ("0", "false"):
        roots = roots[:1]
    for root, load in reversed(roots):
        brush = Brush(colors, load, ground, whole)
        found += brush.shapes(root.find(f"{P}cSld/{P}spTree"), Place())
    drawn = (clipped(each, whole) for each in found)
    return Decor(ground, colors.get("hlink", ""), tuple(each for each in drawn if each is not None))


# --- grounds ---------------------------------------------------------------------------------------


def _ground(roots: list[Any], colors: Mapping[str, str], whole: Rect, theme: Any, found: list[Part]) -> str:
    """The colour of the ground; a picture that covers it is added to what is found."""
    usual = colors.get("bg1") or "FFFFFF"
    for root, load in roots:
        background = root.find(f"{P}cSld/{P}bg")
        if background is None:
            continue
        properties = background.find(f"{P}bgPr")
        own = colors
        if properties is None:
            reference = background.find(f"{P}bgRef")
            properties, own = _referred(reference, theme, colors)
        blip = properties.find(f"{A}blipFill/{A}blip") if properties is not None else None
        if blip is not None and (picture := load(blip.get(f"{R}embed", ""))):
            found.append(PictureItem(whole, picture))
        return (fill_color(properties, own, usual) if properties is not None else "") or usual
    return usual


def _referred(reference: Any, theme: Any, colors: Mapping[str, str]) -> tuple[Any, Mapping[str, str]]:
    """A background fill of the theme as if it stood in the layout, and the colours with the one it is called in."""
    from lxml import etree

    own = dict(colors) | {"phClr": color_of(reference, colors)}
    fills = theme.find(f".//{A}bgFillStyleLst")
    place = int(reference.get("idx", "1001")) - 1001
    holder = etree.Element(f"{P}bgPr")
    if fills is not None and 0 <= place < len(fills):
        holder.append(etree.fromstring(etree.tostring(fills[place])))
    return holder, own

"""Layouts that were made for a smaller slide than their file has: a slide was enlarged and its layouts were not."""

from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

from triptych.geometry import Rect
from triptych.template.parts import A, P

_MUCH = 0.75
"""The share of a slide's width and of its height that such layouts reach at most."""
_PART = 0.76
"""The share of the width that layouts reach which were made for 4:3, where the slide is 16:9. Where these draw
something, the rest may be what a house's design leaves free; where they have text alone, it is nothing."""
_OVER = 6.0
"""Points that the title and the text of a master are over the slide's edge where they are made for a larger one."""
_SHAPES = ("sp", "pic", "grpSp", "graphicFrame", "cxnSp")
_TYPE = ("sz", "marL", "marR", "indent", "lIns", "tIns", "rIns", "bIns")
"""What is as large as the type: sizes, indents and insets."""
TOLD = "the template's layouts are made for a smaller slide than its own: they are enlarged"
TOLD_LARGER = "the template's layouts are made for a slide of another shape than its own: they are fitted to it"


def enlarged(looks: Mapping[str, bytes], presentation: bytes) -> tuple[dict[str, bytes], str]:
    """The masters and layouts by name, as large as the slide, and what was done; none where they fill it already.

    `presentation` is the part that says the slide's size. Shapes are spread over the slide; type and pictures grow as
    the lesser of its sides.
    """
    size = _parsed(presentation).find(f"{P}sldSz")
    if size is None:
        return {}, ""
    roots = {name: _parsed(part) for name, part in looks.items()}
    shapes = [shape for root in roots.values() for shape in _shapes(root)]
    reach = _reach(shapes)
    if reach is None or not reach[0] or not reach[1]:
        return {}, ""
    width, height = int(size.get("cx", 0)) / 12700, int(size.get("cy", 0)) / 12700
    larger = _beyond(roots, width, height)
    if larger is not None:
        reach = larger
    small = larger is not None or (reach[0] <= _MUCH * width and reach[1] <= _MUCH * height)
    if not small and not (reach[0] <= _PART * width and reach[1] > _MUCH * height and not _draws(roots.values())):
        return {}, ""
    across, down = width / reach[0], height / reach[1] if small else 1.0
    for shape in shapes:
        _place(shape, across, down)
    for root in roots.values():
        _grow(root, min(across, down))
    changed = {
        name: etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
        for name, root in roots.items()
    }
    return changed, TOLD if larger is None else TOLD_LARGER


def _parsed(part: bytes) -> Any:
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))


def _shapes(root: Any) -> list[Any]:
    """The shapes of a master or layout; those within a group move with it."""
    tree = root.find(f"{P}cSld/{P}spTree")
    return [] if tree is None else [shape for name in _SHAPES for shape in tree.iterfind(f"{P}{name}")]


def _beyond(roots: Mapping[str, Any], width: float, height: float) -> tuple[float, float] | None:
    """The size of the slide that layouts are made for, where the title and the text of a master reach over theirs."""
    for root in roots.values():
        texts = [shape for shape in _shapes(root) if shape.find(f"*/{P}nvPr/{P}ph") is not None]
        kinds = {shape.find(f"*/{P}nvPr/{P}ph").get("type", "obj"): _rect(shape) for shape in texts}
        title, body = kinds.get("title"), kinds.get("body")
        if not root.tag.endswith("}sldMaster") or title is None or body is None:
            continue
        if min(title.right, body.right) > width + _OVER or max(title.bottom, body.bottom) > height + _OVER:
            every = [rect for rect in kinds.values() if rect is not None]
            right, bottom = max(rect.right for rect in every), max(rect.bottom for rect in every)
            return right + max(0.0, title.x), bottom + max(0.0, title.y)
    return None


def _draws(roots: Iterable[Any]) -> bool:
    """Whether masters and layouts have anything but places for text on a plain ground."""
    return any(
        any(shape.find(f"*/{P}nvPr/{P}ph") is None for shape in _shapes(root))
        or root.find(f"{P}cSld/{P}bg/{P}bgPr/{A}blipFill") is not None
        for root in roots
    )


def _reach(shapes: Iterable[Any]) -> tuple[float, float] | None:
    """How far right and down shapes reach, with a margin as on their left and above; None without placeholders.

    What is drawn counts as well: beside an area that a house's design leaves free, text is to stand where it does.
    """
    texts: list[Rect] = []
    drawn: list[Rect] = []
    for shape in shapes:
        rect = _rect(shape)
        if rect is None or not rect.width or not rect.height:
            continue
        drawn.append(rect)
        if shape.find(f".//{P}nvPr/{P}ph") is not None:
            texts.append(rect)
    if not texts:
        return None
    right, bottom = max(rect.x + rect.width for rect in texts), max(rect.y + rect.height for rect in texts)
    width = right + max(0.0, min(rect.x for rect in texts))
    height = bottom + max(0.0, min(rect.y for rect in texts))
    return max(width, *(rect.x + rect.width for rect in drawn)), max(height, *(rect.y + rect.height for rect in drawn))


def _transform(shape: Any) -> Any:
    for path in (f"{P}spPr/{A}xfrm", f"{P}grpSpPr/{A}xfrm", f"{P}xfrm"):
        found = shape.find(path)
        if found is not None and found.find(f"{A}off") is not None and found.find(f"{A}ext") is not None:
            return found
    return None


def _rect(shape: Any) -> Rect | None:
    transform = _transform(shape)
    if transform is None:
        return None
    offset, extent = transform.find(f"{A}off"), transform.find(f"{A}ext")
    return Rect(
        *(int(value) / 12700 for value in (offset.get("x"), offset.get("y"), extent.get("cx"), extent.get("cy")))
    )


def _place(shape: Any, across: float, down: float) -> None:
    """Moves a shape and makes it as large as the slide; pictures keep their shape."""
    transform = _transform(shape)
    if transform is None:
        return
    least = min(across, down)
    wide, high = (least, least) if shape.tag == f"{P}pic" else (across, down)
    offset, extent = transform.find(f"{A}off"), transform.find(f"{A}ext")
    for node, key, factor in ((offset, "x", across), (offset, "y", down), (extent, "cx", wide), (extent, "cy", high)):
        node.set(key, str(round(int(node.get(key)) * factor)))


def _grow(root: Any, factor: float) -> None:
    """Makes type, its indents, its insets and what is between its paragraphs larger; sizes are tenths of points."""
    for node in root.iter(f"{A}*"):
        for name in _TYPE:
            value = node.get(name, "")
            if value.lstrip("-").isdigit():
                node.set(name, str(round(int(value) * factor / 10) * 10))
        if node.tag == f"{A}spcPts" and node.get("val", "").isdigit():
            node.set("val", str(round(int(node.get("val")) * factor)))

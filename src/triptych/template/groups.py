"""Placeholders that stand in groups, taken out: no slide inherits from one there, and some programs draw it."""

from collections.abc import Mapping
from typing import Any

from lxml import etree

from triptych.template.parts import A, P

_AXES = (("x", "cx"), ("y", "cy"))


def ungrouped(looks: Mapping[str, bytes], changed: dict[str, bytes]) -> None:
    """Puts masters and layouts whose placeholders stood in groups among what is changed: each stands where it stood."""
    for name, part in looks.items():
        if b"grpSp>" not in part:
            continue
        root = etree.fromstring(changed.get(name, part), etree.XMLParser(resolve_entities=False, no_network=True))
        found = [shape for group in root.iter(f"{P}grpSp") for shape in group if _is_placeholder(shape)]
        for shape in found:
            _take_out(shape)
        if found:
            changed[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _is_placeholder(shape: Any) -> bool:
    return shape.tag in (f"{P}sp", f"{P}pic") and shape.find(f"*/{P}nvPr/{P}ph") is not None


def _take_out(shape: Any) -> None:
    """Puts a shape behind the outermost group that it is in, in front of what this draws."""
    group = shape.getparent()
    while group.tag == f"{P}grpSp":
        transform = group.find(f"{P}grpSpPr/{A}xfrm")
        place = shape.find(f"{P}spPr/{A}xfrm")
        if transform is not None and place is not None:
            _put(place, transform)
        group.addnext(shape)
        group = shape.getparent()


def _put(place: Any, transform: Any) -> None:
    """Gives a place the coordinates of what a group stands in (ECMA-376, 20.1.7.5)."""
    parts = [transform.find(f"{A}{name}") for name in ("off", "ext", "chOff", "chExt")]
    offset, extent = place.find(f"{A}off"), place.find(f"{A}ext")
    if offset is None or extent is None or any(part is None for part in parts):
        return
    start, size, inner, inside = parts
    for at, long in _AXES:
        scale = int(size.get(long)) / (int(inside.get(long)) or 1) or 1.0
        moved = int(start.get(at)) + (int(offset.get(at)) - int(inner.get(at))) * scale
        offset.set(at, str(round(moved)))
        extent.set(long, str(round(int(extent.get(long)) * scale)))

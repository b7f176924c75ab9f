"""Texts of templates that are turned, set in columns, or whose lines never break: set as slides are measured."""

from collections.abc import Mapping
from typing import Any

from lxml import etree

from triptych.template.parts import A, P

_SIGNS = (b"numCol=", b'wrap="none"', b"rot=", b"vert=")
_TEXTS = ("body", "obj", "subTitle")
_TURN = 21600000  # a whole one (ECMA-376, 20.1.10.3)


def straightened(looks: Mapping[str, bytes], changed: dict[str, bytes]) -> list[str]:
    """Puts masters and layouts whose text was set straight among what is changed; returns what was done, in words."""
    told: list[str] = []
    for name, part in looks.items():
        if not any(sign in part for sign in _SIGNS):
            continue
        root = etree.fromstring(changed.get(name, part), etree.XMLParser(resolve_entities=False, no_network=True))
        before = len(told)
        for shape in root.iter(f"{P}sp"):
            place = shape.find(f"*/{P}nvPr/{P}ph")
            if place is not None:
                told += _straight(shape, place)
        done = len(told) > before
        told += _passed_over(root)
        if done:
            changed[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return list(dict.fromkeys(told))


def _straight(shape: Any, place: Any) -> list[str]:
    """Sets the text of a placeholder straight; returns what was done."""
    told: list[str] = []
    properties = shape.find(f"{P}txBody/{A}bodyPr")
    if properties is not None and properties.get("numCol", "1") != "1":
        del properties.attrib["numCol"]
        told.append("text that the template sets in columns is set in one")
    if properties is not None and properties.get("wrap") == "none":
        del properties.attrib["wrap"]
        told.append("lines of the template that never break do so at the edge of their place")
    # Layouts for text that runs down say so; they serve no text that runs level.
    level = place.get("type", "obj") not in _TEXTS or place.get("orient") == "vert"
    if not level and (_laid(shape.find(f"{P}spPr/{A}xfrm")) | _unturned(properties)):
        told.append("text that the template turns is set level")
    return told


def _passed_over(root: Any) -> list[str]:
    """That a layout does not serve whose title is turned."""
    for shape in root.iter(f"{P}sp"):
        place = shape.find(f"*/{P}nvPr/{P}ph")
        if place is None or place.get("type") not in ("title", "ctrTitle") or place.get("orient") == "vert":
            continue
        transform, properties = shape.find(f"{P}spPr/{A}xfrm"), shape.find(f"{P}txBody/{A}bodyPr")
        runs = "horz" if properties is None else properties.get("vert", "horz")
        if runs != "horz" or (transform is not None and int(transform.get("rot", "0")) % _TURN):
            return [f"the layout {root.find(f'{P}cSld').get('name', '').strip()!r} does not serve: its title is turned"]
    return []


def _unturned(properties: Any) -> bool:
    """Lets lines run level; whether they did not."""
    turned = properties is not None and properties.get("vert", "horz") != "horz"
    if turned:
        del properties.attrib["vert"]
    return turned


def _laid(transform: Any) -> bool:
    """Lays a turned shape level, in the place that it has as it is turned; whether it was turned."""
    turn = int(transform.get("rot", "0")) % _TURN if transform is not None else 0
    if not turn:
        return False
    del transform.attrib["rot"]
    offset, extent = transform.find(f"{A}off"), transform.find(f"{A}ext")
    if offset is not None and extent is not None and _TURN / 8 < turn % (_TURN / 2) < 3 * _TURN / 8:
        wide, high = int(extent.get("cx")), int(extent.get("cy"))
        offset.set("x", str(int(offset.get("x")) + (wide - high) // 2))
        offset.set("y", str(int(offset.get("y")) + (high - wide) // 2))
        extent.set("cx", str(high))
        extent.set("cy", str(wide))
    return True

"""Areas that a template has as the fill of its text: drawn behind the text, since slides put more there than text."""

import posixpath
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from lxml import etree

from triptych.template.parts import A, P
from triptych.template.usual_names import relations_of

_TEXTS = ("body", "obj")
_FILLS = ("noFill", "solidFill", "gradFill", "pattFill")
_LOOK = (
    "custGeom", "prstGeom", "solidFill", "gradFill", "pattFill", "ln", "effectLst", "effectDag",
    "scene3d", "sp3d",
)  # fmt: skip
"""What a shape looks like (ECMA-376, 20.1.2.2.35); where it stands is another matter."""


def panelled(parts: Mapping[str, bytes], looks: Mapping[str, bytes], changed: dict[str, bytes]) -> None:
    """Puts layouts among what is changed whose one text has a fill of its own: it is drawn behind that text instead.

    A table or a picture that a slide has in place of text, or beside it, then stands on it too. `parts` are those of
    the package that are XML.
    """
    for name in looks:
        if not name.startswith("ppt/slideLayouts/"):
            continue
        root = _parsed(changed.get(name, looks[name]))
        texts = list(_texts(root))
        if len(texts) != 1:
            continue
        master = _master_of(name, parts)
        general = next(_texts(_parsed(changed.get(master, looks[master]))), None) if master in looks else None
        chain = (texts[0], general) if general is not None else (texts[0],)
        look, place = next(filter(_fill, chain), None), next(filter(_place, chain), None)
        if look is not None and place is not None and _fill(look) != "noFill":
            _draw_behind(texts[0], look.find(f"{P}spPr"), _place(place)[0])
            changed[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _parsed(part: bytes) -> Any:
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))


def _master_of(name: str, parts: Mapping[str, bytes]) -> str:
    """The part of the master of a layout; an empty name if there is none."""
    for entry in _parsed(parts[relations_of(name)]) if relations_of(name) in parts else ():
        if str(entry.get("Type", "")).endswith("/slideMaster"):
            return posixpath.normpath(posixpath.join("/", posixpath.dirname(name), entry.get("Target", "")))[1:]
    return ""


def _texts(root: Any) -> Iterator[Any]:
    return (shape for shape in root.iter(f"{P}sp") if _kind(shape) in _TEXTS)


def _kind(shape: Any) -> str:
    place = shape.find(f"*/{P}nvPr/{P}ph")
    return "" if place is None else str(place.get("type", "obj"))


def _fill(shape: Any) -> str:
    """The kind of the fill that a shape says that it has; empty if it says nothing, or leaves it to a style."""
    properties = shape.find(f"{P}spPr")
    names = (child.tag.removeprefix(A) for child in properties if isinstance(child.tag, str))
    return next((name for name in names if name in _FILLS), "")


def _place(shape: Any) -> list[Any]:
    """Where a shape says that it stands, in a list; an empty one if it says nothing."""
    return [place for place in shape.findall(f"{P}spPr/{A}xfrm") if place.find(f"{A}ext") is not None]


def _draw_behind(shape: Any, look: Any, place: Any) -> None:
    """Gives a look to a shape of its own, which is drawn before all placeholders, and takes it from a text."""
    panel = etree.Element(f"{P}sp")
    names = etree.SubElement(panel, f"{P}nvSpPr")
    etree.SubElement(names, f"{P}cNvPr", {"id": str(_fresh(shape.getroottree().getroot())), "name": "Panel"})
    etree.SubElement(names, f"{P}cNvSpPr")
    etree.SubElement(names, f"{P}nvPr")
    own = etree.SubElement(panel, f"{P}spPr")
    own.append(deepcopy(place))
    if not any(child.tag in (f"{A}custGeom", f"{A}prstGeom") for child in look):
        _as_rectangle(own)
    own.extend(deepcopy(child) for child in look if isinstance(child.tag, str) and child.tag.removeprefix(A) in _LOOK)
    properties = shape.find(f"{P}spPr")
    for child in [child for child in properties if child.tag != f"{A}xfrm"]:
        properties.remove(child)
    _as_rectangle(properties)
    etree.SubElement(properties, f"{A}noFill")
    etree.SubElement(etree.SubElement(properties, f"{A}ln"), f"{A}noFill")
    first = next(other for other in shape.getparent() if _kind(other) or other is shape)
    first.addprevious(panel)


def _as_rectangle(properties: Any) -> None:
    etree.SubElement(etree.SubElement(properties, f"{A}prstGeom", {"prst": "rect"}), f"{A}avLst")


def _fresh(root: Any) -> int:
    """A number that no shape has."""
    return 1 + max(int(node.get("id", "0")) for node in root.iter(f"{P}cNvPr"))

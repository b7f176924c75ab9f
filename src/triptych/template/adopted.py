"""The look of a template's own slides, where these have it and not their layouts: taken for the layouts.

Decks drop the slides of a template. What most of these have alike, a ground, a band, a logo, is no content but the
look of the house, and belongs on the layouts that its makers left plain.
"""

import posixpath
import zlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import msgspec
from lxml import etree

from triptych.template.parts import A, P
from triptych.template.usual_names import relations_of

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_LEAST, _MOST = 3, 2 / 3
"""Slides that a look is told by, and the share of them that have it."""
TOLD = "the ground and the ornaments that the template's own slides have, and not their layouts, are taken for these"


class _Piece(msgspec.Struct, frozen=True):
    """A ground or a shape of a slide: its XML with the pictures that it names, by where they are in the package."""

    xml: bytes
    pictures: tuple[tuple[str, str], ...]


class _Slide(msgspec.Struct, frozen=True):
    layout: str
    ground: _Piece | None
    drawn: tuple[_Piece, ...]


def adopted(parts: Mapping[str, bytes], names: Collection[str]) -> tuple[dict[str, bytes], list[str]]:
    """The layouts, and their relationships, with what the file's own slides have alike; and what was done, in words.

    `parts` are those of the package that are XML, `names` those of all. Nothing where the slides add nothing to their
    layouts; a slide that is damaged tells nothing.
    """
    slides = [slide for name in _slides(parts) if (slide := _slide(name, parts, names)) is not None]
    if len(slides) < _LEAST:
        return {}, []
    least = max(_LEAST, _MOST * len(slides))
    grounds = Counter(slide.ground for slide in slides if slide.ground is not None)
    shapes = Counter(piece for slide in slides for piece in dict.fromkeys(slide.drawn))
    common = [ground for ground, count in grounds.items() if count >= least][:1]
    ornaments = [piece for piece, count in shapes.items() if count >= least]
    changed: dict[str, bytes] = {}
    for name in sorted(part for part in parts if part.startswith("ppt/slideLayouts/slideLayout")):
        own = [slide for slide in slides if slide.layout == name]
        alike = {slide.ground for slide in own}
        ground = own[0].ground if len(alike) == 1 and (len(own) > 1 or own[0] is slides[0]) else None
        ground = ground or (common[0] if common and not (own and common[0] not in alike) else None)
        drawn = [piece for piece in ornaments if not own or any(piece in slide.drawn for slide in own)]
        _lay(name, ground, drawn, parts, changed)
    return changed, [TOLD] if changed else []


def _slides(parts: Mapping[str, bytes]) -> Iterator[str]:
    """The slides of a file, in their order."""
    main = "ppt/presentation.xml"
    if main not in parts:
        return
    targets = _targets(main, parts)
    for entry in _parsed(parts[main]).iterfind(f"{P}sldIdLst/{P}sldId"):
        target = targets.get(entry.get(f"{_R}id", ""), ("", ""))[1]
        if target in parts:
            yield target


def _slide(name: str, parts: Mapping[str, bytes], names: Collection[str]) -> _Slide | None:
    """What a slide adds to its layout; None if it is hidden or damaged."""
    try:
        root, targets = _parsed(parts[name]), _targets(name, parts)
    except etree.XMLSyntaxError:
        return None
    layout = next((target for kind, target in targets.values() if kind == "slideLayout"), "")
    tree = root.find(f"{P}cSld/{P}spTree")
    if layout not in parts or tree is None or root.get("show") in ("0", "false"):
        return None
    pictures = {key: target for key, (kind, target) in targets.items() if kind == "image" and target in names}
    ground = root.find(f"{P}cSld/{P}bg")
    found = (_piece(shape, pictures) for shape in tree if _is_ornament(shape))
    return _Slide(layout, None if ground is None else _piece(ground, pictures), tuple(filter(None, found)))


def _is_ornament(shape: Any) -> bool:
    """Whether a shape says nothing: a picture, an area or a line, and no place for text."""
    if shape.tag not in (f"{P}sp", f"{P}pic", f"{P}cxnSp") or shape.find(f"*/{P}nvPr/{P}ph") is not None:
        return False
    return not any((text.text or "").strip() for text in shape.iter(f"{A}t"))


def _piece(element: Any, targets: Mapping[str, str]) -> _Piece | None:
    """A ground or a shape as it can be compared and put elsewhere; None if it refers to more than pictures."""
    copy = etree.fromstring(etree.tostring(element))
    for node in list(copy.iter(f"{A}extLst", f"{P}extLst", f"{A}hlinkClick", f"{P}custDataLst")):
        node.getparent().remove(node)
    for node in copy.iter(f"{P}cNvPr"):
        node.attrib.update({"id": "1", "name": "Ornament"})
        for key in ("descr", "title"):
            node.attrib.pop(key, None)
    pictures: dict[str, str] = {}
    for node in copy.iter():
        for key, value in node.attrib.items():
            if not key.startswith(_R):
                continue
            if value not in targets:
                return None
            named = f"ornament{zlib.crc32(targets[value].encode()):08x}"
            pictures[named] = targets[value]
            node.set(key, named)
    etree.cleanup_namespaces(copy)
    return _Piece(etree.tostring(copy, method="c14n"), tuple(sorted(pictures.items())))


def _lay(
    name: str, ground: _Piece | None, drawn: list[_Piece], parts: Mapping[str, bytes], changed: dict[str, bytes]
) -> None:
    """Puts a ground and shapes on a layout that has no such itself, behind all that it draws."""
    root = _parsed(parts[name])
    base, tree = root.find(f"{P}cSld"), root.find(f"{P}cSld/{P}spTree")
    pieces: list[_Piece] = []
    if ground is not None and base.find(f"{P}bg") is None and ground != _inherited(name, parts):
        base.insert(0, etree.fromstring(ground.xml))
        pieces.append(ground)
    first = 1 + max((k for k, child in enumerate(tree) if child.tag in (f"{P}nvGrpSpPr", f"{P}grpSpPr")), default=-1)
    for k, piece in enumerate(drawn):
        shape = etree.fromstring(piece.xml)
        shape.find(f"*/{P}cNvPr").set("id", str(9000 + k))
        tree.insert(first + k, shape)
        pieces.append(piece)
    rels = relations_of(name)
    if not pieces or rels not in parts:
        return
    changed[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    relations = _parsed(parts[rels])
    known = {entry.get("Id") for entry in relations}
    for key, target in dict(pair for piece in pieces for pair in piece.pictures if pair[0] not in known).items():
        path = posixpath.relpath(target, posixpath.dirname(name))
        attributes = {"Id": key, "Type": f"{_OFFICE}/image", "Target": path}
        etree.SubElement(relations, f"{{{_PACKAGE}}}Relationship", attributes)
    changed[rels] = etree.tostring(relations, encoding="UTF-8", xml_declaration=True, standalone=True)


def _inherited(name: str, parts: Mapping[str, bytes]) -> _Piece | None:
    """The ground of a layout's master."""
    master = next((target for kind, target in _targets(name, parts).values() if kind == "slideMaster"), "")
    found = _parsed(parts[master]).find(f"{P}cSld/{P}bg") if master in parts else None
    images = {key: target for key, (kind, target) in _targets(master, parts).items() if kind == "image"}
    return None if found is None else _piece(found, images)


def _targets(name: str, parts: Mapping[str, bytes]) -> dict[str, tuple[str, str]]:
    """Kind and target of the relationships of a part, by their ids; those that lead outside left out."""
    data = parts.get(relations_of(name))
    inside = (entry for entry in _parsed(data) if entry.get("TargetMode") != "External") if data else ()
    folder = posixpath.dirname(name)
    return {
        entry.get("Id", ""): (
            entry.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, entry.get("Target", "")))[1:],
        )
        for entry in inside
    }


def _parsed(part: bytes) -> Any:
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))

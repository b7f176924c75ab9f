"""What of a template must not go into decks: what leads out of the file, acts, is hidden, or tells of its makers."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from triptych.patterns import late
from triptych.template.parts import A, P
from triptych.template.usual_names import relations_of

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PICTURES = frozenset({"image", "hdphoto"})
_DIAGRAM = frozenset({"diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing"})
_PROPERTIES = frozenset({"core-properties", "extended-properties", "custom-properties", "thumbnail"})
_MAIN = frozenset({
    "slide", "slideMaster", "notesMaster", "handoutMaster", "theme", "presProps", "viewProps", "tableStyles", "font",
})  # fmt: skip
_KEPT: tuple[tuple[str, frozenset[str]], ...] = (
    ("ppt/presentation.xml", _MAIN),
    ("ppt/slideMasters/", _PICTURES | _DIAGRAM | {"slideLayout", "theme"}),
    ("ppt/slideLayouts/", _PICTURES | _DIAGRAM | {"slideMaster", "themeOverride"}),
    ("ppt/notesMasters/", _PICTURES | {"theme"}),
    ("ppt/handoutMasters/", _PICTURES | {"theme"}),
    ("", _PICTURES),
)
"""The kinds of relationships that looks need, by what the names of parts begin with; no other one is followed."""
_OWN = ("ppt/slides/slide", "ppt/notesSlides/")
"""The slides of a template and their notes, which no deck takes along."""
_MASTERS = ("ppt/slideLayouts/", "ppt/slideMasters/", "ppt/notesMasters/", "ppt/handoutMasters/")
_LOOKS = (*_MASTERS, "ppt/theme/")
_SHAPES = frozenset(f"{P}{name}" for name in ("sp", "pic", "graphicFrame", "cxnSp", "grpSp", "contentPart", "control"))
_WORDS = {
    "hyperlink": "links", "oleObject": "embedded objects", "package": "embedded objects", "control": "controls",
    "activeXControlBinary": "controls", "tags": "tags", "customXml": "data of other programs",
    "customXmlProps": "data of other programs", "video": "films", "audio": "sounds", "media": "films and sounds",
    "chart": "charts", "vmlDrawing": "embedded objects", "attachedTemplate": "links",
}  # fmt: skip
"""What is left out, in words; what is not here is told of by no word, since nobody sees it."""
_FORMAT = ("http://schemas.microsoft.com/", "http://schemas.openxmlformats.org/")
"""How the namespaces begin of what programs for slides know."""
_PATH = late(r"[A-Za-z]:[\\/]|\\\\|^/|file:|https?:", re.IGNORECASE)
"""How a description begins that is only the address that a picture was taken from."""
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def cleaned(parts: dict[str, bytes]) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The parts of a package that are to be changed, and what was left out of them, in words.

    Nothing where there is nothing to leave out. Raises what damaged files raise: they are for the reader to refuse.
    """
    changed: dict[str, bytes] = {}
    told: list[str] = []
    for name in parts:
        if not name.endswith(".xml") or name.startswith(_OWN) or name == "[Content_Types].xml":
            continue
        rels = relations_of(name)
        looks = name.startswith(_LOOKS)
        dropped = _dropped(parts.get(rels, b""), changed, rels, told if looks or name == _KEPT[0][0] else [])
        new = _without(parts[name], dropped, told) if looks else _unreferred(parts[name], dropped)
        if new is not None:
            changed[name] = new
    for rels in parts:
        if rels.endswith(".rels") and not rels.endswith(".xml.rels"):  # no picture refers to anything
            _dropped(parts[rels], changed, rels, [])
    return changed, tuple(dict.fromkeys(told))


def _dropped(data: bytes, changed: dict[str, bytes], name: str, told: list[str]) -> frozenset[str]:
    """The ids of relationships that are not kept; the part that lists the others goes among what is changed."""
    if not data:
        return frozenset()
    root = etree.fromstring(data, _PARSER)
    kept = _kept(name)
    unwanted = [entry for entry in root if not _is_kept(entry, kept)]
    for entry in unwanted:
        root.remove(entry)
        outside = entry.get("TargetMode") == "External"
        kind = _kind(entry)
        if outside and kind != "hyperlink":
            told.append("what lies outside the file")
        elif kind in _WORDS:
            told.append(_WORDS[kind])
    if unwanted:
        changed[name] = _bytes(root)
    return frozenset(entry.get("Id") for entry in unwanted)


def _kept(rels: str) -> frozenset[str]:
    """The kinds that are kept of the relationships that a part lists."""
    if rels == "_rels/.rels":
        return _PROPERTIES | {"officeDocument"}
    owner = rels.replace("_rels/", "").removesuffix(".rels")
    return next(kinds for start, kinds in _KEPT if owner.startswith(start))


def _kind(entry: Any) -> str:
    return str(entry.get("Type", "")).rpartition("/")[2]


def _is_kept(entry: Any, kept: frozenset[str]) -> bool:
    inside = entry.get("TargetMode") != "External" and "://" not in entry.get("Target", "")
    kind = _kind(entry)
    misled = kind in ("image", "hdphoto", "font") and entry.get("Target", "").lower().endswith((".xml", ".rels"))
    return isinstance(entry.tag, str) and inside and kind in kept and not misled


def _without(data: bytes, dropped: frozenset[str], told: list[str]) -> bytes | None:
    """A layout, master or theme without what refers to what is dropped, and what is hidden; None if nothing changes."""
    root = etree.fromstring(data, _PARSER)
    before = len(told)
    changed = b"<!DOCTYPE" in data[:4000] or b"<!ENTITY" in data
    for node in list(_hidden(root)):
        _remove(node)
        told.append("hidden shapes")
    _still(root)
    for node in [node for node in root.iter() if not isinstance(node.tag, str)]:  # comments, entities, instructions
        _remove(node)
        changed = True
    for node in list(root.iter(f"{P}custDataLst", f"{P}controls")):
        _remove(node)
        changed = True
    for node in [node for node in root.iter(f"{A}ext", f"{P}ext") if _is_foreign(node)]:
        _remove(node)
        told.append(_WORDS["customXml"])
    changed = _forget(root, dropped) or changed
    for node in root.iter(f"{P}cNvPr"):
        for key in ("descr", "title"):
            if _PATH.match(node.get(key, "")):
                del node.attrib[key]
                changed = True
    return _bytes(root) if changed or len(told) > before else None


def _is_foreign(extension: Any) -> bool:
    """Whether an extension is of a program that no other one knows; an extent of a shape is called ext too."""
    return any(not child.tag[1:].startswith(_FORMAT) for child in extension if isinstance(child.tag, str))


def _unreferred(data: bytes, dropped: frozenset[str]) -> bytes | None:
    root = etree.fromstring(data, _PARSER) if dropped or b"modifyVerifier" in data else None
    return _bytes(root) if root is not None and _forget(root, dropped) else None


def _hidden(root: Any) -> Iterator[Any]:
    """Shapes that are not shown; placeholders stay, since slides inherit from them."""
    for node in root.iter(f"{P}cNvPr"):
        shape = node.getparent().getparent()
        if node.get("hidden") in ("1", "true") and shape.tag in _SHAPES and shape.find(f"*/{P}nvPr/{P}ph") is None:
            yield shape


def _forget(root: Any, dropped: frozenset[str]) -> bool:
    """Removes what refers to any of the ids: a picture or an object whole, a link alone; whether there was any."""
    found = [node for node in root.iter() if isinstance(node.tag, str) and _refers(node, dropped)]
    found += root.findall(f"{P}modifyVerifier")  # the password of those who may change the template
    for node in found:
        _remove(_whole(node, root))
    if found:
        _still(root)
    return bool(found)


def _still(root: Any) -> None:
    """Takes away animations of a layout or master that move what is no longer there."""
    names = {node.get("id") for node in root.iter(f"{P}cNvPr")}
    if any(node.get("spid") not in names for node in root.iter(f"{P}spTgt")):
        for timing in root.findall(f"{P}timing"):
            root.remove(timing)


def _refers(node: Any, dropped: frozenset[str]) -> bool:
    return any(key.startswith(_R) and value in dropped for key, value in node.attrib.items())


def _whole(node: Any, root: Any) -> Any:
    """What must go with a reference: the shape of a picture or an object; a link, an extension or a sound alone."""
    if node.tag.rpartition("}")[2] in ("hlinkClick", "hlinkHover", "hlinkMouseOver", "custData", "tags"):
        return node
    if node.tag == f"{P}snd":  # of a transition
        return next(node.iterancestors(f"{P}sndAc"), node)
    for above in (node, *node.iterancestors()):
        if above.tag in (f"{A}ext", f"{P}ext", f"{P}bg"):
            return above
        if above.tag in _SHAPES:
            parent = above.getparent()
            while parent is not None and parent.tag.startswith(_MC):  # a choice of forms of one shape
                above, parent = parent, parent.getparent()
            return above
    return node if node is not root else None


def _remove(node: Any) -> None:
    """Takes an element or a comment away, and leaves the text behind it."""
    parent = node.getparent() if node is not None else None
    if parent is None:
        return
    if node.tail and isinstance(parent.tag, str):
        before = node.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + node.tail
        else:
            parent.text = (parent.text or "") + node.tail
    parent.remove(node)


def _bytes(root: Any) -> bytes:
    """A part without its document type, which may declare what is not to be read."""
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))

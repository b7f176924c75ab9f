"""Packages whose parts have their usual names, by which all that repairs and cleans a template finds them."""

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

_STEMS = {
    "slideMaster": "ppt/slideMasters/slideMaster", "slideLayout": "ppt/slideLayouts/slideLayout",
    "notesMaster": "ppt/notesMasters/notesMaster", "handoutMaster": "ppt/handoutMasters/handoutMaster",
    "theme": "ppt/theme/theme", "themeOverride": "ppt/theme/themeOverride", "slide": "ppt/slides/slide",
    "notesSlide": "ppt/notesSlides/notesSlide", "diagramData": "ppt/diagrams/data",
    "diagramLayout": "ppt/diagrams/layout", "diagramQuickStyle": "ppt/diagrams/quickStyle",
    "diagramColors": "ppt/diagrams/colors", "diagramDrawing": "ppt/diagrams/drawing",
}  # fmt: skip
"""What the names of parts begin with that a package has several of, by the kinds of the relationships to them."""
_SINGLE = {
    "officeDocument": "ppt/presentation.xml", "presProps": "ppt/presProps.xml", "viewProps": "ppt/viewProps.xml",
    "tableStyles": "ppt/tableStyles.xml",
}  # fmt: skip
_TYPES = "[Content_Types].xml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def usually_named(data: bytes) -> bytes:
    """The package with the usual names; the very same bytes where all have them.

    Raises what damaged archives and XML raise: zipfile.BadZipFile and the like, KeyError, etree.XMLSyntaxError.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        names = _new_names(_kinds(file), file.NameToInfo)
        return _renamed(file, names) if names else data


def relations_of(name: str) -> str:
    """The name of the part that lists the relationships of a part; of the package for an empty name."""
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _kinds(file: zipfile.ZipFile) -> dict[str, str]:
    """The kind of each part that relationships of known kinds lead to, in the order in which they are met."""
    kinds: dict[str, str] = {}
    waiting = [""]
    while waiting:
        name = waiting.pop(0)
        for kind, target in _targets(file, name):
            if target in file.NameToInfo and (kind in _STEMS or kind in _SINGLE) and target not in kinds:
                kinds[target] = kind
                waiting.append(target)
    return kinds


def _targets(file: zipfile.ZipFile, name: str) -> Iterator[tuple[str, str]]:
    """The kind and the part of each relationship of a part within the package."""
    if relations_of(name) not in file.NameToInfo:
        return
    try:
        entries = list(etree.fromstring(file.read(relations_of(name)), _PARSER))
    except etree.XMLSyntaxError:
        if name.startswith(_STEMS["slide"]):  # a deck drops the slides of its template
            return
        raise
    for entry in entries:
        if isinstance(entry.tag, str) and entry.get("TargetMode") != "External":
            yield str(entry.get("Type", "")).rpartition("/")[2], _resolved(name, entry.get("Target", ""))


def _resolved(name: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(name), target))[1:]


def _new_names(kinds: Mapping[str, str], taken: Mapping[str, object]) -> dict[str, str]:
    """New names by the old ones, for the parts that have none of the usual ones."""
    used = {name.lower() for name in taken}
    names: dict[str, str] = {}
    for name, kind in kinds.items():
        single, stem = _SINGLE.get(kind), _STEMS.get(kind, "")
        if name == single or (single is None and name.startswith(stem) and name.endswith(".xml")):
            continue
        number = 1
        while single is None and f"{stem}{number}.xml".lower() in used:
            number += 1
        names[name] = single or f"{stem}{number}.xml"
        used.add(names[name].lower())
    return names


def _renamed(file: zipfile.ZipFile, names: Mapping[str, str]) -> bytes:
    owners = {relations_of(name): name for name in ("", *file.NameToInfo)}
    with zipfile.ZipFile(buffer := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as out:
        for name in dict.fromkeys(file.namelist()):
            if name in names.values():
                continue  # its name goes to the part that has a better right to it
            part, new = file.read(name), names.get(name, name)
            if name == _TYPES:
                part = _typed(part, names)
            elif name in owners:
                part = _pointing(part, owners[name], names)
                new = relations_of(names.get(owners[name], owners[name]))
            out.writestr(zipfile.ZipInfo(new, (1980, 1, 1, 0, 0, 0)), part)
    return buffer.getvalue()


def _pointing(part: bytes, owner: str, names: Mapping[str, str]) -> bytes:
    """Relationships that lead to the parts under their new names."""
    root = etree.fromstring(part, _PARSER)
    for entry in root:
        if isinstance(entry.tag, str) and entry.get("TargetMode") != "External":
            target = _resolved(owner, entry.get("Target", ""))
            entry.set("Target", f"/{names.get(target, target)}")
    return _bytes(root)


def _typed(part: bytes, names: Mapping[str, str]) -> bytes:
    """The types of all parts under their new names; one that has its type from its ending says it itself then."""
    root = etree.fromstring(part, _PARSER)
    entries = [entry for entry in root if isinstance(entry.tag, str)]
    own = {entry.get("PartName"): entry for entry in entries if entry.get("PartName")}
    usual = {entry.get("Extension", "").lower(): entry.get("ContentType", "") for entry in entries}
    for name, new in names.items():
        entry = own.get(f"/{name}")
        if entry is None:
            kind = usual.get(posixpath.splitext(name)[1][1:].lower(), "application/xml")
            entry = etree.SubElement(root, root[0].tag.replace("Default", "Override"), {"ContentType": kind})
        entry.set("PartName", f"/{new}")
    return _bytes(root)


def _bytes(root: Any) -> bytes:
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))

"""Opening a template to write a deck into it: its example slides are dropped with all that refers to them."""

import io
from collections.abc import Mapping
from typing import Any

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from triptych.write.pptx.package import DeckPackage
from triptych.write.pptx.xml import A, P, R

_PERSONAL = (
    "/vbaProject",
    "/printerSettings",
    "/commentAuthors",
    "/authors",
    "/changesInfo",
    "/revisionInfo",
)
"""What belongs to the template's slides, its machine or its authors, and not to a new deck."""
_NAMES = {"a": A, "p": P, "r": R}
_ID = f"{{{R}}}id"


def open_template(template: bytes) -> DeckPackage:
    """The template's package without slides, ready for new ones; a .potx becomes a .pptx."""
    package = DeckPackage.open(io.BytesIO(template))
    main: Any = package.main_document_part
    main.__dict__.pop("content_type", None)
    main._content_type = CT.PML_PRESENTATION_MAIN
    main._element.attrib.pop("firstSlideNum", None)  # slides are counted from 1, as all that refers to them does
    _forget_documents_properties(package)
    _drop(main, lambda relation: relation.reltype.endswith(_PERSONAL))
    _strip_slides(package, main)
    return package


def _forget_documents_properties(package: DeckPackage) -> None:
    kinds = (RT.CORE_PROPERTIES, RT.EXTENDED_PROPERTIES, RT.CUSTOM_PROPERTIES, RT.THUMBNAIL)
    _drop(package, lambda relation: relation.reltype in kinds)


def _drop(source: Any, unwanted: Any) -> set[str]:
    """Removes the relationships that the predicate picks; returns their ids."""
    ids = {key for key, relation in source._rels.items() if unwanted(relation)}
    for key in ids:
        source._rels.pop(key)
    return ids


def _strip_slides(package: DeckPackage, main: Any) -> None:
    """Drops every slide: a part that nothing refers to is not saved, so nothing may refer to one."""
    dead = {
        id(relation.target_part)
        for relation in main._rels.values()
        if not relation.is_external and relation.reltype == RT.SLIDE
    }
    _remove(main._element, "//p:sldIdLst/* | //p:custShowLst | //*[local-name()='sectionLst']")
    _remove(main._element, "//p:ext[not(*)]")
    _remove(main._element, "//p:extLst[not(*)]")
    if not dead:
        return
    _drop(main, lambda relation: not relation.is_external and id(relation.target_part) in dead)
    for part in list(package.iter_parts()):  # a button of a master, the outline view: they point at slides too
        ids = _drop(part, lambda relation: not relation.is_external and id(relation.target_part) in dead)
        if ids or part.partname.endswith("presProps.xml"):
            _forget(part, ids)


def _forget(part: Any, ids: set[str]) -> None:
    """Removes what refers to the ids, and which slides a show begins and ends with."""
    root = part._element if hasattr(part, "_element") else etree.fromstring(part.blob)
    for element in [element for element in root.iter() if element.get(_ID) in ids]:
        element.getparent().remove(element)
    _remove(root, "//p:showPr/p:sldRg | //p:showPr/p:custShow")
    if not hasattr(part, "_element"):
        part.blob = etree.tostring(root, encoding="UTF-8", standalone=True)


def _remove(root: Any, path: str) -> None:
    # etree's function, since the library's elements have an xpath method of their own.
    for element in etree.ElementBase.xpath(root, path, namespaces=_NAMES):
        element.getparent().remove(element)


def scheme(package: DeckPackage) -> Mapping[str, str]:
    """The theme's colours: the name on slides of each RRGGBB. Empty where names differ among slides.

    That is so where masters differ, or where a layout maps the names anew (ECMA-376, 19.3.1.6, 20.1.6.8).
    """
    found = masters(package)
    layouts = layout_parts(package)
    overridden = any(layout._element.find(f".//{{{A}}}overrideClrMapping") is not None for layout in layouts)
    if len(found) != 1 or overridden:
        return {}
    theme = etree.fromstring(found[0].part_related_by(RT.THEME).blob)
    slots = {
        etree.QName(slot).localname: slot[0].get("lastClr") or slot[0].get("val", "")
        for slot in theme.iterfind(f".//{{{A}}}clrScheme/*")
    }
    names: dict[str, str] = {}
    for name, slot in found[0]._element.find(f"{{{P}}}clrMap").attrib.items():
        if not name.endswith("ink"):  # hlink and folHlink are for links alone
            names.setdefault(slots.get(slot, "").upper(), name)
    return names


def layout_parts(package: DeckPackage) -> list[Any]:
    """All layouts, master by master, in the order in which the template lists them."""
    path = "//p:sldLayoutIdLst/p:sldLayoutId/@r:id"
    return [layout for master in masters(package) for layout in _listed(master, path)]


def masters(package: DeckPackage) -> list[Any]:
    """All masters, in the order in which the template lists them."""
    return _listed(package.main_document_part, "//p:sldMasterIdLst/p:sldMasterId/@r:id")


def _listed(part: Any, path: str) -> list[Any]:
    return [part.related_part(key) for key in etree.ElementBase.xpath(part._element, path, namespaces=_NAMES)]

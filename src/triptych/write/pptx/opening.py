"""Opening a template to write a deck into it: its example slides are dropped with all that refers to them."""

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from triptych.write.pptx.kinds import CT, RT
from triptych.write.pptx.opc import Part, Relationship
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
    package = DeckPackage(template)
    main = package.main
    main.content_type = CT.PRESENTATION
    _forget_documents_properties(package)
    _drop(main, lambda relation: relation.reltype.endswith(_PERSONAL))
    _strip_slides(package, main)
    return package


def _forget_documents_properties(package: DeckPackage) -> None:
    kinds = (RT.CORE_PROPERTIES, RT.EXTENDED_PROPERTIES, RT.CUSTOM_PROPERTIES, RT.THUMBNAIL)
    _drop(package, lambda relation: relation.reltype in kinds)


def _drop(source: Part | DeckPackage, unwanted: Callable[[Relationship], bool]) -> set[str]:
    """Removes the relationships that the predicate picks; returns their ids."""
    ids = {key for key, relation in source.rels.items() if unwanted(relation)}
    for key in ids:
        source.rels.pop(key)
    return ids


def _strip_slides(package: DeckPackage, main: Part) -> None:
    """Drops every slide: a part that nothing refers to is not saved, so nothing may refer to one."""
    dead = {
        id(relation.target_part)
        for relation in main.rels.values()
        if not relation.is_external and relation.reltype == RT.SLIDE
    }
    _remove(main.root, "//p:sldIdLst/* | //p:custShowLst | //*[local-name()='sectionLst']")
    _remove(main.root, "//p:ext[not(*)]")
    _remove(main.root, "//p:extLst[not(*)]")
    if not dead:
        return
    _drop(main, lambda relation: not relation.is_external and id(relation.target_part) in dead)
    for part in list(package.iter_parts()):  # a button of a master, the outline view: they point at slides too
        ids = _drop(part, lambda relation: not relation.is_external and id(relation.target_part) in dead)
        if ids or part.partname.endswith("presProps.xml"):
            _forget(part, ids)


def _forget(part: Part, ids: set[str]) -> None:
    """Removes what refers to the ids, and which slides a show begins and ends with."""
    root = part.root
    for element in [element for element in root.iter() if element.get(_ID) in ids]:
        element.getparent().remove(element)
    _remove(root, "//p:showPr/p:sldRg | //p:showPr/p:custShow")


def _remove(root: Any, path: str) -> None:
    for element in root.xpath(path, namespaces=_NAMES):
        element.getparent().remove(element)


def scheme(package: DeckPackage) -> Mapping[str, str]:
    """The theme's colours: the name on slides of each RRGGBB. Empty where names differ among slides.

    That is so where masters differ, or where a layout maps the names anew (ECMA-376, 19.3.1.6, 20.1.6.8).
    """
    found = masters(package)
    layouts = layout_parts(package)
    overridden = any(_maps_colors(layout) for layout in layouts)
    if len(found) != 1 or overridden:
        return {}
    theme = etree.fromstring(found[0].rels.part(RT.THEME).blob)
    slots = {
        etree.QName(slot).localname: slot[0].get("lastClr") or slot[0].get("val", "")
        for slot in theme.iterfind(f".//{{{A}}}clrScheme/*")
    }
    names: dict[str, str] = {}
    for name, slot in found[0].root.find(f"{{{P}}}clrMap").attrib.items():
        if not name.endswith("ink"):  # hlink and folHlink are for links alone
            names.setdefault(slots.get(slot, "").upper(), name)
    return names


def _maps_colors(layout: Part) -> bool:
    """Whether a layout maps the names of colours anew; its markup is read only where it may be so."""
    return b"overrideClrMapping" in layout.blob and layout.root.find(f".//{{{A}}}overrideClrMapping") is not None


def layout_parts(package: DeckPackage) -> list[Part]:
    """All layouts, master by master, in the order in which the template lists them."""
    path = "//p:sldLayoutIdLst/p:sldLayoutId/@r:id"
    return [layout for master in masters(package) for layout in _listed(master, path)]


def masters(package: DeckPackage) -> list[Part]:
    """All masters, in the order in which the template lists them."""
    return _listed(package.main, "//p:sldMasterIdLst/p:sldMasterId/@r:id")


def _listed(part: Part, path: str) -> list[Part]:
    return [part.rels[key].target_part for key in part.root.xpath(path, namespaces=_NAMES)]

"""The whole deck: slides, notes, sections and properties, put into a template's package."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any, cast

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from triptych.model.deck import Deck, SlideSection
from triptych.write.pptx.language import ARABIC, language
from triptych.write.pptx.master import notes_master_xml
from triptych.write.pptx.notes import notes_xml
from triptych.write.pptx.opening import layout_parts, masters, open_template, scheme
from triptych.write.pptx.package import DeckPackage, relate
from triptych.write.pptx.properties import app_xml, core_xml
from triptych.write.pptx.relations import Kind, Relations
from triptych.write.pptx.slide import slide_xml
from triptych.write.pptx.text import Context
from triptych.write.pptx.xml import NAMESPACES, P, emu, escape

_TYPES: dict[Kind, str] = {
    "layout": RT.SLIDE_LAYOUT,
    "notes": RT.NOTES_SLIDE,
    "notes master": RT.NOTES_MASTER,
    "slide": RT.SLIDE,
    "picture": RT.IMAGE,
}
_FIRST_SLIDE = 256  # ECMA-376, 19.7.13
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def write_deck(deck: Deck, template: bytes) -> bytes:
    """The deck as a .pptx file made from the template (.pptx or .potx), whose own slides are dropped.

    The same deck and template give the same bytes. Raises KeyError or zipfile.BadZipFile if the template
    is no presentation; reading its layouts first says so in words.
    """
    package = open_template(template)
    slides = frozenset(slide.id for slide in deck.slides)
    context = Context(language(deck.meta.lang), scheme(package), slides, deck.highlight, deck.mirrored)
    if deck.mirrored:
        from triptych.write.pptx.mirror import mirror  # late: few decks run the other way than their template

        drawn = [*masters(package), *layout_parts(package)]
        mirror(drawn, emu(deck.size.width), turns_questions=deck.meta.lang.partition("-")[0] in ARABIC)
    parts = {slide.id: _slide_part(package) for slide in deck.slides}
    notes = {slide.id: _notes_part(package) for slide in deck.slides if slide.notes}
    targets: dict[Kind, Mapping[str, Part]] = {
        "layout": {str(index): part for index, part in enumerate(layout_parts(package))},
        "slide": parts,
        "notes": notes,
        "notes master": {"": _notes_master(package)} if notes else {},
    }
    for position, slide in enumerate(deck.slides, 1):
        _fill(parts[slide.id], *slide_xml(slide, position, deck.size, context), targets, context)
        if slide.notes:
            _fill(notes[slide.id], *notes_xml(slide, context), targets, context)
    _list_slides(package.main_document_part, deck, parts)
    _describe(package, deck, context.lang, len(notes))
    return package.to_bytes()


def _slide_part(package: DeckPackage) -> Part:
    return package.add_part("/ppt/slides/slide", "xml", CT.PML_SLIDE)


def _notes_part(package: DeckPackage) -> Part:
    return package.add_part("/ppt/notesSlides/notesSlide", "xml", CT.PML_NOTES_SLIDE)


def _fill(
    part: Part, xml: str, relations: Relations, targets: Mapping[Kind, Mapping[str, Part]], context: Context
) -> None:
    """Gives a part its text, and the relationships by the ids that the text was promised."""
    part.blob = xml.encode()
    package: Any = part.package  # a DeckPackage, which the library does not know of
    for (kind, target), key in relations.ids.items():
        if kind == "address":
            relate(part, key, RT.HYPERLINK, target)
        elif kind == "picture":
            relate(part, key, RT.IMAGE, package.picture_part(relations.pictures[target]))
        elif kind == "svg":
            relate(part, key, RT.IMAGE, package.svg_part(relations.pictures[target]))
        elif kind == "chart":
            from triptych.write.pptx.charts import chart_part  # late: few decks have a chart

            relate(part, key, RT.CHART, chart_part(relations.charts[target], package, context))
        else:
            relate(part, key, _TYPES[kind], targets[kind][target])


def _notes_master(package: DeckPackage) -> Part:
    """The template's notes master; a plain one where it has none."""
    main: Any = package.main_document_part
    for relation in main.rels.values():
        if relation.reltype == RT.NOTES_MASTER:
            return cast(Part, relation.target_part)
    part = package.add_part("/ppt/notesMasters/notesMaster", "xml", CT.PML_NOTES_MASTER, notes_master_xml().encode())
    first_master = next(rel.target_part for rel in main.rels.values() if rel.reltype == RT.SLIDE_MASTER)
    usual = first_master.part_related_by(RT.THEME)
    theme = package.add_part("/ppt/theme/theme", "xml", CT.OFC_THEME, usual.blob)
    theme.rels._rels.update(usual.rels._rels)  # pictures of its backgrounds, by the names that it calls them
    part.relate_to(theme, RT.THEME)
    key = main.relate_to(part, RT.NOTES_MASTER)
    ids = f'<p:notesMasterIdLst {NAMESPACES}><p:notesMasterId r:id="{key}"/></p:notesMasterIdLst>'
    main._element.find(f"{{{P}}}sldMasterIdLst").addnext(etree.fromstring(ids))
    return part


def _list_slides(main: Any, deck: Deck, parts: Mapping[str, Part]) -> None:
    """Names the slides, in order, in the presentation; then its sections."""
    if not deck.slides:
        return
    numbers = {slide_id: _FIRST_SLIDE + index for index, slide_id in enumerate(parts)}
    keys = {slide_id: main.rels._add_relationship(RT.SLIDE, part) for slide_id, part in parts.items()}
    listed = "".join(f'<p:sldId id="{numbers[slide_id]}" r:id="{key}"/>' for slide_id, key in keys.items())
    slides = main._element.get_or_add_sldIdLst()
    slides.extend(etree.fromstring(f"<p:sldIdLst {NAMESPACES}>{listed}</p:sldIdLst>"))
    if deck.sections:
        _add_sections(main._element, deck.sections, numbers)


def _add_sections(presentation: Any, sections: Sequence[SlideSection], numbers: Mapping[str, int]) -> None:
    """PowerPoint's sections ([MS-PPTX] 2.6.2.9); their ids come from their names, the same each time."""
    texts = []
    for index, section in enumerate(sections):
        key = str(uuid.uuid5(uuid.NAMESPACE_URL, f"section {index} {section.name}")).upper()
        slides = "".join(f'<p14:sldId id="{numbers[slide]}"/>' for slide in section.slides)
        texts.append(
            f'<p14:section name="{escape(section.name)}" id="{{{key}}}">'
            f"<p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>"
        )
    extension = (
        f'<p:ext {NAMESPACES} uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">'
        f'<p14:sectionLst xmlns:p14="{_P14}">{"".join(texts)}</p14:sectionLst></p:ext>'
    )
    extensions = presentation.find(f"{{{P}}}extLst")
    if extensions is None:
        extensions = etree.SubElement(presentation, f"{{{P}}}extLst")
    extensions.insert(0, etree.fromstring(extension))


def _describe(package: DeckPackage, deck: Deck, lang: str, notes: int) -> None:
    """Adds the properties in place of the template's."""
    core = Part(PackURI("/docProps/core.xml"), CT.OPC_CORE_PROPERTIES, package, core_xml(deck, lang).encode())
    counts = app_xml(len(deck.slides), notes).encode()
    app = Part(PackURI("/docProps/app.xml"), CT.OFC_EXTENDED_PROPERTIES, package, counts)
    package.relate_to(core, RT.CORE_PROPERTIES)
    package.relate_to(app, RT.EXTENDED_PROPERTIES)

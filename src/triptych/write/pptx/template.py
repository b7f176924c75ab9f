"""The template of a theme, made from nothing."""

from triptych.geometry import Size
from triptych.model.theme import Palette
from triptych.write.pptx.archive import archive
from triptych.write.pptx.layouts import LayoutDesign, layout_xml, layouts
from triptych.write.pptx.look import Look
from triptych.write.pptx.master import default_levels, master_xml, notes_master_xml
from triptych.write.pptx.themes import theme_xml
from triptych.write.pptx.xml import HEAD, NAMESPACES, emu

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PML = "application/vnd.openxmlformats-officedocument.presentationml"
_DML = "application/vnd.openxmlformats-officedocument"
_USUAL = Look()
Relation = tuple[str, str]


def make_template(look: Look = _USUAL, family: str = "Arial", on_paper: Palette | None = None) -> bytes:
    """A template of all layouts in the look and family: the same bytes for the same arguments.

    Notes pages are in the palette `on_paper`, which is the same unless another is given. Unless the look
    is `filled`, the mark of question slides is an outline.
    Its parts are stored and not packed, so that it opens fast and does not depend on the packer.
    """
    designs = layouts(look)
    themes = (theme_xml("Triptych", look.palette, family), theme_xml("Triptych", on_paper or look.palette, family))
    parts = _parts(designs, themes, look)
    entries = [("[Content_Types].xml", _types(parts)), ("_rels/.rels", _relations((_main(),)))]
    for name, (_, text, relations) in parts.items():
        entries.append((name, text))
        if relations:
            folder, _, file = name.rpartition("/")
            entries.append((f"{folder}/_rels/{file}.rels", _relations(relations)))
    return archive(((name, text.encode()) for name, text in entries), level=0)


def _main() -> Relation:
    return "officeDocument", "ppt/presentation.xml"


def _parts(
    designs: tuple[LayoutDesign, ...], themes: tuple[str, str], look: Look
) -> dict[str, tuple[str, str, tuple[Relation, ...]]]:
    """By name: content type, text, and relationships, whose ids are counted from rId1."""
    slides, notes = themes
    to_master = (("slideMaster", "../slideMasters/slideMaster1.xml"),)
    master_relations = (
        *(("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in range(1, len(designs) + 1)),
        ("theme", "../theme/theme1.xml"),
    )
    return {
        "ppt/presentation.xml": (f"{_PML}.presentation.main+xml", _presentation(look.size), _PRESENTATION_RELATIONS),
        "ppt/slideMasters/slideMaster1.xml": (
            f"{_PML}.slideMaster+xml",
            master_xml(len(designs), look),
            master_relations,
        ),
        **{
            f"ppt/slideLayouts/slideLayout{n}.xml": (f"{_PML}.slideLayout+xml", layout_xml(design), to_master)
            for n, design in enumerate(designs, 1)
        },
        "ppt/notesMasters/notesMaster1.xml": (
            f"{_PML}.notesMaster+xml",
            notes_master_xml(),
            (("theme", "../theme/theme2.xml"),),
        ),
        "ppt/theme/theme1.xml": (f"{_DML}.theme+xml", slides, ()),
        "ppt/theme/theme2.xml": (f"{_DML}.theme+xml", notes, ()),
        "ppt/presProps.xml": (f"{_PML}.presProps+xml", _empty("presentationPr"), ()),
        "ppt/viewProps.xml": (f"{_PML}.viewProps+xml", _empty("viewPr"), ()),
        "ppt/tableStyles.xml": (f"{_PML}.tableStyles+xml", _table_styles(), ()),
    }


_PRESENTATION_RELATIONS = (
    ("slideMaster", "slideMasters/slideMaster1.xml"),
    ("notesMaster", "notesMasters/notesMaster1.xml"),
    ("presProps", "presProps.xml"),
    ("viewProps", "viewProps.xml"),
    ("theme", "theme/theme1.xml"),
    ("tableStyles", "tableStyles.xml"),
)


def _presentation(size: Size) -> str:
    return (
        f'{HEAD}<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0"><p:sldMasterIdLst>'
        '<p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst>'
        f'<p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldSz cx="{emu(size.width)}" cy="{emu(size.height)}"/>'
        f'<p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle>{default_levels()}</p:defaultTextStyle>'
        "</p:presentation>"
    )


def _empty(root: str) -> str:
    return f"{HEAD}<p:{root} {NAMESPACES}/>"


def _table_styles() -> str:
    # The default for tables that an editor adds: Medium Style 2 in the first accent colour.
    return (
        f'{HEAD}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>'
    )


def _types(parts: dict[str, tuple[str, str, tuple[Relation, ...]]]) -> str:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{content_type}"/>' for name, (content_type, _, _) in parts.items()
    )
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(relations: tuple[Relation, ...]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(relations, 1)
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'

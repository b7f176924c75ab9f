"""The built-in template, made from nothing: `python -m triptych.write.pptx.template` writes it anew."""

from pathlib import Path

from triptych.model.theme import Palette
from triptych.write.pptx.archive import archive
from triptych.write.pptx.layouts import LAYOUTS, layout_xml
from triptych.write.pptx.master import default_levels, master_xml, notes_master_xml
from triptych.write.pptx.themes import theme_xml
from triptych.write.pptx.xml import HEAD, NAMESPACES

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PML = "application/vnd.openxmlformats-officedocument.presentationml"
_DML = "application/vnd.openxmlformats-officedocument"
_FILE = Path(__file__).parents[2] / "themes" / "default" / "template.pptx"

_PALETTE = Palette()
Relation = tuple[str, str]


def make_template(palette: Palette = _PALETTE, family: str = "Arial") -> bytes:
    """A template of all layouts in the palette and family: the same bytes for the same arguments.

    Its parts are stored and not packed, so that it opens fast and does not depend on the packer.
    """
    parts = _parts(palette, family)
    entries = [("[Content_Types].xml", _types(parts)), ("_rels/.rels", _relations((_main(),)))]
    for name, (_, text, relations) in parts.items():
        entries.append((name, text))
        if relations:
            folder, _, file = name.rpartition("/")
            entries.append((f"{folder}/_rels/{file}.rels", _relations(relations)))
    return archive(((name, text.encode()) for name, text in entries), level=0)


def _main() -> Relation:
    return "officeDocument", "ppt/presentation.xml"


def _parts(palette: Palette, family: str) -> dict[str, tuple[str, str, tuple[Relation, ...]]]:
    """By name: content type, text, and relationships, whose ids are counted from rId1."""
    layouts = range(1, len(LAYOUTS) + 1)
    theme = theme_xml("Triptych", palette, family)
    to_master = (("slideMaster", "../slideMasters/slideMaster1.xml"),)
    master_relations = (
        *(("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in layouts),
        ("theme", "../theme/theme1.xml"),
    )
    return {
        "ppt/presentation.xml": (f"{_PML}.presentation.main+xml", _presentation(), _PRESENTATION_RELATIONS),
        "ppt/slideMasters/slideMaster1.xml": (
            f"{_PML}.slideMaster+xml",
            master_xml(len(LAYOUTS)),
            master_relations,
        ),
        **{
            f"ppt/slideLayouts/slideLayout{n}.xml": (f"{_PML}.slideLayout+xml", layout_xml(design), to_master)
            for n, design in enumerate(LAYOUTS, 1)
        },
        "ppt/notesMasters/notesMaster1.xml": (
            f"{_PML}.notesMaster+xml",
            notes_master_xml(),
            (("theme", "../theme/theme2.xml"),),
        ),
        "ppt/theme/theme1.xml": (f"{_DML}.theme+xml", theme, ()),
        "ppt/theme/theme2.xml": (f"{_DML}.theme+xml", theme, ()),
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


def _presentation() -> str:
    return (
        f'{HEAD}<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0"><p:sldMasterIdLst>'
        '<p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst>'
        '<p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldSz cx="12192000" cy="6858000"/>'
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


if __name__ == "__main__":
    _FILE.write_bytes(make_template())

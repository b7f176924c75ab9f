"""Small templates made by code: the library's own one (4:3, Calibri), with something changed in it."""

import io
import zipfile
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from lxml import etree
from pptx import Presentation

from triptych.model.theme import Theme
from triptych.problem import Problem
from triptych.template.choose import open_template
from triptych.template.parts import A, P

MASTER = "ppt/slideMasters/slideMaster1.xml"
THEME = "ppt/theme/theme1.xml"
TITLE, BODY, SECTION = (f"ppt/slideLayouts/slideLayout{number}.xml" for number in (1, 2, 3))
KEPT = ("Title Slide", "Title and Content", "Section Header")
Change = Callable[[Any], object]


@cache
def stock() -> bytes:
    """The library's own template."""
    Presentation().save(buffer := io.BytesIO())
    return buffer.getvalue()


@cache
def few(*names: str) -> bytes:
    """The library's own template with layouts of these names alone."""
    presentation = Presentation()
    for layout in list(presentation.slide_layouts):
        if layout.name not in names:
            presentation.slide_layouts.remove(layout)
    presentation.save(buffer := io.BytesIO())
    return buffer.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed(of: dict[str, bytes]) -> bytes:
    """A package of these parts."""
    with zipfile.ZipFile(buffer := io.BytesIO(), "w") as file:
        for name, data in of.items():
            file.writestr(name, data)
    return buffer.getvalue()


def changed(data: bytes, changes: dict[str, Change]) -> bytes:
    """A package with each of some parts changed by a function of its root."""
    of = parts(data)
    for name, change in changes.items():
        root = etree.fromstring(of[name])
        change(root)
        of[name] = etree.tostring(root, encoding="UTF-8", standalone=True)
    return packed(of)


def added(data: bytes, more: dict[str, bytes], relations: Iterable[tuple[str, str, str, str, bool]] = ()) -> bytes:
    """A package with more parts, and relationships: of which part, id, kind, target, whether it is outside."""
    of = parts(data) | more
    for name, key, kind, target, outside in relations:
        folder, _, file = name.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels" if name else "_rels/.rels"
        root = etree.fromstring(of[rels])
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        mode = {"TargetMode": "External"} if outside else {}
        etree.SubElement(root, root[0].tag, {"Id": key, "Type": f"{office}/{kind}", "Target": target, **mode})
        of[rels] = etree.tostring(root, encoding="UTF-8", standalone=True)
    types = etree.fromstring(of["[Content_Types].xml"])
    for extension in {name.rpartition(".")[2] for name in more} - {"xml", "rels"}:
        etree.SubElement(types, types[0].tag, {"Extension": extension, "ContentType": "application/octet-stream"})
    of["[Content_Types].xml"] = etree.tostring(types, encoding="UTF-8", standalone=True)
    return packed(of)


def slot(root: Any, idx: int) -> Any:
    """The placeholder of an index; the title has 0."""
    found = (shape for shape in root.iter(f"{P}sp") if shape.find(f".//{P}ph") is not None)
    return next(shape for shape in found if int(shape.find(f".//{P}ph").get("idx", "0")) == idx)


def place(shape: Any, x: float, y: float, width: float, height: float) -> None:
    """Puts a shape somewhere, in points."""
    properties = shape.find(f"{P}spPr")
    for old in properties.findall(f"{A}xfrm"):
        properties.remove(old)
    across, down, wide, high = (round(value * 12700) for value in (x, y, width, height))
    properties.insert(0, etree.fromstring(
        f'<a:xfrm xmlns:a="{A[1:-1]}"><a:off x="{across}" y="{down}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
    ))  # fmt: skip


def drawn(root: Any, xml: str) -> None:
    """Adds shapes behind the placeholders."""
    spaces = f'xmlns:a="{A[1:-1]}" xmlns:p="{P[1:-1]}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    tree = root.find(f".//{P}spTree")
    for shape in reversed(etree.fromstring(f"<x {spaces}>{xml}</x>")):
        tree.insert(2, shape)


def rectangle(fill: str, x: float, y: float, width: float, height: float, name: str = "Panel", extra: str = "") -> str:
    """A rectangle, in points, with a fill as DrawingML has it."""
    across, down, wide, high = (round(value * 12700) for value in (x, y, width, height))
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="90" name="{name}"{extra}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{across}" y="{down}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</p:spPr></p:sp>'
    )


def solid(color: str) -> str:
    """A plain fill."""
    return f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'


def opened(data: bytes) -> tuple[Theme, bytes]:
    """What a template gives to a deck, and the template as it is written into."""
    found = open_template(data, "own.pptx", "a.md")
    assert not isinstance(found, Problem), found
    return found


def theme_of(data: bytes) -> Theme:
    """What a template gives to a deck."""
    return opened(data)[0]


def refused(data: bytes) -> str:
    """Why a template is refused."""
    found = open_template(data, "own.pptx", "a.md")
    assert isinstance(found, Problem)
    return found.message

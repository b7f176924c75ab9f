"""A template's layouts mirrored, for a deck that runs the other way than its template."""

from collections.abc import Iterable
from typing import Any

from lxml import etree
from pptx.opc.package import XmlPart

from triptych.write.pptx.xml import A, P

_SHAPES = ("sp", "pic", "cxnSp", "grpSp", "graphicFrame")
QUESTION_MARK = "Question Mark"
"""The name of the shape that our layouts draw on the slides of questions."""


def mirror(parts: Iterable[Any], width: int, *, turns_questions: bool) -> None:
    """Put everything on these masters and layouts as far from the right as it was from the left.

    `width` is the slide's in EMU. Shapes without text are turned over as well, pictures are not: they may show words.
    Question marks are turned over where the script writes them so: ؟.
    """
    for part in parts:
        root = part._element if isinstance(part, XmlPart) else etree.fromstring(part.blob)
        tree = root.find(f"{{{P}}}cSld/{{{P}}}spTree")
        for shape in tree if tree is not None else ():
            if etree.QName(shape).localname in _SHAPES:
                _mirror(shape, width, turns_questions)
        if not isinstance(part, XmlPart):
            part.blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _mirror(shape: Any, width: int, turns_questions: bool) -> None:
    frame = next((found for found in shape.iter(f"{{{A}}}xfrm", f"{{{P}}}xfrm")), None)
    if frame is None or (frame.getparent().getparent() is not shape and frame.getparent() is not shape):
        return  # a placeholder that stands where the master has it
    offset, extent = frame.find(f"{{{A}}}off"), frame.find(f"{{{A}}}ext")
    if offset is None or extent is None:
        return
    offset.set("x", str(width - int(offset.get("x")) - int(extent.get("cx"))))
    if _is_drawn(shape) and (turns_questions or shape.find(f".//{{{P}}}cNvPr").get("name") != QUESTION_MARK):
        flipped = frame.get("flipH") in ("1", "true")
        frame.attrib.pop("flipH", None)
        if not flipped:
            frame.set("flipH", "1")


def _is_drawn(shape: Any) -> bool:
    """Whether it is a line or an area without words."""
    kind = etree.QName(shape).localname
    words = any(text.text and text.text.strip() for text in shape.iter(f"{{{A}}}t"))
    return kind == "cxnSp" or (kind == "sp" and shape.find(f".//{{{P}}}ph") is None and not words)

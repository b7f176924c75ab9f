"""Vector pictures in a deck: pixels for every program, vectors for those that draw them."""

import io
from pathlib import Path

from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation
from pptx_decks import deck, slide, theme

from triptych.geometry import Rect
from triptych.model.deck import PictureBox
from triptych.read.pictures.svg import svg_picture
from triptych.write.pptx import write_deck

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
URI = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


def test_both_are_there_once_however_often_they_are_shown(tmp_path: Path) -> None:
    picture, _ = svg_picture(SVG)
    box = PictureBox("Picture 1", Rect(48, 116, 400, 200), picture, "A box")
    data = write_deck(deck(slide("a", "A", box), slide("b", "B", box)), theme()[1])
    slides = Presentation(io.BytesIO(data)).slides
    names = set()
    for each in slides:
        shape = next(shape for shape in each.shapes if shape.shape_type == 13)
        assert shape.image.blob == picture.data
        (blip,) = shape._element.iter("{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip")
        assert blip.getparent().get("uri") == URI
        part = each.part.related_part(blip.get(f"{{{blip.nsmap['r']}}}embed"))
        assert (part.blob, part.content_type) == (picture.svg, "image/svg+xml")
        names.add(part.partname)
    assert len(names) == 1
    path = tmp_path / "deck.pptx"
    path.write_bytes(data)
    assert [
        e.description for e in OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(path)).errors
    ] == []

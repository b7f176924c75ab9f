"""The built-in template: made by the code beside it, legible, valid."""

from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from pptx_decks import theme

import triptych
from triptych.model.theme import Palette
from triptych.write.pptx.look import Look
from triptych.write.pptx.template import make_template

FILE = Path(triptych.__file__).parent / "themes" / "default" / "template.pptx"


def test_the_template_is_what_the_code_makes():
    assert FILE.read_bytes() == make_template(), "run python -m triptych.make_templates"


def test_the_themes_palette_is_the_templates():
    found, template = theme()
    assert make_template(Look(found.palette), found.text_family) == template


def test_the_template_is_valid():
    errors = OpenXmlValidator(FileFormat.MICROSOFT_365, max_errors=0).validate(str(FILE)).errors
    assert [f"{error.part_uri}: {error.description}" for error in errors] == []


def luminance(color: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


BACKGROUND = {"title": "deep", "section": "deep", "question": "tint", "summary": "tint"}


@pytest.mark.parametrize("layout", theme()[0].layouts, ids=lambda layout: layout.role)
def test_all_text_is_legible_on_its_background(layout):
    background = getattr(Palette(), BACKGROUND.get(layout.role, "paper"))
    for placeholder in layout.placeholders:
        one_level = placeholder.kind in ("title", "footer", "slide number", "date")
        for level in placeholder.levels[:1] if one_level else placeholder.levels:
            assert contrast(level.color, background) >= 4.5
            assert contrast(level.color, "D9E7F5") >= 4.5 or layout.role != "question"


@pytest.mark.parametrize("layout", theme()[0].layouts, ids=lambda layout: layout.role)
def test_placeholders_stand_apart_within_the_margins(layout):
    rects = [placeholder.rect for placeholder in layout.placeholders]
    for index, rect in enumerate(rects):
        assert rect.x >= 48
        assert rect.right <= 960 - 48
        assert rect.bottom <= 524
        for other in rects[index + 1 :]:
            apart = rect.right <= other.x or other.right <= rect.x or rect.bottom <= other.y or other.bottom <= rect.y
            assert apart

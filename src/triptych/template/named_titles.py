"""Titles of layouts that only their names tell, because their type lies or is absent: they get the type of titles."""

from collections.abc import Mapping
from typing import Any

from lxml import etree

from triptych.patterns import late
from triptych.template.parts import P

_TITLES = ("title", "ctrTitle")
_TEXTS = ("obj", "body")
_NAME = late(
    r"(?:title|titel|titre|t[íi]tulo|t[íi]tol|titolo|titlu|tittel|tytuł|rubrik|otsikko|nadpis|názov|naslov|cím|başlık|"
    r"pealkiri|virsraksts|pavadinimas|τίτλος|заголовок|заглавие|наслов|כותרת|عنوان|عنوان اصلی|शीर्षक|ชื่อเรื่อง|"
    r"tiêu đề|judul|タイトル|标题|標題|제목)(?:[ _-]*placeholder)?[ _-]*\d*"
)
"""What PowerPoint calls a title and numbers, in the languages of Office."""


def named_titles(looks: Mapping[str, bytes], changed: dict[str, bytes]) -> list[str]:
    """Puts masters and layouts among what is changed whose titles are placeholders of another type; says so in words.

    Only where no placeholder of a part has the type, and one alone the name.
    """
    told: list[str] = []
    for name, part in looks.items():
        root = etree.fromstring(changed.get(name, part), etree.XMLParser(resolve_entities=False, no_network=True))
        if any(place.get("type") in _TITLES for place in root.iter(f"{P}ph")):  # as most have
            continue
        found = [place for shape in root.iter(f"{P}sp") if (place := _called_title(shape)) is not None]
        if len(found) == 1:
            found[0].set("type", "title")
            found[0].attrib.pop("idx", None)
            changed[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
            told.append("placeholders of the template that are titles by their names alone serve as such")
    return list(dict.fromkeys(told))


def _called_title(shape: Any) -> Any:
    """The placeholder of a shape that has the name of a title, and no type or that of a text; None if it is none."""
    place = shape.find(f"*/{P}nvPr/{P}ph")
    if place is None or place.get("type", "obj") not in _TEXTS:
        return None
    name = shape.find(f".//{P}cNvPr").get("name", "").strip().casefold()
    return place if _NAME.fullmatch(name) else None

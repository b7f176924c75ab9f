"""Templates put right before they are read: without what leads out of them, with what slides inherit by.

LibreOffice writes how a placeholder's text looks on its prompt alone, which no slide inherits. A template is put
right once, before it is read and before a deck is written into it, so that both see the same.
"""

import io
import zipfile
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from lxml import etree

from triptych.template.adopted import adopted
from triptych.template.clean import cleaned
from triptych.template.groups import ungrouped
from triptych.template.named_titles import named_titles
from triptych.template.panels import panelled
from triptych.template.parts import DAMAGED, A, P, TemplateError, damage
from triptych.template.small_layouts import enlarged
from triptych.template.straight import straightened
from triptych.template.theme_parts import completed
from triptych.template.usual_names import usually_named

_PARTS = ("ppt/slideLayouts/slideLayout", "ppt/slideMasters/slideMaster")
_SCHEMES = (b"<a:accent1>", b"<a:minorFont>", b"bgFillStyleLst>")
_IN_STYLES = frozenset((f"{A}defPPr", f"{A}extLst", *(f"{A}lvl{number}pPr" for number in range(1, 10))))
_RUN_ATTRIBUTES = ("sz", "b", "i", "cap", "spc")
_RUN_CHILDREN = tuple(f"{A}{name}" for name in ("solidFill", "latin", "ea", "cs"))
_DEFAULTS = {"marL": "0", "indent": "0", "algn": "l"}
"""What a prompt does not say is so in its program: slides must not inherit it from elsewhere."""
_CLOSEST = 85
"""Per cent of a line's height that lines are apart at least.

Programs take what is less away above the first line too: usual fonts have a sixth of a line above their capitals.
"""
_LEFT_OUT = (f"{A}defRPr", f"{A}extLst")


def repaired(data: bytes) -> bytes:
    """The template as `put_right` gives it."""
    return put_right(data)[0]


def put_right(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The template with what slides inherit by and without what must not go into decks; and what was changed, in words.

    The very same bytes where nothing is to be changed. What is no archive is left to its reader to refuse. Raises
    TemplateError for a part that is damaged: nothing goes on that was not looked through.
    """
    try:
        data = usually_named(data)
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            parts = {name: file.read(name) for name in file.namelist() if name.endswith((".xml", ".rels"))}
            changed, left = cleaned(parts)
            parts |= changed
            looks = {name: part for name, part in parts.items() if name.startswith(_PARTS) and name.endswith(".xml")}
            styled = any(b"txStyles" in part for name, part in looks.items() if name.startswith(_PARTS[1]))
            changed |= {name: new for name, part in looks.items() if (new := _part(name, part, styled)) is not None}
            ungrouped(looks, changed)
            panelled(parts, looks, changed)
            added = named_titles(looks, changed)
            added += [*straightened(looks, changed), *_complete_themes(parts, changed)]
            added += _open_lines(looks, changed)
            added += _enlarge(parts, looks, changed)
            taken, of_slides = adopted({**parts, **changed}, file.NameToInfo)
            changed |= taken
            added += of_slides
            gone = (f"left out of the template: {', '.join(left)}",) if left else ()
            told = (*gone, *added)
            return (_packed(file, changed) if changed else data), told
    except DAMAGED:
        return data, ()
    except (etree.XMLSyntaxError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise TemplateError(damage(error)) from error


def _complete_themes(parts: Mapping[str, bytes], changed: dict[str, bytes]) -> list[str]:
    """Puts themes that lack a scheme among what is changed; returns what was added, in words."""
    told: list[str] = []
    for name, part in parts.items():
        if not name.startswith("ppt/theme/theme") or all(scheme in part for scheme in _SCHEMES):
            continue
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
        if added := completed(root):
            changed[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
            told.append(f"the template has no {' and no '.join(added)} in its theme: usual ones serve")
    return list(dict.fromkeys(told))


def _open_lines(looks: Mapping[str, bytes], changed: dict[str, bytes]) -> list[str]:
    """Lets no lines stand so close that the first leaves its box at the top; returns what was done, in words."""
    told: list[str] = []
    for name, part in looks.items():
        if b"lnSpc" not in part:
            continue
        root = etree.fromstring(changed.get(name, part), etree.XMLParser(resolve_entities=False, no_network=True))
        shares = [(share, share.get("val", "")) for share in root.iterfind(f".//{A}lnSpc/{A}spcPct")]
        close = [share for share, said in shares if said.isdecimal() and 0 < int(said) < _CLOSEST * 1000]
        if close:
            for share in close:
                share.set("val", str(_CLOSEST * 1000))
            changed[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
            told.append(f"lines of the template stand so close that the first leaves its box: {_CLOSEST} % apart now")
    return list(dict.fromkeys(told))


def _enlarge(parts: Mapping[str, bytes], looks: Mapping[str, bytes], changed: dict[str, bytes]) -> list[str]:
    """Makes layouts that are too small for their slide as large as it is; returns what was done, in words."""
    presentation = parts.get("ppt/presentation.xml")
    if not presentation:
        return []
    larger, told = enlarged({name: changed.get(name, part) for name, part in looks.items()}, presentation)
    changed.update(larger)
    return [told] if told else []


def _part(name: str, data: bytes, styled: bool) -> bytes | None:
    """A layout or master put right, None if nothing is wrong with it; `styled` if masters have styles of text."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    shapes = [shape for shape in root.iter(f"{P}sp", f"{P}pic") if _ph(shape) is not None]
    numbered = name.startswith(_PARTS[0]) and _number(shapes)
    written = name.startswith(_PARTS[0])
    restyled = 0 if styled else sum(_style(shape, written=written) for shape in shapes)
    trimmed = _trim(root)
    if not _unscale(root) and not numbered and not restyled and not trimmed:
        return None
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))


def _unscale(root: Any) -> bool:
    """Takes away how far prompts were shrunk, which some programs apply to the slides' text; whether any was."""
    scaled = [fit for fit in root.iter(f"{A}normAutofit") if fit.attrib]
    for fit in scaled:
        fit.attrib.clear()
    return bool(scaled)


def _trim(root: Any) -> bool:
    """Takes away what list styles must not hold (ECMA-376, 21.1.2.4.12), and programs refuse; whether there was any."""
    wrong = [child for styles in root.iter(f"{A}lstStyle") for child in styles if child.tag not in _IN_STYLES]
    for child in wrong:
        child.getparent().remove(child)
    return bool(wrong)


def _ph(shape: Any) -> Any:
    return shape.find(f"*/{P}nvPr/{P}ph")


def _number(shapes: list[Any]) -> bool:
    """An index of its own for each placeholder of a layout (ECMA-376, 19.3.1.36); whether one was changed."""
    taken: set[int] = set()
    changed = False
    for position, shape in enumerate(shapes):
        idx = int(_ph(shape).get("idx", "0"))
        if idx in taken:
            idx, changed = 1000 + position, True
            _ph(shape).set("idx", str(idx))
        taken.add(idx)
    return changed


def _style(shape: Any, *, written: bool) -> bool:
    """What a placeholder's prompt looks like as its list style; whether it had none.

    With `written` only a prompt that says something counts: where that of a layout is empty, its master's does.
    """
    body = shape.find(f"{P}txBody")
    if body is None or ((styles := body.find(f"{A}lstStyle")) is not None and len(styles)):
        return False
    levels: dict[int, Any] = {}
    for paragraph in body.iterfind(f"{A}p"):
        properties = paragraph.find(f"{A}pPr")
        level = int(properties.get("lvl", "0")) if properties is not None else 0
        if level not in levels and level < 9 and not (written and paragraph.find(f"{A}r") is None):
            levels[level] = _level(paragraph, properties, level)
    if styles is None:
        styles = etree.Element(f"{A}lstStyle")
        body.insert(1 if body.find(f"{A}bodyPr") is not None else 0, styles)
    styles.extend(levels[level] for level in sorted(levels))
    return bool(levels)


def _level(paragraph: Any, properties: Any, level: int) -> Any:
    """A paragraph's properties as those of its level (ECMA-376, 21.1.2.4.13)."""
    out = etree.Element(f"{A}lvl{level + 1}pPr", _DEFAULTS)
    if properties is not None:
        for key, value in properties.attrib.items():
            if key != "lvl":
                out.set(key, value)
        out.extend(deepcopy(child) for child in properties if child.tag not in _LEFT_OUT)
    run = next((run for run in paragraph.iter(f"{A}rPr", f"{A}endParaRPr")), None)
    defaults = etree.SubElement(out, f"{A}defRPr")
    if run is not None:
        for key in _RUN_ATTRIBUTES:
            if run.get(key) is not None:
                defaults.set(key, run.get(key))
        defaults.extend(deepcopy(child) for child in run if child.tag in _RUN_CHILDREN)
    return out


def _packed(file: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as out:
        for name in dict.fromkeys(file.namelist()):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            out.writestr(entry, changed.get(name) or file.read(name))
    return buffer.getvalue()

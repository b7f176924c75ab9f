"""What front matter and headings say of how panels look: background, logo, date, proportions, paper."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec.structs import replace

from triptych.model.document import Attributes, Document, Meta, Section
from triptych.model.forms import PANELS_PAPERS
from triptych.model.queries import walk_sections
from triptych.patterns import late
from triptych.problem import Report

_GROUNDS = ("background", "backgroundcolor", "backgroundimage", "databackground", "databackgroundcolor",
            "databackgroundimage")  # fmt: skip
"""The keys, without hyphens and in lower case, as Marp, reveal.js and pandoc have them."""
_ASPECTS = ("aspect", "aspectratio", "size", "slidesize")
_SHAPES: dict[str, Literal["4:3", "16:9"]] = {
    **dict.fromkeys(("4:3", "43", "4/3", "243"), "4:3"),
    **dict.fromkeys(("16:9", "169", "16/9", "969"), "16:9"),
}
"""By how they are written; YAML reads 4:3 as four minutes and three seconds."""
_READ = frozenset((*_GROUNDS, *_ASPECTS, "logo", "slidedate", "paper", "papersize"))
"""All keys that are read here."""
_YES = ("true", "yes", "on", "1")
_URL = late(r"url\(\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^()\"']*+))\s*+\)", re.IGNORECASE)
_FILE = late(r"\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?)$", re.IGNORECASE)
_ELSEWHERE = late(r"[A-Za-z][A-Za-z0-9+.-]+:|//|/|\\")
_NOTHING = ("", "none", "transparent", "false", "no", "inherit", "initial", "unset")
_HINT = "write a colour such as #F4EEE0, or the name of a picture beside the document"


def with_looks(meta: Meta, values: Mapping[str, object], text: str, report: Report) -> Meta:
    """The meta data with what the front matter says of looks; what cannot be used is a warning at its line."""
    keys = {name: key for key in values if (name := _plain(key)) in _READ}  # for each the text is searched
    said = {name: (_text(values[key], text, key), _line(text, key)) for name, key in keys.items()}
    ground, line = _ground(said, report)
    logo, logo_line = _file(said.get("logo", ("", 1)), report)
    aspect, aspect_line = _aspect(said, report)
    lines = (("background", line), ("logo", logo_line), ("aspect", aspect_line))
    return replace(
        meta,
        background=ground,
        logo=logo,
        slide_date=said.get("slidedate", ("", 1))[0].lower() in _YES,
        aspect=aspect,
        paper=_paper(said, report),
        lines=(*meta.lines, *(pair for pair, used in zip(lines, (ground, logo, aspect), strict=True) if used)),
    )


def section_grounds(sections: tuple[Section, ...], report: Report) -> tuple[Section, ...]:
    """The sections, each with its background, if it asks for one, under the one name `background`."""
    return tuple(_section(section, report) for section in sections)


def grounds_of(document: Document) -> Iterator[tuple[str, int]]:
    """The pictures that slides stand on, and the lines that ask for them."""
    asked = [(document.meta.background, document.meta.line("background"))]
    asked += [(section.attributes.get("background"), section.line) for section in walk_sections(document.sections)]
    return ((source, line) for source, line in asked if source and not source.startswith("#"))


def _section(section: Section, report: Report) -> Section:
    inner = section_grounds(section.sections, report) if section.sections else ()
    said = {_plain(key): (value, section.line) for key, value in section.attributes.values}
    if not said.keys() & set(_GROUNDS):
        return section if inner == section.sections else replace(section, sections=inner)
    ground, _ = _ground(said, report)
    others = tuple(pair for pair in section.attributes.values if _plain(pair[0]) not in _GROUNDS)
    values = (*others, ("background", ground)) if ground else others
    known = section.attributes
    return replace(section, sections=inner, attributes=Attributes(known.id, known.classes, values))


def _ground(said: Mapping[str, tuple[str, int]], report: Report) -> tuple[str, int]:
    """The colour as #RRGGBB or the picture that is asked for, a picture before a colour; and the line."""
    found = [(_value(*said[key], report), said[key][1]) for key in _GROUNDS if key in said]
    found = [(value, line) for value, line in found if value]
    return next((pair for pair in found if not pair[0].startswith("#")), found[0] if found else ("", 1))


def _value(text: str, line: int, report: Report) -> str:
    if text.lower() in _NOTHING:
        return ""
    match = _URL.search(text)
    if match or _FILE.search(text):
        name = next((part for part in match.groups() if part), "").strip() if match else text
        return _file((name, line), report)[0]
    color = _color(text)
    if not color:
        report.add("warning", f"the background is neither a colour nor a picture: {text[:40]}", line, _HINT)
    return color


def _color(text: str) -> str:
    """A colour as #RRGGBB, however it is written; empty for what is none."""
    if re.fullmatch(r"#?[0-9A-Fa-f]{6}", text):
        return f"#{text[-6:].upper()}"
    from PIL import ImageColor  # late: it knows the names that CSS has, which few documents use

    try:
        return "#{:02X}{:02X}{:02X}".format(*ImageColor.getrgb(text)[:3])
    except ValueError:
        return ""


def _file(said: tuple[str, int], report: Report) -> tuple[str, int]:
    """A picture beside the document; one of a website is not fetched, and only warned of."""
    name, line = said
    if name.lower() in _NOTHING or not _ELSEWHERE.match(name):
        return ("" if name.lower() in _NOTHING else name), line
    report.add("warning", f"pictures are not fetched from elsewhere: {name[:60]}", line, "save it beside the document")
    return "", line


def _aspect(said: Mapping[str, tuple[str, int]], report: Report) -> tuple[Literal["", "4:3", "16:9"], int]:
    for key in _ASPECTS:
        value, line = said.get(key, ("", 1))
        if shape := _SHAPES.get(value.replace(" ", "")):
            return shape, line
        if value and key == "aspect":
            report.add("warning", f"slides are 16:9 or 4:3, not {value[:20]}", line)
    return "", 1


def _paper(said: Mapping[str, tuple[str, int]], report: Report) -> str:
    """The paper that is asked for, also as LaTeX calls it; other sizes under `papersize` are for other programs."""
    for key in ("paper", "papersize"):
        value, line = said.get(key, ("", 1))
        if (name := value.lower().removesuffix("paper")) in PANELS_PAPERS:
            return name
        if value and key == "paper":
            report.add(
                "warning", f"there is no paper called {value[:20]}", line, f"there are {', '.join(PANELS_PAPERS)}"
            )
    return ""


def _plain(key: str) -> str:
    return str(key).lower().replace("-", "").replace("_", "")


def _text(value: object, text: str, key: str) -> str:
    """A simple value as text; a colour that YAML takes for a comment, since it begins with #."""
    if isinstance(value, str | bool | int | float) and str(value).strip():
        return str(value).strip()
    match = re.search(rf"^{re.escape(str(key))}:[ \t]*(#[0-9A-Fa-f]{{3,6}})[ \t]*$", text, re.MULTILINE)
    return match[1] if match else ""


def _line(text: str, key: str) -> int:
    match = re.search(rf"^{re.escape(str(key))}[ \t]*[:=]", text, re.MULTILINE)
    return text.count("\n", 0, match.start()) + 1 if match else 1

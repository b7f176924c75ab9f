"""What cannot be drawn here, diagrams in a language of their own, films, sounds, pages: its words, its address."""

import re

from triptych.model import document as doc
from triptych.patterns import late
from triptych.problem import Report
from triptych.read.inline_builder import finished_text

_DIAGRAM_NAMES = """
    mermaid plantuml puml uml ditaa d2 vega vega-lite vegalite wavedrom nomnoml blockdiag seqdiag actdiag nwdiag
    packetdiag rackdiag bytefield pikchr svgbob bpmn markmap excalidraw kroki structurizr tikz geogebra desmos plotly
    echarts chartjs flow sequence abc music lilypond mindmap zenuml wireviz drawio graphviz"""
_DIAGRAMS = frozenset(_DIAGRAM_NAMES.split())
_FILMS = late(r"\.(?:mp4|webm|mov|avi|mkv|ogv|m4v|mp3|wav|ogg|m4a|flac|aac)$", re.IGNORECASE)
_TITLE = late(
    r"(?:%%|#|//|')?\|?[ \t]*+"
    r"(?:accTitle|accDescr|title|caption|fig-cap|fig-alt)[ \t]*+:?[ \t]*+[\"']?+([^\"'\n]{1,300})"
)
_CAPTIONS = ("fig-cap", "caption", "fig-alt", "alt", "title")
_VEGA = late(r"\"(?:title|description)\"\s{0,9}:\s{0,9}\"([^\"\\\n]{1,300})\"")
_MOST_TITLES = 20
_PLANTUML = ("@", "skinparam", "!", "'", "hide ", "left to right", "top to bottom", "scale ")
_GRAPH = late(r"(?:graph|flowchart)\b")
_ARROW = late(
    r"[ \t]{0,9}<?(?:-{2,9}|={2,9}|-\.{1,9}-?)(?:[ \t][^-=>|\n]{1,60}[ \t](?:-{2,9}|={2,9}|\.{1,9}-))?[>ox]?"
    r"(?:\|([^|\n]{0,100})\|)?[ \t]{0,9}"
)
_NODE = late(r"\b\w[\w.]{0,60}[\[({]{1,3}[/\\]?\"?([^\"\[\](){}\n]{1,200}?)\"?[/\\]?[\])}]{1,3}(?::::\w+)?")
_SKIPPED = (
    "%%",
    "style ",
    "classDef ",
    "class ",
    "linkStyle ",
    "click ",
    "end",
    "direction ",
    "accTitle",
    "accDescr",
    "---",
)
_MESSAGE = late(r"<?(?:-{1,2}|\.{2}|={2})(?:>{1,2}|[x)])[+-]?")
_NAMED = late(r"(?:participant|actor|state)[ \t]+\"?([^\"\n]{1,100}?)\"?[ \t]+as[ \t]+(\S[^\n]{0,100})")
_KEYWORD = late(
    r"(?:participant|actor|section|class|state|dateFormat|axisFormat|autonumber|activate|deactivate)\b[ \t]*"
)
_SETTINGS = ("dateFormat", "axisFormat", "autonumber", "activate", "deactivate", "todayMarker", "%%", "---")


def is_diagram(language: str) -> bool:
    """Whether a fence in this language is a picture that another program would draw."""
    return language.lower() in _DIAGRAMS


def is_film(source: str) -> bool:
    """Whether a file is a film or a sound, by its name."""
    return _FILMS.search(re.split(r"[?#]", source, maxsplit=1)[0][-12:]) is not None


def undrawn_diagram(block: doc.Code, report: Report) -> doc.Block:
    """What a diagram says: its caption; of a flow chart also its words; and that it is not drawn."""
    name = block.language.lower()
    message = f"a diagram is not drawn here: {name}"
    hint = "put a picture of it beside the document, and that in its place"
    report.add("warning", message, block.line, hint, "diagram")
    caption = next((block.attributes.get(key) for key in _CAPTIONS if block.attributes.get(key)), "")
    lines = [line.strip() for line in block.text.split("\n")]
    if lines and _GRAPH.match(lines[0]) and ";" in lines[0]:  # all on one line
        lines = [part.strip() for line in lines for part in line.split(";")]
    found = next((match[1] for match in map(_TITLE.match, lines) if match), "")
    said = [caption or found, *_words(name, lines, block.text)]
    inlines: list[doc.Inline] = []
    for words in said:
        if words.strip():
            inlines += [*([doc.LineBreak()] if inlines else []), *finished_text(words)]
    return doc.Paragraph(tuple(inlines) or finished_text(name.capitalize()), block.line, block.attributes)


def _words(name: str, lines: list[str], text: str) -> list[str]:
    """What a diagram says beside its caption: lines of Mermaid and PlantUML, titles of Vega and of tunes."""
    if name == "mermaid":
        return _flow(lines)
    if name in ("plantuml", "puml", "uml"):
        return _other([line for line in lines if not line.startswith(_PLANTUML)])
    if name.startswith("vega"):
        return _VEGA.findall(text)[:_MOST_TITLES]
    return [line[2:].strip() for line in lines if line.startswith("T:")] if name == "abc" else []


def _flow(lines: list[str]) -> list[str]:
    """The lines of a flow chart with the words of its nodes between arrows; of other charts as they are written."""
    start = next((place for place, line in enumerate(lines) if line), 0)
    if not lines or not _GRAPH.match(lines[start]):
        return _other(lines[start + 1 :])
    labels = {re.split(r"[\[({]", match[0])[0]: match[1] for line in lines for match in _NODE.finditer(line)}
    out = []
    for line in lines[start + 1 :]:
        if not line or line.startswith(_SKIPPED):
            continue
        line = _NODE.sub(lambda match: match[1], line.removeprefix("subgraph ").rstrip(";"))
        line = _ARROW.sub(lambda arrow: f" → {arrow[1] + ': ' if arrow[1] else ''}", line)
        out.append(" → ".join(labels.get(part.strip(), part.strip()) for part in line.split(" → ")))
    return out


def _other(lines: list[str]) -> list[str]:
    """What the lines of another chart say: messages between names, parts with their sizes, points in time."""
    found = [line for line in lines if any(map(str.isalpha, line)) and not line.startswith(_SETTINGS)]
    found = [line for line in found if line != "end" and not _TITLE.match(line)]
    names = {match[1]: match[2].strip() for match in map(_NAMED.match, found) if match}
    out = []
    for line in found:
        if _NAMED.match(line):
            continue
        line = _NODE.sub(lambda match: match[1], _KEYWORD.sub("", line))
        parts, _, said = line.partition(":")
        ends = [names.get(part.strip(), part.strip()) for part in _MESSAGE.split(parts)]
        out.append(" → ".join(ends).strip(' {}"') + (f": {said.strip()}" if said.strip() else ""))
    return out


def undrawn_address(source: str, words: str, line: int, report: Report) -> tuple[doc.Inline, ...]:
    """A link to a film, a sound or a page that is shown within another, under its words or its address."""
    hint = "its address is shown instead"
    report.add("warning", f"not shown here: {source[:60]}", line, hint, "film")
    return (doc.Link(finished_text(words) or (doc.Text(source),), source),)

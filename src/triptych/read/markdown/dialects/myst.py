"""MyST: labels on lines of their own, comments, breaks between cells, parts of cards, glossaries."""

from triptych.patterns import late
from triptych.read.markdown.dialects.code import outside_code

_LABEL = late(r"\(([\w.:-]+)\)=[ \t]*$")
_COMMENT = late(r"%(?:[ \t]|$)")
_CELL_BREAK = late(r"\+\+\+(?:[ \t].*)?$")
_OWN = late(r"(`{3,}|:{3,})\{(glossary|card|grid-item-card)\}")


def rewrite_myst(lines: list[str]) -> list[str]:
    """Labels as anchors; comments and cell breaks as empty lines."""
    out = []
    for line, free in outside_code(_within_own(lines)):
        label = _LABEL.match(line) if free else None
        if label:
            line = f'<a id="{label[1]}"></a>'
        elif free and (_COMMENT.match(line) or _CELL_BREAK.match(line)):
            line = ""
        out.append(line)
    return out


def _within_own(lines: list[str]) -> list[str]:
    """The lines with what is set in below a term of a glossary as its meaning, cards without what parts them."""
    out: list[str] = []
    fence = name = ""
    for line in lines:
        if opening := _OWN.match(line):
            fence, name = opening[1], opening[2]
        elif fence and line.startswith(fence):
            fence = ""
        elif fence and name != "glossary" and line.strip() in ("^^^", "+++"):
            line = ""
        elif fence and name == "glossary" and _is_meaning(line, out[-1]):
            line = line.strip() if line.strip().startswith(":") else f": {line.strip()}"
        out.append(line)
    return out


def _is_meaning(line: str, before: str) -> bool:
    """Whether a line is set in right below one that is not."""
    return line[:2].isspace() and bool(line.strip()) and bool(before.strip()) and not before[0].isspace()

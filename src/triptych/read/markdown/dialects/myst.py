"""MyST: labels on lines of their own, comments, breaks between cells."""

from triptych.patterns import late
from triptych.read.markdown.dialects.code import outside_code

_LABEL = late(r"\(([\w.:-]+)\)=[ \t]*$")
_COMMENT = late(r"%(?:[ \t]|$)")
_CELL_BREAK = late(r"\+\+\+(?:[ \t].*)?$")


def rewrite_myst(lines: list[str]) -> list[str]:
    """Labels as anchors; comments and cell breaks as empty lines."""
    out = []
    for line, free in outside_code(lines):
        label = _LABEL.match(line) if free else None
        if label:
            line = f'<a id="{label[1]}"></a>'
        elif free and (_COMMENT.match(line) or _CELL_BREAK.match(line)):
            line = ""
        out.append(line)
    return out

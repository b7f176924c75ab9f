"""Bars within formulae, code and links of a table's cells: there they end no cell, whatever GitHub makes of them."""

from triptych.patterns import late
from triptych.read.markdown.dialects.code import outside_code

_DASHES = late(r"[ \t>]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?")
_INSIDE = late(
    r"\$(?![ \t$])[^$\n]{1,300}(?<![ \t])\$(?!\d)|(?<!`)(`+)(?!`)[^\n]{1,300}?(?<!`)\1(?!`)"
    r"|\\\([^\n]{1,300}?\\\)|\\\[[^\n]{1,300}?\\\]|\[\[[^\[\]\n]{1,300}\]\]"
)
_OPENINGS = ("$", "`", "\\(", "\\[", "[[")
_CELL = late(r"(?<!\\)\|")


def has_bars(text: str) -> bool:
    """Whether there may be such a bar at all."""
    return "|" in text and any(one in text for one in _OPENINGS) and "-|" in text.replace(" ", "").replace(":", "")


def rewrite_bars(lines: list[str]) -> list[str]:
    """The rows of tables that have more cells than columns only by such bars, these escaped."""
    out = list(lines)
    columns = 0
    for place, (line, free) in enumerate(outside_code(lines)):
        if not free or "|" not in line:
            columns = 0
        elif _DASHES.fullmatch(line.rstrip()):
            columns = _count(line)
            if place:
                out[place - 1] = _escaped(out[place - 1], columns)
        elif columns:
            out[place] = _escaped(line, columns)
    return out


def _escaped(line: str, columns: int) -> str:
    """The row with the bars within its formulae, code and links escaped, if only then it has the right number."""
    if _count(line) <= columns or not any(one in line for one in _OPENINGS):
        return line
    mended = _INSIDE.sub(lambda match: _CELL.sub(r"\\|", match[0]), line)
    return mended if _count(mended) <= columns else line


def _count(line: str) -> int:
    """The number of cells of a row."""
    bare = line.strip().removeprefix("|")
    bare = bare[:-1] if bare.endswith("|") and not bare.endswith("\\|") else bare
    return len(_CELL.findall(bare)) + 1

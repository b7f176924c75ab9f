"""Blocks between slashes, as MkDocs has them from PyMdown: `/// note | Title` … `///`."""

from triptych.patterns import late
from triptych.read.markdown.callouts import callout_kind
from triptych.read.markdown.dialects.code import outside_code

_OPEN = late(r"([ \t]*+)/{3,9}+[ \t]++([A-Za-z][\w-]{0,40}+)[ \t]*+(?:\|[ \t]*+(?!\s)([^\n]{0,200}))?+$")
_CLOSE = late(r"([ \t]*+)/{3,9}+[ \t]*+$")
_OPTION = late(r"[ \t]{4,}+([a-z_-]{1,20}+):[ \t]*+([^\n]{0,100})$")


def has_slash_blocks(text: str) -> bool:
    """Whether there may be such blocks in a text."""
    return "/// " in text and "\n///" in text


def rewrite_slash_blocks(lines: list[str]) -> list[str]:
    """Lines with such blocks as ours, each line in its place; what is never closed stays."""
    free = [outside for _, outside in outside_code(lines)]
    ends = sum(outside and _CLOSE.match(line) is not None for line, outside in zip(lines, free, strict=True))
    out = list(lines)
    opened = 0
    for place, line in enumerate(lines):
        if not free[place] or "///" not in line:
            continue
        if (found := _OPEN.match(line)) and ends > opened:
            opened += 1
            kind = _options(lines, place, out).get("type", "")
            name = next((one for one in (kind, found[2]) if callout_kind(one)), "")
            shown = f"::: {name or 'note'} {found[3] or ''}".rstrip() if name or found[3] else "::: container"
            out[place] = f"{found[1]}{shown}"
        elif opened and (closed := _CLOSE.match(line)):
            opened, ends = opened - 1, ends - 1
            out[place] = f"{closed[1]}:::"
    return out


def _options(lines: list[str], place: int, out: list[str]) -> dict[str, str]:
    """The options right below a block's first line, which are blank then."""
    found: dict[str, str] = {}
    line = place + 1
    while line < len(lines) and (option := _OPTION.match(lines[line])):
        found[option[1]] = option[2].strip()
        out[line] = ""
        line += 1
    return found

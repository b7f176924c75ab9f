"""Grid tables, as in pandoc and reStructuredText: drawn with `+---+` and `|`, with blocks and merged cells."""

import re

from markdown_it.rules_block import StateBlock

from triptych.patterns import late
from triptych.read.markdown.rules.cell_tables import Align, Written, columns_wide, line_of, narrow, push_table
from triptych.read.markdown.rules.telling import tell

_BORDER = late(r"\+(?:[-=:]+\+)+[ \t]*$")
_MOST_LINES = 5000


def grid_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines from one border to the last, all between corners or bars."""
    if state.is_code_block(start) or not _BORDER.match(line_of(state, start).strip()):
        return False
    lines = _squared(_lines(state, start, end))
    if len(lines) < 3:
        return False
    if any(len(line) > len(lines[0]) for line in lines):  # to cut at its columns would lose words
        hint = "draw all lines of the table equally long"
        tell(state.env, start + 1, "a drawn table whose lines are not equally long", hint, "grid table")
        return False
    if not silent:
        rows, aligns, headed = _table(lines, start)
        push_table(state, rows, aligns, headed, start, start + len(lines))
    return True


def _lines(state: StateBlock, start: int, end: int) -> list[str]:
    """The lines of the table, up to its last border."""
    found: list[str] = []
    last = 0
    for line in range(start, min(end, start + _MOST_LINES)):
        text = line_of(state, line).rstrip()
        text = text.lstrip() if not found else text[min(len(text) - len(text.lstrip()), 3) :]
        if not text.startswith(("+", "|")) or not text.endswith(("+", "|")):
            break
        found.append(columns_wide(text))
        last = len(found) if _BORDER.match(text) else last
    return found[:last]


def _squared(lines: list[str]) -> list[str]:
    """The lines as long as each other and with bars below bars, if all have the same columns: these are made wider."""
    parts = [re.split(r"\+" if line.startswith("+") else r"(?<!\\)\|", line)[1:-1] for line in lines]
    if len({len(row) for row in parts}) > 1:
        return lines
    widths = [max(len(row[k]) for row in parts) for k in range(len(parts[0]))]
    made = []
    for line, row in zip(lines, parts, strict=True):
        fill = (line[1:2].replace(":", "-") or "-") if line.startswith("+") else " "
        cells = [_filled(cell, width, fill) for cell, width in zip(row, widths, strict=True)]
        made.append(line[0] + line[0].join(cells) + line[0])
    return made


def _filled(cell: str, width: int, fill: str) -> str:
    """A part of a line made wider; a colon at its end stays there."""
    end = cell[-1:] if cell.endswith(":") and fill != " " else ""
    return cell.removesuffix(end).ljust(width - len(end), fill) + end if end else cell.ljust(width, fill)


def _table(lines: list[str], start: int) -> tuple[list[list[Written]], list[Align], bool]:
    """The rows of the table, how its columns are set, and whether it has a head."""
    ends = sorted({place for line in lines if _BORDER.match(narrow(line)) for place, c in enumerate(line) if c == "+"})
    bands = [place for place, line in enumerate(lines) if _has_border(line)]
    head = next((place for place in bands if "=" in lines[place] and _BORDER.match(narrow(lines[place]))), -1)
    taken: set[tuple[int, int]] = set()
    rows: list[list[Written]] = []
    for band in range(len(bands) - 1):
        row = []
        for column in range(len(ends) - 1):
            if (band, column) not in taken:
                row.append(_cell(lines, bands, ends, band, column, taken, start))
        rows.append(row)
    ruled = lines[head] if head > 0 else lines[0]
    aligns = [_align(ruled[ends[k] + 1 : ends[k + 1]]) for k in range(len(ends) - 1)]
    return rows, aligns, 0 < head < len(lines) - 1


def _has_border(line: str) -> bool:
    """Whether a line is a border, or has a part of one beside a cell that goes on."""
    return re.search(r"\+[-=:]{2,}", line) is not None and re.search(r"[+|]", line[-1:]) is not None and "+" in line


def _cell(
    lines: list[str], bands: list[int], ends: list[int], band: int, column: int, taken: set[tuple[int, int]], start: int
) -> Written:
    """The cell that begins in a band of lines and a column, as far as nothing is drawn to end it."""
    first = bands[band] + 1
    right = column + 1
    while right < len(ends) - 1 and not _is_drawn(lines[first : bands[band + 1]], ends[right]):
        right += 1
    low = band + 1
    inner = slice(ends[column] + 1, ends[right])
    while low < len(bands) - 1 and not _is_ruled(lines[bands[low]][inner]):
        low += 1
    taken.update((b, c) for b in range(band, low) for c in range(column, right))
    text = [narrow(line[inner]).rstrip() for line in lines[first : bands[low]]]
    margin = min((len(line) - len(line.lstrip()) for line in text if line.strip()), default=0)
    margin = min(margin, 1) if margin < 4 else margin
    return Written("\n".join(line[margin:] for line in text).strip("\n"), start + first, right - column, low - band)


def _is_drawn(lines: list[str], place: int) -> bool:
    """Whether a bar stands at this place in all of the lines."""
    return all(line[place : place + 1] in ("|", "+") for line in lines)


def _is_ruled(text: str) -> bool:
    return bool(text) and not text.strip("-=:+")


def _align(ruled: str) -> Align:
    left, right = ruled.startswith(":"), ruled.endswith(":")
    return "center" if left and right else "right" if right else "left"

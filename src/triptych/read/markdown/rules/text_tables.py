"""Simple and multiline tables, as in pandoc: columns by their lines of dashes, with or without a head."""

import re

from markdown_it.rules_block import StateBlock

from triptych.patterns import late
from triptych.read.markdown.rules.cell_tables import Align, Written, columns_wide, line_of, narrow, push_table

_RULED = late(r" {0,3}-{2,}(?: +-{2,})+ *$")
_LONG = late(r" {0,3}-{4,} *$")
_MOST_LINES = 3000


def text_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A head over dashes, or dashes over rows; a multiline table stands between two long rules."""
    if silent or state.is_code_block(start):
        return False
    first = line_of(state, start)
    if _LONG.match(first) or _RULED.match(first):
        return _headless(state, start, end) or _multiline(state, start, end)
    following = line_of(state, start + 1) if start + 1 < end else ""
    if not _RULED.match(following) or state.isEmpty(start):
        return False
    return _simple(state, start, end)


def _simple(state: StateBlock, start: int, end: int) -> bool:
    """One line of heads, dashes, a row a line, up to a blank line or dashes."""
    ends = _columns(columns_wide(line_of(state, start + 1)))
    last = start + 2
    while last < end and not state.isEmpty(last) and not _is_rule(line_of(state, last)):
        last += 1
    rows = [_cells([line_of(state, line)], ends, line) for line in (start, *range(start + 2, last))]
    if len(rows) < 2 or not _fits(line_of(state, start), ends):
        return False
    after = last + 1 if last < end and _is_rule(line_of(state, last)) else last
    aligns = _aligns(columns_wide(line_of(state, start)), ends)
    push_table(state, rows, aligns, True, start, after)
    return True


def _headless(state: StateBlock, start: int, end: int) -> bool:
    """Dashes, a row a line, dashes: a table without heads."""
    first = line_of(state, start)
    if not _RULED.match(first):
        return False
    ends = _columns(first)
    last = start + 1
    while last < end and not state.isEmpty(last) and not _is_rule(line_of(state, last)):
        last += 1
    if last == start + 1 or last >= end or not _is_rule(line_of(state, last)):
        return False
    rows = [_cells([line_of(state, line)], ends, line) for line in range(start + 1, last)]
    push_table(state, rows, _aligns(columns_wide(line_of(state, start + 1)), ends), False, start, last + 1)
    return True


def _multiline(state: StateBlock, start: int, end: int) -> bool:
    """Rows of several lines with blank lines between them, up to a rule before a blank line."""
    last = _closing(state, start, end)
    if last < 0:
        return False
    headed = not _RULED.match(line_of(state, start))
    ruled = next((k for k in range(start + 1, last) if _RULED.match(line_of(state, k))), -1) if headed else start
    if ruled < 0:
        return False
    ends = _columns(line_of(state, ruled))
    rows = [_chunk(state, start + 1, ruled, ends)] if headed and ruled > start + 1 else []
    begin = ruled + 1
    for line in range(ruled + 1, last + 1):
        if line == last or state.isEmpty(line):
            if line > begin:
                rows.append(_chunk(state, begin, line, ends))
            begin = line + 1
    if len(rows) < 1 + headed:
        return False
    shown = line_of(state, start + 1 if headed else ruled + 1)
    push_table(state, rows, _aligns(columns_wide(shown), ends), headed, start, last + 1)
    return True


def _closing(state: StateBlock, start: int, end: int) -> int:
    """The rule that ends a multiline table: the first one with a blank line or nothing behind it."""
    for line in range(start + 1, min(end, start + _MOST_LINES)):
        if _is_rule(line_of(state, line)) and (line + 1 >= end or state.isEmpty(line + 1)):
            return line if any(not state.isEmpty(k) for k in range(start + 1, line)) else -1
    return -1


def _is_rule(text: str) -> bool:
    return bool(_LONG.match(text) or _RULED.match(text))


def _columns(ruled: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"-+", ruled)]


def _chunk(state: StateBlock, first: int, last: int, ends: list[tuple[int, int]]) -> list[Written]:
    return _cells([line_of(state, line) for line in range(first, last)], ends, first)


def _cells(lines: list[str], ends: list[tuple[int, int]], line: int) -> list[Written]:
    """The cells of a row: each goes from its dashes to those of the next column."""
    starts = [0, *(start for start, _ in ends[1:]), None]
    wide = [columns_wide(text) for text in lines]
    return [
        Written("\n".join(narrow(text[starts[k] : starts[k + 1]]).strip() for text in wide).strip(), line)
        for k in range(len(ends))
    ]


def _fits(text: str, ends: list[tuple[int, int]]) -> bool:
    """Whether the heads keep the columns: a space, or nothing, stands before each column's dashes."""
    wide = columns_wide(text)
    return all(not wide[start - 1 : start].strip() for start, _ in ends[1:])


def _aligns(text: str, ends: list[tuple[int, int]]) -> list[Align]:
    """How the columns are set: by where the words stand over their dashes."""
    found: list[Align] = []
    for start, stop in ends:
        word = text[start:stop].ljust(stop - start)
        left, right = word[:1].strip() != "", word[-1:].strip() != ""
        found.append("left" if left or not word.strip() else "right" if right else "center")
    return found

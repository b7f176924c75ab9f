"""Lines of plain notes whose layout says something: code, commands, drawings, tables and terms in columns."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

import msgspec

from triptych.model import document as doc
from triptych.patterns import late
from triptych.read.code_shape import copied_head, end_of_code, is_all_code, is_code
from triptych.read.inline_builder import finished_text
from triptych.read.notes.lines import indent_of, underline_of

_FENCE = late(r"(`{3,}|~{3,})[ \t]*+([\w+#.-]*+)[ \t]*+$")
_QUOTED = late(r"(?:>[> ]*(?=[^\W\d]|[\"'“„«(\[])|>[> ]*$)")
_PROMPT = late(r"(?:\$|>>>|%|PS>|C:\\[^>]*>)[ \t]\S")
_DRAWN = late(r"[─-╿▀-▟]|[+`|]-{2}|-{2}[+>]")
_BARRED = late(r"\|.*\|$")
_SPACED_DASHES = (" - ", " – ", " — ")
_DASHES = late(r"[|:+\- \t]+$")
_WIDE_SPACE = late(r"\S(?: {2}|\t)")
_MARK = late(
    r"(?:[-*•+–—◦▪●○■□►➢✓§→⇒·]{1,6}|-{1,2}>|=>|\(?(?:\d{1,3}|[A-Za-z]{1,4})[.)])[ \t]|o(?:\t| {2})|\[[ xX]\][ \t]"
)
_FAR = late(r"\S+(?: {3,}|\t)\S")
"""A sign that is rather a key, with what it does in a column far behind it: `*     search`."""
_LONGEST_KEY, _LONGEST_CELL, _LONGEST_TERM = 30, 60, 40
_SET_IN = 4
"""Columns that code is set in by at least, as in Markdown."""
_FEWEST = 3
"""Lines in columns that are no accident."""


class Kept(msgspec.Struct):
    """Blocks that stand for lines, and the line that they begin on."""

    blocks: tuple[doc.Block, ...]
    line: int


Chunk = Sequence[str]
Find = Callable[[Chunk, int], tuple[doc.Block, ...]]


def kept_lines(lines: Sequence[str]) -> dict[int, tuple[int, Kept]]:
    """What the lines hold that keeps its layout: by its first line, from 0, the line after it and its blocks."""
    found: dict[int, tuple[int, Kept]] = {}
    place = 0
    while place < len(lines):
        end = place + 1
        if _is_quoted(lines[place]):
            end = _end_of_quote(lines, place)
            if quoted := _quote(lines[place:end], place):
                found[place] = (end, Kept((quoted,), place + 1))
        elif (fence := _FENCE.match(lines[place].strip())) and _is_fence(lines, place, fence):
            end = _end_of_fence(lines, place, fence[1])
            text = _dedented(lines[place + 1 : end - 1] if end <= len(lines) else lines[place + 1 :])
            found[place] = (end, Kept((doc.Code(text, fence[2], place + 1),), place + 1))
        elif lines[place].strip():
            end = _end_of_chunk(lines, place)
            if code := _code(lines, place, end):
                end, found[place] = code[0], code
            else:
                _add_chunk(lines, place, end, found)
        place = end
    return found


def _code(lines: Sequence[str], start: int, end: int) -> tuple[int, Kept] | None:
    """A chunk that looks like a program, set in or all of it, with what of it stands below blank lines."""
    head = copied_head(lines, start)
    chunk = lines[start + head : end]
    margin = min(map(indent_of, chunk), default=0)
    if not chunk or not (head or (is_code(chunk) if margin >= _SET_IN else is_all_code(chunk))):
        return None
    end = end_of_code(lines, end, margin if margin >= _SET_IN else 0, bool(head) or margin >= _SET_IN)
    language = lines[start].strip().lower() if head else ""
    return end, Kept((doc.Code(_dedented(lines[start + head : end]), language, start + 1),), start + 1)


def _is_fence(lines: Sequence[str], start: int, fence: re.Match[str]) -> bool:
    """Whether a line opens code: tildes alone are a rule if nothing closes them, or if they underline a line."""
    above = lines[start - 1].strip() if start else ""
    if above and fence[1][:4] == "~~~~" and not fence[2] and abs(len(above) - len(fence[1])) <= 1:
        return False
    if fence[1][0] == "`" or fence[2]:
        return True
    after = (text.strip() for text in lines[start + 1 :])
    return any(text.startswith(fence[1]) and not text.strip("~") for text in after)


def _end_of_quote(lines: Sequence[str], start: int) -> int:
    """The line after those that are quoted, as in letters: each behind a sign."""
    return next((k for k in range(start, len(lines)) if not _is_quoted(lines[k])), len(lines))


def _is_quoted(line: str) -> bool:
    text = line.strip()
    return text.startswith(">") and not text.endswith("<") and not _PROMPT.match(text)


def _quote(lines: Chunk, start: int) -> doc.Quote | None:
    """Quoted lines; none if the sign stands before no text, or before a number that is less."""
    said = [line.strip().lstrip("> ") for line in lines]
    if not all(_QUOTED.match(line.strip()) for line in lines) or not any(said):
        return None
    inlines: list[doc.Inline] = []
    for text in said:
        inlines += [*([doc.LineBreak()] if inlines and text else []), *finished_text(text)]
    return doc.Quote((doc.Paragraph(tuple(inlines), start + 1),), line=start + 1)


def _end_of_fence(lines: Sequence[str], start: int, mark: str) -> int:
    """The line after the fence; what is never closed ends with its chunk."""
    for place in range(start + 1, len(lines)):
        text = lines[place].strip()
        if text.startswith(mark) and not text.strip(mark[0]):
            return place + 1
    return _end_of_chunk(lines, start) + 1


def _end_of_chunk(lines: Sequence[str], start: int) -> int:
    """The next blank line, or one that opens a fence or is quoted."""
    end = start + 1
    while end < len(lines) and (text := lines[end].strip()) and not (_FENCE.match(text) or _is_quoted(text)):
        end += 1
    return end


def _add_chunk(lines: Sequence[str], start: int, end: int, found: dict[int, tuple[int, Kept]]) -> None:
    """Add what a chunk is; a table may stand below lines that introduce it, or below one that is underlined."""
    second = start + 2 if end - start > 2 and underline_of(lines[start + 1].strip()) else start + 1
    places = (start, second, _first_spaced(lines, start, end)) if end - start > _FEWEST else (start,)
    for first in places:
        if blocks := _blocks(lines[first:end], first):
            found[first] = (end, Kept(blocks, first + 1))
            return
    for first, last in _set_in(lines, start, end):
        if code := _code(lines, first, last):
            found[first] = code
        elif last - first >= _FEWEST and (blocks := _blocks(lines[first:last], first)):
            found[first] = (last, Kept(blocks, first + 1))


def _first_spaced(lines: Sequence[str], start: int, end: int) -> int:
    """Where the lines begin that all have a wide space within, up to the end; the last line where there are few."""
    first = end
    while first > start and _WIDE_SPACE.search(lines[first - 1].strip()):
        first -= 1
    return first if end - first >= _FEWEST else end - 1


def _blocks(lines: Chunk, start: int) -> tuple[doc.Block, ...]:
    found = (find(lines, start) for find in (_barred, _drawn, _commands, _columns, _dashed))
    return next(filter(None, found), ())


def _set_in(lines: Sequence[str], start: int, end: int) -> list[tuple[int, int]]:
    """The runs of lines within a chunk that are set in, with what is before or behind them at its edge."""
    edge = min(indent_of(line) for line in lines[start:end])
    runs: list[tuple[int, int]] = []
    for k in range(start, end):
        if indent_of(lines[k]) < edge + 2:
            continue
        if runs and runs[-1][1] == k:
            runs[-1] = (runs[-1][0], k + 1)
        else:
            runs.append((k, k + 1))
    return runs


def _dedented(lines: Chunk) -> str:
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return "\n".join(line[margin:].rstrip() for line in lines).strip("\n")


def _commands(lines: Chunk, start: int) -> tuple[doc.Block, ...]:
    """Command lines with their prompts, and what is printed below them."""
    if not _PROMPT.match(lines[0].strip()):
        return ()
    return (doc.Code(_dedented(lines), "", start + 1),)


def _drawn(lines: Chunk, start: int) -> tuple[doc.Block, ...]:
    """A drawing: half of the lines, and at least two, have lines drawn in them."""
    drawn = sum(1 for line in lines if _is_drawn(line.strip()))
    return (doc.Code(_dedented(lines), "", start + 1),) if drawn >= 2 and drawn * 2 >= len(lines) else ()


def _is_drawn(text: str) -> bool:
    """Whether lines are drawn in a line of text: bars, corners, arrows; a rule alone is none."""
    return not underline_of(text) and (
        _DRAWN.search(text) is not None or (text.count("|") > 1 and not _BARRED.match(text)) or not text.strip("|+/\\ ")
    )


def _barred(lines: Chunk, start: int) -> tuple[doc.Block, ...]:
    """A table with bars between its cells."""
    texts = [line.strip() for line in lines]
    wide = all(text.count(" | ") > 1 for text in texts)
    if (wide or len(texts) >= _FEWEST) and all(_is_parted(text) for text in texts):
        texts = [f"|{text}|" for text in texts]
    if len(texts) < 2 or not all(_BARRED.match(text) for text in texts):
        return ()
    rows = [[cell.strip() for cell in text.strip("|").split("|")] if not _DASHES.match(text) else [] for text in texts]
    if len({len(row) for row in rows if row}) != 1 or len(next(row for row in rows if row)) < 2:
        return ()
    return (_table(rows, start),)


def _columns(lines: Chunk, start: int) -> tuple[doc.Block, ...]:
    """Columns set with spaces: a table from three on, of two a term and its meaning on every line."""
    marked = [line.strip() for line in lines if _MARK.match(line.strip())]
    if len(lines) < 2 or 2 * len(marked) >= len(lines) or not all(map(_FAR.match, marked)):
        return ()
    starts = _starts(lines)
    if not starts:
        return ()
    rows = [_cut(line.expandtabs(8).strip("\n"), starts) for line in lines if not _is_ruled(line)]
    longest = max(len(cell) for row in rows for cell in row[:-1])
    if len(rows) < 2 or longest > (_LONGEST_CELL if len(starts) > 1 else _LONGEST_KEY):
        return ()
    if len(starts) == 1 and not _counts(rows):
        return _terms(rows, lines, start) if len(rows) >= _FEWEST else ()
    return (_table(rows, start),)


def _dashed(lines: Chunk, start: int) -> tuple[doc.Block, ...]:
    """Terms with their meanings behind a dash, a line each: a vocabulary, years with what happened in them."""
    pairs = [_at_dash(line.strip()) for line in lines] if len(lines) >= _FEWEST else []
    if not pairs or any(_MARK.match(line.strip()) for line in lines):
        return ()
    if len({indent_of(line) for line in lines}) > 1 or not all(
        _is_term(term) and _has_word(said) for term, said in pairs
    ):
        return ()
    return tuple(
        doc.Definition(finished_text(term), (doc.Paragraph(finished_text(said), start + k),), start + k)
        for k, (term, said) in enumerate(pairs, 1)
    )


def _at_dash(text: str) -> tuple[str, str]:
    """What stands before and behind the first dash between spaces; nothing where there is none."""
    text = " ".join(text.split())
    places = [place for dash in _SPACED_DASHES if (place := text.find(dash)) > 0]
    return (text[: min(places)], text[min(places) + 3 :]) if places and min(places) <= _LONGEST_TERM else ("", "")


def _is_parted(text: str) -> bool:
    """Whether bars between spaces part a line that has none at its ends."""
    return " | " in text and text[0] != "|" and text[-1] != "|"


def _is_term(text: str) -> bool:
    """Whether it has a word, or is a year; numbers of few digits count lines, or are reckoned with."""
    return _has_word(text) or (text.isdecimal() and len(text) in (3, 4))


def _has_word(text: str) -> bool:
    return any(character.isalpha() for character in text)


def _is_ruled(line: str) -> bool:
    return bool(_DASHES.match(line.strip())) or not line.strip().strip("=-─ ")


def _starts(lines: Chunk) -> list[int]:
    """Where the columns after the first begin: behind two columns or more that are blank in every line."""
    wide = [line.expandtabs(8).rstrip() for line in lines if not _is_ruled(line)]
    if len(wide) < 2:
        return []
    longest = max(map(len, wide))
    blank = [all(not line[place : place + 1].strip() for line in wide) for place in range(longest)]
    first = next((place for place in range(longest) if not blank[place]), longest)
    found: list[int] = []
    run = 0
    for place in range(first, longest):
        if blank[place]:
            run += 1
            continue
        if run >= 2:
            found.append(place)
        run = 0
    return [place for place in found if sum(1 for line in wide if line[place:].strip()) >= 2]


def _cut(line: str, starts: list[int]) -> list[str]:
    places = [0, *starts, len(line)]
    return [line[a:b].strip() for a, b in pairwise(places)]


def _counts(rows: list[list[str]]) -> bool:
    """Whether the last column has numbers below a head of words: then it is a table."""
    cells = [row[-1] for row in rows]
    digits = [any(map(str.isdigit, cell)) and not any(map(str.isalpha, cell)) for cell in cells]
    return len(rows) >= _FEWEST and not digits[0] and all(digits[1:])


def _terms(rows: list[list[str]], lines: Chunk, start: int) -> tuple[doc.Block, ...]:
    """Terms with their meanings, each on a line; a line without a term goes on with the one before."""
    made: list[doc.Block] = []
    for place, (term, meaning) in enumerate(rows):
        line = start + place + 1
        last = made[-1] if made else None
        if not term and isinstance(last, doc.Definition) and isinstance(said := last.blocks[0], doc.Paragraph):
            inlines = (*said.inlines, doc.Text(" "), *finished_text(meaning))
            made[-1] = doc.Definition(last.term, (doc.Paragraph(inlines, said.line),), last.line)
        elif not term or not meaning:
            return ()
        else:
            made.append(doc.Definition(finished_text(term), (doc.Paragraph(finished_text(meaning), line),), line))
    return tuple(made)


def _table(rows: list[list[str]], start: int) -> doc.Table:
    """The table of these rows, those without cells being lines of dashes."""
    made = [
        doc.Row(tuple(doc.Cell(finished_text(cell)) for cell in row), start + place + 1)
        for place, row in enumerate(rows)
        if row
    ]
    columns = list(zip(*(row.cells for row in made[1:]), strict=True))
    aligns: list[doc.Align] = ["left"] * len(made[0].cells)
    for place, column in enumerate(columns):
        aligns[place] = "right" if all(_is_number(cell) for cell in column) else "left"
    return doc.Table(made[0], tuple(made[1:]), tuple(aligns), line=start + 1)


def _is_number(cell: doc.Cell) -> bool:
    text = cell.inlines[0].text if cell.inlines and isinstance(cell.inlines[0], doc.Text) else ""
    return any(character.isdigit() for character in text) and not any(character.isalpha() for character in text)

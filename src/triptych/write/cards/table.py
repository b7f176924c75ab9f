"""Cues as tables: for spreadsheets with commas, for other programs with tabs."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from triptych.model.cues import Cue, section_titles
from triptych.model.document import Document
from triptych.write.cards.plain import block_lines, lines_of

_WIDE = "＝＋－＠﹦﹢﹣﹫"
"""The signs of a formula as East Asia writes them: some spreadsheets take them for it too."""
_COMMAND = re.compile(rf"\s*[=+\-@{_WIDE}]|[\t\r]")
"""How a text begins that spreadsheets take for a formula."""
_INNER = re.compile(rf"""(?<=[;,\t\n])[ "']*(?=[=@{_WIDE}]|[+\-](?!\d[\d., ]*+[^\d=+\-@|!(;\n]{{0,12}}(?:[;\n]|$)))""")
"""What begins so behind what parts cells in some country, or a line: a spreadsheet may take it for a cell."""
_ACTING = re.compile(r"<(?=[A-Za-z/!?])|\[(?=/?\$|/?latex|sound:|anki:)|\\(?=[()\[\]])", re.IGNORECASE)
"""What programs for flashcards take for HTML, for a sound, for a formula when they read a table."""
_JOINER = "\u2060"
"""A word joiner (Unicode, 23.2) is not seen, and parts what would act."""
_AMOUNT = re.compile(r"[+\-]?\d[\d.,  ]*+[^\d=+\-@|!(]{0,12}")


def write_csv(cues: Sequence[Cue], document: Document) -> bytes:
    """Front, back, section and kind, a header above them; UTF-8 with a mark at its start, as spreadsheets expect it.

    A text that a spreadsheet would take for a formula has an apostrophe before it, which makes it a text again. Where
    lists are parted by semicolons, cells are too: inside a text a character that is not seen does the same.
    """
    titles = section_titles(document)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("front", "back", "section", "kind"))
    for cue in cues:
        front, back = ("\n".join(lines) for lines in _sides(cue))
        writer.writerow(_guarded((front, back, titles.get(cue.section, ""), cue.kind)))
    return out.getvalue().encode("utf-8-sig")


def write_tsv(cues: Sequence[Cue]) -> bytes:
    """A line a cue, its front and its back with a tab between them and nothing else: no quotes, no header.

    So programs for flashcards take it by pasting; a line that ends within a text is a slash there. What would act in
    such a program or in a spreadsheet is parted by a character that is not seen.
    """
    lines = ("\t".join(hushed(" / ".join(_flat(lines))) for lines in _sides(cue)) for cue in cues)
    return "".join(f"{line}\n" for line in lines).encode()


def _sides(cue: Cue) -> tuple[list[str], list[str]]:
    front = [line for line in lines_of(cue.front) if line]
    return [*front, *block_lines(cue.below)], list(block_lines(cue.back))


def _flat(lines: Iterable[str]) -> Iterator[str]:
    return (" ".join(line.split()) for line in lines)


def _guarded(cells: Iterable[str]) -> list[str]:
    return [f"'{_inert(cell)}" if _commands(cell) else _inert(cell) for cell in cells]


def hushed(text: str) -> str:
    """The same without an apostrophe, which programs for flashcards would show."""
    return f"{_JOINER}{_inert(text)}" if _commands(text) else _inert(text)


def _commands(text: str) -> bool:
    """Whether a spreadsheet would take a text for a formula."""
    return bool(_COMMAND.match(text)) and not _AMOUNT.fullmatch(text)


def _inert(text: str) -> str:
    return _INNER.sub(rf"\g<0>{_JOINER}", _ACTING.sub(rf"\g<0>{_JOINER}", text))

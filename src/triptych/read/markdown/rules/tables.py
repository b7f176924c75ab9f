"""GitHub tables that lose nothing: cells beyond the last column are joined to it; attributes may follow."""

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit, getLine, table
from markdown_it.token import Token

from triptych.model.document import NO_ATTRIBUTES
from triptych.patterns import late
from triptych.read.markdown.attributes import cut_trailing, merge, parse_attributes
from triptych.read.markdown.rules.loose_tables import loose_table

_CAPTION = late(r"(?:Table)?:[ \t]+(\S.*)")


def lossless_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The parser's own rule, mended: `meta` of the table's token has "attributes" and "extra" (lines)."""
    first = len(state.tokens)
    if not table(state, start, end, silent) and not loose_table(state, start, end, silent):
        return False
    if silent:
        return True
    opening = state.tokens[first]
    opening.meta = {"extra": []}
    _drop_comments(state, first)
    rows = _rows(state.tokens, first)
    columns = sum(1 for token in state.tokens[first : rows[0][1]] if token.type == "th_open")
    for begin, stop in rows[1:]:
        line = (state.tokens[begin].map or [0])[0]
        text = getLine(state, line)
        if text.count("|") >= columns:
            _join_extra(state.tokens[begin:stop], text, columns, opening)
    _cut_attributes(state, rows, opening)
    if len(rows) > 1:
        _cut_caption(state, _rows(state.tokens, first)[-1], opening)
    return True


def _rows(tokens: list[Token], first: int) -> list[tuple[int, int]]:
    """Where the rows of the table begin and end among the tokens."""
    begins = [i for i in range(first, len(tokens)) if tokens[i].type == "tr_open"]
    ends = [i + 1 for i in range(first, len(tokens)) if tokens[i].type == "tr_close"]
    return list(zip(begins, ends, strict=True))


def _drop_comments(state: StateBlock, first: int) -> None:
    """Leave out the rows that are comments."""
    for begin, stop in reversed(_rows(state.tokens, first)):
        text = getLine(state, (state.tokens[begin].map or [0])[0]).strip()
        if text.startswith("<!--") and text.endswith("-->"):
            del state.tokens[begin:stop]


def _join_extra(row: list[Token], text: str, columns: int, opening: Token) -> None:
    cells = escapedSplit(text.strip())
    if cells and cells[0] == "":
        cells.pop(0)
    if cells and cells[-1] == "":
        cells.pop()
    extra = [cell.strip() for cell in cells[columns:] if cell.strip()]
    last = next(token for token in reversed(row) if token.type == "inline")
    if extra:
        last.content = " ".join([last.content, *extra]).strip()
        opening.meta["extra"].append((row[0].map or [0])[0])


def _cut_attributes(state: StateBlock, rows: list[tuple[int, int]], opening: Token) -> None:
    """A last row that is nothing but braces holds the table's attributes."""
    begin, stop = rows[-1]
    line = (state.tokens[begin].map or [0])[0]
    attributes = parse_attributes(getLine(state, line)) if len(rows) > 1 else None
    if attributes is not None:
        opening.meta["attributes"] = attributes
        del state.tokens[begin:stop]


def _cut_caption(state: StateBlock, row: tuple[int, int], opening: Token) -> None:
    """A last row without a bar that begins with a colon is the caption: its tokens go to the meta data."""
    line = (state.tokens[row[0]].map or [0])[0]
    text = getLine(state, line).strip()
    match = None if "|" in text else _CAPTION.fullmatch(text)
    if match is None or line < (opening.map or [0])[0] + 2:
        return
    caption, attributes = cut_trailing(match[1])
    opening.meta["attributes"] = merge(opening.meta.get("attributes", NO_ATTRIBUTES), attributes)
    opening.meta["caption"], opening.meta["caption line"] = caption, line
    del state.tokens[row[0] : row[1]]

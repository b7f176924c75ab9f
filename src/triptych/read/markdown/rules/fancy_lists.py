"""Lists whose marks CommonMark does not have, as in pandoc and as word processors leave them in what is copied."""

from markdown_it.rules_block import StateBlock

from triptych.read.close_marks import CROSSES, TICKS, are_parts
from triptych.read.markdown.rules.list_marks import CLOSE, Mark, begins, follows, mark_of
from triptych.read.markdown.rules.nesting import MAX_DEPTH

_OPEN = "fancy lists"
_FARTHEST = 60
"""Lines in which the second item of a list is looked for."""
_LONGEST_LOOK = 12
"""Lines by which is judged whether dashes belong to their words."""


def fancy_list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A list with the tokens of the parser's own; `meta` of an ordered one's has the form of its marks."""
    mark = _mark(state, start)
    if mark is None or state.level >= MAX_DEPTH or _judges(state, start, mark):
        return False
    if mark.kind == "dash" and are_parts(_run(state, start, end)):
        return False
    opened: list[Mark] = state.env.setdefault(_OPEN, [])
    if silent and any(_goes_on(mark, last) for last in opened):
        return True
    first = begins(mark, _second(state, start, end, mark))
    if first is None or (silent and not _may_interrupt(state, start, first)):
        return False
    if not silent:
        state.line = _list(state, start, end, first, opened)
    return True


def _judges(state: StateBlock, start: int, mark: Mark) -> bool:
    """Whether a tick says something: within an item, or where crosses say the opposite."""
    if mark.kind != "bullet" or mark.form not in TICKS:
        return False
    if "crosses" not in state.env:  # one look at a text is enough
        state.env["crosses"] = any(cross in state.src for cross in CROSSES)
    begin = state.bMarks[start] + state.tShift[start]
    before = state.src[state.src.rfind("\n", 0, begin) + 1 : begin]
    return bool(before.strip(" \t>")) or bool(state.env["crosses"])


def _run(state: StateBlock, start: int, end: int) -> list[str]:
    """Some lines round one with a dash, as long as they have one, too."""
    out: list[str] = []
    for line in range(max(start - 1, 0), min(end, start + _LONGEST_LOOK)):
        text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
        if text.startswith("-"):
            out.append(text)
        elif line >= start:
            break
    return out


def _goes_on(mark: Mark, last: Mark) -> bool:
    """Whether a line goes on with a list that is open: its next item, or a bullet of the same set."""
    return follows(mark, last) is not None or (mark.kind == last.kind == "bullet")


def _may_interrupt(state: StateBlock, start: int, first: Mark) -> bool:
    """Whether a list may begin right below a line of text: one of bullets may, others within an item."""
    if first.kind == "bullet":
        return first.sure or _mark(state, start + 1) is not None
    if first.kind in CLOSE:
        return first.number == 1
    return first.number == 1 and state.level > 0 and state.parentType == "paragraph" and state.blkIndent > 0


def _mark(state: StateBlock, line: int) -> Mark | None:
    """The mark of a line, if it is not indented as code would be."""
    if line >= state.lineMax or state.isEmpty(line) or state.sCount[line] - state.blkIndent >= 4:
        return None
    return mark_of(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]])


def _second(state: StateBlock, start: int, end: int, first: Mark) -> Mark | None:
    """The mark of the next line that may be the second item."""
    blank = False
    for line in range(start + 1, min(end, start + _FARTHEST)):
        if state.isEmpty(line):
            if first.kind in CLOSE:
                return None
            blank = True
            continue
        found = _mark(state, line)
        if found and (follows(found, first) or found.other) and state.sCount[line] <= state.sCount[start] + 1:
            return found
        if blank and state.sCount[line] < state.sCount[start] + 2:
            return None
    return None


def _list(state: StateBlock, start: int, end: int, first: Mark, opened: list[Mark]) -> int:
    """The tokens of a list; the line after it."""
    ordered = first.kind not in ("bullet", "dash")
    token = state.push("ordered_list_open" if ordered else "bullet_list_open", "ol" if ordered else "ul", 1)
    token.map = [start, start]
    if ordered:
        # Examples count through the document.
        number = int(state.env.get("example", 0)) + 1 if first.kind == "@" else first.number
        token.attrs, token.meta = {"start": number}, {"marks": first.form}
    line, mark, count = start, first, 0
    while True:
        opened.append(mark)
        if mark.kind == "@" and mark.label:
            state.env.setdefault("examples", {})[mark.label] = token.attrs["start"] + count  # type: ignore[operator]
        line = _item(state, line, end, mark, opened)
        opened.pop()
        count += 1
        after = _mark(state, line) if line < end and state.sCount[line] >= state.blkIndent else None
        following = follows(after, mark) if after else None
        if following is None:
            break
        mark = following
    if first.kind == "@":
        state.env["example"] = int(token.attrs["start"]) + count - 1
    token.map[1] = line
    state.push("ordered_list_close" if ordered else "bullet_list_close", "ol" if ordered else "ul", -1)
    return line


def _item(state: StateBlock, line: int, end: int, mark: Mark, opened: list[Mark]) -> int:
    """The tokens of an item, with the bullets below it that stand deeper; the line after it."""
    token = state.push("list_item_open", "li", 1)
    token.map = [line, line]
    start = state.bMarks[line] + state.tShift[line]
    outer = state.bMarks[line], state.tShift[line], state.sCount[line]
    around = state.blkIndent, state.tight, state.parentType
    # Other lines of the item need not be indented further than by four, however long its mark is.
    indent = state.sCount[line] + min(mark.length, 4)
    state.bMarks[line], state.tShift[line], state.sCount[line] = start + mark.length, 0, indent
    state.blkIndent, state.tight, state.parentType = indent, True, "list"
    if start + mark.length < state.eMarks[line]:
        state.md.block.tokenize(state, line, end)
    else:
        state.line = line + 1
    after = state.line
    state.bMarks[line], state.tShift[line], state.sCount[line] = outer
    state.blkIndent, state.tight, state.parentType = around
    while (deeper := _deeper(state, after, end, mark, opened)) is not None:
        after = _list(state, after, end, deeper, opened)
    token.map[1] = after
    state.push("list_item_close", "li", -1)
    return after


def _deeper(state: StateBlock, line: int, end: int, mark: Mark, opened: list[Mark]) -> Mark | None:
    """A mark right below an item that stands deeper than its own: `o` below `•`, `§` below `o`, `①` below `一、`.

    Numbers of other scripts stand deeper if no list that is open has them.
    """
    found = _mark(state, line) if line < end and mark.kind in ("bullet", "native") else None
    if found is None or found.kind != mark.kind or state.sCount[line] < state.blkIndent or state.isEmpty(line - 1):
        return None
    if mark.kind == "native":
        return found if found.number == 1 and all(found.form != one.form for one in (mark, *opened)) else None
    return found if found.form != mark.form and found.depth > mark.depth else None

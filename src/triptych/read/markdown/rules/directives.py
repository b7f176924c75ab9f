"""Directives, as in MyST: a fence whose name in braces says what its content is."""

from typing import Any

from markdown_it.rules_block import StateBlock

from triptych.model.document import Attributes
from triptych.patterns import late
from triptych.read.markdown.callouts import callout_kind
from triptych.read.markdown.divisions import FIGURE_BOX
from triptych.read.markdown.rules.cell_tables import Written
from triptych.read.markdown.rules.fences import tell_unclosed
from triptych.read.markdown.rules.telling import tell

_OPENING = late(r"(?P<fence>`{3,}|~{3,}|:{3,})[ \t]*\{(?P<name>[a-z][\w:-]*)\}[ \t]*+(?P<title>[^`]*)")
_OPTION = late(r":([\w-]++):[ \t]*+(.*)$")
_CODE = frozenset(("code-block", "code", "code-cell", "sourcecode", "prompt"))
_PICTURES = frozenset(("figure", "image"))
_MATH = frozenset(("math",))
_BOX_NAMES = """
    admonition grid grid-item grid-item-card card tab-set tab-item dropdown details margin sidebar topic epigraph
    container div aside only rubric glossary list-table iframe centered"""
_BOXES = frozenset(_BOX_NAMES.split())
_TABLES = frozenset(("table", "csv-table"))
_PROOFS = "prf:"
"""What theorems, lemmas and the like are called in MyST, before their names."""
_AS_WRITTEN = _MATH | _CODE | {"csv-table"}
"""Those whose content is no Markdown: between colons, too, where all others are divisions."""
_DROPPED = frozenset(["raw", "contents", "index", "toctree", "tableofcontents", "meta", "target-notes", "bibliography"])
"""What is for other programs, or has a place of its own here; what is raw is told."""


def directive(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Boxes have their content parsed; code, pictures and formulae become what they are.

    Names that are none of these, `{r}` or `{python}`, are left to the fence: they are cells of code. One with a title
    is none of these either: it is told, and its content stands as code below the title.
    """
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if state.src[begin : begin + 3] not in ("```", "~~~", ":::") or state.is_code_block(start):
        return False
    match = _OPENING.fullmatch(state.src, begin, stop)
    if match is None or not (_known(match["name"]) or _strange(match["name"], match["title"])):
        return False
    if match["fence"][0] == ":" and match["name"] not in _AS_WRITTEN:
        return False
    if silent:
        return True
    last = _closing(state, start + 1, end, match["fence"])
    if last == end or not _line(state, last).startswith(match["fence"]):
        tell_unclosed(state, start, match["fence"])
    first, options = _options(state, start + 1, last)
    _push(state, match["name"], match["title"].rstrip(" \t"), options, (start, first, last))
    state.line = min(last + 1, end)
    return True


def _known(name: str) -> bool:
    known = _CODE | _PICTURES | _MATH | _BOXES | _DROPPED | _TABLES
    return name in known or callout_kind(name.removeprefix(_PROOFS)) is not None


def _strange(name: str, title: str) -> bool:
    """Whether a directive that nobody knows says something in its title: a cell of code has none."""
    return bool(title.strip()) and "-" in name and "=" not in title


def _closing(state: StateBlock, line: int, end: int, fence: str) -> int:
    """The line of the closing fence, or the end."""
    while line < end:
        begin, stop = state.bMarks[line] + state.tShift[line], state.eMarks[line]
        if state.sCount[line] < state.blkIndent and begin < stop:
            return line
        text = state.src[begin:stop].strip()
        if text.startswith(fence) and not text.strip(fence[0]):
            return line
        line += 1
    return end


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _options(state: StateBlock, line: int, last: int) -> tuple[int, dict[str, str]]:
    """The line after the options, `:key: value` or `key: value` between lines of dashes, and these."""
    found: dict[str, str] = {}
    dashed = next((k for k in range(line + 1, last) if _line(state, k).strip() == "---"), -1) if line < last else -1
    if dashed > 0 and _line(state, line).strip() == "---":
        pairs = (_line(state, k).partition(":") for k in range(line + 1, dashed))
        return dashed + 1, {key.strip(): value.strip().strip("\"'") for key, _, value in pairs if value.strip()}
    while line < last:
        match = _OPTION.match(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]])
        if match is None:
            break
        found[match[1]] = match[2].strip()
        line += 1
    return line, found


def _push(state: StateBlock, name: str, title: str, options: dict[str, str], lines: tuple[int, int, int]) -> None:
    start, first, last = lines
    attributes = Attributes(options.get("name") or options.get("label", ""), tuple(options.get("class", "").split()))
    name = name.removeprefix(_PROOFS)
    if not _known(name):
        tell(state.env, start + 1, f"not a directive that is known here: {{{name}}}", "its content is kept", name)
        name, options = "code", {**options, "caption": title}
        title = ""
    if name == "list-table":
        heads = (("header-rows", options.get("header-rows", "0")),)
        attributes = Attributes(attributes.id, attributes.classes, heads)
    if name in _DROPPED:
        state.push("comment", "", 0).map = [start, last]
        if name == "raw":
            hint = "write it as Markdown if it is to be shown"
            tell(state.env, start + 1, f"raw {title or 'text'} is left out", hint, "raw")
    elif name == "csv-table":
        _push_csv(state, title, options, lines, attributes)
    elif name in _CODE:
        said = (("caption", options["caption"]),) if options.get("caption") else ()
        named = Attributes(attributes.id, attributes.classes, said)
        _push_code(state, title, (start, first, last), {"attributes": named})
    elif name in _MATH:
        token = state.push("math_block", "math", 0)
        token.map = [start, last]
        token.content = f"$$\n{state.getLines(first, last, state.blkIndent, False).strip()}\n$$"
        token.meta = {"attributes": attributes}
    else:
        token = state.push("box_open", "div", 0)
        token.map = [start, last]
        picture = name in _PICTURES
        name = FIGURE_BOX if name in _TABLES else name  # whose title is the caption
        kept = {"title": "" if picture else title, "attributes": attributes, "picture": title if picture else ""}
        token.meta = {"name": FIGURE_BOX if picture else name, "options": options, **kept}
        _read_content(state, first, last)
        state.push("box_close", "div", 0).map = [last, last]


def _push_code(state: StateBlock, language: str, lines: tuple[int, int, int], meta: dict[str, Any]) -> None:
    start, first, last = lines
    token = state.push("fence", "code", 0)
    token.map, token.info, token.meta = [start, last], language, meta
    while first < last and state.isEmpty(first):
        first += 1
    token.content = state.getLines(first, last, state.sCount[start], True)


def _push_csv(
    state: StateBlock, title: str, options: dict[str, str], lines: tuple[int, int, int], attributes: Attributes
) -> None:
    """A table of values between commas."""
    import csv  # late: few documents have any

    start, first, last = lines
    text = [line for line in state.getLines(first, last, state.blkIndent, False).split("\n") if line.strip()]
    heads = [options["header"]] if options.get("header") else []
    delimiter = options.get("delim", ",")
    rows = list(
        csv.reader([*heads, *text], skipinitialspace=True, delimiter=delimiter if len(delimiter) == 1 else "\t")
    )
    made = [[Written(cell.strip(), first) for cell in row] for row in rows if row]
    braces = f" {{#{attributes.id}}}" if attributes.id else ""
    headed = bool(heads) or options.get("header-rows", "0") not in ("", "0")
    token = state.push("cells_table", "table", 0)
    token.map = [start, last]
    token.meta = {"rows": made, "aligns": ["left"] * max(map(len, made), default=0), "headed": headed}
    token.meta |= {"caption": title + braces, "caption line": start}


def _read_content(state: StateBlock, first: int, last: int) -> None:
    outer = state.lineMax, state.parentType
    state.lineMax, state.parentType = last, "root"
    state.level += 1
    state.md.block.tokenize(state, first, last)
    state.level -= 1
    state.lineMax, state.parentType = outer

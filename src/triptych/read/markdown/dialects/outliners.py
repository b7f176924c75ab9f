"""What Logseq and Roam write into their lists: properties of blocks, tasks, references, marked words, drawers."""

import re
from collections.abc import Sequence

import msgspec

from triptych.patterns import late
from triptych.problem import Report
from triptych.read.markdown.dialects.code import outside_code

_SIGNS = ("{{[[", "{{embed", "{{query", ":LOGBOOK:", "#+BEGIN_", "#+begin_")
_OWN = late(r"^[ \t]*(?:[-*+] )?(?:id:: [0-9a-f]{8}-|collapsed:: (?:true|false)|card-[a-z-]{4,30}:: )", re.MULTILINE)
_PAGE = late(r"\s*(?:title|alias|tags|public|type|icon)::[ \t]")
_FIRST = late(r"([a-z][\w-]{0,40})::[ \t]+(\S[^\n]*)$")
_PROPERTY = late(
    r"[ \t]*(?:[-*+] )?(?:id|collapsed|card-[a-z-]{1,30}|(?:created|updated)-at|background-color|heading|ls-type"
    r"|hl-[a-z-]{1,20}|logseq\.[\w.-]{1,60}|query-[a-z-]{1,30}|done|doing|todo|now|later|template"
    r"|exclude-from-graph-view)::(?:[ \t].*)?$"
)
_ID = late(r"[ \t]*id::[ \t]+([0-9a-f-]{36})[ \t]*$")
_TASK = late(r"([ \t]*[-*+][ \t]+)(?:(TODO|LATER|NOW|DOING|WAITING)|DONE|CANCELL?ED)[ \t]+(?=\S)")
_BOX = late(r"\{\{\[\[(TODO|DONE)\]\]\}\}")
_MARKED = late(r"\^\^(?=\S)((?:(?!\^\^)[^\n]){1,1000})(?<=\S)\^\^")
_REFERENCE = late(r"(?:\{\{(?:\[\[)?embed(?:\]\])?:? )?\(\(([\w-]{9,40})\)\)(?:\}\})?")
_ADDRESS = late(r"\{\{(?:\[\[)?(?:video|youtube|pdf|iframe|audio)(?:\]\])?:?[ \t]+(https?://[^\s{}]{1,500})\}\}")
_COMPUTED = late(r"\{\{(?:\[\[)?(?:query|word-count|mentions|table|calc|renderer|function|diagram)\b[^{}\n]{0,300}\}\}")
_CARD = late(r" #card(?![\w/-])")
_ITEM = late(r"([ \t]*(?:[-*+][ \t]+)?)#\+(BEGIN|END)_([A-Z]{1,20})[ \t]*$", re.IGNORECASE)
_BOXES = frozenset(("NOTE", "TIP", "IMPORTANT", "CAUTION", "WARNING"))


_MOST_SAID = 100_000
"""Characters that references to blocks may repeat in one document."""


class _Blocks(msgspec.Struct):
    """What each block says that has an id, and how many characters of these may still be repeated."""

    said: dict[str, str]
    left: int = _MOST_SAID

    def take(self, name: str) -> str | None:
        """What a block says; None where it is not known, or too much has been said already."""
        said = self.said.get(name)
        if said is None or len(said) > self.left:
            return None
        self.left -= len(said)
        return said


def is_outline(text: str) -> bool:
    """Whether there is anything in a text that only such programs leave in it."""
    if any(sign in text for sign in _SIGNS):
        return True
    return ":: " in text and (_PAGE.match(text) is not None or _OWN.search(text) is not None)


def rewrite_outline(lines: list[str], report: Report) -> list[str]:
    """Lines with tasks, marked words, quotations and references as ours; what the program keeps is left out."""
    out = _without_properties(_of_page(lines, report))
    blocks = _blocks_by_id(lines)
    drawer = False
    quoted = ""  # what lines of a quotation begin with
    for place, free in enumerate([free for _, free in outside_code(lines)]):
        line = out[place]
        if not free:
            continue
        drawer = drawer or (":LOGBOOK:" in line and line.strip(" \t-*+") == ":LOGBOOK:")
        if drawer:
            drawer, line = line.strip() != ":END:", ""
        elif (found := _ITEM.match(line)) and (found[3].upper() == "QUOTE" or found[3].upper() in _BOXES):
            line, quoted = _quotation(found)
        elif quoted and line.strip():
            line = f"{quoted}> {line.removeprefix(quoted)}"
        out[place] = _rewritten(line, place + 1, blocks, report) if line.strip() else line
    return out


def _of_page(lines: list[str], report: Report) -> list[str]:
    """The lines with the properties of the page, which stand above all, as its title; the others are told."""
    out, place = list(lines), 0
    while place < len(out) and not out[place].strip():
        place += 1
    left = []
    while place < len(out) and (found := _FIRST.match(out[place])):
        title = found[1] == "title" and not any(line.startswith("# ") for line in lines)
        out[place] = f"# {found[2]}" if title else ""
        left += [] if found[1] == "title" and title else [found[1]]
        place += 1
    if left:
        report.add("note", f"properties of the page are left out: {', '.join(left)[:60]}", place, kind="properties")
    return out


def _without_properties(lines: list[str]) -> list[str]:
    """The lines without what the program notes of its blocks."""
    free = outside_code(lines)
    return ["" if outside and "::" in line and _PROPERTY.match(line) else line for line, outside in free]


def _blocks_by_id(lines: Sequence[str]) -> _Blocks:
    """What each block says that has an id, which stands on a line below it."""
    found: dict[str, str] = {}
    last = ""
    for line in lines:
        if "id:: " in line and (match := _ID.match(line)):
            found[match[1]] = last
        elif line.strip() and not ("::" in line and _PROPERTY.match(line)):
            last = line.strip().lstrip("-*+# ")
    return _Blocks(found)


def _quotation(found: re.Match[str]) -> tuple[str, str]:
    """The line that begins or ends a quotation or a box, and what its lines begin with."""
    if found[2].upper() == "END":
        return "", ""
    kind = found[3].upper()
    return f"{found[1]}>" + (f" [!{kind}]" if kind in _BOXES else ""), " " * len(found[1].expandtabs(4))


def _rewritten(line: str, number: int, blocks: _Blocks, report: Report) -> str:
    if found := _TASK.match(line):
        line = f"{found[1]}[{' ' if found[2] else 'x'}] {line[found.end() :]}"
    if "^^" in line:
        line = _MARKED.sub(r"==\1==", line)
    if "{{" in line:
        line = _BOX.sub(lambda found: "[ ]" if found[1] == "TODO" else "[x]", line)
        line = _ADDRESS.sub(r"<\1>", line)
    if "((" in line:
        line = _REFERENCE.sub(lambda found: _referred(found, number, blocks, report), line)
    if "{{" in line and (bare := _COMPUTED.sub("", line)) != line:
        report.add("note", f"what another program works out is left out: {line.strip()[:60]}", number, kind="query")
        line = bare
    bare = _CARD.sub("", line)
    return bare if bare.strip(" \t-*+") else ""


def _referred(found: re.Match[str], number: int, blocks: _Blocks, report: Report) -> str:
    if (said := blocks.take(found[1])) is not None:
        return said
    if not any(map(str.isdigit, found[1])) and not found[0].startswith("{{"):
        return found[0]  # words between double brackets
    message, hint = f"a block of another page is left out: {found[0][:60]}", "write what it says"
    report.add("warning", message, number, hint, "block")
    return ""

"""Environments and headings of LaTeX between the paragraphs: lists, tables, code and theorems become ours."""

import re

from triptych.patterns import late
from triptych.problem import Report
from triptych.read.markdown.callouts import callout_kind
from triptych.read.markdown.dialects.code import outside_code
from triptych.read.markdown.rules.raw_tex import closing_brace

_SIGN = late(
    r"^[ \t]{0,12}\\(?:begin\{|(?:sub){0,2}section\*?\{|chapter\*?\{|(?:sub)?paragraph\*?\{|item\b|note[{<\[])",
    re.MULTILINE,
)
_BEGIN = late(r"[ \t]*+\\begin\{([A-Za-z]{1,30})\*?\}(.{0,400})$")
_END = late(r"[ \t]*+\\end\{([A-Za-z]{1,30})\*?\}[ \t]*+$")
_NOTE = late(r"[ \t]*+\\note(?:<[^<>\n]{0,20}>)?(?:\[[^\[\]\n]{0,40}\])?\{")
_ITEM = late(r"[ \t]*+\\item\b[ \t]*+(?:<[\d,+.| -]{1,20}>)?(?:\[([^\[\]\n]{0,200})\])?[ \t]*+(.{0,4000})$")
_HEADING = late(r"[ \t]*+\\(chapter|section|subsection|subsubsection|paragraph|subparagraph)\*?\{")
_NAME = late(r"\\label\{([^{}\s]{1,200})\}")
_CENTERED = late(r"\\(?:centering|small|footnotesize|vspace\*?\{[^{}]{0,30}\}|hspace\*?\{[^{}]{0,30}\}|hfill)")
_PICTURE = late(r"\\includegraphics(?:\[[^\[\]]{0,200}\])?\{([^{}\n]{1,300})\}")
_OPTION = late(r"[ \t]*+(?:\[[^\[\]]{0,200}\]|\{[^{}]{0,200}\})")
_LEVELS = {"chapter": "#", "section": "##", "subsection": "###", "subsubsection": "####", "paragraph": "#####",
           "subparagraph": "######"}  # fmt: skip
_LISTS = {"itemize": "-", "enumerate": "1.", "description": "-"}
_CODE = frozenset(("verbatim", "lstlisting", "minted", "Verbatim"))
_TABLES = frozenset(("tabular", "tabularx", "longtable"))
_FLOATS = frozenset(("figure", "wrapfigure", "SCfigure", "table", "wraptable", "sidewaystable"))
"""What holds a picture or a table with its caption."""
_NAMED = frozenset(("definition", "question", "summary", "notes", "block"))
"""What is a block of ours by the same name."""
_LAYOUT_NAMES = """
    center flushleft flushright minipage columns column figure table landscape multicols small footnotesize frame
    spacing document wrapfigure adjustwidth quote quotation abstract onlyenv overprint titlepage sloppypar"""
_LAYOUT = frozenset(_LAYOUT_NAMES.split())
_TITLE = late(r"[\[{]([^\[\]{}\n]{1,200})[\]}]")
_LANGUAGE = late(r"(?:\[.{0,200}\])?\{(\w{1,20})\}|language=(\w{1,20})")
_RULES = late(r"\\(?:hline|toprule|midrule|bottomrule|cline\{[^{}]{0,20}\}|centering|small)")
_CELL = late(r"(?<!\\)&")
_MOST_LINES = 400


def has_environments(text: str) -> bool:
    """Whether there is anything of the kind in a text."""
    return "\\" in text and _SIGN.search(text) is not None


def rewrite_environments(lines: list[str], report: Report) -> list[str]:
    """The lines in our words, each on its own line still; what is only layout is left out and told."""
    out: list[str] = []
    opened: list[str] = []
    until = 0
    for place, (line, free) in enumerate(outside_code(lines)):
        if place < until:
            continue
        begin = _BEGIN.match(line) if free else None
        if begin and begin[1] in _TABLES and (end := _end_of(lines, place, begin[1])):
            out += _table(lines[place : end + 1])
            until = end + 1
        elif begin and begin[1] in _FLOATS and (end := _end_of(lines, place, begin[1])):
            out += _float(lines[place : end + 1])
            until = end + 1
        elif begin and begin[1] in _CODE and (end := _end_of(lines, place, begin[1])):
            language = _LANGUAGE.search(begin[2])
            out += [f"```{(language[1] or language[2]) if language else ''}", *lines[place + 1 : end], "```"]
            until = end + 1
        else:
            out.append(_line(line, place + 1, opened, report) if free else line)
    return out


def _line(line: str, number: int, opened: list[str], report: Report) -> str:
    if (begin := _BEGIN.match(line)) and _is_known(begin[1]):
        return _opening(begin[1], begin[2], number, opened, report)
    if (end := _END.match(line)) and _is_known(end[1]):
        if end[1] in opened:
            opened.remove(end[1])
            return ""
        return ":::" if _is_box(end[1]) else ""
    if item := _ITEM.match(line):
        lists = [name for name in opened if name in _LISTS]
        label = f"**{item[1]}** " if item[1] else ""
        return f"{'    ' * (len(lists) - 1)}{_LISTS[lists[-1]] if lists else '-'} {label}{item[2]}"
    if (heading := _HEADING.match(line)) and (made := _heading(line, heading)):
        return made
    if (note := _NOTE.match(line)) and closing_brace(line, note.end() - 1, len(line)) == len(line.rstrip()) - 1:
        return f'<aside class="notes">{line[note.end() :].rstrip()[:-1]}</aside>'
    if opened and opened[-1] in _LISTS and line.strip():
        return f"{'    ' * sum(name in _LISTS for name in opened)}{line.strip()}"
    return line


def _is_known(name: str) -> bool:
    return name in _LISTS or name in _LAYOUT or _is_box(name)


def _is_box(name: str) -> bool:
    return name not in _LAYOUT and (name in _NAMED or callout_kind(name) is not None)


def _heading(line: str, found: re.Match[str]) -> str:
    """A heading under its name; one with text behind it begins that, in bold. Nothing if it does not end."""
    end = closing_brace(line, found.end() - 1, len(line))
    if end < 0:
        return ""
    title, rest = line[found.end() : end], line[end + 1 :].strip()
    name = _NAME.match(rest)
    rest = rest[name.end() :].strip() if name else rest
    if rest:
        return f"**{title}** {rest}"
    return f"{_LEVELS[found[1]]} {title}{f' {{#{name[1]}}}' if name else ''}"


def _opening(name: str, rest: str, number: int, opened: list[str], report: Report) -> str:
    title = _TITLE.match(rest.lstrip())
    words = _after_options(rest, 1 if _is_box(name) else 9)
    ends = words.endswith(f"\\end{{{name}}}")
    words = words.removesuffix(f"\\end{{{name}}}").rstrip()
    if name in _LISTS:
        opened += [] if ends else [name]
        return words
    if name == "frame" and title:
        return f"## {title[1]}"
    if _is_box(name) and words:  # a block has lines of its own: what stands on one is a paragraph
        said = f"{name.capitalize()} ({title[1]})" if title else name.capitalize()
        opened += [] if ends else [name]
        return f"**{said}.** {words}"
    if _is_box(name):
        return f"::: {name} {title[1] if title else ''}".rstrip()
    message = f"LaTeX for the layout is left out: \\begin{{{name}}}"
    report.add("warning", message, number, "the layout is made here", "LaTeX environment")
    return words


def _after_options(rest: str, most: int) -> str:
    """What stands behind the options of an environment, on its first line."""
    for _ in range(most):
        option = _OPTION.match(rest)
        rest = rest[option.end() :] if option else rest
    return rest.strip()


def _float(lines: list[str]) -> list[str]:
    """As many lines with a picture or a table of ours under its caption and its name."""
    inner = [_CENTERED.sub("", line).rstrip() for line in lines[1:-1]]
    text, caption, name = _captioned("\n".join(inner))
    named = f" {{#{name}}}" if name else ""
    pictures = _PICTURE.findall(text)
    if len(pictures) == 1 and not _PICTURE.sub("", text).strip():
        made = [f"![{caption}]({pictures[0]}){{{f'#{name} ' if name else ''}.captioned}}"]
    else:
        made = ["", *text.split("\n")]
        table = next((place for place, line in enumerate(made) if (_BEGIN.match(line) or [""] * 2)[1] in _TABLES), 0)
        end = _end_of(made, table, (_BEGIN.match(made[table]) or [""] * 2)[1]) if table else 0
        if table and end:
            made[table : end + 1] = _table(made[table : end + 1])
        made = [line for k, line in enumerate(made) if line.strip() or (k and made[k - 1].strip())]
        made += ["", f"{'Table: ' if table else ''}{caption}{named if table else ''}"] if caption else []
    return [*made, *[""] * (len(lines) - len(made))]


def _captioned(text: str) -> tuple[str, str, str]:
    """A text without its caption and its name, and these."""
    start = text.find("\\caption")
    brace = text.find("{", start)
    end = closing_brace(text, brace, len(text)) if start >= 0 and brace >= 0 else -1
    caption = " ".join(text[brace + 1 : end].split()) if end > 0 else ""
    text = text[:start] + text[end + 1 :] if end > 0 else text
    name = _NAME.search(text) or _NAME.search(caption)
    return _NAME.sub("", text), _NAME.sub("", caption).strip(), name[1] if name else ""


def _end_of(lines: list[str], start: int, name: str) -> int:
    """The line that ends an environment, 0 if there is none."""
    for place in range(start + 1, min(len(lines), start + _MOST_LINES)):
        if f"\\end{{{name}" in lines[place]:
            return place
    return 0


def _table(lines: list[str]) -> list[str]:
    """As many lines with the rows of a table in our form, the first one its head."""
    text = "\n".join(lines[1:-1])
    rows = [[cell.strip() for cell in _CELL.split(_RULES.sub("", row))] for row in text.split("\\\\")]
    rows = [[" ".join(cell.replace("|", "\\|").split()) for cell in row] for row in rows if any(row)]
    if len(rows) < 2 or len(rows) + 1 > len(lines):
        return ["", *lines[1:-1], ""]
    wide = max(map(len, rows))
    made = [f"| {' | '.join([*row, *[''] * (wide - len(row))])} |" for row in rows]
    made.insert(1, "|" + " --- |" * wide)
    return [*made, *[""] * (len(lines) - len(made))]

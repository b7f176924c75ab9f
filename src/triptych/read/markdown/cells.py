"""Fences to code; cells that would be run, as in R Markdown and Quarto, are hidden where they say so."""

import re
from collections.abc import Callable, Iterable

from markdown_it.token import Token
from msgspec.structs import replace

from triptych.model.document import NO_ATTRIBUTES, Attributes, Block, Code, Figure, Image, Inlines, Paragraph
from triptych.patterns import late
from triptych.problem import Report
from triptych.read.decode import legal
from triptych.read.markdown.attributes import leading_attributes, merge
from triptych.read.markdown.undrawn import is_diagram

_CELL = late(r"\{([A-Za-z][\w.+-]*)(?:[ \t,]++((?:[^{}]++|\{[^{}]*+\})*+))?+\}")
_HIDING = late(r"\b(echo|include)\s*=\s*(F|FALSE|FALSE\(\)|false)\b")
_OPTION_LINE = late(r"[ \t]*(?:#|//|--|%)\|[ \t]?(.*)$")
_HIDING_LINE = late(r"(?:echo|include):[ \t]*(?:false|FALSE)\b")
_PICTURE = late(r"include_graphics\(\s*[\"']([^\"']+)[\"']")
_CHUNK = late(r"\{r[ \t]+([A-Za-z][\w-]*)(?=[ \t]*[,}])")
_LABEL = late(r"^#\|[ \t]*label:[ \t]*([A-Za-z][\w-]*)", re.MULTILINE)
"""The name of a cell, by which what it shows is called: `@fig-map`, `\\@ref(fig:map)`."""
_QUOTED = r"""(?:"([^"\n]*)"|'([^'\n]*)')"""
_CAPTION = late(r"fig[.-](?:cap|alt)\s*[=:]\s*" + _QUOTED)
_SAID_KEYS = ("lst-cap", "caption", "title", "filename", "fig-cap", "tbl-cap", "fig.cap", "tbl.cap")
"""What says in words what a block of code is, or what it draws: Quarto, knitr, MyST, Docusaurus, Hugo."""
_SAID_LINE = late(rf"({'|'.join(map(re.escape, _SAID_KEYS))}):[ \t]*+(.*)")
_SAID_INFO = late(rf"(?<![\w.-])({'|'.join(map(re.escape, _SAID_KEYS))})[ \t]*=[ \t]*{_QUOTED}")
_RUN = late(
    r"\{(?:r|python|julia|ojs)\}[ \t]|r [\w.$]+(?:\(.*\)|\[.*\])$|r [\w.]++(?:\$[\w.]++|[ ]?[-+*/^][ ]?[\w.]++)+$"
)
_FILE = late(r"[\w+#-]+:([\w./-]+)")
_FROM = late(r"""(?<![\w.-])(?:file|src|include|child)[ \t]*=[ \t]*["']?([^\s"'{},]{1,200})""")
"""The file whose text a block of code without text of its own is to have."""
_FROM_LINE = late(
    r"\s*(?:-{1,5}8<-{1,5}\s+\"([^\"\n]{1,200})\"|\{\{#(?:rustdoc_|playground\s+)?include\s+([^\s{}]{1,200})\}\}"
    r"|include::([^\s\[\]]{1,200})\[[^\[\]\n]{0,200}\])\s*"
)
"""The same, where its only line names it."""


def code_blocks(token: Token, line: int, report: Report, inlines: Callable[[str, int], Inlines]) -> list[Block]:
    """The code of a fence below what is said of it: of a cell what it shows, the picture that it includes, or nothing.

    `inlines` reads a caption that begins in a line.
    """
    block, info = _code(token, line), legal(token.info)
    if named := _FROM_LINE.fullmatch(block.text) if block.text.strip() else _FROM.search(info):
        file = next(filter(None, named.groups()))
        report.add(
            "warning", f"the code of this block is in a file, which is not shown: {file}", line,
            "write {{< include FILE >}} in its place", "code of a file",
        )  # fmt: skip
    if not _language_of_cell(info):
        said = "" if is_diagram(block.language) else _said(info, (), block.attributes)
        return [*_caption(inlines(said, line), line), block]
    picture = _picture(info, block.text, line, inlines)
    if picture:
        return [picture]
    lines = block.text.split("\n")
    options = [match[1] for match in map(_OPTION_LINE.match, lines) if match]
    said = _said(info, options, block.attributes)
    if _HIDING.search(info) or any(_HIDING_LINE.match(option) for option in options):
        _tell_hidden(said, line, report)
        return []
    shown = "\n".join(line for line in lines if not _OPTION_LINE.match(line))
    return [*_caption(inlines(said, line), line), *([replace(block, text=shown)] if shown.strip() else [])]


def tell_run(code: str, line: int, report: Report) -> None:
    """Tell of code within a line that would be run: what comes of it is not there."""
    if _RUN.match(code):
        report.add(
            "warning", f"code is not run here, it stands as it is: {code}", line, "write what comes of it", "run"
        )


def _said(info: str, options: Iterable[str], attributes: Attributes) -> str:
    """What the author says of a block of code: in its attributes, its options or behind its language; or nothing."""
    found = {match[1]: match[2].strip().strip("\"'") for match in map(_SAID_LINE.match, options) if match}
    found |= {match[1]: match[2] or match[3] or "" for match in _SAID_INFO.finditer(info)}
    found |= dict(attributes.values)
    file = _FILE.match(info)
    return next((found[key] for key in _SAID_KEYS if found.get(key)), file[1] if file else "")


def _caption(said: Inlines, line: int) -> list[Block]:
    return [Paragraph(said, line)] if said else []


def _tell_hidden(said: str, line: int, report: Report) -> None:
    if said:
        hint = "save the picture beside the document, and name it in place of the code"
        report.add("warning", f"a hidden cell of code is left out, with what it draws: {said}", line, hint)
    else:
        report.add("note", "a hidden cell of code is left out", line, kind="cell")


def _picture(info: str, text: str, line: int, inlines: Callable[[str, int], Inlines]) -> Figure | None:
    """The picture that a cell includes in place of its code."""
    match = _PICTURE.search(text)
    caption = _CAPTION.search(info) or _CAPTION.search(text)
    said = caption[1] or caption[2] or "" if caption else ""
    named = _CHUNK.match(info.strip()) or _LABEL.search(text)
    name = f"fig:{named[1].removeprefix('fig-')}" if named else ""
    attributes = Attributes(name) if name else NO_ATTRIBUTES
    image = Image(match[1], said, line=line) if match else None
    return Figure(image, inlines(said, line), line=line, attributes=attributes) if image else None


def _language_of_cell(info: str) -> str:
    match = _CELL.fullmatch(info.strip())
    return match[1] if match else ""


def _code(token: Token, line: int) -> Code:
    """A block of code; `{.python}`, `{r name}` and `python {…}` all name a language."""
    text = legal(token.content.removesuffix("\n"))
    info = legal(token.info).strip()
    start = info.find("{")
    name = (info if start < 0 else info[:start]).split()
    attributes: Attributes = token.meta.get("attributes", NO_ATTRIBUTES)
    cell = _language_of_cell(info)
    if start >= 0 and not cell:
        found = leading_attributes(info[start:])
        attributes = merge(attributes, found[0]) if found else attributes
        name = name or list(attributes.classes) or info.strip("{}").replace(",", " ").split()
    return Code(text, cell or (name[0] if name else ""), line, attributes)

"""Fences to code; cells that would be run, as in R Markdown and Quarto, are hidden where they say so."""

import re

from markdown_it.token import Token
from msgspec.structs import replace

from triptych.model.document import NO_ATTRIBUTES, Attributes, Block, Code, Figure, Image
from triptych.problem import Report
from triptych.read.decode import legal
from triptych.read.markdown.attributes import leading_attributes, merge
from triptych.read.markdown.captions import caption_of

_CELL = re.compile(r"\{([A-Za-z][\w.+-]*)(?:[ \t,]++((?:[^{}]++|\{[^{}]*+\})*+))?+\}")
_HIDING = re.compile(r"\b(echo|include)\s*=\s*(F|FALSE|FALSE\(\)|false)\b")
_OPTION_LINE = re.compile(r"[ \t]*(?:#|//|--|%)\|[ \t]?(.*)$")
_HIDING_LINE = re.compile(r"(?:echo|include):[ \t]*(?:false|FALSE)\b")
_PICTURE = re.compile(r"include_graphics\(\s*[\"']([^\"']+)[\"']")
_CAPTION = re.compile(r"fig[.-](?:cap|alt)\s*[=:]\s*[\"']([^\"']*)[\"']")


def code_blocks(token: Token, line: int, report: Report) -> list[Block]:
    """The code of a fence: of a cell what it shows, the picture that it includes, or nothing."""
    block, info = _code(token, line), legal(token.info)
    if not _language_of_cell(info):
        return [block]
    picture = _picture(info, block.text, line)
    if picture:
        return [picture]
    lines = block.text.split("\n")
    options = [match[1] for match in map(_OPTION_LINE.match, lines) if match]
    if _HIDING.search(info) or any(_HIDING_LINE.match(option) for option in options):
        report.add("note", "a hidden cell of code is left out", line, kind="cell")
        return []
    return [replace(block, text="\n".join(line for line in lines if not _OPTION_LINE.match(line)))]


def _picture(info: str, text: str, line: int) -> Figure | None:
    """The picture that a cell includes in place of its code."""
    match = _PICTURE.search(text)
    caption = _CAPTION.search(info) or _CAPTION.search(text)
    said = caption[1] if caption else ""
    return Figure(Image(match[1], said, line=line), caption_of(said, line), line=line) if match else None


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

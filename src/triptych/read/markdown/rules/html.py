"""HTML blocks that swallow no Markdown: a line that is whole in itself ends with the line."""

import re
from collections.abc import Sequence

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.html_block import html_block
from markdown_it.token import Token

from triptych.patterns import late
from triptych.problem import Report

_CONTAINER = late(
    r"</?(?:div|section|article|aside|main|header|footer|center|details|figure|blockquote|html|body)\b[^<>]*>[ \t]*$",
    re.IGNORECASE,
)
_WHOLE = late(r"<(?P<name>div|p|h[1-6]|center|details|summary|section|header|footer|a)\b", re.IGNORECASE)
_DETAILS = late(r"<details\b[^<>]*>\s*<summary\b.*</summary>\s*$", re.IGNORECASE)


def html_lines(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The parser's own rule, but `<div>` alone on its line, or `<p>…</p>`, takes just this line.

    CommonMark (4.6) lets such a block run to the next blank line, and headings below it become raw text.
    A comment that is never closed is no comment: it would hide the rest of the document.
    """
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if begin >= stop or state.src[begin] != "<":
        return False
    line = state.src[begin:stop]
    if line.startswith("<!--") and _last_closing(state) < begin + 4:
        return False
    if silent and state.parentType == "table" and _is_row(line):
        following = _next(state, start, end)
        if "|" in following or _is_row(following):
            return False
    if silent or state.is_code_block(start) or not _is_whole(line) or _indented(state, start + 1, end):
        return html_block(state, start, end, silent)
    state.line = start + 1
    token = state.push("html_block", "", 0)
    token.map = [start, state.line]
    token.content = line
    return True


def _is_row(line: str) -> bool:
    """Whether a line is a comment: between the rows of a table, one that is left out."""
    return line.lstrip().startswith("<!--") and line.rstrip().endswith("-->")


def _next(state: StateBlock, line: int, end: int) -> str:
    return state.src[state.bMarks[line + 1] : state.eMarks[line + 1]] if line + 1 < end else ""


def _is_whole(line: str) -> bool:
    if _CONTAINER.match(line) or _DETAILS.match(line):
        return True
    opening = _WHOLE.match(line)
    return opening is not None and line.rstrip().lower().endswith(f"</{opening['name'].lower()}>")


def _indented(state: StateBlock, line: int, end: int) -> bool:
    """Whether the line would be an indented code block: then it rather belongs to the HTML before it."""
    return line < end and not state.isEmpty(line) and state.sCount[line] - state.blkIndent >= 4


def tell_open_comments(tokens: Sequence[Token], source: str, report: Report) -> None:
    """A warning where a comment begins that nothing ends: it is text, and not hidden."""
    if source.find("<!--", source.rfind("-->") + 1) < 0:
        return
    hint = "write --> where it ends"
    for token in tokens:
        for child in token.children or ():
            if child.type == "text" and "<!--" in child.content:
                line = token.map[0] + 1 + token.content.count("\n", 0, token.content.find("<!--")) if token.map else 1
                report.add("warning", "never closed: <!--", line, hint, "unclosed comment")


def _last_closing(state: StateBlock) -> int:
    """Where the last comment of the source ends."""
    key = "last comment"
    if key not in state.env:
        state.env[key] = state.src.rfind("-->")
    return int(state.env[key])

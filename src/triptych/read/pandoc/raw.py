"""Parts of a document in a format of their own: HTML and TeX are read as in Markdown, others are left out and told."""

import re
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.walk import rewritten
from triptych.patterns import late
from triptych.problem import Report
from triptych.read.inline_builder import InlineBuilder
from triptych.read.markdown.blocks import to_pieces
from triptych.read.markdown.commonmark import parse, parse_line
from triptych.read.markdown.context import Context
from triptych.read.markdown.html import parse_tag
from triptych.read.markdown.html_blocks import read_html
from triptych.read.markdown.inlines import convert, html_tag
from triptych.read.markdown.pieces import Pieces
from triptych.read.sections import Heading, Piece

_HTML = ("html", "html4", "html5")
_TEX = ("tex", "latex", "beamer", "context")
_DEFINES = late(r"\s*\\(?:(?:re)?newcommand|providecommand|def|DeclareMathOperator|(?:re)?newenvironment|newtheorem)\b")
"""Definitions of commands: pandoc has put what they stand for in their place."""
_CAPTION = late(r"^#\+(?:caption|name)(?:\[[^\]\n]*+\])?+:\s*+", re.IGNORECASE | re.MULTILINE)
"""What a line of Org begins with that says what stands beside it."""
_SETTING = late(r"^#\+(?:tblfm|plot|attr_\w+|headers?|startup|options|filetags|setupfile):[^\n]*", re.I | re.M)
"""What such a line says for Org alone."""
_MARKDOWN = ("markdown", "ipynb")
"""A raw cell of a notebook is text that its author left as it is."""


def raw_inline(name: str, text: str, out: InlineBuilder, context: Context, line: int) -> None:
    """Add what a piece of text in a format means."""
    if name in _HTML:
        tag = parse_tag(text, line)
        if tag is not None:
            html_tag(tag, out, context)
        elif not text.startswith(("<!", "<?")):
            out.text(text)
    elif name in (*_TEX, *_MARKDOWN):
        tokens = parse_line(text, context.env)
        for inline in convert(tokens[0].children or (), context, line) if tokens else ():
            if isinstance(inline, doc.Text):
                out.text(inline.text)
            else:
                out.add(inline)
    else:
        _tell(name, context, line)


def role_inlines(name: str, text: str, context: Context, line: int) -> doc.Inlines:
    """What stands in a role of reStructuredText: as in one of MyST."""
    tokens = parse_line(f"{{{name}}}`{text}`", context.env)
    return convert(tokens[0].children or (), context, line) if tokens else ()


def raw_block(name: str, text: str, out: Pieces, context: Context, line: int) -> None:
    """Add the pieces that a block in a format is."""
    if name == "org":
        text, name = _CAPTION.sub("", _SETTING.sub("", text)), "markdown"
    if name in _TEX and _DEFINES.match(text):
        return
    if name in _HTML:
        read_html(text, line, context, out)
    elif name in (*_TEX, *_MARKDOWN):
        for piece in _as_markdown(text, context, line):
            out.add(piece, (line - 1, -1))
    else:
        _tell(name, context, line)


def titled(text: str, context: Context) -> doc.Inlines:
    """A title that stands in an attribute, with the markup in it."""
    tokens = parse_line(text, context.env) if text.strip() else []
    return convert(tokens[0].children or (), context, 0) if tokens else ()


def _as_markdown(text: str, context: Context, line: int) -> list[Piece]:
    """The pieces of some Markdown; the paragraph that it stands in is the line of all of them."""
    told = Report("")
    inside = Context(told, lang=context.lang, footnotes=context.footnotes, anchors=context.anchors)
    pieces = to_pieces(parse(text, {**context.env}), inside)
    for problem in told.problems():
        context.report.add(problem.severity, problem.message, line, problem.hint)
    context.cites = context.cites or inside.cites
    return [_at(line)(piece) for piece in pieces]


def _at(line: int) -> Callable[[Any], Any]:
    def put(node: Any) -> Any:
        return replace(node, line=line) if "line" in node.__struct_fields__ else node

    def piece(found: Any) -> Any:
        if isinstance(found, Heading):
            return replace(found, line=line, inlines=tuple(rewritten(inline, put) for inline in found.inlines))
        return rewritten(found, put)

    return piece


def _tell(name: str, context: Context, line: int) -> None:
    message = f"left out what is only for {name[:20]}"
    context.report.add("warning", message, line, "say it in words as well", f"raw {name}")

"""The Markdown parser: CommonMark with tables, strikethrough, definition lists and our own rules."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import blockquote, list_block
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def

from triptych.model.document import NO_ATTRIBUTES
from triptych.read.markdown.attributes import cut_trailing, leading_attributes, merge
from triptych.read.markdown.rules.abbreviations import abbreviation
from triptych.read.markdown.rules.admonitions import admonition
from triptych.read.markdown.rules.answers import answer_line
from triptych.read.markdown.rules.bare_formulae import bare_formula
from triptych.read.markdown.rules.blocks_below import blocks_below
from triptych.read.markdown.rules.breaks import block_end, thematic_break
from triptych.read.markdown.rules.classes import classed_text
from triptych.read.markdown.rules.close_headings import close_heading
from triptych.read.markdown.rules.cloze import cloze
from triptych.read.markdown.rules.comments import comment, comment_block
from triptych.read.markdown.rules.definitions import definitions
from triptych.read.markdown.rules.directives import directive
from triptych.read.markdown.rules.divs import division
from triptych.read.markdown.rules.emoji import emoji
from triptych.read.markdown.rules.emphasis import emphasis
from triptych.read.markdown.rules.fancy_lists import fancy_list
from triptych.read.markdown.rules.fences import told_fence
from triptych.read.markdown.rules.footnote_calls import footnote_reference, inline_footnote
from triptych.read.markdown.rules.grid_tables import grid_table
from triptych.read.markdown.rules.html import html_lines
from triptych.read.markdown.rules.includes import include
from triptych.read.markdown.rules.keys import keys
from triptych.read.markdown.rules.lines import line_block
from triptych.read.markdown.rules.marked import marked
from triptych.read.markdown.rules.math import formula_block, inline_formula, uses_brackets
from triptych.read.markdown.rules.nesting import limit_nesting, limited
from triptych.read.markdown.rules.quotes import quotation_parts
from triptych.read.markdown.rules.raw_tex import raw_tex
from triptych.read.markdown.rules.references import reference, role
from triptych.read.markdown.rules.shifted import shifted
from triptych.read.markdown.rules.sized import sized_picture
from triptych.read.markdown.rules.spaced import calling_link, spaced_path
from triptych.read.markdown.rules.spans import bracketed_span
from triptych.read.markdown.rules.tab_tables import tab_table
from triptych.read.markdown.rules.tables import lossless_table
from triptych.read.markdown.rules.text_tables import text_table
from triptych.read.markdown.rules.vault import block_names
from triptych.read.markdown.rules.wikilinks import wikilink

_TOLD = ("dialect", "cites", "footnotes", "examples", "lang", "brackets", "references")
_ANY = ["paragraph", "reference", "blockquote", "list"]


def parse(text: str, env: dict[str, Any]) -> list[Token]:
    """The block tokens of a text, with their inline tokens as children.

    `env` tells the rules "dialect", "lang", "cites" (there is literature to refer to) and how many lines of the
    document are "above" the text; it is told the "abbreviations", and whether "brackets" enclose formulae.
    """
    env["brackets"] = uses_brackets(text)
    return _parser().parse(text, env)


def parse_line(text: str, env: Mapping[str, Any] = {}) -> list[Token]:
    """The inline tokens of one line of text; `env` is what the text around it has told: its footnotes and the like."""
    return _parser().parseInline(text, {key: env[key] for key in _TOLD if key in env})


def parse_cell(text: str, env: Mapping[str, Any], line: int) -> list[Token]:
    """The block tokens of what stands in a cell whose text begins on a line, counted from 0; `env` as above."""
    if not text:
        return []
    tokens = _parser().parse(text, {key: env[key] for key in _TOLD if key in env})
    for token in tokens:
        if token.map:
            token.map = [token.map[0] + line, token.map[1] + line]
    return tokens


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(deflist_plugin)
    block, inline = parser.block.ruler, parser.inline.ruler
    block.at("hr", thematic_break, {"alt": _ANY})
    block.at("table", lossless_table, {"alt": ["paragraph", "reference"]})
    block.at("html_block", html_lines, {"alt": ["paragraph", "reference", "blockquote"]})
    block.before("table", "grid_table", grid_table, {"alt": ["paragraph", "reference"]})
    block.before("table", "text_table", text_table)
    block.before("table", "tab_table", tab_table)
    block.after("table", "line_block", line_block)
    block.at("fence", told_fence, {"alt": _ANY})
    block.before("fence", "directive", limited(directive), {"alt": _ANY})
    block.before("fence", "division", division, {"alt": _ANY})
    block.before("fence", "answer_line", answer_line, {"alt": ["paragraph"]})
    block.before("fence", "admonition", limited(admonition), {"alt": _ANY})
    block.before("fence", "block_end", block_end, {"alt": _ANY})
    block.before("list", "abbreviation", abbreviation, {"alt": ["paragraph", "reference"]})
    block.before("fence", "comment", comment_block, {"alt": _ANY})
    block.before("fence", "bare_formula", bare_formula, {"alt": _ANY})
    block.before("fence", "include", include, {"alt": ["paragraph", "reference"]})
    block.before("fence", "definitions", definitions, {"alt": _ANY})
    block.after("list", "fancy_list", fancy_list, {"alt": ["paragraph", "reference", "blockquote"]})
    block.after("heading", "close_heading", close_heading, {"alt": ["paragraph", "reference", "blockquote"]})
    block.before("fence", "formula", formula_block, {"alt": _ANY})
    block.before("reference", "footnote_def", limited(footnote_def), {"alt": ["paragraph", "reference"]})
    limit_nesting(
        parser,
        {"blockquote": (blockquote, _ANY), "list": (list_block, ["paragraph", "reference", "blockquote"])},
    )
    inline.before("escape", "formula", inline_formula)
    inline.before("escape", "raw_tex", raw_tex)
    inline.before("escape", "comment", comment)
    inline.at("emphasis", emphasis)
    inline.before("escape", "reference", reference)
    inline.before("link", "sized_picture", sized_picture)
    inline.before("link", "spaced_path", spaced_path)
    inline.before("link", "calling_link", calling_link)
    inline.before("link", "footnote_reference", footnote_reference)
    inline.before("link", "wikilink", wikilink)
    inline.before("link", "classed_text", classed_text)
    inline.before("link", "span", bracketed_span)
    inline.before("backticks", "role", role)
    inline.before("backticks", "emoji", emoji)
    inline.before("backticks", "cloze", cloze)
    for name, rule in (("footnote", inline_footnote), ("shifted", shifted), ("marked", marked), ("keys", keys)):
        inline.before("emphasis", name, rule)
    parser.core.ruler.at("block", blocks_below)
    parser.core.ruler.after("inline", "quotation_parts", quotation_parts)
    parser.core.ruler.before("inline", "attributes", _cut_attributes)
    parser.core.ruler.before("attributes", "block_names", block_names)
    # Addresses stay as written: a picture's is a path, and every address is shown or refused by us.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def _cut_attributes(state: StateCore) -> None:
    """Move the braces at the end of headings and paragraphs, or above a paragraph, to the tokens' meta."""
    for token, before in zip(state.tokens[1:], state.tokens, strict=False):
        if token.type != "inline" or "}" not in token.content:
            continue
        heading = before.type == "heading_open"
        if not heading and before.type != "paragraph_open":
            continue
        text, attributes = cut_trailing(token.content, heading)
        leading = leading_attributes(text)
        if leading and text[leading[1] : leading[1] + 1] == "\n":
            text, attributes = text[leading[1] + 1 :], merge(leading[0], attributes)
        if attributes != NO_ATTRIBUTES:
            token.content = text
            before.meta["attributes"] = attributes

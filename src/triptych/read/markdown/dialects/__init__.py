"""Dialects of Markdown: which one a text is in, and its own syntax turned into ours, line by line."""

import re
from collections.abc import Callable, Mapping
from typing import Literal

from triptych.patterns import late
from triptych.problem import Report
from triptych.read.close_marks import has_lone_marks, with_marks_free, with_marks_joined
from triptych.read.markdown.dialects.bars import has_bars, rewrite_bars
from triptych.read.markdown.dialects.blocks import has_slash_blocks, rewrite_slash_blocks
from triptych.read.markdown.dialects.bookdown import is_bookdown, rewrite_bookdown
from triptych.read.markdown.dialects.chat import is_chat, rewrite_chat
from triptych.read.markdown.dialects.code import outside_code
from triptych.read.markdown.dialects.foreign_footnotes import has_foreign_footnotes, rewrite_footnotes
from triptych.read.markdown.dialects.marp import rewrite_marp
from triptych.read.markdown.dialects.myst import rewrite_myst
from triptych.read.markdown.dialects.outliners import is_outline, rewrite_outline
from triptych.read.markdown.dialects.remark import rewrite_remark
from triptych.read.markdown.dialects.reveal import rewrite_reveal
from triptych.read.markdown.dialects.reviews import is_reviewed, rewrite_reviewed
from triptych.read.markdown.dialects.slidev import SIGN, rewrite_slidev
from triptych.read.markdown.dialects.templates import has_templates, rewrite_templates
from triptych.read.markdown.dialects.tex import has_environments, rewrite_environments

Dialect = Literal["", "marp", "remark", "reveal", "myst", "slidev"]

_REWRITES: dict[Dialect, Callable[[list[str]], list[str]]] = {
    "marp": rewrite_marp,
    "remark": rewrite_remark,
    "myst": rewrite_myst,
}
_PROPERTY = "(?:class|name|layout|template|background-image|count|exclude):"
_SIGNS: tuple[tuple[Dialect, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        "marp",
        ("<!--",),
        late(r"<!--\s*+(?:[\w$]++:.*\n){0,40}?marp:\s*true|<!--\s*+(?:_class|headingDivider|paginate):"),
    ),
    ("slidev", ("::", "<v-"), SIGN),
    (
        "myst",
        ("`{", ":{", ")="),
        late(r"^(?:`{3,}|:{3,})\{(?!r\}|python\}|julia\})[a-z][\w:-]+\}|^\([\w.:-]+\)=[ \t]*$", re.M),
    ),
    (
        "remark",
        ("class:", "name:", "layout:", "template:", "background-image:", "count:", "exclude:"),
        late(r"(?:^---[ \t]*\n|\A\s*)(?:class|name|layout|template|background-image|count|exclude):[ \t]", re.M),
    ),
    ("reveal", ("<!--",), late(r"<!--\s*\.(?:slide|element):")),
)
"""The signs of dialects, each with what is in all of them: texts without that need not be searched line by line."""
_NAMES: dict[str, Dialect] = {
    "marp": "marp", "marpit": "marp", "remark": "remark", "xaringan": "remark", "remarkjs": "remark",
    "reveal": "reveal", "revealjs": "reveal", "reveal-md": "reveal", "myst": "myst",
}  # fmt: skip
_REVEAL_KEYS = ("revealOptions", "slideOptions", "separator", "verticalSeparator", "notesSeparator")
_OTHERS = ("pandoc", "quarto", "rmarkdown", "mkdocs", "kramdown", "jekyll", "hugo", "github", "gfm", "markdown")


def dialect_of(values: Mapping[str, object], text: str, report: Report) -> Dialect:
    """The dialect that the front matter names, or else that the text shows by its signs.

    Those that need no other reading than ours (pandoc, Quarto, MkDocs, kramdown) are "".
    """
    named = str(values.get("dialect") or "").lower()
    if named in _NAMES or named in _OTHERS:
        return _NAMES.get(named, "")
    if named:
        report.add(
            "warning", f"not a dialect that is known here: {named[:40]}", 1, "write marp, remark, myst or pandoc"
        )
    if str(values.get("marp") or "").lower() == "true":
        return "marp"
    if "xaringan" in str(values.get("output") or ""):
        return "remark"
    if not values.keys().isdisjoint(_REVEAL_KEYS) or str(values.get("type") or "").lower() == "slide":
        return "reveal"
    for dialect, known, sign in _SIGNS:
        if any(one in text for one in known) and sign.search(text):
            return dialect
    return ""


def _with_cards_parted(lines: list[str]) -> list[str]:
    """The lines without question marks that stand alone between two lines of text."""
    out = list(lines)
    for place, (line, free) in enumerate(outside_code(lines)):
        if free and line in ("?", "??") and 0 < place < len(lines) - 1:
            out[place] = "" if lines[place - 1].strip() and lines[place + 1].strip() else line
    return out


def in_our_words(text: str, dialect: Dialect, report: Report, note: str = "") -> str:
    """The text with the dialect's syntax, and that of page generators, as ours; every line keeps its number.

    `note` is what reveal's notes begin with, where the front matter says so.
    """
    templates = has_templates(text)
    chat, bars, tex, book = is_chat(text), has_bars(text), has_environments(text), is_bookdown(text)
    outline, reviewed, notes = is_outline(text), is_reviewed(text), has_foreign_footnotes(text)
    lone, bound = has_lone_marks(text), "\u00a0" in text
    slashes, cards = has_slash_blocks(text), "\n?\n" in text or "\n??\n" in text
    if not any((dialect, templates, chat, bars, tex, book, outline, reviewed, notes, lone, bound, slashes, cards)):
        return text
    lines = text.split("\n")
    if bound:
        lines = with_marks_free(lines)
    if lone:
        lines = with_marks_joined(lines, [free for _, free in outside_code(lines)])
    if slashes:
        lines = rewrite_slash_blocks(lines)
    if cards:  # of several lines, as note books have them: a question mark parts what is asked from its answer
        lines = _with_cards_parted(lines)
    if outline:
        lines = rewrite_outline(lines, report)
    if reviewed:
        lines = rewrite_reviewed(lines, report)
    if notes:
        lines = rewrite_footnotes(lines)
    if book:
        lines = rewrite_bookdown(lines)
    if tex:
        lines = rewrite_environments(lines, report)
    if bars:
        lines = rewrite_bars(lines)
    if chat:
        lines = rewrite_chat(lines, report)
    if templates:
        lines = rewrite_templates(lines, report)
    if dialect == "slidev":
        lines = rewrite_slidev(lines, report)
    elif dialect == "reveal":
        lines = rewrite_reveal(lines, note)
    elif dialect:
        lines = _REWRITES[dialect](lines)
    return "\n".join(lines)

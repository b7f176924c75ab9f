"""Inlines and blocks as the HTML of a card; formulae as MathJax reads them."""

import re
from collections.abc import Mapping
from html import escape
from typing import assert_never

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.latex import readable
from triptych.model.picture import Picture
from triptych.model.queries import alternative, description, plain

_SPECIAL = re.compile(r"\\(?=[()\[\]])|\[(?=\$|/?latex|sound:|anki:)", re.IGNORECASE)
"""What stands in a text and would begin a formula, a sound or a command of Anki."""
_COMMAND = re.compile(r"\[(?=/?\$|/?latex|sound:|anki:)", re.IGNORECASE)
_ACTING = re.compile(
    r"\\(?:href|url|class|cssId|style|data|require|includegraphics|html\w*|unicode|mmlToken|bbox)(?![A-Za-z])"
)
"""What MathJax makes of LaTeX that is more than a formula: links, styles, names in the page, further code."""
_OUTSIDE = ("http://", "https://", "mailto:", "ftp://", "tel:")


class Html:
    """The HTML of one document's cards; `media` has the pictures that were used, by the names that they are given.

    `called` has the title of callouts that have none of their own.
    """

    def __init__(self, pictures: Mapping[str, Picture], called: Mapping[doc.CalloutKind, str]) -> None:
        self._pictures = pictures
        self._called = called
        self.media: dict[str, bytes] = {}

    def inlines(self, inlines: doc.Inlines) -> str:
        """Running text."""
        return "".join(self._inline(inline) for inline in inlines)

    def _inline(self, inline: doc.Inline) -> str:
        match inline:
            case doc.Text(text):
                return _text(text)
            case doc.Strong(children):
                return f"<strong>{self.inlines(children)}</strong>"
            case doc.Emphasis(children):
                return f"<em>{self.inlines(children)}</em>"
            case doc.CodeSpan(text):
                return f"<code>{_text(text)}</code>"
            case doc.Link(children, target):
                inside = self.inlines(children)
                outside = target.lower().startswith(_OUTSIDE)
                return f'<a href="{_attribute(target)}">{inside}</a>' if outside else inside
            case doc.Image(source, alt):
                return self._picture(source, alt) or _text(alt)
            case doc.LineBreak():
                return "<br>"
            case doc.Strike(children):
                return f"<s>{self.inlines(children)}</s>"
            case doc.Raised(children, lowered):
                tag = "sub" if lowered else "sup"
                return f"<{tag}>{self.inlines(children)}</{tag}>"
            case doc.Passage(children, lang):
                return f'<span lang="{_attribute(lang)}">{self.inlines(children)}</span>'
            case doc.Mark(children):
                return f"<mark>{self.inlines(children)}</mark>"
            case doc.Blank():
                return '<span class="gap">____</span>'
            case doc.Named(_, children):
                return self.inlines(children)
            case doc.Reference(_, children, written):
                return self.inlines(children) or _text(written)
            case doc.Citation():
                return _text(inline.text)
            case doc.Keyboard(text):
                return f"<kbd>{_text(text)}</kbd>"
            case doc.InlineFormula(latex):
                return _formula(latex, "(", ")")
            case doc.FootnoteCall(number):
                return f"<sup>{number}</sup>"
            case _:
                assert_never(inline)

    def blocks(self, blocks: doc.Blocks) -> str:
        """Blocks, each as an element; the lecturer's notes are none."""
        return "".join(self._block(block) for block in blocks)

    def _block(self, block: doc.Block) -> str:
        match block:
            case doc.Paragraph():
                return self._paragraph(block.inlines)
            case doc.Question():
                return self._paragraph((doc.Strong(block.inlines),)) + self.blocks(block.blocks)
            case doc.KeyPoint():
                text = (doc.Strong(block.label), doc.Text(" "), *block.inlines)
                return self._paragraph(text) + self.blocks(block.blocks)
            case doc.Summary():
                return self._titled(block.title) + self.blocks(block.blocks)
            case doc.Definition():
                return f"<dl><dt>{self.inlines(block.term)}</dt><dd>{self.blocks(block.blocks)}</dd></dl>"
            case doc.ListBlock():
                return self._list(block)
            case doc.Table():
                return self._table(block)
            case doc.Code():
                return f'<pre dir="ltr"><code>{escape(block.text, quote=False)}</code></pre>'
            case doc.Figure():
                return self._figure(block)
            case doc.Quote():
                by = self.inlines(block.attribution)
                said = f"<footer>— {by}</footer>" if by.strip() else ""
                return f"<blockquote>{self.blocks(block.blocks)}{said}</blockquote>"
            case doc.Notes():
                return ""
            case doc.Break():
                return "<hr>"
            case doc.Callout():
                title = block.title if plain(block.title).strip() else (doc.Text(self._called[block.kind]),)
                return f'<div class="callout">{self._titled(title)}{self.blocks(block.blocks)}</div>'
            case doc.Columns():
                return "".join(self.blocks(column) for column in block.columns)
            case doc.Formula():
                return f"<p>{_formula(block.latex, '[', ']')}</p>"
            case doc.Chart():
                return self._table(replace(block.table, caption=block.caption))
            case _:
                assert_never(block)

    def _paragraph(self, inlines: doc.Inlines) -> str:
        return f"<p>{self.inlines(inlines)}</p>" if inlines else ""

    def _titled(self, title: doc.Inlines) -> str:
        return self._paragraph((doc.Strong(title),)) if plain(title).strip() else ""

    def _list(self, block: doc.ListBlock) -> str:
        tag, start = ("ol", f' start="{block.start}"' if block.start != 1 else "") if block.ordered else ("ul", "")
        kind = next((mark for mark in block.marks if mark in "aAiI"), "") if block.ordered else ""
        start += f' type="{kind}"' if kind else ""
        return f"<{tag}{start}>{''.join(self._item(item) for item in block.items)}</{tag}>"

    def _item(self, item: doc.ListItem) -> str:
        done = "" if item.done is None else "☑ " if item.done else "☐ "
        match item.blocks:
            case (doc.Paragraph(inlines), *others):
                return f"<li>{done}{self.inlines(inlines)}{self.blocks(tuple(others))}</li>"
            case _:
                return f"<li>{done}{self.blocks(item.blocks)}</li>"

    def _table(self, table: doc.Table) -> str:
        caption = f"<caption>{self.inlines(table.caption)}</caption>" if table.caption else ""
        head = self._row(table.header, table, "th")
        body = "".join(self._row(row, table, "td") for row in table.rows)
        return f"<table>{caption}<thead>{head}</thead><tbody>{body}</tbody></table>"

    def _row(self, row: doc.Row, table: doc.Table, tag: str) -> str:
        cells = zip(row.cells, table.aligns, strict=True)
        sides = {"left": "", "center": ' style="text-align: center"', "right": ' style="text-align: right"'}
        inside = (f"<{tag}{sides[align]}>{self.inlines(cell.inlines)}</{tag}>" for cell, align in cells)
        return f"<tr>{''.join(inside)}</tr>"

    def _figure(self, block: doc.Figure) -> str:
        shown = self._picture(block.image.source, alternative(block)) or f"<p>{_text(description(block))}</p>"
        caption = f"<figcaption>{self.inlines(block.caption)}</figcaption>" if block.caption else ""
        return f"<figure>{shown}{caption}</figure>"

    def _picture(self, source: str, alt: str) -> str:
        """A picture under a name that its content gives it; nothing if it could not be read."""
        picture = self._pictures.get(source)
        if picture is None:
            return ""
        name = f"triptych-{picture.key[:24]}.{'jpg' if picture.format == 'jpeg' else 'png'}"
        self.media[name] = picture.data
        return f'<img src="{name}" alt="{_attribute(alt)}">'


def _text(text: str) -> str:
    """Plain characters, none of which is taken for anything else."""
    parts = _SPECIAL.split(text)
    ignored = (f'<span class="tex2jax_ignore mathjax_ignore">{found}</span>' for found in _SPECIAL.findall(text))
    out = escape(parts[0], quote=False)
    for found, part in zip(ignored, parts[1:], strict=True):
        out += found + escape(part, quote=False)
    return out


def inert(html: str) -> str:
    """The HTML of a field with none of Anki's own commands, wherever one stands: in code, in a formula, in a name."""
    return _COMMAND.sub("&#91;", html)


def _formula(latex: str, start: str, end: str) -> str:
    """A formula for MathJax; as readable text if there is more in it than a formula."""
    if _ACTING.search(latex):
        return _text(readable(latex))
    space = " " if _COMMAND.match(f"{start}{latex}") else ""  # with the bracket it would be a command of Anki
    return rf"\{start}{space}{escape(latex, quote=False)}\{end}"


def _attribute(text: str) -> str:
    return escape(" ".join(text.split()))

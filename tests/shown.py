"""Blocks as short lines, the same for our document and for pandoc's: what a reader of Markdown has made of a text."""

import json
import subprocess
from functools import cache
from typing import Any

from triptych.model import document as doc
from triptych.model.list_marks import mark_of
from triptych.model.queries import plain
from triptych.read.source import read_source

FORMATS = "markdown+lists_without_preceding_blankline-implicit_figures"


def ours(text: str) -> list[str]:
    """The blocks of the only section of a Markdown text, as our reader makes them."""
    document, _ = read_source(text.encode(), "text.md")
    found = [line for section in document.sections for block in section.blocks for line in lines(block)]
    return found + [f"[{note.number}] {line}" for note in document.footnotes for b in note.blocks for line in lines(b)]


def lines(block: doc.Block) -> list[str]:
    """A block as lines, what stands in it indented."""
    match block:
        case doc.Paragraph():
            return [inline(block.inlines)]
        case doc.ListBlock():
            out = []
            for place, item in enumerate(block.items):
                mark = mark_of(block, place) if block.ordered else "-"
                inner = [line for part in item.blocks for line in lines(part)]
                out += [f"{mark} {inner[0] if inner else ''}", *(f"  {line}" for line in inner[1:])]
            return out
        case doc.Table():
            rows = [" | ".join(inline(cell.inlines) for cell in row.cells) for row in (block.header, *block.rows)]
            return [f"table {' '.join(block.aligns)}: {inline(block.caption)}".rstrip(": "), *rows]
        case doc.Code():
            return [f"code {block.language}".rstrip(), *block.text.split("\n")]
        case doc.Callout():
            inner = [line for part in block.blocks for line in lines(part)]
            return [f"{block.kind}: {inline(block.title)}".rstrip(": "), *(f"  {line}" for line in inner)]
        case doc.Columns():
            return [f"column: {line}" for column in block.columns for part in column for line in lines(part)]
        case doc.Notes():
            return ["notes", *(f"  {line}" for part in block.blocks for line in lines(part))]
        case doc.Definition():
            inner = [line for part in block.blocks for line in lines(part)]
            return [f"{inline(block.term)}:", *(f"  {line}" for line in inner)]
        case doc.Formula():
            return [f"$${block.latex.strip()}$$"]
        case doc.Figure():
            return [f"figure {block.image.source}: {inline(block.caption) or block.image.alt}".rstrip(": ")]
        case doc.KeyPoint():
            return [f"{inline(block.label)}: {inline(block.inlines)}"]
        case _:
            return [type(block).__name__]


def inline(inlines: doc.Inlines) -> str:
    """Inlines with the marks that they would have."""
    return "".join(map(_inline, inlines)).replace("\u00a0", " ")


def _inline(one: doc.Inline) -> str:
    match one:
        case doc.Strong():
            return f"**{inline(one.children)}**"
        case doc.Emphasis():
            return f"*{inline(one.children)}*"
        case doc.CodeSpan():
            return f"`{one.text}`"
        case doc.InlineFormula():
            return f"${one.latex}$"
        case doc.LineBreak():
            return " / "
        case doc.Link():
            return f"[{inline(one.children)}]({one.target})"
        case doc.FootnoteCall():
            return f"[{one.number}]"
        case doc.Citation():
            return "{" + "; ".join(map(_cited, one.items)) + ("}" if one.narrative else " in brackets}")
        case _:
            return plain((one,))


def _cited(one: doc.Cited) -> str:
    place = ", ".join(part for part in (one.place, one.suffix.strip(" ,")) if part)
    return " ".join(part for part in (one.prefix, ("-" if one.without_author else "") + one.key, place) if part)


# --- pandoc's ----------------------------------------------------------------------------------------


@cache
def _pandoc(text: str) -> dict[str, Any]:
    from pypandoc import get_pandoc_path

    command = [get_pandoc_path(), "-f", FORMATS, "-t", "json", "--sandbox"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def theirs(text: str) -> list[str]:
    """The blocks of a Markdown text as pandoc makes them."""
    notes: list[list[str]] = []
    found = [line for block in _pandoc(text)["blocks"] for line in _block(block, notes)]
    return found + [f"[{number}] {line}" for number, note in enumerate(notes, 1) for line in note]


def _block(block: dict[str, Any], notes: list[list[str]]) -> list[str]:
    content = block.get("c")
    match block["t"]:
        case "Para" | "Plain":
            return [said] if (said := _text(content, notes).strip(" ")) else []
        case "LineBlock":
            return [" / ".join(_text(line, notes) for line in content)]
        case "BulletList":
            return _items(content, ["-"] * len(content), notes)
        case "OrderedList":
            (start, style, around), items = content
            first = {"Decimal": "1", "LowerAlpha": "a", "UpperAlpha": "A", "LowerRoman": "i", "UpperRoman": "I"}
            letter = first.get(style["t"], "1")
            marks = {"OneParen": f"{letter})", "TwoParens": f"({letter})"}.get(around["t"], f"{letter}.")
            made = doc.ListBlock((), True, start, marks=marks)
            return _items(items, [mark_of(made, place) for place in range(len(items))], notes)
        case "Table":
            return _table(content, notes)
        case "CodeBlock":
            return [f"code {' '.join(content[0][1])}".rstrip(), *content[1].split("\n")]
        case "Div":
            return [line for inner in content[1] for line in _block(inner, notes)]
        case "RawBlock":
            return []
        case name:
            return [name]


def _items(items: list[Any], marks: list[str], notes: list[list[str]]) -> list[str]:
    out = []
    for mark, item in zip(marks, items, strict=True):
        inner = [line for part in item for line in _block(part, notes)]
        out += [f"{mark} {inner[0] if inner else ''}", *(f"  {line}" for line in inner[1:])]
    return out


def _table(content: list[Any], notes: list[list[str]]) -> list[str]:
    _, (_, caption), columns, (_, heads), bodies, _ = content
    aligns = [{"AlignRight": "right", "AlignCenter": "center"}.get(align["t"], "left") for align, _ in columns]
    words = " ".join(line for block in caption for line in _block(block, notes))
    rows = heads or [[None, [[None, None, 1, 1, []] for _ in columns]]]
    rows = [*rows, *(row for body in bodies for row in (*body[2], *body[3]))]
    return [
        f"table {' '.join(aligns)}: {words}".rstrip(": "),
        *(" | ".join(_cell(cell[4], notes) for cell in row[1]) for row in rows),
    ]


def _cell(blocks: list[Any], notes: list[list[str]]) -> str:
    made = [line for block in blocks for line in _block(block, notes)]
    return " / ".join(line.replace("- ", "• ", 1) if line.startswith("- ") else line for line in made)


def _text(inlines: list[Any], notes: list[list[str]]) -> str:
    return "".join(_one(part, notes) for part in inlines)


def _one(part: dict[str, Any], notes: list[list[str]]) -> str:
    content = part.get("c")
    match part["t"]:
        case "Str":
            return str(content).replace("\u00a0", " ")
        case "Space" | "SoftBreak":
            return " "
        case "LineBreak":
            return " / "
        case "Strong":
            return f"**{_text(content, notes)}**"
        case "Emph":
            return f"*{_text(content, notes)}*"
        case "Code":
            return f"`{content[1]}`"
        case "Math":
            return f"${content[1]}$" if content[0]["t"] == "InlineMath" else f"$${content[1].strip()}$$"
        case "Link":
            return f"[{_text(content[1], notes)}]({content[2][0]})"
        case "Note":
            notes.append([])
            number = len(notes)
            notes[number - 1] = [line for block in content for line in _block(block, notes)]
            return f"[{number}]"
        case "Cite":
            narrative = content[0][0]["citationMode"]["t"] == "AuthorInText"
            return "{" + "; ".join(map(_cite, content[0])) + ("}" if narrative else " in brackets}")
        case "RawInline":
            return ""
        case "Quoted":
            mark = "'" if content[0]["t"] == "SingleQuote" else '"'
            return f"{mark}{_text(content[1], notes)}{mark}"
        case "Span":
            return _text(content[1], notes)
        case name:
            return name


def _cite(one: dict[str, Any]) -> str:
    minus = "-" if one["citationMode"]["t"] == "SuppressAuthor" else ""
    prefix, suffix = _text(one["citationPrefix"], []), _text(one["citationSuffix"], []).strip(" ,")
    return " ".join(part for part in (prefix, minus + one["citationId"], suffix) if part)

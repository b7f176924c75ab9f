"""What paragraphs of pandoc's trees mean that are more than text: tasks, callouts, the lines of a question."""

from collections.abc import Sequence

from triptych.patterns import late
from triptych.read.markdown.callouts import callout_kind
from triptych.read.markdown.rules.answers import key_of
from triptych.read.pandoc import ast

_BREAKS = ast.SoftBreak | ast.LineBreak
_ALERT = late(r"\[!([^\W\d][\w-]*)\][-+]?")
_BOXES = {"☐": "[ ]", "☒": "[x]", "☑": "[x]"}
Texts = ast.Plain | ast.Para
Box = tuple[str, list[ast.Inline], list[ast.Block]]
"""The name of a callout, its title, and what is in it."""


def lines_of(nodes: Sequence[ast.Inline]) -> list[list[ast.Inline]]:
    """The lines that a paragraph has in the source."""
    lines: list[list[ast.Inline]] = [[]]
    for node in nodes:
        if isinstance(node, _BREAKS):
            lines.append([])
        else:
            lines[-1].append(node)
    return lines


def joined(lines: Sequence[Sequence[ast.Inline]]) -> list[ast.Inline]:
    """The lines as one paragraph again."""
    out: list[ast.Inline] = []
    for place, line in enumerate(lines):
        out += [ast.SoftBreak(), *line] if place else line
    return out


def answers_apart(nodes: Sequence[ast.Inline], lang: str) -> list[list[ast.Inline]]:
    """A paragraph of a question, cut before each line that begins with one of its keys: `answer: text`."""
    texts: list[list[ast.Inline]] = [[]]
    for place, node in enumerate(nodes):
        if isinstance(node, _BREAKS) and key_of(_start(nodes[place + 1 :]), lang)[0]:
            texts.append([])
        else:
            texts[-1].append(node)
    return texts


def _start(nodes: Sequence[ast.Inline]) -> str:
    """The first word of a line with the space behind it."""
    match nodes:
        case [ast.Str(text), *_]:
            return f"{text} "
        case [ast.Strong([ast.Str(text)]), *_]:
            return f"**{text}** "
    return ""


def boxed(blocks: Sequence[ast.Block]) -> Box | None:
    """The callout that a quotation is: `[!NOTE]` or `[!tip] A title` is its first line."""
    first = blocks[0] if blocks else None
    if not isinstance(first, Texts) or not first.c or not isinstance(mark := first.c[0], ast.Str):
        return None
    match = _ALERT.fullmatch(mark.c)
    if match is None:
        return None
    lines = lines_of(first.c)
    title, name = lines[0][1:], match[1].lower()
    if not callout_kind(name) and not title:
        title = [ast.Str(match[1].replace("-", " ").capitalize())]
    rest = joined(lines[1:])
    return name, title, [*([ast.Para(rest)] if rest else []), *blocks[1:]]


def first_text(item: Sequence[ast.Block]) -> list[ast.Block]:
    """An item of a list, the box of a task as Markdown writes it."""
    item = [_without_tags(item[0]), *item[1:]] if item else []
    match item:
        case [ast.Plain([ast.Str(box), *rest]) | ast.Para([ast.Str(box), *rest]), *others] if box in _BOXES:
            return [ast.Para([ast.Str(_BOXES[box]), *rest]), *others]
    return list(item)


def _without_tags(first: ast.Block) -> ast.Block:
    """A first paragraph without the tags of HTML that stand before the box of a task: labels."""
    if not isinstance(first, Texts):
        return first
    start = next((k for k, node in enumerate(first.c) if not isinstance(node, ast.RawInline)), 0)
    boxed = start and isinstance(box := first.c[start], ast.Str) and box.c in _BOXES
    return ast.Plain(first.c[start:]) if boxed else first


def marks_of(style: str, delimiter: str) -> str:
    """The first mark of a list in the manner of pandoc's style of numbers and of what stands around them: "(a)"."""
    first = {"LowerAlpha": "a", "UpperAlpha": "A", "LowerRoman": "i", "UpperRoman": "I"}.get(style, "1")
    return {"OneParen": f"{first})", "TwoParens": f"({first})"}.get(delimiter, f"{first}.")

"""Displayed formulae: they stand in paragraphs in pandoc's trees, and by themselves in ours."""

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from triptych.model import document as doc
from triptych.patterns import late
from triptych.read.decode import legal
from triptych.read.markdown.context import Context
from triptych.read.pandoc import ast

_LABEL = late(r"\\label\{([^{}\s]+)\}\s*")
_STOPS = frozenset(".,;:")


class Displayed(msgspec.Struct, frozen=True):
    """A formula on a line of its own, and what it is called."""

    latex: str
    name: str = ""


Part = list[ast.Inline] | Displayed


def parts_of(nodes: Sequence[ast.Inline]) -> list[Part]:
    """A paragraph cut at the formulae that are displayed in it. A stop or a comma behind one is part of it."""
    parts: list[Part] = []
    run: list[ast.Inline] = []
    for node in nodes:
        found = _displayed(node)
        if found is not None:
            parts += [run, found] if _says(run) else [found]
            run = []
        elif not run and parts and isinstance(node, ast.Str) and node.c[:1] in _STOPS:
            last = parts[-1]
            assert isinstance(last, Displayed)
            parts[-1] = replace(last, latex=last.latex + node.c[0])
            run = [ast.Str(node.c[1:])] if node.c[1:] else []
        else:
            run.append(node)
    return [*parts, run] if _says(run) or not parts else parts


def formula_of(part: Displayed, context: Context, line: int) -> doc.Block:
    """The formula as a block; one that can be referred to gets the next number."""
    from triptych.model.latex import readable  # late: few documents have a formula

    latex = legal(part.latex).strip()
    label = _LABEL.search(latex)
    said = readable(latex)
    if not said:
        return doc.Paragraph((doc.Text(" ".join(latex.split())),), line)
    name = part.name or (label[1] if label else "")
    context.formulae += 1 if name else 0
    return doc.Formula(latex, said, context.formulae if name else 0, line, doc.Attributes(id=name))


def _displayed(node: ast.Inline) -> Displayed | None:
    match node:
        case ast.Math((kind, latex)) if kind.t == "DisplayMath":
            return Displayed(latex)
        case ast.Span(((name, _, values), [ast.Math((kind, latex))])) if kind.t == "DisplayMath":
            return Displayed(latex, name or dict(values).get("label", ""))
    return None


def _says(run: Sequence[ast.Inline]) -> bool:
    return any(not isinstance(node, ast.Space | ast.SoftBreak | ast.LineBreak) for node in run)

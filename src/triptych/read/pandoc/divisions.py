"""Pandoc's divisions: which of their classes means something, and what their titles are."""

from collections.abc import Sequence

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.patterns import late
from triptych.read.markdown.divs import kind_of
from triptych.read.pandoc import ast

_TITLES = frozenset(("title", "admonition-title", "callout-title", "callout-title-container"))
_NUMBER = late(r"0?\.\d+|1(\.0*)?")
Box = tuple[str, doc.Attributes, list[ast.Inline], list[ast.Block]]
"""The name of a box (empty: a mere group), its attributes, its title, and what is in it."""


def box_of(attributes: doc.Attributes, inner: Sequence[ast.Block], *, marked_up: bool) -> Box:
    """What a division is. Where its classes are not the author's, only those that are known count."""
    inner, attributes = _named(list(inner), attributes)
    title, inner = _title(inner)
    if marked_up:
        return "", attributes, title, inner
    classes = tuple(name for name in attributes.classes if kind_of(name))
    name = classes[0] if classes else ""
    first = inner[0] if inner else None
    if attributes.classes and not title and isinstance(first, ast.Plain | ast.Para):
        name, attributes, title, inner = _environment(name, attributes, first, inner)
    return name, replace(attributes, classes=classes if name in classes else ()), title, inner


def _named(inner: list[ast.Block], attributes: doc.Attributes) -> tuple[list[ast.Block], doc.Attributes]:
    """The name of a division around one table or figure is the name of that."""
    match inner:
        case [ast.Table((("", classes, values), *rest))] if attributes.id:
            return [ast.Table(((attributes.id, classes, values), *rest))], replace(attributes, id="")  # type: ignore[arg-type]
        case [ast.Figure((("", classes, values), *rest))] if attributes.id:
            return [ast.Figure(((attributes.id, classes, values), *rest))], replace(attributes, id="")  # type: ignore[arg-type]
    return inner, attributes


def _title(inner: list[ast.Block]) -> tuple[list[ast.Inline], list[ast.Block]]:
    """The title that is a division of its own, before everything else; and the rest."""
    match inner:
        case [ast.Div(((_, classes, _), [ast.Plain(title) | ast.Para(title)])), *rest] if _TITLES & set(classes):
            return title, rest
    return [], inner


def _environment(name: str, attributes: doc.Attributes, first: ast.Plain | ast.Para, inner: list[ast.Block]) -> Box:
    """What an environment of LaTeX is: its argument stands as a span at its beginning, a theorem's name in bold."""
    match first.c:
        case [ast.Span((("", [], []), [ast.Str(width)])), *rest] if _NUMBER.fullmatch(width):
            values = (*attributes.values, ("width", f"{float(width) * 100:g}%"))
            return name, replace(attributes, values=values), [], _with_first(rest, inner)
        case [ast.Span((("", [], []), said)), *rest] if "frame" in attributes.classes:
            return "", attributes, [], [ast.Header((6, ("", [], []), said)), *_with_first(rest, inner)]
        case [ast.Span((("", [], []), said)), *rest] if name:
            return name, attributes, said, _with_first(rest, inner)
        case [ast.Strong([ast.Str(word), *_] as said), *rest] if kind_of(word.lower()) == "callout":
            return word.lower(), attributes, said, _with_first(rest, inner)
    return name, attributes, [], inner


def _with_first(rest: Sequence[ast.Inline], inner: Sequence[ast.Block]) -> list[ast.Block]:
    """The blocks with another first paragraph, none if that says nothing."""
    rest = list(rest)
    while rest and (isinstance(rest[0], ast.Space | ast.SoftBreak) or rest[0] == ast.Str(".")):
        rest.pop(0)
    return [*([ast.Para(rest)] if rest else []), *inner[1:]]

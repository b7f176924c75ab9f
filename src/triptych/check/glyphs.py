"""Characters that no font here can draw: named, with the package that has them."""

from collections.abc import Iterator
from typing import get_args

from triptych.model import document as doc
from triptych.model.theme import Face, Theme
from triptych.model.walk import Node, children
from triptych.problem import Problem
from triptych.text.shape import is_pictograph, missing

_PACKAGES = (
    (0x0600, 0x06FF, "Arabic", "pip install 'triptych[scripts]'"),
    (0x0900, 0x097F, "Devanagari", "pip install 'triptych[scripts]'"),
    (0x2E80, 0x9FFF, "Chinese or Japanese", "install a system font such as Noto Sans CJK"),
    (0xAC00, 0xD7AF, "Korean", "install a system font such as Noto Sans KR"),
    (0x2600, 0x27BF, "a pictograph", "install a system font with pictographs that has TrueType outlines"),
    (0x1F000, 0x1FAFF, "a pictograph", "install a system font with pictographs that has TrueType outlines"),
)
_LINED = frozenset((*get_args(doc.Block), doc.Section, doc.ListItem, doc.Row, doc.Footnote, doc.Image))


def missing_glyphs(document: doc.Document, theme: Theme) -> tuple[Problem, ...]:
    """A warning for each script of which characters cannot be drawn in the PDFs, where it occurs first."""
    face = Face(theme.on_paper.text_family)
    seen: set[str] = set(" \n")
    first: dict[tuple[str, str], tuple[str, int]] = {}
    for text, line in _texts(document):
        fresh = set(text) - seen
        if fresh:
            seen |= fresh
            for char in missing("".join(sorted(fresh)), face):
                first.setdefault(_script(char), (char, line))
    return tuple(
        Problem(
            "warning",
            f"no font here has {char!r} (U+{ord(char):04X}, {script}): the PDFs {_instead(char)}",
            document.path,
            line,
            hint=hint,
        )
        for (script, hint), (char, line) in first.items()
    )


def _instead(char: str) -> str:
    return "leave it out" if is_pictograph(char) else "show a box for it"


def _script(char: str) -> tuple[str, str]:
    for low, high, script, hint in _PACKAGES:
        if low <= ord(char) <= high:
            return script, hint
    return "a rare character", "install a font that has it"


def _texts(document: doc.Document) -> Iterator[tuple[str, int]]:
    """Every string that is drawn, with its line."""
    meta = document.meta
    said = [("title", meta.title), ("subtitle", meta.subtitle), ("course", meta.course), ("date", meta.date),
            ("footer", meta.footer), *(("author", author) for author in meta.authors)]  # fmt: skip
    yield from ((text, meta.line(key)) for key, text in said)
    yield from ((text, meta.line("words")) for _, text in document.words)
    for section in document.sections:
        yield from _drawn(section, section.line)
    for note in document.footnotes:
        yield from _drawn(note, note.line)


def _drawn(node: Node, line: int) -> Iterator[tuple[str, int]]:
    """The strings of a node and of all within it, also of captions, code and options."""
    if isinstance(node, doc.Text):
        yield node.text, line
        return
    if type(node) in _LINED and node.line:  # type: ignore[union-attr]
        line = node.line  # type: ignore[union-attr]
    parts = children(node)
    if isinstance(node, doc.CodeSpan | doc.Keyboard | doc.Citation | doc.Code):
        yield node.text, line
    elif isinstance(node, doc.InlineFormula | doc.Number):
        yield node.said, line
    elif isinstance(node, doc.Image):
        yield node.alt, line  # within a line of text
    elif isinstance(node, doc.Figure):
        parts = node.caption  # what its picture shows is read out, not drawn
    for part in parts:
        yield from _drawn(part, line)

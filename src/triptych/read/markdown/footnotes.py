"""Footnotes: their texts set aside until they are called, and numbered in the order of their calls."""

from collections.abc import Callable, Iterable, Sequence

from markdown_it.token import Token

from triptych.model import document as doc


class Footnotes:
    """The notes of a document. It remembers which have been called, and counts."""

    def __init__(self) -> None:
        self._texts: dict[str, Callable[[], doc.Blocks]] = {}
        self._numbers: dict[str, int] = {}
        self._count = 0
        self._inside = False

    def define(self, label: str, read: Callable[[], doc.Blocks]) -> None:
        """Keep the text of a note for its first call, at which it is read."""
        self._texts[label] = read

    def call(self, label: str, line: int) -> doc.Inline:
        """What stands where a note is called: the note, or its number if it was called before.

        A note within a note is its label in brackets; so is one without a text.
        """
        if label in self._numbers:
            return doc.Raised((doc.Text(str(self._numbers[label])),))
        if self._inside or label not in self._texts:
            return doc.Text(f"[{label}]")
        self._count += 1
        number = self._numbers[label] = self._count
        self._inside = True
        blocks = self._texts.pop(label)()
        self._inside = False
        return doc.Footnote(number, blocks, line)

    def inline(self, read: Callable[[], doc.Inlines], line: int) -> doc.Inlines:
        """The note that is written where it is called; in parentheses, if that is within another note."""
        if self._inside:
            return (doc.Text(" ("), *read(), doc.Text(")"))
        self._count += 1
        number = self._count
        self._inside = True
        inlines = read()
        self._inside = False
        return (doc.Footnote(number, (doc.Paragraph(inlines, line),) if inlines else (), line),)


def set_aside(
    tokens: Sequence[Token], notes: Footnotes, read: Callable[[Sequence[Token]], doc.Blocks]
) -> Sequence[Token]:
    """The tokens without the footnotes that are called: these are defined in `notes`, to be read when called."""
    if not any(token.type == "footnote_reference_open" for token in tokens):
        return tokens
    called, kept, start, depth = set(_called(tokens)), list[Token](), 0, 0
    for place, token in enumerate(tokens):
        opening = token.type == "footnote_reference_open"
        if depth == 0 and not (opening and token.meta["label"] in called):
            kept.append(token)
            continue
        if depth == 0:
            start = place
            called.discard(token.meta["label"])
        depth += token.nesting if token.type.startswith("footnote_reference_") else 0
        if depth == 0:
            inner = tokens[start + 1 : place]
            notes.define(tokens[start].meta["label"], lambda inner=inner: read(inner))  # type: ignore[misc]
    return kept


def _called(tokens: Iterable[Token]) -> list[str]:
    """The labels that are called, footnotes themselves left out."""
    found, depth = list[str](), 0
    for token in tokens:
        if token.type.startswith("footnote_reference_"):
            depth += token.nesting
        elif token.type == "inline" and depth == 0 and "[^" in token.content:
            found += [child.content for child in token.children or () if child.type == "footnote_ref"]
    return found

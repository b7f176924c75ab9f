"""Footnotes: their texts set aside until they are called, and numbered at last in the order of their calls."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from markdown_it.token import Token
from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.footnote_calls import calls
from triptych.model.rewriting import with_inlines
from triptych.patterns import late
from triptych.problem import Report

_CALL = late(r"\[\^([^\]\s]{1,100})\]")
_DEFINITION = "footnote_reference_"
Read = Callable[[], doc.Blocks]


class Footnotes:
    """The footnotes of a document while it is read: what has been called gets the next number, for the time being."""

    def __init__(self) -> None:
        self.found: dict[int, doc.Footnote] = {}
        self._texts: dict[str, tuple[Read, int]] = {}
        self._numbers: dict[str, int] = {}
        self._count = 0
        self._waiting: list[tuple[int, str]] = []

    def define(self, label: str, read: Read, line: int) -> None:
        """Keep the text of a footnote until all that may call it has been read."""
        self._texts.setdefault(label, (read, line))

    def call(self, label: str, line: int) -> doc.Inline:
        """What stands where a footnote is called; its label in brackets if it has no text."""
        if label not in self._texts:
            return doc.Text(f"[{label}]")
        if label not in self._numbers:
            self._numbers[label] = self._next()
            self._waiting.append((self._numbers[label], label))
        return doc.FootnoteCall(self._numbers[label], line)

    def inline(self, inlines: doc.Inlines, line: int) -> doc.Inlines:
        """The call of a footnote that is written where it is called; nothing if it says nothing."""
        if not inlines:
            return ()
        number = self._next()
        self.found[number] = doc.Footnote(number, (doc.Paragraph(inlines, line),), line)
        return (doc.FootnoteCall(number, line),)

    def finish(self) -> Iterator[tuple[str, doc.Blocks, int]]:
        """Read what has been called; then the label, text and line of each footnote that nothing calls."""
        self._read_called()
        for label, (read, line) in list(self._texts.items()):
            if label not in self._numbers:
                del self._texts[label]
                yield label, read(), line
                self._read_called()

    def _read_called(self) -> None:
        while self._waiting:
            number, label = self._waiting.pop(0)
            read, line = self._texts[label]
            self.found[number] = doc.Footnote(number, read(), line)

    def _next(self) -> int:
        self._count += 1
        return self._count


def labelled(label: str, blocks: doc.Blocks, line: int) -> doc.Blocks:
    """The text of a footnote that is not called, behind its label."""
    mark = f"[{label}] "
    if blocks and isinstance(blocks[0], doc.Paragraph):
        return (replace(blocks[0], inlines=(doc.Text(mark), *blocks[0].inlines)), *blocks[1:])
    return (doc.Paragraph((doc.Text(mark.strip()),), line), *blocks)


def calls_in(inlines: doc.Inlines, notes: Footnotes, line: int) -> doc.Inlines:
    """Inlines that were read as mere characters, with what is written `[^1]` in them as the calls that they are."""
    out: list[doc.Inline] = []
    for inline in inlines:
        if not isinstance(inline, doc.Text) or "[^" not in inline.text:
            out.append(inline)
            continue
        for place, part in enumerate(_CALL.split(inline.text)):
            if part:
                out.append(notes.call(part, line) if place % 2 else doc.Text(part))
    return tuple(out)


# --- which are called --------------------------------------------------------------------------------

_Part = tuple[str, Sequence[Token]]
"""The tokens of a footnote with its label; with none, a token of anything else."""


def set_aside(
    tokens: Sequence[Token], notes: Footnotes, read: Callable[[Sequence[Token]], doc.Blocks]
) -> Sequence[Token]:
    """The tokens without the footnotes that are called: these are defined in `notes`, to be read when all else is."""
    if not any(token.type == f"{_DEFINITION}open" for token in tokens):
        return tokens
    parts = list(_parts(tokens))
    called = _called(parts)
    kept: list[Token] = []
    for label, part in parts:
        if label in called:
            called.discard(label)  # a second one of the same label stays where it is
            line = part[0].map[0] + 1 if part[0].map else 0
            notes.define(label, lambda inner=part[1:-1]: read(inner), line)  # type: ignore[misc]
        else:
            kept.extend(part)
    return kept


def _parts(tokens: Sequence[Token]) -> Iterator[_Part]:
    depth = start = 0
    for place, token in enumerate(tokens):
        if not token.type.startswith(_DEFINITION):
            if depth == 0:
                yield "", (token,)
            continue
        start = place if depth == 0 else start
        depth += token.nesting
        if depth == 0:
            yield tokens[start].meta["label"], tokens[start : place + 1]


def _called(parts: Sequence[_Part]) -> set[str]:
    """The labels that are called in the text, in footnotes that are called, or in those that stay in the text."""
    calls: dict[str, set[str]] = {}
    for label, part in parts:
        calls.setdefault(label, set()).update(label for token in part for label in _labels(token))
    called = _reached(calls.get("", set()), calls)
    elsewhere = {inner for label, found in calls.items() if label not in called for inner in found}
    left = [label for label in calls if label and label not in called]
    for label in sorted(left, key=lambda label: label in elsewhere):  # those first that nothing calls at all
        if label not in called:
            called |= _reached(calls[label], calls) - {label}
    return called


def _reached(labels: Iterable[str], calls: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(labels)
    while waiting:
        label = waiting.pop()
        if label and label not in found:
            found.add(label)
            waiting.extend(calls.get(label, ()))
    return found


def _labels(token: Token) -> Iterator[str]:
    """What a token calls, in all that it holds: titles and captions among it, which are read later."""
    if token.type == "footnote_ref":
        yield token.content
    for child in token.children or ():
        yield from _labels(child)
    for value in (*token.meta.values(), *token.attrs.values()):
        if isinstance(value, str) and "[^" in value:
            yield from _CALL.findall(value)
        elif isinstance(value, list | tuple):
            yield from (label for inner in value if isinstance(inner, Token) for label in _labels(inner))


# --- numbers -----------------------------------------------------------------------------------------


def with_footnotes(document: doc.Document, notes: Footnotes, report: Report) -> doc.Document:
    """The document with its footnotes, numbered as they are called; one within another follows that.

    What has lost its call, because it stood where none can, stands at the end of the document.
    """
    if not notes.found:
        return document
    document = replace(document, footnotes=tuple(notes.found.values()))
    numbers = _numbers(document)
    lost = [note for note in document.footnotes if note.number not in numbers]
    for note in lost:
        hint = "call it in the text: it is shown at the end"
        report.add("warning", "a footnote is called where none can be", note.line, hint, "lost footnote")
    if lost:
        document = _with_last(document, tuple(block for note in lost for block in note.blocks))
        numbers = _numbers(document)
    if any(old != new for old, new in numbers.items()):
        document = _renumbered(document, numbers)
    kept = (replace(notes, number=numbers[notes.number]) for notes in document.footnotes if notes.number in numbers)
    return replace(document, footnotes=tuple(sorted(kept, key=lambda note: note.number)))


def _numbers(document: doc.Document) -> dict[int, int]:
    """The number of each footnote that can be reached, by the one that it had."""
    entries = {note.number: note for note in document.footnotes}
    waiting = [call.number for call in calls((*document.title_calls, *document.sections))][::-1]
    numbers: dict[int, int] = {}
    while waiting:
        number = waiting.pop()
        if number not in numbers:
            numbers[number] = len(numbers) + 1
            waiting += [call.number for call in calls(entries[number].blocks)][::-1]
    return numbers


def _renumbered(document: doc.Document, numbers: dict[int, int]) -> doc.Document:
    def put(inline: doc.Inline) -> doc.Inline:
        return replace(inline, number=numbers[inline.number]) if isinstance(inline, doc.FootnoteCall) else inline

    reached = tuple(note for note in document.footnotes if note.number in numbers)
    return with_inlines(replace(document, footnotes=reached), put)


def _with_last(document: doc.Document, blocks: doc.Blocks) -> doc.Document:
    """The document with some more blocks at its end."""
    if not document.sections:
        return replace(document, sections=(doc.Section("", (), blocks, line=blocks[0].line),))
    return replace(document, sections=(*document.sections[:-1], _ended(document.sections[-1], blocks)))


def _ended(section: doc.Section, blocks: doc.Blocks) -> doc.Section:
    if section.sections:
        return replace(section, sections=(*section.sections[:-1], _ended(section.sections[-1], blocks)))
    return replace(section, blocks=section.blocks + blocks)

"""Which footnotes are called where: in some inlines, in a document as it is read, in other footnotes."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.walk import LEAVES, Node, children, nodes, rewritten, walk


def calls(nodes: Iterable[Node]) -> Iterator[doc.FootnoteCall]:
    """The calls in some inlines or blocks, in order."""
    return (node for node in walk(*nodes) if isinstance(node, doc.FootnoteCall))


def without_calls(inlines: doc.Inlines) -> doc.Inlines:
    """The inlines without the calls in them."""
    if not any(calls(inlines)):
        return inlines
    return tuple(rewritten(inline, _no_call) for inline in inlines if not isinstance(inline, doc.FootnoteCall))


def _no_call(node: Node) -> Node | tuple[()]:
    return () if isinstance(node, doc.FootnoteCall) else node


def called(numbers: Iterable[int], document: doc.Document) -> tuple[doc.Footnote, ...]:
    """The footnotes of these numbers, each once, those that it calls itself behind it."""
    entries = {note.number: note for note in document.footnotes}
    found: dict[int, doc.Footnote] = {}
    waiting = list(numbers)[::-1]
    while waiting:
        number = waiting.pop()
        if number in entries and number not in found:
            found[number] = entries[number]
            waiting += [call.number for call in calls(entries[number].blocks)][::-1]
    return tuple(found.values())


def as_read(document: doc.Document) -> Iterator[Node]:
    """All that a document is made of, each footnote behind its first call; one that nothing calls is left out."""
    if not document.footnotes:  # as most have none: what follows finds the same
        yield from nodes(document)[1:]
        return
    entries = {note.number: note for note in document.footnotes}
    waiting: list[Node] = [*document.title_calls, *document.sections]
    waiting.reverse()
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, doc.FootnoteCall):
            note = entries.pop(node.number, None)
            waiting += (note,) if note else ()
        elif type(node) not in LEAVES:
            waiting += children(node)[::-1]


def only_called(document: doc.Document) -> doc.Document:
    """The document without the footnotes that nothing calls any more."""
    if not document.footnotes:
        return document
    wanted = {node.number for node in as_read(document) if isinstance(node, doc.Footnote)}
    return replace(document, footnotes=tuple(note for note in document.footnotes if note.number in wanted))

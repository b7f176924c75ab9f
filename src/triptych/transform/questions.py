"""What is shown of a question, and what answers it: blocks like any others, the same for every panel."""

import hashlib
from collections.abc import Sequence
from string import ascii_uppercase
from typing import assert_never

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.queries import plain
from triptych.model.words import word
from triptych.transform.answers import said

SEED = "1"
"""What the order of pairs and of things to be put in order is drawn from where no test is made."""


def shown(question: doc.Question, document: doc.Document, *, solved: bool = False) -> doc.Blocks:
    """What stands beneath the text of a question for who answers it; with the right ones marked if it is `solved`."""
    answer = question.answer
    match answer:
        case doc.Choice(options):
            return (_tasks([(option.inlines, option.right) for option in options], question.line, solved),)
        case doc.Truth(true):
            words = [((doc.Text(word(document, name)),), (name == "true") == true) for name in ("true", "false")]
            return (_tasks(words, question.line, solved),)
        case doc.Matching(pairs):
            left = _marked([pair.left for pair in pairs], False, question.line)
            right = _marked([pairs[k].right for k in _order(question)], True, question.line)
            return (doc.Columns((left, right), line=question.line),)
        case doc.Ordering(items):
            return _marked([items[k] for k in _order(question)], True, question.line)
        case None | doc.Open() | doc.Number() | doc.Gaps():
            return ()
        case _:
            assert_never(answer)


def answered(question: doc.Question, document: doc.Document) -> doc.Blocks:
    """What answers a question, with the author's explanation."""
    return (*_answer(question, document), *question.why)


def beneath(question: doc.Question, document: doc.Document) -> doc.Blocks:
    """What a question that is shown `solved` still has to say: the answers that are not marked in place."""
    marked = isinstance(question.answer, doc.Choice | doc.Truth | doc.Gaps)
    return (*(() if marked else _answer(question, document)), *question.why)


def shuffled(question: doc.Question, seed: str) -> doc.Question:
    """The question with what is to choose from, to match and to put in order drawn from a seed."""
    attributes = replace(question.attributes, values=(*question.attributes.values, ("seed", seed)))
    answer = question.answer
    if isinstance(answer, doc.Choice):
        order = drawn(len(answer.options), f"{seed}/{plain(question.inlines)}")
        answer = doc.Choice(tuple(answer.options[k] for k in order))
    return replace(question, answer=answer, attributes=attributes)


def drawn(count: int, seed: str) -> tuple[int, ...]:
    """The numbers from 0 in an order drawn from a seed, the same on every machine; not as they were, if it can be."""
    order = sorted(range(count), key=lambda k: hashlib.sha256(f"{seed}/{k}".encode()).digest())
    if order == list(range(count)):
        order = [*order[1:], *order[:1]]
    return tuple(order)


def _answer(question: doc.Question, document: doc.Document) -> doc.Blocks:
    """The answer: by the letters of what is shown where that has letters, else in words."""
    answer, line = question.answer, question.line
    match answer:
        case doc.Matching(pairs):
            order = _order(question)
            letters = [f"{k + 1} – {ascii_uppercase[order.index(k) % 26]}" for k in range(len(pairs))]
            return (doc.Paragraph((doc.Text(" · ".join(letters)),), line),)
        case doc.Ordering(items):
            order = _order(question)
            marks = (
                doc.Strong((doc.Text(f"{ascii_uppercase[order.index(k) % 26]}\u2002"),)) for k in range(len(items))
            )
            lines = (doc.Paragraph((mark, *item), line) for mark, item in zip(marks, items, strict=True))
            return (doc.ListBlock(tuple(doc.ListItem((text,), line) for text in lines), ordered=True, line=line),)
        case _:
            return said(question, document)


def _order(question: doc.Question) -> tuple[int, ...]:
    """The order in which pairs and things to be put in order are shown."""
    count = len(question.answer.pairs) if isinstance(question.answer, doc.Matching) else 0
    count = len(question.answer.items) if isinstance(question.answer, doc.Ordering) else count
    return drawn(count, f"{question.attributes.get('seed', SEED)}/{plain(question.inlines)}")


def _tasks(options: Sequence[tuple[doc.Inlines, bool]], line: int, solved: bool) -> doc.Block:
    items = (doc.ListItem((doc.Paragraph(inlines, line),), line, solved and right) for inlines, right in options)
    return doc.ListBlock(tuple(items), line=line)


def _ordered(items: tuple[doc.ListItem, ...], line: int) -> doc.Blocks:
    return (doc.ListBlock(items, ordered=True, line=line),)


def _marked(items: Sequence[doc.Inlines], letters: bool, line: int) -> doc.Blocks:
    """Lines with letters or digits before them, which an answer can name."""
    out: list[doc.Inline] = []
    for k, item in enumerate(items):
        out += [doc.LineBreak()] if out else []
        mark = ascii_uppercase[k % 26] if letters else str(k + 1)
        out += [doc.Strong((doc.Text(f"{mark}\u2002"),)), *item]
    return (doc.Paragraph(tuple(out), line),)


def without_answer(question: doc.Question, document: doc.Document) -> doc.Question:
    """The question as who answers it may see it: what would tell the answer is gone from it, not only hidden."""
    match question.answer:
        case doc.Choice(options):
            return replace(question, answer=doc.Choice(tuple(doc.Option(o.inlines) for o in options)), why=())
        case doc.Truth():
            words = tuple(doc.Option((doc.Text(word(document, name)),)) for name in ("true", "false"))
            return replace(question, answer=doc.Choice(words), why=())
        case doc.Matching() | doc.Ordering() | None:
            return replace(question, why=())
        case doc.Open() | doc.Number() | doc.Gaps():
            return replace(question, answer=None, why=())
        case _:
            assert_never(question.answer)

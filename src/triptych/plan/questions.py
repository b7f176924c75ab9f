"""What is shown of a question, and what answers it: blocks like any others, the same for every panel."""

import hashlib
from collections.abc import Sequence
from string import ascii_uppercase
from typing import assert_never

from msgspec.structs import replace

from triptych.languages.words import word
from triptych.model import document as doc
from triptych.model.queries import plain
from triptych.plan.answers import item_of, said

SEED = "1"
"""What the order of pairs and of things to be put in order is drawn from where no test is made."""


def shown(question: doc.Question, document: doc.Document, *, solved: bool = False) -> doc.Blocks:
    """What stands beneath the text of a question for who answers it; with the right ones marked if it is `solved`."""
    answer = question.answer
    match answer:
        case doc.Choice(options):
            tasks = [(item_of(option.inlines, option.blocks, question.line), option.right) for option in options]
            return (_tasks(tasks, question.line, solved),)
        case doc.Truth(true):
            both = [item_of((doc.Text(word(document, name)),), (), question.line) for name in ("true", "false")]
            words = [(both[0], true), (both[1], not true)]
            return (_tasks(words, question.line, solved),)
        case doc.Matching(pairs):
            left = _marked([item_of(pair.left) for pair in pairs], False, question.line)
            drawn_pairs = [pairs[k] for k in _order(question)]
            right = _marked([item_of(pair.right, pair.blocks) for pair in drawn_pairs], True, question.line)
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
            texts = (_lettered(ascii_uppercase[order.index(k) % 26], item) for k, item in enumerate(items))
            lines = tuple(item_of(text, blocks, line) for text, blocks in texts)
            return (doc.ListBlock(lines, ordered=True, line=line),)
        case _:
            return said(question, document)


def _order(question: doc.Question) -> tuple[int, ...]:
    """The order in which pairs and things to be put in order are shown."""
    count = len(question.answer.pairs) if isinstance(question.answer, doc.Matching) else 0
    count = len(question.answer.items) if isinstance(question.answer, doc.Ordering) else count
    return drawn(count, f"{question.attributes.get('seed', SEED)}/{plain(question.inlines)}")


def _tasks(options: Sequence[tuple[doc.ListItem, bool]], line: int, solved: bool) -> doc.Block:
    return doc.ListBlock(tuple(replace(item, done=solved and right) for item, right in options), line=line)


def _ordered(items: tuple[doc.ListItem, ...], line: int) -> doc.Blocks:
    return (doc.ListBlock(items, ordered=True, line=line),)


def _marked(items: Sequence[doc.ListItem], letters: bool, line: int) -> doc.Blocks:
    """Lines with letters or digits before them, which an answer can name; what is below one comes before the next."""
    out: list[doc.Block] = []
    lines: list[doc.Inline] = []
    for k, item in enumerate(items):
        text, below = _lettered(ascii_uppercase[k % 26] if letters else str(k + 1), item)
        lines += [*((doc.LineBreak(),) if lines else ()), *text]
        if below:
            out += [doc.Paragraph(tuple(lines), line), *below]
            lines = []
    return (*out, doc.Paragraph(tuple(lines), line)) if lines else tuple(out)


def _lettered(mark: str, item: doc.ListItem) -> tuple[doc.Inlines, doc.Blocks]:
    """The line of an item behind a letter or digit, and what stands below it."""
    first = item.blocks[0] if item.blocks else None
    line = first.inlines if isinstance(first, doc.Paragraph) else ()
    below = item.blocks[1:] if isinstance(first, doc.Paragraph) else item.blocks
    return (doc.Strong((doc.Text(f"{mark}\u2002"),)), *line), below


def without_answer(question: doc.Question, document: doc.Document) -> doc.Question:
    """The question as who answers it may see it: what would tell the answer is gone from it, not only hidden."""
    match question.answer:
        case doc.Choice(options):
            return replace(question, answer=doc.Choice(tuple(replace(o, right=False) for o in options)), why=())
        case doc.Truth():
            words = tuple(doc.Option((doc.Text(word(document, name)),)) for name in ("true", "false"))
            return replace(question, answer=doc.Choice(words), why=())
        case doc.Matching() | doc.Ordering() | None:
            return replace(question, why=())
        case doc.Open() | doc.Number() | doc.Gaps():
            return replace(question, answer=None, why=())
        case _:
            assert_never(question.answer)

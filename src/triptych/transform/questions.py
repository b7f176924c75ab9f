"""Questions in one form: what is true or false as a choice, what is to be matched or put in order drawn from a seed."""

import hashlib

from msgspec.structs import replace

from triptych.languages.words import word
from triptych.model import document as doc
from triptych.model.queries import plain
from triptych.model.rewriting import with_blocks
from triptych.model.walk import has

SEED = "1"
"""What the order of pairs and of things to be put in order is drawn from where no test is made."""


def with_choices(document: doc.Document) -> doc.Document:
    """The document whose questions have all that there is to choose from, in the order in which it is shown."""

    def put(block: doc.Block) -> doc.Block:
        if isinstance(block, doc.Question) and isinstance(block.answer, doc.Truth):
            words = ((name, (name == "true") == block.answer.true) for name in ("true", "false"))
            options = tuple(doc.Option((doc.Text(word(document, name)),), right) for name, right in words)
            return replace(block, answer=doc.Choice(options, fixed=True))
        return _drawn(block, SEED) if isinstance(block, doc.Question) else block

    return with_blocks(document, put) if has(document, doc.Question) else document


def shuffled(question: doc.Question, seed: str) -> doc.Question:
    """The question with what is to choose from, to match and to put in order drawn from a seed."""
    answer = question.answer
    if isinstance(answer, doc.Choice) and not answer.fixed:
        order = drawn(len(answer.options), f"{seed}/{plain(question.inlines)}")
        return replace(question, answer=replace(answer, options=tuple(answer.options[k] for k in order)))
    return _drawn(question, seed)


def _drawn(question: doc.Question, seed: str) -> doc.Question:
    answer, seed = question.answer, f"{seed}/{plain(question.inlines)}"
    if isinstance(answer, doc.Matching):
        return replace(question, answer=replace(answer, order=drawn(len(answer.pairs), seed)))
    if isinstance(answer, doc.Ordering):
        return replace(question, answer=replace(answer, order=drawn(len(answer.items), seed)))
    return question


def drawn(count: int, seed: str) -> tuple[int, ...]:
    """The numbers from 0 in an order drawn from a seed, the same on every machine; not as they were, if it can be."""
    order = sorted(range(count), key=lambda k: hashlib.sha256(f"{seed}/{k}".encode()).digest())
    if order == list(range(count)):
        order = [*order[1:], *order[:1]]
    return tuple(order)

"""What is shown of a question, and what answers it: blocks like any others, the same for every panel."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from string import ascii_uppercase
from typing import assert_never

from triptych.model.document import (
    Blank,
    Block,
    Blocks,
    Choice,
    Columns,
    Emphasis,
    Gaps,
    Inline,
    Inlines,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    Mark,
    Matching,
    Number,
    Open,
    Option,
    Ordering,
    Paragraph,
    Question,
    Strong,
    Text,
    Truth,
    block_inlines,
    plain,
    walk_blocks,
)
from triptych.model.words import word_in

SEED = "1"
"""What the order of pairs and of things to be put in order is drawn from where no test is made."""


def shown(question: Question, lang: str, *, solved: bool = False, seed: str = SEED) -> Blocks:
    """What stands beneath the text of a question for who answers it; with the right ones marked if it is `solved`."""
    answer = question.answer
    match answer:
        case Choice(options):
            return (_tasks([(option.inlines, option.right) for option in options], question.line, solved),)
        case Truth(true):
            words = [((Text(word_in(lang, name)),), (name == "true") == true) for name in ("true", "false")]
            return (_tasks(words, question.line, solved),)
        case Matching(pairs):
            left = _marked([pair.left for pair in pairs], False, question.line)
            right = _marked([pairs[k].right for k in _order(question, seed)], True, question.line)
            return (Columns((left, right), line=question.line),)
        case Ordering(items):
            return _marked([items[k] for k in _order(question, seed)], True, question.line)
        case None | Open() | Number() | Gaps():
            return ()
        case _:
            assert_never(answer)


def answered(question: Question, lang: str, *, seed: str = SEED) -> Blocks:
    """What answers a question, in words, with the author's explanation."""
    return (*_answer(question, lang, seed), *question.why)


def beneath(question: Question, lang: str, *, seed: str = SEED) -> Blocks:
    """What a question that is shown `solved` still has to say: the answers that are not marked in place."""
    marked = isinstance(question.answer, Choice | Truth | Gaps)
    return (*(() if marked else _answer(question, lang, seed)), *question.why)


def shuffled(question: Question, seed: str) -> Question:
    """The question with its options in an order of the seed; those of other kinds are drawn when they are shown."""
    match question.answer:
        case Choice(options):
            order = drawn(len(options), f"{seed}/{plain(question.inlines)}")
            return replace(question, answer=Choice(tuple(options[k] for k in order)))
        case _:
            return question


def drawn(count: int, seed: str) -> tuple[int, ...]:
    """The numbers from 0 in an order drawn from a seed, the same on every machine; not as they were, if it can be."""
    order = sorted(range(count), key=lambda k: hashlib.sha256(f"{seed}/{k}".encode()).digest())
    if order == list(range(count)):
        order = [*order[1:], *order[:1]]
    return tuple(order)


def gapped(question: Question) -> Inlines:
    """The text of a question, with blanks for the key phrases if these are what is asked for."""
    return tuple(map(_gapped, question.inlines)) if isinstance(question.answer, Gaps) else question.inlines


def _gapped(inline: Inline) -> Inline:
    match inline:
        case Mark(children):
            return Blank(children)
        case Strong() | Emphasis() | Link():
            return replace(inline, children=tuple(map(_gapped, inline.children)))
        case _:
            return inline


def phrases(inlines: Inlines) -> tuple[Inlines, ...]:
    """The key phrases of some inlines."""
    out: list[Inlines] = []
    for inline in inlines:
        if isinstance(inline, Mark):
            out.append(inline.children)
        else:
            out.extend(phrases(getattr(inline, "children", ())))
    return tuple(out)


def _answer(question: Question, lang: str, seed: str) -> Blocks:
    answer, line = question.answer, question.line
    match answer:
        case Open(blocks):
            return blocks
        case Choice(options):
            return _joined([option.inlines for option in options if option.right], line)
        case Truth(true):
            return (Paragraph((Text(word_in(lang, "true" if true else "false")),), line),)
        case Number(said, tolerance):
            return (Paragraph((Text(f"{said} (± {tolerance})" if tolerance else said),), line),)
        case Matching(pairs):
            order = _order(question, seed)
            letters = [f"{k + 1} – {ascii_uppercase[order.index(k) % 26]}" for k in range(len(pairs))]
            return (Paragraph((Text(" · ".join(letters)),), line),)
        case Ordering(items):
            order = _order(question, seed)
            marks = (Strong((Text(f"{ascii_uppercase[order.index(k) % 26]}\u2002"),)) for k in range(len(items)))
            lines = (Paragraph((mark, *item), line) for mark, item in zip(marks, items, strict=True))
            return _ordered(tuple(ListItem((text,), line) for text in lines), line)
        case Gaps():
            texts = (question.inlines, *(i for block in walk_blocks(question.blocks) for i in block_inlines(block)))
            return _joined([phrase for text in texts for phrase in phrases(text)], line)
        case None:
            return ()
        case _:
            assert_never(answer)


def _order(question: Question, seed: str) -> tuple[int, ...]:
    count = len(question.answer.pairs) if isinstance(question.answer, Matching) else 0
    count = len(question.answer.items) if isinstance(question.answer, Ordering) else count
    return drawn(count, f"{seed}/{plain(question.inlines)}")


def _tasks(options: Sequence[tuple[Inlines, bool]], line: int, solved: bool) -> Block:
    items = (ListItem((Paragraph(inlines, line),), line, solved and right) for inlines, right in options)
    return ListBlock(tuple(items), line=line)


def _ordered(items: tuple[ListItem, ...], line: int) -> Blocks:
    return (ListBlock(items, ordered=True, line=line),)


def _marked(items: Sequence[Inlines], letters: bool, line: int) -> Blocks:
    """Lines with letters or digits before them, which an answer can name."""
    out: list[Inline] = []
    for k, item in enumerate(items):
        out += [LineBreak()] if out else []
        mark = ascii_uppercase[k % 26] if letters else str(k + 1)
        out += [Strong((Text(f"{mark}\u2002"),)), *item]
    return (Paragraph(tuple(out), line),)


def _joined(texts: Sequence[Inlines], line: int) -> Blocks:
    """Several short answers in one paragraph."""
    out: Inlines = ()
    for text in texts:
        out = (*out, Text("; "), *text) if out else text
    return (Paragraph(out, line),) if out else ()


def without_answer(question: Question, lang: str) -> Question:
    """The question as who answers it may see it: what would tell the answer is gone from it, not only hidden."""
    match question.answer:
        case Choice(options):
            return replace(question, answer=Choice(tuple(Option(o.inlines) for o in options)), why=())
        case Truth():
            words = tuple(Option((Text(word_in(lang, name)),)) for name in ("true", "false"))
            return replace(question, answer=Choice(words), why=())
        case Matching() | Ordering() | None:
            return replace(question, why=())
        case Open() | Number() | Gaps():
            return replace(question, answer=None, why=())
        case _:
            assert_never(question.answer)

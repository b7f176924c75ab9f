"""What is shown of a question, and what answers it: blocks like any others, the same for every panel."""

from collections.abc import Sequence
from itertools import chain
from typing import assert_never
from unicodedata import bidirectional

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.footnote_calls import only_called
from triptych.model.gaps import blanked, blanked_blocks, phrases
from triptych.model.queries import block_inlines, plain, walk_blocks
from triptych.model.rewriting import with_blocks
from triptych.model.walk import Node, rewritten


def has_answer(answer: doc.Answer) -> bool:
    """Whether an answer says what is right."""
    return not isinstance(answer, doc.Choice) or any(option.right for option in answer.options)


def asked(question: doc.Question) -> doc.Inlines:
    """The text of a question, with a blank for each key phrase where these are what is asked for."""
    return blanked(question.inlines) if isinstance(question.answer, doc.Gaps) else question.inlines


def below(question: doc.Question) -> doc.Blocks:
    """All that stands beneath the text of a question for who answers it."""
    blocks = blanked_blocks(question.blocks) if isinstance(question.answer, doc.Gaps) else question.blocks
    return blocks + offered(question)


def offered(question: doc.Question, *, solved: bool = False) -> doc.Blocks:
    """What there is to choose from, to match and to put in order; with the right ones marked if it is `solved`."""
    answer, line = question.answer, question.line
    match answer:
        case doc.Choice(options):
            tasks = (replace(item_of(o.inlines, o.blocks, line), done=solved and o.right) for o in options)
            return (doc.ListBlock(tuple(tasks), line=line),)
        case doc.Matching(pairs):
            left = _marked([item_of(pair.left) for pair in pairs], False, line)
            drawn = [pairs[k] for k in order(answer)]
            right = _marked([item_of(pair.right, pair.blocks) for pair in drawn], True, line)
            return (doc.Columns((left, right), line=line),)
        case doc.Ordering(items):
            return _marked([items[k] for k in order(answer)], True, line)
        case None | doc.Open() | doc.Truth() | doc.Number() | doc.Gaps():
            return ()
        case _:
            assert_never(answer)


def opened(blocks: doc.Blocks) -> doc.Blocks:
    """The blocks with what there is to choose from as blocks of the questions among them, and without their answers."""

    def put(node: Node) -> Node:
        if not isinstance(node, doc.Question) or node.answer is None:
            return node
        return replace(node, inlines=asked(node), blocks=below(node), answer=None, why=())

    return tuple(rewritten(block, put) for block in blocks)


def answered(question: doc.Question) -> doc.Blocks:
    """What answers a question, by the letters of what is shown, with the author's explanation."""
    return (*_in_letters(question), *question.why)


def beneath(question: doc.Question) -> doc.Blocks:
    """What a question that is shown `solved` still has to say: the answers that are not marked in place."""
    marked = isinstance(question.answer, doc.Choice | doc.Truth | doc.Gaps)
    return (*(() if marked else _in_letters(question)), *question.why)


def in_words(question: doc.Question) -> doc.Blocks:
    """The answer in words, without what explains it."""
    match question.answer:
        case None:
            return ()
        case doc.Open(blocks):
            return blocks
        case doc.Choice(options):
            right = [item_of(option.inlines, option.blocks) for option in options if option.right]
            return _list(right) if len(right) > 1 else tuple(block for item in right for block in item.blocks)
        case doc.Truth(true):
            return (doc.Paragraph((doc.Text("true" if true else "false"),)),)
        case doc.Matching(pairs):
            return _list([item_of((*pair.left, doc.Text(_onwards(pair)), *pair.right), pair.blocks) for pair in pairs])
        case doc.Ordering(items):
            return _list(items, ordered=True)
        case doc.Number(said, tolerance):
            return (doc.Paragraph((doc.Text(f"{said} ± {tolerance}" if tolerance else said),)),)
        case doc.Gaps():
            texts = (question.inlines, *(i for b in walk_blocks(question.blocks) for i in block_inlines(b)))
            return (joined([phrase for text in texts for phrase in phrases(text)]),)
        case _:
            assert_never(question.answer)


def _onwards(pair: doc.Pair) -> str:
    """The arrow from what stands first to what belongs to it, which stands to its left from right to left."""
    kinds = (bidirectional(char) for char in plain(pair.left))
    return " ← " if next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L" else " → "


def _in_letters(question: doc.Question) -> doc.Blocks:
    """The answer: by the letters of what is shown where that has letters, else in words."""
    answer, line = question.answer, question.line
    match answer:
        case doc.Matching(pairs):
            shown = order(answer)
            letters = [f"{k + 1} – {_letter(shown.index(k))}" for k in range(len(pairs))]
            return (doc.Paragraph((doc.Text(" · ".join(letters)),), line),)
        case doc.Ordering(items):
            shown = order(answer)
            lines = (_lettered(_letter(shown.index(k)), item) for k, item in enumerate(items))
            points = tuple(item_of(text, blocks, line) for text, blocks in lines)
            return (doc.ListBlock(points, ordered=True, line=line),)
        case None | doc.Open() | doc.Choice() | doc.Truth() | doc.Number() | doc.Gaps():
            return in_words(question)
        case _:
            assert_never(answer)


def order(answer: doc.Matching | doc.Ordering) -> tuple[int, ...]:
    """The order in which things to be matched or put in order are shown: as it was drawn, else as they stand."""
    count = len(answer.pairs) if isinstance(answer, doc.Matching) else len(answer.items)
    return answer.order or tuple(range(count))


def without_answer(question: doc.Question) -> doc.Question:
    """The question as who answers it may see it: what would tell the answer is gone from it, not only hidden."""
    match question.answer:
        case doc.Choice(options):
            return replace(
                question,
                answer=replace(question.answer, options=tuple(replace(o, right=False) for o in options)),
                why=(),
            )
        case doc.Matching() | doc.Ordering() | None:
            return replace(question, why=())
        case doc.Open() | doc.Number() | doc.Gaps() | doc.Truth():
            return replace(question, answer=None, why=())
        case _:
            assert_never(question.answer)


def without_secrets(document: doc.Document) -> doc.Document:
    """The document without answers and without what only the lecturer says, for slides and sheets of students."""

    def put(block: doc.Block) -> doc.Block:
        if isinstance(block, doc.Question):
            return without_answer(block)
        return replace(block, blocks=()) if isinstance(block, doc.Notes) else block

    return only_called(with_blocks(document, put))


def listed(lines: Sequence[doc.Inlines], *, ordered: bool = False) -> doc.Blocks:
    """Some lines as a list; nothing of none."""
    return _list([item_of(line) for line in lines], ordered=ordered)


def item_of(line: doc.Inlines, blocks: doc.Blocks = (), at: int = 0) -> doc.ListItem:
    """A line, unless it is empty, and the blocks below it as the item of a list, read at a line of the source."""
    return doc.ListItem((*((doc.Paragraph(line, at),) if line else ()), *blocks), at)


def _list(items: Sequence[doc.ListItem], *, ordered: bool = False) -> doc.Blocks:
    """Some items as a list; nothing of none."""
    return (doc.ListBlock(tuple(items), ordered),) if items else ()


def joined(lines: Sequence[doc.Inlines]) -> doc.Paragraph:
    """Some lines as one paragraph, each on a line of its own."""
    parts = [(*((doc.LineBreak(),) if index else ()), *line) for index, line in enumerate(lines)]
    return doc.Paragraph(tuple(chain.from_iterable(parts)))


def _marked(items: Sequence[doc.ListItem], letters: bool, line: int) -> doc.Blocks:
    """Items with letters or digits before them, which an answer can name."""
    return (doc.ListBlock(tuple(items), True, line=line, marks="A." if letters else "1."),) if items else ()


def _lettered(mark: str, item: doc.ListItem) -> tuple[doc.Inlines, doc.Blocks]:
    """The line of an item behind a letter, and what stands below it."""
    first = item.blocks[0] if item.blocks else None
    line = first.inlines if isinstance(first, doc.Paragraph) else ()
    rest = item.blocks[1:] if isinstance(first, doc.Paragraph) else item.blocks
    return (doc.Strong((doc.Text(f"{mark}\u2002"),)), *line), rest


def _letter(number: int) -> str:
    return chr(ord("A") + number % 26)

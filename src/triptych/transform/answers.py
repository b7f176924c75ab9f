"""What questions ask and what answers them, as blocks: by their own answer, or by the text that follows."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import assert_never

from triptych.model import document as doc
from triptych.model.queries import block_inlines, plain, walk_blocks
from triptych.model.rewriting import with_inlines
from triptych.model.words import word
from triptych.transform.gaps import blank, phrases, with_blanks

ENOUGH = 40
"""Words of running text from which on no further paragraph is needed to answer a question."""


def has_answer(answer: doc.Answer) -> bool:
    """Whether an answer says what is right."""
    return not isinstance(answer, doc.Choice) or any(option.right for option in answer.options)


def asked_blocks(question: doc.Question) -> tuple[doc.Inlines, doc.Blocks]:
    """What a question asks, and what stands below it: its blocks, and what to choose from in an order of its own."""
    match question.answer:
        case doc.Choice(options):
            return question.inlines, question.blocks + listed([option.inlines for option in options])
        case doc.Matching(pairs):
            right = _sorted([pair.right for pair in pairs])
            return question.inlines, question.blocks + listed([pair.left for pair in pairs]) + listed(right)
        case doc.Ordering(items):
            return question.inlines, question.blocks + listed(_sorted(items))
        case doc.Gaps():
            return with_blanks(question.inlines), _blanked(question.blocks)
        case None | doc.Open() | doc.Truth() | doc.Number():
            return question.inlines, question.blocks
        case _:
            assert_never(question.answer)


def answer_blocks(question: doc.Question, document: doc.Document) -> doc.Blocks:
    """The answer, and what explains it."""
    return said(question, document) + question.why


def said(question: doc.Question, document: doc.Document) -> doc.Blocks:
    """The answer in words, without what explains it."""
    match question.answer:
        case None:
            return ()
        case doc.Open(blocks):
            return blocks
        case doc.Choice(options):
            right = [option.inlines for option in options if option.right]
            return listed(right) if len(right) > 1 else tuple(doc.Paragraph(inlines) for inlines in right)
        case doc.Truth(true):
            return (doc.Paragraph((doc.Text(word(document, "true" if true else "false")),)),)
        case doc.Matching(pairs):
            return listed([(*pair.left, doc.Text(" → "), *pair.right) for pair in pairs])
        case doc.Ordering(items):
            return listed(items, ordered=True)
        case doc.Number(said, tolerance):
            return (doc.Paragraph((doc.Text(f"{said} ± {tolerance}" if tolerance else said),)),)
        case doc.Gaps():
            texts = (question.inlines, *(i for b in walk_blocks(question.blocks) for i in block_inlines(b)))
            return (joined([phrase for text in texts for phrase in phrases(text)]),)
        case _:
            assert_never(question.answer)


def listed(lines: Sequence[doc.Inlines], *, ordered: bool = False) -> doc.Blocks:
    """Some lines as a list; nothing of none."""
    items = tuple(doc.ListItem((doc.Paragraph(line),)) for line in lines)
    return (doc.ListBlock(items, ordered),) if items else ()


def joined(lines: Sequence[doc.Inlines]) -> doc.Paragraph:
    """Some lines as one paragraph, each on a line of its own."""
    parts = [(*((doc.LineBreak(),) if index else ()), *line) for index, line in enumerate(lines)]
    return doc.Paragraph(tuple(chain.from_iterable(parts)))


def _sorted(lines: Sequence[doc.Inlines]) -> list[doc.Inlines]:
    """The lines by their text, or the other way round if that is how they stand: their place shall not tell."""
    found = sorted(lines, key=lambda line: plain(line).casefold())
    return found if found != list(lines) else found[::-1]


def _blanked(blocks: doc.Blocks) -> doc.Blocks:
    """The blocks with each mark as a blank."""

    def put(inline: doc.Inline) -> doc.Inline:
        return blank(inline) if isinstance(inline, doc.Mark) else inline

    document = doc.Document(doc.Meta(), (doc.Section("", (), blocks),))
    return with_inlines(document, put).sections[0].blocks


# --- questions that the text answers ---------------------------------------------------------------


def following(blocks: doc.Blocks, *, summary: bool) -> doc.Blocks:
    """What answers a question that these blocks follow.

    The summary if that may serve; else the first paragraphs, enough of them; else the labels of the points.
    """
    reach = list(_reach(blocks))
    found = next((block for block in reach if isinstance(block, doc.Summary)), None) if summary else None
    if found is not None:
        return found.blocks
    return tuple(_first(reach)) or listed([block.label for block in reach if isinstance(block, doc.KeyPoint)])


def _reach(blocks: doc.Blocks) -> Iterator[doc.Block]:
    """The blocks up to the next question that the text answers; a lecturer's notes are passed over."""
    for block in blocks:
        if isinstance(block, doc.Question) and block.answer is None:
            return
        if not isinstance(block, doc.Notes):
            yield block


def _first(blocks: Sequence[doc.Block]) -> Iterator[doc.Block]:
    """The blocks up to the first that is no running text, or until they say enough."""
    said = 0
    for block in blocks:
        if isinstance(block, doc.KeyPoint | doc.Question | doc.Summary | doc.Break):
            return
        yield block
        texts = [plain(inlines) for inner in walk_blocks((block,)) for inlines in block_inlines(inner)]
        said += sum(len(text.split()) for text in texts) + (ENOUGH if isinstance(block, doc.Code | doc.Formula) else 0)
        if said >= ENOUGH and not (texts and texts[-1].rstrip().endswith(":")):
            return

"""Questions within other blocks, which get no slide of their own: what there is to choose from, notes that answer."""

from typing import Any, get_args

from msgspec.structs import replace

from triptych.languages.words import word
from triptych.model import document as doc
from triptych.model.questions import answered, asked, offered
from triptych.model.walk import has, map_children

_BLOCKS, _INLINES = frozenset(get_args(doc.Block)), frozenset(get_args(doc.Inline))


def with_nested_questions(document: doc.Document) -> tuple[doc.Section, ...]:
    """The sections of a document, each question within another block as the blocks that a slide shows of it."""
    if not has(document, doc.Question):
        return document.sections

    def go(node: Any, within: bool) -> Any:
        if type(node) in _INLINES:
            return node
        if within and isinstance(node, doc.Question) and node.answer is not None:
            node = _opened(node, document)
        return map_children(node, lambda child: go(child, within or type(node) in _BLOCKS))

    return map_children(document, lambda section: go(section, False)).sections  # type: ignore[no-any-return]


def _opened(question: doc.Question, document: doc.Document) -> doc.Question:
    """The question with what there is to choose from below it, and its answer as notes."""
    answer = answered(question)
    head = doc.Paragraph((doc.Strong((doc.Text(word(document, "answer")),)),), question.line)
    notes = (doc.Notes((head, *answer), question.line),) if answer else ()
    blocks = (*question.blocks, *offered(question), *notes)
    return replace(question, inlines=asked(question), blocks=blocks, answer=None, why=())

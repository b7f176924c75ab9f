"""What a place in a document is called where its source has no lines: a paragraph, by its number and first words."""

from collections.abc import Iterable

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.queries import block_inlines, plain, walk_blocks, walk_sections
from triptych.problem import Problem

_WORDS = 6


def placed(problems: Iterable[Problem], document: doc.Document) -> tuple[Problem, ...]:
    """The problems, those of the document with the paragraph that each is in, if it counts paragraphs."""
    problems = tuple(problems)
    if document.counts == "line" or not any(problem.line for problem in problems):
        return problems
    words = _first_words(document)
    return tuple(
        replace(problem, place=_place(problem.line, words))
        if problem.line and not problem.place and problem.path == document.path
        else problem
        for problem in problems
    )


def _place(number: int, words: dict[int, str]) -> str:
    return f'paragraph {number} "{words[number]}"' if words.get(number) else f"paragraph {number}"


def _first_words(document: doc.Document) -> dict[int, str]:
    """The first words of each paragraph, by its number."""
    found: dict[int, str] = {}
    for section in walk_sections(document.sections):
        found.setdefault(section.line, _start(section.title))
        for block in walk_blocks(section.blocks):
            for inlines in block_inlines(block):
                if not found.get(block.line):
                    found[block.line] = _start(inlines)
    for note in document.footnotes:
        for block in walk_blocks(note.blocks):
            for inlines in block_inlines(block):
                found.setdefault(block.line, _start(inlines))
    return found


def _start(inlines: doc.Inlines) -> str:
    words = plain(inlines).split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")

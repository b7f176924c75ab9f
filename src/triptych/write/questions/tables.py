"""Questions as the tables that Kahoot and Quizlet read."""

from collections.abc import Sequence
from typing import assert_never

import msgspec

from triptych.model import document as doc
from triptych.model.questions import asked, has_answer, in_words
from triptych.write.cards.table import hushed
from triptych.write.pptx.workbook import workbook
from triptych.write.questions.parts import said, words_of

LONGEST_QUESTION, LONGEST_ANSWER, MOST_ANSWERS = 120, 75, 4
"""What Kahoot's table takes: https://support.kahoot.com/hc/en-us/articles/115002812547."""
SECONDS = 20.0
_FIRST_ROW = 8
"""The row of the template that has the names of the columns; what stands above it is for people."""
_HEAD = (
    "",
    "Question - max 120 characters",
    *(f"Answer {n} - max 75 characters" for n in range(1, 5)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)


class Table(msgspec.Struct, frozen=True):
    """A table as a file, empty if nothing can stand in it, and the questions that have no place in it."""

    data: bytes
    left: tuple[doc.Question, ...]


def write_kahoot(questions: Sequence[doc.Question], words: tuple[str, str]) -> Table:
    """An .xlsx with the questions to choose from, of two to four answers. `words` are those for true and false.

    What is longer than Kahoot takes is left out rather than cut off.
    """
    rows: list[tuple[str | float | None, ...]] = []
    left = []
    for question in questions:
        row = _row(question, words)
        if row is None:
            left.append(question)
        else:
            rows.append((float(len(rows) + 1), *row))
    above: list[tuple[str | float | None, ...]] = [("",)] * (_FIRST_ROW - 1)
    return Table(workbook([*above, _HEAD, *rows]) if rows else b"", tuple(left))


def _row(question: doc.Question, words: tuple[str, str]) -> tuple[str | float, ...] | None:
    text = said(asked(question), question.blocks)
    match question.answer:
        case doc.Choice(options) if has_answer(question.answer):
            answers = [(said(option.inlines, option.blocks), option.right) for option in options]
        case doc.Truth(true):
            answers = [(words[0], true), (words[1], not true)]
        case None | doc.Choice() | doc.Open() | doc.Matching() | doc.Ordering() | doc.Number() | doc.Gaps():
            return None
        case _:
            assert_never(question.answer)
    fits = len(text) <= LONGEST_QUESTION and all(0 < len(answer) <= LONGEST_ANSWER for answer, _ in answers)
    if not fits or not 2 <= len(answers) <= MOST_ANSWERS:
        return None
    right = ",".join(str(place) for place, (_, true) in enumerate(answers, 1) if true)
    texts = [answer for answer, _ in answers] + [""] * (MOST_ANSWERS - len(answers))
    return (text, *texts, SECONDS, float(right) if right.isdigit() else right)


def write_quizlet(questions: Sequence[doc.Question]) -> Table:
    """A line for each question: what is asked, a tab, and the answer. Nothing in it acts in a spreadsheet."""
    lines, left = [], []
    for question in questions:
        front = said(asked(question), question.blocks)
        back = words_of(in_words(question))
        if front and back:
            lines.append(f"{hushed(front)}\t{hushed(back)}\n")
        else:
            left.append(question)
    return Table("".join(lines).encode(), tuple(left))

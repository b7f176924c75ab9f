"""The questions of a document for learning platforms."""

from typing import get_args

from msgspec.structs import replace

from triptych.languages.words import word
from triptych.model.document import CalloutKind, Question
from triptych.problem import Problem
from triptych.products.made import Made
from triptych.products.plans import Plans
from triptych.transform.exam import versions_of
from triptych.write.questions import write_gift, write_kahoot, write_moodle, write_qti, write_quizlet
from triptych.write.questions.tables import Table

_LISTED = 8


def questions(plans: Plans) -> Made:
    """A file for each platform that is asked for, with the questions of the test; a warning if there are none."""
    document, form = plans.document, plans.forms.questions
    asked = tuple(one.question for one in versions_of(document, replace(plans.forms.test, versions=1))[""])
    if not asked:
        hint = "write a ::: question, number points with labels, or mark ==phrases=="
        return {}, (Problem("warning", "there are no questions to hand on", document.path, hint=hint),)
    title, lang = document.meta.title, document.meta.lang
    called = {kind: word(document, kind) for kind in get_args(CalloutKind)}
    words = (word(document, "true"), word(document, "false"))
    made, said = {}, []
    if form.moodle:
        made["questions-moodle.xml"] = write_moodle(asked, title, plans.pictures, called)
    if form.gift:
        made["questions.gift"] = write_gift(asked, title, plans.pictures, called)
    if form.qti:
        made["questions-qti.zip"] = write_qti(asked, lang, words, plans.pictures, called)
    if form.kahoot:
        table = write_kahoot(asked, words)
        made |= {"questions-kahoot.xlsx": table.data} if table.data else {}
        said += _left(table, len(asked), "Kahoot takes choices of two to four short answers only", document.path)
    if form.quizlet:
        table = write_quizlet(asked)
        made |= {"questions-quizlet.tsv": table.data} if table.data else {}
        said += _left(table, len(asked), "each needs an answer", document.path)
    return made, tuple(said)


def _left(table: Table, count: int, why: str, path: str) -> list[Problem]:
    """A warning for the questions that have no place in a table, with their lines."""
    if not table.left:
        return []
    message = f"{len(table.left)} of {count} questions are not in the table{_lines(table.left)}: {why}"
    return [Problem("warning", message, path)]


def _lines(left: tuple[Question, ...]) -> str:
    lines = sorted({question.line for question in left if question.line})
    shown = ", ".join(map(str, lines[:_LISTED])) + (" …" if len(lines) > _LISTED else "")
    return f" (lines {shown})" if shown else ""

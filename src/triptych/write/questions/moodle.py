"""Questions as Moodle reads them: https://docs.moodle.org/en/Moodle_XML_format."""

import re
from collections.abc import Mapping, Sequence
from typing import assert_never

from triptych.model import document as doc
from triptych.model.picture import Picture
from triptych.model.questions import has_answer
from triptych.write.questions.parts import (
    GAP,
    Writer,
    cdata,
    gaps_of,
    name_of,
    numeric,
    points_of,
    said,
    steps,
    unstarred,
    words_of,
    xml,
)

_CLOZE = re.compile(r'[}#~/"\\=%]')
"""What means something in the answer of a gap (Moodle, "Embedded answers")."""
_SHARES = ("100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10")
"""A right answer's part of all points, for so many right ones: Moodle knows these and no others."""


def write_moodle(
    questions: Sequence[doc.Question],
    title: str,
    pictures: Mapping[str, Picture],
    called: Mapping[doc.CalloutKind, str],
) -> bytes:
    """The questions in a category of the title, in UTF-8."""
    writer = Writer(pictures, called)
    category = f"$course$/{title.replace('/', '//').replace('$', '')}"
    head = f'<question type="category"><category><text>{xml(category)}</text></category></question>\n'
    inside = "".join(_question(question, writer) for question in questions if question.answer)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n{head}{inside}</quiz>\n'.encode()


def _question(question: doc.Question, writer: Writer) -> str:
    kind, text, inside = _answer(question, writer)
    name = f"<name><text>{xml(name_of(question))}</text></name>"
    why = _html("generalfeedback", writer.blocks(question.why))
    grade = "" if kind == "cloze" else f"<defaultgrade>{points_of(question)}</defaultgrade>"
    return f'<question type="{kind}">\n{name}\n{_html("questiontext", text)}\n{why}\n{grade}{inside}\n</question>\n'


def _html(tag: str, html: str, more: str = "") -> str:
    return f'<{tag}{more} format="html"><text>{cdata(html)}</text></{tag}>'


def _answer(question: doc.Question, writer: Writer) -> tuple[str, str, str]:
    """The type of a question, its text, and what else it has."""
    text, answer = writer.asked(question), question.answer
    match answer:
        case doc.Choice(options):
            return ("multichoice", text, _options(answer, writer)) if has_answer(answer) else _essay(text, "", options)
        case doc.Truth(true):
            words = (("true", true), ("false", not true))
            return "truefalse", text, "".join(_fraction(word, "100" if right else "0") for word, right in words)
        case doc.Matching(pairs):
            found = [(writer.inlines(p.left), said(p.right, p.blocks)) for p in pairs]
            return "matching", text, _pairs(found)
        case doc.Ordering():
            return "matching", text, _pairs([(writer.blocks(blocks), str(place)) for blocks, place in steps(answer)])
        case doc.Number():
            if number := numeric(answer):
                right = f'<answer fraction="100"><text>{number.value}</text><tolerance>{number.tolerance}</tolerance>'
                return "numerical", text, f"{right}</answer>"
            return "shortanswer", text, f"<usecase>0</usecase>{_fraction(unstarred(answer.said), '100')}"
        case doc.Gaps():
            return "cloze", _embedded(text, gaps_of(question)), ""
        case doc.Open(blocks):
            return _essay(text, writer.blocks(blocks))
        case None:
            return _essay(text, "")
        case _:
            assert_never(answer)


def _essay(text: str, answer: str, options: Sequence[doc.Option] = ()) -> tuple[str, str, str]:
    listed = "".join(f"<li>{xml(said(option.inlines))}</li>" for option in options)
    return "essay", text + (f"<ul>{listed}</ul>" if listed else ""), _html("graderinfo", answer)


def _options(answer: doc.Choice, writer: Writer) -> str:
    right = sum(option.right for option in answer.options)
    share = _SHARES[right - 1] if right <= len(_SHARES) else "5"
    wrong = f"-{share}" if right > 1 else "0"
    inside = "".join(
        _html(
            "answer", writer.inlines(o.inlines) + writer.blocks(o.blocks), f' fraction="{share if o.right else wrong}"'
        )
        for o in answer.options
    )
    shuffle = "false" if answer.fixed else "true"
    return f"<single>{str(right == 1).lower()}</single><shuffleanswers>{shuffle}</shuffleanswers>{inside}"


def _pairs(pairs: Sequence[tuple[str, str]]) -> str:
    inside = "".join(
        f'<subquestion format="html"><text>{cdata(left)}</text><answer><text>{xml(right)}</text></answer></subquestion>'
        for left, right in pairs
    )
    return f"<shuffleanswers>true</shuffleanswers>{inside}"


def _fraction(text: str, fraction: str) -> str:
    return f'<answer fraction="{fraction}" format="moodle_auto_format"><text>{xml(text)}</text></answer>'


def _embedded(html: str, gaps: Sequence[str]) -> str:
    """The text with a field for each blank; nothing else in it is taken for one."""
    parts = html.replace("{", "&#123;").split(GAP)
    out = parts[0]
    for place, part in enumerate(parts[1:]):
        hidden = unstarred(_CLOZE.sub(lambda match: f"\\{match[0]}", xml(gaps[place]))) if place < len(gaps) else "*"
        out += f"{{1:SHORTANSWER:={hidden}}}{part}"
    return out


__all__ = ["words_of", "write_moodle"]

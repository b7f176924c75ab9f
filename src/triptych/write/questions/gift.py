"""Questions in GIFT, which many platforms read: https://docs.moodle.org/en/GIFT_format."""

import re
from collections.abc import Mapping, Sequence
from typing import assert_never

from triptych.model import document as doc
from triptych.model.picture import Picture
from triptych.model.questions import has_answer
from triptych.write.questions.parts import GAP, Writer, gaps_of, name_of, numeric, said, steps, unstarred, words_of

_SPECIAL = re.compile(r"([\\~=#{}:])")
"""What means something in GIFT; a backslash before it takes the meaning away."""


def write_gift(
    questions: Sequence[doc.Question],
    title: str,
    pictures: Mapping[str, Picture],
    called: Mapping[doc.CalloutKind, str],
) -> bytes:
    """The questions in a category of the title, each a paragraph, in UTF-8."""
    writer = Writer(pictures, called)
    category = " ".join(title.replace("/", "//").split())
    found = [_question(question, writer) for question in questions if question.answer]
    return "\n\n".join((f"$CATEGORY: {category}", *found, "")).encode()


def _question(question: doc.Question, writer: Writer) -> str:
    html = writer.asked(question)
    why = f"####{_text('[html]' + writer.blocks(question.why))}" if question.why else ""
    return f"::{_text(name_of(question))}::[html]{_body(html, question, why, writer)}"


def _body(html: str, question: doc.Question, why: str, writer: Writer) -> str:
    answer = question.answer
    match answer:
        case doc.Choice():
            inside = _options(answer, writer) if has_answer(answer) else ""
        case doc.Truth(true):
            inside = "T" if true else "F"
        case doc.Matching(pairs):
            inside = _pairs([(said(pair.left), said(pair.right, pair.blocks)) for pair in pairs])
        case doc.Ordering():
            inside = _pairs([(words_of(blocks), str(place)) for blocks, place in steps(answer)])
        case doc.Number():
            number = numeric(answer)
            inside = f"#{number.value}:{number.tolerance}" if number else _typed(answer.said)
        case doc.Gaps():
            return _gaps(html, gaps_of(question), why)
        case doc.Open(blocks):
            why = f"####{_text(f'[html]{writer.blocks(blocks)}{writer.blocks(question.why)}')}"
            inside = ""
        case None:
            inside = ""
        case _:
            assert_never(answer)
    return f"{_text(html)}{{{inside}{why}}}"


def _options(answer: doc.Choice, writer: Writer) -> str:
    right = sum(option.right for option in answer.options)
    share = f"{100 / right:.5f}".rstrip("0").rstrip(".")
    lines = []
    for option in answer.options:
        text = _text("[html]" + writer.inlines(option.inlines) + writer.blocks(option.blocks))
        mark = ("=" if option.right else "~") if right == 1 else f"~%{'' if option.right else '-'}{share}%"
        lines.append(f"\n{mark}{text}")
    return "".join(lines) + "\n"


def _pairs(pairs: Sequence[tuple[str, str]]) -> str:
    inside = (f"\n={_text(_no_arrow(left))} -> {_text(_no_arrow(right))}" for left, right in pairs)
    return "".join(inside) + "\n"


def _no_arrow(text: str) -> str:
    return text.replace("->", "→") or "…"


def _gaps(html: str, gaps: Sequence[str], why: str) -> str:
    """One gap is filled where it stands; several are numbered, and each number is matched with its words."""
    parts = html.split(GAP)
    if len(parts) == 2 and len(gaps) == 1:
        return f"{_text(parts[0])}{{{_typed(gaps[0])}{why}}}{_text(parts[1])}"
    text = parts[0] + "".join(f"({place}) ____{part}" for place, part in enumerate(parts[1:], 1))
    return f"{_text(text)}{{{_pairs([(f'({place})', gap) for place, gap in enumerate(gaps, 1)])}{why}}}"


def _typed(text: str) -> str:
    """The right answer where one is typed in. A percent sign at its start would begin what it is worth: all, then."""
    return f"={'%100%' if text.startswith('%') else ''}{_text(unstarred(text))}"


def _text(text: str) -> str:
    """A text in which nothing means anything, on one line: a blank one would end the question."""
    return _SPECIAL.sub(r"\\\1", text).replace("\r", "").replace("\n", "\\n")

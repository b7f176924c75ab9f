"""What is done grows as a text does. Calls are counted, not seconds: those would say how busy the machine is."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from reading import read, rewritten

from triptych.plan.deck.spoken import joined
from triptych.plan.deck.units import units
from triptych.plan.handout.running_header import clipped
from triptych.text.fonts import Face
from triptych.text.lines import Span, Style, break_lines
from triptych.text.shape import word_width
from triptych.weigh import choose, weigh

MOST = 2.3
"""Times as many calls for twice the text."""


def calls(job: Callable[[], object]) -> int:
    """How many functions are called by a job, ours and Python's."""
    count = 0

    def seen(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        job()
    finally:
        sys.setprofile(None)
    return count


def _choosing(count: int) -> Callable[[], object]:
    statements = weigh(rewritten("# L\n\n" + "".join(f"- item {n} of it\n" for n in range(count)))).statements
    return lambda: choose(statements, 10 * count)


def _dividing(count: int) -> Callable[[], object]:
    style = Style(Face("Noto Sans"), 11.0, "000000")
    spans = (Span("ab\u00ad" * count, style),)
    return lambda: break_lines(spans, 200.0, lambda text, face: sum(word_width(sign, face) for sign in text))


def _joining(count: int) -> Callable[[], object]:
    blocks = rewritten("# L\n\n" + "".join(f"Sentence {n} ends. " for n in range(count)) + "\n").sections[0].blocks
    every = units(blocks, "en")
    return lambda: joined(every, "en")


def _opening(count: int) -> Callable[[], object]:
    text = "# H\n\n" + "<div>\n\nx\n\n</p>\n\n" * count
    return lambda: read(text)


def _comparing(count: int) -> Callable[[], object]:
    document = rewritten("# T\n\n" + "All rivers carry some sand to the sea. " * count + "\n")
    return lambda: choose(weigh(document).statements, 2 * count)


@pytest.mark.parametrize(
    ("kind", "size"), [(_choosing, 200), (_dividing, 1000), (_joining, 200), (_opening, 150), (_comparing, 200)]
)
def test_twice_the_text_is_twice_the_work(kind: Callable[[int], Callable[[], object]], size: int) -> None:
    kind(size // 4)()  # what is loaded and kept once is no work of a text
    once, twice = calls(kind(size)), calls(kind(2 * size))
    assert twice <= MOST * once


def test_a_running_header_takes_as_long_for_any_title() -> None:
    once, more = (calls(lambda n=n: clipped("w " * n, Face("Noto Sans"), 60.0)) for n in (300, 9000))
    assert more <= 1.1 * once

"""What is done grows as a text does. Calls and lines are counted, not seconds, which a busy machine has more of."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from documents import theme
from reading import read, rewritten

from triptych.model.forms import PAPERS
from triptych.plan.cheat_sheet import plan_cheat_sheet
from triptych.plan.deck.spoken import joined
from triptych.plan.deck.units import units
from triptych.plan.handout import plan_handout
from triptych.plan.handout.running_header import clipped
from triptych.text.fonts import Face
from triptych.text.lines import break_lines
from triptych.text.shape import word_width
from triptych.text.spans import Span, Style
from triptych.weigh import choose, weigh
from triptych.write.pdf import write_pages

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


def lines(job: Callable[[], object]) -> int:
    """How many lines of ours and of Python are run by a job, each round of a loop counted."""
    count = 0

    def seen(frame: FrameType, event: str, argument: object) -> object:
        nonlocal count
        count += event == "line"
        return seen

    before = sys.gettrace()
    sys.settrace(seen)  # type: ignore[arg-type]
    try:
        job()
    finally:
        sys.settrace(before)
    return count


def searches(job: Callable[[], object]) -> int:
    """How often a job lets a regular expression search a text."""
    count = 0

    def seen(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event == "c_call" and getattr(argument, "__name__", "") == "search"

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


def _defining(count: int) -> Callable[[], object]:
    text = "# H\n\n" + "\\newcommand{\\a}{b}\n" * count
    return lambda: read(text)


def _leaving_definitions_open(count: int) -> Callable[[], object]:
    text = "# H\n\n" + "\\newcommand{\\a}{\n" * count
    return lambda: read(text)


def _entitling(count: int) -> Callable[[], object]:
    document, look = rewritten(f"---\ntitle: {'word ' * count}\n---\n\n# H\n\nx\n"), theme()
    return lambda: plan_handout(document, look, {}, PAPERS["a4"])


def _linking(count: int) -> Callable[[], object]:
    address = "https://example.org/" + "a" * count
    pages = plan_handout(rewritten(f"# H\n\n<{address}>\n"), theme(), {}, PAPERS["a4"])
    return lambda: write_pages(pages)


def _coding(count: int) -> Callable[[], object]:
    text = "Title\n\n" + "so it is here\n    print(x)\n" * count
    return lambda: read(text, "a.txt")


@pytest.mark.parametrize(
    ("kind", "size"),
    [
        (_coding, 100),
        (_choosing, 200),
        (_dividing, 1000),
        (_joining, 200),
        (_opening, 150),
        (_comparing, 200),
        (_defining, 50),
        (_leaving_definitions_open, 150),
        (_entitling, 3000),
        (_linking, 5000),
    ],
)
def test_twice_the_text_is_twice_the_work(kind: Callable[[int], Callable[[], object]], size: int) -> None:
    kind(size // 4)()  # what is loaded and kept once is no work of a text
    once, twice = calls(kind(size)), calls(kind(2 * size))
    assert twice <= MOST * once


def _greek_or_not(count: int) -> Callable[[], object]:
    document, look = rewritten("# S\n\n" + "word, " * count + "end;\n"), theme()
    return lambda: plan_cheat_sheet(document, look, PAPERS["a4"])


def _tables(count: int) -> Callable[[], object]:
    text = "# T\n\n" + "<table><tr><td>" * count + "\n"
    return lambda: read(text)


def _asking(count: int) -> Callable[[], object]:
    document, look = rewritten("# S\n\n" + "What? " * count + "\n"), theme()
    return lambda: plan_cheat_sheet(document, look, PAPERS["a4"])


@pytest.mark.parametrize(("kind", "size"), [(_tables, 300), (_asking, 200), (_greek_or_not, 2000)])
def test_twice_the_text_is_twice_the_rounds(kind: Callable[[int], Callable[[], object]], size: int) -> None:
    kind(size // 4)()
    once, twice = lines(kind(size)), lines(kind(2 * size))
    assert twice <= MOST * once


def test_the_front_matter_is_not_searched_for_each_of_its_keys() -> None:
    few, many = ("---\n" + "".join(f"key{n}: word\n" for n in range(count)) + "---\n\nx\n" for count in (10, 200))
    read(few)
    assert searches(lambda: read(many)) <= searches(lambda: read(few)) + 10


def test_a_running_header_takes_as_long_for_any_title() -> None:
    once, more = (calls(lambda n=n: clipped("w " * n, Face("Noto Sans"), 60.0)) for n in (300, 9000))
    assert more <= 1.1 * once

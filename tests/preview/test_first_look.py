"""A first look at a long document: one section is planned alone, and the whole has the last word."""

import re
from pathlib import Path

import pytest

from triptych.build import Options, Source
from triptych.preview import planning
from triptych.preview.first_look import Section, alone, edited
from triptych.preview.pictures import Pictures
from triptych.preview.planning import Kept, plan
from triptych.preview.state import State

SOURCE = Source(Path("a.md"), "a.md", "a")
SECTION = """# Part {n}

{filler}

1. **First of {n}**: A river in region {n} flows fast. Nobody knew why until 19{n}. They measured it again and again.
2. **Second of {n}**: A lake in region {n} is deep. Its water is cold and clear. People fish there in winter.

| River | Length |
|-------|--------|
| One   | {n}    |
"""
WORDS = ["hills", "roads", "towns", "farms", "mines", "clouds", "winds", "seas", "woods", "bridges", "ships", "trains"]


def filler(n: int) -> str:
    """Sentences, each of its own."""
    what = WORDS[n % 12]
    return " ".join(
        f"In {1700 + 7 * k + n} the {WORDS[(k * n) % 12]} of {WORDS[k % 12]} {n} were {k * n} miles from {what}."
        for k in range(30)
    )


TEXT = "---\ntitle: Long\n---\n\n" + "\n".join(SECTION.format(n=n, filler=filler(n)) for n in range(10, 20))


@pytest.fixture
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """A first look is taken however fast the whole is planned."""
    monkeypatch.setattr(planning, "SOON", 0.0)


def steps(before: str, after: str) -> tuple[State, list[State], list[list[str]]]:
    """What is shown of a text, all that is shown in turn after it was edited, and the slides of each as pictures."""
    kept, seen, drawn = Kept(), list[State](), list[list[str]]()

    def tell(state: State) -> None:
        seen.append(state)
        drawn.append([kept.pictures.svg(view.key) or "" for view in state.panels[0].views])

    state = plan(before.encode(), SOURCE, Options(), kept, State(), lambda _: None)
    tell(plan(after.encode(), SOURCE, Options(), kept, state, tell))
    return state, seen, drawn


@pytest.mark.usefixtures("always")
@pytest.mark.parametrize(
    ("part", "old", "new", "shown"),
    [
        (14, "A lake in region 14 is deep.", "A lake in region 14 is unplumbed.", "unplumbed"),
        (17, "**First of 17**", "**Foremost of 17**", "Foremost"),
        (15, "| One   | 15    |", "| One   | 15    |\n| Twenty | 16    |", "Twenty"),
        (19, "| One   | 19    |\n", "| One   | 19    |\n\n3. **Third of all**: A hill is high.\n", "Third of all"),
    ],
)
def test_the_section_that_was_edited_is_shown_at_once_among_what_was_there(
    part: int, old: str, new: str, shown: str
) -> None:
    text = TEXT.replace(old, new)
    before, (first, *_, last), (drawn, *_, whole) = steps(TEXT, text)
    assert (first.standing, last.standing) == ("working", "shown")
    there = {view.key for view in before.panels[0].views}
    fresh = [view for view in first.panels[0].views if view.key not in there]
    begin = text.split("\n").index(f"# Part {part}") + 1
    assert fresh
    assert all(begin <= view.line <= begin + SECTION.count("\n") + new.count("\n") for view in fresh)
    assert first.panels[1:] == before.panels[1:]
    assert any(shown in svg for svg in drawn)
    assert any(shown in svg for svg in whole)


RICH = """
![A map of {n}](map.png){{#fig:map{n}}}

As @fig:map{n} shows, water flows.[^note{n}] See also the foot.^[A foot of {n}.]

[^note{n}]: A note on {n}.

## Overview

What is said of {n}.
"""


def handouts(before: str, after: str) -> tuple[list[str], list[str]]:
    """The pages of the handout as pictures: the first that are shown after an edit, and those of the whole."""
    kept, seen = Kept(), list[list[str]]()

    def drawn(state: State) -> list[str]:
        return [kept.pictures.svg(view.key) or "" for view in state.panels[1].views]

    state = plan(before.encode(), SOURCE, Options(), kept, State(), lambda _: None)
    old = drawn(state)
    state = plan(after.encode(), SOURCE, Options(), kept, state, lambda state: seen.append(drawn(state)))
    return next(pages for pages in seen if pages != old), drawn(state)


@pytest.mark.usefixtures("always")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("What is said of 14.", "What is told of 14."),
        ("What is said of 14.", "What is said of 14, at more length than before.\n\n" + "More is said. " * 80),
        ("A note on 14.", "Another note on 14."),
        ("See also the foot.^[A foot of 14.]", "See also nothing."),
        ("As @fig:map14 shows", "As @fig:map14 and @fig:map11 show, with a note,^[A new one.] in turn"),
        ("## Overview\n\nWhat is said of 14.", "## Overview of it\n\nWhat is said of 14."),
        ("[^note14]: A note on 14.", "[^note14]: A note on 14, which calls ^[another one] in turn."),
    ],
)
def test_the_handout_is_shown_before_the_whole_is_planned_and_as_it_will_be(old: str, new: str) -> None:
    parts = [SECTION.format(n=n, filler=filler(n)) + RICH.format(n=n) for n in range(10, 20)]
    text = "---\ntitle: Long\n---\n\n" + "\n".join(parts)
    assert text.count(old) == 1
    first, whole = handouts(text, text.replace(old, new))
    changed = [number for number, (one, two) in enumerate(zip(first, whole, strict=False)) if _said(one) != _said(two)]
    assert changed == []
    assert len(first) == len(whole)


def _said(page: str) -> str:
    """What is on a page, but the numbers of the slides that stand beside it: these are known later."""
    return re.sub(r"Slide \d+", "Slide", " ".join(re.findall(r"<desc[^>]*>([^<]*)", page)))


@pytest.mark.usefixtures("always")
def test_the_whole_has_the_last_word() -> None:
    text = TEXT.replace("A lake in region 14 is deep.", "A lake in region 14 is unplumbed.")
    kept = Kept()
    new = plan(text.encode(), SOURCE, Options(), kept, State(), lambda _: None)
    *_, (*_, whole) = steps(TEXT, text)
    assert whole == [kept.pictures.svg(view.key) for view in new.panels[0].views]


@pytest.mark.usefixtures("always")
@pytest.mark.parametrize("text", ["", "---\ntitle: Long\n---\n", "# Part 10\n"])
def test_a_document_that_was_broken_is_shown_whole(text: str) -> None:
    _, (*_, last), _ = steps(TEXT, text)
    assert last.standing in ("broken", "shown")
    assert last.panels


def test_short_documents_are_planned_at_once() -> None:
    assert planning.SOON > 0.1
    kept, seen = Kept(), list[State]()
    state = plan(b"# A\n\nA text.\n", SOURCE, Options(), kept, State(), lambda _: None)
    kept.seconds = 0.05
    plan(b"# A\n\nAnother text.\n", SOURCE, Options(), kept, state, seen.append)
    assert len(seen) == 3  # deck, handout, cheat sheet


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ("h\n\n# A\na\n# B\nb\n", None),  # nothing
        ("h\n\n# A\nx\n# B\nb\n", Section(3, 5, 5)),
        ("h\n\n# A\na\ny\nz\n# B\nb\n", Section(3, 5, 7)),
        ("h\n\n# A\n# B\nb\n", Section(3, 5, 4)),
        ("h\n\n# A\na\n# B\nx\n", Section(5, 8, 8)),
        ("h\n\n# A\na\n# B\nb\nx\n", Section(5, 8, 9)),
        ("h\n\n# X\na\n# B\nb\n", None),  # a heading
        ("x\n\n# A\na\n# B\nb\n", None),  # what stands above
        ("h\n\n# A\nx\n# B\nx\n", None),  # two sections
    ],
)
def test_the_section_that_was_edited_is_found(new: str, found: Section | None) -> None:
    assert edited(["h", "", "# A", "a", "# B", "b", ""], new.split("\n"), [3, 5]) == found


def test_a_section_alone_keeps_its_lines_and_what_it_refers_to() -> None:
    notes = ["[^1]: A note.[^3]", "[^2]: Nobody calls it.", "[^3]: Another.", "[a]: b.html", "*[HTML]: A language."]
    lines = ["---", "title: T", "---", "# A", "a[^2]", *notes, "# B", "b[^1]", "# C", "c"]
    text = alone(lines, Section(11, 13, 13), 4)
    kept = [notes[0], "", *notes[2:]]
    assert text.split("\n") == ["---", "title: T", "---", "", "", *kept, "# B", "b[^1]", "", ""]


def test_a_picture_that_is_no_longer_shown_is_told_from_one_that_never_was() -> None:
    pictures = Pictures()
    moment, last = pictures.key("a", lambda: "<svg a>"), pictures.key("b", lambda: "<svg b>")
    pictures.only([last])
    assert [pictures.svg(key) for key in (moment, last)] == ["", "<svg b>"]
    assert [pictures.svg(key) for key in ("0", "3", "9" * 5000, "b", "²")] == [None] * 5


def test_a_planning_that_is_overtaken_ends_before_its_next_step() -> None:
    asked = 0

    def stale() -> bool:
        nonlocal asked
        asked += 1
        return asked > 2

    kept, seen = Kept(), list[State]()
    state = plan(TEXT.encode(), SOURCE, Options(), kept, State(title="Old"), seen.append, stale)
    assert (state.standing, state.title, state.panels) == ("working", "Old", ())
    assert seen == []
    assert kept.before is None
    assert plan(TEXT.encode(), SOURCE, Options(), kept, state, seen.append).standing == "shown"

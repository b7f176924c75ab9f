"""Where sentences end, and where they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triptych.model.document import CodeSpan, Emphasis, Inlines, Link, Strong, Text
from triptych.model.queries import plain
from triptych.weigh.sentences import cut, sentences, strip


def cut_up(text: str) -> list[str]:
    return [plain(part) for part in sentences((Text(text),))]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Hjulström measured it.",
        "It is cold, e.g. in Oslo.",
        "John F. Kennedy met Khrushchev in Vienna.",
        "See Fig. 3 and pp. 4 ff.",
        "Pi is 3.14 and e is 2.718.",
        "Das gilt z.B. Im Winter nicht",
        "The file is called a.txt and b.md",
        "1. Text that begins with a number",
    ],
)
def test_a_stop_that_ends_nothing(text: str) -> None:
    assert cut_up(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Why? Because! So… Yes.", ["Why?", "Because!", "So…", "Yes."]),
        ('He said: "Go." Then he went.', ['He said: "Go."', "Then he went."]),
        ("It ended in 1945. The war was over.", ["It ended in 1945.", "The war was over."]),
        ("(He left.) She stayed.", ["(He left.)", "She stayed."]),
        ("¿Qué? ¡Nada!", ["¿Qué?", "¡Nada!"]),
        ("第一句。第二句！", ["第一句。", "第二句！"]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert cut_up(text) == parts


def test_marks_of_text_are_cut_with_it() -> None:
    inlines: Inlines = (Strong((Text("One. Tw"),)), Link((Text("o. Thr"),), "x"), Text("ee."))
    assert sentences(inlines) == (
        (Strong((Text("One. "),)),),
        (Strong((Text("Tw"),)), Link((Text("o. "),), "x")),
        (Link((Text("Thr"),), "x"), Text("ee.")),
    )


_leaf = st.one_of(st.text("ab. ?", min_size=1).map(Text), st.text("ab. ", min_size=1).map(CodeSpan))
_inlines = st.lists(
    st.one_of(_leaf, st.lists(_leaf).map(tuple).map(Strong), st.lists(_leaf).map(tuple).map(Emphasis))
).map(tuple)  # fmt: skip


@given(_inlines)
def test_no_letter_is_lost(inlines: Inlines) -> None:
    parts = sentences(inlines)
    assert "".join("".join(plain(part).split()) for part in parts) == "".join(plain(inlines).split())


@given(_inlines, st.integers(-1, 40))
def test_what_is_cut_is_the_whole(inlines: Inlines, offset: int) -> None:
    head, tail = cut(inlines, offset)
    assert plain(head) + plain(tail) == plain(inlines)


@given(_inlines)
def test_strip_takes_only_space(inlines: Inlines) -> None:
    assert plain(strip(inlines)).strip() == plain(inlines).strip()

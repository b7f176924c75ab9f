"""Attributes in braces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triptych.model.document import NO_ATTRIBUTES, Attributes
from triptych.read.markdown.attributes import cut_trailing, merge, parse_attributes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{#id}", Attributes("id")),
        ("{.a .b-c}", Attributes("", ("a", "b-c"))),
        ("{#größe .a k=v}", Attributes("größe", ("a",), (("k", "v"),))),
        ("""{k="a b" l='c d' m=50%}""", Attributes("", (), (("k", "a b"), ("l", "c d"), ("m", "50%")))),
        ("{: .x}", Attributes("", ("x",))),
        ("{#a.b}", Attributes("a", ("b",))),
        ("{-}", Attributes("", ("unnumbered",))),
        ("{}", None),
        ("{a}", None),
        ("{a b=c}", None),
        ("{.1a}", None),
        ("{.a", None),
    ],
)
def test_parsing(text: str, expected: Attributes | None) -> None:
    assert parse_attributes(text) == expected


@pytest.mark.parametrize(
    ("text", "rest", "classes"),
    [
        ("text {.a}", "text", ("a",)),
        ("text\n{.a}", "text", ("a",)),
        ("{.a}", "", ("a",)),
        ("![x](y){.a}", "![x](y){.a}", ()),
        ("f{.a}", "f{.a}", ()),
        ("text {.a} more", "text {.a} more", ()),
    ],
)
def test_cutting(text: str, rest: str, classes: tuple[str, ...]) -> None:
    assert cut_trailing(text) == (rest, Attributes(classes=classes))


def test_merging() -> None:
    first, second = Attributes("a", ("x", "y"), (("k", "1"),)), Attributes("b", ("y", "z"), (("k", "2"),))
    assert merge(first, second) == Attributes("b", ("x", "y", "z"), (("k", "2"),))
    assert merge(first, NO_ATTRIBUTES) == merge(NO_ATTRIBUTES, first) == first


@given(st.text(st.sampled_from("{}#.:=-\"' ab1")))
def test_any_text_is_cut_only_at_its_end(text: str) -> None:
    rest, attributes = cut_trailing(text)
    assert text.startswith(rest)
    assert attributes != NO_ATTRIBUTES or rest == text

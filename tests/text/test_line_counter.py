"""Lines that are counted are those that would be broken."""

from hypothesis import given, settings
from hypothesis import strategies as st

from triptych.model.theme import Face
from triptych.text.atoms import parts_of
from triptych.text.line_counter import LineCounter
from triptych.text.line_counts import count_lines, is_loose, lines_unless_loose
from triptych.text.lines import break_lines
from triptych.text.spans import Span, Style

WORDS = [
    "a", "history", "internationalization", "self-evident", "extra\u00adordinary", "Europe,", "https://example.org/a/b",
    "ab\u00ad" * 20 + "c", "internationalization" * 8,
]  # fmt: skip
FACES = [Face("Source Sans 3"), Face("Source Sans 3", bold=True)]
TEXTS = st.lists(st.sampled_from([*WORDS, "\n", ""]), max_size=40).map(" ".join)
SPANS = st.lists(
    st.builds(
        lambda text, face, hyphens: Span(text, Style(face, 1.0, "#000000", hyphens=hyphens)),
        TEXTS, st.sampled_from(FACES), st.sampled_from(["", "en", "de"]),
    ),
    max_size=4,
)  # fmt: skip
WIDTHS = st.floats(0.5, 40.0)


@settings(deadline=None)
@given(SPANS, st.lists(WIDTHS, min_size=1, max_size=6))
def test_as_many_lines_are_counted_as_are_broken_in_any_width(spans: list[Span], widths: list[float]) -> None:
    counter = LineCounter(spans)
    assert [counter.count(width) for width in widths] == [len(break_lines(spans, width)) for width in widths]


@settings(deadline=None)
@given(SPANS, WIDTHS)
def test_lines_are_counted_and_found_to_be_loose_in_one_go(spans: list[Span], width: float) -> None:
    parts = parts_of(spans)
    if all(solid <= width for solid, _, _ in parts):
        assert lines_unless_loose(parts, width) == (0 if is_loose(parts, width) else count_lines(parts, width))


def test_words_are_divided_where_lines_would_be_loose() -> None:
    counts = {}
    for hyphens in ("", "en"):
        spans = [Span(" ".join(["internationalization"] * 6), Style(FACES[0], 1.0, "#000000", hyphens=hyphens))]
        counts[hyphens] = LineCounter(spans).count(13.0)
    assert counts == {"": 6, "en": 5}

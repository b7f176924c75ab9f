"""A process that builds again: what has not changed is not made anew, and what is kept is bounded."""

import gc
from functools import _lru_cache_wrapper
from pathlib import Path

import pytest

from triptych.build import Options, Source, build
from triptych.text import formula
from triptych.text.shape import word_width
from triptych.write.pptx import ink

TEXT = """---
title: Of {0}
---

# The {0} of it

A {0} is what [{1}]{{.key}} says of {2} in 1848, and $\\frac{{{3}}}{{2}}$ is half of it.

- {2}: the first
- {1}: the second

$$\\int_0^1 {3}^2\\,d{3} = \\sqrt{{{3}}}$$

## More of {2}

| {0} | {1} |
|-----|-----|
| {2} | 42  |
"""
FIRST, SECOND = ("apples", "kernels", "orchards", "x"), ("laps", "elk", "rash", "y")
"""Words of the same letters, so that what is kept of letters alone is there already."""


def built(words: tuple[str, ...], folder: Path, name: str) -> dict[str, bytes]:
    path = folder / "document.md"
    path.write_text(TEXT.format(*words), encoding="utf-8")
    result = build(Source(path, "document.md", "document"), folder / name, Options())
    assert not result.failed
    return {file.name: file.read_bytes() for file in result.files}


def kept() -> dict[str, int]:
    """How much each function without a bound keeps of what it was asked."""
    functions = [item for item in gc.get_objects() if isinstance(item, _lru_cache_wrapper)]
    ours = [item for item in functions if item.__module__.startswith("triptych.")]
    return {f"{f.__module__}.{f.__name__}": f.cache_info().currsize for f in ours if f.cache_info().maxsize is None}


def test_the_second_build_is_the_same_and_draws_no_formula_again(tmp_path: Path) -> None:
    once = built(FIRST, tmp_path, "one")
    before = (formula.drawn.cache_info().misses, ink.picture_of.cache_info().misses, word_width.cache_info().misses)
    assert built(FIRST, tmp_path, "two") == once
    after = (formula.drawn.cache_info().misses, ink.picture_of.cache_info().misses, word_width.cache_info().misses)
    assert after == before


def test_what_is_kept_without_a_bound_does_not_grow_with_words(tmp_path: Path) -> None:
    built(FIRST, tmp_path, "one")
    before = kept()
    built(SECOND, tmp_path, "two")
    assert len(before) > 20
    assert {name: size for name, size in kept().items() if size > before.get(name, 0)} == {}


def test_words_beyond_the_bound_are_measured_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    from triptych.model.theme import Face
    from triptych.text import word_widths
    from triptych.text.lines import break_lines
    from triptych.text.spans import Span, Style

    style = Style(Face("Arimo"), 10.0, "000000")
    texts = [" ".join(f"word{number}" for number in range(start, start + 9)) for start in range(0, 90, 9)]
    wide = [break_lines([Span(text, style)], 100.0) for text in texts]
    monkeypatch.setattr(word_widths, "MOST_WORDS", 4)
    assert [break_lines([Span(text, style)], 99.99999) for text in texts] == wide

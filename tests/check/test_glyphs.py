"""Characters that no font has are named wherever they are drawn."""

import pytest
from documents import theme
from reading import rewritten

from triptych.check.glyphs import missing_glyphs

RARE = "\U0010fffd"
"""A character of private use, which no font has."""


def lines(text: str) -> list[int]:
    return [problem.line for problem in missing_glyphs(rewritten(text), theme())]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"---\ntitle: a {RARE}\n---\n\n# A\n", 1),
        (f"---\nsubtitle: a {RARE}\n---\n\n# A\n", 1),
        (f"---\nauthor: A {RARE}\n---\n\n# A\n", 1),
        (f"---\nfooter: a {RARE}\n---\n\n# A\n", 1),
        (f"# A {RARE}\n", 1),
        (f"# A\n\nText.[^1]\n\n[^1]: A {RARE}.\n", 5),
        (f"# A\n\nText `{RARE}`.\n", 3),
        (f"# A\n\n```\n{RARE}\n```\n", 3),
        (f'# A\n\n![x](x.png "A {RARE}")\n', 3),
        (f"# A\n\n| a |\n|---|\n| {RARE} |\n\n: Caption\n", 5),
        (f"# A\n\n::: question\nWhich?\n\n- [x] {RARE}\n- [ ] b\n:::\n", 3),
        (f"# A\n\n::: question\nWhy?\nanswer: for {RARE}\n:::\n", 5),
        (f"# A\n\nTerm\n: Its {RARE} meaning.\n", 4),
        (f"# A\n\n> A\n\n[]{{}}\n\n- a\n\n  - {RARE}\n", 9),
    ],
)
def test_a_character_without_a_glyph_is_told_with_its_line(text: str, line: int) -> None:
    assert lines(text) == [line]


def test_what_is_only_read_out_needs_no_glyph() -> None:
    assert lines(f"# A\n\n![a {RARE}](x.png)\n") == []


def test_a_script_without_a_font_is_an_error_with_all_its_lines_and_the_package() -> None:
    nobody = "".join(map(chr, range(0x16A40, 0x16A44)))  # Mro, for which hardly anybody has a font
    (problem,) = missing_glyphs(rewritten(f"# A\n\n{nobody}\n\nText.\n\n- a {nobody[0]}\n"), theme())
    assert problem.severity == "error"
    assert "Mro" in problem.message
    assert "U+16A40" in problem.message
    assert problem.message.endswith("in lines 3, 7")
    assert "fonts-noto-core" in problem.hint


def test_characters_of_no_script_are_a_warning() -> None:
    (problem,) = missing_glyphs(rewritten(f"# A\n\nA {RARE}.\n"), theme())
    assert problem.severity == "warning"


def test_a_script_with_a_package_names_it() -> None:
    from triptych.text.scripts import SCRIPTS

    assert "triptych[scripts]" in SCRIPTS["Taml"].hint
    assert "fonts-noto-cjk" in SCRIPTS["Jpan"].hint

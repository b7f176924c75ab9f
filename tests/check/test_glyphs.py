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


MRO = "\U00016a40\U00016a41"
"""Letters of a script for which hardly anybody has a font."""
FRONT = ("title", "subtitle", "author", "date", "course", "footer", "affiliation", "abstract", "keywords")
PLACES = {
    "heading": f"# A {MRO}\n\nText.\n",
    "paragraph": f"# A\n\nText {MRO}.\n",
    "emphasis": f"# A\n\nText *{MRO}* **{MRO}**.\n",
    "link": f"# A\n\nText [{MRO}](https://example.org).\n",
    "key phrase": f"# A\n\nText =={MRO}==.\n",
    "raised": f"# A\n\nText x^{MRO}^.\n",
    "keyboard": f"# A\n\nText <kbd>{MRO}</kbd>.\n",
    "code span": f"# A\n\nText `{MRO}`.\n",
    "code": f"# A\n\n```\n{MRO}\n```\n",
    "point's label": f"# A\n\n1. **{MRO}**: text\n2. **B**: text\n",
    "list": f"# A\n\n- a\n  - {MRO}\n",
    "task": f"# A\n\n- [ ] {MRO}\n",
    "table's head": f"# A\n\n| {MRO} |\n|---|\n| a |\n",
    "table's cell": f"# A\n\n| a |\n|---|\n| {MRO} |\n",
    "table's caption": f"# A\n\n| a |\n|---|\n| b |\n\n: Caption {MRO}\n",
    "figure's caption": f'# A\n\n![x](x.png "A {MRO}")\n',
    "chart's label": f"# A\n\n::: chart {{type=bar}}\n| a | b |\n|---|---|\n| {MRO} | 1 |\n| c | 2 |\n:::\n",
    "chart's head": f"# A\n\n::: chart {{type=bar}}\n| a | {MRO} |\n|---|---|\n| b | 1 |\n| c | 2 |\n:::\n",
    "inline formula": f"# A\n\nText $x_{{\\text{{{MRO}}}}}$.\n",
    "formula": f"# A\n\n$$\nx = \\text{{{MRO}}}\n$$\n",
    "footnote": f"# A\n\nText.[^1]\n\n[^1]: A {MRO}.\n",
    "quotation": f"# A\n\n> A {MRO}\n",
    "callout": f"# A\n\n> [!NOTE] {MRO}\n> Text.\n",
    "callout's text": f"# A\n\n> [!NOTE]\n> A {MRO}.\n",
    "definition": f"# A\n\n{MRO}\n: Its meaning.\n",
    "question": f"# A\n\n::: question\nWhy {MRO}?\n\nanswer: so\n:::\n",
    "answer": f"# A\n\n::: question\nWhy?\n\nanswer: {MRO}\n:::\n",
    "choice": f"# A\n\n::: question\nWhich?\n\n- [x] {MRO}\n- [ ] b\n:::\n",
    "summary": f"# A\n\nText.\n\n::: summary\nA {MRO}.\n:::\n",
    "notes": f"# A\n\nText.\n\n::: notes\nA {MRO}.\n:::\n",
    "event": f"# A\n\nIn [1914 {MRO}]{{.date}} it began.\n",
    "term": f"# A\n\nThe [{MRO}]{{.term}} is one.\n",
}


@pytest.mark.parametrize("place", [*FRONT, *PLACES])
def test_a_script_without_a_font_is_told_wherever_it_is_drawn(place: str) -> None:
    text = PLACES.get(place) or f"---\n{place}: {MRO}\n---\n\n# A\n\nText.\n"
    found = [problem for problem in missing_glyphs(rewritten(text), theme()) if "Mro" in problem.message]
    assert [problem.severity for problem in found] == ["error"]


def test_the_signs_of_a_script_are_told_with_its_letters() -> None:
    from triptych.text.scripts import block_script

    assert [block_script(char) for char in "。，؟।،\u064b፡"] == ["Jpan", "Jpan", "Arab", "Deva", "Arab", "Arab", "Ethi"]
    assert not any(block_script(char) for char in "×—☺★🙂")

"""What people paste: from word processors, note books, chat programs, other slide programs."""

import pytest
from reading import blocks, complaints, markdown, notes, outline, read, said
from shown import ours

from triptych.model.document import Callout, Figure, Notes, Question
from triptych.model.queries import plain
from triptych.read.source import read_source


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("**水，**是生命。**光：**来自太阳。", "**水，**是生命。**光：**来自太阳。"),
        ("先说**「核心」**再说", "先说**「核心」**再说"),
        ("**Key: **the text", "**Key: **the text"),
        ("**Key:**the text", "**Key:**the text"),
        ("**one** and **two**", "**one** and **two**"),
        ("2 ** 3 ** 4", "2 ** 3 ** 4"),
        ("设$n$为整数", "设$n$为整数"),
        ("It costs $5 or $6.", "It costs $5 or $6."),
        ("Take $`a_1`$ here", "Take $a_1$ here"),
        ("So $x > 0 \\text{ if $y$ is}$ holds", "So $x > 0 \\text{ if $y$ is}$ holds"),
    ],
)
def test_bold_and_formulae_as_they_are_meant(text: str, wanted: str) -> None:
    assert ours(text) == [wanted]


def test_bullets_of_other_programs_are_lists() -> None:
    assert ours("• one\n• two\n") == ["- one", "- two"]
    assert ours("– one\n– two\n") == ["- one", "- two"]
    assert ours("•\tone\no\tbelow\n§\tdeeper\n•\ttwo\n") == ["- one", "  - below", "    - deeper", "- two"]
    assert ours("A dash – within a line\n") == ["A dash – within a line"]


def test_a_vault_shows_what_its_reader_sees() -> None:
    text = "#bio #exam/1\n\nSee [[Cell#Wall]] and [[Cell|the cell]]. %%private%% End. ^mark\n\n%%\nhidden\n%%\n\n"
    text += "![[cell.png|A cell|200]]\n\nWall:: keeps it in\n\n- [/] begun\n"
    document, _ = read_source(
        text.encode() + b"![[cell.png|A cell|200]]\n\nWall:: keeps it in\n\n- [/] begun\n", "t.md"
    )
    assert ours(text) == [
        "See Cell › Wall and the cell. End.", "figure cell.png: A cell", "Wall:", "  keeps it in", "- begun",
    ]  # fmt: skip
    assert document.meta.keywords == ("bio", "exam 1")
    (figure,) = [block for block in document.sections[0].blocks if isinstance(block, Figure)]
    assert figure.attributes.get("width") == "200"
    assert complaints("# A\n\n%%\nnever closed\n") == ["3: warning: never closed: %%"]


def test_boxes_of_notion_are_callouts() -> None:
    (box,) = blocks(markdown("# A\n\n<aside>\n⚠️ Mind the **gap**.\n</aside>\n"))
    assert isinstance(box, Callout)
    assert (box.kind, ours("<aside>\n⚠️ Mind the **gap**.\n</aside>\n")) == (
        "warning",
        ["warning", "  Mind the **gap**."],
    )


def test_answers_of_chat_programs() -> None:
    text = "Force is ( F = ma ), or ( \\frac{p}{t} ) (see there).【3†lecture】\n\n[\nE = m c^2\n]\n"
    assert ours(text) == ["Force is $F = ma$, or $\\frac{p}{t}$ (see there).", "$$E = m c^2$$"]
    assert sorted(line.split(": ")[1] for line in complaints(text)) == ["note", "warning"]


def test_slides_of_other_programs() -> None:
    reveal = "---\ntype: slide\n---\n\n## A\n\nShown.\n\nNote: hidden\n\n---\n\n## B\n\nMore.\n"
    first, _ = markdown(reveal).sections
    assert [type(block).__name__ for block in first.blocks][:2] == ["Paragraph", "Notes"]
    named = reveal.replace("type: slide", "notesSeparator: '^aside:'").replace("Note:", "aside:")
    assert any(isinstance(block, Notes) for block in markdown(named).sections[0].blocks)
    remark = "name: start\n\n# Talk {{name}}\n\n---\n\nclass: middle\ncount: false\n\n# B\n\n.pull-left[\ntext\n]\n"
    assert outline(markdown(remark)) == ["1 Talk start", "1 B"]
    slidev = (
        "# A\n\nLeft\n\n::right::\n\nRight\n\n<v-click>\n\nLater\n\n</v-click>\n\n---\nlayout: end\n---\n\n# B\n\nEnd\n"
    )
    assert said(markdown(slidev)) == ["A", "Left", "Right", "Later", "B", "End"]
    assert outline(markdown(slidev)) == ["1 A", "1 B"]


def test_parts_of_a_page_are_left_out_of_mdx() -> None:
    text = 'import X from "x";\n\n# A\n\n<X label="Java">\n\nText {/* no */}here, `{x}`.\n\n</X>\n'
    document, problems = read(text, "text.mdx")
    assert said(document) == ["A", "Java", "Text", "here", "x"]
    assert [problem.severity for problem in problems] == ["note"]


def test_an_exercise_of_a_textbook_is_a_question_with_its_answer() -> None:
    text = (
        '<div data-type="exercise"><div data-type="problem"><p>What glows?</p></div>\n'
        '<div data-type="solution"><p>A star.</p></div></div>\n'
    )
    (question,) = blocks(markdown(text))
    assert isinstance(question, Question)
    assert (plain(question.inlines), question.answer is not None) == ("What glows?", True)


def test_front_matter_below_a_blank_line() -> None:
    document = markdown("---\n\ntitle: Rain\n---\n\n# A\n\nText.\n")
    assert document.meta.title == "Rain"
    assert outline(markdown("---\n\nJust: text\n\n---\n\n# A\n\nText.\n"))[-1] == "1 A"


def test_the_affiliation_of_an_author_is_shown() -> None:
    head = "---\ntitle: T\nauthor:\n  - name: Ann\n    affiliations:\n      - name: Rain School\n---\n\n# A\n\nText.\n"
    assert markdown(head).meta.affiliations == ("Rain School",)


def test_a_semicolon_asks_only_in_greek() -> None:
    assert not any(isinstance(b, Question) for b in blocks(markdown("# A\n\nThe angle is α;\n\nText.\n")))
    assert any(isinstance(b, Question) for b in blocks(markdown("# A\n\nΤι είναι το φως;\n\nΚύμα.\n")))


def test_a_tag_without_an_end_is_the_name_of_a_key() -> None:
    assert ours("Press <Del> or <kbd>X</kbd>.") == ["Press <Del> or X."]
    assert ours("A <b>bold</b> word") == ["A **bold** word"]


def test_paths_with_spaces() -> None:
    assert ours("![A map](my map (1).png)") == ["figure my map (1).png: A map"]
    assert ours("[The text](my text.pdf) and [a](b c)") == ["[The text](my%20text.pdf) and [a](b c)"]


def test_a_bar_in_a_formula_or_in_code_ends_no_cell() -> None:
    text = "| a | b |\n|---|---|\n| $P(A | B)$ | `x | y` |\n| 1 | 2 |\n"
    assert ours(text) == ["table left left", "a | b", "$P(A | B)$ | `x | y`", "1 | 2"]
    assert complaints(text) == []


def test_a_merged_cell_is_named_in_every_row() -> None:
    text = "<table><tr><th>a</th><th>b</th></tr><tr><td rowspan=2>x</td><td>1</td></tr><tr><td>2</td></tr></table>\n"
    assert ours(text) == ["table left left", "a | b", "x | 1", "x | 2"]


def test_prompts_are_headings_of_plain_notes() -> None:
    text = "Rain\n\nExplain how rain forms.\n\nWarm air rises and cools.\n\nDescribe a cloud.\n\nIt is made of drops.\n"
    assert outline(notes(text)) == ["1 Explain how rain forms.", "1 Describe a cloud."]

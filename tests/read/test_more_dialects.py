"""Boxes, tables, cards and macros of other programs that were shown as text, or run together."""

import pytest
from reading import blocks, complaints, markdown, read

from triptych.model.document import Callout, Figure, InlineFormula, Paragraph, Quote, Strike, Table, Text
from triptych.model.queries import plain, walk_blocks, walk_sections
from triptych.model.walk import walk

HEAD = "# H\n\n"


def shown(text: str) -> list[object]:
    document = markdown(text)
    return [block for one in walk_sections(document.sections) for block in walk_blocks(one.blocks)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("> **Note**\n> Rivers wind.", "note"),
        ("> **Warning**: Rivers wind.", "warning"),
        ("> **Tip:** Rivers wind.", "tip"),
        ("> 💡 **Important:** Rivers wind.", "important"),
        ("> **caution**\n>\n> Rivers wind.", "caution"),
    ],
)
def test_quotations_that_begin_with_the_name_of_a_box_are_one(text: str, kind: str) -> None:
    (box, said) = shown(f"{HEAD}{text}\n")
    assert isinstance(box, Callout)
    assert isinstance(said, Paragraph)
    assert (box.kind, plain(said.inlines)) == (kind, "Rivers wind.")


@pytest.mark.parametrize("text", ["> **Note** that rivers wind.", "> **Rivers**\n> wind.", "> *Note*: so"])
def test_others_are_quotations(text: str) -> None:
    assert isinstance(shown(f"{HEAD}{text}\n")[0], Quote)


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("/// note | Some title\nRivers wind.\n///", "note", "Some title"),
        ("/// tip\nRivers wind.\n///", "tip", ""),
        ("/// details | Some title\n    type: warning\n\nRivers wind.\n///", "warning", "Some title"),
        ("//// caution\n/// note\nRivers wind.\n///\n////", "caution", ""),
    ],
)
def test_blocks_between_slashes_are_boxes(text: str, kind: str, title: str) -> None:
    box, *_ = shown(f"{HEAD}{text}\n")
    assert isinstance(box, Callout)
    assert (box.kind, plain(box.title)) == (kind, title)
    assert complaints(f"{HEAD}{text}\n") == []


def test_slashes_that_nothing_closes_stay() -> None:
    assert "/// note" in " ".join(
        one.text for one in walk(markdown(f"{HEAD}/// note\n\nText.\n")) if isinstance(one, Text)
    )


def rows(text: str) -> list[list[str]]:
    (table,) = blocks(markdown(HEAD + text))
    assert isinstance(table, Table)
    return [[plain(cell.inlines) for cell in row.cells] for row in (table.header, *table.rows)]


def test_rows_with_tabs_are_a_table() -> None:
    assert rows("a\tb\tc\n1\t2\t3\n") == [["a", "b", "c"], ["1", "2", "3"]]
    assert rows("a\tb\n1\t2\n3\t\n") == [["a", "b"], ["1", "2"], ["3", ""]]
    assert complaints(f"{HEAD}a\tb\tc\n1\t2\t3\n") == []


@pytest.mark.parametrize("text", ["a\tb\n1\t2\n", "a\tb\tc\nmore\n", "-\ta\n-\tb\n-\tc\n", "a\tb\tc\n"])
def test_fewer_tabs_are_none(text: str) -> None:
    assert not any(isinstance(one, Table) for one in shown(HEAD + text))


def test_tables_of_org_have_crosses_in_their_dashes() -> None:
    assert rows("| a | b |\n|---+---|\n| 1 | 2 |\n|---+---|\n| 3 | 4 |\n") == [["a", "b"], ["1", "2"], ["3", "4"]]
    assert complaints(f"{HEAD}| a | b |\n|---+---|\n| 1 | 2 |\n") == []


def test_cards_of_note_books_ask_and_answer() -> None:
    found = shown(f"{HEAD}What is RNA?\n?\nA strand.\n\nWhat is DNA?::Two strands.\n\nstd::vector is C++.\n")
    assert [type(one).__name__ for one in found] == ["Question", "Paragraph", "Definition", "Paragraph", "Paragraph"]


def test_macros_of_remark_say_how_large_pictures_are() -> None:
    found = shown("class: center\n\n# T\n\n![:scale 50%](a.png)\n\n![:img A map, 30%](b.png)\n")
    pictures = [one for one in found if isinstance(one, Figure)]
    assert [(one.image.alt, one.attributes.get("width")) for one in pictures] == [("", "50%"), ("A map", "30%")]


@pytest.mark.parametrize(
    ("diagram", "words"),
    [
        (
            "```plantuml\n@startuml\nAlice -> Bob: Hello\nnote left: Mind it\n@enduml\n```",
            "Alice → Bob: Hello note left: Mind it",
        ),
        ('```vega-lite\n{"mark": "bar", "title": "Sales"}\n```', "Sales"),
        ("```abc\nX:1\nT:A tune\nK:G\n```", "A tune"),
    ],
)
def test_what_a_diagram_says_is_shown(diagram: str, words: str) -> None:
    document, problems = read(f"{HEAD}{diagram}\n")
    (said,) = document.sections[0].blocks
    assert isinstance(said, Paragraph)
    assert plain(said.inlines) == words
    assert [problem.severity for problem in problems] == ["warning"]


def test_icons_of_slidev_are_left_out() -> None:
    text = '# A\n\n<v-click>\n\nPress <carbon:arrow-right class="x"/> it\n\n</v-click>\n'
    assert "carbon" not in " ".join(one.text for one in walk(markdown(text)) if isinstance(one, Text))


def test_pages_show_their_constants_and_pictures_and_tell_what_they_work_out() -> None:
    text = (
        "import A from 'a';\nexport const year = 2018\n\n# A\n\nIn {year} it was {new Date()} or {later}.\n\n"
        '<Image src="a.png" alt="A map" />\n\n{[1, 2].map(x => <li>{x}</li>)}\n\nEnd.\n'
    )
    words = " ".join(one.text for one in walk(markdown(text)) if isinstance(one, Text))
    assert "In 2018 it was" in words
    assert "map(" not in words
    assert [one.image.alt for one in shown(text) if isinstance(one, Figure)] == ["A map"]
    told = [one for one in complaints(text) if "works out" in one]
    assert told == ["6: warning: what a page works out is left out: {later} (and 1 more)"]


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("This is ~gone~ now", ["gone"]),
        ("This (~so long gone~) too", ["so long gone"]),
        ("H~2~O, ~5 to ~10, ~/bin and ~/etc, a ~b c~d, ~ x ~", []),
    ],
)
def test_words_between_single_tildes_are_struck_as_on_github(text: str, struck: list[str]) -> None:
    found = [plain(one.children) for one in walk(markdown(f"{HEAD}{text}\n")) if isinstance(one, Strike)]
    assert found == struck


def test_anchors_without_text_and_empty_lines_of_exports_show_nothing() -> None:
    text = "# A\n\n[]{#here .anchor}Text of it.\n\n\\\n\nSee [it](#here).\n"
    assert [plain(one.inlines) for one in shown(text) if isinstance(one, Paragraph)] == ["Text of it.", "See it."]
    assert complaints(text) == []


def test_a_table_that_begins_with_its_dashes_is_one_and_told() -> None:
    assert rows("|---|---|\n| a | b |\n| 1 | 2 |\n") == [["a", "b"], ["1", "2"]]
    told = "3: warning: a table that begins with its line of dashes"
    assert complaints(f"{HEAD}|---|---|\n| a | b |\n| 1 | 2 |\n") == [told]


@pytest.mark.parametrize("text", ["$ x = 3 $", "so $ a^2 < b $.", "($ n_1 = 4 $)"])
def test_a_formula_may_have_spaces_at_its_ends(text: str) -> None:
    found = [one for one in walk(markdown(f"{HEAD}It is {text} here\n")) if isinstance(one, InlineFormula)]
    assert len(found) == 1


@pytest.mark.parametrize(
    "text", ["$ 5 and $ 10", "$ 5 = $ 10 now", "US$ 5m = A$ 7m", "$ the rest = all $", "$ 5 = 4 $"]
)
def test_prices_with_spaces_are_none(text: str) -> None:
    assert not any(isinstance(one, InlineFormula) for one in walk(markdown(f"{HEAD}It is {text} here\n")))

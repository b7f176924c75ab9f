"""Texts in the dialects of other programs: what they say is shown, and nothing of their own markup."""

import pytest
from reading import complaints, kinds, markdown, said

from triptych.model.document import Callout, Definition, Figure, Mark, Notes, Paragraph, Table, Text
from triptych.model.queries import plain, walk_blocks, walk_sections
from triptych.model.walk import walk
from triptych.read.decode import decode


def blocks(text: str) -> list[object]:
    return [block for one in walk_sections(markdown(text).sections) for block in walk_blocks(one.blocks)]


def texts(text: str) -> str:
    return " ".join(node.text for node in walk(markdown(text)) if isinstance(node, Text))


@pytest.mark.parametrize("opening", [":::tip[A **good** one]", ":::tip A good one", "::: tip A good one"])
def test_a_box_may_have_its_title_in_brackets(opening: str) -> None:
    (box, _) = blocks(f"# A\n\n{opening}\nRivers wind.\n:::\n")
    assert isinstance(box, Callout)
    assert (box.kind, plain(box.title)) == ("tip", "A good one")


def test_boxes_with_titles_in_brackets_hold_others() -> None:
    text = "# A\n\n:::danger[Take care]\nFloods.\n\n:::info\nInner.\n:::\n:::\n\nAfter.\n"
    assert complaints(text) == []
    assert kinds(markdown(text).sections[0]) == ["Callout", "Paragraph"]


def test_a_document_that_imports_components_is_a_page() -> None:
    text = (
        'import Tabs from \'@theme/Tabs\';\n\n# A\n\n<Tabs>\n  <TabItem value="a" label="Apple">\n    Red words\n'
        "  </TabItem>\n</Tabs>\n\nPlain {/* hidden */} words.\n"
    )
    found = texts(text)
    assert "Apple" in found
    assert "Red words" in found
    assert not {"<", "import", "hidden"} & set(found.split())


def test_code_that_imports_is_code() -> None:
    text = "# A\n\n```js\nimport a from 'b';\n```\n\nThe set {x} stays.\n"
    assert "{x}" in texts(text)


def test_a_comment_of_slidev_is_a_note_and_its_bindings_are_left_out() -> None:
    text = (
        '# A\n\n<v-click>\n\nShown.\n\n</v-click>\n\n<span @click="$slidev.nav.next" class="px-2">Press it</span> '
        "{{ $slidev.nav.currentPage }}\n\n<!--\nSay this.\n-->\n"
    )
    found = blocks(text)
    assert [type(one).__name__ for one in found if isinstance(one, Notes)] == ["Notes"]
    assert "Say this." in texts(text)
    assert "Press it" in texts(text)
    assert "slidev" not in texts(text)


@pytest.mark.parametrize("head", ["<v-click>\n\nShown.\n\n</v-click>", "<!-- _class: lead -->\n\nShown."])
def test_notes_in_comments_are_read(head: str) -> None:
    text = f"# A\n\n{head}\n\n<!--\nSay **this**.\n\n- one\n- two\n-->\n\nMore.\n\n<!-- And **that**. -->\n"
    notes = [one for one in blocks(text) if isinstance(one, Notes)]
    assert [type(part).__name__ for one in notes for part in one.blocks] == ["Paragraph", "ListBlock", "Paragraph"]
    assert "*" not in texts(text)


def test_gaps_of_flashcards_are_key_phrases() -> None:
    document = markdown("# A\n\n{{c1::Canberra}} was founded in {{c2::1913::which year?}}.\n")
    marked = [plain((node,)) for node in walk(document) if isinstance(node, Mark)]
    assert marked == ["Canberra", "1913"]
    assert "which" not in texts("# A\n\n{{c2::1913::which year?}}\n")


FLOAT = "\\begin{figure}[h]\n\\centering\n\\includegraphics[width=3cm]{a.png}\n\\caption{The \\emph{Carnot} cycle}\n"


def test_a_figure_of_latex_has_its_caption_and_its_name() -> None:
    text = "\\section{Heat}\\label{sec:heat}\n\nSee Fig.~\\ref{fig:c}.\n\n" + FLOAT + "\\label{fig:c}\n\\end{figure}\n"
    document = markdown(text)
    (figure,) = [one for one in blocks(text) if isinstance(one, Figure)]
    assert (figure.image.source, plain(figure.caption), figure.attributes.id) == ("a.png", "The Carnot cycle", "fig:c")
    assert document.sections[0].id == "sec:heat"
    assert "Fig.\u00a0" in texts(text)
    assert "~" not in texts(text)


@pytest.mark.parametrize("label", ["", "\\label{c}\n"])
def test_a_caption_of_latex_is_one_whatever_it_is_called(label: str) -> None:
    (figure,) = [one for one in blocks(f"# A\n\nText.\n\n{FLOAT}{label}\\end{{figure}}\n") if isinstance(one, Figure)]
    assert plain(figure.caption) == "The Carnot cycle"


def test_a_block_of_beamer_keeps_its_title_and_a_note_is_one() -> None:
    text = "# A\n\n\\begin{block}{Second law}\nHeat flows.\n\\end{block}\n\n\\note{Say this.}\n\n\\item<2-> one\n"
    (box, _, notes, *_) = blocks(text)
    assert isinstance(box, Callout)
    assert plain(box.title) == "Second law"
    assert isinstance(notes, Notes)
    assert complaints(text) == []
    assert texts(text).split()[-3:] == ["Say", "this.", "one"]


def test_a_table_of_latex_has_its_caption_and_its_name() -> None:
    text = (
        "\\section{Heat}\n\n\\begin{table}\n\\caption{Two gases}\n\\label{tab:g}\n\\begin{tabular}{ll}\n"
        "Gas & Heat \\\\\n"
        "Helium & 5193 \\\\\n\\end{tabular}\n\\end{table}\n"
    )
    (table,) = [one for one in blocks(text) if isinstance(one, Table)]
    assert (plain(table.caption), table.attributes.id) == ("Two gases", "tab:g")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\\begin{theorem} Heat flows down. \\end{theorem}", "Theorem. Heat flows down."),
        ("\\begin{theorem}[Second law] Heat\nflows down.\n\\end{theorem}", "Theorem (Second law). Heat flows down."),
        ("\\begin{quote}Heat flows.\\end{quote}", "Heat flows."),
        ("\\begin{itemize} \\item one \\item two \\end{itemize}", "• one • two"),
        ("\\paragraph{Heat} flows down.", "Heat flows down."),
        ("\\label{x} Heat flows.", "Heat flows."),
    ],
)
def test_latex_on_one_line_loses_no_word(text: str, words: str) -> None:
    found = [plain(one.inlines) for one in blocks(f"# A\n\nText.\n\n{text}\n") if isinstance(one, Paragraph)][1:]
    assert " ".join(" ".join(found).split()) == words


def test_a_definition_of_latex_is_one() -> None:
    text = "\\section{Heat}\n\n\\begin{definition}[Entropy]\nA measure of disorder.\n\\end{definition}\n"
    (first, _) = blocks(text)
    assert isinstance(first, Definition)
    assert plain(first.term) == "Entropy"


@pytest.mark.parametrize("bullet", "\uf0b7\uf0a7\uf0d8\uf0fc")
def test_bullets_of_symbol_fonts_are_bullets(bullet: str) -> None:
    text, problems = decode(f"{bullet} one\n  {bullet}\ttwo\nx{bullet}\n".encode(), "a.md")
    assert text == f"• one\n  •\ttwo\nx{bullet}\n"
    assert problems == ()
    assert said(markdown(f"# A\n\n{text}"))


def test_a_footer_of_some_slides_of_marp_is_told() -> None:
    text = "---\nmarp: true\n---\n\n# A\n\nText.\n\n<!-- _footer: 'Our lab' -->\n\n<!-- _class: lead -->\n"
    (told,) = complaints(text)
    assert told.startswith("9: note: a footer of some slides is left out: Our lab")


@pytest.mark.parametrize(
    "rows",
    [
        "+---+---+\n| g | h |\n+---+---+\n| gone | gtwo |\n+---+---+\n",
        "+---+--:+\n| g | h |\n+===+==:+\n| gone with more | gtwo |\n| words | x |\n+---+---+\n",
        "+------+------+\n| g | h |\n+------+------+\n| gone | gtwo |\n+------+------+\n",
    ],
)
def test_a_table_that_was_drawn_by_hand_loses_no_word(rows: str) -> None:
    (table,) = [one for one in blocks(f"# A\n\n{rows}") if isinstance(one, Table)]
    found = [plain(cell.inlines) for row in (table.header, *table.rows) for cell in row.cells if cell.inlines]
    assert found[:2] == ["g", "h"]
    assert found[-1].split()[0] == "gtwo"
    assert found[-2].startswith("gone")


def test_one_that_has_no_columns_is_told() -> None:
    text = "+---+---+\n| g | h |\n+---+---+\n| gone | gtwo | gthree |\n+---+---+\n"
    assert "gthree" in texts(f"# A\n\n{text}")
    assert any("not equally long" in told for told in complaints(f"# A\n\n{text}"))

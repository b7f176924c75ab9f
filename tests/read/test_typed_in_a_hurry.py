"""Notes as they are typed in a hurry or copied: code without fences, dashes without spaces, marks that stand alone."""

import pytest
from reading import complaints, items, markdown, notes, outline

from triptych.model.document import Block, Code, Definition, LineBreak, ListBlock, Paragraph
from triptych.model.queries import plain, walk_sections
from triptych.model.walk import walk
from triptych.read.source import read_source


def blocks(text: str, name: str = "a.txt") -> list[Block]:
    document = read_source(text.encode(), name)[0]
    return [block for one in walk_sections(document.sections) for block in one.blocks]


def shown(block: Block) -> str:
    """What a paragraph says, with its line breaks."""
    assert isinstance(block, Paragraph)
    return "".join("\n" if isinstance(one, LineBreak) else plain((one,)) for one in block.inlines)


def codes(text: str, name: str = "a.txt") -> list[tuple[str, str]]:
    document = read_source(text.encode(), name)[0]
    return [(one.language, one.text) for one in walk(document) if isinstance(one, Code)]


def lines(block: Block) -> list[str]:
    assert isinstance(block, Paragraph)
    return [part.strip() for part in plain(block.inlines, " / ").split(" / ")]


LOOP = "for i in range(10):\n    print(i)\n\n    if i == 3:\n        break"


@pytest.mark.parametrize("margin", ["    ", "\t", "      "])
def test_code_that_is_set_in_is_code_with_its_blank_lines(margin: str) -> None:
    text = "Loops\n\nA loop:\n\n" + "\n".join(f"{margin}{line}" if line else "" for line in LOOP.split("\n"))
    assert codes(f"{text}\n\nIt stops.\n") == [("", LOOP)]
    assert codes(text.replace("A loop:\n\n", "A loop:\n") + "\nIt stops.\n")[0][1].startswith(
        "for i in range(10):\n    print"
    )


@pytest.mark.parametrize(
    "code",
    [
        LOOP,
        "int x = 5;\nreturn x;",
        "SELECT name\nFROM pupils\nWHERE age > 12",
        "<ul>\n  <li>one</li>\n</ul>",
        "git add .\ngit commit -m x",
        "#include <stdio.h>\nint main() {\n  return 0;\n}",
    ],
)
def test_so_is_code_that_is_not(code: str) -> None:
    assert [text for _, text in codes(f"Title of it\n\nSee this one.\n\n{code}\n\nThat was it.\n")] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "    F = m a\n",
        "    f(x) = x^2\n    g(x) = x\n",
        "    Tyger Tyger, burning bright,\n    In the forests of the night;\n",
        "    if demand falls: price falls\n    if supply falls: price rises\n",
        "    for example:\n    import duties rise\n",
        "Return to sender; the end of it.\nFrom here to there (and back);\n",
        "The class (of 1914) went to war.\nelse nothing happened\n",
    ],
)
def test_formulae_verses_and_sentences_are_no_code(text: str) -> None:
    assert codes(f"Title of it\n\nSee this one.\n\n{text}\nThat was it.\n") == []


@pytest.mark.parametrize("buttons", ["Copy code", "Copy\nEdit"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_code_that_was_copied_from_a_chat_is_code(buttons: str, name: str) -> None:
    text = f"# Title\n\nHere it is:\n\nPython\n{buttons}\nimport math\n\ndef f(x):\n    return x\n\nThat was it.\n"
    assert codes(text, name) == [("python", "import math\n\ndef f(x):\n    return x")]
    assert "That was it." in plain(blocks(text, name)[-1].inlines)  # type: ignore[union-attr]


def test_it_may_stand_in_a_list_and_at_the_end() -> None:
    assert codes("- Item:\n\n  bash\n  Copy code\n  pip install x\n", "a.md") == [("bash", "pip install x")]
    assert codes("# A\n\nCopy code\n\nA sentence here\nCopy code\n", "a.md") == []


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_dashes_and_stars_need_no_space(name: str) -> None:
    (found,) = blocks("# Title\n\n-happen in leaves\n-make ATP\n-Need light\n", name)
    assert items(found) == ["happen in leaves", "make ATP", "Need light"]
    (found,) = blocks("# Title\n\n*happen in leaves\n*make ATP\n", name)
    assert items(found) == ["happen in leaves", "make ATP"]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    "text", ["-ness\n-ment", "-v verbose\n-q quiet", "-5 degrees\n-10 degrees", "-one and\nmore of it"]
)
def test_endings_options_and_numbers_keep_their_dash_and_their_lines(text: str, name: str) -> None:
    (found,) = blocks(f"# Title\n\n{text}\n", name)
    said = shown(found)
    assert said in (text, text.replace("\n", " "))
    assert said == text or "one" in text


@pytest.mark.parametrize(
    "text",
    [
        "→ one\n→ two",
        "1.1 One\n1.2 Two",
        "#1 one\n#2 two",
        "1: one\n2: two",
        "a)one\nb)two",
        "✓ yes\n✗ no\n✓ yes",
        "02:15 One\n3:40 Two",
    ],
)
def test_lines_with_marks_of_a_kind_stand_apart(text: str) -> None:
    (found,) = blocks(f"# Title\n\n{text}\n", "a.md")
    assert shown(found) == text


@pytest.mark.parametrize("text", ["The value of\n3.14 is pi", "We saw\n-so it goes- a cat"])
def test_one_alone_does_not(text: str) -> None:
    (found,) = blocks(f"# Title\n\n{text}\n", "a.md")
    assert "\n" not in shown(found)


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_ticks_stay_where_crosses_say_the_opposite(name: str) -> None:
    assert "✓" in plain(blocks("# Title\n\n✓ cheap\n✗ slow\n", name)[0].inlines)  # type: ignore[union-attr]
    (ticked,) = blocks("# Title\n\n✓ cheap\n✓ quick\n", name)
    assert items(ticked) == ["cheap", "quick"]
    (inner,) = blocks("# Title\n\n- ✓ cheap\n- quick\n", "a.md")
    assert items(inner) == ["✓ cheap", "quick"]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize(("first", "second"), [("•", "•"), ("1.", "2."), ("1)", "2)")])
def test_marks_on_lines_of_their_own_belong_to_the_next(first: str, second: str, name: str) -> None:
    (found,) = blocks(f"# Title\n\n{first}\nThe leaf\n{second}\nThe root\n", name)
    assert isinstance(found, ListBlock)
    assert items(found) == ["The leaf", "The root"]


def test_numbers_that_do_not_count_stay() -> None:
    assert "1914." in plain(blocks("# Title\n\nIn\n1914.\nThe war\n19.\nBegan\n", "a.md")[0].inlines)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "line",
    [
        "*** Causes ***",
        "--- Causes ---",
        "=== Causes ===",
        "== Causes ==",
        ">> Causes <<",
        "~~~ Causes ~~~",
        "-- Causes --",
    ],
)
def test_a_line_with_the_same_signs_on_both_sides_is_a_heading(line: str) -> None:
    document = notes(
        f"World War One\n\n{line}\nAlliances made war likely.\n\n{line.replace('Causes', 'Course')}\nIt froze.\n"
    )
    assert outline(document) == ["1 Causes", "1 Course"]


@pytest.mark.parametrize(
    "line", ["**Causes** were many", "~~Causes~~", "- 12 -", "-- It ended. --", "*Causes* and *effects*"]
)
def test_other_lines_with_signs_are_not(line: str) -> None:
    assert outline(notes(f"World War One\n\nIt began.\n\n{line}\nAlliances made war likely.\n")) in ([], ["1 "], ["1"])


def test_lines_with_one_label_are_headings_and_speakers_are_not() -> None:
    text = "History\n\nCase: Suez 1956\nBritain and France withdrew at last.\n\nCase: Asia 1997\nThe baht fell "
    text += "before all others.\n"
    assert outline(notes(text)) == ["1 Case: Suez 1956", "1 Case: Asia 1997"]
    assert outline(notes(text.replace("Case: Asia", "Ben: Asia"))) == ["1"]


def test_entries_with_a_colon_are_lines_of_their_own() -> None:
    text = "Words of it\n\nphotosynthesis: plants make sugar\nrespiration: cells burn sugar\n"
    (found,) = blocks(text)
    assert shown(found) == "photosynthesis: plants make sugar\nrespiration: cells burn sugar"


def test_so_are_those_with_dots_between() -> None:
    (found,) = blocks("Words of it\n\nchlorophyll ..... green pigment\nstomata ..... pores of a leaf\n")
    assert shown(found) == "chlorophyll ..... green pigment\nstomata ..... pores of a leaf"


def test_escaped_marks_of_lists_and_links_to_times_stand_apart() -> None:
    (found,) = blocks("# A\n\n1\\. One\n2\\. Two\n", "a.md")
    assert shown(found) == "1. One\n2. Two"
    (found,) = blocks("# A\n\n[00:10](https://a.org/1) One\n[02:20](https://a.org/2) Two\n", "a.md")
    assert shown(found) == "00:10 One\n02:20 Two"


def test_bold_words_with_a_dash_and_bold_keys_begin_lines() -> None:
    (found,) = blocks("# A\n\n**Apple** - fruit\n**Carrot** – root\n", "a.md")
    assert shown(found) == "Apple - fruit\nCarrot – root"
    (found,) = blocks("# A\n\nIt is red.\n**Answer: b**\n", "a.md")
    assert shown(found) == "It is red.\nAnswer: b"


def test_each_line_may_define_a_word() -> None:
    found = blocks("# A\n\nApple:: a fruit\nCarrot :: a root\n", "a.md")
    assert [(plain(one.term), one.line) for one in found if isinstance(one, Definition)] == [
        ("Apple", 3),
        ("Carrot", 4),
    ]


def test_the_bullet_of_japanese_makes_a_list_in_markdown_too() -> None:
    (found,) = blocks("# A\n\n・項目一\n・項目二\n", "a.md")
    assert items(found) == ["項目一", "項目二"]


def test_nothing_is_complained_of() -> None:
    assert complaints("# A\n\n-happen in leaves\n-make ATP\n\n•\nLeaf\n•\nRoot\n") == []
    assert outline(markdown("# A\n\nText.\n")) == ["1 A"]


def test_no_break_spaces_behind_marks_are_spaces() -> None:
    text = "#\u00a0A\n\nText.\n\n##\u00a0B\n\n-\u00a0one\n\u00a0\u00a0-\u00a0two\n\n1.\u00a0One\n2.\u00a0Two\n"
    assert (markdown(text).meta.title, outline(markdown(text))) == ("A", ["1", "1 B"])
    assert [type(block).__name__ for block in blocks(text, "a.md")] == ["Paragraph", "ListBlock", "ListBlock"]


def test_a_date_with_one_begins_a_sentence() -> None:
    (found,) = blocks("# A\n\n3.\u00a0Oktober 1990: die Einheit\n", "a.md")
    assert shown(found) == "3.\u00a0Oktober 1990: die Einheit"

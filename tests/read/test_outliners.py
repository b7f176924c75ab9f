"""Pages of Logseq and Roam: what they say is kept, what the programs note for themselves is not shown."""

import pytest
from reading import complaints, markdown, said

from triptych.model.document import Callout, Link, ListItem, Mark, Quote, Text
from triptych.model.queries import plain, walk_blocks, walk_sections
from triptych.model.walk import walk

ID = "64f0c1a2-1234-4abc-9def-0123456789ab"


def texts(text: str) -> str:
    return " ".join(node.text for node in walk(markdown(text)) if isinstance(node, Text))


def tasks(text: str) -> list[tuple[str, bool | None]]:
    items = [node for node in walk(markdown(text)) if isinstance(node, ListItem)]
    return [(plain(item.blocks[0].inlines), item.done) for item in items]  # type: ignore[union-attr]


def test_properties_of_a_page_give_its_title_and_are_told() -> None:
    text = "title:: Photosynthesis\ntags:: biology\n\n- Light\n  collapsed:: true\n\t- Dark\n"
    assert markdown(text).meta.title == "Photosynthesis"
    assert said(markdown(text)) == ["Photosynthesis", "Light", "Dark"]
    assert complaints(text)[0] == "2: note: properties of the page are left out: tags"


def test_properties_of_blocks_and_drawers_are_not_shown() -> None:
    text = (
        f"# A\n\n- Light #card\n  id:: {ID}\n  card-last-interval:: 4\n"
        "  :LOGBOOK:\n  CLOCK: [2024-03-01 Fri]\n  :END:\n\t- Dark\n"
    )
    assert texts(text).split() == ["A", "Light", "Dark"]


def test_tasks_of_outlines_are_tasks() -> None:
    text = f"# A\n\n- TODO read\n  id:: {ID}\n- DONE draw\n- LATER ask\n- TODOS stay\n"
    assert tasks(text) == [("read", False), ("draw", True), ("ask", False), ("TODOS stay", None)]
    assert tasks("# A\n\n- {{[[TODO]]}} read\n- {{[[DONE]]}} write\n") == [("read", False), ("write", True)]


def test_elsewhere_these_are_words() -> None:
    assert tasks("# A\n\n- TODO read\n- DONE\n") == [("TODO read", None), ("DONE", None)]
    assert "^^a^^" in texts("# A\n\nThe smile ^^a^^ stays.\n")
    assert "((known123))" in texts("# A\n\nSee ((known123)).\n")
    assert "id" in texts("# A\n\nThe field\nid:: 3 is text.\n").split()


def test_marked_words_and_films_are_read() -> None:
    text = "- {{[[TODO]]}} see ^^this^^ one\n- {{[[video]]: https://youtu.be/abc}}\n"
    assert [plain((node,)) for node in walk(markdown(text)) if isinstance(node, Mark)] == ["this"]
    assert [node.target for node in walk(markdown(text)) if isinstance(node, Link)] == ["https://youtu.be/abc"]


def test_a_block_that_is_referred_to_says_what_it_says() -> None:
    text = f"# A\n\n- Plants breathe\n  id:: {ID}\n- See (({ID}))\n- {{{{embed (({ID}))}}}}\n- Not ((abcdef123)) here\n"
    assert texts(text) == "A Plants breathe See Plants breathe Plants breathe Not here"
    assert complaints(text) == ["7: warning: a block of another page is left out: ((abcdef123))"]


def test_what_another_program_works_out_is_told() -> None:
    text = "# A\n\n- {{query (task TODO)}}\n- words\n"
    assert texts(text).split() == ["A", "words"]
    assert complaints(text) == ["3: note: what another program works out is left out: - {{query (task TODO)}}"]


@pytest.mark.parametrize(
    ("kind", "block"), [("QUOTE", Quote), ("NOTE", Callout), ("TIP", Callout), ("quote", Quote), ("warning", Callout)]
)
def test_quotations_and_boxes_in_lists_are_read(kind: str, block: type) -> None:
    words = "begin" if kind.islower() else "BEGIN", "end" if kind.islower() else "END"
    text = f"# A\n\n- #+{words[0]}_{kind}\n  Plants are life.\n  More.\n  #+{words[1]}_{kind}\n- next\n"
    (section,) = walk_sections(markdown(text).sections)
    assert [type(one) for one in walk_blocks(section.blocks) if isinstance(one, block)] == [block]
    assert said(markdown(text)) == ["A", "Plants", "are", "life", "More", "next"]
    assert "#+" not in texts(text)


def test_code_stays_as_it_is() -> None:
    text = f"# A\n\n- {{{{[[TODO]]}}}} x\n\n```\ncollapsed:: true\n^^a^^ (({ID}))\n```\n"
    assert f"collapsed:: true\n^^a^^ (({ID}))" in markdown(text).sections[0].blocks[1].text  # type: ignore[union-attr]


def test_references_do_not_blow_a_document_up() -> None:
    text = f"- {'plants ' * 2000}\n  id:: {ID}\n" + f"- (({ID}))\n" * 100
    assert len(texts(text)) < 130_000
    assert complaints(text)[-1].startswith("10: warning: a block of another page is left out")

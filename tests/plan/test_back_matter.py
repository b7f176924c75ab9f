"""Glossary, index and references: what is listed, in which order, on which page, and that nothing else moves."""

import re
from collections.abc import Iterator

import pytest
from documents import A4, from_markdown, planned, planned_together, theme
from generated import Written, documents
from hypothesis import HealthCheck, Phase, given, settings
from measuring import page_faults, slide_faults
from reading import rewritten

from triptych.model.document import Document
from triptych.model.pages import LinkItem, Pages, PathItem, TextItem
from triptych.plan.deck import plan_deck
from triptych.plan.handout import plan_handout
from triptych.plan.handout.page_links import ranges
from triptych.plan.references import slide_numbers
from triptych.plan.sorting import initial, sort_text
from triptych.transform.editions import for_edition

ALL = "---\ntitle: A\nchronology: true\npeople: true\nglossary: true\nindex: true\npanel-references: true\n---\n\n"
NAMES = ("Delta", "Alpha", "Échelon", "Zoll", "eagle")
TERMS = "\n\n".join(f"{name}\n: Meaning of {name}.\n\nText about it." for name in NAMES)
FILLER = "\n\n".join(f"Paragraph {k} says little. " * 12 for k in range(40))


def handout(text: str) -> Pages:
    return plan_handout(read(text), theme(), {}, A4)


def read(text: str) -> Document:
    return rewritten(text)


def lines(pages: Pages, *, whole: bool = False) -> list[str]:
    """The texts of all pages, a line each where they stand on one baseline and under one tag, or of a `whole` tag."""
    found: dict[tuple[int, float, int | None], str] = {}
    for number, page in enumerate(pages.pages):
        for item in page.items:
            if isinstance(item, TextItem) and item.tag is not None:
                tag = item.tag
                while pages.tags[tag].inline:
                    tag = pages.tags[tag].parent
                key = (0, 0.0, tag) if whole else (number, item.y, tag)
                found[key] = found.get(key, "") + item.text
    return list(found.values())


def headings(pages: Pages) -> list[str]:
    return [entry.title for entry in pages.outline]


# --- order -----------------------------------------------------------------------------------------


def test_words_stand_in_the_order_of_their_language() -> None:
    def ordered(lang: str, *words: str) -> list[str]:
        return sorted(words, key=lambda word: sort_text(word, lang))

    assert ordered("de", "Zoll", "Äpfel", "Apfel", "Aster") == ["Äpfel", "Apfel", "Aster", "Zoll"]
    assert ordered("en", "zeta", "Éclair", "eagle", "“Edge”") == ["eagle", "Éclair", "“Edge”", "zeta"]
    assert ordered("es", "ñandú", "nube", "oso", "nadar") == ["nadar", "nube", "ñandú", "oso"]
    assert ordered("pl", "łąka", "lampa", "lód", "mapa") == ["lampa", "lód", "łąka", "mapa"]
    assert ordered("ru", "яблоко", "арбуз", "ёлка") == ["арбуз", "ёлка", "яблоко"]


@pytest.mark.parametrize(
    ("text", "lang", "letter"),
    [("Éclair", "fr", "E"), ("ñandú", "es", "Ñ"), ("łąka", "pl", "Ł"), ("1848", "en", "0–9"), ("条約", "ja", ""),
     ("Ωμέγα", "el", "Ω"), ("“Edge”", "en", "E"), ("+", "en", "")],
)  # fmt: skip
def test_words_are_listed_under_their_letter(text: str, lang: str, letter: str) -> None:
    assert initial(text, lang) == letter


def test_three_pages_and_more_in_a_row_are_joined() -> None:
    assert ranges((1, 3, 4, 6, 7, 8, 10)) == ((1, 1), (3, 3), (4, 4), (6, 8), (10, 10))


# --- when ------------------------------------------------------------------------------------------


def test_a_long_handout_with_enough_entries_has_glossary_and_index_unasked() -> None:
    text = f"# One\n\n{TERMS}\n\n{FILLER}\n\n# Two\n\n{FILLER}"
    assert headings(handout(text)) == ["One", "Two", "Glossary", "Index"]
    assert headings(handout(f"---\nglossary: false\nindex: false\n---\n\n{text}")) == ["One", "Two"]
    assert headings(handout(f"# One\n\n{TERMS}\n\n# Two\n\nText.")) == ["One", "Two"]
    asked = f"---\nglossary: true\nindex: true\n---\n\n# One\n\n{TERMS}"
    assert headings(handout(asked)) == ["One", "Glossary", "Index"]


def test_a_glossary_of_the_authors_own_is_not_set_twice() -> None:
    at_end = f"# One\n\n{FILLER}\n\n# Two\n\n{FILLER}\n\n# Words\n\n{TERMS}"
    assert headings(handout(at_end)) == ["One", "Two", "Words"]  # an index would only lead to its words
    called = f"# Glossary\n\n{TERMS}\n\n# One\n\n{FILLER}\n\n# Two\n\n{FILLER}"
    assert headings(handout(called)) == ["Glossary", "One", "Two"]
    more = at_end.replace("# Two", "==Another word== is told.\n\n# Two")
    assert headings(handout(more)) == ["One", "Two", "Words", "Index"]


def test_labels_alone_make_no_index() -> None:
    points = "\n".join(f"{k}. **Label {k}**: Text." for k in range(1, 9))
    assert headings(handout(f"# One\n\n{FILLER}\n\n{points}\n\n# Two\n\n{FILLER}")) == ["One", "Two"]


# --- what ------------------------------------------------------------------------------------------


def test_entries_have_the_pages_on_which_they_stand() -> None:
    text = f"{ALL}# One\n\n==key== here\n\n{FILLER}\n\n==Key== there, [Ada]{{.person}}.\n\nBeta\n: Meaning.\n\n{FILLER}"
    pages = handout(text)
    at = {}
    for number, page in enumerate(pages.pages, 1):
        for item in page.items:
            if isinstance(item, TextItem) and item.text.strip(" ,.") in ("key", "Key", "Ada", "Beta"):
                at.setdefault(item.text.strip(" ,."), number)
    assert at["Key"] > at["key"]
    said = lines(pages)
    assert f"key, {at['key']}, {at['Key']}" in said
    assert f"Ada, {at['Ada']}" in said
    assert f"Beta, {at['Beta']}" in said
    assert f"Meaning. {at['Beta']}" in said


def test_a_phrase_has_the_page_of_its_own_line() -> None:
    long = "A sentence of some words that goes on. " * 150
    pages = handout(f"{ALL}# One\n\n{long}==key== {long}")
    (where,) = [n for n, page in enumerate(pages.pages, 1) for item in page.items
                if isinstance(item, TextItem) and item.text.strip() == "key"]  # fmt: skip
    assert where > 1
    assert f"key, {where}" in lines(pages)


def test_the_text_stands_where_it_would_stand_without_lists() -> None:
    text = f"# One\n\n{TERMS}\n\n{FILLER}\n\nIn [1951]{{.date}}, ==key==."
    bare, full = handout(f"---\ntitle: A\n---\n\n{text}"), handout(f"{ALL}{text}")
    before = [(n, i.text, i.x, i.y) for n, page in enumerate(bare.pages) for i in page.items if _is_text(i, bare)]
    after = [(n, i.text, i.x, i.y) for n, page in enumerate(full.pages) for i in page.items if _is_text(i, full)]
    assert "".join(t for _, t, _, _ in after).startswith("".join(t for _, t, _, _ in before))


def _is_text(item: object, pages: Pages) -> bool:
    return isinstance(item, TextItem) and item.tag is not None and pages.tags[item.tag].role != "TOCI"


def test_every_link_leads_somewhere_and_no_place_is_named_in_vain() -> None:
    pages = handout(f"{ALL}# One\n\n{TERMS}\n\n==key== and [1951]{{.date}} and [Ada]{{.person}}\n\n{FILLER}")
    names = {place.name for place in pages.destinations}
    linked = {item.destination for page in pages.pages for item in page.items if isinstance(item, LinkItem)}
    assert linked <= names
    assert {name for name in names if name.startswith("place ")} <= linked


def test_a_long_index_goes_on_in_columns_on_further_pages() -> None:
    marks = "\n\n".join(f"Text with =={stem}{k:03}==." for k in range(150) for stem in ("ab", "cd"))
    pages = handout(f"{ALL}# One\n\n{marks}")
    said = [line.split(",")[0] for line in lines(pages)]
    entries = [line for line in said if re.fullmatch(r"(ab|cd)\d{3}", line)]
    assert entries == sorted(entries)
    assert len(entries) == 300
    assert [fault for n, page in enumerate(pages.pages, 1) for fault in page_faults(page, n)] == []


# --- editions --------------------------------------------------------------------------------------


def test_editions_have_the_same_pages_and_hide_the_same() -> None:
    text = (
        f"{ALL}# One\n\n==Hidden== one. In [1951]{{.date}} ==secret things== began. ==Zeta==\n: Its ==meaning== is.\n\n"
        f'{TERMS}\n\n[Ada]{{.person about="who kept the secret things of all the others for many years"}} met '
        f'[==Bo==]{{.person}} and [him]{{.person key="Hidden Man"}}.\n\n{FILLER}'
    )
    one, two = (
        plan_handout(for_edition(read(text), edition), theme(), {}, A4, edition)
        for edition in ("instructor", "student")
    )
    assert _shape(one) == _shape(two)
    every = " ".join(lines(two)) + " ".join(f"{t.alt}{t.actual}{t.id}" for t in two.tags)
    every += " ".join(place.name for place in two.destinations) + " ".join(headings(two))
    assert not re.search("Hidden|secret|Zeta|meaning|Bo", every)


def _shape(pages: Pages) -> list[list[tuple[float, float]]]:
    """Where each line of each page stands, whatever it shows."""
    return [sorted({round(y, 2) for y in _baselines(page.items)}) for page in pages.pages]


def _baselines(items: tuple[object, ...]) -> Iterator[float]:
    for item in items:
        if isinstance(item, TextItem) and item.text.strip():
            yield item.y
        if isinstance(item, PathItem):
            yield item.points[0][1] - 1.5


# --- from panel to panel ---------------------------------------------------------------------------


def test_panels_refer_to_each_other() -> None:
    document = read(f"# One\n\n{FILLER}\n\n## Inner\n\nText.\n\n# Why?\n\n{FILLER}\n\n# Three\n\nText.")
    deck, pages = planned_together(document, {})
    numbers = slide_numbers(deck)
    assert list(numbers.values()) == sorted(numbers.values())
    said = lines(pages)
    assert [line for line in said if re.fullmatch(r"Slide \d+", line)] == [f"Slide {n}" for n in numbers.values()]
    at = {place.name: place.page + 1 for place in pages.destinations}
    for slide in deck.slides:
        if slide.sections and slide.footer:
            assert slide.footer.endswith(f" · Handout {at[slide.sections[0]]}")


def test_short_handouts_refer_only_if_they_are_asked_to() -> None:
    for front, refers in (("", False), ("---\npanel-references: true\n---\n\n", True)):
        short = read(f"{front}# One\n\nText.\n\n# Two\n\nText.")
        deck, pages = planned_together(short, {})
        assert any("Handout" in slide.footer for slide in deck.slides) is refers
        assert any(line.startswith("Slide") for line in lines(pages)) is refers
    document = read(f"---\npanel-references: no\n---\n\n# One\n\n{FILLER}\n\n# Two\n\n{FILLER}")
    deck, pages = planned_together(document, {})
    assert deck == plan_deck(document, theme(), {})
    assert not any(line.startswith("Slide") for line in lines(pages))


def test_a_wish_that_is_none_is_told_with_its_line() -> None:
    (problem,) = from_markdown("---\ntitle: A\nindex: perhaps\n---\n\n# A\n\nText.\n").problems
    assert str(problem).startswith("text.md:3:")
    assert "perhaps" in problem.message


# --- all of it, for documents that nobody wrote ----------------------------------------------------

MARKUP = ("=={}==", "[{}]{{.date}}", "[{}]{{.person}}", "[{}]{{.index}}", "{} 1951")


def marked_up(text: str) -> str:
    """The text with every third plain line begun by something for the lists."""
    out = []
    for number, line in enumerate(text.split("\n")):
        first, space, rest = line.partition(" ")
        plain = number % 3 == 0 and re.fullmatch(r"\w+w\d+e", first)
        out.append(MARKUP[number // 3 % len(MARKUP)].format(first) + space + rest if plain else line)
    return "\n".join(out)


@settings(max_examples=25, derandomize=True, phases=(Phase.explicit, Phase.generate),
          suppress_health_check=list(HealthCheck))  # fmt: skip
@given(documents())
def test_made_up_documents_have_lists_that_fit(written: Written) -> None:
    document = read(ALL + marked_up(written.text))
    every = planned(document, {})
    deck, pages = planned_together(document, {})
    assert slide_faults(deck) == []
    assert [fault for n, page in enumerate(pages.pages, 1) for fault in page_faults(page, n)] == []
    for entry in pages.outline:
        assert entry.destination in {place.name for place in pages.destinations}
    assert len({slide.title.casefold() for slide in deck.slides}) == len(every.deck.slides)
    drawn = [tag.alt for tag in pages.tags if tag.role in ("Formula", "Figure")]
    told = "".join("".join([*lines(pages, whole=True), *drawn]).split())
    assert [mark for mark in written.marks - written.private if mark not in told] == []

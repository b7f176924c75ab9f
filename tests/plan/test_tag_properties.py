"""What the tags of any document are like: lists, tables, captions, headings, languages, pictures, order."""

import re
from collections import defaultdict
from itertools import pairwise

import pytest
from documents import A4, NAMES, Planned, case, from_markdown, theme
from generated import Written, documents
from hypothesis import HealthCheck, Phase, given, settings
from reading_pdf import open_pdf
from tag_text import tag_text

from triptych.model.document import Passage
from triptych.model.pages import Pages, Tag
from triptych.model.queries import plain
from triptych.model.walk import walk
from triptych.plan.handout.notes import plan_notes
from triptych.plan.handout.slides import plan_slides
from triptych.template.decor import read_decor
from triptych.template.themes import read_theme
from triptych.write.pdf import write_pages

WITHIN = {
    "L": {"LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
}
"""What stands in an element that holds elements alone (ISO 32000-1, 14.8.4.3)."""
ONLY_IN = {
    "LI": {"L"},
    "Lbl": {"LI", "Note", "TOCI", "P", "LBody", "Sect", "Div"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody"},
    "TH": {"TR"},
    "TD": {"TR"},
    "TOCI": {"TOC"},
}
_HEADING = re.compile(r"H([1-6])")
_MARK = re.compile(r"w(\d+)e")


def paper(planned: Planned) -> dict[str, Pages]:
    """The pages of a document in all its forms."""
    decor = read_decor(read_theme()[1])
    return {
        "handout": planned.handout,
        "sheet": planned.sheet,
        "slides": plan_slides(planned.deck, planned.document, theme(), decor, A4, 3, "none"),
        "notes": plan_notes(planned.deck, planned.document, theme(), decor, A4, "none"),
    }


def below(pages: Pages) -> dict[int, list[int]]:
    """The children of each tag that draw something, or hold what does, in their order."""
    found: dict[int, list[int]] = defaultdict(list)
    for number, tag in enumerate(pages.tags):
        found[tag.parent].append(number)
    return found


def drawn(pages: Pages) -> set[int]:
    """The tags that something stands in, and those around them; cells and what is said are there without."""
    tags: set[int] = set()
    for page in pages.pages:
        for item in page.items:
            number = getattr(item, "tag", None)
            while number is not None and number >= 0 and number not in tags:
                tags.add(number)
                number = pages.tags[number].parent
    return tags


def faults(pages: Pages) -> list[str]:
    """What is wrong with the tags of these pages."""
    kids, there, found = below(pages), drawn(pages), []
    for number in sorted(there):
        tag = pages.tags[number]
        parent = pages.tags[tag.parent].role if tag.parent >= 0 else ""
        inside = [pages.tags[kid] for kid in kids[number] if kid in there]
        if tag.role in WITHIN and any(kid.role not in WITHIN[tag.role] for kid in inside):
            found.append(f"{tag.role} holds {[kid.role for kid in inside]}")
        if tag.role in ONLY_IN and parent not in ONLY_IN[tag.role]:
            found.append(f"{tag.role} in {parent}")
        found += _of_one(tag, parent, inside)
    return found


def _of_one(tag: Tag, parent: str, inside: list[Tag]) -> list[str]:
    found = []
    roles = [kid.role for kid in inside]
    if tag.role in ("Figure", "Formula") and not (tag.alt.strip() or tag.actual.strip()):
        found.append(f"{tag.role} says nothing")
    if tag.role == "Figure" and re.search(r"\.(png|jpe?g|svg|gif)$", tag.alt):
        found.append(f"a figure is called {tag.alt}")
    if tag.role == "TH" and not tag.scope:
        found.append("a heading of a table without a scope")
    if tag.role == "L" and not tag.numbering:
        found.append("a list that does not say how it is numbered")
    if tag.role == "LI" and (roles.count("LBody") > 1 or roles[:2] == ["LBody", "Lbl"]):
        found.append(f"an item of {roles}")
    if tag.role == "Caption" and parent not in ("Figure", "Table", "L"):
        found.append(f"a caption in {parent}")
    if "Caption" in roles[1:-1]:
        found.append(f"a caption in the midst of {roles}")
    return found


def headings(pages: Pages) -> list[int]:
    """The levels of the headings, in the order in which they are read."""
    there = drawn(pages)
    return [int(match[1]) for number, tag in enumerate(pages.tags)
            if number in there and (match := _HEADING.fullmatch(tag.role))]  # fmt: skip


def check(planned: Planned) -> None:
    for name, pages in paper(planned).items():
        assert faults(pages) == [], name
        levels = headings(pages)
        assert all(deeper <= level + 1 for level, deeper in pairwise(levels)), (name, levels)
        assert levels[:1] in ([], [1]), (name, levels)


@pytest.mark.parametrize("name", NAMES)
def test_the_tags_of_every_case_are_well_formed(name: str) -> None:
    check(case(name))


@pytest.mark.parametrize("name", NAMES)
def test_passages_in_other_languages_say_so_in_the_handout(name: str) -> None:
    planned = case(name)
    wanted = {node.lang for node in walk(planned.document) if isinstance(node, Passage) and node.lang
              and plain(node.children).strip()}  # fmt: skip
    own = planned.document.meta.lang
    assert wanted - {own} <= {tag.lang for tag in planned.handout.tags}


@settings(max_examples=40, derandomize=True, phases=(Phase.explicit, Phase.generate),
          suppress_health_check=list(HealthCheck), deadline=None)  # fmt: skip
@given(documents())
def test_the_tags_of_made_up_documents_are_well_formed(written: Written) -> None:
    planned = from_markdown(written.text)
    check(planned)
    if "|---" not in written.text:  # the columns of a wide table stand below each other
        order = [int(number) for number in dict.fromkeys(read(planned.handout))]  # the title may stand twice
        assert order == sorted(order)


def read(pages: Pages) -> list[str]:
    """The numbers of the marked words as somebody hears them: in the order of the tags, without lists of contents."""
    out, hidden = [], -1
    for line in tag_text(open_pdf(write_pages(pages))).split("\n"):
        depth = len(line) - len(line.lstrip())
        hidden = -1 if depth <= hidden else hidden
        if hidden < 0 and re.match(r" *(TOC|Index|Note)\b", line):
            hidden = depth
        if hidden < 0:
            out += _MARK.findall(line.replace("\u00ad", ""))
    return out

"""Drawn slides say what the planned ones say, within their frame, at any size."""

import re
from collections import Counter
from functools import cache
from itertools import pairwise

import pytest
from documents import NAMES, case, from_markdown, theme
from measuring import inked
from msgspec.structs import replace

from triptych.geometry import Rect, Size
from triptych.model.deck import ChartBox, Deck, Fill, FormulaBox, PictureBox, Shape, Slide, TableBox, TextBox, TextFill
from triptych.model.decor import Decor
from triptych.model.pages import DrawingItem, Item, Page, Tag, TextItem
from triptych.model.theme import Face
from triptych.plan.slides import Stage, slide_items
from triptych.plan.slides.lettering import broken
from triptych.plan.slides.scaled import LEGIBLE
from triptych.plan.tree import Tree
from triptych.template.decor import read_decor
from triptych.template.themes import read_theme
from triptych.text.shape import plain_width, space_width, word_width
from triptych.text.spans import Span, Style

_WORD = re.compile(r"\w+")
FRAMES = (Rect(0, 0, 960, 540), Rect(40, 50, 240, 135), Rect(300, 20, 480, 270))


@cache
def decor() -> tuple[Decor, ...]:
    return read_decor(read_theme()[1])


def drawn(deck: Deck, slide: Slide, frame: Rect) -> tuple[tuple[Item, ...], tuple[Tag, ...]]:
    tree = Tree()
    root = tree.add("Sect")
    number = deck.slides.index(slide) + 1
    return slide_items(slide, number, Stage(deck, theme(), decor(), tree), frame, root), tree.tags()


def only(text: str) -> tuple[Deck, Slide]:
    """The deck of a document and the first slide that is not its title."""
    deck = from_markdown(text).deck
    return deck, deck.slides[1]


def planned_words(fill: Fill) -> Counter[str]:
    match fill:
        case TextFill() | TextBox():
            texts = [f"{para.number or ''} {''.join(run.text for run in para.runs)}" for para in fill.paras]
        case FormulaBox():
            return planned_words(fill.text)
        case TableBox():
            cells = (cell for row in fill.rows for cell in row.cells)
            texts = ["".join(run.text for run in para.runs) for cell in cells for para in cell.paras]
        case PictureBox() | ChartBox():
            texts = [fill.alt]
        case Shape():
            texts = []
    return Counter(word for text in texts for word in _WORD.findall(text))


def said_words(items: tuple[Item, ...], tags: tuple[Tag, ...]) -> Counter[str]:
    """What a reader of the tags is told: text, what outlines stand for, alternative texts."""
    texts: dict[int, str] = {}
    for item in items:
        if isinstance(item, TextItem) and item.tag is not None and tags[item.tag].role != "Figure":
            texts[item.tag] = texts.get(item.tag, "") + item.text
        elif isinstance(item, DrawingItem) and item.tag is not None and tags[item.tag].role == "Span":
            parent = tags[item.tag].parent
            texts[parent] = texts.get(parent, "") + tags[item.tag].actual
        elif isinstance(item, DrawingItem) and item.tag is not None and tags[item.tag].role == "Formula":
            texts[item.tag] = tags[item.tag].alt
    alts = [tag.alt for tag in tags if tag.role == "Figure"]
    return Counter(word for text in (*texts.values(), *alts) for word in _WORD.findall(text))


def letters(words: Counter[str]) -> Counter[str]:
    return Counter("".join(words.elements()))


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_lost(name: str, frame: Rect) -> None:
    deck = case(name).deck
    for slide in deck.slides:
        wanted = sum((planned_words(fill) for fill in slide.fills), Counter[str]())
        if any(run.formula for fill in slide.fills for para in getattr(fill, "paras", ()) for run in para.runs):
            continue  # a formula parts the words around it
        items, tags = drawn(deck, slide, frame)
        said = said_words(items, tags)
        assert letters(said) == letters(wanted), slide.title  # a long word may be cut at a line's end


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_leaves_the_frame(name: str, frame: Rect) -> None:
    deck = case(name).deck
    for slide in deck.slides:
        items, _ = drawn(deck, slide, frame)
        for what, rect in inked(Page(Size(2000, 2000), items)):
            assert frame.contains(rect, 1.0), f"{slide.title}: {what}"


def test_text_too_small_to_read_is_drawn_and_told() -> None:
    for name in NAMES:
        deck = case(name).deck
        for slide in deck.slides:
            items, tags = drawn(deck, slide, FRAMES[1])
            assert not [item for item in items if isinstance(item, TextItem) and item.size < LEGIBLE]
            assert all(tags[i.tag].actual for i in items if isinstance(i, DrawingItem) and _is_span(i, tags))


def _is_span(item: DrawingItem, tags: tuple[Tag, ...]) -> bool:
    return item.tag is not None and tags[item.tag].role == "Span"


def test_titles_are_headings_and_lists_are_lists() -> None:
    deck, slide = only("# Rivers\n\n- one\n    - under one\n- two\n\n1. first\n2. second\n")
    _, tags = drawn(deck, slide, FRAMES[0])
    shape = [(tag.role, tags[tag.parent].role if tag.parent >= 0 else "") for tag in tags]
    assert ("H2", "Sect") in shape
    assert shape.count(("L", "Sect")) == 2
    assert shape.count(("L", "LBody")) == 1
    assert [tag.numbering for tag in tags if tag.role == "L"] == ["Disc", "Disc", "Decimal"]


def test_a_slide_drawn_smaller_is_the_same_picture() -> None:
    deck, slide = only("# Rivers\n\n- The Rhine rises in the Alps and flows into the North Sea.\n")
    whole, half = drawn(deck, slide, FRAMES[0])[0], drawn(deck, slide, FRAMES[2])[0]
    pairs = list(zip(whole, half, strict=True))
    texts = [(a, b) for a, b in pairs if isinstance(a, TextItem) and isinstance(b, TextItem)]
    assert len(texts) > 3
    for large, small in texts:
        assert (small.x, small.y) == pytest.approx((300 + large.x / 2, 20 + large.y / 2))
        assert small.size == pytest.approx(large.size / 2)


def test_bullets_hang_and_lines_are_evenly_spaced() -> None:
    text = " ".join(["Rivers carry water, silt and salt to the sea"] * 4)
    deck, slide = only(f"# Rivers\n\n- {text}.\n- Lakes are still.\n")
    items, _ = drawn(deck, slide, FRAMES[0])
    level = next(fill for fill in slide.fills if isinstance(fill, TextFill) and fill.placeholder.kind == "body")
    size = level.sizes[0] if level.sizes else level.placeholder.levels[0].size
    body = [item for item in items if isinstance(item, TextItem) and item.size == size]
    at = [k for k, item in enumerate(body) if item.text.strip() == "•"]
    bullet, lines = body[at[0]], body[at[0] + 1 : at[1]]
    assert {round(line.x, 3) for line in lines} == {48.0 + 28.0}
    assert bullet.x == 48.0
    steps = [b.y - a.y for a, b in pairwise(lines)]
    assert len(steps) >= 2
    assert steps == pytest.approx([1.2 * size] * len(steps))


def test_a_question_whose_answer_waits_in_the_notes_is_asked_there() -> None:
    names = [f"{a}{b}" for a in "klmnprst" for b in "aeiou"]
    parts = (f"## Case {k}\n\nWhat is qu{name} here?\n\nIt is some thing of many words, as it seems.\n" for k, name in
             enumerate(names))  # fmt: skip
    deck = from_markdown("# Asked\n\n" + "\n".join(parts)).deck
    said = " ".join([*(slide.title for slide in deck.slides), *(" ".join(_notes(slide)) for slide in deck.slides)])
    assert [name for name in names if f"qu{name} " not in said] == []


def _notes(slide: Slide) -> list[str]:
    return ["".join(run.text for run in para.runs) for para in slide.notes]


def test_lines_on_paper_end_where_programs_end_them_and_are_as_wide_as_they_are_drawn() -> None:
    style = Style(Face("Arial"), 28.0, "000000")
    made = (Span("AVATAR WAVES TAKE AWAY", style),)
    kerned, plain = (sum(wide(word, style.face) for word in made[0].text.split()) for wide in (word_width, plain_width))
    between = 3 * space_width(style.face)
    assert kerned < plain
    room = 28.0 * (between + (kerned + plain) / 2)
    level = replace(theme().layout("body").placeholders[0].levels[0], spacing=0.0)
    first, second = broken(made, room, level)
    assert [piece.text.strip() for line in (first, second) for piece in line.pieces] == ["AVATAR WAVES TAKE", "AWAY"]
    assert second.width == 28.0 * word_width("AWAY", style.face)


def test_a_task_keeps_its_mark_wherever_it_stands() -> None:
    """Its mark says whether it is done: before a formula, and alone on its slide."""
    alone = from_markdown("# Bread\n\n- [ ] bake\n", full=True).deck
    leads = from_markdown("# Bread\n\n- [x] weigh\n- [ ] bake\n\n$$a = b$$\n", full=True).deck
    for deck in (alone, leads):
        paras = [
            para for slide in deck.slides for fill in slide.fills if isinstance(fill, TextFill) for para in fill.paras
        ]
        tasks = [(para.mark, para.bullet) for para in paras if para.mark]
        assert ("○", True) in tasks
        assert all(bullet for _, bullet in tasks)


@pytest.mark.parametrize(
    ("ending", "tied"),
    [
        ("significant advancements.", "significant\u00a0advancements."),
        ("since World War II.", "World\u00a0War\u00a0II."),
        ("of the Bundesverfassungsgericht.", ""),  # what stands alone is nearly a line
    ],
)
def test_a_short_last_word_does_not_stand_alone_on_a_line(ending: str, tied: str) -> None:
    """Of sentences of many lengths some end with it alone: it has the words before it beside it then."""
    seen = set()
    for count in range(8, 26):
        deck = from_markdown(f"# T\n\n## A\n\n- {'word ' * count}{ending}\n- Another point of it.\n").deck
        fills = [fill for fill in deck.slides[-1].fills if isinstance(fill, TextFill)]
        seen |= {
            run.text[-len(ending) :] for fill in fills for para in fill.paras for run in para.runs if "word" in run.text
        }
    assert any(text.endswith(tied) for text in seen) if tied else seen == {ending}

"""What a black-and-white printer loses is told, with its line; what it does not lose is not."""

import pytest
from documents import A4, NAMES, case, from_markdown, theme

from triptych.check.greyscale import lost_without_color
from triptych.geometry import Rect, Size
from triptych.model.colors import LARGE_READABLE, READABLE, contrast, grey, grey_contrast
from triptych.model.document import Meta
from triptych.model.pages import BoxItem, Item, Page, Pages, PictureItem, RuleItem, TextItem
from triptych.model.picture import Picture
from triptych.model.theme import Face
from triptych.plan.charts.looks import look, slice_fill
from triptych.plan.handout import plan_handout
from triptych.problem import Problem
from triptych.template.themes import read_theme, themes
from triptych.text.extents import extent

TEXT = "# Colours\n\nOne paragraph.\n\nRed on green is another.\n"


def problems(*items: Item, source: str = TEXT) -> tuple[Problem, ...]:
    pages = Pages(Meta(), (Page(Size(400, 300), items),), ())
    return lost_without_color(from_markdown(source).document, pages)


def say(text: str, color: str, *, size: float = 10.0, y: float = 50.0) -> TextItem:
    return TextItem(20.0, y, text, Face("Arial"), size, color)


def test_greys_are_those_of_a_printer() -> None:
    assert [grey(color) for color in ("000000", "FFFFFF", "FF0000", "00FF00", "0000FF")] == [
        "000000",
        "FFFFFF",
        "4C4C4C",
        "969696",
        "1D1D1D",
    ]


def test_text_that_only_colour_parts_from_its_ground_is_told_with_its_line() -> None:
    red, green = "FF2020", "007A30"
    assert grey_contrast(red, green) < 1.5
    (found,) = problems(BoxItem(Rect(10, 30, 200, 40), green), say("Red on green is another.", red))
    assert (found.severity, found.line) == ("warning", 5)
    assert "1.4:1" in found.message


@pytest.mark.parametrize(
    "items",
    [
        (say("Black on white.", "000000"),),
        (BoxItem(Rect(10, 30, 200, 40), "007A30"), say("White on green.", "FFFFFF")),
        (PictureItem(Rect(10, 30, 200, 40), Picture(b"", "png", 4, 3, "k")), say("On a picture.", "FFFFFF")),
        (BoxItem(Rect(10, 130, 200, 40), "000000"), say("Beside the box.", "000000")),
        (say("Large.", "8A8A8A", size=18.0),),
    ],
)
def test_what_can_be_read_is_not_told(items: tuple[Item, ...]) -> None:
    assert problems(*items) == ()


def test_a_pair_of_colours_is_told_once() -> None:
    assert len(problems(*(say(f"Faint {n}", "AAAAAA", y=20.0 * n) for n in range(1, 9)))) == 1


def test_thin_bars_that_look_alike_are_told_with_the_line_of_their_chart() -> None:
    rows = "\n".join(f"| {1900 + n} | {n + 1} | {n + 2} | {n + 3} | {n + 4} |" for n in range(60))
    source = f"# Bars\n\n::: {{.chart kind=column}}\n| Year | A | B | C | D |\n|---|---|---|---|---|\n{rows}\n:::\n"
    document = from_markdown(source).document
    (found,) = lost_without_color(document, plan_handout(document, theme(), {}, A4))
    assert "thin bars" in found.message
    assert found.line in (3, 4)


@pytest.mark.parametrize("name", NAMES)
def test_our_own_handouts_and_cheat_sheets_lose_nothing(name: str) -> None:
    assert lost_without_color(case(name).document, case(name).handout) == ()
    assert lost_without_color(case(name).document, case(name).sheet) == ()


@pytest.mark.parametrize("name", [name for name, _ in themes()])
def test_texts_of_every_theme_can_be_read_in_grey(name: str) -> None:
    palette = read_theme(name)[0].on_paper.palette
    for ground in (palette.paper, palette.tint, palette.mark):
        assert all(grey_contrast(color, ground) >= READABLE for color in (palette.ink, palette.muted, palette.accent))
    assert grey_contrast(palette.on_deep, palette.deep) >= READABLE


@pytest.mark.parametrize("name", [name for name, _ in themes()])
def test_neighbours_in_charts_differ_in_grey_or_in_more_than_colour(name: str) -> None:
    palette = read_theme(name)[0].on_paper.palette
    looks = [look(k, palette) for k in range(20)]
    assert len({(each.color, each.dash, each.mark) for each in looks}) == 20
    assert len({(grey(each.color), grey(each.fill), each.hatch) for each in looks}) == 20
    for count in range(2, 14):
        fills = [slice_fill(k, count, palette) for k in range(count)]
        assert all(grey_contrast(one, two) > 1.4 for one, two in zip(fills, [*fills[1:], fills[0]], strict=True))


def test_key_phrases_and_addresses_are_underlined() -> None:
    planned = from_markdown("# A\n\nA ==key phrase== and [an address](https://example.org/), see [this](#a).\n")
    items = planned.handout.pages[0].items
    rules = [extent(item) for item in items if isinstance(item, RuleItem)]

    def underlined(text: str) -> bool:
        (at,) = [extent(item) for item in items if isinstance(item, TextItem) and item.text.startswith(text)]
        return any(abs(rule.y - at.bottom) < 4 and rule.x < at.x + 1 and rule.right > at.right - 1 for rule in rules)

    assert [underlined(text) for text in ("key phrase", "an address", "this")] == [True, True, False]
    (mark,) = [rule for rule in items if isinstance(rule, RuleItem) and rule.color not in theme().palette.accent]
    assert contrast(mark.color, "FFFFFF") >= LARGE_READABLE

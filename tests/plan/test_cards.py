"""Cards: fronts and backs lie on each other, nothing is lost, nothing leaves its card."""

import io
from collections.abc import Iterator

import pikepdf
import pytest
from cue_words import words
from documents import A4, NAMES, case, source, theme
from generated import Written, documents
from hypothesis import HealthCheck, Phase, given, settings
from measuring import inked, page_faults
from reading import rewritten
from saying import printed, solid

from triptych.geometry import Insets, Rect, Size
from triptych.model.cues import Cue
from triptych.model.document import Document
from triptych.model.forms import PAPERS, CardForm
from triptych.model.pages import BoxItem, Page, Pages, PictureItem, RuleItem, TextItem
from triptych.model.picture import Picture
from triptych.model.smallest_type import SMALLEST_SHEET
from triptych.plan.cards import plan_cards
from triptych.plan.cards.sheets import GRIDS
from triptych.plan.cards.side import DENSITY, set_side
from triptych.plan.cards.side import back as answer_of
from triptych.plan.handout.press import Press
from triptych.plan.tree import Tree
from triptych.read.pictures.find import read_pictures
from triptych.text.extents import extent, hull
from triptych.transform.cues import cues_of
from triptych.write.pdf import write_pages

TENTH = 0.1 * 72 / 25.4
"""A tenth of a millimetre in points."""
FORMS = tuple(CardForm(count, flip) for count in GRIDS for flip in ("long-edge", "short-edge"))  # type: ignore[arg-type]
TOPIC = "Europe"
POINTS = f"# {TOPIC}\n\n" + "".join(f"- **Point {n}**: Answer {n}.\n" for n in range(1, 14))


def cards(document: Document, form: CardForm, paper: Size = A4, pictures: dict[str, Picture] | None = None) -> Pages:
    return plan_cards(cues_of(document), document, theme(), pictures or {}, paper, form)


def read(text: str) -> Document:
    return rewritten(text)


def frames(page: Page) -> list[Rect]:
    return [item.rect for item in page.items if isinstance(item, BoxItem) and item.stroke_width < 0.5 and item.stroke]


def behind(rect: Rect, paper: Size, flip: str) -> Rect:
    """Where a rectangle of a back is seen from the front, through the paper."""
    if flip == "long-edge":
        return Rect(paper.width - rect.right, rect.y, rect.width, rect.height)
    return Rect(rect.x, paper.height - rect.bottom, rect.width, rect.height)


def close(one: Rect, other: Rect) -> bool:
    return all(
        abs(a - b) <= TENTH
        for a, b in ((one.x, other.x), (one.y, other.y), (one.right, other.right), (one.bottom, other.bottom))
    )


def texts(page: Page, rect: Rect) -> str:
    """What is read out of a card."""
    return "".join(
        item.text
        for item in page.items
        if isinstance(item, TextItem) and item.tag is not None and rect.contains(extent(item))
    )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("paper", PAPERS)
def test_every_back_lies_behind_its_front(form: CardForm, paper: str) -> None:
    size = PAPERS[paper]
    pages = cards(read(POINTS), form, size).pages
    asked = 0
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        backs = [(rect, behind(rect, size, form.flip)) for rect in frames(back)]
        for rect in frames(front):
            (found,) = (at for at, seen in backs if close(seen, rect))
            asked += 1
            said = texts(front, rect).removeprefix("Point ")
            topic = said.lstrip("0123456789")
            number = said.removesuffix(topic)
            assert topic == TOPIC or (topic[-1] == "…" and TOPIC.startswith(topic[:-1].strip()))
            assert texts(back, found) == f"Answer {number}."
            for page, card in ((front, rect), (back, found)):  # both texts are about the middle
                items = [i for i in page.items if isinstance(i, TextItem) and i.tag is not None and i.text != topic]
                ink = hull(extent(item) for item in items if card.contains(extent(item)))
                assert ink is not None
                assert abs(ink.x + ink.right - card.x - card.right) / 2 <= TENTH
        assert len(backs) == len(frames(front))
    assert asked == 13


@pytest.mark.parametrize("flip", ["long-edge", "short-edge"])
def test_the_frames_and_cut_marks_of_the_file_lie_on_each_other(flip: str) -> None:
    data = write_pages(cards(read(POINTS), CardForm(8, flip)))  # type: ignore[arg-type]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        drawn = [_drawn(page) for page in pdf.pages]
    for front, back in zip(drawn[::2], drawn[1::2], strict=True):
        turned = [behind(rect, A4, flip) for rect in back]
        assert len(front) == len(back) > 8
        assert all(any(close(rect, other) for other in turned) for rect in front)


def _drawn(page: pikepdf.Page) -> list[Rect]:
    """The rectangles and the straight lines of a page."""
    found, start = [], (0.0, 0.0)
    for operands, operator in pikepdf.parse_content_stream(page):
        numbers = [float(n) for n in operands] if str(operator) in ("re", "m", "l") else []
        match str(operator):
            case "re":
                x, y, width, height = numbers
                found.append(Rect(x, A4.height - y - height, width, height))
            case "m":
                start = (numbers[0], numbers[1])
            case "l":
                (x1, x2), (y1, y2) = sorted((start[0], numbers[0])), sorted((start[1], numbers[1]))
                found.append(Rect(x1, A4.height - y2, x2 - x1, y2 - y1))
    return found


# --- nothing is lost, nothing leaves its card ------------------------------------------------------


def faults(pages: Pages) -> Iterator[str]:
    for number, page in enumerate(pages.pages, 1):
        yield from page_faults(page, number)
        small = [(i.text, i.size) for i in page.items if isinstance(i, TextItem) and i.size < SMALLEST_SHEET - 0.01]
        if small:
            yield f"page {number}: {small[0]} is too small to read"
        inner = [rect.inset(Insets(8.0, 8.0, 8.0, 8.0)) for rect in frames(page)]
        for text, ink in inked(page):
            if not any(rect.contains(ink) for rect in inner):
                yield f"page {number}: {text!r} leaves its card"
        for item in page.items:
            if isinstance(item, PictureItem) and not any(rect.contains(item.rect) for rect in inner):
                yield f"page {number}: a picture leaves its card"
            if isinstance(item, RuleItem) and item.width < 0.3:
                assert not any(rect.contains(extent(item)) for rect in inner)


def lost(document: Document, pages: Pages) -> set[str]:
    """The words of cues that no card says, in one piece or in several."""
    said = solid(printed(pages))
    wanted = {word for cue in cues_of(document) for word in words(cue)}
    return {word for word in wanted if word not in said}


@pytest.mark.parametrize("form", [CardForm(), CardForm(10, "short-edge"), CardForm(2)])
@pytest.mark.parametrize("name", NAMES)
def test_cards_of_cases(name: str, form: CardForm) -> None:
    document = case(name).document
    pictures, _ = read_pictures(document, source(name).parent)
    pages = cards(document, form, pictures=pictures)
    assert list(faults(pages)) == []
    assert lost(document, pages) == set()


@settings(max_examples=25, derandomize=True, phases=(Phase.explicit, Phase.generate),
          suppress_health_check=list(HealthCheck))  # fmt: skip
@given(documents())
def test_cards_of_made_up_documents(made: Written) -> None:
    document = read(made.text)
    pages = cards(document, CardForm(10))
    assert list(faults(pages)) == []
    assert {word for word in lost(document, pages) if len(word) < 100} == set()


def test_what_does_not_fit_goes_on_on_another_card() -> None:
    long = " ".join(f"Sentence {n} of a long answer stands here." for n in range(150))
    document = read(f"# A\n\n- **One**: {long}\n- **Two**: Short.\n")
    pages = cards(document, CardForm(10))
    assert list(faults(pages)) == []
    assert lost(document, pages) == set()
    said = [item.text.strip() for page in pages.pages for item in page.items if isinstance(item, TextItem)]
    assert sum(text == "One" for text in said) > 1
    assert any(text.startswith("1 (1/") and text.endswith("…") for text in said)
    count = sum(text == "One" for text in said)
    assert said.count("continued") == count - 1
    assert f"1 ({count}/{count})" in said
    read_out = [i for p in pages.pages for i in p.items if isinstance(i, TextItem) and i.tag is not None]
    assert sum(item.text == "One" for item in read_out) == 1  # what is said again is not read out again
    assert min(item.size for item in read_out if item.text != "A") >= 8.0  # that is the topic, at the foot


def test_a_long_answer_goes_on_behind_a_sentence_or_an_item() -> None:
    long = " ".join(f"Sentence {n} of a long answer stands here and says something." for n in range(40))
    items = "\n".join(
        f"  {n}. Item {n} of a list, which is about as long as a line or two of it." for n in range(1, 30)
    )
    document = read(f"# A\n\n- **One**: {long}\n- **Two**: These:\n\n{items}\n")
    pages = cards(document, CardForm(10))
    assert list(faults(pages)) == []
    assert lost(document, pages) == set()
    parts = [part for cue in cues_of(document) for part in _texts_of_cards(cue, document)]
    assert len(parts) > 4
    for part in parts:
        assert part.startswith(("Sentence", "These", "Item"))
        assert part.endswith((".", ":"))


def _texts_of_cards(cue: Cue, document: Document) -> list[str]:
    """What each card of an answer says, without the marks of lists."""
    press = Press(document, theme(), {}, Tree(), 200.0, 150.0, 200.0, density=DENSITY)
    side = set_side(answer_of(cue.back), press, press.tree.add("Document"), Size(240.0, 150.0), cue.back)
    texts = [[item.text for item in part if isinstance(item, TextItem)] for part in side.parts]
    return [" ".join("".join(text).split()).lstrip("0123456789. ") for text in texts]


def test_the_same_cards_are_the_same_file() -> None:
    made = {write_pages(cards(read(POINTS), CardForm())) for _ in range(2)}
    assert len(made) == 1

"""Each figure of a document stands on the slide of a text that refers to it, whatever else waits in the notes."""

from pathlib import Path

import pytest
from documents import planned
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import read

from triptych.model.deck import Deck, PictureBox, Slide, TextBox, TextFill
from triptych.model.document import Figure
from triptych.plan.deck.referring import referring
from triptych.read.pictures.find import read_pictures

FOLDER = Path(__file__).parent.parent / "cases" / "lecture"
FILLER = "The river carries sand and mud past the old mill towards the harbour of the town in spring. " * 3


def deck_of(text: str, *, full: bool) -> Deck:
    document, problems = read(text)
    return planned(document, read_pictures(document, FOLDER)[0], problems, full=full).deck


def text_of(slide: Slide) -> str:
    boxes = [f for f in slide.fills if isinstance(f, TextFill | TextBox) and getattr(f, "name", "") != "Caption"]
    return " ".join("".join(run.text for run in para.runs) for box in boxes for para in box.paras)


@st.composite
def sections(draw: st.DrawFn) -> str:
    """Sections of a figure each, named before or behind it, with a paragraph between them or not."""
    out = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        names = f"What Figure {number} shows is where it bends, mark{number}."
        figure = f'![Plan {number}](parts.png "A plan of bend {number}")'
        between = draw(st.sampled_from([[], ["Some say that it is older than the town."]]))
        parts = [names, *between, figure] if draw(st.booleans()) else [figure, *between, names]
        before = [FILLER] * draw(st.integers(0, 3))
        behind = [FILLER] * draw(st.integers(0, 2))
        out.append("\n\n".join([f"## Bend {number}", *before, *parts, *behind]))
    return "# Rivers\n\n" + "\n\n".join(out) + "\n"


@settings(max_examples=12)
@given(text=sections(), full=st.booleans())
def test_a_figure_stands_with_what_names_it(text: str, full: bool) -> None:
    deck = deck_of(text, full=full)
    shown = [slide for slide in deck.slides if any(isinstance(fill, PictureBox) for fill in slide.fills)]
    pictures = sum(isinstance(fill, PictureBox) for slide in shown for fill in slide.fills)
    assert pictures == text.count("parts.png")
    for slide in shown:
        numbers = [fill.alt.split()[1] for fill in slide.fills if isinstance(fill, PictureBox)]
        assert all(f"mark{number}." in text_of(slide) for number in numbers), slide.title


def figure(text: str) -> Figure:
    (section,) = read(text)[0].sections
    return next(block for block in section.blocks if isinstance(block, Figure))


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["As Fig. 1 shows", "near", None, "near"], 0),
        (["Figure 11 is another", "near", None, "near"], 1),
        ([None, None, None, "the only one"], 3),
        ([None, None, None], None),
    ],
)
def test_the_nearest_text_that_names_a_figure(texts: list[str | None], found: int | None) -> None:
    text = '# A\n\n![x](parts.png "B")\n'
    document = read(text)[0]
    assert referring(texts, 2, figure(text), document) == found

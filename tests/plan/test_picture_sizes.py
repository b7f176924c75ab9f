"""Pictures as large as their author wishes, whole, and never outside their frame."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triptych.geometry import Size
from triptych.model.document import Attributes
from triptych.model.picture import Picture
from triptych.plan.picture_sizes import wished

FRAME = Size(400.0, 300.0)


def picture(width: int, height: int) -> Picture:
    return Picture(b"", "png", width, height, "")


def says(**values: str) -> Attributes:
    return Attributes(values=tuple(values.items()))


@pytest.mark.parametrize(
    ("values", "width"),
    [
        ({}, 240.0),
        ({"width": "50%"}, 200.0),
        ({"width": "100%"}, 400.0),
        ({"width": "250%"}, 400.0),
        ({"width": "5cm"}, 5 * 72 / 2.54),
        ({"width": "2in"}, 144.0),
        ({"width": "300px"}, 225.0),
        ({"width": "300"}, 225.0),
        ({"width": ".5 in"}, 36.0),
        ({"height": "50%"}, 300.0),
        ({"width": "50%", "height": "10%"}, 60.0),
        ({"width": "-5cm", "height": "1e9px"}, 240.0),
        ({"width": "0"}, 240.0),
        ({"width": "wide"}, 240.0),
        ({"width": "1pt"}, 12.0),
    ],
)
def test_widths(values: dict[str, str], width: float) -> None:
    size = wished(picture(200, 100), says(**values), FRAME, 1.2)
    assert size.width == pytest.approx(width)
    assert size.height == pytest.approx(width / 2)


@given(
    st.integers(1, 5000),
    st.integers(1, 5000),
    st.fixed_dictionaries(
        {}, optional={"width": st.text(max_size=6), "height": st.sampled_from(("80%", "9cm", "1px"))}
    ),
)
def test_whole_and_within_the_frame(width: int, height: int, values: dict[str, str]) -> None:
    size = wished(picture(width, height), says(**values), FRAME, 1.2)
    assert 0 < size.width <= FRAME.width + 1e-6
    assert 0 < size.height <= FRAME.height + 1e-6
    assert size.width * height == pytest.approx(size.height * width)

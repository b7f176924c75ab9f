"""The limit of formulae is that of the equations which are written of them."""

import re

import pytest
from formulae import FORMULAE

from triptych.model.latex import parse
from triptych.model.latex.limits import DEEPEST, is_too_large
from triptych.write.pptx.equations import omml

_TAG = re.compile("<[^>]+>")


def depth(xml: str) -> int:
    """How deeply the elements of some XML are nested."""
    deepest = now = 0
    for tag in _TAG.findall(xml):
        now += -1 if tag[1] == "/" else 0 if tag[-2] == "/" else 1
        deepest = max(deepest, now)
    return deepest


DEEP = [r"\sum " * 72 + "x", r"\frac{1}{" * 30 + "x" + "}" * 30, r"\sqrt[\hat{x}]{\bar{" * 20 + "x" + "}}" * 20]


@pytest.mark.parametrize("latex", [*FORMULAE, *DEEP])
def test_no_equation_is_deeper_than_it_may_be(latex: str) -> None:
    row = parse(latex).row
    written = [omml(latex, display=display) for display in (False, True)]
    assert all(xml is None or depth(xml) <= DEEPEST for xml in written)
    assert not row.nodes or parse(latex).faults or (written[0] is None) == is_too_large(row)


@pytest.mark.parametrize(
    ("latex", "too_large"),
    [
        (r"\sum " * 72 + "x", False),
        (r"\sum " * 80 + "x", True),
        (r"\begin{matrix}" + "a&" * 63 + r"b\end{matrix}", False),
        (r"\begin{matrix}" + "a&" * 64 + r"b\end{matrix}", True),
        (r"a&=b\\" * 65, True),
    ],
)
def test_depth_rows_and_columns_are_limited(latex: str, too_large: bool) -> None:
    assert is_too_large(parse(latex).row) is too_large

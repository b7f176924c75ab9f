"""What our Markdown reader makes of a text equals what is made of it through pandoc."""

import pytest
from parity import ours, through_pandoc
from parity_inputs import INPUTS

ON_PURPOSE = {
    ("tables", "bar in code"): "a backslash before a bar in a cell's code belongs to the table, as on GitHub",
    ("footnotes", "called twice"): "one note with two calls: pandoc's tree has the note twice",
}
"""Where ours differs, and why that is better."""
OURS_WRONG = {
    ("citations", "in the text, page"): "the place behind a citation in the text is not kept as it is written",
    ("divs", "name"): "the name of a division that is a mere group is lost",
}
"""Where pandoc is right."""
EVERY = [(kind, name) for kind, inputs in INPUTS.items() for name in inputs]


def _marked(kind: str, name: str) -> object:
    why = OURS_WRONG.get((kind, name))
    marks = (pytest.mark.xfail(strict=True, reason=why),) if why else ()
    return pytest.param(kind, name, marks=marks, id=f"{kind}: {name}")


@pytest.mark.parametrize("kind", INPUTS)
def test_each_kind_has_inputs_enough(kind: str) -> None:
    assert len(set(INPUTS[kind].values())) >= 8


@pytest.mark.parametrize(("kind", "name"), [_marked(*of) for of in EVERY if of not in ON_PURPOSE])
def test_our_document_is_that_which_pandoc_makes(kind: str, name: str) -> None:
    text = INPUTS[kind][name]
    assert ours(text) == through_pandoc(text)


@pytest.mark.parametrize(("kind", "name"), ON_PURPOSE)
def test_ours_differs_only_where_that_is_meant(kind: str, name: str) -> None:
    text = INPUTS[kind][name]
    assert ours(text) != through_pandoc(text)

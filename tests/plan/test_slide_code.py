"""Code on slides: lines are whole, in type that may be small, or cut with a mark, the same in every program."""

from documents import from_markdown

from triptych.model.deck import TextBox
from triptych.model.theme import Face
from triptych.text.shape import plain_width


def code(text: str) -> list[TextBox]:
    deck = from_markdown(f"# Art\n\nThis is how it looks:\n\n```\n{text}\n```\n", full=True).deck
    return [fill for slide in deck.slides for fill in slide.fills if isinstance(fill, TextBox) and fill.name == "Code"]


def lines(boxes: list[TextBox]) -> list[str]:
    return ["".join(run.text for run in para.runs) for box in boxes for para in box.paras]


def test_lines_with_runs_of_spaces_are_set_small_enough_to_stay_whole() -> None:
    art = "|" + " " * 90 + "/\\"
    boxes = code(art)
    assert boxes[0].size == 14.0
    assert lines(boxes) == [art]


def test_longer_lines_are_cut_before_any_program_has_to() -> None:
    art = ["__   __" * 40, " " * 150 + "end", "word and " * 30]
    boxes = code("\n".join(art))
    for line in lines(boxes):
        assert plain_width(line, Face("Courier New")) * boxes[0].size <= boxes[0].rect.inset(boxes[0].insets).width
    assert "".join(line.removeprefix("› ") for line in lines(boxes)) == "".join(line.rstrip() for line in art[:2]) + (
        "word and " * 30
    )
    assert sum(line.startswith("› ") for line in lines(boxes)) >= 3
    cut = [line for line in lines(boxes) if "word" in line]
    assert all(line.endswith((" ", "d")) for line in cut)  # between words, where there are any

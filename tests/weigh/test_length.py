"""How long a document is, asked without weighing it."""

import pytest

from triptych.read.source import read_source
from triptych.weigh import is_longer, weigh
from triptych.weigh.stems import Words, length_of

TEXTS = (
    "A lecture on rivers: their sources, their mouths, and 3 floods.",
    "Der Fluß fließt; er trägt Sand\u00adbänke mit sich.",
    "河流从山上流下来，最后流入大海。",
    "แม่น้ำไหลลงสู่ทะเล",
    "नदियाँ पहाड़ों से निकलती हैं",
    "The 河流 runs to the sea.",
    "",
)


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_counted_as_when_they_are_read(text: str) -> None:
    assert length_of(text) == Words("en").read(text).length


def test_the_statements_of_a_document_are_counted_without_its_code() -> None:
    source = (
        "# Rivers\n\n"
        + "\n\n".join(TEXTS)
        + "\n\n- one item\n- another\n\n```\nlet it = 1\n```\n\n| a | b |\n|-|-|\n| c | d e |\n"
    )
    document, _ = read_source(source.encode(), "rivers.md")
    assert document is not None
    total = sum(statement.length for statement in weigh(document).statements if statement.kind != "code")
    assert total > 30
    assert is_longer(document, total - 1)
    assert not is_longer(document, total)

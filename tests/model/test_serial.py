"""A document written as JSON is the same document when it is read again."""

import json
from pathlib import Path

import pytest
from documents import NAMES, case
from generated import Written, documents
from hypothesis import given, settings

import triptych
from triptych.model.serial import schema
from triptych.read.markdown.document import read_markdown

SCHEMA = Path(__file__).parent.parent.parent / "docs" / "document.schema.json"


@pytest.mark.parametrize("name", NAMES)
def test_a_case_comes_back_as_it_was(name: str) -> None:
    document = case(name).document
    data = triptych.to_json(document)
    assert triptych.from_json(data) == document
    assert triptych.to_json(triptych.from_json(data)) == data


@settings(max_examples=40)
@given(documents())
def test_any_document_comes_back_as_it_was(written: Written) -> None:
    document = read_markdown(written.text, "text.md")[0]
    assert triptych.from_json(triptych.to_json(document)) == document


def test_members_of_unions_are_told_by_their_names() -> None:
    document = read_markdown("## A\n\nOne[^1] **two**.\n\n[^1]: Three.\n", "text.md")[0]
    told = json.loads(triptych.to_json(document))
    (paragraph,) = told["sections"][0]["blocks"]
    assert [inline["type"] for inline in paragraph["inlines"]] == ["Text", "FootnoteCall", "Text", "Strong", "Text"]
    assert told["footnotes"][0]["blocks"][0]["inlines"] == [{"type": "Text", "text": "Three."}]


@pytest.mark.parametrize("data", [b"", b"[]", b'{"meta": {}, "sections": [{"id": 1}]}', b"\xff"])
def test_what_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the words are those of the library
        triptych.from_json(data)


def test_the_schema_that_is_handed_out_is_that_of_the_model(accept: bool) -> None:
    if accept:
        SCHEMA.write_bytes(schema())
    assert schema() == SCHEMA.read_bytes(), "if the change is wanted: pytest --accept"

"""Documents as JSON (RFC 8259) and back, and the schema of it; nothing that a build needs."""

import inspect
from typing import Any

import msgspec

from triptych.model.document import Document


def to_json(document: Document) -> bytes:
    """The document as JSON in UTF-8, the same bytes for the same document."""
    return msgspec.json.encode(document)


def from_json(data: bytes) -> Document:
    """The document that JSON in UTF-8 is. Raises ValueError where it is none, with the place in it."""
    try:
        return msgspec.json.decode(data, type=Document)
    except msgspec.DecodeError as failure:
        raise ValueError(str(failure)) from failure


def schema() -> bytes:
    """What a document looks like in JSON, as JSON Schema 2020-12."""
    found = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Document)}
    return msgspec.json.format(msgspec.json.encode(_tidied(found)), indent=1) + b"\n"


def _tidied(value: Any) -> Any:
    """The same with descriptions as they are read: they are docstrings, whose indentation newer Pythons take away."""
    if isinstance(value, dict):
        return {name: _tidied(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_tidied(one) for one in value]
    return inspect.cleandoc(value) if isinstance(value, str) and "\n" in value else value

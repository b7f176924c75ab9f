"""Front matter in JSON, as Hugo and notebooks have it: an object that begins a text and ends on a line of its own."""

import json
from collections.abc import Mapping

from triptych.patterns import late

_END = late(r"^\}[ \t]*$", 8)  # re.MULTILINE
_LONGEST = 100_000


def json_front(text: str) -> tuple[Mapping[str, object], int]:
    """The values of such front matter and how many lines it has; nothing where the text begins otherwise."""
    end = _END.search(text, 0, _LONGEST)
    if end is None:
        return {}, 0
    try:
        values = json.loads(text[: end.end()])
    except (ValueError, RecursionError):
        return {}, 0
    return (values, text.count("\n", 0, end.end()) + 1) if isinstance(values, dict) else ({}, 0)

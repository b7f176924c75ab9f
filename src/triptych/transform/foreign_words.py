"""Words in other letters than Latin ones."""

import re
from collections.abc import Iterator

from triptych.patterns import late

_LETTERS = (
    "\u0370-\u1fff\u2c00-\u2dff\u2e80-\u2fff\u3040-\ud7ff\uf900-\ufdff\ufe70-\ufefc\uff66-\uffdc\U00020000-\U0003ffff"
)
_FOREIGN = late(rf"[{_LETTERS}](?:[{_LETTERS}\u0300-\u036f\u200c\u200d'’ ،、。，：．-]*[{_LETTERS}\u0300-\u036f。])?")
"""Words in other letters than Latin ones, with the signs and spaces between them."""


def foreign_words(text: str) -> Iterator[re.Match[str]]:
    """Where such words stand in a text, with the signs and spaces between them."""
    return _FOREIGN.finditer(text)

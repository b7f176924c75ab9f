"""Which text refers to a figure: by its number, else the one that stands nearest to it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from triptych.languages.words import numbered, word
from triptych.model.document import Document, Figure
from triptych.model.queries import plain

_STEM = 3
"""Letters of the word for a figure that are enough before a number: "Fig. 3" is as good as "Figure 3"."""


def referring(texts: Sequence[str | None], at: int, block: Figure, document: Document) -> int | None:
    """Which of the texts refers to the figure that stands at a place among them: None if there is no text at all.

    The nearest of those that name its number, else the nearest, the one before it first. `None` is no text.
    """
    near = [k for k, text in enumerate(texts) if text is not None and text.strip()]
    if not near:
        return None
    first = not numbered(document, "figure", 0).endswith("0")
    pattern = _naming(_called(block, document), word(document, "figure"), first)
    named = [k for k in near if pattern and pattern.search(texts[k] or "")]
    return min(named or near, key=lambda k: (abs(k - at), k > at))


def _called(block: Figure, document: Document) -> str:
    """The number of a figure: ours, else the one with which its author begins its caption; nothing if it has none."""
    if block.number:
        return str(block.number)
    kind = re.escape(word(document, "figure")[:_STEM])
    said = re.match(rf"{kind}\w*\.?\s*(\d+(?:\.\d+)*)", plain(block.caption), re.IGNORECASE)
    return said[1] if said else ""


@lru_cache(maxsize=4096)
def _naming(number: str, kind: str, first: bool) -> re.Pattern[str] | None:
    """The pattern of "Figure 3", or of "3. ábra" where the number comes `first`."""
    if not number:
        return None
    if first:
        return re.compile(rf"(?<![\d.]){re.escape(number)}\.?\s*{re.escape(kind[:_STEM])}", re.IGNORECASE)
    return re.compile(rf"{re.escape(kind[:_STEM])}\w*\.?\s*{re.escape(number)}(?!\.?\d)", re.IGNORECASE)

"""Very long texts in passages that a column can hold."""

from collections.abc import Iterator

from triptych.model import document as doc
from triptych.weigh.sentences import divided, strip

LONGEST = 1400
"""Characters from which on a text is parted, so that columns can hold it."""


def passages(inlines: doc.Inlines, text: str) -> Iterator[doc.Inlines]:
    """Inlines, whose plain text is known, cut between words."""
    ends, start, most = list[int](), 0, int(LONGEST * 0.6)
    while len(text) - start > most:
        space = text.rfind(" ", start + 1, start + most)
        start = space if space > 0 else start + most
        ends.append(start)
    yield from map(strip, divided(inlines, ends))


def code_passages(text: str) -> Iterator[str]:
    """Code in passages of whole lines; a line that is too long is cut."""
    part: list[str] = []
    used = 0
    for line in (piece for long in text.split("\n") for piece in _chopped(long)):
        if part and used + len(line) > LONGEST * 0.6:
            yield "\n".join(part)
            part, used = [], 0
        part.append(line)
        used += len(line) + 1
    yield "\n".join(part)


def _chopped(text: str) -> Iterator[str]:
    step = LONGEST // 2
    yield from (text[k : k + step] for k in range(0, max(1, len(text)), step))

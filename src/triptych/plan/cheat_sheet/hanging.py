"""The lines of a group; wide ones of code are parted between words, and what goes on stands deeper."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from triptych.plan.fitting import fitted
from triptych.text.lines import Line, break_lines
from triptych.text.shape import word_width
from triptych.text.spans import Span

DEEPER = 2
"""Signs by which what goes on is set deeper than its line."""
_BLANK = "\u00a0"


def broken(spans: Sequence[Span], room: float, *, code: bool) -> tuple[Line, ...]:
    """The lines of a group in a room, as wide as the spans are: points, or ems for spans of size 1."""
    if code:
        return break_lines(tuple(hanging(span, room) for span in spans), room, tidy=False)
    return break_lines(fitted(spans, room), room)


def hanging(span: Span, room: float) -> Span:
    """Code with its lines parted for a room, as wide as the span is: points, or ems for one of size 1."""
    sign = word_width("0", span.style.face) * span.style.size
    most = int(room / sign + 1e-6) if sign > 0 else 0
    rows = [row for line in span.text.split("\n") for row in _parted(line, most)]
    return replace(span, text="\n".join(rows))


def _parted(line: str, most: int) -> Iterator[str]:
    """A line of code in parts of so many signs, where it has spaces to part it at."""
    start = len(line) - len(line.lstrip(_BLANK))
    deep = min(start + DEEPER, most // 2)
    least = start
    while len(line) > most:
        space = line.rfind(" ", least + 1, most + 1)
        if space < 0:
            break  # one long word: cut where the line ends
        yield line[:space]
        line, least = _BLANK * deep + line[space + 1 :], deep
    yield line

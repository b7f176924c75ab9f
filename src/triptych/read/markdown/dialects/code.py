"""Which lines of a Markdown text are code, so that nothing in them is rewritten."""

from collections.abc import Iterator, Sequence

from triptych.patterns import late

_FENCE = late(r"[ >]*(`{3,}(?=[^`]*$)|~{3,})")


def outside_code(lines: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it stands outside of fenced code."""
    fence = ""
    for line in lines:
        match = _FENCE.match(line)
        if fence:
            closes = match is not None and match[1].startswith(fence) and not line[match.end() :].strip()
            fence = "" if closes else fence
            yield line, False
        elif match:
            fence = match[1]
            yield line, False
        else:
            yield line, True

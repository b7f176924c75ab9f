"""Definitions of abbreviations: `*[HTML]: Hypertext Markup Language`."""

from markdown_it.rules_block import StateBlock

from triptych.patterns import late

_DEFINITION = late(r"\*\[([^\[\]\n]{1,60})\]:[ \t]*+(\S.*)")


def abbreviation(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line that spells out an abbreviation; it is kept in `env`, and shows nothing itself."""
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if not state.src.startswith("*[", begin, stop) or state.is_code_block(start):
        return False
    match = _DEFINITION.fullmatch(state.src, begin, stop)
    if match is None:
        return False
    if not silent:
        state.line = start + 1
        state.env.setdefault("abbreviations", {}).setdefault(match[1], (match[2].rstrip(), start + 1))
        state.push("abbreviation", "", 0).map = [start, state.line]
    return True

"""Fenced divisions: `::: name`, `::: {.name #id}`, `::: name Title`, `:::name[Title]`, closed by `:::`."""

import re

from markdown_it.rules_block import StateBlock

from triptych.patterns import late

_OPENING = late(
    r"""(?P<name>[^\W\d][\w-]*+)?+(?:(?<=\w)\[(?P<label>[^\[\]]{0,300}+)\])?+
    [ \t]*+(?P<braces>\{(?:[^{}"]|"(?:[^"\\]|\\.)*+")*+\})?+
    (?:(?<=[ \t}\]])[ \t]*+(?P<title>\S.*))?""",
    re.VERBOSE,
)
_DIRECTIVE = late(r"\{([A-Za-z][\w-]*)\}")
_OPTION = late(r":([\w-]++):(?:[ \t]++(.*))?$")


def division(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line of colons that opens a division or closes the innermost one; `::: ] name` does both.

    Both become a token of their own, which the conversion matches: divisions may hold anything and may have
    been left open. The token of an opening has its name, braces and title in `meta`.
    """
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if not state.src.startswith(":::", begin, stop) or state.is_code_block(start):
        return False
    inside = _inside(state.src[begin:stop])
    closes = inside.startswith("] ")
    inside = inside[2:].lstrip() if closes else inside
    opening = _OPENING.fullmatch(inside)
    if opening is None:
        return False
    if not silent:
        state.line = start + 1
        if closes:
            _left(state)
            state.push("div_close", "div", 0).map = [start, state.line]
        kind = "div_open" if inside else "div_close"
        token = state.push(kind, "div", 0)
        token.map = [start, state.line]
        token.meta = opening.groupdict("")
        token.meta["title"] = token.meta.pop("label") or token.meta["title"]
        if kind == "div_open":
            state.env.setdefault("divisions", []).append(_asks(token.meta["name"], token.meta["braces"]))
        else:
            _left(state)
        directive = _DIRECTIVE.fullmatch(token.meta["braces"])
        token.meta["directive"] = directive[1] if directive else ""
        token.meta["options"] = _take_options(state, end) if directive else {}
    return True


def _inside(line: str) -> str:
    """What stands behind the colons of a line, without those at its end."""
    return line.strip().lstrip(":").rstrip(":").strip(" \t")


def _left(state: StateBlock) -> None:
    if state.env.get("divisions"):
        state.env["divisions"].pop()


def _asks(name: str, braces: str) -> bool:
    return name.lower() == "question" or ".question" in braces


def _take_options(state: StateBlock, end: int) -> dict[str, str]:
    """Options of a directive stand right below it: `:class: tip`."""
    found: dict[str, str] = {}
    while state.line < end:
        begin = state.bMarks[state.line] + state.tShift[state.line]
        match = _OPTION.match(state.src[begin : state.eMarks[state.line]])
        if match is None:
            break
        found[match[1]] = (match[2] or "").strip()
        state.line += 1
    return found

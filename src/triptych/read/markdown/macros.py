"""An author's own commands of LaTeX, `\\newcommand{\\E}{\\mathbb{E}}`: put into the formulae that use them."""

import re
from collections.abc import Iterator

import msgspec

from triptych.patterns import late
from triptych.read.markdown.rules.raw_tex import closing_brace

_START = late(r"\\(newcommand|renewcommand|providecommand|DeclareMathOperator|def|let)\b\*?\s*+")
_NAME = late(r"\{?\s*(\\(?:[A-Za-z]+|.))\s*\}?")
_NUMBER = late(r"\s*\[(\d)\]")
_DEFAULT = late(r"\s*\[([^\[\]]{0,200})\]")
_PLACES = late(r"\s*+((?:#\d)*+)\s*+(?=\{)")
_BEHIND = late(r"[ \t]*+(?:\n|\Z)")
_USE = late(r"\\(?:[A-Za-z]+|.)", re.DOTALL)
_HOLE = late(r"#(\d)")
_LONGEST = 2000
_ROUNDS, _MOST = 8, 20_000
"""How deep commands may use each other, and how long a formula may become by them."""


class Macro(msgspec.Struct, frozen=True):
    """What a command stands for: a body with `#1` and so on in it, and what its first argument is if it is left out."""

    body: str
    count: int = 0
    default: str | None = None


Macros = dict[str, Macro]


def take_definitions(text: str, macros: Macros) -> str:
    """The text without the definitions in it, which are added to the commands that are known."""
    out, place = [], 0
    for match in _START.finditer(text) if "\\" in text else ():
        found = _definition(text, match) if match.start() >= place else None
        if found:
            name, macro, end = found
            macros[name] = macro
            out.append(text[place : match.start()])
            place = end
    return "".join(out) + text[place:]


def leading_definitions(text: str) -> tuple[Macros, int]:
    """The definitions that the first lines of a text are made of, and how many lines these are: 0 if they are more."""
    macros: Macros = {}
    place = 0
    while match := _START.match(text, place):
        found = _definition(text, match)
        if found is None:
            return {}, 0
        name, macro, place = found
        macros[name] = macro
        if _BEHIND.match(text, place):
            return macros, text.count("\n", 0, place) + 1
        while text[place : place + 1].isspace():
            place += 1
    return {}, 0


def _definition(text: str, match: re.Match[str]) -> tuple[str, Macro, int] | None:
    """The name, the command and where its definition ends."""
    name = _NAME.match(text, match.end())
    if name is None:
        return None
    place, count, default = name.end(), 0, None
    if match[1] == "let":
        other = re.compile(r"\s*=?\s*(\\[A-Za-z]+)").match(text, place)
        return (name[1], Macro(other[1]), other.end()) if other else None
    if match[1] == "def":
        places = _PLACES.match(text, place)
        if places is None:
            return None
        count, place = places[1].count("#"), places.end()
    elif number := _NUMBER.match(text, place):
        count, place = int(number[1]), number.end()
        if optional := _DEFAULT.match(text, place):
            default, place = optional[1], optional.end()
    while text[place : place + 1].isspace():
        place += 1
    close = closing_brace(text, place, min(len(text), place + _LONGEST)) if text.startswith("{", place) else -1
    if close < 0:
        return None
    body = text[place + 1 : close]
    body = f"\\operatorname{{{body}}}" if match[1] == "DeclareMathOperator" else body
    return name[1], Macro(body, count, default), close + 1


def expanded(latex: str, macros: Macros) -> str:
    """The formula with the author's commands replaced by what they stand for; a definition in it is taken first."""
    latex = take_definitions(latex, macros)
    for _ in range(_ROUNDS):
        if not macros or len(latex) > _MOST:
            break
        replaced = "".join(_replaced(latex, macros))
        if replaced == latex:
            break
        latex = replaced
    return latex


def _replaced(latex: str, macros: Macros) -> Iterator[str]:
    place = 0
    for match in _USE.finditer(latex):
        macro = macros.get(match[0])
        if macro is None or match.start() < place:
            continue
        arguments, end = _arguments(latex, match.end(), macro)
        body = _HOLE.sub(lambda hole, given=arguments: given.get(int(hole[1]), ""), macro.body)  # type: ignore[misc]
        yield latex[place : match.start()]
        # A letter right behind must not become part of the body's last command.
        yield f"{body} " if body[-1:].isalpha() and latex[end : end + 1].isalpha() else body
        place = end
    yield latex[place:]


def _arguments(latex: str, place: int, macro: Macro) -> tuple[dict[int, str], int]:
    """The arguments that stand behind a command, by their numbers, and where they end."""
    found: dict[int, str] = {}
    if macro.default is not None:
        optional = _DEFAULT.match(latex, place)
        found[1], place = (optional[1], optional.end()) if optional else (macro.default, place)
    for number in range(len(found) + 1, macro.count + 1):
        while latex[place : place + 1].isspace():
            place += 1
        close = closing_brace(latex, place, len(latex)) if latex.startswith("{", place) else -1
        if close >= 0:
            found[number], place = latex[place + 1 : close], close + 1
        elif token := re.compile(r"\\[A-Za-z]+|.").match(latex, place):
            found[number], place = token[0], token.end()
    return found, place

"""Chemical formulae: what stands in `\\ce{…}`, as LaTeX."""

import re

from triptych.patterns import late

_TOKEN = late(
    r"(?P<arrow><=>>|<<=>|<=>|<->|->|<-|→|⇌)(?:\[(?P<above>[^\]\[]*)\])?(?:\[(?P<below>[^\]\[]*)\])?"
    r"|(?P<math>\$[^$]*\$|\\[A-Za-z]+|\\.)"
    r"|(?P<sup>\^)(?P<raised>\{[^{}]*\}|[0-9.]*[+\-−]|[0-9]+|[A-Za-z])"
    r"|(?P<sub>_)(?P<lowered>\{[^{}]*\}|[0-9]+|[A-Za-z])"
    r"|(?P<letters>[A-Za-z]+)"
    r"|(?P<number>[0-9]+(?:[./][0-9]+)*)"
    r"|(?P<space>\s+)"
    r"|(?P<sign>[+\-−])"
    r"|(?P<other>.)",
    re.DOTALL,
)
_ARROWS = {
    "->": r"\rightarrow", "→": r"\rightarrow", "<-": r"\leftarrow", "<->": r"\leftrightarrow",
    "<=>": r"\rightleftharpoons", "⇌": r"\rightleftharpoons", "<=>>": r"\rightleftharpoons",
    "<<=>": r"\rightleftharpoons",
}  # fmt: skip
_OTHER = {"#": r"{\equiv}", "=": "{=}", "*": r"\cdot ", ".": r"\cdot ", "~": r"\sim "}


def chemical(text: str) -> str:
    """The chemical formula as LaTeX: elements upright, counts lowered, charges raised, bonds and arrows drawn.

    Linear in the text; what is not understood is kept as it stands.
    """
    out: list[str] = []
    before = ""  # what a digit or a sign would attach to: "" for nothing, "atom" or "number"
    for match in _TOKEN.finditer(text):
        piece, before = _piece(match, before, text)
        out.append(piece)
    return "".join(out)


def _piece(match: re.Match[str], before: str, text: str) -> tuple[str, str]:
    found = match[0]
    if match["arrow"]:
        return _arrow(match), ""
    if match["math"]:
        return (found.strip("$") if found.startswith("$") else found + " "), "atom"
    if match["sup"]:
        return f"^{{{_script(match['raised'])}}}", "atom"
    if match["sub"]:
        return f"_{{{_script(match['lowered'])}}}", "atom"
    if match["letters"]:
        if found == "v" and _alone(match, text):
            return r"\downarrow ", ""
        return rf"\mathrm{{{found}}}", "atom"
    if match["number"]:
        if before == "atom":
            return f"_{{{found}}}", "atom"
        return (rf"\tfrac{{{found.replace('/', '}{', 1)}}}" if "/" in found else found) + r"\,", "number"
    if match["space"]:
        return " ", ""
    if match["sign"]:
        return _sign(match, before, text)
    return _OTHER.get(found, found), "atom" if found in ")]}" else ""


def _arrow(match: re.Match[str]) -> str:
    name = _ARROWS[match["arrow"]]
    if match["above"] is None:
        return name + " "
    below = rf"_{{{chemical(match['below'])}}}" if match["below"] else ""
    return rf"{name}\limits^{{{chemical(match['above'])}}}{below} "


def _script(text: str) -> str:
    inner = text.strip("{}")
    return rf"\mathrm{{{inner}}}" if inner.isalpha() else inner


def _sign(match: re.Match[str], before: str, text: str) -> tuple[str, str]:
    """A sign after an atom is its charge, unless another atom follows: then it is a bond."""
    follows = text[match.end() : match.end() + 1]
    if before == "atom" and (not follows or follows in " )]}"):
        return f"^{{{match[0]}}}", "atom"
    if match[0] != "+" and follows and not follows.isspace():
        return "{-}", ""
    return match[0], ""


def _alone(match: re.Match[str], text: str) -> bool:
    after = text[match.end() : match.end() + 1]
    return text[max(match.start() - 1, 0) : match.start()] == " " and (not after or after == " ")

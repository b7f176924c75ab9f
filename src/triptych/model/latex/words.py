"""The characters of LaTeX without its markup: text within formulae, and what cannot be followed."""

from triptych.model.latex.commands import TEXT
from triptych.model.latex.symbols import NAMED
from triptych.model.latex.tokens import Tokens


def unstructured(latex: str) -> str:
    """The characters of a formula without its structure."""
    tokens, out = Tokens(latex), []
    while token := tokens.take():
        name = token[1:] if token[0] == "\\" else ""
        out.append(NAMED[name].text if name in NAMED else name or token)
    return " ".join("".join(out).replace("{", "").replace("}", "").split())


def plain_words(text: str) -> str:
    """Text without its markup: braces and the names of commands that are no symbols go, white space is single."""
    out, tokens = [], Tokens(text)
    while token := tokens.take():
        name = token[1:] if token[0] == "\\" else ""
        if name in NAMED:
            out.append(NAMED[name].text)
        elif name and name not in TEXT:
            out.append(" " if name.isspace() or name == "\\" else name)
        elif token not in ("{", "}") and not name:
            out.append(" " if token.isspace() or token == "~" else token)
    return "".join(out)

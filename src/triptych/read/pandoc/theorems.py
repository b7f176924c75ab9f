"""Names of theorems in LaTeX that pandoc leaves out where no preamble defines them, as with a class that does."""

import re

from triptych.patterns import late
from triptych.read.markdown.callouts import callout_kind

_NAMED = late(r"\\begin\{([A-Za-z]{3,20})\*?\}[ \t]*\[([^\W\d][^\[\]\n]{0,200})\]")
_OWN = ("proof",)
"""What pandoc names by itself."""


def with_names(text: str) -> str:
    """The text with such names in bold at the beginning of what they name; its lines stay."""

    def put(match: re.Match[str]) -> str:
        kind = match[1]
        defined = f"\\newtheorem{{{kind}}}" in text or f"\\newtheorem*{{{kind}}}" in text
        if kind in _OWN or defined or not (callout_kind(kind) or kind == "definition"):
            return match[0]
        return f"\\begin{{{kind}}}\\textbf{{{match[2]}.}} "

    return _NAMED.sub(put, text) if "\\begin{" in text else text

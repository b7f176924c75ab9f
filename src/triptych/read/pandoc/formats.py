"""The other formats: which suffix is what to pandoc, and in which container it comes."""

from typing import Literal

import msgspec

Container = Literal["archive", "text"]


class Format(msgspec.Struct, frozen=True):
    """What pandoc calls a format, with the extensions that it is read with; what people call it.

    `options` are further ones of the program, `before` is text to be read before that of the document,
    `without` what opens a group there that is read as a mere group.
    """

    name: str
    title: str
    container: Container = "text"
    options: tuple[str, ...] = ()
    before: str = ""
    without: str = ""


_HTML = Format("html+raw_html+tex_math_single_backslash+task_lists", "HTML")
_MACROS = r"\newcommand{\note}[1]{\begin{notes}#1\end{notes}}\newcommand{\marginpar}[1]{\footnote{#1}}"
"""Commands that pandoc would leave out with what they say; no line of their own, so that those of the source stay."""
_BOUNDED = "\\pandocbounded"
"""What pandoc writes around pictures and cannot read again: it only bounds their size."""
_LATEX = Format("latex", "LaTeX", before=_MACROS, without=_BOUNDED + "{")
_NOTEBOOK = "ipynb-smart" + "".join(
    f"+{name}"
    for name in (
        "bracketed_spans", "definition_lists", "fenced_code_attributes", "fenced_divs", "footnotes", "inline_notes",
        "header_attributes", "link_attributes", "mark", "subscript", "superscript", "table_captions",
    )
)  # fmt: skip
"""Markdown cells are read with what our own Markdown has."""
FORMATS = {
    ".docx": Format("docx", "Word", "archive"),
    ".odt": Format("odt", "OpenDocument", "archive"),
    ".epub": Format("epub", "EPUB", "archive"),
    ".ipynb": Format(_NOTEBOOK, "notebook", "text", ("--ipynb-output=all",)),
    ".rst": Format("rst", "reStructuredText"),
    ".org": Format("org", "Org"),
    ".tex": _LATEX,
    ".latex": _LATEX,
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
}
"""The formats by the suffixes of their files, in lower case."""

"""Pandoc's citations to ours, and to references where they name a part of the document."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.patterns import late
from triptych.read.markdown.citations import citation
from triptych.read.markdown.context import Context
from triptych.read.markdown.rules.references import is_label
from triptych.read.pandoc import ast

_PLAIN_KEY = late(r"[^\W_](?:\w|[:.#$%&+?<>~/-](?=\w))*")
Words = Callable[[Sequence[ast.Inline]], str]
"""What inlines say, as mere text."""


def citation_of(works: Sequence[ast.Cited], words: Words, written: str, context: Context, line: int) -> doc.Inlines:
    """What stands where works are cited: a citation; a reference, if all of them are labels such as `fig:map`.

    `written` is how it stands in a source that writes as Markdown does, empty for any other. A mere `@name` in such a
    source is text where nothing says that there is literature.
    """
    keys = tuple(work.citationId for work in works)
    text = written or _written(works, words)
    if all(is_label(key) for key in keys):
        return (doc.Reference(keys, (), text, line),)
    if written and not written.startswith("[") and not context.env.get("cites"):
        return (doc.Text(written),)
    return (replace(citation(_written(works, words), line, context.lang), text=text),)


def _written(works: Sequence[ast.Cited], words: Words) -> str:
    """The citation as Markdown writes it."""
    parts = []
    for work in works:
        before, behind = words(work.citationPrefix).strip(), words(work.citationSuffix).strip()
        minus = "-" if work.citationMode.t == "SuppressAuthor" else ""
        behind = behind if not behind or behind.startswith(",") else f", {behind}"
        key = work.citationId if _PLAIN_KEY.fullmatch(work.citationId) else f"{{{work.citationId}}}"
        parts.append(f"{before} {minus}@{key}{behind}".strip())
    text = "; ".join(parts)
    narrative = len(works) == 1 and works[0].citationMode.t == "AuthorInText"
    return text if narrative else f"[{text}]"

"""Parts of plain notes between lines of colons: `::: question` … `:::`, read as Markdown is."""

from collections.abc import Sequence
from typing import Any

from triptych.model.document import Document
from triptych.patterns import late
from triptych.problem import Problem, Report
from triptych.read.sections import Piece

_OPENS = late(r":{3,}\s*(?:\{|[^\W\d])")
_CLOSES = late(r":{3,}")


def fences_of(lines: Sequence[str]) -> dict[int, int]:
    """The places of the lines that open such a part, each with that of the line which closes it.

    One within another belongs to it; what is never closed is text.
    """
    found: dict[int, int] = {}
    opened: list[int] = []
    for place, line in enumerate(lines):
        text = line.strip()
        if _OPENS.match(text):
            opened.append(place)
        elif opened and _CLOSES.fullmatch(text):
            start = opened.pop()
            if not opened:
                found[start] = place
    return found


class Fences:
    """Reads such parts of one document. Markdown takes its time to load: only who has such a part pays for it."""

    def __init__(self, path: str, lang: str) -> None:
        self._report = Report(path)
        self._lang = lang
        self._context: Any = None

    def pieces(self, text: str, line: int) -> list[Piece]:
        """The pieces of a part that begins at a line of the source."""
        from triptych.read.markdown.blocks import to_pieces
        from triptych.read.markdown.commonmark import parse
        from triptych.read.markdown.context import Context
        from triptych.read.promote import promote

        env = dict[str, Any](dialect="", cites=False, lang=self._lang)
        if self._context is None:
            self._context = Context(self._report, "", self._lang, env)
        env["above"] = line - 1
        tokens = parse(text, env)
        return promote(to_pieces(tokens, self._context))

    def finished(self, document: Document) -> tuple[Document, tuple[Problem, ...]]:
        """The document with what such parts say of it as a whole, and what is wrong in them."""
        if self._context is None:
            return document, ()
        from triptych.read.footnotes import with_footnotes
        from triptych.read.markdown.questions import with_questions

        document = with_footnotes(document, self._context.footnotes, self._report)
        return with_questions(document, self._report), self._report.problems()

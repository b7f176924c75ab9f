"""Blocks of HTML to our blocks: its text, paragraph by paragraph, with pictures, headings and raw code."""

from triptych.model.document import Break, Code, Inlines, Paragraph, plain
from triptych.read.figures import figures
from triptych.read.html import BLOCK_NAMES, Tag, pieces
from triptych.read.inline_builder import InlineBuilder
from triptych.read.inlines import PLAIN_NAMES, html_tag
from triptych.read.report import Report
from triptych.read.sections import Heading, Piece

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NEUTRAL = PLAIN_NAMES | {"hr", *_HEADINGS}


def html_pieces(html: str, line: int, report: Report) -> list[Piece]:
    """What a block of HTML says; tags that mean nothing to us are noted once. `line` is its first."""
    return _Reading(report, line).run(html)


class _Reading:
    """One walk over the tags; text collects until a tag ends its paragraph."""

    def __init__(self, report: Report, line: int) -> None:
        self._report = report
        self._line = line
        self._out: list[Piece] = []
        self._text = InlineBuilder()
        self._raw: list[str] | None = None  # the text of an open <pre>

    def run(self, html: str) -> list[Piece]:
        for piece in pieces(html, self._line):
            if isinstance(piece, Tag):
                self._tag(piece)
            elif self._raw is not None:
                self._raw.append(piece)
            else:
                self._text.text(piece)
        self._end_raw()
        self._end_paragraph()
        return self._out

    def _tag(self, tag: Tag) -> None:
        if tag.name == "pre":
            self._end_raw()
            self._end_paragraph()
            self._raw = None if tag.closing else []
        elif self._raw is not None:
            self._raw.append("\n" if tag.name == "br" else "")
        elif tag.name in ("td", "th"):
            self._text.text(" " if self._text.empty or tag.closing else " | ")
        elif tag.name in BLOCK_NAMES:
            self._block(tag)
        else:
            html_tag(tag, self._text, self._report)
        self._line = tag.line

    def _block(self, tag: Tag) -> None:
        if tag.name in _HEADINGS and tag.closing:
            self._end_heading(tag)
        self._end_paragraph()
        if tag.name == "hr" and not tag.closing:
            self._out.append(Break(tag.line))
        if tag.name not in _NEUTRAL and not tag.closing:
            message = f"HTML is left out, its text is kept: <{tag.name}>"
            self._report.add("note", message, tag.line, kind="HTML")

    def _end_heading(self, tag: Tag) -> None:
        inlines = self._take()
        if plain(inlines).strip():
            self._out.append(Heading(int(tag.name[1]), inlines, tag.line))

    def _end_paragraph(self) -> None:
        inlines = self._take()
        if inlines:
            self._out.extend(figures(inlines, self._line) or [Paragraph(inlines, self._line)])

    def _end_raw(self) -> None:
        text = "".join(self._raw or ()).strip("\n")
        if text.strip():
            self._out.append(Code(text, "", self._line))
        self._raw = None

    def _take(self) -> Inlines:
        inlines = self._text.finish()
        self._text = InlineBuilder()
        return inlines

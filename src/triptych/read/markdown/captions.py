"""Captions in an attribute, mere characters but for the formulae in them; and those below a block of code."""

from msgspec.structs import replace

from triptych.model.document import InlineFormula, Inlines, Paragraph, Text
from triptych.patterns import late
from triptych.read.inline_builder import InlineBuilder, finished_text
from triptych.read.markdown.rules.math import formula_source, parted


def caption_of(text: str, line: int) -> Inlines:
    """The caption as inlines, its formulae set."""
    parts = parted(text)
    if len(parts) == 1:
        return finished_text(text)
    from triptych.model.latex import readable  # late: few documents have a formula

    out = InlineBuilder()
    for number, part in enumerate(parts):
        latex = formula_source(part) if number % 2 else ""
        said = readable(latex) if latex else ""
        if said:
            out.add(InlineFormula(latex, said, line))
        else:
            out.text(part)
    return out.finish()


_BELOW = late(r"(?:Listing)?:[ \t]+(?=\S)")


def below_code(paragraph: Paragraph) -> Paragraph | None:
    """The caption that a paragraph right below code is, `: words` or `Listing: words`, as in pandoc-crossref."""
    first, *others = paragraph.inlines or (None,)
    match = _BELOW.match(first.text) if isinstance(first, Text) else None
    if match is None or not isinstance(first, Text):
        return None
    return replace(paragraph, inlines=(Text(first.text[match.end() :]), *others))

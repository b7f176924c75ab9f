"""Captions that stand in an attribute: mere characters, but for the formulae in them."""

from triptych.model.document import InlineFormula, Inlines
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

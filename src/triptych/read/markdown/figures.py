"""Paragraphs that are nothing but pictures become figures, side by side if there are several."""

from collections.abc import Mapping

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.read.inline_builder import finished_text
from triptych.read.markdown.attributes import merge
from triptych.read.markdown.captions import caption_of

_LABELS = ("fig:", "fig-", "figure:")
CAPTIONED = "captioned"
"""The class of a picture whose words in brackets are its caption."""
_MOST = 4


def figures(inlines: doc.Inlines, line: int, attributes: doc.Attributes = doc.NO_ATTRIBUTES) -> list[doc.Block]:
    """A figure for the picture, columns of them for several, or nothing if there is anything but pictures."""
    found: list[doc.Figure] = []
    for inline in inlines:
        image = inline.children[0] if isinstance(inline, doc.Link) and len(inline.children) == 1 else None
        if isinstance(inline, doc.Image):
            found.append(_figure(inline, caption_of(inline.title, inline.line), line))
        elif isinstance(inline, doc.Link) and isinstance(image, doc.Image):
            # The address would be lost with the link: it goes to the caption.
            target = inline.target
            caption = (doc.Link(caption_of(image.title or image.alt, line) or (doc.Text(target),), target),)
            found.append(_figure(image, caption, line))
        elif isinstance(inline, doc.FootnoteCall) and found:
            found[-1] = _calling(found[-1], inline)
        elif not _nothing(inline):
            return []
    if not 2 <= len(found) <= _MOST:
        return [replace(figure, attributes=merge(attributes, figure.attributes)) for figure in found]
    widths = tuple(_percentage(figure.attributes.get("width")) for figure in found)
    return [doc.Columns(tuple((figure,) for figure in found), widths if all(widths) else (), line, attributes)]


def _figure(image: doc.Image, caption: doc.Inlines, line: int) -> doc.Figure:
    """The figure; where it has a label or another alternative text, the one in brackets is its caption too."""
    attributes = image.attributes
    caption = caption or caption_of(attributes.get("fig-cap"), image.line)
    said = attributes.get("fig-alt") or attributes.get("alt")
    if not caption and (said or attributes.id.startswith(_LABELS) or CAPTIONED in attributes.classes):
        caption = image.said or finished_text(image.alt)
    image = replace(image, alt=said or image.alt, said=()) if said or image.said else image
    return doc.Figure(image, caption, line=image.line or line, attributes=attributes)


def _calling(figure: doc.Figure, call: doc.FootnoteCall) -> doc.Figure:
    """The figure with a footnote called in its caption: that of its brackets if it has no other."""
    return replace(figure, caption=(*(figure.caption or finished_text(figure.image.alt)), call))


def directed_figure(source: str, options: Mapping[str, str], line: int) -> doc.Figure:
    """The picture of a directive, its alternative text and size among its options."""
    values = tuple((key, options[key]) for key in ("width", "height") if options.get(key))
    return doc.Figure(
        doc.Image(source, options.get("alt", ""), line=line), line=line, attributes=doc.Attributes(values=values)
    )


def _percentage(text: str) -> float:
    number = text.strip().removesuffix("%")
    return float(number) if text.strip().endswith("%") and number.isascii() and number.isdigit() else 0.0


def _nothing(inline: doc.Inline) -> bool:
    # A lone backslash is pandoc's way to say: not a figure.
    return isinstance(inline, doc.LineBreak) or (isinstance(inline, doc.Text) and inline.text.strip() in ("", "\\"))

"""Paragraphs that are nothing but pictures become figures, side by side if there are several."""

from collections.abc import Mapping
from dataclasses import replace

from triptych.model.document import (
    NO_ATTRIBUTES,
    Attributes,
    Block,
    Columns,
    Figure,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Text,
)
from triptych.read.attributes import merge
from triptych.read.captions import caption_of
from triptych.read.inline_builder import finished_text

_LABELS = ("fig:", "fig-", "figure:")
_MOST = 4


def figures(inlines: Inlines, line: int, attributes: Attributes = NO_ATTRIBUTES) -> list[Block]:
    """A figure for the picture, columns of them for several, or nothing if there is anything but pictures."""
    found: list[Figure] = []
    for inline in inlines:
        match inline:
            case Image():
                found.append(_figure(inline, caption_of(inline.title, inline.line), line))
            case Link((Image() as image,), target):
                # The address would be lost with the link: it goes to the caption.
                caption = (Link(caption_of(image.title or image.alt, line) or (Text(target),), target),)
                found.append(_figure(image, caption, line))
            case _ if _nothing(inline):
                pass
            case _:
                return []
    if not 2 <= len(found) <= _MOST:
        return [replace(figure, attributes=merge(attributes, figure.attributes)) for figure in found]
    widths = tuple(_percentage(figure.attributes.get("width")) for figure in found)
    return [Columns(tuple((figure,) for figure in found), widths if all(widths) else (), line, attributes)]


def _figure(image: Image, caption: Inlines, line: int) -> Figure:
    """The figure; where it has a label or another alternative text, the one in brackets is its caption too."""
    attributes = image.attributes
    caption = caption or caption_of(attributes.get("fig-cap"), image.line)
    said = attributes.get("fig-alt") or attributes.get("alt")
    if not caption and (said or attributes.id.startswith(_LABELS)):
        caption = image.said or finished_text(image.alt)
    image = replace(image, alt=said or image.alt, said=()) if said or image.said else image
    return Figure(image, caption, line=image.line or line, attributes=attributes)


def directed_figure(source: str, options: Mapping[str, str], line: int) -> Figure:
    """The picture of a directive, its alternative text and size among its options."""
    values = tuple((key, options[key]) for key in ("width", "height") if options.get(key))
    return Figure(Image(source, options.get("alt", ""), line=line), line=line, attributes=Attributes(values=values))


def _percentage(text: str) -> float:
    number = text.strip().removesuffix("%")
    return float(number) if text.strip().endswith("%") and number.isascii() and number.isdigit() else 0.0


def _nothing(inline: Inline) -> bool:
    # A lone backslash is pandoc's way to say: not a figure.
    return isinstance(inline, LineBreak) or (isinstance(inline, Text) and inline.text.strip() in ("", "\\"))

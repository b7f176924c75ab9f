"""Paragraphs that are nothing but pictures become figures."""

from triptych.model.document import (
    NO_ATTRIBUTES,
    Attributes,
    Figure,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Text,
)
from triptych.read.attributes import merge
from triptych.read.inline_builder import finished_text


def figures(inlines: Inlines, line: int, attributes: Attributes = NO_ATTRIBUTES) -> list[Figure]:
    """A figure for each picture, or nothing if there is anything but pictures."""
    found: list[Figure] = []
    for inline in inlines:
        match inline:
            case Image():
                found.append(_figure(inline, finished_text(inline.title), line, attributes))
            case Link((Image() as image,), target):
                # The address would be lost with the link: it goes to the caption.
                caption = (Link(finished_text(image.title or image.alt) or (Text(target),), target),)
                found.append(_figure(image, caption, line, attributes))
            case _ if _nothing(inline):
                pass
            case _:
                return []
    return found


def _figure(image: Image, caption: Inlines, line: int, attributes: Attributes) -> Figure:
    merged = merge(attributes, image.attributes)
    return Figure(image, caption, line=image.line or line, attributes=merged)


def _nothing(inline: Inline) -> bool:
    # A lone backslash is pandoc's way to say: not a figure.
    return isinstance(inline, LineBreak) or (isinstance(inline, Text) and inline.text.strip() in ("", "\\"))

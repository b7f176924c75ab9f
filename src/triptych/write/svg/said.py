"""What a page says, in words, for whoever does not see it."""

from collections.abc import Sequence

from triptych.model.pages import DrawingItem, Page, PathItem, PictureItem, Tag, TextItem
from triptych.text.shape import SOFT_HYPHEN

_SPOKEN = ("Figure", "Formula")
"""What is told by its alternative text, once, whatever is drawn of it."""


def said(page: Page, tags: Sequence[Tag]) -> str:
    """The text of a page in reading order, a line for each paragraph; artifacts say nothing."""
    lines: list[str] = []
    told: set[int] = set()
    last = -1
    for item in page.items:
        if not isinstance(item, TextItem | DrawingItem | PictureItem | PathItem) or item.tag is None:
            continue
        block, text = _block(item.tag, tags), _text(item, item.tag, tags, told)
        if not text:
            continue
        if block != last or not lines:
            lines.append(text)
        else:
            lines[-1] += text if lines[-1].endswith((" ", SOFT_HYPHEN)) else f" {text}"
        last = block
    return "\n".join(" ".join(line.replace(SOFT_HYPHEN, "").split()) for line in lines if line.strip())


def _text(item: TextItem | DrawingItem | PictureItem | PathItem, tag: int, tags: Sequence[Tag], told: set[int]) -> str:
    """What an item adds: its alternative text, if it has any, the first time only."""
    owner = _spoken(tag, tags)
    if owner is None:
        return item.text if isinstance(item, TextItem) else ""
    if owner in told:
        return ""
    told.add(owner)
    return tags[owner].alt or tags[owner].actual


def _spoken(tag: int, tags: Sequence[Tag]) -> int | None:
    """The outermost element around, the tag among them, that is told by words of its own."""
    found = None
    while tag >= 0:
        if tags[tag].actual or (tags[tag].alt and tags[tag].role in _SPOKEN):
            found = tag
        tag = tags[tag].parent
    return found


def _block(tag: int, tags: Sequence[Tag]) -> int:
    """The element that stands on lines of its own."""
    while tags[tag].inline and tags[tag].parent >= 0:
        tag = tags[tag].parent
    return tag

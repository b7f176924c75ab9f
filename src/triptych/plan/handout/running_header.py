"""What stands at the edges of every printed page: the running header, and page x of y."""

from triptych.geometry import Size
from triptych.languages.words import counted, word
from triptych.model.document import Document
from triptych.model.pages import Item
from triptych.model.theme import Face, Theme
from triptych.plan.handout.sheet import MARGIN
from triptych.plan.paragraphs import words_at
from triptych.text.shape import width
from triptych.text.spans import Style

HEADER, FOOTER = 38.0, 36.0
"""Points from the upper edge to the header's baseline, from the lower edge to that of the page's number."""
SIZE = 8.5
_LONGEST = 400  # characters of a title that are looked at: it stands on each page


def furniture(
    document: Document, theme: Theme, paper: Size, index: int, count: int, *, margin: float = MARGIN, rtl: bool = False,
    pattern: str = "", edges: float = 1.0,
) -> list[Item]:  # fmt: skip
    """The running header (not on the first page) and page x of y; artifacts. `rtl` as for a paragraph.

    `pattern` is how the page is counted if not in words, with {page} and {pages}; `edges` the share of their usual
    distance from the edges of the paper.
    """
    face, text = Face(theme.text_family), counted(pattern or word(document, "page"), index + 1, count)
    style, right = Style(face, SIZE, theme.palette.muted), paper.width - margin
    items: list[Item] = [
        *words_at(text, style, right - width(text, face) * SIZE, paper.height - FOOTER * edges, None, rtl=rtl)
    ]
    title = document.meta.title
    if index and title.strip():
        shown = clipped(title, face, (paper.width - 2 * margin) / SIZE)
        items += words_at(shown, style, margin, HEADER * edges, None, rtl=rtl)
    return items


def clipped(text: str, face: Face, ems: float) -> str:
    """The text, or as many words as fit with an ellipsis: a running header repeats what stands elsewhere."""
    if len(text) <= _LONGEST and width(text, face) <= ems:
        return text
    words = text[:_LONGEST].split(" ")
    while len(words) > 1 and width(" ".join(words) + " …", face) > ems:
        words.pop()
    shown = " ".join(words)
    while shown and width(shown + " …", face) > ems:
        shown = shown[: int(len(shown) * 0.8)]
    return shown + " …"

"""Which way a document runs, and what is planned from one side set from the other."""

from collections.abc import Sequence
from functools import lru_cache
from typing import assert_never

from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.document import Document
from triptych.model.pages import BoxItem, DrawingItem, Item, LinkItem, PathItem, PictureItem, RuleItem, TextItem
from triptych.model.queries import inlines_of, plain, walk_sections
from triptych.model.same import Same
from triptych.plan.flow import Panel, Strip
from triptych.text.bidi import has_rtl, mostly_rtl, rtl_language
from triptych.text.shape import width


def rtl_document(document: Document) -> bool:
    """Whether a document runs from right to left: by its language, or as most of its letters do."""
    return rtl_language(document.meta.lang) or _mostly_rtl(Same(document))


@lru_cache(maxsize=4)  # each panel asks
def _mostly_rtl(key: Same[Document]) -> bool:
    document = key.of
    texts = [plain(inlines) for section in walk_sections(document.sections) for inlines in inlines_of(section)]
    texts.append(document.meta.title)
    return any(map(has_rtl, texts)) and mostly_rtl("".join(texts))


def mirrored(item: Item, axis: float) -> Item:
    """The item as far from the right as it was from the left. `axis` is the sum of both edges' x.

    Text, pictures and drawings keep what they show; only their places change.
    """
    match item:
        case TextItem():
            return replace(item, x=axis - item.x - width(item.text, item.face) * item.size)
        case RuleItem():
            return replace(item, x1=axis - item.x1, x2=axis - item.x2)
        case BoxItem() | PictureItem() | LinkItem():
            return replace(item, rect=_mirrored(item.rect, axis))
        case DrawingItem():
            return replace(item, x=axis - item.x - item.drawing.width * item.size)
        case PathItem():
            return replace(item, points=tuple((axis - x, y) for x, y in item.points))
        case _:
            assert_never(item)


def mirrored_strips(strips: Sequence[Strip], axis: float, around: Panel | None) -> list[Strip]:
    """Strips whose items are mirrored; `around` is a panel that stays."""
    panels: dict[int, Panel] = {}

    def panel(of: Panel | None) -> Panel | None:
        if of is None or of is around:
            return of
        turned = replace(of, x=axis - of.x - of.width, bar_right=not of.bar_right)
        return panels.setdefault(id(of), turned)  # strips of one panel must share it

    return [
        replace(
            strip,
            items=tuple(mirrored(item, axis) for item in strip.items),
            panel=panel(strip.panel),
            header=tuple(mirrored_strips(strip.header, axis, around)),
        )
        for strip in strips
    ]


def _mirrored(rect: Rect, axis: float) -> Rect:
    return Rect(axis - rect.right, rect.y, rect.width, rect.height)

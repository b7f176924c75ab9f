"""What stands on a page as elements of SVG, from back to front."""

from base64 import b64encode
from typing import assert_never
from xml.sax.saxutils import escape, quoteattr

from triptych.geometry import Rect
from triptych.model.pages import (
    BoxItem,
    DrawingItem,
    Item,
    LinkItem,
    Page,
    PathItem,
    PictureItem,
    RuleItem,
    Tag,
    TextItem,
)
from triptych.patterns import late
from triptych.write.svg.letters import Letters
from triptych.write.svg.numbers import FINE, color, path, short
from triptych.write.svg.said import said

_LEADS = ("https:", "http:", "mailto:")
"""What a link of a picture may lead to; places in the document are on other pictures."""
_UNKNOWN_TO_XML = late("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot have (XML 1.0, 2.2): they show nothing anyway."""


def draw_page(page: Page, tags: tuple[Tag, ...], title: str, lang: str) -> str:
    """A page as an SVG file."""
    letters = Letters()
    body = "".join(_item(item, letters) for item in page.items)
    width, height = short(page.size.width), short(page.size.height)
    if page.turned:
        body = f'<g transform="rotate(180 {short(page.size.width / 2)} {short(page.size.height / 2)})">{body}</g>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        f' xml:lang={_quoted(lang)} role="img" aria-labelledby="t d">'
        f'<title id="t">{_plain(title)}</title><desc id="d">{_plain(said(page, tags))}</desc>'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>{letters.drawn()}{body}</svg>\n'
    )


def _plain(text: str) -> str:
    """Text between tags."""
    return escape(_UNKNOWN_TO_XML.sub("", text))


def _quoted(text: str) -> str:
    """Text as the value of an attribute, with its quotation marks."""
    return quoteattr(_UNKNOWN_TO_XML.sub("", text))


def _item(item: Item, letters: Letters) -> str:
    match item:
        case TextItem():
            return letters.text(item)
        case RuleItem():
            return _line(f"M{_at(item.x1, item.y1)}L{_at(item.x2, item.y2)}", item.color, item.width, item.dash)
        case BoxItem():
            return _box(item)
        case PictureItem():
            data = b64encode(item.picture.data).decode()
            link = f"data:image/{item.picture.format};base64,{data}"
            return f'<image {_rect(item.rect)} preserveAspectRatio="none" href="{link}"/>'
        case LinkItem():
            return _link(item)
        case DrawingItem():
            return _drawing(item)
        case PathItem():
            return _points(item)
        case _:
            assert_never(item)


def _at(x: float, y: float) -> str:
    return f"{short(x)} {short(y)}"


def _rect(rect: Rect) -> str:
    return f'x="{short(rect.x)}" y="{short(rect.y)}" width="{short(rect.width)}" height="{short(rect.height)}"'


def _stroke(name: str, width: float, dash: tuple[float, ...] = ()) -> str:
    """The attributes of a line; none where nothing is drawn."""
    if not name or width <= 0:
        return ""
    dashes = f' stroke-dasharray="{" ".join(map(short, dash))}"' if dash else ""
    return f' stroke="{color(name)}" stroke-width="{short(width)}"{dashes}'


def _line(data: str, name: str, width: float, dash: tuple[float, ...]) -> str:
    stroke = _stroke(name, width, dash)
    return f'<path d="{data}"{stroke}/>' if stroke else ""


def _box(item: BoxItem) -> str:
    stroke = _stroke(item.stroke, item.stroke_width)
    if not (item.fill or stroke):
        return ""
    fill = color(item.fill) if item.fill else "none"
    thin = f' fill-opacity="{item.opacity:.3g}"' if item.opacity < 1.0 else ""
    radius = min(item.radius, item.rect.width / 2, item.rect.height / 2)
    round_off = f' rx="{short(radius)}"' if radius > 0 else ""
    return f'<rect {_rect(item.rect)}{round_off} fill="{fill}"{thin}{stroke}/>'


def _link(item: LinkItem) -> str:
    """A place that can be clicked where the picture is looked at by itself."""
    if not item.address.lower().startswith(_LEADS):
        return ""
    label = _quoted(item.contents)
    return f'<a href={_quoted(item.address)} aria-label={label}><rect {_rect(item.rect)} fill-opacity="0"/></a>'


def _drawing(item: DrawingItem) -> str:
    """Outlines; what has no colour of its own takes the item's."""
    if not item.drawing.outlines:
        return ""
    shapes = "".join(
        f'<path d="{path(shape.steps)}"' + (f' fill="{color(shape.color)}"' if shape.color else "") + "/>"
        for shape in item.drawing.outlines
    )
    place = f"translate({_at(item.x, item.y)})scale({item.size / FINE:.6g})"
    return f'<g fill="{color(item.color)}" transform="{place}">{shapes}</g>'


def _points(item: PathItem) -> str:
    """A line or an area through points. Round joins: the mitre of a sharp bend would reach far beyond its point."""
    stroke = _stroke(item.stroke, item.width, item.dash)
    if len(item.points) < 2 or not (item.fill or stroke):
        return ""
    data = "M" + "L".join(_at(x, y) for x, y in item.points) + ("z" if item.closed else "")
    fill = color(item.fill) if item.fill else "none"
    joined = ' stroke-linejoin="round"' if stroke and not item.closed else ""
    return f'<path d="{data}" fill="{fill}"{stroke}{joined}/>'

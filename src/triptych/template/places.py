"""Where the placeholders of a layout can hold text: on the slide, clear of the title, of the feet and of logos."""

from msgspec.structs import replace

from triptych.geometry import Rect, Size
from triptych.model.theme import FEET, Placeholder
from triptych.template.room import FEWEST, lines_at_least

_EDGE = 8.0  # points that text keeps from the lower edge of the slide
_OVERLAP = 6.0  # points that a text may reach into its title: both have insets
_LOGO, _END = 0.4, 0.2  # the share of the slide that a logo takes at most, and of a title where it stands at its end
_STRIP = 0.2  # and of its width or height that a strip along an edge takes
_MOST_LEFT = 0.7  # the share of a text's place that must be left beside a small picture: else that is part of a design
_NUMBER_SHARE = 0.15  # of the slide's width, which a number beside a title does not exceed


def settled(placeholders: list[Placeholder], pictures: tuple[Rect, ...], slide: Size) -> list[Placeholder]:
    """The placeholders of a layout where text can stand, those that are for numbers known; `pictures` are drawn."""
    clear = [_clear(_beside(p, pictures, slide), pictures, slide) for p in _above_feet(placeholders, slide)]
    return _with_numbers(_below_title(clear, slide), slide)


def _meet(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _above_feet(placeholders: list[Placeholder], slide: Size) -> list[Placeholder]:
    """The placeholders, made to end above the footers that stand beneath them, and on the slide."""
    feet = [placeholder.rect for placeholder in placeholders if placeholder.kind in FEET]
    return [p if p.kind in FEET else _ended(_on_slide(p, slide), feet, slide) for p in placeholders]


def _on_slide(placeholder: Placeholder, slide: Size) -> Placeholder:
    """A text that reaches over an edge of the slide, as far as it is on it; one that is not on it at all stays."""
    rect = placeholder.rect
    x, y = max(0.0, rect.x), max(0.0, rect.y)
    right, bottom = min(slide.width, rect.right), min(slide.height, rect.bottom)
    over = max(x - rect.x, y - rect.y, rect.right - right, rect.bottom - bottom)
    if over < 1.0 or right <= x or bottom <= y or placeholder.kind == "picture":
        return placeholder
    return replace(placeholder, rect=Rect(x, y, right - x, bottom - y), moved=True)


def _ended(placeholder: Placeholder, feet: list[Rect], slide: Size) -> Placeholder:
    rect = placeholder.rect
    beneath = [foot.y for foot in feet if _meet(rect, foot) and foot.y > rect.y + rect.height / 2]
    end = min([slide.height - _EDGE, *beneath])
    if rect.bottom <= end or end <= rect.y or placeholder.kind not in ("body", "subtitle"):
        return placeholder
    return replace(placeholder, rect=Rect(rect.x, rect.y, rect.width, end - rect.y), moved=True)


def _beside(placeholder: Placeholder, pictures: tuple[Rect, ...], slide: Size) -> Placeholder:
    """A title without the part of its place that a small picture takes at one end of it, such as a logo."""
    if placeholder.kind != "title":
        return placeholder
    rect = placeholder.rect
    left, right = rect.x, rect.right
    for at in pictures:
        small = at.width < _LOGO * slide.width and at.height < _LOGO * slide.height
        if not small or min(at.bottom, rect.bottom) - max(at.y, rect.y) < _OVERLAP:
            continue
        if at.x <= rect.x + _END * rect.width and at.right - rect.x > _OVERLAP:
            left = max(left, at.right + _OVERLAP)
        elif at.right >= rect.right - _END * rect.width and rect.right - at.x > _OVERLAP:
            right = min(right, at.x - _OVERLAP)
    if (left, right) == (rect.x, rect.right) or right - left < rect.width / 2:
        return placeholder
    return replace(placeholder, rect=Rect(left, rect.y, right - left, rect.height), moved=True)


def _clear(placeholder: Placeholder, pictures: tuple[Rect, ...], slide: Size) -> Placeholder:
    """A text without the part of its place that a small picture in a corner or at an edge takes, such as a logo."""
    if placeholder.kind != "body":
        return placeholder
    for at in pictures:
        rect = placeholder.rect
        small = at.width < _LOGO * slide.width and at.height < _LOGO * slide.height
        small = small or at.width < _STRIP * slide.width or at.height < _STRIP * slide.height
        within = _meet(rect, at) and min(rect.right - at.x, at.right - rect.x, rect.bottom - at.y) > _OVERLAP
        if not small or not within or at.bottom - rect.y <= _OVERLAP:
            continue
        left = [
            Rect(rect.x, rect.y, rect.width, at.y - _OVERLAP - rect.y),
            Rect(rect.x, rect.y, at.x - _OVERLAP - rect.x, rect.height),
            Rect(at.right + _OVERLAP, rect.y, rect.right - at.right - _OVERLAP, rect.height),
        ]
        largest = max(left, key=lambda part: max(0.0, part.width) * max(0.0, part.height))
        if largest.width * largest.height >= _MOST_LEFT * rect.width * rect.height:
            cut = replace(placeholder, rect=largest, moved=True)
            placeholder = cut if lines_at_least(cut, slide.height) >= FEWEST else placeholder
    return placeholder


def _below_title(placeholders: list[Placeholder], slide: Size) -> list[Placeholder]:
    """The placeholders, with texts that begin behind a title made to begin beneath it, if room is left."""
    title = next((p.rect for p in placeholders if p.kind == "title"), None)
    return placeholders if title is None else [_begun(p, title, slide) for p in placeholders]


def _begun(placeholder: Placeholder, title: Rect, slide: Size) -> Placeholder:
    """A text without what lies behind the title: it begins beneath that, or ends above where more of it is there."""
    rect = placeholder.rect
    over = title.bottom - rect.y
    within = _holds(rect, title)
    if placeholder.kind != "body" or not _meet(rect, title) or over <= _OVERLAP:
        return placeholder
    if rect.bottom <= title.bottom or (rect.y < title.y and not within):
        return placeholder
    beneath = Rect(rect.x, title.bottom, rect.width, rect.height - over)
    above = Rect(rect.x, rect.y, rect.width, title.y - rect.y)
    kept = above if within and above.height > beneath.height else beneath
    cut = replace(placeholder, rect=kept, moved=True)
    return cut if lines_at_least(cut, slide.height) >= FEWEST else placeholder


def _holds(rect: Rect, title: Rect) -> bool:
    """Whether a title stands within a text: neither beside it nor at its head."""
    return rect.x < title.right - _OVERLAP and title.x < rect.right - _OVERLAP and rect.y < title.y - _OVERLAP


def _with_numbers(placeholders: list[Placeholder], slide: Size) -> list[Placeholder]:
    """The placeholders, with small ones to the left of the title known as the place for its number."""
    title = next((placeholder for placeholder in placeholders if placeholder.kind == "title"), None)
    if title is None:
        return placeholders
    return [_numbering(p) if p.kind == "body" and _is_beside(p.rect, title.rect, slide) else p for p in placeholders]


def _is_beside(rect: Rect, title: Rect, slide: Size) -> bool:
    narrow = rect.width <= slide.width * _NUMBER_SHARE
    return narrow and rect.right <= title.x and rect.y < title.bottom and rect.bottom > title.y


def _numbering(body: Placeholder) -> Placeholder:
    return replace(body, kind="number")

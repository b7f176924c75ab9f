"""The label of a point: `Label: text`, `Label – text`, `**Label**: text`."""

import re

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.queries import plain
from triptych.patterns import late

_MAX_CHARACTERS = 60
_MAX_WORDS = 8
_FARTHEST = _MAX_CHARACTERS + 50
"""How far a label may reach that has a remark in brackets at its end."""
_SEPARATOR = late(r"\s*(?::(?!//)(?=\s|[^\W\d]|[\"'“„«(\[])|：)\s*|\s+[-–—]\s+")
_AFTER_STRONG = late(r"\s*[:：]\s*|\s+[-–—]\s+|\.\s+")
_SENTENCE_END = late(r"(?:[^\W\d_]{2}|\d)[.!?…]['\"”’)]*\s|[。！？।॥؟۔։།။]")
_ASIDE = late(r"\s\([^()]{1,40}\)$")
_LETTER = late(r"[^\W\d_]")
_EQUALS = frozenset("=≤≥≈≠")
_TERM = late(r"\(?(?:\d+[A-Za-z]?|[A-Za-z])(?:[²³⁴ⁿ]|\^\w+)?[.,;)]*")


def split_label(text: str) -> tuple[str, str] | None:
    """A label and the text after it, or None if the text has no label.

    A label is short, is no address, time or range of numbers, and no sentence ends within it. The text may be
    empty behind a colon.
    """
    match = _SEPARATOR.search(text, 0, _FARTHEST)
    colon = match is not None and (":" in match[0] or "：" in match[0])
    later = None
    if match is None:
        stripped = text.rstrip()
        if not stripped.endswith((":", "：")):
            return None
        label, rest = stripped[:-1].rstrip(), ""
    else:
        label, rest = text[: match.start()], text[match.end() :]
        later = None if colon else _colon_later(text, match.end())
        if later is not None:
            label, rest = text[: later.start()], text[later.end() :]
    if not colon and later is None and _is_reckoned(label, rest):
        return None
    if not is_label(label) or (rest and not _LETTER.search(rest) and not colon):
        return None
    return label, rest


def _is_reckoned(before: str, after: str) -> bool:
    """Whether a dash between two texts is a minus: "f(x) = x² - 2x", "Solve 3x - 2 = 7"."""
    last, first = before.split()[-1:], after.split()[:1]
    if not last or not first or not _TERM.fullmatch(first[0]):
        return False
    calculated = any(map(str.isdigit, last[0])) and any(map(str.isalpha, last[0]))
    return not _EQUALS.isdisjoint(before) or bool(calculated and _TERM.fullmatch(last[0]))


def _colon_later(text: str, position: int) -> re.Match[str] | None:
    """A colon after a dash: "Cold War – the beginning: text" has the longer label."""
    found = _SEPARATOR.search(text, position, _MAX_CHARACTERS + 8)
    return found if found and found[0].strip() in (":", "：") and is_label(text[: found.start()]) else None


def is_label(text: str) -> bool:
    """Whether a text is short enough for a label and no sentence ends in it."""
    text = _ASIDE.sub("", text)
    return (
        0 < len(text) <= _MAX_CHARACTERS
        and len(text.split()) <= _MAX_WORDS
        and _LETTER.search(text) is not None
        and not _SENTENCE_END.search(text)
    )


def labelled(inlines: doc.Inlines, plain_text: bool) -> tuple[doc.Inlines, doc.Inlines] | None:
    """Label and text of a point: a bold beginning, or, if allowed, plain text before a colon or dash."""
    match inlines:
        case (doc.Strong(children), *rest):
            return _bold_label(children, tuple(rest))
        case (doc.Text(text), *rest) if plain_text:
            found = split_label(text)
            if found is None or not (found[1] or rest):
                return None
            label, after = found
            return (doc.Text(label),), ((doc.Text(after), *rest) if after else tuple(rest))
        case _:
            return None


def _bold_label(label: doc.Inlines, rest: doc.Inlines) -> tuple[doc.Inlines, doc.Inlines] | None:
    words = plain(label).strip()
    if not words or len(words) > _MAX_CHARACTERS + 20:
        return None
    last = label[-1]
    inside = isinstance(last, doc.Text) and words.endswith((":", "：", "."))
    if inside and isinstance(last, doc.Text):
        label = (*label[:-1], doc.Text(last.text.rstrip(" :：.")))
        label = tuple(part for part in label if part != doc.Text(""))
    while rest and isinstance(rest[0], doc.FootnoteCall):
        label, rest = (*label, rest[0]), rest[1:]
    match rest:
        case (doc.Text(text), *others):
            separator = _AFTER_STRONG.match(text)
            if not separator and not inside:
                return None
            after = text[separator.end() :] if separator else text.lstrip()
            return (label, (doc.Text(after), *others) if after else tuple(others)) if label else None
        case (doc.LineBreak(), *others) if label:
            return label, tuple(others)
        case () if label:
            return label, ()
        case _:
            return (label, rest) if inside and label else None


def as_key_points(block: doc.ListBlock) -> tuple[doc.Block, ...]:
    """The list as key points if each of its items has a label and something to say; else the list."""
    points: list[doc.Block] = []
    for index, item in enumerate(block.items):
        number = block.start + index if block.ordered else None
        point = _key_point(item, number, plain_text=block.ordered and len(block.items) > 1)
        if point is None:
            return (block,)
        points.append(replace(point, marks=block.marks))
    return tuple(points)


def _key_point(item: doc.ListItem, number: int | None, plain_text: bool) -> doc.KeyPoint | None:
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, doc.Paragraph):
        return None
    found = labelled(first.inlines, plain_text)
    if found is None or not (found[1] or len(item.blocks) > 1):
        return None
    return doc.KeyPoint(*found, item.blocks[1:], number, item.line, first.attributes)


def without_start(inlines: doc.Inlines, length: int) -> doc.Inlines:
    """The inlines without the first characters of their first text."""
    first = inlines[0]
    assert isinstance(first, doc.Text)
    return (replace(first, text=first.text[length:]), *inlines[1:])

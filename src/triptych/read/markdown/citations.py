"""What a citation says: `[see @a, p. 3; -@b]` cites two works, `@a` one whose author is part of the sentence."""

import re
from collections.abc import Mapping
from functools import cache

from triptych.languages import reading
from triptych.model import document as doc
from triptych.patterns import late

_PART = late(r"([^@]*?)(-?)@(\{[^{}]+\}|[^\W_](?:\w|[:.#$%&+?<>~/-](?=\w))*+)(.*)", re.DOTALL)


def citation(written: str, line: int, lang: str) -> doc.Citation:
    """The citation that is written in a language (empty: any), with or without its brackets."""
    return doc.Citation(tuple(_items(written, lang)), written, not written.startswith("["), line)


@cache
def _locator(lang: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """A pattern for places in a work, in a language and in English, and what their labels are called in CSL."""
    labels = {label: name for one in reversed(reading(lang)) for label, name in one.locators.items()} | {"§": "section"}
    longest_first = sorted(labels, key=len, reverse=True)
    label = "|".join(map(re.escape, longest_first))
    return re.compile(
        rf"\s*+(?:,\s*+)?(?:((?:{label})\.?)(?![^\W\d])\s*+)?(\d[\w–—-]*+(?:,\s*+\d[\w–—-]*+)*+)(.*)", re.IGNORECASE
    ), labels


def _items(written: str, lang: str) -> list[doc.Cited]:
    found = []
    pattern, labels = _locator(lang)
    for part in written.strip("[]").split(";"):
        match = _PART.fullmatch(part)
        if match is None:
            continue
        prefix, minus, key, rest = match[1].strip(), match[2], match[3].strip("{}").lower(), match[4]
        locator = pattern.fullmatch(rest)
        label = labels.get((locator[1] or "").rstrip(".").lower(), "page") if locator else "page"
        suffix = locator[3] if locator else rest
        place = f"{locator[1] or 'p.'} {locator[2]}" if locator else ""
        found.append(doc.Cited(key, prefix, locator[2] if locator else "", label, suffix.rstrip(), bool(minus), place))
    return found

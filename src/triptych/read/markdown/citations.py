"""What a citation says: `[see @a, p. 3; -@b]` cites two works, `@a` one whose author is part of the sentence."""

import re

from triptych.model import document as doc

_PART = re.compile(r"([^@]*?)(-?)@(\{[^{}]+\}|[^\W_](?:\w|[:.#$%&+?<>~/-](?=\w))*)(.*)", re.DOTALL)
_LABEL = r"pp?\.|pages?|ch\.|chap\.|chapter|sec\.|section|vol\.|§"
_LOCATOR = re.compile(rf"\s*,?\s*({_LABEL})?\s*(\d[\w–—-]*(?:,\s*\d[\w–—-]*)*)(.*)")
_LABELS = {
    "ch": "chapter", "chap": "chapter", "chapter": "chapter", "sec": "section", "section": "section", "§": "section",
    "vol": "volume",
}  # fmt: skip


def citation(written: str, line: int) -> doc.Citation:
    """The citation that is written, with or without its brackets."""
    return doc.Citation(tuple(_items(written)), written, not written.startswith("["), line)


def _items(written: str) -> list[doc.Cited]:
    found = []
    for part in written.strip("[]").split(";"):
        match = _PART.fullmatch(part)
        if match is None:
            continue
        prefix, minus, key, rest = match[1].strip(), match[2], match[3].strip("{}").lower(), match[4]
        locator = _LOCATOR.fullmatch(rest)
        label = _LABELS.get((locator[1] or "").rstrip(".").lower(), "page") if locator else "page"
        suffix = locator[3] if locator else rest
        found.append(doc.Cited(key, prefix, locator[2] if locator else "", label, suffix.rstrip(), bool(minus)))
    return found

"""Cutting inlines: into sentences, at an offset."""

import re
from typing import assert_never

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.queries import plain

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[¿¡]*[^\W_])|[。！？]+[」』）]*")
_LETTERS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_ABBREVIATIONS = frozenset(
    [
        "e.g",
        "i.e",
        "cf",
        "vs",
        "etc",
        "al",
        "approx",
        "ca",
        "c",
        "dr",
        "mr",
        "mrs",
        "ms",
        "prof",
        "st",
        "no",
        "vol",
        "fig",
        "eq",
        "sec",
        "ch",
        "p",
        "pp",
        "ed",
        "eds",
        "jr",
        "sr",
        "dept",
        "univ",
        "inc",
        "ltd",
        "dott",
        "ing",
        "bzw",
        "z.b",
        "d.h",
        "u.a",
        "vgl",
        "nr",
        "s",
        "bspw",
        "usw",
        "evtl",
        "ggf",
        "m",
        "pág",
        "ej",
        "núm",
        "sra",
        "ud",
        "uds",
        "av",
        "chap",
        "dt",
        "tab",
        "abb",
        "kap",
    ]
)


def sentences(inlines: doc.Inlines) -> tuple[doc.Inlines, ...]:
    """The sentences of running text, without the space between them; never empty ones."""
    text = plain(inlines)
    ends = [match.end() for match in _END.finditer(text) if _ends_sentence(text, match)]
    if not ends:
        return (inlines,) if text.strip() or inlines else ()
    parts = []
    rest, done = inlines, 0
    for end in ends:
        head, rest = cut(rest, end - done)
        done = end
        parts.append(strip(head))
    parts.append(strip(rest))
    return tuple(part for part in parts if part)


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    follows = text[match.end() :].lstrip("\"'“‘«([¿¡")[:1]
    if not match.group().startswith("."):
        return True
    if match.group().startswith(".."):
        return not follows.islower()
    before = text[: match.start()].rsplit(None, 1)[-1:] or [""]
    word = before[0].lstrip("\"'“‘«([")
    if follows.islower():
        return False
    if word.lower() in _ABBREVIATIONS or _LETTERS.fullmatch(word):
        return False
    if word.isdigit() and len(word) <= 2 and match.start() == len(word):
        return False  # a number at the very beginning: "1. Text"
    return not (len(word) == 1 and word.isalpha() and word.isupper())  # an initial


def strip(inlines: doc.Inlines) -> doc.Inlines:
    """The inlines without white space at either end."""
    out = list(inlines)
    while out and isinstance(out[0], (doc.Text, doc.LineBreak)):
        first = out[0]
        kept = first.text.lstrip() if isinstance(first, doc.Text) else ""
        if kept:
            out[0] = doc.Text(kept)
            break
        del out[0]
    while out and isinstance(out[-1], (doc.Text, doc.LineBreak)):
        last = out[-1]
        kept = last.text.rstrip() if isinstance(last, doc.Text) else ""
        if kept:
            out[-1] = doc.Text(kept)
            break
        del out[-1]
    return tuple(out)


def cut(inlines: doc.Inlines, offset: int) -> tuple[doc.Inlines, doc.Inlines]:
    """The inlines before and after an offset into their plain text."""
    head: list[doc.Inline] = []
    for index, inline in enumerate(inlines):
        length = len(plain((inline,)))
        if offset >= length:
            head.append(inline)
            offset -= length
            continue
        if offset <= 0:
            return tuple(head), inlines[index:]
        before, after = _cut(inline, offset)
        return (*head, *before), (*after, *inlines[index + 1 :])
    return tuple(head), ()


def _cut(inline: doc.Inline, offset: int) -> tuple[doc.Inlines, doc.Inlines]:
    match inline:
        case doc.Text(text):
            return (doc.Text(text[:offset]),), (doc.Text(text[offset:]),)
        case doc.CodeSpan() | doc.Image() | doc.LineBreak() | doc.Keyboard() | doc.InlineFormula() | doc.Footnote():
            return (inline,), ()
        case doc.Reference() | doc.Citation():
            return (inline,), ()
        case doc.Strike(children) | doc.Mark(children):
            before, after = cut(children, offset)
            return (replace(inline, children=before),), (replace(inline, children=after),)
        case doc.Raised(children, _) | doc.Named(_, children):
            before, after = cut(children, offset)
            return (replace(inline, children=before),), (replace(inline, children=after),)
        case doc.Blank():  # its characters are not those that were counted
            return (inline,), ()
        case doc.Strong(children):
            before, after = cut(children, offset)
            return (doc.Strong(before),), (doc.Strong(after),)
        case doc.Emphasis(children):
            before, after = cut(children, offset)
            return (doc.Emphasis(before),), (doc.Emphasis(after),)
        case doc.Link(children, target):
            before, after = cut(children, offset)
            return (doc.Link(before, target),), (doc.Link(after, target),)
        case _:
            assert_never(inline)

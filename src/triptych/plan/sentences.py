"""Cutting inlines: into sentences, at an offset."""

import re
from dataclasses import replace
from typing import assert_never

from triptych.model.document import (
    Blank,
    CodeSpan,
    Emphasis,
    Footnote,
    Image,
    Inline,
    InlineFormula,
    Inlines,
    Keyboard,
    LineBreak,
    Link,
    Mark,
    Named,
    Raised,
    Strike,
    Strong,
    Text,
)
from triptych.model.queries import plain

_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+\s++(?=[\"'“‘«(\[¿¡]*+[^\W_])|[。！？]++[」』）]*+")
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


def sentences(inlines: Inlines) -> tuple[Inlines, ...]:
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


def strip(inlines: Inlines) -> Inlines:
    """The inlines without white space at either end."""
    out = list(inlines)
    while out and isinstance(out[0], (Text, LineBreak)):
        first = out[0]
        kept = first.text.lstrip() if isinstance(first, Text) else ""
        if kept:
            out[0] = Text(kept)
            break
        del out[0]
    while out and isinstance(out[-1], (Text, LineBreak)):
        last = out[-1]
        kept = last.text.rstrip() if isinstance(last, Text) else ""
        if kept:
            out[-1] = Text(kept)
            break
        del out[-1]
    return tuple(out)


def cut(inlines: Inlines, offset: int) -> tuple[Inlines, Inlines]:
    """The inlines before and after an offset into their plain text."""
    head: list[Inline] = []
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


def _cut(inline: Inline, offset: int) -> tuple[Inlines, Inlines]:
    match inline:
        case Text(text):
            return (Text(text[:offset]),), (Text(text[offset:]),)
        case CodeSpan() | Image() | LineBreak() | Keyboard() | InlineFormula() | Footnote():
            return (inline,), ()
        case Strike(children) | Mark(children):
            before, after = cut(children, offset)
            return (replace(inline, children=before),), (replace(inline, children=after),)
        case Raised(children, _) | Named(_, children):
            before, after = cut(children, offset)
            return (replace(inline, children=before),), (replace(inline, children=after),)
        case Blank():  # its characters are not those that were counted
            return (inline,), ()
        case Strong(children):
            before, after = cut(children, offset)
            return (Strong(before),), (Strong(after),)
        case Emphasis(children):
            before, after = cut(children, offset)
            return (Emphasis(before),), (Emphasis(after),)
        case Link(children, target):
            before, after = cut(children, offset)
            return (Link(before, target),), (Link(after, target),)
        case _:
            assert_never(inline)

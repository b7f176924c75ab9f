"""Cutting inlines: into sentences, at an offset."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import assert_never

from msgspec.structs import replace

from triptych.languages.signs import COLONS, STOPS
from triptych.model import document as doc
from triptych.model.queries import plain
from triptych.weigh.cues import patterns
from triptych.weigh.ends import sentence_ends

LONGEST_HEAD = 6
"""Words of a run-in head: a number and a name in brackets have room in it, most sentences do not."""
LONGEST_LABEL = 60
"""Characters of a label."""
_SHORTEST_LABEL, _LABEL_WORDS = 24, 4
"""Characters and words of a label that nothing sets off, at most."""
_STOPS = tuple(STOPS)
_COLONS = (*COLONS, "׃", "∶")


@lru_cache(maxsize=4096)  # each panel asks for the same ones
def sentences(inlines: doc.Inlines, lang: str = "") -> tuple[doc.Inlines, ...]:
    """The sentences of running text in a language (BCP 47), without the space between them; never empty ones.

    A run-in head ("**Definition.** A field is …") stays with the sentence that it heads. Without a language, a full
    stop is taken as an abbreviation's if it is one in any language that we know.
    """
    text = plain(inlines)
    ends = sentence_ends(text, lang, _whole(inlines)) if text.strip() else ()
    if ends:
        heads = _heads(inlines, text, frozenset(ends)) | _labels(text, ends, lang)
        ends = tuple(end for end in ends if end not in heads)
    if not ends:
        return (inlines,) if text.strip() or inlines else ()
    return tuple(part for part in map(strip, divided(inlines, ends)) if part)


def leads(text: str) -> bool:
    """Whether a text announces what follows it: it ends in a colon, which in Armenian is "." (its stop is "։")."""
    bare = text.rstrip(" *_\"'”»)")
    return bare.endswith(_COLONS) or (bare.endswith(".") and "\u0531" <= bare[-2:-1] <= "\u0587")


def label_of(inlines: doc.Inlines, text: str, lang: str = "") -> str:
    """What stands before a sentence as its label: a run-in head, or a few words before a colon; empty if nothing does.

    `text` is the sentence as plain text.
    """
    if inlines and _head_end(inlines[0], text, 0):
        return plain(inlines[:1]).strip(" .:。।")
    stop = text.find(". ", 0, _SHORTEST_LABEL)
    if stop > 0 and is_label(text[: stop + 1], lang):
        return text[:stop]
    label, colon, said = text[:LONGEST_LABEL].partition(":")
    if not colon:
        label, colon, _ = text[:LONGEST_LABEL].partition("：")
        return label.strip() if colon and not sentence_ends(label) else ""
    return label.strip() if said[:1] in ("", " ") else ""


def is_label(text: str, lang: str) -> bool:
    """Whether a text is no more than a kind of text, perhaps with a number: "Example.", "Proof of 2."."""
    words = text.split()
    if not text.endswith(_STOPS) or not 0 < len(words) <= _LABEL_WORDS:
        return False
    known = patterns(lang)
    numbered = len(words) > 1 and text[-2:-1].isdigit()
    return bool(known.labels(text) or (numbered and known.labels(words[0])))


def _labels(text: str, ends: tuple[int, ...], lang: str) -> frozenset[int]:
    """Where the sentences end that are but labels of the next ones, although nothing sets them off."""
    starts = (0, *ends)
    spans = ((a, b) for a, b in zip(starts, ends, strict=False) if b - a <= _SHORTEST_LABEL and b < len(text))
    return frozenset(b for a, b in spans if is_label(text[a:b].strip(), lang))


def _heads(inlines: doc.Inlines, text: str, ends: frozenset[int]) -> frozenset[int]:
    """Where the run-in heads end that stand at the beginning of a sentence."""
    found = set()
    at = 0
    for inline in inlines:
        if at == 0 or at in ends:
            found.add(_head_end(inline, text, at))
        at += len(plain((inline,)))
    return frozenset(found)


def _head_end(inline: doc.Inline, text: str, at: int) -> int:
    """Where a run-in head ends that begins there: a few bold or slanted words with a full stop; 0 if it is none."""
    if not isinstance(inline, doc.Strong | doc.Emphasis):
        return 0
    said = plain((inline,))
    end = at + len(said)
    stopped = said.rstrip().endswith(_STOPS) or (
        not said.rstrip().endswith(("!", "?")) and text.startswith(_STOPS, end)
    )
    if not stopped or len(said.split()) > LONGEST_HEAD or len(said) > LONGEST_LABEL:
        return 0
    while end < len(text) and text[end] in " .。।":
        end += 1
    return end if end < len(text) else 0


def _whole(inlines: doc.Inlines) -> tuple[tuple[int, int], ...]:
    """Where in the plain text there is what no sentence ends in: code, formulae, pictures, keys, gaps."""
    if len(inlines) == 1 and isinstance(inlines[0], doc.Text):
        return ()  # most texts are no more than that
    return tuple(_spans(inlines, 0))


def _spans(inlines: doc.Inlines, at: int) -> Iterator[tuple[int, int]]:
    for inline in inlines:
        length = len(plain((inline,)))
        match inline:
            case doc.CodeSpan() | doc.InlineFormula() | doc.Image() | doc.Keyboard() | doc.Blank() | doc.Citation():
                yield at, at + length
            case (
                doc.Strong()
                | doc.Emphasis()
                | doc.Link()
                | doc.Strike()
                | doc.Mark()
                | doc.Named()
                | doc.Raised()
                | doc.Passage()
            ):
                yield from _spans(inline.children, at)
            case doc.Text() | doc.LineBreak() | doc.FootnoteCall() | doc.Reference():
                pass
            case _:
                assert_never(inline)
        at += length


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
    head, tail = divided(inlines, (offset,))
    return head, tail


def divided(inlines: doc.Inlines, offsets: Sequence[int]) -> list[doc.Inlines]:
    """The inlines between offsets into their plain text, which ascend: one part more than there are offsets.

    What takes no room stands before a cut, not after it.
    """
    parts: list[list[doc.Inline]] = [[]]
    waiting = list(reversed(offsets))
    at = 0
    for inline in inlines:
        length = len(plain((inline,)))
        inside: list[int] = []
        while waiting and waiting[-1] < at + length:
            offset = waiting.pop()
            if offset <= at:
                parts.append([])
            else:
                inside.append(offset - at)
        first, *others = _pieces(inline, inside) if inside else [(inline,)]
        parts[-1].extend(first)
        parts.extend(list(piece) for piece in others)
        at += length
    parts.extend([] for _ in waiting)
    return [tuple(part) for part in parts]


def _pieces(inline: doc.Inline, offsets: Sequence[int]) -> list[doc.Inlines]:
    """An inline cut at offsets within it; what cannot be cut stands before them."""
    match inline:
        case doc.Text(text):
            bounds = [0, *offsets, len(text)]
            return [(doc.Text(text[start:end]),) for start, end in pairwise(bounds)]
        case (
            doc.Strong()
            | doc.Emphasis()
            | doc.Link()
            | doc.Strike()
            | doc.Mark()
            | doc.Raised()
            | doc.Passage()
            | doc.Named()
        ):
            parts = divided(inline.children, offsets)
            return [(replace(inline, children=part),) if part else () for part in parts]
        case (
            doc.CodeSpan()
            | doc.Image()
            | doc.LineBreak()
            | doc.Keyboard()
            | doc.InlineFormula()
            | doc.FootnoteCall()
            | doc.Blank()
            | doc.Reference()
            | doc.Citation()
        ):
            return [(inline,), *(() for _ in offsets)]
        case _:
            assert_never(inline)

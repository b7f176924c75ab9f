"""A flat run of headings and blocks to a document: levels, title, ids, summaries."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath

import msgspec
from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.footnote_calls import calls, without_calls
from triptych.model.queries import plain
from triptych.problem import Problem
from triptych.read.phrases import is_summary_title, starts_like_conclusion
from triptych.read.slugs import Slugs

_POINTS_BEFORE_SUMMARY = 3
_BEFORE_TITLE = 3
"""Blocks that may stand before the title: a label, a picture, a few words."""


class Heading(msgspec.Struct, frozen=True):
    """A heading as it stands in the source; `level` is the source's own."""

    level: int
    inlines: doc.Inlines
    line: int = 0
    attributes: doc.Attributes = doc.NO_ATTRIBUTES


Piece = Heading | doc.Block


class _Open(msgspec.Struct):
    """A section that is being filled; `heading` is None for what stands before the first heading."""

    heading: Heading | None
    blocks: list[doc.Block] = msgspec.field(default_factory=list)
    children: "list[_Open]" = msgspec.field(default_factory=list)


def build_document(
    meta: doc.Meta, pieces: Sequence[Piece], path: str, words: tuple[tuple[str, str], ...] = (), lang: str = ""
) -> doc.Document:
    """The document of these pieces, `lang` being the language that their conclusions are announced in, if it is known.

    The shallowest heading becomes level 1 and jumps in level are closed up. A first heading that is the only
    one of its level, with deeper ones below it, is the title of the document if the meta data has none, or
    the same one. A heading that stands alone lends its title; one of several on a level does not (see
    `first_of_several`): then it is the file's name.
    """
    pieces = list(pieces)
    title, called, above = _title_heading(pieces), tuple[doc.FootnoteCall, ...](), 0
    if title is not None:
        text = plain(title.inlines).strip()
        if text and (not meta.title or meta.title.casefold() == text.casefold()):
            called = tuple(calls(title.inlines))
            pieces, above = [piece for piece in pieces if piece is not title], title.level
            meta = replace(meta, title=meta.title or text, heading=without_calls(title.inlines))
    if not meta.title:
        meta = _with_title(meta, pieces, path)
    slugs = Slugs(piece.attributes.id for piece in pieces if isinstance(piece, Heading))
    sections = tuple(_finish(part, 1, slugs, lang, above) for part in _outline(pieces))
    return doc.Document(meta, sections, path, words, title_calls=called)


def first_of_several(pieces: Iterable[Piece]) -> Heading | None:
    """The first of several headings on the outermost level, none of which is the title of the document.

    Nothing but its heading on the first slide, up to a division, is a title: then there is none.
    """
    pieces = list(pieces)
    headings = [piece for piece in pieces if isinstance(piece, Heading) and plain(piece.inlines).strip()]
    outermost = min((heading.level for heading in headings), default=0)
    tops = [heading for heading in headings if heading.level == outermost]
    if len(tops) < 2 or _is_title_slide(pieces, tops[0]):
        return None
    return tops[0]


def _is_title_slide(pieces: Sequence[Piece], heading: Heading) -> bool:
    """Whether a heading stands alone on the first slide of an author who divides a text by lines."""
    shown = [piece for piece in pieces if not isinstance(piece, doc.Notes)]
    at = next(k for k, piece in enumerate(shown) if piece is heading)
    alone = all(isinstance(piece, doc.Break) for piece in shown[:at])
    return alone and at + 1 < len(shown) and isinstance(shown[at + 1], doc.Break)


def told_of_title(said: doc.Meta, document: doc.Document, pieces: Iterable[Piece]) -> Problem | None:
    """The note that a document is named after its file, at the first heading; None if it `said` its title."""
    first = None if said.title or document.meta.heading else first_of_several(pieces)
    if first is None:
        return None
    message = f'no heading stands above the others: "{document.meta.title}" is the title, after the file'
    return Problem("note", message, document.path, first.line, hint="write title: in the front matter, or one # above")


def _with_title(meta: doc.Meta, pieces: Sequence[Piece], path: str) -> doc.Meta:
    """The meta data with the title of the only heading that can lend one, else with the file's name made readable."""
    first, stem = _first_title(pieces), readable_stem(path)
    if stem and first_of_several(pieces) is not None:
        return replace(meta, title=stem)
    return replace(meta, title=plain(first).strip() or stem, heading=first)


def readable_stem(path: str) -> str:
    """A title made of a file's name: `history-of-europe.txt` gives "History of europe"."""
    stem = PurePath(path.replace("\\", "/")).stem.replace("_", " ").replace("-", " ")
    stem = " ".join(stem.split())
    return stem[:1].upper() + stem[1:]


def _title_heading(pieces: Sequence[Piece]) -> Heading | None:
    """The first heading, if it stands above all others; a few blocks may come before it."""
    headings = [piece for piece in pieces if isinstance(piece, Heading)]
    first, *others = headings or (None,)
    if first is None or not others or min(other.level for other in others) <= first.level:
        return None
    before = [piece for piece in pieces[: pieces.index(first)] if not isinstance(piece, doc.Break)]
    return first if len(before) <= _BEFORE_TITLE else None


def _first_title(pieces: Iterable[Piece]) -> doc.Inlines:
    """The first heading that has words."""
    titles = (piece.inlines for piece in pieces if isinstance(piece, Heading))
    return next((title for title in titles if plain(title).strip()), ())


def _outline(pieces: Iterable[Piece]) -> list[_Open]:
    """The tree of sections, by a stack of those that are open."""
    roots: list[_Open] = []
    stack: list[tuple[int, _Open]] = []
    for piece in pieces:
        if isinstance(piece, Heading):
            while stack and stack[-1][0] >= piece.level:
                stack.pop()
            part = _Open(piece)
            (stack[-1][1].children if stack else roots).append(part)
            stack.append((piece.level, part))
        elif stack:
            stack[-1][1].blocks.append(piece)
        else:
            if not roots:
                roots.append(_Open(None))
            roots[0].blocks.append(piece)
    return roots


def _finish(part: _Open, level: int, slugs: Slugs, lang: str, above: int = 0) -> doc.Section:
    heading = part.heading or Heading(0, (), part.blocks[0].line)
    name = slugs.take(plain(heading.inlines), heading.attributes.id)
    blocks, parts = list(part.blocks), part.children
    if parts and _is_summary(parts[-1], lang):
        blocks_before_parts = not parts[:-1]
        if blocks_before_parts:
            blocks.append(_as_summary(parts[-1]))
            parts = parts[:-1]
    children = tuple(_finish(child, level + 1, slugs, lang, heading.level) for child in parts)
    finished = tuple(blocks) if children else with_summary(tuple(blocks), lang)
    if _is_summary(part, lang):
        finished = (doc.Summary(finished, (), finished[0].line),)
    skips = bool(above) and heading.level > above + 1
    return doc.Section(name, heading.inlines, finished, children, level, heading.line, heading.attributes, skips)


def _is_summary(part: _Open, lang: str) -> bool:
    if part.heading is None or part.children or not part.blocks:
        return False
    if any(isinstance(block, doc.Summary) for block in part.blocks):
        return False
    return is_summary_title(plain(part.heading.inlines), lang)


def _as_summary(part: _Open) -> doc.Summary:
    heading = part.heading
    assert heading is not None
    return doc.Summary(tuple(part.blocks), heading.inlines, heading.line, heading.attributes)


def with_summary(blocks: doc.Blocks, lang: str) -> doc.Blocks:
    """The blocks of a section with its closing paragraph, if it is a conclusion, as the summary."""
    end = len(blocks)
    while end and isinstance(blocks[end - 1], doc.Notes | doc.Break):
        end -= 1
    last = blocks[end - 1] if end else None
    if not isinstance(last, doc.Paragraph) or not any(isinstance(block, doc.KeyPoint) for block in blocks):
        return blocks
    points = blocks[max(0, end - 1 - _POINTS_BEFORE_SUMMARY) : end - 1]
    after_points = len(points) == _POINTS_BEFORE_SUMMARY and all(isinstance(p, doc.KeyPoint) for p in points)
    if not (after_points or starts_like_conclusion(plain(last.inlines), lang)):
        return blocks
    return (*blocks[: end - 1], doc.Summary((last,), (), last.line), *blocks[end:])

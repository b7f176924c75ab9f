"""A flat run of headings and blocks to a document: levels, title, ids, summaries."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath

import msgspec
from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.footnotes import calls, without_calls
from triptych.model.queries import plain
from triptych.read.phrases import is_summary_title, starts_like_conclusion
from triptych.read.slugs import Slugs

_POINTS_BEFORE_SUMMARY = 3


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
    the same one. Without any title there is the first heading's, or else the file's name.
    """
    pieces = list(pieces)
    title, called = _title_heading(pieces), tuple[doc.FootnoteCall, ...]()
    if title is not None:
        text = plain(title.inlines).strip()
        if text and (not meta.title or meta.title.casefold() == text.casefold()):
            called = tuple(calls(title.inlines))
            pieces = [piece for piece in pieces if piece is not title]
            meta = replace(meta, title=meta.title or text, heading=without_calls(title.inlines))
    if not meta.title:
        first = _first_title(pieces)
        meta = replace(meta, title=plain(first).strip() or readable_stem(path), heading=first)
    slugs = Slugs(piece.attributes.id for piece in pieces if isinstance(piece, Heading))
    sections = tuple(_finish(part, 1, slugs, lang) for part in _outline(pieces))
    return doc.Document(meta, sections, path, words, title_calls=called)


def readable_stem(path: str) -> str:
    """A title made of a file's name: `history-of-europe.txt` gives "History of europe"."""
    stem = PurePath(path.replace("\\", "/")).stem.replace("_", " ").replace("-", " ")
    stem = " ".join(stem.split())
    return stem[:1].upper() + stem[1:]


def _title_heading(pieces: Sequence[Piece]) -> Heading | None:
    first = next((piece for piece in pieces if not isinstance(piece, doc.Break)), None)
    if not isinstance(first, Heading):
        return None
    levels = [piece.level for piece in pieces if isinstance(piece, Heading)]
    alone = levels.count(first.level) == 1 and min(levels) == first.level and len(levels) > 1
    return first if alone else None


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


def _finish(part: _Open, level: int, slugs: Slugs, lang: str) -> doc.Section:
    heading = part.heading or Heading(0, (), part.blocks[0].line)
    name = slugs.take(plain(heading.inlines), heading.attributes.id)
    blocks, parts = list(part.blocks), part.children
    if parts and _is_summary(parts[-1], lang):
        blocks_before_parts = not parts[:-1]
        if blocks_before_parts:
            blocks.append(_as_summary(parts[-1]))
            parts = parts[:-1]
    children = tuple(_finish(child, level + 1, slugs, lang) for child in parts)
    finished = tuple(blocks) if children else with_summary(tuple(blocks), lang)
    if _is_summary(part, lang):
        finished = (doc.Summary(finished, (), finished[0].line),)
    return doc.Section(name, heading.inlines, finished, children, level, heading.line, heading.attributes)


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

"""Pictures in running text: those that cannot stand in their line become figures beside their paragraph."""

from collections.abc import Callable, Iterator, Mapping
from typing import assert_never

from msgspec.structs import replace

from triptych.model.document import (
    Answer,
    Blank,
    Block,
    Blocks,
    Break,
    Callout,
    Chart,
    Choice,
    Citation,
    Code,
    CodeSpan,
    Columns,
    Definition,
    Document,
    Emphasis,
    Figure,
    FootnoteCall,
    Formula,
    Gaps,
    Image,
    Inline,
    InlineFormula,
    Inlines,
    Keyboard,
    KeyPoint,
    LineBreak,
    Link,
    ListBlock,
    Mark,
    Matching,
    Named,
    Notes,
    Number,
    Open,
    Ordering,
    Paragraph,
    Passage,
    Question,
    Quote,
    Raised,
    Reference,
    Section,
    Strike,
    Strong,
    Summary,
    Table,
    Text,
    Truth,
)
from triptych.model.picture import Picture
from triptych.plan.picture_sizes import in_line

Stays = Callable[[Image], bool]
"""Whether a picture stays in its line."""


def with_pictures_lifted(document: Document, stays: Stays) -> Document:
    """The document with the pictures of its running text as figures, but for those that stay in their line.

    A picture that a paragraph begins with comes before it, any other one after it; those of a label, a title or a term
    stand with what it is about. Headings, tables, captions, attributions and notes have no place for figures.
    """
    lifting = _Lifting(stays)
    return replace(document, sections=tuple(lifting.section(section) for section in document.sections))


def stays_in_line(pictures: Mapping[str, Picture], size: float, image: Image) -> bool:
    """Whether a picture is small enough for a line of so many points, or is not there and only its words can stand."""
    picture = pictures.get(image.source)
    return picture is None or in_line(picture, image.attributes, size) is not None


class _Lifting:
    """One walk over the document."""

    def __init__(self, stays: Stays) -> None:
        self._stays = stays

    def section(self, section: Section) -> Section:
        inner = tuple(self.section(part) for part in section.sections)
        return replace(section, blocks=self.blocks(section.blocks), sections=inner)

    def blocks(self, blocks: Blocks) -> Blocks:
        return tuple(part for block in blocks for part in self._block(block))

    def _block(self, block: Block) -> Blocks:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Question():
                inlines, found = self._split(block.inlines)
                answer = self._answer(block.answer)
                inner = (*found, *self.blocks(block.blocks), *self._offered(block.answer))
                why = self.blocks(block.why)
                return (replace(block, inlines=inlines, blocks=inner, answer=answer, why=why),)
            case KeyPoint():
                (label, one), (inlines, two) = self._split(block.label), self._split(block.inlines)
                return (replace(block, label=label, inlines=inlines, blocks=(*one, *two, *self.blocks(block.blocks))),)
            case Summary() | Callout():
                title, found = self._split(block.title)
                return (replace(block, title=title, blocks=(*found, *self.blocks(block.blocks))),)
            case Definition():
                term, found = self._split(block.term)
                return (replace(block, term=term, blocks=(*self.blocks(block.blocks), *found)),)
            case ListBlock():
                items = tuple(replace(item, blocks=self.blocks(item.blocks)) for item in block.items)
                return (replace(block, items=items),)
            case Quote():
                return (replace(block, blocks=self.blocks(block.blocks)),)
            case Columns():
                return (replace(block, columns=tuple(self.blocks(column) for column in block.columns)),)
            case Table() | Code() | Figure() | Notes() | Break() | Formula() | Chart():
                return (block,)
            case _:
                assert_never(block)

    def _answer(self, answer: Answer | None) -> Answer | None:
        match answer:
            case Open(blocks):
                return Open(self.blocks(blocks))
            case None | Choice() | Truth() | Matching() | Ordering() | Number() | Gaps():
                return answer
            case _:
                assert_never(answer)

    def _offered(self, answer: Answer | None) -> tuple[Figure, ...]:
        """The pictures of what there is to choose from, named by the words that stand for them there."""
        match answer:
            case Choice(options):
                lines = [option.inlines for option in options]
            case Matching(pairs):
                lines = [side for pair in pairs for side in (pair.left, pair.right)]
            case Ordering(items):
                blocks = [block for item in items for block in item.blocks]
                lines = [block.inlines for block in blocks if isinstance(block, Paragraph)]
            case None | Open() | Truth() | Number() | Gaps():
                return ()
            case _:
                assert_never(answer)
        figures = [figure for line in lines for figure in self._split(line)[1]]
        return tuple(replace(figure, caption=figure.caption or (Text(figure.image.alt),)) for figure in figures)

    def _paragraph(self, block: Paragraph) -> Blocks:
        inlines, found = self._split(block.inlines)
        if not found:
            return (block,)
        if not inlines:
            return found
        text = replace(block, inlines=inlines)
        first = next(inline for inline in block.inlines if not _is_blank(inline))
        ahead = 1 if _only_picture(first) else 0
        return (*found[:ahead], text, *found[ahead:])

    def _split(self, inlines: Inlines) -> tuple[Inlines, tuple[Figure, ...]]:
        """The inlines without the pictures that do not stay, and these as figures."""
        found: list[Figure] = []
        kept = tuple(part for inline in inlines for part in self._inline(inline, "", found))
        return (_tidied(kept), tuple(found)) if found else (inlines, ())

    def _inline(self, inline: Inline, target: str, found: list[Figure]) -> Iterator[Inline]:
        match inline:
            case Image() if not self._stays(inline):
                found.append(_figure(inline, target))
            case Link():
                yield from self._within(inline, inline.target, found)
            case Strong() | Emphasis() | Strike() | Raised() | Passage() | Mark() | Named():
                yield from self._within(inline, target, found)
            case Reference() | Citation():
                yield inline
            case Image() | Text() | CodeSpan() | LineBreak() | Blank() | Keyboard() | InlineFormula() | FootnoteCall():
                yield inline
            case _:
                assert_never(inline)

    def _within(
        self,
        inline: Strong | Emphasis | Strike | Raised | Passage | Mark | Named | Link,
        target: str,
        found: list[Figure],
    ) -> Iterator[Inline]:
        before = len(found)
        children = tuple(part for child in inline.children for part in self._inline(child, target, found))
        if len(found) == before:
            yield inline
        elif any(not _is_blank(child) for child in children):
            yield replace(inline, children=_tidied(children))


def _figure(image: Image, target: str) -> Figure:
    """The picture as a figure; where it leads to goes to its caption."""
    words = image.title or (image.alt or target if target else "")
    caption: Inlines = (Text(words),) if words else ()
    caption = (Link(caption, target),) if target else caption
    return Figure(image, caption, line=image.line, attributes=image.attributes)


def _only_picture(inline: Inline) -> bool:
    return isinstance(inline, Image) or (
        isinstance(inline, Link | Strong | Emphasis) and all(_only_picture(child) for child in inline.children)
    )


def _is_blank(inline: Inline) -> bool:
    return isinstance(inline, LineBreak) or (isinstance(inline, Text) and not inline.text.strip())


def _tidied(inlines: Inlines) -> Inlines:
    """The inlines with the spaces and line breaks joined that a picture stood between."""
    out: list[Inline] = []
    for inline in inlines:
        last = out[-1] if out else LineBreak()
        if isinstance(inline, LineBreak) and isinstance(last, LineBreak):
            continue
        if isinstance(inline, Text) and (isinstance(last, LineBreak) or _ends_in_space(last)):
            inline = Text(inline.text.lstrip(" "))
        if isinstance(inline, Text) and inline.text[:1] in ".,;:!?)" and isinstance(last, Text):
            out[-1] = Text(last.text.rstrip(" "))
        if inline != Text(""):
            out.append(inline)
    while out and _is_blank(out[-1]):
        out.pop()
    if out and isinstance(out[-1], Text):
        out[-1] = Text(out[-1].text.rstrip(" "))
    return tuple(out)


def _ends_in_space(inline: Inline) -> bool:
    return isinstance(inline, Text) and inline.text.endswith(" ")

"""Small questions that can be asked of the content model: what it says, in plain text, piece by piece."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from triptych.model.document import (
    Answer,
    Blank,
    Block,
    Break,
    Callout,
    Chart,
    Choice,
    Code,
    CodeSpan,
    Columns,
    Definition,
    Emphasis,
    Figure,
    Footnote,
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
    Question,
    Quote,
    Raised,
    Section,
    Strike,
    Strong,
    Summary,
    Table,
    Text,
    Truth,
)


def description(figure: Figure) -> str:
    """What a figure shows, in words: its alternative text, its caption, or at last its file's name made readable."""
    return figure.image.alt or plain(figure.caption) or readable_name(figure.image.source) or "…"


def readable_name(source: str) -> str:
    """The name of a file as words; empty for a picture that stands in the text itself."""
    stem = source.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return "" if source.startswith("data:") else stem.replace("-", " ").replace("_", " ").strip()


GAP = "[__]"
"""What stands for a blank where only characters can."""
QUESTION_MARKS = "?؟？⁇;՞፧"


def is_question(text: str) -> bool:
    """Whether the text ends in a question mark of any script."""
    return text.rstrip(" \"'”’»)*_").endswith(tuple(QUESTION_MARKS))


def plain(inlines: Inlines) -> str:
    """The characters that a reader sees, line breaks as spaces, pictures as their alternative text."""
    return "".join(_plain(inline) for inline in inlines)


def _plain(inline: Inline) -> str:
    match inline:
        case Text(text) | CodeSpan(text):
            return text
        case Strong(children) | Emphasis(children) | Link(children, _) | Strike(children) | Mark(children):
            return plain(children)
        case Raised(children, _) | Named(_, children):
            return plain(children)
        case Blank():
            return GAP
        case Keyboard(text):
            return text
        case InlineFormula(_, said, _):
            return said
        case Footnote():
            return ""
        case Image():
            return inline.alt
        case LineBreak():
            return " "
        case _:
            assert_never(inline)


def footnotes(inlines: Inlines) -> Iterator[Footnote]:
    """The footnotes that are called in some inlines, in order."""
    for inline in inlines:
        match inline:
            case Footnote():
                yield inline
            case Strong() | Emphasis() | Link() | Strike() | Mark() | Blank() | Named() | Raised():
                yield from footnotes(inline.children)
            case Text() | CodeSpan() | Keyboard() | InlineFormula() | Image() | LineBreak():
                pass
            case _:
                assert_never(inline)


def inlines_of(section: Section) -> Iterator[Inlines]:
    """All running text of a section, its own title first, without its subsections and without lecturer's notes."""
    yield section.title
    for block in walk_blocks(section.blocks):
        yield from block_inlines(block)


def block_inlines(block: Block) -> Iterator[Inlines]:
    """The running text that a block itself holds, not what stands in blocks within it."""
    match block:
        case Paragraph():
            yield block.inlines
        case Question():
            yield block.inlines
            yield from _answer_inlines(block.answer)
        case KeyPoint():
            yield block.label
            yield block.inlines
        case Summary() | Callout():
            yield block.title
        case Definition():
            yield block.term
        case Table():
            yield block.caption
            yield from (cell.inlines for row in (block.header, *block.rows) for cell in row.cells)
        case Figure():
            yield block.caption
        case Chart():
            yield block.caption
            yield from block_inlines(block.table)
        case Quote():
            yield block.attribution
        case ListBlock() | Code() | Notes() | Break() | Columns() | Formula():
            pass
        case _:
            assert_never(block)


def _answer_inlines(answer: Answer | None) -> Iterator[Inlines]:
    match answer:
        case Choice(options):
            yield from (option.inlines for option in options)
        case Matching(pairs):
            yield from (side for pair in pairs for side in (pair.left, pair.right))
        case Ordering(items):
            yield from items
        case None | Open() | Truth() | Number() | Gaps():
            pass
        case _:
            assert_never(answer)


def walk_sections(sections: Iterable[Section]) -> Iterator[Section]:
    """Every section, depth first, in the order of the source."""
    for section in sections:
        yield section
        yield from walk_sections(section.sections)


def walk_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block with the blocks inside it, depth first, in the order of the source."""
    for block in blocks:
        yield block
        match block:
            case Question():
                yield from walk_blocks(block.blocks)
                yield from walk_blocks(block.answer.blocks if isinstance(block.answer, Open) else ())
                yield from walk_blocks(block.why)
            case KeyPoint() | Summary() | Definition() | Quote() | Notes() | Callout():
                yield from walk_blocks(block.blocks)
            case Columns():
                for column in block.columns:
                    yield from walk_blocks(column)
            case ListBlock():
                for item in block.items:
                    yield from walk_blocks(item.blocks)
            case Paragraph() | Table() | Code() | Figure() | Break() | Formula() | Chart():
                pass
            case _:
                assert_never(block)

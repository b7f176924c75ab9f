"""The content model: what an author wrote, whatever the source format and whatever the panel."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, assert_never

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stands in braces: `{#id .class key=value}`."""

    id: str = ""
    classes: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()

    def get(self, key: str, default: str = "") -> str:
        """The value of a key, or the default."""
        return dict(self.values).get(key, default)


NO_ATTRIBUTES = Attributes()


# --- inlines ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters; white space is single spaces."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Strong importance: bold."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stress emphasis: italic."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class CodeSpan:
    """Code within a line."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address, or to `#id` within the document."""

    children: "Inlines"
    target: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture. `source` is as written: a path relative to the document, or a data address."""

    source: str
    alt: str
    title: str = ""
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line break that the author asked for."""


Inline = Text | Strong | Emphasis | CodeSpan | Link | Image | LineBreak
Inlines = tuple[Inline, ...]


# --- blocks ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    inlines: Inlines
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class Question:
    """A question that is put to the reader, with what belongs to it (often nothing: the answer follows)."""

    inlines: Inlines
    blocks: "Blocks" = ()
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A labelled point. Consecutive key points form one group. `number` is the author's, or None."""

    label: Inlines
    inlines: Inlines
    blocks: "Blocks" = ()
    number: int | None = None
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class Summary:
    """What to take away from the section before it."""

    blocks: "Blocks"
    title: Inlines = ()
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and its meaning."""

    term: Inlines
    blocks: "Blocks"
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list; nested lists are among its blocks."""

    blocks: "Blocks"
    line: int = 0


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list. An ordered one counts from `start`."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell."""

    inlines: Inlines = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: as many cells as the table has columns."""

    cells: tuple[Cell, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row."""

    header: Row
    rows: tuple[Row, ...]
    aligns: tuple[Align, ...]
    caption: Inlines = ()
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class Code:
    """A block of code; `text` has no trailing newline. `language` may be empty."""

    text: str
    language: str = ""
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture alone in its paragraph. The caption is the picture's title, if it has one."""

    image: Image
    caption: Inlines = ()
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation."""

    blocks: "Blocks"
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class Notes:
    """What the lecturer says and the audience does not see."""

    blocks: "Blocks"
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class Break:
    """A thematic break: what follows starts on a slide of its own."""

    line: int = 0


Block = (
    Paragraph | Question | KeyPoint | Summary | Definition | ListBlock | Table | Code | Figure | Quote | Notes | Break
)
Blocks = tuple[Block, ...]


# --- the document ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the document. The title is empty only for what stands before the first heading.

    `level` counts from 1 for the outermost sections of this document, whatever heading level it begins at.
    """

    id: str
    title: Inlines
    blocks: Blocks = ()
    sections: "tuple[Section, ...]" = ()
    level: int = 1
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES

    @property
    def is_question(self) -> bool:
        """Whether the title asks something."""
        return is_question(plain(self.title))


@dataclass(frozen=True, slots=True)
class Meta:
    """What the front matter says; empty where it says nothing. `lang` is a BCP 47 tag."""

    title: str = ""
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    lang: str = "en"
    course: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One source, read."""

    meta: Meta
    sections: tuple[Section, ...]
    path: str = ""
    words: tuple[tuple[str, str], ...] = ()  # the document's own wording for our few words


# --- small queries ---------------------------------------------------------------------------------

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
        case Strong(children) | Emphasis(children) | Link(children, _):
            return plain(children)
        case Image():
            return inline.alt
        case LineBreak():
            return " "
        case _:
            assert_never(inline)


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
            case Question() | KeyPoint() | Summary() | Definition() | Quote() | Notes():
                yield from walk_blocks(block.blocks)
            case ListBlock():
                for item in block.items:
                    yield from walk_blocks(item.blocks)
            case Paragraph() | Table() | Code() | Figure() | Break():
                pass
            case _:
                assert_never(block)

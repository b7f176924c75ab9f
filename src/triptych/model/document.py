"""The content model: what an author wrote, whatever the source format and whatever the panel.

The members of a closed union have their names as tags: so a document can be written as JSON and read again.
"""

from typing import Literal

import msgspec

from triptych.model.back_matter import NOTHING_SAID, BackMatter
from triptych.model.forms import Edition
from triptych.model.literature import Literature

Align = Literal["left", "center", "right"]


class Attributes(msgspec.Struct, frozen=True, gc=False):
    """What stands in braces: `{#id .class key=value}`."""

    id: str = ""
    classes: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()

    def get(self, key: str, default: str = "") -> str:
        """The value of a key, or the default."""
        return dict(self.values).get(key, default)


NO_ATTRIBUTES = Attributes()


# --- inlines ---------------------------------------------------------------------------------------


class Text(msgspec.Struct, frozen=True, gc=False, tag=True):
    """Plain characters; white space is single spaces."""

    text: str


class Strong(msgspec.Struct, frozen=True, gc=False, tag=True):
    """Strong importance: bold."""

    children: "Inlines"


class Emphasis(msgspec.Struct, frozen=True, gc=False, tag=True):
    """Stress emphasis: italic."""

    children: "Inlines"


class CodeSpan(msgspec.Struct, frozen=True, gc=False, tag=True):
    """Code within a line."""

    text: str


class Link(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A link to an address, or to `#id` within the document."""

    children: "Inlines"
    target: str


class Reference(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A reference to things in the document by their ids, until it is resolved; `written` is how the author put it.

    Without a text of its own (`children`) it says what it refers to.
    """

    ids: tuple[str, ...]
    children: "Inlines"
    written: str
    line: int = 0


class Cited(msgspec.Struct, frozen=True, gc=False):
    """A work that is cited: its key in small letters, what stands before and behind, the place in it and its kind.

    `label` is the kind of the place as the Citation Style Language calls it, `place` the whole as it is written.
    """

    key: str
    prefix: str = ""
    locator: str = ""
    label: str = "page"
    suffix: str = ""
    without_author: bool = False
    place: str = ""


class Citation(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A reference to literature, until it is set in a style; `text` is how the author put it.

    It is `narrative` where its author is part of the sentence.
    """

    items: tuple[Cited, ...]
    text: str
    narrative: bool = False
    line: int = 0


class Image(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A picture. `source` is as written: a path relative to the document, or a data address.

    `said` is its alternative text as it can be set, where that holds a formula.
    """

    source: str
    alt: str
    title: str = ""
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES
    said: "Inlines" = ()


class LineBreak(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A line break that the author asked for."""


class Strike(msgspec.Struct, frozen=True, gc=False, tag=True):
    """Text that no longer holds."""

    children: "Inlines"


class Raised(msgspec.Struct, frozen=True, gc=False, tag=True):
    """Superscript, or subscript where `lowered`."""

    children: "Inlines"
    lowered: bool = False


class Passage(msgspec.Struct, frozen=True, gc=False, tag=True):
    """Words in another language, `lang` (BCP 47), or an abbreviation that `stands_for` more (WCAG 3.1.2, 3.1.4)."""

    children: "Inlines"
    lang: str
    stands_for: str = ""


class Mark(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A key phrase: highlighted. `anchor` is what the lists at the end refer to it by."""

    children: "Inlines"
    anchor: str = ""


class Blank(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A key phrase that a student fills in: as wide as what it hides. Whoever reads it out finds only the gap."""

    children: "Inlines"


class Named(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A date or a person that the author wants in the chronology or the who-is-who, or a term for the index.

    `key` is what it is sorted by or called there if that is not what the text says; `about` what is said of it;
    `anchor` what the lists refer to it by. A "slide" is no name: its sentence is to stand on one, of "notes" on none.
    """

    kind: Literal["date", "person", "term", "slide", "notes"]
    children: "Inlines"
    key: str = ""
    about: str = ""
    line: int = 0
    anchor: str = ""


class Keyboard(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A key to press."""

    text: str


class InlineFormula(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A formula within a line, as LaTeX without its delimiters; `said` is the same as readable text."""

    latex: str
    said: str
    line: int = 0


class FootnoteCall(msgspec.Struct, frozen=True, gc=False, tag=True):
    """Where a footnote is called: its number, which one of the document's footnotes has."""

    number: int
    line: int = 0


Inline = (
    Text
    | Strong
    | Emphasis
    | CodeSpan
    | Link
    | Reference
    | Citation
    | Image
    | LineBreak
    | Strike
    | Raised
    | Passage
    | Mark
    | Blank
    | Named
    | Keyboard
    | InlineFormula
    | FootnoteCall
)
Inlines = tuple[Inline, ...]


# --- blocks ----------------------------------------------------------------------------------------


class Paragraph(msgspec.Struct, frozen=True, gc=False, tag=True):
    """Running text."""

    inlines: Inlines
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES


class Open(msgspec.Struct, frozen=True, gc=False, tag=True):
    """An answer in words."""

    blocks: "Blocks"


class Option(msgspec.Struct, frozen=True, gc=False):
    """An answer to choose, and whether it is right; `blocks` stand below its line."""

    inlines: Inlines
    right: bool = False
    blocks: "Blocks" = ()


class Choice(msgspec.Struct, frozen=True, gc=False, tag=True):
    """Answers to choose from, one or several of them right; in every version in this order if it is `fixed`."""

    options: tuple[Option, ...]
    fixed: bool = False


class Truth(msgspec.Struct, frozen=True, gc=False, tag=True):
    """Whether what is said is true."""

    true: bool


class Pair(msgspec.Struct, frozen=True, gc=False):
    """Two things that belong together; `blocks` stand below the right one's line."""

    left: Inlines
    right: Inlines
    blocks: "Blocks" = ()


class Matching(msgspec.Struct, frozen=True, gc=False, tag=True):
    """Pairs that are to be found; `order` is the one in which the right sides are shown."""

    pairs: tuple[Pair, ...]
    order: tuple[int, ...] = ()


class Ordering(msgspec.Struct, frozen=True, gc=False, tag=True):
    """Things in the order that is to be found; `order` is the one in which they are shown."""

    items: "tuple[ListItem, ...]"
    order: tuple[int, ...] = ()


class Number(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A number as the author writes it, with its unit, and how far off it may be."""

    said: str
    tolerance: str = ""


class Gaps(msgspec.Struct, frozen=True, gc=False, tag=True):
    """The key phrases of the question itself are what is asked for."""


Answer = Open | Choice | Truth | Matching | Ordering | Number | Gaps


class Question(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A question that is put to the reader, with what belongs to it (often nothing: the answer follows).

    `number` counts the questions with an answer through the document, 0 for others. `points` is what it is worth,
    `why` explains the answer, `see` is the id of the place that gives it, `space` how many lines there are to write
    on (0: as the answer needs). A `lone` one is a line of the text that asks, and what follows it answers.
    """

    inlines: Inlines
    blocks: "Blocks" = ()
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES
    answer: Answer | None = None
    number: int = 0
    points: float = 0.0
    why: "Blocks" = ()
    see: str = ""
    space: int = 0
    lone: bool = False


class KeyPoint(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A labelled point. Consecutive key points form one group. `number` is the author's, or None.

    It is written in the manner of `marks`, the first one. `anchor` is what the lists at the end refer to it by.
    """

    label: Inlines
    inlines: Inlines
    blocks: "Blocks" = ()
    number: int | None = None
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES
    anchor: str = ""
    marks: str = "1."


class Summary(msgspec.Struct, frozen=True, gc=False, tag=True):
    """What to take away from the section before it."""

    blocks: "Blocks"
    title: Inlines = ()
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES


class Definition(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A term and its meaning. `anchor` is what the lists at the end refer to it by."""

    term: Inlines
    blocks: "Blocks"
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES
    anchor: str = ""


class ListItem(msgspec.Struct, frozen=True, gc=False):
    """An item of a list; nested lists are among its blocks. `done` is None where it is no task."""

    blocks: "Blocks"
    line: int = 0
    done: bool | None = None


class ListBlock(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A list. An ordered one counts from `start`, in the manner of `marks`, its first one: `1.`, `(a)`, `iv)`, `A.`."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES
    marks: str = "1."


class Cell(msgspec.Struct, frozen=True, gc=False):
    """A table cell."""

    inlines: Inlines = ()


class Row(msgspec.Struct, frozen=True, gc=False):
    """A table row: as many cells as the table has columns."""

    cells: tuple[Cell, ...]
    line: int = 0


class Table(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A table with one header row. `number` counts the captioned tables of the document, 0 for none.

    `label` is what stands before its caption, and what it is called where it is referred to: Table 3.
    """

    header: Row
    rows: tuple[Row, ...]
    aligns: tuple[Align, ...]
    caption: Inlines = ()
    number: int = 0
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES
    label: str = ""


class Code(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A block of code; `text` has no trailing newline. `language` may be empty."""

    text: str
    language: str = ""
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES


class Figure(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A picture alone in its paragraph. The caption is the picture's title, if it has one.

    `number` counts the captioned figures of the document, 0 for none; `label` is as that of a table.
    """

    image: Image
    caption: Inlines = ()
    number: int = 0
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES
    label: str = ""


class Quote(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A block quotation, and who said it where."""

    blocks: "Blocks"
    attribution: Inlines = ()
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES


class Notes(msgspec.Struct, frozen=True, gc=False, tag=True):
    """What the lecturer says and the audience does not see."""

    blocks: "Blocks"
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES


class Break(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A thematic break: what follows starts on a slide of its own. It may have been a `heading` without words."""

    line: int = 0
    heading: bool = False


CalloutKind = Literal["note", "tip", "important", "warning", "caution", "example", "exercise"]


class Callout(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A box that says what it is. An empty title stands for the word of its kind."""

    kind: CalloutKind
    blocks: "Blocks"
    title: Inlines = ()
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES


class Columns(msgspec.Struct, frozen=True, gc=False, tag=True):
    """Two or more columns side by side, each with its relative width (all equal if there are none)."""

    columns: "tuple[Blocks, ...]"
    widths: tuple[float, ...] = ()
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES


class Formula(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A displayed formula, as LaTeX; `said` is the same as readable text, `number` 0 if it has none."""

    latex: str
    said: str
    number: int = 0
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES


class Series(msgspec.Struct, frozen=True, gc=False):
    """The values of a chart under one name; None where there is no value."""

    name: str
    values: tuple[float | None, ...]


ChartKind = Literal["bar", "column", "line", "pie", "scatter", "area"]


class Chart(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A chart and the table that it was made from. `categories` go with the values of each series."""

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    table: Table
    caption: Inlines = ()
    number: int = 0
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES
    label: str = ""


Block = (
    Paragraph
    | Question
    | KeyPoint
    | Summary
    | Definition
    | ListBlock
    | Table
    | Code
    | Figure
    | Quote
    | Notes
    | Break
    | Callout
    | Columns
    | Formula
    | Chart
)
Blocks = tuple[Block, ...]


# --- the document ----------------------------------------------------------------------------------


class Section(msgspec.Struct, frozen=True, gc=False):
    """A part of the document. The title is empty only for what stands before the first heading.

    `level` counts from 1 for the outermost sections, whatever the source begins at; there one `skips` what it left out.
    """

    id: str
    title: Inlines
    blocks: Blocks = ()
    sections: "tuple[Section, ...]" = ()
    level: int = 1
    line: int = 0
    attributes: Attributes = NO_ATTRIBUTES
    skips: bool = False


class Meta(msgspec.Struct, frozen=True, gc=False):
    """What the front matter says; empty where it says nothing. `lang` is a BCP 47 tag.

    `heading` is the title as a heading of the text has it (`queries.title_of`). `template` and `logo` are files beside
    the document, as are a `background` that is no colour (#RRGGBB) and a `theme` with a slash. `lines` has the line of
    each key that can be wrong only later; `also` what is made besides the usual panels, `forms` what is said of each
    panel's form, `back` of the lists at the end. `slide_date`: it is on each slide. `archive`: PDF/A is made.
    """

    title: str = ""
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    lang: str = "en"
    course: str = ""
    affiliations: tuple[str, ...] = ()
    abstract: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    incremental: bool = False
    theme: str = ""
    template: str = ""
    footer: str = ""
    slide_numbers: bool = True
    background: str = ""
    logo: str = ""
    slide_date: bool = False
    aspect: Literal["", "4:3", "16:9"] = ""
    paper: str = ""
    editions: tuple[Edition, ...] = ()
    also: tuple[str, ...] = ()
    forms: tuple[tuple[str, str], ...] = ()
    back: BackMatter = NOTHING_SAID
    lines: tuple[tuple[str, int], ...] = ()
    heading: Inlines = ()
    archive: bool = False

    def line(self, key: str) -> int:
        """The line that says a key, 1 if that is not known."""
        return dict(self.lines).get(key, 1)


class Footnote(msgspec.Struct, frozen=True, gc=False):
    """A footnote: its number, which counts through the document, and what it says."""

    number: int
    blocks: Blocks
    line: int = 0


class Anchor(msgspec.Struct, frozen=True, gc=False):
    """A name that the author gave to a place in the text, with its line."""

    name: str
    line: int


class Event(msgspec.Struct, frozen=True, gc=False):
    """A date as it is shown, what happened, and the anchor of its mention."""

    when: str
    what: Inlines
    section: str
    line: int = 0
    anchor: str = ""


class Person(msgspec.Struct, frozen=True, gc=False):
    """A person, what is said of them, and the anchors of all mentions."""

    name: str
    said: Inlines
    section: str
    line: int = 0
    anchors: tuple[str, ...] = ()


class Part(msgspec.Struct, frozen=True, gc=False):
    """A file that came in the file of a document, such as a picture: its name there, which is its picture's source."""

    name: str
    data: bytes


class Document(msgspec.Struct, frozen=True, gc=False):
    """One source, read; then rewritten for all that is made of it.

    `words` are its own for our few. `footnotes` are in the order of first calls, `title_calls` those of the title.
    `anchors` and `literature` are for references and citations until they are resolved. `events` are in the order of
    time. An author divided what is in `slides`. `parts` came in its file. `line` counts what `counts` says.
    """

    meta: Meta
    sections: tuple[Section, ...]
    path: str = ""
    words: tuple[tuple[str, str], ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    title_calls: tuple[FootnoteCall, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    literature: Literature | None = None
    events: tuple[Event, ...] = ()
    people: tuple[Person, ...] = ()
    slides: bool = False
    counts: Literal["line", "paragraph"] = "line"
    parts: tuple[Part, ...] = ()

"""Small questions that can be asked of the content model: what it says, in plain text, piece by piece."""

from collections.abc import Iterable, Iterator
from typing import assert_never, get_args

from triptych.model import document as doc
from triptych.model.footnote_calls import as_read
from triptych.model.walk import Node, children

_BLOCKS = frozenset(get_args(doc.Block))
_HOLDERS = frozenset((doc.ListItem, doc.Open, doc.Choice, doc.Option, doc.Matching, doc.Pair, doc.Ordering))
"""What stands between a block and the blocks in it."""
_WITHOUT_BLOCKS = frozenset((doc.Paragraph, doc.Table, doc.Code, doc.Figure, doc.Break, doc.Formula, doc.Chart))


def description(figure: doc.Figure) -> str:
    """What a figure shows, in words: its alternative text, its caption, or at last its file's name made readable."""
    return figure.image.alt or plain(figure.caption) or readable_name(figure.image.source) or "…"


def alternative(figure: doc.Figure) -> str:
    """What is said instead of a figure: its alternative text or its caption; empty where nobody wrote either."""
    return figure.image.alt.strip() or plain(figure.caption).strip()


def figure_name(figure: doc.Figure, kind: str, title: str) -> str:
    """What is said instead of a figure; where nobody wrote it, all that is known: its kind, and what it belongs to.

    `kind` is our word for a figure, `title` that of the document.
    """
    return alternative(figure) or (f"{kind}: {title}" if title else kind)


def is_decorative(image: doc.Image, attributes: doc.Attributes = doc.NO_ATTRIBUTES) -> bool:
    """Whether a picture only decorates, as its author says of it or of the figure that it is."""
    return "decorative" in image.attributes.classes or "decorative" in attributes.classes


def images_of(document: doc.Document) -> Iterator[doc.Image]:
    """Every picture of a document, in the order of the source, those in its footnotes where these are called."""
    return (node for node in as_read(document) if isinstance(node, doc.Image))


def attributes_of(block: doc.Block) -> doc.Attributes:
    """The attributes of a block; a break has none."""
    return doc.NO_ATTRIBUTES if isinstance(block, doc.Break) else block.attributes


def inner(inline: doc.Inline) -> doc.Inlines:
    """The inlines of which a span of text is made."""
    return tuple(children(inline))  # type: ignore[arg-type]


def captioned(block: doc.Figure | doc.Table | doc.Chart) -> doc.Inlines:
    """The caption behind its label, which ends in what is usual in its script; as it is if there is no label."""
    if not block.label:
        return block.caption
    return (doc.Strong((doc.Text(block.label + _behind_number(block.label)),)), *block.caption)


def _behind_number(label: str) -> str:
    """A full stop; in Chinese and Japanese, whose stop is another, an ideographic space."""
    return "\u3000" if any("\u3040" <= char <= "\u9fff" for char in label) else ". "


def readable_name(source: str) -> str:
    """The name of a file as words; empty for a picture that stands in the text itself."""
    stem = source.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return "" if source.startswith("data:") else stem.replace("-", " ").replace("_", " ").strip()


GAP = "[__]"
"""What stands for a blank where only characters can."""
_IN_QUESTIONS = "՞"
"""The question mark that stands behind the vowel of the word that asks."""
QUESTION_MARKS = "?؟？⁇;՞፧"


def is_question(text: str) -> bool:
    """Whether the text ends in a question mark of any script, or has in its last sentence that of Armenian."""
    bare = text.rstrip(" \"'”’»)*_")
    if _IN_QUESTIONS in bare and _IN_QUESTIONS in bare.rstrip("։:").rpartition("։")[2]:
        return True
    return bare.endswith(tuple(QUESTION_MARKS)) and (not bare.endswith(";") or _is_greek(bare))


def _is_greek(text: str) -> bool:
    """Whether most letters are Greek: only there a semicolon asks."""
    greek = sum(1 for character in text if "\u0370" <= character <= "\u03ff" or "\u1f00" <= character <= "\u1fff")
    return 2 * greek > sum(1 for character in text if character.isalpha())


PROMPT = "prompt"
"""The class of a heading that is the task of an examination."""


def asks(section: doc.Section) -> bool:
    """Whether the title of a section asks something: it is a question, or tells to explain something."""
    return is_question(plain(section.title)) or PROMPT in section.attributes.classes


def title_of(meta: doc.Meta) -> doc.Inlines:
    """The title of a document as its heading has it, as long as it is still called so; else its plain text."""
    title = meta.title.strip()
    same = title and " ".join(plain(meta.heading).split()) == " ".join(title.split())
    return meta.heading if same else (doc.Text(title),) if title else ()


def plain(inlines: doc.Inlines) -> str:
    """The characters that a reader sees, line breaks as spaces, pictures as their alternative text."""
    if len(inlines) == 1 and isinstance(inlines[0], doc.Text):
        return inlines[0].text  # most texts are no more than that
    return "".join([_plain(inline) for inline in inlines])


def _plain(inline: doc.Inline) -> str:
    match inline:
        case doc.Text(text) | doc.CodeSpan(text):
            return text
        case (
            doc.Strong(children)
            | doc.Emphasis(children)
            | doc.Link(children, _)
            | doc.Strike(children)
            | doc.Mark(children)
        ):
            return plain(children)
        case doc.Raised(children, _) | doc.Passage(children, _) | doc.Named(_, children):
            return plain(children)
        case doc.Reference(_, children, written):
            return plain(children) or written
        case doc.Citation():
            return inline.text
        case doc.Blank():
            return GAP
        case doc.Keyboard(text):
            return text
        case doc.InlineFormula(_, said, _):
            return said
        case doc.FootnoteCall():
            return ""
        case doc.Image():
            return inline.alt
        case doc.LineBreak():
            return " "
        case _:
            assert_never(inline)


def inlines_of(section: doc.Section) -> Iterator[doc.Inlines]:
    """All running text of a section, its own title first, without its subsections and without lecturer's notes."""
    yield section.title
    for block in walk_blocks(section.blocks):
        yield from block_inlines(block)


def block_inlines(block: doc.Block) -> Iterator[doc.Inlines]:
    """The running text that a block itself holds, not what stands in blocks within it."""
    match block:
        case doc.Paragraph():
            yield block.inlines
        case doc.Question():
            yield block.inlines
            yield from _answer_inlines(block.answer)
        case doc.KeyPoint():
            yield block.label
            yield block.inlines
        case doc.Summary() | doc.Callout():
            yield block.title
        case doc.Definition():
            yield block.term
        case doc.Table():
            yield block.caption
            yield from (cell.inlines for row in (block.header, *block.rows) for cell in row.cells)
        case doc.Figure():
            yield block.caption
        case doc.Chart():
            yield block.caption
            yield from block_inlines(block.table)
        case doc.Quote():
            yield block.attribution
        case doc.ListBlock() | doc.Code() | doc.Notes() | doc.Break() | doc.Columns() | doc.Formula():
            pass
        case _:
            assert_never(block)


def _answer_inlines(answer: doc.Answer | None) -> Iterator[doc.Inlines]:
    match answer:
        case doc.Choice(options):
            yield from (option.inlines for option in options)
        case doc.Matching(pairs):
            yield from (side for pair in pairs for side in (pair.left, pair.right))
        case None | doc.Ordering() | doc.Open() | doc.Truth() | doc.Number() | doc.Gaps():
            pass
        case _:
            assert_never(answer)


def walk_sections(sections: Iterable[doc.Section]) -> Iterator[doc.Section]:
    """Every section, depth first, in the order of the source."""
    for section in sections:
        yield section
        yield from walk_sections(section.sections)


def walk_blocks(blocks: Iterable[doc.Block]) -> Iterator[doc.Block]:
    """Every block with the blocks inside it, depth first, in the order of the source."""
    for block in blocks:
        yield block
        if type(block) not in _WITHOUT_BLOCKS:
            yield from walk_blocks(_blocks_in(block))


def tables_of(document: doc.Document) -> Iterator[doc.Table]:
    """Every table of a document outside its footnotes, those of charts too."""
    for section in walk_sections(document.sections):
        for block in walk_blocks(section.blocks):
            if isinstance(block, doc.Table):
                yield block
            elif isinstance(block, doc.Chart):
                yield block.table


def _blocks_in(node: Node) -> Iterator[doc.Block]:
    """The blocks that a block holds, in its answer or its items too."""
    for child in children(node):
        if type(child) in _BLOCKS:
            yield child  # type: ignore[misc]
        elif type(child) in _HOLDERS:
            yield from _blocks_in(child)

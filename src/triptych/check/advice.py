"""What may keep somebody from reading a document, as far as its words tell: notes for its author to judge."""

from collections.abc import Callable, Iterator, Sequence

from triptych.check.colour_words import OTHER_SIGNS, PATTERNS
from triptych.languages import nearest
from triptych.model import document as doc
from triptych.model.charts import number
from triptych.model.document import Document
from triptych.model.queries import block_inlines, images_of, plain, walk_blocks, walk_sections
from triptych.model.walk import walk
from triptych.patterns import late
from triptych.problem import Problem

Found = Iterator[tuple[str, int, str]]
"""What may be wrong, the line, and how to mend it."""

_LONG_ADDRESS = 40
"""Characters of an address that are read out one by one."""
_FEWEST, _LETTERS = 5, 25
"""Words and letters of a passage in capitals; fewer are a name, a heading or abbreviations in a row."""
_MOST_SHOWN = 3
_OF_TEXT = late(
    r"^(?:text|quote|quotation|zitat|texte|citation|texto|cita|testo|citazione)\s*[:：]"
    r"|\b(?:screenshot|scan|photo|image|picture) of (?:a |an |the )?(?:\w+ )?"
    r"(?:text|table|code|e-?mail|article|page|quote)"
    r"|\bscanned (?:text|page|table|document)\b"
    r"|\b(?:bildschirmfoto|scan|foto) (?:eines|einer|des|der|von) "
    r"(?:textes|tabelle|seite|e-?mail|artikels|quelltexts?)\b"
    r"|\bcapture d.écran (?:d.un|d.une|du|de la) (?:texte|tableau|page|courriel|article|code)\b"
    r"|\bcaptura de (?:pantalla de )?(?:un |una |el |la )?(?:texto|tabla|página|correo|artículo|código)\b"
)


def advice(document: Document) -> tuple[Problem, ...]:
    """A note for each thing that an author should look at, by line."""
    found = [
        Problem("note", f"{message} [WCAG {rule}]", document.path, line, hint=hint)
        for rule, look in _RULES.items()
        for message, line, hint in look(document)
    ]
    return tuple(sorted(found, key=lambda problem: problem.line))


def _texts(document: Document) -> Iterator[tuple[str, int]]:
    """The running text of every block with its line; code, formulae and cells of tables are none."""
    for section in walk_sections(document.sections):
        for block in walk_blocks(section.blocks):
            if isinstance(block, doc.Paragraph | doc.KeyPoint | doc.Question | doc.Callout | doc.Summary):
                for inlines in block_inlines(block):
                    yield " ".join(plain(inlines).split()), block.line


def _by_colour(document: Document) -> Found:
    pattern = PATTERNS.get((nearest(document.meta.lang) or "en").partition("-")[0])
    if pattern is None:
        return
    for text, line in _texts(document):
        said = text.lower()
        if (match := pattern.search(said)) and not OTHER_SIGNS.search(said):
            hint = "name it by its place, its shape or a word as well"
            yield f"a colour may be all that tells it apart: {match[0]}", line, hint


def _pictures_of_text(document: Document) -> Found:
    for image in images_of(document):
        if _OF_TEXT.search(image.alt.lower()):
            yield f"a picture of text: {image.alt[:60]}", image.line, "write its words as text, where that can be"


def _repeated(document: Document) -> Found:
    """Alternative texts that say the caption again: two are written, and one is heard twice."""
    if document.counts != "line":  # other formats make one of the other
        return
    for node in walk(document):
        if isinstance(node, doc.Figure):
            image = node.image
            both = image.title or image.attributes.get("fig-alt") or image.attributes.get("alt")
            said = " ".join(plain(node.caption).split()).casefold()
            if both and said and said == " ".join(image.alt.split()).casefold():
                yield (
                    f"an alternative text that says the caption again: {image.alt[:60]}",
                    image.line,
                    ("say what the picture shows, and in the caption what to learn from it"),
                )


def _heads(document: Document) -> Found:
    for node in walk(document):
        if isinstance(node, doc.Table) and len(node.header.cells) > 1:
            heads = [plain(cell.inlines).strip() for cell in node.header.cells]
            if all(number(head.rstrip("%")) is not None for head in heads):
                hint = "write what each column holds in its first row"
                yield f"a table whose headings are mere figures: {' · '.join(heads)[:60]}", node.line, hint


def _addresses(document: Document) -> Found:
    found: list[tuple[str, int]] = []
    line = 0
    for node in walk(document):
        if isinstance(node, doc.Paragraph | doc.KeyPoint | doc.Question | doc.Section | doc.ListItem):
            line = node.line or line
        if isinstance(node, doc.Link) and len(node.target) >= _LONG_ADDRESS:
            said = plain(node.children).strip()
            if said.startswith(("http://", "https://", "www.")):
                found.append((said, line))
    yield from _told(found, "an address is all that a link says", "write [what is there](address)")


def _capitals(document: Document) -> Found:
    titles = ((plain(section.title), section.line) for section in walk_sections(document.sections))
    found = [(text, line) for text, line in (*titles, *_texts(document)) if _in_capitals(text)]
    yield from _told(found, "a passage in capitals, which some programs spell", "write small letters, and **bold**")


def _in_capitals(text: str) -> bool:
    """Whether a text is a passage in capitals: not a row of abbreviations, of which few are long."""
    words = ["".join(filter(str.isalpha, word)) for word in text.split()] if text.isupper() else []
    words = [word for word in words if word.isupper()]
    if sum(map(len, words)) < sum(map(str.isalpha, text)):  # some are of a script without capitals
        return False
    return len(words) >= _FEWEST and sum(map(len, words)) >= _LETTERS and sum(len(word) > 5 for word in words) > 1


def _told(found: Sequence[tuple[str, int]], what: str, hint: str) -> Found:
    """One note of all that are alike, at the first one's line, with the lines of the next."""
    if found:
        (said, line), more = found[0], sorted({at for _, at in found[1:]} - {found[0][1]})
        lines = ", ".join(map(str, more[:_MOST_SHOWN])) + (" …" if len(more) > _MOST_SHOWN else "")
        also = f" (also line{'s' if len(more) > 1 else ''} {lines})" if more else ""
        yield f"{what}: {said[:60]}{also}", line, hint


_RULES: dict[str, Callable[[Document], Found]] = {
    "1.1.1 Non-text Content": _repeated,
    "1.3.1 Info and Relationships": _heads,
    "1.4.1 Use of Color": _by_colour,
    "1.4.5 Images of Text": _pictures_of_text,
    "2.4.4 Link Purpose (In Context)": _addresses,
    "3.1.4 Abbreviations": _capitals,
}
"""The rules by their number and name in the Web Content Accessibility Guidelines 2.2."""

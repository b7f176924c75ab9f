"""What an author must mend so that everyone can read their document: each with its rule and number in WCAG 2.2."""

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from triptych.check.accessibility import shown
from triptych.languages.scripts import scripts_of
from triptych.model import document as doc
from triptych.model.colors import READABLE, contrast
from triptych.model.document import Document
from triptych.model.queries import images_of, is_decorative, plain
from triptych.model.theme import Theme
from triptych.model.walk import nodes
from triptych.patterns import late
from triptych.problem import Problem

Found = Iterator[tuple[str, int, str]]
"""What is wrong, the line, and how to mend it."""

_SAY_NOTHING = frozenset(
    """here|click here|this|link|this link|more|read more|hier|hier klicken|mehr|ici|cliquez ici|plus|lire la suite|
    aquí|haga clic aquí|más|aqui|clique aqui|mais|qui|clicca qui|altro|klik hier|meer|tutaj|kliknij tutaj|więcej|här|
    klicka här|mer|her|klik her|mere|zde|klikněte zde|více|tu|tässä|lisää|itt|kattintson ide|aici|burada|
    buraya tıklayın|
    здесь|тут|подробнее|εδώ|هنا|اضغط هنا|اینجا|یہاں|כאן|यहाँ|এখানে|இங்கே|ที่นี่|tại đây|di sini|აქ|այստեղ|እዚህ|这里|点击这里|
    這裡|ここ|こちら|여기""".replace("\n    ", "").split("|")
)
"""Words of a link that do not say where it leads, in small letters."""
_FILE = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf")
_NO_WORD = late(r"[-_0-9]")
_SAID_OF_ANY = ("image", "picture", "photo", "graphic", "bild", "grafik", "figure", "chart", "diagram", "screenshot")
_TAG = late(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_NO_LANGUAGE = late(r"(?:und|mis|mul|zxx|xx|q[a-t][a-z])(?:-|$)", re.IGNORECASE)
"""How a language is called (BCP 47); what is called so and is none, or is for private use."""
LONGEST = 250
"""Characters of an alternative text that one listens to without a way back."""


def audit(document: Document, theme: Theme) -> tuple[Problem, ...]:
    """A warning for each thing that keeps somebody from reading the document, by line."""
    found = [
        Problem("warning", f"{message} [WCAG {rule}]", document.path, line, hint=hint)
        for rule, look in _RULES.items()
        for message, line, hint in look(document, theme)
    ]
    return tuple(sorted(found, key=lambda problem: problem.line))


def _alternatives(document: Document, _: Theme) -> Found:
    for image in images_of(document):
        said = image.alt.strip()
        if image.source and not said and not is_decorative(image):
            hint = "write what it shows, or {.decorative} behind it if it only decorates"
            yield f"a picture without an alternative text: {shown(image.source)}", image.line, hint
        elif said.lower().endswith(_FILE) or said.lower() in _SAID_OF_ANY or _is_file(said, image.source):
            yield f"an alternative text that says nothing: {said[:60]}", image.line, "write what the picture shows"
        elif len(said) > LONGEST:
            hint = "say it in a sentence, and the rest in the text"
            yield f"an alternative text of {len(said)} characters", image.line, hint


def _is_file(said: str, source: str) -> bool:
    """Whether an alternative text is the name of the file, which is no word: "IMG_2041", "dna-rna"."""
    return bool(_NO_WORD.search(said)) and said == PurePosixPath(source).stem


def _tables(document: Document) -> Found:
    for node in nodes(document):
        if isinstance(node, doc.Table):
            heads = [plain(cell.inlines).strip() for cell in node.header.cells]
            if not any(heads):
                yield (
                    "a table without headings of its columns",
                    node.line,
                    "write what each column holds in its first row",
                )
            elif not all(heads[1:]):
                yield "a column of a table without a heading", node.line, "write what it holds in the first row"


def _structure(document: Document, theme: Theme) -> Found:
    yield from _tables(document)
    yield from _headings(document)


def _headings(document: Document) -> Found:
    for node in nodes(document):
        if isinstance(node, doc.Section) and node.skips:
            hint = "one # more than the heading above it; we close the gap up"
            yield f"a heading that skips a level: {plain(node.title).strip()[:60]}", node.line, hint
        if isinstance(node, doc.Break) and node.heading:
            yield "a heading without words", node.line, "write what follows, or --- for a mere division"


def _links(document: Document, _: Theme) -> Found:
    line = 0
    for node in nodes(document):
        if isinstance(node, doc.Paragraph | doc.KeyPoint | doc.Question | doc.Section | doc.ListItem):
            line = node.line or line
        said = " ".join(plain(node.children).split()) if isinstance(node, doc.Link) else ""
        if said.lower().strip(" .:→»") in _SAY_NOTHING:
            hint = "write its subject between the brackets"
            yield f"a link whose words do not say where it leads: {said}", line, hint


def _languages(document: Document, _: Theme) -> Found:
    if not _TAG.fullmatch(document.meta.lang) or _NO_LANGUAGE.match(document.meta.lang):
        hint = "write lang: with a tag such as en, pt-BR or zh-Hant in the front matter"
        yield f"no language is called {document.meta.lang}", 1, hint
        return
    own = scripts_of(document.meta.lang)
    text = "".join(plain((node,)) for node in nodes(document) if isinstance(node, doc.Text))
    latin = sum(1 for char in text if char.isalpha() and char <= "\u024f")
    if "LATIN" not in own and latin > 2 * sum(1 for char in text if char.isalpha() and char > "\u024f"):
        hint = "write lang: in the front matter, and [words]{lang=…} for a passage"
        yield f"most letters are not those of the language {document.meta.lang}", 1, hint


def _colours(_: Document, theme: Theme) -> Found:
    palette = theme.palette
    for name, color in (("text", palette.ink), ("accent", palette.accent)):
        ratio = contrast(color, palette.paper)
        if ratio < READABLE:
            hint = "choose a darker colour, or another theme"
            yield f"the {name} colour #{color} has a contrast of {ratio:.1f}:1, less than {READABLE}:1", 0, hint


_RULES: dict[str, Callable[[Document, Theme], Found]] = {
    "1.1.1 Non-text Content": _alternatives,
    "1.3.1 Info and Relationships": _structure,
    "1.4.3 Contrast (Minimum)": _colours,
    "2.4.4 Link Purpose (In Context)": _links,
    "3.1.1 Language of Page": _languages,
}
"""The rules by their number and name in the Web Content Accessibility Guidelines 2.2."""

"""What is in another language than its document: what its author says, and what another script shows."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from triptych.languages.scripts import script_of, scripts_of, spoken_in
from triptych.model import document as doc
from triptych.model.walk import map_children, nodes

_FEWEST = 3
"""Letters of such words: fewer are signs of a formula; but of ideographs one is a word."""


_WITH_ATTRIBUTES = (
    *(doc.Paragraph, doc.ListBlock, doc.Quote, doc.Table, doc.KeyPoint, doc.Question, doc.Callout, doc.Definition),
    *(doc.Summary, doc.Columns, doc.Notes, doc.Figure, doc.Chart, doc.Section),
)
"""What an author can say the language of."""


def with_passages(document: doc.Document) -> doc.Document:
    """The document with its passages in other languages marked as such."""
    texts = "".join([node.text for node in nodes(document) if type(node) is doc.Text])
    if not _may_be_foreign(texts) and not any(map(_said, nodes(document))):
        return document
    own = scripts_of(document.meta.lang)

    def put(node: Any) -> Any:
        match node:
            case doc.Text():
                return tuple(_apart(node.text, own)) if _may_be_foreign(node.text) else node
            case doc.Passage() | doc.CodeSpan() | doc.InlineFormula():
                return node
        if lang := _said(node):
            return map_children(node, lambda child: _all_in(child, lang))
        return map_children(node, put)

    return put(document)  # type: ignore[no-any-return]


def _may_be_foreign(text: str) -> bool:
    """Whether a text has letters beyond the Latin ones; signs such as dashes and quotation marks are none."""
    return not text.isascii() and any(sign >= "\u0370" and not "\u2000" <= sign <= "\u2bff" for sign in set(text))


def _said(node: Any) -> str:
    """The language that an author says of a block; empty where nothing is said."""
    if isinstance(node, _WITH_ATTRIBUTES) and node.attributes is not doc.NO_ATTRIBUTES:
        return node.attributes.get("lang")
    return ""


def _all_in(node: Any, lang: str) -> Any:
    """A node whose words are all in a language."""
    if isinstance(node, doc.Text):
        return doc.Passage((node,), lang)
    return node if isinstance(node, doc.Passage) else map_children(node, lambda child: _all_in(child, lang))


def _apart(text: str, own: frozenset[str]) -> Iterator[doc.Inline]:
    """A text with what is in other scripts than its document's marked."""
    from triptych.transform.foreign_words import foreign_words  # late: its pattern takes a while to compile

    at = 0
    for match in foreign_words(text):
        for start, end, script in _by_script(text, match.start(), match.end()):
            if not script or script in own or (end - start < _FEWEST and script != "CJK"):
                continue
            if start > at:
                yield doc.Text(text[at:start])
            yield doc.Passage((doc.Text(text[start:end]),), spoken_in(script))
            at = end
    if at < len(text):
        yield doc.Text(text[at:])


def _by_script(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Parts of a text between two places, each of words in one script: where they begin and end, the script."""
    if whole := script_of(text[start:end]):
        others = {script_of(word) for word in text[start:end].split(" ")} - {whole, "", "CJK", "HIRAGANA"}
        if not others:
            yield start, end, whole
            return
    for script, words in groupby(re.finditer(r"[^ ]+", text[start:end]), key=lambda word: script_of(word[0])):
        found = list(words)
        yield start + found[0].start(), start + found[-1].end(), script

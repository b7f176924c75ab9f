"""What stands in an office file and did not come out of it: pandoc passes over what it does not know in silence."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

from triptych.model import document as doc
from triptych.model.queries import images_of
from triptych.model.walk import walk
from triptych.patterns import late
from triptych.problem import Problem

_TEXTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "content.xml")
"""The parts of Word and OpenDocument files with an author's words in them (ECMA-376, OpenDocument 1.3)."""
_WORD = late(r"[^\W\d_]{3,}")
_BREAKS = frozenset(("p", "h", "br", "cr", "tab", "s", "line-break", "tc", "table-cell"))
_NAMES = """
    del moveFrom instrText delText delInstrText pPr rPr sdtPr tracked-changes annotation annotation-end table-of-content
    alphabetical-index illustration-index table-index user-index bibliography forms sequence-decls user-field-decls
    variable-decls title desc Fallback styles automatic-styles font-face-decls scripts"""
_NOT_SHOWN = frozenset(_NAMES.split())
"""What is deleted, moved away, said of the text or made from it: lists of contents, fields, alternative texts."""
_FORMULAE = ("oMath", "math")
_PICTURES = ("blip", "imagedata")
_DRAWN = ("chart", "relIds")  # charts and diagrams of Word
_CONTENTS = ("Table of Contents", "Bibliographies")
_NAMED = 8
_HINT = "what stands in shapes, charts and objects is not read: write it into the text, or add it as a picture"


def told_losses(data: bytes, document: doc.Document) -> tuple[Problem, ...]:
    """An error for the words of an office file that its document has nowhere, one for each kind of thing it lacks."""
    words, counts = _said(data)
    lost = _lost_words(words, document)
    named = " ".join(lost[:_NAMED]) + (" …" if len(lost) > _NAMED else "")
    found = [f"not all of its text could be read, not these words: {named}"] if lost else []
    pictures = sum(counts[name] for name in _PICTURES) - len(tuple(images_of(document)))
    formulae = sum(counts[name] for name in _FORMULAE) - sum(
        isinstance(node, doc.InlineFormula | doc.Formula) for node in walk(document)
    )
    drawn = sum(counts[name] for name in _DRAWN)
    for what, count in (("pictures", pictures), ("formulae", formulae), ("charts and diagrams", drawn)):
        found += [f"not all of its {what} could be read: {count} missing"] if count > 0 else []
    return tuple(Problem("error", message, document.path, hint=_HINT) for message in found)


def _lost_words(words: list[str], document: doc.Document) -> list[str]:
    texts = [value for node in (document.meta, *walk(document)) for value in _strings(node)]
    there = {word.casefold() for text in texts for word in _WORD.findall(text)}
    whole = "".join(texts).casefold()  # a word whose parts look different is in several texts
    missing = (word for word in dict.fromkeys(words) if word.casefold() not in there)
    return [word for word in missing if word.casefold() not in whole]


def _strings(node: Any) -> Iterator[str]:
    for name in node.__struct_fields__:
        value = getattr(node, name)
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from (inner for inner in value if isinstance(inner, str))


def _said(data: bytes) -> tuple[list[str], Counter[str]]:
    """The words of an office file in order, and how many of its elements have each name."""
    texts: list[str] = []
    counts: Counter[str] = Counter()
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if name in _TEXTS:
                texts.extend(_read(archive, name, counts))
            elif name.startswith(("Object ", "Formula")) and name.endswith("/content.xml"):
                counts["math"] += _root(archive, name).tag.endswith("math")
    return _WORD.findall("".join(texts)), counts


def _root(archive: ZipFile, name: str) -> ElementTree.Element:
    with archive.open(name) as part:
        return ElementTree.parse(part).getroot()


def _read(archive: ZipFile, name: str, counts: Counter[str]) -> Iterator[str]:
    """The text of a part, paragraphs apart; a stack in place of calls, however deep it is."""
    waiting: list[ElementTree.Element | str] = [_root(archive, name)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
            continue
        kind = node.tag.rpartition("}")[2]
        if kind in _NOT_SHOWN or _is_contents(node, kind):
            continue
        counts[kind] += 1
        if kind in _FORMULAE:
            yield " "
        else:
            after: list[ElementTree.Element | str] = [node.text or ""]
            for child in node:
                after += [child, child.tail or ""]
            waiting += [*after, " " if kind in _BREAKS else ""][::-1]


def _is_contents(node: ElementTree.Element, kind: str) -> bool:
    """Whether an element of Word is a list that the program makes from the text."""
    if kind != "sdt":
        return False
    galleries = (inner for inner in node.iter() if inner.tag.endswith("}docPartGallery"))
    return any(value in _CONTENTS for inner in galleries for value in inner.attrib.values())

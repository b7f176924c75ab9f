"""Links to files beside the document that are not there."""

import re
from collections.abc import Callable, Iterator
from typing import get_args
from urllib.parse import unquote

from triptych.model import document as doc
from triptych.model.walk import LEAVES, Node, children, has
from triptych.patterns import late
from triptych.problem import Problem, Report

There = Callable[[str], bool | None]
"""Whether there is a file beside the document, by its name; None if nobody may look."""

_ELSEWHERE = late(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\#~@]|$")
"""How addresses begin that name no file beside the document: schemes, places on a server, within the document."""
_FILLED_IN = late(r"[?{}$<>*|]")
"""Signs of what a server or another program makes of an address."""
_FILE = late(r"[^/]*[^/.]\.([A-Za-z][A-Za-z0-9]{0,7})")
_MADE_NAMES = "pdf pptx html htm docx odt epub tex ipynb apkg csv xml zip txt png svg"
_MADE = frozenset(_MADE_NAMES.split())
_SOURCES = ("md", "txt", "qmd", "rmd", "Rmd", "ipynb", "org", "rst", "tex", "adoc", "docx", "markdown")
"""Kinds of files that are made, here or by other programs, and of those that they are made from."""
_VAULT = tuple("../" * up + ".obsidian" for up in range(5))
"""What marks a folder whose files are named by their names alone, wherever in it they lie."""
_LINED = (*get_args(doc.Block), doc.Section, doc.Footnote, doc.Row)
_HINT = "a file is named from the document's folder; a web address begins with https://"


def dead_links(document: doc.Document, there: There) -> tuple[Problem, ...]:
    """A warning for each link to a file that is not there; what documents nearby are made into counts as there."""
    if not has(document, doc.Link):
        return ()
    report, looked = Report(document.path), dict[str, bool]()
    for link, line in _links(document):
        name = _named(link.target)
        if name and name not in looked:
            looked[name] = _is_there(name, there)
        if name and not looked[name]:
            report.add("warning", f"a link to a file that is not there: {name[:80]}", line, _HINT)
    return report.problems()


def _links(document: doc.Document) -> Iterator[tuple[doc.Link, int]]:
    """All links with the lines of what they stand in."""
    waiting: list[tuple[Node, int]] = [(document, 0)]
    while waiting:
        node, line = waiting.pop()
        if type(node) in LEAVES:
            continue
        if isinstance(node, doc.Link):
            yield node, line
        if isinstance(node, _LINED):
            line = node.line or line
        waiting += [(child, line) for child in reversed(children(node))]


def _named(target: str) -> str:
    """The file beside the document that a link leads to; empty if it leads to none."""
    name = unquote(target.partition("#")[0])
    if _ELSEWHERE.match(name) or _FILLED_IN.search(name) or not _FILE.fullmatch(name.rpartition("/")[2]):
        return ""
    return name


def _is_there(name: str, there: There) -> bool:
    found = there(name)
    if found is None or found:
        return True
    bare = "/" not in name
    return any(map(there, _sources(name))) or (bare and any(map(there, _VAULT)))


def _sources(name: str) -> Iterator[str]:
    """What a file may be made from: a document of its name, or of the first words of it, there or here."""
    folder, slash, file = name.rpartition("/")
    stem, _, kind = file.rpartition(".")
    if kind.lower() not in _MADE:
        return
    words = re.split(r"(-)", stem)
    for count in range(len(words), 0, -2):
        for place in dict.fromkeys((folder + slash, "")):
            yield from (f"{place}{''.join(words[:count])}.{source}" for source in _SOURCES if source != kind)

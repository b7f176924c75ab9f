"""A source file's bytes to a document, by the file's suffix."""

from collections.abc import Mapping
from pathlib import PurePath

from triptych.limits import USUAL, Limits
from triptych.model.document import Document, Meta
from triptych.problem import Problem
from triptych.read.beside import Beside, nothing_beside
from triptych.read.decode import decode
from triptych.read.sections import readable_stem

Values = Mapping[str, object]
NOTHING: Values = {}
_NOTES = frozenset((".txt",))
_MARKDOWN = frozenset((".md", ".markdown", ".rmd", ".qmd", ".mdx"))
SUFFIXES = _NOTES | _MARKDOWN
"""The suffixes of source files, in lower case: those that are looked for in folders."""
NAMED = frozenset((".docx", ".epub", ".htm", ".html", ".ipynb", ".latex", ".odt", ".org", ".rst", ".tex", ".xhtml"))
"""The suffixes of documents of other formats, which are built when they are named."""


def read_source(
    data: bytes, path: str, beside: Beside = nothing_beside, limits: Limits = USUAL, course: Values = NOTHING
) -> tuple[Document, tuple[Problem, ...]]:
    """The document in a file, and the problems in it; never raises, whatever the bytes are.

    `beside` reads a file beside the document, by its name as written, and returns None if there is none: a
    bibliography is read through it. Plain text with front matter is Markdown.
    `course` has the values of a course, on which the document has the last word. A file without text gives a
    document without sections and an error.
    """
    if PurePath(path).suffix.lower() in NAMED:
        # Late: a document in Markdown loads nothing of it.
        from triptych.read.pandoc.document import read_document

        document, problems = read_document(data, path, beside, course)
        return document, (*problems, *_emptiness(document, path, problems))
    text, problems = decode(data, path)
    if any(problem.severity == "error" for problem in problems):
        return _nothing(path), problems
    if not text.strip():
        hint = "write a title, a question and a few points, or try `triptych new`"
        return _nothing(path), (*problems, Problem("error", "the document is empty", path, hint=hint))
    document, found = _read(text, path, beside, limits, course)
    return document, (*problems, *found, *_emptiness(document, path, problems))


def _emptiness(document: Document, path: str, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """What is to be said of a document without any text, unless it could not be read at all."""
    if document.sections or any(problem.severity == "error" for problem in problems):
        return ()
    hint = "there is nothing but comments or front matter: write some text below"
    return (Problem("error", "the document is empty", path, hint=hint),)


def _read(text: str, path: str, beside: Beside, limits: Limits, course: Values) -> tuple[Document, tuple[Problem, ...]]:
    # The Markdown parser takes its time to load: only who has Markdown pays for it.
    if PurePath(path).suffix.lower() in _NOTES and not _looks_like_markdown(text):
        from triptych.read.notes.document import read_notes

        return read_notes(text, path, course)
    from triptych.read.markdown.document import read_markdown

    return read_markdown(text, path, beside, limits, course)


def _looks_like_markdown(text: str) -> bool:
    if not text.startswith("---"):
        return False
    from triptych.read.front_matter import has_front_matter

    return has_front_matter(text)


def _nothing(path: str) -> Document:
    return Document(Meta(title=readable_stem(path)), (), path)

"""A document of another format to ours, through the tree that pandoc makes of it."""

from pathlib import PurePath
from typing import Any

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.footnote_calls import calls
from triptych.model.places import placed
from triptych.model.queries import images_of
from triptych.problem import Problem, Report
from triptych.read.beside import Beside, nothing_beside
from triptych.read.bibliography import with_literature
from triptych.read.decode import decode
from triptych.read.footnotes import with_footnotes
from triptych.read.front_matter import NOTHING, Values, front_matter
from triptych.read.markdown.context import Context
from triptych.read.markdown.questions import with_questions
from triptych.read.pandoc import ast
from triptych.read.pandoc.archives import archive_problem
from triptych.read.pandoc.blocks import to_blocks, to_pieces
from triptych.read.pandoc.formats import FORMATS, Format
from triptych.read.pandoc.inlines import to_inlines
from triptych.read.pandoc.losses import told_losses
from triptych.read.pandoc.meta import values_of
from triptych.read.pandoc.program import Converted, convert
from triptych.read.pandoc.prose import prose_of
from triptych.read.pandoc.sources import SOURCES, more_of
from triptych.read.pandoc.state import State
from triptych.read.pandoc.uncalled import told_uncalled
from triptych.read.promote import promote
from triptych.read.sections import build_document, readable_stem

_BODY = b"\\begin{document}"
"""Where the words of a LaTeX document begin: what is before it is for the program alone."""
Read = tuple[doc.Document, tuple[Problem, ...]]


def read_document(data: bytes, path: str, beside: Beside = nothing_beside, course: Values = NOTHING) -> Read:
    """The document in a file whose suffix is one of `FORMATS`, and what is wrong in it; never raises.

    A file that cannot be read gives a document without sections and one error. The places in it are paragraphs, for
    pandoc's trees have no lines. `beside` reads the literature that the document names.
    """
    format = FORMATS[PurePath(path).suffix.lower()]
    data, problems = _checked(data, path, format)
    if any(problem.severity == "error" for problem in problems):
        return _nothing(path), problems
    converted = convert(data, path, format.name + more_of(format.name, data), format.options)
    if isinstance(converted, Problem):
        return _nothing(path), (*problems, converted)
    begin = data[: max(data.find(_BODY), 0)].count(b"\n") if format.before else 0
    converted = replace(converted, remarks=tuple(one for one in converted.remarks if one.line > begin or not one.line))
    try:
        document, found = read_tree(converted, path, beside, course=course)
    except RecursionError:
        deep = Problem("error", "cannot be read: it is nested too deeply", path, hint="use fewer levels")
        return _nothing(path), (*problems, deep)
    if format.container == "archive":
        lost = told_losses(data, document)
    else:
        lost = tuple(told_uncalled(data.decode(), path, format.name))
    return document, (*problems, *lost, *found)


def read_tree(
    converted: Converted,
    path: str,
    beside: Beside = nothing_beside,
    *,
    marked_up: bool = False,
    course: Values = NOTHING,
) -> Read:
    """The document that a tree is, with the pictures that came with it. Raises RecursionError, ValueError for none.

    `marked_up` tells whether the classes in it are the author's own, as in Markdown: then unknown ones are told.
    """
    tree, report = ast.parse(converted.tree), Report(path)
    of_whole = Report(path)  # what is said of the whole document stands in no paragraph of it
    front = front_matter(values_of(tree.meta), prose_of(tree.blocks), of_whole, course=course)
    env = dict[str, Any](cites="bibliography" in front.values, lang=front.lang)
    context = Context(report, "", front.lang, env)
    state = State(context, lambda blocks: to_blocks(blocks, state), marked_up)
    title = _title(tree, state)
    pieces = promote(to_pieces(tree.blocks, state))
    for _ in context.footnotes.finish():  # each is called where it is written
        pass
    document = build_document(front.meta, pieces, path, front.words, front.lang)
    document = _with_title(document, title)
    document = with_footnotes(document, context.footnotes, report)
    document = with_questions(document, report)
    document = replace(document, anchors=tuple(doc.Anchor(*named) for named in context.anchors.items()))
    if context.cites:
        document = with_literature(document, front.values, replace(context, report=of_whole), beside)
    document = replace(document, counts="paragraph", parts=_parts(document, converted))
    told = (replace(problem, line=0) for problem in of_whole.problems())
    return document, (*told, *_told(converted, path), *placed(report.problems(), document))


def _checked(data: bytes, path: str, format: Format) -> tuple[bytes, tuple[Problem, ...]]:
    """The bytes as pandoc wants them: an archive that may be unpacked, or UTF-8; and what is wrong."""
    if format.container == "archive":
        problem = archive_problem(data, path, format.title)
        return data, (problem,) if problem else ()
    text, problems = decode(data, path)
    text = text.replace(format.without, "{") if format.without else text
    text = SOURCES[format.name](text) if format.name in SOURCES else text
    return (format.before + text).encode() if text.strip() else b"", problems


def _title(tree: ast.Tree, state: State) -> doc.Inlines:
    """The title as the document has it, with its looks and the footnotes that it calls."""
    title = tree.meta.get("title")
    return to_inlines(title.c, state, state.next()) if isinstance(title, ast.MetaInlines) else ()


def _with_title(document: doc.Document, title: doc.Inlines) -> doc.Document:
    if not any(calls(title)):
        return document
    return replace(document, title_calls=(*calls(title), *document.title_calls))


def _parts(document: doc.Document, converted: Converted) -> tuple[doc.Part, ...]:
    """The pictures of the document that came in its file."""
    shown = {image.source for image in images_of(document)}
    return tuple(doc.Part(name, data) for name, data in converted.parts.items() if name in shown)


def _told(converted: Converted, path: str) -> tuple[Problem, ...]:
    """What pandoc says of a document: these know their lines."""
    return tuple(Problem(one.severity, one.text, path, one.line, hint=one.hint) for one in converted.remarks)


def _nothing(path: str) -> doc.Document:
    return doc.Document(doc.Meta(title=readable_stem(path)), (), path)

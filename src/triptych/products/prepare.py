"""From a document's bytes to all that its products need, and everything that is to be said of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from triptych.inputs import Inputs
from triptych.limits import USUAL as USUAL_LIMITS
from triptych.limits import LimitError, Limits
from triptych.model.document import Document
from triptych.model.forms import PAPERS, Edition, Forms, QuestionsForm
from triptych.model.places import placed
from triptych.model.theme import Theme
from triptych.problem import Problem
from triptych.products.options import BESIDES, KNOWN, USUAL, Options, Product
from triptych.products.plans import Plans
from triptych.read.beside import Beside, nothing_beside
from triptych.read.forms import read_forms
from triptych.read.source import NOTHING, Values, read_source
from triptych.transform import transform

if TYPE_CHECKING:
    from triptych.read.pictures.find import Known
    from triptych.template.themes import ThemeLook


def prepare(
    data: bytes,
    shown: str,
    inputs: Inputs,
    options: Options,
    course: Values = NOTHING,
    *,
    known: "Known | None" = None,
) -> tuple[Plans | None, tuple[Problem, ...]]:
    """What the products of a document are planned with, and its problems; nothing if none can be made.

    `shown` is how problems call the document, `course` what holds for all documents of its course. What it needs from
    elsewhere is read through `inputs`; pictures that are `known` are not drawn again.
    """
    document, problems = read_source(data, shown, inputs.beside, options.limits, course)
    return rewritten(document, problems, inputs, options, known=known)


def rewritten(
    document: Document,
    problems: tuple[Problem, ...],
    inputs: Inputs,
    options: Options,
    *,
    known: "Known | None" = None,
) -> tuple[Plans | None, tuple[Problem, ...]]:
    """The same for a document as it was read, with the problems that were found in it."""
    document, problems = transformed(document, problems)
    return prepared(document, problems, inputs, options, known=known)


def prepared(
    document: Document,
    problems: tuple[Problem, ...],
    inputs: Inputs,
    options: Options,
    *,
    known: "Known | None" = None,
) -> tuple[Plans | None, tuple[Problem, ...]]:
    """The same for a document that has been read and rewritten, with the problems that were found in it."""
    from triptych.check.fonts import embeddable
    from triptych.check.links import dead_links
    from triptych.read.pictures.find import read_pictures
    from triptych.template.choose import chosen_theme

    limits = options.limits
    if not document.sections:
        return None, problems
    if met := too_much(document, limits):
        return None, (*problems, met)
    if options.archive:
        document = replace(document, meta=replace(document.meta, archive=True))

    def beside(name: str) -> bytes | None:
        return inputs.beside(name, limits.template_megabytes * 1_000_000 + 1)

    _note_the_look(inputs, options)
    chosen = chosen_theme(document, options.theme, options.template, beside, _designed, limits)
    if isinstance(chosen, Problem):
        return None, (*problems, chosen)
    theme, template = replace(embeddable(chosen[0], document.meta.lang), hyphens=document.meta.lang), chosen[1]
    pictures, found = read_pictures(document, inputs.folder, theme.size, inputs.beside, inputs.root, limits, known)
    found += dead_links(document, inputs.there)
    forms = read_forms(document.meta.forms, options.forms)
    wanted = _wanted(document, options, forms)
    plans = Plans(
        document, theme, template, pictures, PAPERS[options.paper or document.meta.paper or "a4"], forms, wanted, limits
    )
    return plans, (*problems, *placed((*found, *_checked(document, theme, plans, audited=options.audit)), document))


def too_much(document: Document, limits: Limits) -> Problem | None:
    """The limit that a document meets as it is read, if it meets one."""
    from triptych.model.queries import tables_of

    cells = 0
    for table in tables_of(document):
        cells += (1 + len(table.rows)) * len(table.aligns)
        if cells > limits.cells:
            return LimitError("cells of tables", "cells", limits.cells).problem(document.path, table.line)
    return None


def read_document(
    data: bytes,
    shown: str,
    beside: Beside = nothing_beside,
    limits: Limits = USUAL_LIMITS,
    course: Values = NOTHING,
) -> tuple[Document, tuple[Problem, ...]]:
    """The document in a file, rewritten as all is made from it, and its problems by line; never raises."""
    return transformed(*read_source(data, shown, beside, limits, course))


def transformed(document: Document, problems: tuple[Problem, ...]) -> tuple[Document, tuple[Problem, ...]]:
    """A document as all is made from it, with what was found wrong in it besides these problems, by line."""
    if not document.sections:
        return document, problems
    document, found = transform(document)
    return document, tuple(sorted((*problems, *placed(found, document)), key=lambda problem: problem.line))


def _wanted(document: Document, options: Options, forms: Forms) -> tuple[tuple[Product, Edition], ...]:
    """What is to be made, each panel in each edition; what is not handed to students is made but once."""
    asked: set[str] = set(options.only) or {*USUAL, *options.also, *document.meta.also}
    asked |= set(BESIDES) & set(options.also)
    if forms.questions != QuestionsForm() and (not options.only or any(key == "questions" for key, _ in options.forms)):
        asked.add("questions")
    editions: tuple[Edition, ...] = options.editions or document.meta.editions or ("",)
    return tuple(
        (product, edition)
        for product in KNOWN
        if product in asked
        for edition in (editions if product in USUAL else ("",))
    )


def _designed(look: "ThemeLook", width: float) -> bytes:
    """The template that a look asks for; the built-in ones are made already."""
    from triptych.make_templates import made_template

    return made_template(look, width)


def _note_the_look(inputs: Inputs, options: Options) -> None:
    """The files of the look count among what a build was made from, also those that a folder may come to have."""
    if options.template is not None:
        inputs.note(options.template)
    if options.theme:
        for file in ("theme.toml", "template.pptx"):
            inputs.note(Path(options.theme, file))


def _checked(document: Document, theme: Theme, plans: Plans, *, audited: bool) -> tuple[Problem, ...]:
    """What is wrong with a document that reading it does not show."""
    from triptych.check import check

    said = check(document, theme, audited=audited)
    if audited:
        from triptych.check.advice import advice
        from triptych.check.audit import audit

        said += (*audit(document, theme), *advice(document))
    if any(edition == "student" for _, edition in plans.wanted):
        from triptych.check.editions import nothing_hidden, readable_elsewhere

        marked = plans.marked()
        said += tuple(nothing_hidden(marked)) + tuple(readable_elsewhere(marked, plans.shown("student")))
    return said

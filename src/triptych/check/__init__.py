"""What is told of a document beside what is made of it: every check, in one list."""

from collections.abc import Callable, Iterable

from triptych.check.accessibility import undescribed_pictures
from triptych.check.fonts import unmeasured_fonts
from triptych.check.formulae import formula_problems
from triptych.check.glyphs import missing_glyphs
from triptych.check.layouts import aspect_problems, layout_problems
from triptych.check.markup import markup_shown
from triptych.check.notes import pictures_in_notes
from triptych.check.pictures import unshown_pictures
from triptych.check.template import template_changes
from triptych.check.unparted import unparted_words
from triptych.check.wording import unworded_language
from triptych.model.document import Document
from triptych.model.theme import Theme
from triptych.problem import Problem

Check = Callable[[Document, Theme], Iterable[Problem]]


def _undescribed(document: Document, _: Theme) -> Iterable[Problem]:
    return undescribed_pictures(document)


CHECKS: tuple[Check, ...] = (
    lambda document, _: markup_shown(document),  # markup that nothing is made of
    missing_glyphs,  # characters that no font has
    lambda document, _: formula_problems(document),  # formulae that cannot be set
    _undescribed,  # pictures without alternative text
    lambda document, _: pictures_in_notes(document),  # pictures that speaker notes cannot show
    lambda document, _: unshown_pictures(document),  # pictures where no panel can show one
    layout_problems,  # layouts that the template has not
    aspect_problems,  # other proportions than the template's
    template_changes,  # what was changed in the template, and what it lacks
    lambda document, _: unworded_language(document),  # languages that we have no words in
    lambda document, _: unparted_words(document),  # scripts whose lines end within words
    unmeasured_fonts,  # fonts of the template that are not here
)
"""What every document is looked at for. What a printer without colour loses is told of pages (greyscale,
grey_pictures), and what students can read elsewhere of editions (editions)."""


def check(document: Document, theme: Theme, *, audited: bool = False) -> tuple[Problem, ...]:
    """What is to be said of a document in a theme, by line; of one that is `audited` too, not what that tells."""
    looks = (look for look in CHECKS if not (audited and look is _undescribed))
    found = (problem for look in looks for problem in look(document, theme))
    return tuple(sorted(found, key=lambda problem: problem.line))

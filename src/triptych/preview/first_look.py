"""A first look at what was edited in a long document: the slides of one section, planned alone, among those of before.

What stays on slides is taken from before. The whole takes a moment longer and then has the last word.
"""

from collections.abc import Sequence
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from triptych.build import Options, Source
from triptych.courses import Courses
from triptych.inputs import Inputs, root_of
from triptych.model.deck import Deck, Slide
from triptych.model.document import Document
from triptych.model.forms import Edition
from triptych.patterns import late
from triptych.plan.deck.choice import Choice
from triptych.products.prepare import prepare
from triptych.read.decode import decode

_MARKDOWN = (".md", ".markdown", ".qmd", ".rmd", ".mdx")
_DEFINITION = late(r" {0,3}[\[*]\[?[^\]]+\]:")
"""A line that says what footnotes, links and abbreviations anywhere in the text are."""


class Section(msgspec.Struct, frozen=True):
    """A top-level section that was edited: its first line, and the one after its last before and after the edit."""

    start: int
    old_end: int
    new_end: int


class Before(msgspec.Struct, frozen=True):
    """A document as it was planned last: its text, what it says, its deck in each edition, and what stayed on that."""

    text: str
    document: Document
    decks: dict[Edition, Deck]
    choices: dict[Edition, Choice]


def first_look(data: bytes, before: Before, source: Source, options: Options, inputs: Inputs) -> dict[Edition, Deck]:
    """The decks of before with the slides of the section that was edited as they are now.

    Nothing where more than one section was edited, or what stands above them, and where no first look can be had.
    """
    if source.path.suffix.lower() not in _MARKDOWN or not all(before.decks.values()):
        return {}
    text = decode(data, source.shown)[0]
    lines, old = text.split("\n"), before.text.split("\n")
    section = edited(old, lines, [one.line for one in before.document.sections])
    if section is None:
        return {}
    return {
        edition: spliced(deck, made, section)
        for edition, deck in before.decks.items()
        if (made := _planned(lines, section, before, deck, edition, source, options, inputs))
    }


def edited(old: Sequence[str], new: Sequence[str], starts: Sequence[int]) -> Section | None:
    """The one section in which two texts differ; `starts` are the lines at which the sections of the old one begin."""
    most = min(len(old), len(new))
    same = next((k for k in range(most) if old[k] != new[k]), most)
    tail = next((k for k in range(most - same) if old[-1 - k] != new[-1 - k]), most - same)
    if same == len(old) == len(new):
        return None
    last = len(old) - tail
    marks = [*starts, len(old) + 1]
    for start, end in pairwise(marks):
        if 0 < start <= same and last < end:  # the heading itself is known by its line
            return Section(start, end, end + len(new) - len(old))
    return None


def alone(lines: Sequence[str], section: Section, first: int) -> str:
    """The text with all other sections left blank, each line at its number; the `first` section begins at that line."""
    return "\n".join(
        line if number < first or section.start <= number < section.new_end or _DEFINITION.match(line) else ""
        for number, line in enumerate(lines, 1)
    )


def spliced(deck: Deck, made: Sequence[Slide], section: Section) -> Deck:
    """A deck with other slides in the place of those of a section; later ones have the lines that they stand at now."""
    moved = section.new_end - section.old_end
    slides: list[Slide] = []
    at = next((k for k, slide in enumerate(deck.slides) if _is_of(slide, section)), len(deck.slides))
    for number, slide in enumerate(deck.slides):
        if number == at:
            slides += made
        if not _is_of(slide, section):
            slides.append(replace(slide, line=slide.line + moved) if slide.line >= section.old_end else slide)
    return replace(deck, slides=tuple(slides), sections=())


def _is_of(slide: Slide, section: Section) -> bool:
    return section.start <= slide.line < section.old_end


def _planned(
    lines: Sequence[str],
    section: Section,
    before: Before,
    deck: Deck,
    edition: Edition,
    source: Source,
    options: Options,
    inputs: Inputs,
) -> tuple[Slide, ...]:
    """The slides of a section planned alone, on which stays what stayed before."""
    shown = [slide for slide in deck.slides if _is_of(slide, section)]
    text = alone(lines, section, before.document.sections[0].line)
    fresh = Inputs(inputs.folder, inputs.root, inputs.limits)
    course = Courses().of(inputs.folder, inputs.root or root_of(inputs.folder))
    values = course.values_in(inputs.folder) if course else {}
    plans, _ = prepare(text.encode(), source.shown, fresh, options, values)
    if plans is None or not shown:
        return ()
    plans.before.update(before.choices)
    made = [slide for slide in plans.slides(edition).slides if section.start <= slide.line < section.new_end]
    if len(made) == len(shown):
        return tuple(map(_titled, made, shown))
    footers = {slide.sections[:1]: slide.footer for slide in reversed(shown)}
    return tuple(replace(slide, footer=footers.get(slide.sections[:1], shown[0].footer)) for slide in made)


def _titled(slide: Slide, old: Slide) -> Slide:
    """A slide with what told the one in its place from others: its title, if that begins in the same way."""
    slide = replace(slide, footer=old.footer)
    if not (slide.fills and old.fills and old.title.startswith(slide.title)):
        return slide
    return replace(slide, title=old.title, fills=(old.fills[0], *slide.fills[1:]))

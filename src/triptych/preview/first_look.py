"""A first look at what was edited in a long document: one section is read and planned, the others are as before.

What stays on slides is taken from before. The whole takes a moment longer and then has the last word.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from triptych.build import Options, Source
from triptych.courses import Courses
from triptych.inputs import Inputs, root_of
from triptych.model.deck import Deck, Slide
from triptych.model.document import Document
from triptych.model.forms import Edition
from triptych.model.queries import walk_sections
from triptych.patterns import late
from triptych.preview.sections import with_section
from triptych.products.plans import Plans
from triptych.products.prepare import rewritten, transformed
from triptych.read.decode import decode
from triptych.read.pictures.find import Known
from triptych.read.source import read_source

_MARKDOWN = (".md", ".markdown", ".qmd", ".rmd", ".mdx")
_DEFINITION = late(r" {0,3}[\[*]\[?[^\]]+\]:")
"""A line that says what footnotes, links and abbreviations anywhere in the text are."""
_FOOTNOTE, _CALL = late(r" {0,3}\[\^([^\]\s]{1,100})\]:"), late(r"\[\^([^\]\s]{1,100})\]")


class Section(msgspec.Struct, frozen=True):
    """A top-level section that was edited: its first line, and the one after its last before and after the edit."""

    start: int
    old_end: int
    new_end: int


class Before(msgspec.Struct, frozen=True):
    """A document as it was planned last: its text, what was read of it, and the plans of all that is shown."""

    text: str
    read: Document
    plans: Plans


class Look(msgspec.Struct, frozen=True):
    """A section that was edited as it is now: the plans of it alone, and what the whole document is with it.

    There is no `whole` where the section cannot be put into the document as it was read before. `names` has the ids of
    sections in the whole by those that they have alone.
    """

    section: Section
    alone: Plans
    whole: Document | None
    names: Mapping[str, str]


def first_look(
    data: bytes, before: Before, source: Source, options: Options, inputs: Inputs, known: Known
) -> Look | None:
    """The section that was edited.

    None where more than one section was edited, or what stands above them, and where no first look can be had.
    """
    if source.path.suffix.lower() not in _MARKDOWN:
        return None
    lines, old = decode(data, source.shown)[0].split("\n"), before.text.split("\n")
    section = edited(old, lines, [one.line for one in before.read.sections])
    if section is None:
        return None
    text = alone(lines, section, before.read.sections[0].line)
    fresh = Inputs(inputs.folder, inputs.root, inputs.limits)
    course = Courses().of(inputs.folder, inputs.root or root_of(inputs.folder))
    values = course.values_in(inputs.folder) if course else {}
    made, _ = read_source(text.encode(), source.shown, fresh.beside, options.limits, values)
    plans, _ = rewritten(made, (), fresh, options, known=dict(known))
    if plans is None:
        return None
    plans.before.update(before.plans.choices)
    whole = with_section(before.read, made, section.start, section.new_end - section.old_end)
    return Look(section, plans, whole, _names(made, whole, section.start) if whole else {})


def _names(made: Document, whole: Document, start: int) -> dict[str, str]:
    """The ids of the section at a line and of its parts in one document by those in another."""
    pairs = ([section for section in one.sections if section.line == start] for one in (made, whole))
    inner, outer = (walk_sections(tuple(sections)) for sections in pairs)
    return {one.id: other.id for one, other in zip(inner, outer, strict=True)}


def looked_at(look: Look, deck: Deck, edition: Edition) -> Deck:
    """The deck of before with the slides of the section as they are now; itself where there are none."""
    section = look.section
    shown = [slide for slide in deck.slides if _is_of(slide, section)]
    made = [
        replace(slide, sections=tuple(look.names.get(name, name) for name in slide.sections))
        for slide in look.alone.slides(edition).slides
        if section.start <= slide.line < section.new_end
    ]
    if not shown or not made:
        return deck
    if len(made) == len(shown):
        return spliced(deck, list(map(_titled, made, shown)), section)
    footers = {slide.sections[:1]: slide.footer for slide in reversed(shown)}
    made = [replace(slide, footer=footers.get(slide.sections[:1], shown[0].footer)) for slide in made]
    return spliced(deck, made, section)


def whole_plans(look: Look, before: Before, decks: Mapping[Edition, Deck]) -> Plans | None:
    """The plans of the whole document with the section in it, decks known; None where there are none."""
    if look.whole is None:
        return None
    document, _ = transformed(look.whole, ())
    return before.plans.of(document, before.plans.pictures | look.alone.pictures, decks)


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
    """The text with all other sections left blank, each line at its number; the `first` section begins at that line.

    What is defined anywhere stays, but footnotes that are not called: these would be shown where they stand.
    """
    inner = lines[section.start - 1 : section.new_end - 1]
    others = [line for line in lines if _DEFINITION.match(line)]
    called = _called(inner, {match[1]: line for line in others if (match := _FOOTNOTE.match(line))})

    def stays(number: int, line: str) -> bool:
        if number < first or section.start <= number < section.new_end:
            return True
        note = _FOOTNOTE.match(line)
        return note[1] in called if note else bool(_DEFINITION.match(line))

    return "\n".join(line if stays(number, line) else "" for number, line in enumerate(lines, 1))


def _called(lines: Sequence[str], notes: Mapping[str, str]) -> set[str]:
    """The labels of the footnotes that are called in some lines, and in these footnotes in turn."""
    called: set[str] = set()
    waiting = list(lines)
    while waiting:
        fresh = set(_CALL.findall(waiting.pop())) - called
        called |= fresh
        waiting += [notes[label].partition(":")[2] for label in fresh if label in notes]
    return called


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


def _titled(slide: Slide, old: Slide) -> Slide:
    """A slide with what told the one in its place from others: its title, if that begins in the same way."""
    slide = replace(slide, footer=old.footer)
    if not (slide.fills and old.fills and old.title.startswith(slide.title)):
        return slide
    return replace(slide, title=old.title, fills=(old.fills[0], *slide.fills[1:]))

"""Planning a document for its preview: each panel is told of as soon as it is there."""

import gc
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from traceback import extract_tb

import msgspec
from msgspec.structs import replace

from triptych.build import Options, Source
from triptych.courses import Courses, places_of_settings
from triptych.inputs import Inputs, root_of
from triptych.limits import LimitError
from triptych.model.deck import Deck
from triptych.model.decor import Decor
from triptych.model.document import Document
from triptych.model.forms import Edition
from triptych.model.pages import Pages
from triptych.model.places import placed
from triptych.model.theme import Theme
from triptych.preview.first_look import Before, first_look, looked_at, whole_plans
from triptych.preview.pictures import Pictures
from triptych.preview.state import Panel, State, View
from triptych.preview.views import page_views, slide_views
from triptych.problem import Problem
from triptych.products.handouts import handout_problems
from triptych.products.options import Product
from triptych.products.plans import Plans
from triptych.products.prepare import rewritten
from triptych.read.beside import RefusedError
from triptych.read.decode import decode
from triptych.read.pictures.find import Known
from triptych.read.source import read_source

SHOWN: tuple[Product, ...] = ("deck", "handout", "cheat-sheet")
"""The panels of a preview, side by side in this order."""
SOON = 0.3
"""Seconds from which on a first look is taken before all is planned."""
REPORT = "this is a fault of the program: please report it, with the document"
Tell = Callable[[State], None]


class Kept(msgspec.Struct):
    """What stays of a document from one planning to the next: its pictures, and the last handout of each edition.

    `inputs` are the files that it was last read with, `known` the pictures among them. `before` is what a first look
    is taken from, if the whole took so many `seconds` that one is wanted.
    """

    pictures: Pictures = msgspec.field(default_factory=Pictures)
    handouts: dict[Edition, Pages] = msgspec.field(default_factory=dict)
    inputs: Inputs | None = None
    known: Known = msgspec.field(default_factory=dict)
    before: Before | None = None
    look: tuple[Theme, tuple[Decor, ...]] | None = None
    seconds: float = 0.0


def plan(
    data: bytes,
    source: Source,
    options: Options,
    kept: Kept,
    before: State,
    tell: Tell,
    stale: Callable[[], bool] = bool,
) -> State:
    """What is shown of a document in a state as it is now; never raises.

    `tell` hears what stands already after each panel. What cannot be planned leaves what was shown `before`. Nothing
    more is planned once it is `stale`: that is looked at before each step.
    """
    state = before

    def heed() -> None:
        if stale():
            raise _OvertakenError

    gc.disable()  # it would look through all that is kept again and again, and free little
    try:
        for state in _steps(data, source, options, kept, before, heed):
            if state.standing == "working":
                tell(state)
            heed()
    except _OvertakenError:
        return replace(state, standing="working")
    except LimitError as met:
        return _broken(before, (met.problem(source.shown),))
    except RefusedError as refused:
        message = f"a file is not read, {refused}"
        return _broken(before, (Problem("error", message, source.shown, hint=refused.hint),))
    except MemoryError:
        return _broken(before, (Problem("error", "there is not enough memory for this document", source.shown),))
    except Exception as failure:
        return _broken(before, (_crash(failure, source.shown),))
    finally:
        gc.enable()
    return state


class _OvertakenError(Exception):
    """The document was saved again while it was planned."""


def _broken(before: State, problems: tuple[Problem, ...]) -> State:
    return replace(before, standing="broken", problems=problems)


def _crash(failure: Exception, shown: str) -> Problem:
    at = extract_tb(failure.__traceback__)[-1]
    said = " ".join(f"{type(failure).__name__}: {failure}".split())[:200].rstrip(": ")
    place = f"{Path(at.filename).name}, line {at.lineno}"
    return Problem("error", f"could not be planned: {said} ({place})", shown, hint=REPORT)


def _steps(
    data: bytes, source: Source, options: Options, kept: Kept, before: State, heed: Callable[[], None]
) -> Iterator[State]:
    """The document as it is shown after each panel; the last state is that of all."""
    begun = time.perf_counter()
    folder = source.path.parent
    yield from _first(data, source, options, kept, before)
    root = options.root or root_of(folder)
    kept.inputs = Inputs(folder, root, options.limits)
    for settings in places_of_settings(folder, root):
        kept.inputs.note(settings)  # before it is read: a later change must not pass for what was read
    course = Courses().of(folder, root)
    told, values = (course.settings.problems, course.values_in(folder)) if course else ((), {})
    if course and course.settings.broken:
        yield _broken(before, told)
        return
    read, found = read_source(data, source.shown, kept.inputs.beside, options.limits, values)
    heed()
    plans, problems = rewritten(read, found, kept.inputs, options, known=kept.known)
    problems = (*told, *problems)
    if plans is None:
        yield _broken(before, _in_order(problems))
        return
    plans, document = replace(plans, heed=heed), plans.document
    panels = {panel.name: panel.views for panel in before.panels}
    wanted = {_named(product, edition): (product, edition) for product, edition in plans.wanted if product in SHOWN}
    said = list(problems)
    state = replace(before, title=document.meta.title, lang=document.meta.lang, counts=document.counts)
    for name, views, more in _panels(plans, wanted, kept):
        panels[name] = views
        said += [problem for problem in placed(more, document) if problem not in said]
        shown = tuple(Panel(name, panels[name]) for name in wanted if name in panels)
        state = replace(state, standing="working", panels=shown, problems=_in_order(said))
        yield state
    used = set(map(id, plans.pictures.values()))
    kept.known = {key: found for key, found in kept.known.items() if id(found[0]) in used}
    kept.before = Before(decode(data, source.shown)[0], read, plans)
    kept.seconds = time.perf_counter() - begun
    kept.pictures.only(view.key for panel in state.panels for view in panel.views)
    yield replace(state, standing="shown")


def _first(data: bytes, source: Source, options: Options, kept: Kept, before: State) -> Iterator[State]:
    """A first look at what was edited, where the whole takes long."""
    if kept.before is None or kept.seconds < SOON or kept.inputs is None or kept.look is None:
        return
    look = first_look(data, kept.before, source, options, kept.inputs, kept.known)
    if look is None:
        return
    decks: dict[Edition, Deck] = {}
    for edition in (edition for product, edition in kept.before.plans.wanted if product == "deck"):
        decks[edition] = looked_at(look, kept.before.plans.deck(edition), edition)
        before = _with_panel(before, _named("deck", edition), slide_views(decks[edition], *kept.look, kept.pictures))
        yield before
    plans = whole_plans(look, kept.before, decks)
    if plans is None:
        return
    for edition in (edition for product, edition in plans.wanted if product == "handout"):
        pages = plans.handout(edition)
        before = _with_panel(before, _named("handout", edition), page_views(pages, plans.document, kept.pictures))
        yield before


def _with_panel(before: State, name: str, views: tuple[View, ...]) -> State:
    panels = tuple(Panel(name, views) if panel.name == name else panel for panel in before.panels)
    return replace(before, standing="working", panels=panels)


def _named(product: Product, edition: Edition) -> str:
    return f"{product} ({edition})" if edition else product


def _panels(
    plans: Plans, wanted: Mapping[str, tuple[Product, Edition]], kept: Kept
) -> Iterator[tuple[str, tuple[View, ...], tuple[Problem, ...]]]:
    """The panels by their names, what is shown of them, and what is to be said; decks twice if they name pages."""
    from triptych.template.decor import read_decor

    decor = read_decor(plans.template)
    kept.look = (plans.theme, decor)
    kept.pictures.looks(kept.look)
    document, decks = plans.document, {}
    for name, (product, edition) in wanted.items():
        if product == "deck":
            first = _with_pages(plans, edition, document, kept)
            decks[name] = (edition, first)
            yield name, slide_views(first, plans.theme, decor, kept.pictures), first.problems
        elif product == "handout":
            pages = kept.handouts[edition] = plans.handout(edition)
            yield name, page_views(pages, document, kept.pictures), handout_problems(plans, pages)
        else:
            pages, more, _ = plans.cheat_sheet(edition)
            yield name, page_views(pages, document, kept.pictures), more
    for name, (edition, first) in decks.items():
        if (deck := plans.deck(edition)) != first:
            yield name, slide_views(deck, plans.theme, decor, kept.pictures), ()


def _with_pages(plans: Plans, edition: Edition, document: Document, kept: Kept) -> Deck:
    """The deck before its handout is there: with the pages of the last one, which are mostly those of the new one."""
    deck = plans.slides(edition)
    if not plans.both or edition not in kept.handouts:
        return deck
    from triptych.plan.references import paged

    return paged(deck, document, kept.handouts[edition])


def _in_order(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Problems by their lines, those of the whole document first."""
    return tuple(sorted(problems, key=lambda problem: problem.line))

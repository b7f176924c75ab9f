"""The pipeline from sources to files, top to bottom; the only writer of files."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec.structs import replace

from triptych.geometry import Size
from triptych.model.document import Document
from triptych.model.forms import PAPERS, Edition, Forms
from triptych.model.picture import Picture
from triptych.model.theme import Theme
from triptych.model.words import word
from triptych.problem import Problem
from triptych.read.forms import Words, read_forms, unknown_words, words_for
from triptych.read.source import SUFFIXES, read_source
from triptych.stamp import hash_of, hash_of_theme, load_stamp, save_stamp, stamp_of

if TYPE_CHECKING:
    from triptych.panels import Panels
    from triptych.template.inspect import TemplateReport
    from triptych.template.themes import ThemeLook

Product = Literal["deck", "handout", "cheat-sheet", "cards", "test"]
USUAL: tuple[Product, ...] = ("deck", "handout", "cheat-sheet")
"""What is made of a document that asks for nothing else."""

EDITIONS: tuple[Edition, ...] = ("student", "instructor")


class Options(msgspec.Struct, frozen=True):
    """What a build makes and how. `paper` is a key of PAPERS; no `theme` means the document's own, else the default.

    Without `only` it makes the usual panels, what the document asks for and what is `also` wanted. `editions` has none
    for files that everyone may see, else one file each. `template` is a .pptx or .potx file whose layouts, colours
    and fonts serve instead of the theme's. `forms` has pairs of a panel's key and words of its form, which count before
    the document's own.
    """

    only: tuple[Product, ...] = ()
    also: tuple[Product, ...] = ()
    editions: tuple[Edition, ...] = ()
    forms: Words = ()
    paper: str = "a4"
    theme: str = ""
    template: Path | None = None


class Source(msgspec.Struct, frozen=True):
    """A document to build: its file, how problems call it, and the name of what is made of it."""

    path: Path
    shown: str
    name: str


class Result(msgspec.Struct, frozen=True):
    """What became of a document: problems, the files that now stand, and whether they had to be made."""

    source: Source
    problems: tuple[Problem, ...]
    files: tuple[Path, ...] = ()
    made: bool = True

    @property
    def failed(self) -> bool:
        """Whether there was an error."""
        return any(problem.severity == "error" for problem in self.problems)


class _Job(msgspec.Struct, frozen=True):
    """A document that has been read, with all that its products need."""

    document: Document
    theme: Theme
    template: bytes
    panels: "Panels"
    pictures: dict[str, Picture] = msgspec.field(default_factory=dict)
    options: Options = Options()
    forms: Forms = msgspec.field(default_factory=Forms)

    @property
    def paper(self) -> Size:
        """The paper of the PDFs, upright."""
        return PAPERS[self.options.paper]

    def shown(self, edition: Edition) -> Document:
        """The document as those may see it whom an edition is for."""
        if edition != "student":
            return self.edited(edition)
        from triptych.transform.editions import for_students

        return for_students(self.document)

    def edited(self, edition: Edition) -> Document:
        """The document as the handout of an edition has it."""
        from triptych.transform.editions import for_edition

        return for_edition(self.document, edition)


Made = tuple[dict[str, bytes], tuple[Problem, ...]]
"""Files by what their names end in, and what is to be said of them."""


def _deck(job: _Job, edition: Edition) -> Made:
    from triptych.write.pptx import write_deck

    deck = job.panels.deck(job.edited(edition), job.shown(edition), edition, job.forms.handout)
    return {_named("deck", edition, "pptx"): write_deck(deck, job.template)}, ()


def _handout(job: _Job, edition: Edition) -> Made:
    from triptych.handouts import unheeded
    from triptych.printing import for_printing, grey_problems
    from triptych.write.pdf import write_pages

    form, edited, shown = job.forms.handout, job.edited(edition), job.shown(edition)
    pages = job.panels.handout(edited, shown, edition, form)
    turn = job.forms.print.booklet and not form.two_sided
    bound = job.panels.handout(edited, shown, edition, replace(form, two_sided=True)) if turn else pages
    made = {_named("handout", edition, "pdf"): write_pages(pages)}
    for name, data in for_printing(job.document, pages, bound, job.paper, job.forms.print).items():
        made[_named(f"handout-{name}", edition, "pdf")] = data
    said = unheeded(form, job.document.path)
    return made, (*said, *grey_problems(job.document, pages, job.pictures, job.forms.print))


def _cheat_sheet(job: _Job, edition: Edition) -> Made:
    from triptych.plan.cheat_sheet import plan_cheat_sheet
    from triptych.write.pdf import write_pages

    pages, problems = plan_cheat_sheet(job.shown(edition), job.theme, job.paper, job.forms.cheat_sheet, edition)
    return {_named("cheat-sheet", edition, "pdf"): write_pages(pages)}, problems


def _cards(job: _Job, edition: Edition) -> Made:
    from triptych.cards import cards_of

    return cards_of(job.document, job.theme, job.pictures, job.paper, job.forms.cards)


def _test(job: _Job, edition: Edition) -> Made:
    """A file for each version of the test, and one with the answers to all."""
    from triptych.plan.handout import plan_handout
    from triptych.transform.editions import for_edition
    from triptych.transform.test_papers import asked_of, is_graded, key_document, places_of, test_document, versions_of
    from triptych.write.pdf import write_pages

    questions = asked_of(job.document)
    if not questions:
        message, hint = (
            "there is nothing to ask",
            "write a ::: question, number points with labels, or mark ==phrases==",
        )
        return {}, (Problem("warning", f"no test is made: {message}", job.document.path, hint=hint),)
    guide = plan_handout(job.document, job.theme, job.pictures, job.paper, edition)
    pages = {place.name: place.page + 1 for place in guide.destinations}
    handout = word(job.document, "handout") if is_graded(questions) else ""
    places = places_of(job.document, questions, pages, handout)
    versions = versions_of(questions, job.forms.test)
    made = {}
    for name, asked in versions.items():
        test = test_document(job.document, asked, name)
        planned = plan_handout(for_edition(test, "student"), job.theme, job.pictures, job.paper, "student")
        made[f"test-{name}.pdf" if name else "test.pdf"] = write_pages(planned)
    key = key_document(job.document, versions, places)
    made["test-answers.pdf"] = write_pages(plan_handout(key, job.theme, job.pictures, job.paper))
    return made, ()


def _named(product: str, edition: Edition, suffix: str) -> str:
    return f"{product}-{edition}.{suffix}" if edition else f"{product}.{suffix}"


PRODUCTS: dict[Product, Callable[[_Job, Edition], Made]] = {
    "deck": _deck,
    "handout": _handout,
    "cheat-sheet": _cheat_sheet,
    "cards": _cards,
    "test": _test,
}
"""What makes the files of each product."""


def find_sources(paths: Iterable[Path]) -> tuple[Source, ...]:
    """The documents that files and folders hold, in order; a folder's are named by their place in it."""
    found: list[Source] = []
    for path in paths:
        if path.is_dir():
            files = sorted(p for p in path.rglob("*") if _is_source(p, path))
            found.extend(Source(p, str(p), p.relative_to(path).with_suffix("").as_posix()) for p in files)
        else:
            found.append(Source(path, str(path), path.stem))
    return tuple(found)


def themes() -> tuple[tuple[str, str], ...]:
    """The built-in themes: each one's name, and what it is like."""
    from triptych.template.themes import themes

    return themes()


def form_problem(key: str, words: str) -> str:
    """What is wrong with words of a panel's form, empty if nothing is."""
    unknown = unknown_words(key, words)
    return f"{unknown[0]} is not known; there are {', '.join(words_for(key))}" if unknown else ""


def is_document(path: Path) -> bool:
    """Whether a file's name is that of a document."""
    return path.suffix.lower() in SUFFIXES


def _is_source(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith((".", "_")) for part in path.relative_to(folder).parts)
    return is_document(path) and path.is_file() and not hidden and path.stem.lower() != "readme"


def build_all(sources: Sequence[Source], out: Path, options: Options = Options()) -> Iterator[Result]:
    """Build documents one after the other. Two that would be written to one folder are both refused."""
    taken: dict[str, list[Source]] = {}
    for source in sources:
        taken.setdefault(source.name.casefold(), []).append(source)
    for source in sources:
        others = [other.shown for other in taken[source.name.casefold()] if other.path != source.path]
        if others:
            message = f"would be written to the same folder as {others[0]}"
            yield Result(source, (Problem("error", message, source.shown, hint="rename one of the two"),))
        else:
            yield build(source, out, options)


def build(source: Source, out: Path, options: Options = Options()) -> Result:
    """Build one document into `out/NAME/`. Files that are up to date are left alone; none is half written."""
    data, problems = _load(source)
    if data is None:
        return Result(source, problems)
    folder = out / source.name
    stamp = load_stamp(folder)
    if stamp is not None and stamp.still_holds(folder, data, _wanted(options), source.path.parent):
        files = tuple(folder / name for name in stamp.outputs)
        return Result(source, tuple(replace(p, path=source.shown) for p in stamp.problems), files, made=False)
    made, problems, pictures = _make(source, data, options)
    if not made:
        return Result(source, problems)
    try:
        files = _write(folder, made)
        new = stamp_of(data, _wanted(options), pictures, source.path.parent, made, problems)
        save_stamp(folder, new, _replace)
    except OSError as failure:
        return Result(source, (*problems, _unwritable(failure, folder)))
    return Result(source, problems, files)


def check(source: Source, options: Options = Options()) -> Result:
    """Everything that a build does but write."""
    data, problems = _load(source)
    if data is None:
        return Result(source, problems)
    _, problems, _ = _make(source, data, options)
    return Result(source, problems)


def inspect_template(path: Path) -> "TemplateReport | Problem":
    """What a template offers; a problem if it cannot serve. Raises OSError if it cannot be read."""
    from triptych.template.choose import open_template
    from triptych.template.inspect import inspect

    opened = open_template(path.read_bytes(), str(path), "")
    return opened if isinstance(opened, Problem) else inspect(opened[0], str(path))


def sample_deck(path: Path, out: Path) -> tuple[Problem, ...]:
    """Write a deck that shows each layout of a template filled; problems if it cannot be."""
    from triptych.check.fonts import font_notes
    from triptych.plan.deck import plan_deck
    from triptych.template.choose import open_template
    from triptych.template.sample import SAMPLE
    from triptych.transform import transform
    from triptych.write.pptx import write_deck

    opened = open_template(path.read_bytes(), str(path), "")
    if isinstance(opened, Problem):
        return (opened,)
    theme, template = opened
    document, _ = transform(read_source(SAMPLE.encode(), "sample.md")[0])
    data = write_deck(plan_deck(document, theme, {}), template)
    try:
        _replace(out, data)
    except OSError as failure:
        return (_unwritable(failure, out.parent),)
    return font_notes(theme, str(path))


def _wanted(options: Options) -> str:
    """What is asked for, as one line: what was made for another line is made again."""
    template = hash_of(options.template) if options.template is not None else ""
    words = (f"{key}={words}" for key, words in options.forms)
    theme = f"{options.theme}{hash_of_theme(options.theme)}"
    said = (*options.only, "+", *options.also, *options.editions, options.paper, theme, template, *words)
    return " ".join(word for word in said if word)


def _load(source: Source) -> tuple[bytes | None, tuple[Problem, ...]]:
    try:
        return source.path.read_bytes(), ()
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        return None, (Problem("error", f"cannot be read: {reason}", source.shown),)


def _make(
    source: Source, data: bytes, options: Options
) -> tuple[dict[str, bytes], tuple[Problem, ...], tuple[str, ...]]:
    """The bytes of each file, all problems, and the other files that they depend on, as the document names them."""
    from triptych.check import check as checked
    from triptych.check.fonts import embeddable
    from triptych.panels import Panels
    from triptych.read.pictures.find import picture_sources, read_pictures
    from triptych.template.choose import chosen_theme
    from triptych.transform import transform

    asked: list[str] = []
    beside = _beside(source.path.parent, asked)
    document, problems = read_source(data, source.shown, beside)
    if not document.sections:
        return {}, problems, ()
    document, found = transform(document)
    problems += found
    chosen = chosen_theme(document, options.theme, options.template, beside, _designed)
    if isinstance(chosen, Problem):
        return {}, (*problems, chosen), tuple(asked)
    theme, template = embeddable(chosen[0]), chosen[1]
    pictures, found = read_pictures(document, source.path.parent, theme.size)
    problems += (*found, *checked(document, theme))
    wanted = _products(document, options)
    panels = Panels(theme, template, pictures, PAPERS[options.paper], {"deck", "handout"} <= dict(wanted).keys())
    forms = read_forms(document.meta.forms, options.forms)
    job = _Job(document, theme, template, panels, pictures, options, forms)
    made: dict[str, bytes] = {}
    base = source.name.rpartition("/")[2]
    if any(edition == "student" for _, edition in wanted):
        from triptych.check.editions import readable_elsewhere

        problems += tuple(readable_elsewhere(document, job.shown("student")))
    for product, edition in wanted:
        files, said = PRODUCTS[product](job, edition)
        made |= {f"{base}-{name}": data for name, data in files.items()}
        problems += tuple(problem for problem in said if problem not in problems)  # editions share most of them
    return made, problems, (*asked, *picture_sources(document))


def _designed(look: "ThemeLook", width: float) -> bytes:
    """The template that a look asks for; the built-in ones are made already."""
    from triptych.make_templates import made_template

    return made_template(look, width)


def _products(document: Document, options: Options) -> list[tuple[Product, Edition]]:
    """What is to be made, each panel in each edition; what is not handed to students is made but once."""
    wanted: set[str] = set(options.only) or {*USUAL, *options.also, *document.meta.also}
    editions: tuple[Edition, ...] = options.editions or document.meta.editions or ("",)
    return [
        (product, edition)
        for product in PRODUCTS
        if product in wanted
        for edition in (editions if product in USUAL else ("",))
    ]


def _beside(folder: Path, asked: list[str]) -> Callable[[str], bytes | None]:
    """Reads a plain file beside the document, and remembers which were asked for."""

    def read(name: str) -> bytes | None:
        asked.append(name)
        try:
            path = folder / name
            return path.read_bytes() if path.is_file() else None
        except (OSError, ValueError):
            return None

    return read


def _write(folder: Path, made: dict[str, bytes]) -> tuple[Path, ...]:
    """All files under temporary names first, then renamed: a reader never sees half a file."""
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_replace(folder / name, data) for name, data in made.items())


def _replace(path: Path, data: bytes) -> Path:
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return path


def _unwritable(failure: OSError, folder: Path) -> Problem:
    reason = (failure.strerror or str(failure)).lower()
    return Problem(
        "error", f"cannot be written: {reason}", str(failure.filename or folder), hint="choose another folder with -o"
    )

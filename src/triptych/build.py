"""The pipeline from sources to files, top to bottom; the only writer of files."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from triptych.geometry import Size
from triptych.model.document import Document
from triptych.model.picture import Picture
from triptych.model.theme import Theme
from triptych.problem import Problem
from triptych.read.source import SUFFIXES, read_source
from triptych.stamp import hash_of, load_stamp, save_stamp, stamp_of

if TYPE_CHECKING:
    from triptych.inspect import TemplateReport

Product = Literal["deck", "handout", "cheat-sheet"]

PAPERS = {"a4": Size(595.28, 841.89), "letter": Size(612.0, 792.0)}
"""Paper sizes in points, upright."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a build makes and how. `paper` is a key of PAPERS; no `theme` means the document's own, else the default.

    `template` is a .pptx or .potx file whose layouts, colours and fonts serve instead of the theme's.
    """

    only: tuple[Product, ...] = ("deck", "handout", "cheat-sheet")
    paper: str = "a4"
    theme: str = ""
    template: Path | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A document to build: its file, how problems call it, and the name of what is made of it."""

    path: Path
    shown: str
    name: str


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a document: problems, the files that now stand, and whether they had to be made."""

    source: Source
    problems: tuple[Problem, ...]
    files: tuple[Path, ...] = ()
    made: bool = True

    @property
    def failed(self) -> bool:
        """Whether there was an error."""
        return any(problem.severity == "error" for problem in self.problems)


@dataclass(frozen=True, slots=True)
class _Job:
    """A document that has been read, with all that its products need."""

    document: Document
    theme: Theme
    template: bytes
    pictures: dict[str, Picture] = field(default_factory=dict)
    options: Options = Options()


Made = tuple[bytes, tuple[Problem, ...]]


def _deck(job: _Job) -> Made:
    from triptych.plan.deck import plan_deck
    from triptych.write.pptx import write_deck

    return write_deck(plan_deck(job.document, job.theme, job.pictures), job.template), ()


def _handout(job: _Job) -> Made:
    from triptych.plan.handout import plan_handout
    from triptych.write.pdf import write_pages

    return write_pages(plan_handout(job.document, job.theme, job.pictures, PAPERS[job.options.paper])), ()


def _cheat_sheet(job: _Job) -> Made:
    from triptych.plan.cheat_sheet import plan_cheat_sheet
    from triptych.write.pdf import write_pages

    upright = PAPERS[job.options.paper]
    pages, problems = plan_cheat_sheet(job.document, job.theme, Size(upright.height, upright.width))
    return write_pages(pages), problems


PRODUCTS: dict[Product, tuple[str, Callable[[_Job], Made]]] = {
    "deck": ("{name}-deck.pptx", _deck),
    "handout": ("{name}-handout.pdf", _handout),
    "cheat-sheet": ("{name}-cheat-sheet.pdf", _cheat_sheet),
}
"""The panels: what each file is called, and what makes its bytes."""


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
    from triptych.read.theme import themes

    return themes()


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
    from triptych.inspect import inspect
    from triptych.templates import open_template

    opened = open_template(path.read_bytes(), str(path), "")
    return opened if isinstance(opened, Problem) else inspect(opened[0], str(path))


def sample_deck(path: Path, out: Path) -> tuple[Problem, ...]:
    """Write a deck that shows each layout of a template filled; problems if it cannot be."""
    from triptych.fonts import font_notes
    from triptych.plan.deck import plan_deck
    from triptych.sample import SAMPLE
    from triptych.templates import open_template
    from triptych.write.pptx import write_deck

    opened = open_template(path.read_bytes(), str(path), "")
    if isinstance(opened, Problem):
        return (opened,)
    theme, template = opened
    document, _ = read_source(SAMPLE.encode(), "sample.md")
    data = write_deck(plan_deck(document, theme, {}), template)
    try:
        _replace(out, data)
    except OSError as failure:
        return (_unwritable(failure, out.parent),)
    return font_notes(theme, str(path))


def _wanted(options: Options) -> str:
    template = hash_of(options.template) if options.template is not None else ""
    return f"{','.join(options.only)} {options.paper} {options.theme} {template}{_theme_files(options.theme)}".rstrip()


def _theme_files(theme: str) -> str:
    """The hashes of a theme of one's own."""
    from triptych.templates import is_theme_folder

    files = ("theme.toml", "template.pptx") if theme and is_theme_folder(theme) else ()
    return "".join(hash_of(Path(theme) / name) for name in files)


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
    from triptych.fonts import embeddable, font_notes
    from triptych.formulae import formula_problems
    from triptych.glyphs import missing_glyphs
    from triptych.read.pictures import picture_sources, read_pictures
    from triptych.templates import aspect_problems, chosen_theme, layout_problems

    asked: list[str] = []
    beside = _beside(source.path.parent, asked)
    document, problems = read_source(data, source.shown, beside)
    if not document.sections:
        return {}, problems, ()
    chosen = chosen_theme(document, options.theme, options.template, beside)
    if isinstance(chosen, Problem):
        return {}, (*problems, chosen), tuple(asked)
    theme, template = embeddable(chosen[0]), chosen[1]
    pictures, found = read_pictures(document, source.path.parent, theme.size)
    problems += (*found, *missing_glyphs(document, theme.on_paper), *formula_problems(document))
    problems += (
        *layout_problems(document, theme),
        *aspect_problems(document, theme),
        *font_notes(theme, document.path),
    )
    job = _Job(document, theme, template, pictures, options)
    made: dict[str, bytes] = {}
    base = source.name.rpartition("/")[2]
    for product in options.only:
        name, make = PRODUCTS[product]
        made[name.format(name=base)], said = make(job)
        problems += said
    return made, problems, (*asked, *picture_sources(document))


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

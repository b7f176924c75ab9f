"""From sources to what is written of each: its products, its problems and its stamp."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from triptych.confine import TimeUpError, memory_up, time_limit, time_up
from triptych.courses import Courses
from triptych.files import clear, write
from triptych.inputs import Inputs, hash_of, root_of, state_of
from triptych.limits import LimitError
from triptych.natural import natural_key
from triptych.near import nearest
from triptych.problem import Problem
from triptych.products.options import EDITIONS, KNOWN, Options, Product
from triptych.products.steps import Step, no_step
from triptych.read.beside import RefusedError, may_be_read
from triptych.read.forms import clashing_words, unknown_words, words_for
from triptych.read.source import NAMED, SUFFIXES
from triptych.sets import left_alone, no_longer_made, not_ours, replace_set
from triptych.stamp import NOTHING_KNOWN, About, Stamp, load_stamp, new_stamp

if TYPE_CHECKING:
    from triptych.course import Course
    from triptych.products.inspect import TemplateReport

__all__ = [
    "EDITIONS",
    "KNOWN",
    "Options",
    "Product",
    "Result",
    "Source",
    "Step",
    "build",
    "build_all",
    "check",
    "find_sources",
    "form_problem",
    "inspect_template",
    "is_document",
    "no_step",
    "sample_deck",
    "themes",
]
REPORT = "this is a fault of the program: please report it, with the document and what --debug shows"


USUALLY = Options()


class Source(msgspec.Struct, frozen=True):
    """A document to build: its file, how problems call it, and the name of what is made of it.

    One that is named by the user may lie anywhere; one that was found in a folder must lie in its root.
    """

    path: Path
    shown: str
    name: str
    named: bool = True


class Result(msgspec.Struct, frozen=True):
    """What became of a document: problems, the files that now stand, and whether they had to be made.

    Problems are in the order of their lines; those of the whole document come first. `traceback` is where the program
    itself failed, if it did. `about` is what is known of what was made.
    """

    source: Source
    problems: tuple[Problem, ...]
    files: tuple[Path, ...] = ()
    made: bool = True
    traceback: str = ""
    about: About = NOTHING_KNOWN

    @property
    def failed(self) -> bool:
        """Whether there was an error."""
        return any(problem.severity == "error" for problem in self.problems)


class Made(msgspec.Struct, frozen=True):
    """The files of a document by their names, not yet written, its problems, and what else it was made from."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    inputs: Inputs
    about: About = NOTHING_KNOWN


def find_sources(paths: Iterable[Path]) -> tuple[Source, ...]:
    """The documents that files and folders hold; a folder's are in natural order, and named by their place in it."""
    found: list[Source] = []
    for path in paths:
        if path.is_dir():
            files = sorted((p for p in path.rglob("*") if _is_source(p, path)), key=natural_key)
            found.extend(Source(p, str(p), _name(p.relative_to(path)), False) for p in files)
        else:
            found.append(source_of(path))
    return tuple(found)


def source_of(path: Path) -> Source:
    """A document that is named."""
    return Source(path, str(path), _name(Path(path.name)))


def _name(path: Path) -> str:
    """What the files of a document are called, with its folders if there are any: as it is, without its suffix.

    What would mean another folder here, or where an archive of these files is opened, does not: dots alone, and the
    backslash, which parts folders on Windows.
    """
    name = path.as_posix().removesuffix(path.suffix).replace("\\", "_")
    return name if path.stem.strip(".") else name.replace(".", "_")


def themes() -> tuple[tuple[str, str], ...]:
    """The built-in themes: each one's name, and what it is like."""
    from triptych.template.themes import themes

    return themes()


def form_problem(key: str, words: str) -> str:
    """What is wrong with words of a panel's form, empty if nothing is."""
    unknown = unknown_words(key, words)
    if not unknown:
        clash = clashing_words(key, words)
        return f"{' and '.join(clash)} exclude each other" if clash else ""
    meant = f"did you mean {near}? " if (near := nearest(unknown[0], words_for(key))) else ""
    return f"{unknown[0]} is not known; {meant}there are {', '.join(words_for(key))}"


DOCUMENTS = SUFFIXES | NAMED
"""The suffixes of all files that can be built, in lower case."""


def is_document(path: Path) -> bool:
    """Whether a file's name is that of a document."""
    return path.suffix.lower() in DOCUMENTS


def _is_source(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith((".", "_")) for part in path.relative_to(folder).parts)
    return path.suffix.lower() in SUFFIXES and path.is_file() and not hidden and path.stem.lower() != "readme"


def build_all(
    sources: Sequence[Source], out: Path, options: Options = USUALLY, step: Step = no_step
) -> Iterator[Result]:
    """Build documents one after the other. Two that would be written to one folder are both refused."""
    courses = Courses()
    for source, clash in clashes(sources):
        yield clash or build(source, out, options, courses, step)


_APART = "rename one of the two, or name the folder that holds both"


def clashes(sources: Sequence[Source]) -> Iterator[tuple[Source, Result | None]]:
    """Each document, and its refusal if another one would be written to the same folder."""
    taken: dict[str, dict[Path, Source]] = {}
    for source in sources:
        taken.setdefault(source.name.casefold(), {}).setdefault(source.path, source)
    for source in sources:
        others = taken[source.name.casefold()]
        if len(others) < 2:
            yield source, None
            continue
        other = next(other.shown for path, other in others.items() if path != source.path)
        message = f"would be written to the same folder as {other}"
        yield source, Result(source, (Problem("error", message, source.shown, hint=_APART),))


def build(
    source: Source, out: Path, options: Options = USUALLY, courses: Courses | None = None, step: Step = no_step
) -> Result:
    """Build one document into `out/NAME/`. Files that are up to date are left alone; none is half written.

    A file that somebody changed since it was made is left as it is, and so is one that was never made here: each is an
    error, unless the options say `force`. A failure of the program itself is a problem of the document. `courses` are
    those that were read for others; `step` hears of each product before it is made.
    """

    courses = courses or Courses()
    options = replace(options, root=options.root or courses.root_of(source.path.parent))

    def job(data: bytes, course: "Course | None") -> Result:
        task = task_of(source, data, out, options, course)
        return kept(task, _make(source, data, options, course, step), options) if isinstance(task, Task) else task

    return in_course(source, options, courses, job)


def check(source: Source, options: Options = USUALLY, courses: Courses | None = None) -> Result:
    """Everything that a build does but write."""
    return in_course(
        source, options, courses, lambda data, course: Result(source, _make(source, data, options, course).problems)
    )


def in_course(
    source: Source, options: Options, courses: Courses | None, job: "Callable[[bytes, Course | None], Result]"
) -> Result:
    """What becomes of a document under the settings of its course, whose problems are told before its own.

    Where nothing of the settings can be read nothing is made: all would look otherwise than it should.
    """
    folder = source.path.parent
    course = (courses or Courses()).of(folder, options.root or root_of(folder))
    told = course.settings.problems if course else ()
    if course and course.settings.broken:
        return Result(source, told)
    result = _safely(source, options, lambda data: job(data, course))
    return replace(result, problems=(*told, *result.problems)) if told else result


def inspect_template(path: Path) -> "TemplateReport | Problem":
    """What a template offers; a problem if it cannot serve. Raises OSError if it cannot be read."""
    from triptych.products.inspect import inspect
    from triptych.template.choose import open_template, read_named

    opened = open_template(read_named(path), str(path), "")
    return opened if isinstance(opened, Problem) else inspect(opened[0], str(path))


def sample_deck(path: Path, out: Path) -> tuple[Problem, ...]:
    """Write a deck that shows each layout of a template filled; problems if it cannot be."""
    from triptych.products.sample import sample
    from triptych.template.choose import read_named

    data, problems = sample(read_named(path), str(path))
    return write(out.parent, {out.name: data})[1] or problems if data else problems


class _UnreadableError(Exception):
    """Why a document cannot be read."""


def _source_bytes(source: Source, options: Options) -> bytes:
    """The bytes of a document. Raises _UnreadableError, RefusedError or LimitError."""
    path, most = source.path, options.limits.document_bytes
    if not source.named and not may_be_read(path, options.root or root_of(path.parent)):
        raise RefusedError(source.shown)
    try:
        if path.exists() and not path.is_file():  # a device would never end, a pipe never begin
            raise _UnreadableError("it is no plain file")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as failure:
        reason = failure.strerror if isinstance(failure, OSError) else None
        raise _UnreadableError((reason or str(failure)).lower()) from failure
    if len(data) > most:
        raise LimitError("bytes of a document", "document-bytes", most)
    return data


def _safely(source: Source, options: Options, job: Callable[[bytes], Result]) -> Result:
    """What becomes of a document; whatever fails in it is told as its problem, so that the others have their turn."""
    try:
        with time_limit(options.limits.seconds):
            result = job(_source_bytes(source, options))
    except _UnreadableError as failure:
        return Result(source, (Problem("error", f"cannot be read: {failure}", source.shown),))
    except TimeUpError:
        return Result(source, (time_up(options.limits).problem(source.shown),))
    except LimitError as met:
        return Result(source, (met.problem(source.shown),))
    except RefusedError as refused:
        return Result(source, (Problem("error", f"a file is not read, {refused}", source.shown, hint=refused.hint),))
    except MemoryError:
        return Result(source, (memory_up(options.limits).problem(source.shown),))
    except Exception as failure:
        return _crash(source, failure)
    return replace(result, problems=_in_order(result.problems))


class Task(msgspec.Struct, frozen=True):
    """A document that must be made: its bytes, its course, the folder for its files, and what stands there."""

    source: Source
    data: bytes
    folder: Path
    course: "Course | None"
    asked: str
    old: Stamp


def task_of(source: Source, data: bytes, out: Path, options: Options, course: "Course | None") -> Task | Result:
    """What is to be made of a document; the result if everything stands already as it would be made."""
    folder = out / source.name
    clear(folder)
    old = load_stamp(folder)
    root = options.root or root_of(source.path.parent)
    asked = f"{options.line()} course={course.state}" if course else options.line()
    if not options.force and old.inputs_hold(data, asked, source.path.parent, root):
        states = {name: state_of(folder / name, whole=True) for name in old.outputs}
        standing = {name: old.standing(name, states[name], wanted) for name, wanted in old.outputs.items()}
        left = not_ours(standing, options.force)
        if all(how == "made" or name in left for name, how in standing.items()):
            files = tuple(folder / name for name, how in standing.items() if how == "made")
            told = tuple(replace(problem, path=source.shown) for problem in old.problems)
            said = (*told, *left_alone(folder, left), *no_longer_made(folder, old))
            return Result(source, said, files, made=False, about=old.about)
    return Task(source, data, folder, course, asked, old)


def kept(task: Task, made: Made, options: Options) -> Result:
    """The result of a task whose files have been made: these take their places."""
    if not made.files:
        return Result(task.source, made.problems)
    hashes = {name: hash_of(content) for name, content in made.files.items()}
    stamp = new_stamp(task.data, task.asked, made.inputs, hashes, _in_order(made.problems), made.about)
    files, problems = replace_set(task.folder, made.files, task.old, stamp, options.force)
    said = (*made.problems, *problems, *no_longer_made(task.folder, replace(task.old, outputs=hashes)))
    return Result(task.source, said, files, about=made.about)


def _make(source: Source, data: bytes, options: Options, course: "Course | None", step: Step = no_step) -> Made:
    """All that is made of a document, in memory."""
    folder = source.path.parent
    inputs = Inputs(folder, options.root or root_of(folder), options.limits)
    return make(source, data, inputs, options, course.values_in(folder) if course else {}, step)


def make(
    source: Source,
    data: bytes,
    inputs: Inputs,
    options: Options,
    values: Mapping[str, object],
    step: Step = no_step,
) -> Made:
    """All that is made of a document under the values of its course, in memory."""
    from triptych.products.make import about, make_products
    from triptych.products.prepare import prepare

    plans, problems = prepare(data, source.shown, inputs, options, values)
    if plans is None:
        return Made({}, problems, inputs)
    files, said = make_products(plans, step)
    base = source.name.rpartition("/")[2]
    told = (*problems, *(problem for problem in said if problem not in problems))
    return Made({f"{base}-{name}": content for name, content in files.items()}, told, inputs, about(plans))


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by their lines, those of the whole document first; otherwise as they were found."""
    return tuple(sorted(problems, key=lambda problem: problem.line))


def crashed(source: Source, said: str, traceback: str = "") -> Result:
    """What is said of a document in which the program itself failed."""
    problem = Problem("error", f"could not be built: {said}", source.shown, hint=REPORT)
    return Result(source, (problem,), traceback=traceback)


def _crash(source: Source, failure: Exception) -> Result:
    """A failure of the program as a problem of the document that it failed in."""
    from traceback import extract_tb, format_exception

    at = extract_tb(failure.__traceback__)[-1]
    place = f"{Path(at.filename).name}, line {at.lineno}"
    said = " ".join(f"{type(failure).__name__}: {failure}".split())[:200].rstrip(": ")
    return crashed(source, f"{said} ({place})", "".join(format_exception(failure)))

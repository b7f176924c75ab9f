"""What is asked for of all documents of a build together, and its files."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec.structs import replace

from triptych.build import Options, Result
from triptych.collected import sums as checksums
from triptych.collected.entries import Whole, files_of, whole_of
from triptych.course import Course
from triptych.courses import Courses
from triptych.files import ELSEWHERE, temporary_file, unwritable
from triptych.inputs import Inputs, hash_of, root_of
from triptych.patterns import late
from triptych.problem import Problem
from triptych.read.sections import readable_stem
from triptych.sets import standing_set, write_set

_WITH_ANSWERS = late(r"-(?:instructor|answers|questions)(?:-\w+)?\.\w+$")
"""How files are called that are not for those who learn."""


class Wishes(msgspec.Struct, frozen=True):
    """What is to be made of all documents together."""

    index: bool = False
    zip: bool = False
    bind: bool = False

    def __bool__(self) -> bool:
        """Whether anything is."""
        return self.index or self.zip or self.bind


class Published(msgspec.Struct, frozen=True):
    """The files that stand now, whether they had to be made, and what is to be said of them."""

    files: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()
    made: bool = True


def folder_of(paths: Sequence[Path]) -> Path:
    """The folder in which all documents lie that some paths name."""
    folders = [path if path.is_dir() else path.parent for path in paths]
    return folders[0] if len(folders) == 1 else Path(os.path.commonpath([folder.absolute() for folder in folders]))


def publish(results: Sequence[Result], folder: Path, out: Path, options: Options, wishes: Wishes) -> Published:
    """Make what is wished for of the documents of a folder and write it into `out`.

    The course that the folder belongs to gives title, language and look; without one the folder lends its name.
    """
    course = Courses().of(folder, options.root or root_of(folder))
    whole = _whole(results, folder, out, course)
    if not whole.entries and not wishes.bind:
        return Published()
    try:
        asked = _asked(whole, results, out, options, wishes, course)
        standing = () if options.force else standing_set(out, asked)
        if standing:
            return Published(standing, made=False)
        return _made(whole, results, folder, out, options, wishes, course, asked)
    except OSError as failure:
        return Published((), (unwritable(failure, Path(failure.filename or out), ELSEWHERE),))


def _whole(results: Sequence[Result], folder: Path, out: Path, course: Course | None) -> Whole:
    values = course.settings.values if course else {}
    title = (course.settings.title if course else "") or readable_stem(f"{folder.resolve().name}.md")
    return whole_of(results, out, title, course.settings.subtitle if course else "", str(values.get("lang") or ""))


def _asked(
    whole: Whole, results: Sequence[Result], out: Path, options: Options, wishes: Wishes, course: Course | None
) -> str:
    """What changes when anything of it must be made anew: the wishes, and all files that it is made of."""
    state = hash_of(checksums.sums(out, files_of(whole.entries), {}))
    sources = [hash_of(result.source.path.read_bytes()) for result in results] if wishes.bind else []
    said = (repr(wishes), options.line(), course.state if course else "", repr(whole), state, *sources)
    return hash_of("\n".join(said).encode("utf-8", "surrogatepass"))


def _made(
    whole: Whole,
    results: Sequence[Result],
    folder: Path,
    out: Path,
    options: Options,
    wishes: Wishes,
    course: Course | None,
    asked: str,
) -> Published:
    names = files_of(whole.entries)
    made: dict[str, bytes] = {}
    problems: tuple[Problem, ...] = ()
    if wishes.index:
        made |= _index(whole, folder, options, course)
    if wishes.bind:
        from triptych.collected.bound import bound
        from triptych.model.document import Meta

        meta = Meta(whole.title, whole.subtitle, lang=whole.lang)
        handouts, problems = bound(results, folder, options, course, meta)
        made |= {f"{archive_name(folder)}-{name}": data for name, data in handouts.items()}
    made[checksums.NAME] = checksums.sums(out, names, made)
    files: dict[str, bytes | Path] = dict(made)
    temporary = temporary_file(out)
    try:
        if wishes.zip:
            checksums.write_archive(temporary, out, names, made)
            files[f"{archive_name(folder)}.zip"] = temporary
        stand, told = write_set(out, files, asked, options.force)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return Published(stand, (*problems, *_told_answers(names, files, out), *told))


def _told_answers(names: Sequence[str], files: Mapping[str, bytes | Path], out: Path) -> tuple[Problem, ...]:
    """A note where what may be given to students has files with answers in it."""
    holding = [name for name in names if _WITH_ANSWERS.search(name)]
    given = [name for name in files if name.endswith((".zip", "index.html"))]
    if not holding or not given:
        return ()
    more = f" and {len(holding) - 1} more" if len(holding) > 1 else ""
    message = f"has answers in it, or leads to them: {holding[0]}{more}"
    hint = "for students make it in another folder, with --edition student and neither test nor questions"
    return tuple(Problem("note", message, str(out / name), hint=hint) for name in given)


def archive_name(folder: Path) -> str:
    """What the archive of a folder is called."""
    return folder.resolve().name or "course"


def _index(whole: Whole, folder: Path, options: Options, course: Course | None) -> dict[str, bytes]:
    """The index as a web page and as a PDF in the look of the course."""
    from triptych.collected.index_html import index_html
    from triptych.collected.index_pages import index_document, relative
    from triptych.products.prepare import prepared
    from triptych.transform import transform
    from triptych.write.pdf import write_pages

    values = course.values_in(folder) if course else {}
    document, _ = transform(index_document(whole, str(values.get("theme") or ""), str(values.get("paper") or "")))
    inputs = Inputs(folder, options.root or root_of(folder), options.limits)
    plans, _ = prepared(document, (), inputs, replace(options, only=("handout",), also=(), editions=(), forms=()))
    made = {"index.html": index_html(whole)}
    if plans is not None:
        made["index.pdf"] = write_pages(relative(plans.handout("")))
    return made

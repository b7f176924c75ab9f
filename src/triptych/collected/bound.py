"""One handout of all documents of a course."""

import os
from collections.abc import Sequence
from pathlib import Path, PurePath

from msgspec.structs import replace

from triptych.build import Options, Result
from triptych.course import Course
from triptych.inputs import Inputs, root_of
from triptych.limits import LimitError
from triptych.model.document import Meta
from triptych.problem import Problem, Report
from triptych.products.made import Made, named
from triptych.products.prepare import prepared
from triptych.read.beside import RefusedError
from triptych.read.front_matter import front_matter
from triptych.read.source import read_source
from triptych.transform import transform
from triptych.transform.joined import Chapter, Joined, joined
from triptych.write.pdf import write_pages


def bound(results: Sequence[Result], folder: Path, options: Options, course: Course | None, meta: Meta) -> Made:
    """The handout of the whole course, in each edition, each document being a chapter; and what is wrong with it.

    What was told of the documents themselves is not told again. `meta` has the title and the language.
    """
    chapters, sources = _chapters(results, folder, options, course)
    if not chapters:
        return {}, (Problem("warning", "nothing is bound: there is no document that can be read", str(folder)),)
    values = course.values_in(folder) if course else {}
    front = front_matter({}, "", Report(""), course=values) if values else None
    meta = replace(front.meta, title=meta.title, subtitle=meta.subtitle, lang=meta.lang, course="") if front else meta
    whole = joined(chapters, meta, front.words if front else ())
    document, problems = transform(whole.document)
    said = [_clash(key, folder) for key in whole.clashes]
    inputs = Inputs(folder, options.root or root_of(folder), options.limits)
    try:
        plans, problems = prepared(document, problems, inputs, replace(options, only=("handout",), also=()))
        told = {(problem.path, problem.line) for result in results for problem in result.problems}
        said += [problem for problem in _placed(problems, whole, sources) if (problem.path, problem.line) not in told]
        if plans is None:
            return {}, tuple(said)
        made = {named("handout", edition, "pdf"): write_pages(plans.handout(edition)) for _, edition in plans.wanted}
        return made, tuple(said)
    except LimitError as met:
        return {}, (*said, met.problem(str(folder)))
    except RefusedError as refused:
        return {}, (*said, Problem("error", f"a file is not read, {refused}", str(folder), hint=refused.hint))


def _chapters(
    results: Sequence[Result], folder: Path, options: Options, course: Course | None
) -> tuple[list[Chapter], list[Result]]:
    """The documents that can be read, each once, and whose they are."""
    chapters: list[Chapter] = []
    sources: list[Result] = []
    root = options.root
    for result in {result.source.path: result for result in results if result.files}.values():
        path = result.source.path
        inputs = Inputs(path.parent, root or root_of(path.parent), options.limits)
        data = path.read_bytes()
        values = course.values_in(path.parent) if course else {}
        document, _ = read_source(data, result.source.shown, inputs.beside, options.limits, values)
        if document.sections:
            chapters.append(Chapter(document, _from(folder, path.parent), data.count(b"\n") + 1))
            sources.append(result)
    return chapters, sources


def _from(folder: Path, inner: Path) -> str:
    relative = os.path.relpath(os.path.realpath(inner), os.path.realpath(folder))
    return "" if relative == os.curdir else PurePath(relative).as_posix()


def _clash(key: str, folder: Path) -> Problem:
    message = f"{key} is another work in another document: the first one is cited"
    return Problem("warning", message, str(folder), hint="give each work a key of its own, or share one bibliography")


def _placed(problems: Sequence[Problem], whole: Joined, sources: Sequence[Result]) -> list[Problem]:
    """The problems that count, each at its line of its document."""
    out = []
    for problem in problems:
        if problem.severity != "note" and problem.line:
            number, line = whole.place(problem.line)
            out.append(replace(problem, path=sources[number].source.shown, line=line))
        elif problem.severity == "error":
            out.append(problem)
    return out

"""Documents on other machines, through a scheduler of dask.distributed."""

import logging
import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from pathlib import Path
from typing import Any
from uuid import uuid4

from msgspec.structs import replace

from triptych.build import Made, Options, Result, Source, Task, build, crashed, in_course, kept, task_of
from triptych.course import Course
from triptych.courses import Courses
from triptych.inputs import Inputs, root_of
from triptych.jobs.pool import sorted_out
from triptych.jobs.travel import Answer, Parcel, made_there, which
from triptych.problem import Problem
from triptych.read.beside import RefusedError

PATIENCE = 10
"""Seconds in which a scheduler must answer."""
SILENCE = 20
"""Seconds without a result after which a scheduler is asked whether it is there, and in which it must say so."""
POLL = 0.05
"""Seconds after which it is looked again whether there is a result."""
MOST_ROUNDS = 8
"""Times that a document may ask for further files."""


class SchedulerError(Exception):
    """Why a scheduler cannot be used, in words for who named it."""


def build_on(address: str, sources: Sequence[Source], out: Path, options: Options) -> Iterator[Result]:
    """Build documents on the workers of a scheduler; the results come in the order of the documents.

    A worker that dies is given up, and its documents go to others. Where the scheduler itself is gone the rest is built
    here, and that is told. Raises SchedulerError before anything is built if there is none, or no dask.
    """
    client = _connected(address)
    try:
        yield from _Run(client, sources, out, options).results()
    finally:
        client.close(timeout=1)


def _connected(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError:
        raise SchedulerError("dask.distributed is missing: pip install 'triptych[cluster]'") from None
    for name in [
        name for name in logging.root.manager.loggerDict if name.partition(".")[0] in ("distributed", "tornado")
    ]:
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what matters is told in words
    try:
        return Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as failure:
        raise SchedulerError(f"the scheduler {address} does not answer: {failure}") from None


class _Run:
    """The documents that are away, and the results that are there."""

    def __init__(self, client: Any, sources: Sequence[Source], out: Path, options: Options) -> None:
        self._client, self._sources, self._out, self._options = client, sources, out, options
        self._courses = Courses()
        self._todo, self._done, self._same = sorted_out(sources)
        self._tasks: dict[int, tuple[Task, Inputs]] = {}
        self._parcels: dict[int, Parcel] = {}
        self._gone = False

    def results(self) -> Iterator[Result]:
        """The results in order, as they come."""
        from distributed import as_completed

        away: dict[Any, tuple[int, int]] = {
            self._sent(place, 0): (place, 0) for place in self._todo if self._begun(place)
        }
        shown = 0
        coming: Any = as_completed(list(away), loop=self._client.loop)  # type: ignore[no-untyped-call]
        for future in self._heard(coming):
            if self._is_lost(future):
                coming.add(future)
                continue
            place, turn = away.pop(future)
            answer = self._answer(place, future)
            if answer is not None and (answer.wants or answer.asks) and turn < MOST_ROUNDS:
                self._packed(place, answer)
                again = self._sent(place, turn + 1)
                away[again] = (place, turn + 1)
                coming.add(again)
            else:
                self._done[place] = self._kept(place, answer)
            while shown < len(self._sources) and self._same.get(shown, shown) in self._done:
                yield self._result(shown)
                shown += 1
        here = iter(sorted(place for place, _ in away.values()))  # nobody answers any more
        for place in range(shown, len(self._sources)):
            while self._same.get(place, place) not in self._done:
                left = next(here)
                self._done[left] = self._kept(left, None)
            yield self._result(place)

    def _heard(self, coming: Any) -> Iterator[Any]:
        """The futures as they end; no more once the scheduler says nothing, not even that it is there."""
        heard = time.monotonic()
        while not coming.is_empty():
            if coming.has_ready():
                yield next(coming)
                heard = time.monotonic()
            elif time.monotonic() - heard < SILENCE:
                time.sleep(POLL)
            elif self._is_there():
                heard = time.monotonic()
            else:
                return

    def _is_there(self) -> bool:
        try:
            self._client.sync(self._client.scheduler.identity, callback_timeout=SILENCE)
        except (OSError, ValueError, CancelledError):  # a timeout is an OSError
            return False
        return True

    def _result(self, place: int) -> Result:
        first = self._same.get(place, place)
        return self._done[first] if first == place else replace(self._done[first], made=False)

    def _begun(self, place: int) -> bool:
        """Whether a document must be made; the result is known if not."""
        source = self._sources[place]

        def job(data: bytes, course: Course | None) -> Result:
            task = task_of(source, data, self._out, self._options, course)
            if isinstance(task, Result):
                return task
            root = self._options.root or root_of(source.path.parent)
            self._tasks[place] = (task, Inputs(source.path.parent, root, self._options.limits))
            self._parcels[place] = self._parcel(task, root)
            return Result(source, ())

        self._done[place] = in_course(source, self._options, self._courses, job)
        if place not in self._parcels:
            return False
        del self._done[place]
        return True

    def _parcel(self, task: Task, root: Path) -> Parcel:
        folder = task.source.path.parent
        inner = os.path.relpath(os.path.realpath(folder), os.path.realpath(root))
        values = task.course.values_in(folder) if task.course else {}
        return Parcel(task.source, task.data, inner, self._options, values, {}, (), {}, self._look(), which())

    def _look(self) -> dict[str, bytes]:
        """The files of the look that the command names."""
        found = {}
        if self._options.template is not None:
            found[self._options.template.name] = self._options.template.read_bytes()
        for name in ("theme.toml", "template.pptx"):
            path = Path(self._options.theme, name)
            if self._options.theme and path.is_file():
                found[name] = path.read_bytes()
        return found

    def _packed(self, place: int, answer: Answer) -> None:
        """Put further files into a parcel, those that may be read."""
        parcel, inputs = self._parcels[place], self._tasks[place][1]
        files, outside = dict(parcel.files), list(parcel.outside)
        limits = self._options.limits
        most = max(limits.document_bytes, limits.picture_bytes, limits.template_megabytes * 1_000_000) + 1
        there = {**parcel.there, **{name: bool(inputs.there(name)) for name in answer.asks}}
        for name in answer.wants:
            try:
                files[name] = inputs.beside(name, most)
            except RefusedError:
                outside.append(name)
        self._parcels[place] = replace(parcel, files=files, outside=tuple(outside), there=there)

    def _sent(self, place: int, turn: int) -> Any:
        key = f"triptych-{uuid4()}-{place}-{turn}"  # never one of another run
        return self._client.submit(made_there, self._parcels[place], key=key)

    def _is_lost(self, future: Any) -> bool:
        """Whether a result that was there went with its worker: another one makes it again."""
        return future.status in ("lost", "pending") and self._is_there()

    def _answer(self, place: int, future: Any) -> Answer | None:
        """What came back; None if the scheduler is gone. What failed there is raised as a problem of the document."""
        if future.status == "finished":
            try:
                return future.result()  # type: ignore[no-any-return]
            except OSError:
                return None
        if future.status == "error":
            failure = future.exception()
            said = " ".join(f"{type(failure).__name__}: {failure}".split())[:200]
            self._done[place] = crashed(self._sources[place], f"on the cluster: {said}")
            return Answer()
        return None

    def _kept(self, place: int, answer: Answer | None) -> Result:
        source = self._sources[place]
        if answer is None:
            result = build(source, self._out, self._options, self._courses)
            told = (Problem("warning", "the scheduler is gone: what is left is built here"),) if not self._gone else ()
            self._gone = True
            return _told(result, told)
        if place in self._done:
            return self._done[place]
        if answer.program:
            return crashed(source, "the cluster has another version of the program or its libraries")
        task, inputs = self._tasks.pop(place)
        del self._parcels[place]
        made = Made(answer.files, answer.problems, inputs, answer.about)
        return in_course(source, self._options, self._courses, lambda data, course: kept(task, made, self._options))


def _told(result: Result, problems: tuple[Problem, ...]) -> Result:
    return replace(result, problems=(*problems, *result.problems))

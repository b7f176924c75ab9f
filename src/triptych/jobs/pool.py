"""Documents in several processes: each takes the next one when it is free, and none takes another one with it."""

import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from triptych.build import Options, Result, Source, build, clashes, crashed
from triptych.courses import Courses
from triptych.jobs.signals import heeded_again, held_back

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

MOST_GROWN = 250
"""Megabytes of a process from which on another one takes its place: libraries keep what they have set."""
TIDIED = 25
"""Documents after which a process looks for what is no longer used."""
LONGEST = 500
"""Documents after which another one does, where nobody says how much memory a process has."""


class _Worker(msgspec.Struct):
    """A process, our end of its pipe, and the place of the document that it has."""

    process: "BaseProcess"
    pipe: Connection
    place: int = -1


def jobs_for(asked: int, documents: int) -> int:
    """How many processes are worth while: as many as asked, for 0 one for each core, never more than documents."""
    return min(asked or _cores(), documents)


def build_many(
    sources: Sequence[Source], out: Path, options: Options, jobs: int, prepared: Callable[[], None] | None = None
) -> Iterator[Result]:
    """Build documents in so many processes; the results come in the order of the documents.

    A process that dies is a problem of the document that it had: another one takes its place. `prepared` is done first
    in each process. A document that is named twice is built once.
    """
    pool = _Pool(sources, out, options, prepared)
    try:
        pool.begin(jobs)
        for place in range(len(sources)):
            yield pool.result(place)
    finally:
        pool.end()


class _Pool:
    """Processes, the documents that wait for them, and the results that are there."""

    def __init__(
        self, sources: Sequence[Source], out: Path, options: Options, prepared: Callable[[], None] | None
    ) -> None:
        self._sources = sources
        self._todo, self._done, self._same = sorted_out(sources)
        self._asked = (out, options, prepared)
        self._crew: list[_Worker] = []

    def begin(self, jobs: int) -> None:
        """Hire so many processes and give each a document; fewer if the system has no more."""
        with suppress(OSError):
            while len(self._crew) < jobs and self._todo:
                self._give(_hired(*self._asked))

    def result(self, place: int) -> Result:
        """What became of the document at a place, as soon as that is known."""
        first = self._same.get(place, place)
        while first not in self._done:
            if self._crew:
                self._hear()
            else:  # the system gives us no process: this one must do
                here = self._todo.popleft()
                self._done[here] = build(self._sources[here], *self._asked[:2])
        return self._done[first] if first == place else replace(self._done[first], made=False)

    def end(self) -> None:
        """Let no process be left."""
        for worker in self._crew:
            worker.process.kill()
            worker.process.join()
            worker.pipe.close()

    def _give(self, worker: _Worker) -> None:
        """Give a process the next document. A dead one is noticed when it is listened to."""
        self._crew.append(worker)
        worker.place = self._todo.popleft()
        with suppress(OSError):
            worker.pipe.send(self._sources[worker.place])

    def _hear(self) -> None:
        """Wait for a result of any process, and give it the next document; one that is no more is replaced."""
        ready = wait([worker.pipe for worker in self._crew])
        for worker in [worker for worker in self._crew if worker.pipe in ready]:
            self._crew.remove(worker)
            last = self._take(worker)
            if last or not self._todo:
                if not last:
                    worker.process.kill()
                worker.process.join()
                worker.pipe.close()
            if self._todo:
                with suppress(OSError):
                    self._give(_hired(*self._asked) if last else worker)

    def _take(self, worker: _Worker) -> bool:
        """Take what a process has made; whether it takes no more documents."""
        try:
            self._done[worker.place], last = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join()
            code = worker.process.exitcode or 0
            how = f"signal {-code}" if code < 0 else f"status {code}"
            self._done[worker.place] = crashed(self._sources[worker.place], f"the process that built it ended: {how}")
            return True
        return bool(last)


def sorted_out(sources: Sequence[Source]) -> tuple[deque[int], dict[int, Result], dict[int, int]]:
    """The places to be built, the results that are known already, and the places that say the same as earlier ones."""
    todo: deque[int] = deque()
    done: dict[int, Result] = {}
    same: dict[int, int] = {}
    first: dict[tuple[str, Path], int] = {}
    for place, (source, clash) in enumerate(clashes(sources)):
        earlier = first.setdefault((source.name, source.path), place)
        if earlier != place:
            same[place] = earlier
        elif clash:
            done[place] = clash
        else:
            todo.append(place)
    return todo, done, same


def _hired(out: Path, options: Options, prepared: Callable[[], None] | None) -> _Worker:
    """A new process that waits for documents. Raises OSError if the system gives none."""
    # A fork has all modules already; other systems begin anew.
    context: Any = get_context("fork" if sys.platform == "linux" else "spawn")
    ours, theirs = context.Pipe()
    with held_back():  # a process that nobody knows yet could not be ended
        process = context.Process(target=_work, args=(theirs, ours, out, options, prepared), daemon=True)
        process.start()
    theirs.close()
    return _Worker(process, ours)


def _work(
    pipe: Connection, other_end: Connection, out: Path, options: Options, prepared: Callable[[], None] | None
) -> None:
    """Build what comes through the pipe until it is closed, or until this process has grown too large."""
    import gc

    other_end.close()
    heeded_again()
    gc.disable()  # looking for what is no longer used takes a sixth of the time: it is done now and then
    if prepared:
        prepared()
    courses = Courses()
    for count in range(1, LONGEST + 1):
        try:
            source = pipe.recv()
        except EOFError:
            return
        result = build(source, out, options, courses)
        if count % TIDIED == 0:
            gc.collect()
        last = count == LONGEST or _megabytes() > MOST_GROWN
        try:
            pipe.send((result, last))
        except OSError:  # nobody wants to know any more
            return
        if last:
            return


def _megabytes() -> float:
    """The memory that this process has for itself and shares; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_bytes().split()[1])
    except (OSError, ValueError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1

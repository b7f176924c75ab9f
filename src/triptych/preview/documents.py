"""The documents of a preview as they change: each is planned when somebody looks at it, and again when it is saved."""

import asyncio
import os
from collections.abc import AsyncGenerator, Iterable
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from triptych.build import Options, Source, find_sources
from triptych.inputs import root_of, state_beside, state_of
from triptych.preview.planning import Kept, plan
from triptych.preview.state import State
from triptych.problem import Problem
from triptych.read.beside import may_be_read
from triptych.read.decode import decode

AROUND = 12
"""Source lines that are shown before and after the one that is asked for."""
KEPT = 4
"""Documents that nobody looks at any more whose panels are kept for whoever comes back."""
LONGEST = 2000
"""Characters of a source line that are shown."""
GONE = "the file is gone; what is shown is what it was last"


class Preview:
    """One document as it is shown. It lives in one event loop; planning is done in a thread."""

    def __init__(self, source: Source, options: Options, turn: asyncio.Lock) -> None:
        self.source = source
        self.kept = Kept()
        self.state = State(path=source.shown)
        self._options = options
        self._turn = turn  # one document is planned at a time
        self._data: bytes | None = None
        self._read_at: tuple[int, int, int] | None = None
        self._news = asyncio.Condition()
        self._task: asyncio.Task[None] | None = None
        self._stale = True
        self.watchers = 0

    async def states(self) -> AsyncGenerator[State, None]:
        """The state of the document, then each that follows."""
        self.watchers += 1
        self.refresh()
        state = self.state
        try:
            yield state
            while True:
                async with self._news:
                    while self.state.version == state.version:
                        await self._news.wait()
                    state = self.state
                yield state
        finally:
            self.watchers -= 1

    def saved(self) -> None:
        """Something that the document is made of may have changed."""
        self._stale = True
        if self.watchers:
            self.refresh()

    def reads(self, paths: Iterable[str]) -> bool:
        """Whether one of these files is the document or was looked for when it was read."""
        own = {_place(self.source.path)}
        if self.kept.inputs is not None:
            own |= {_place(self.source.path.parent / name) for name in self.kept.inputs.states}
            own |= {_place(Path(name)) for name in self.kept.inputs.here}
        return not own.isdisjoint(_place(Path(path)) for path in paths)

    def folders(self) -> set[Path]:
        """The folders in which the files lie that the document is made of."""
        found = {self.source.path.parent}
        if self.kept.inputs is not None:
            found |= {(self.source.path.parent / name).parent for name in self.kept.inputs.states}
            found |= {Path(name).parent for name in self.kept.inputs.here}
        return {folder for folder in found if folder.is_dir()}

    @property
    def overlooked(self) -> bool:
        """Whether the file is another one than when it was read, and nothing is being done about it."""
        idle = not self._stale and self._task is not None and self._task.done()
        return bool(self.watchers) and idle and _mark(self.source.path) != self._read_at

    def refresh(self) -> None:
        """Plan what is stale, if that is not being done."""
        if self._stale and (self._task is None or self._task.done()):
            self._task = asyncio.get_running_loop().create_task(self._plan())

    async def _plan(self) -> None:
        while self._stale:
            async with self._turn:
                self._stale = False
                await self._once()

    async def _once(self) -> None:
        loop = asyncio.get_running_loop()
        data = await asyncio.to_thread(self._read)
        if isinstance(data, Problem):
            standing = "broken" if self.source.path.exists() else "gone"
            self._data = None
            await self._show(replace(self.state, standing=standing, problems=(data,)))
            return
        if self.state.standing == "shown" and data == self._data and self._inputs_hold():
            return  # saved as it was
        self._data = data

        def tell(state: State) -> None:
            asyncio.run_coroutine_threadsafe(self._show(state), loop)

        await self._show(replace(self.state, standing="working"))
        work = partial(plan, data, self.source, self._options, self.kept, self.state, tell, lambda: self._stale)
        await self._show(await asyncio.to_thread(work))

    def _inputs_hold(self) -> bool:
        """Whether the files that the document was read with are as they were then."""
        inputs = self.kept.inputs
        if inputs is None:
            return False
        root = inputs.root or inputs.folder
        return all(state_beside(inputs.folder / name, root) == state for name, state in inputs.states.items()) and all(
            state_of(Path(name)) == state for name, state in inputs.here.items()
        )

    async def _show(self, state: State) -> None:
        async with self._news:
            self.state = replace(state, version=self.state.version + 1)
            self._news.notify_all()

    def _read(self) -> bytes | Problem:
        """The bytes of the document, or why there are none."""
        path, shown = self.source.path, self.source.shown
        most = self._options.limits.document_bytes
        self._read_at = _mark(path)  # before it is read: a later change must not pass for what was read
        try:
            if not may_be_read(path, self._options.root or root_of(path.parent)) and not self.source.named:
                return Problem("error", "cannot be read: it lies outside the root", shown)
            if path.exists() and not path.is_file():
                return Problem("error", "cannot be read: it is no plain file", shown)
            with path.open("rb") as file:
                data = file.read(most + 1)
        except FileNotFoundError:
            return Problem("error", GONE, shown)
        except OSError as failure:
            return Problem("error", f"cannot be read: {(failure.strerror or str(failure)).lower()}", shown)
        return data if len(data) <= most else Problem("error", f"it has more than {most:,} bytes", shown)

    def lines(self, line: int) -> tuple[int, list[str]]:
        """The number of the first source line around one, and the lines; none where there are none to be shown."""
        if self._data is None or self.state.counts != "line":
            return 0, []
        text, _ = decode(self._data, self.source.shown)
        every = text.split("\n")
        first = max(0, min(line, len(every)) - 1 - AROUND)
        return first + 1, [one[:LONGEST] for one in every[first : line + AROUND]]


def _place(path: Path) -> str:
    """Where a file lies, by whatever way it is named: links in its folder are followed, not one that it is itself."""
    try:
        return os.path.join(os.path.realpath(path.parent), path.name)
    except (OSError, ValueError):
        return ""  # no path at all


def _mark(path: Path) -> tuple[int, int, int] | None:
    """What changes when a file does; None if there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


class Documents:
    """The documents that a path holds, by their names; those that nobody looks at cost nothing but their names."""

    def __init__(self, path: Path, options: Options) -> None:
        self.path = path
        self._options = options
        self._turn = asyncio.Lock()
        self._sources: dict[str, Source] | None = None
        self._changes = 0
        self._open: dict[str, Preview] = {}

    def names(self) -> tuple[str, ...]:
        """The names of all documents, in order: a folder is looked through when it is asked for and has changed."""
        return tuple({**self._found(), **dict.fromkeys(list(self._open))})

    def _found(self) -> dict[str, Source]:
        sources, changes = self._sources, self._changes
        if sources is None:
            found = find_sources((self.path,)) if self.path.exists() else ()
            sources = {self._name(source): source for source in found}
            if changes == self._changes:  # this may be done in a thread: what came meanwhile is looked for again
                self._sources = sources
        return sources

    def _name(self, source: Source) -> str:
        """What a document is called: its place in the folder."""
        return source.path.name if self.path.is_file() else source.path.relative_to(self.path).as_posix()

    def open(self, name: str) -> Preview | None:
        """The document of a name; None if there is none."""
        if name not in self._open:
            source = self._found().get(name)
            if source is None:
                return None
            self._open[name] = Preview(source, self._options, self._turn)
        self._open[name] = self._open.pop(name)  # the last one is the one that was asked for last
        idle = [name for name, preview in self._open.items() if not preview.watchers]
        for gone in [one for one in idle if one != name][:-KEPT]:
            del self._open[gone]
        return self._open[name]

    def changed(self, paths: set[str], *, others: bool) -> None:
        """Files have changed; with `others` some came or went."""
        if others:
            self._sources = None
            self._changes += 1
        for preview in self._open.values():
            if preview.reads(paths):
                preview.saved()

    def overlooked(self) -> bool:
        """Whether a document that somebody looks at was saved and nobody told."""
        return any(preview.overlooked for preview in self._open.values())

    def looked_at(self) -> set[str]:
        """The files of the documents that somebody looks at."""
        return {os.path.abspath(preview.source.path) for preview in self._open.values() if preview.watchers}

    def folders(self) -> tuple[Path, set[Path], bool]:
        """The folder of all documents, others to watch, and whether all that is in the first one is watched."""
        inner = self.path.is_dir()
        root = self.path if inner else self.path.parent
        others = {folder for preview in self._open.values() if preview.watchers for folder in preview.folders()}
        if inner:
            top = os.path.realpath(root)
            others = {one for one in others if not os.path.realpath(one).startswith(top + os.sep)}
        others = {one for one in others if os.path.realpath(one) != os.path.realpath(root)}
        return root, others, inner

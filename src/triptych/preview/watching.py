"""What is saved: the folders of the documents are watched, and those that look are told."""

import asyncio
import os
from pathlib import Path

from watchfiles import Change, awatch

from triptych.preview.documents import Documents

STEP, DEBOUNCE = 15, 60
"""Milliseconds without another change after which changes are told, and after which they are told anyway."""
AGAIN = 1.0
"""Seconds after which it is looked whether other folders are to be watched."""


async def watch(documents: Documents) -> None:
    """Tell documents of what changes, until it is cancelled. Folders that go and come again are watched again."""
    while True:
        folders = documents.folders()
        root, others, inner = folders
        if not root.is_dir():
            await asyncio.sleep(AGAIN)
            _look_again(documents)
            continue
        stop = asyncio.Event()
        tasks = [asyncio.create_task(_others(documents, folders, stop))]
        tasks += [asyncio.create_task(_watch(documents, [root], inner, stop))]
        if there := sorted(folder for folder in others if folder.is_dir()):
            # What is below these may be a whole disk, and is nothing to the documents.
            tasks += [asyncio.create_task(_watch(documents, there, False, stop))]
        try:
            await _first_of(tasks, stop)
        except (OSError, RuntimeError):  # a folder went while it was looked at
            await asyncio.sleep(AGAIN)


async def _first_of(tasks: list[asyncio.Task[None]], stop: asyncio.Event) -> None:
    """Wait for one of the tasks to end, and end the others; what it raises is raised."""
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stop.set()
        for task in tasks[:1]:
            task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
    for failure in ended:
        if isinstance(failure, Exception):
            raise failure


async def _watch(documents: Documents, folders: list[Path], inner: bool, stop: asyncio.Event) -> None:
    async for changes in awatch(
        *folders, watch_filter=_counts, debounce=DEBOUNCE, step=STEP, stop_event=stop, recursive=inner
    ):
        paths = {os.path.abspath(path) for _, path in changes}
        documents.changed(paths, others=any(change is not Change.modified for change, _ in changes))


def _counts(change: Change, path: str) -> bool:
    """Whether a change may be that of a document: not in what version control keeps for itself."""
    return ".git" not in Path(path).parts


async def _others(documents: Documents, watched: tuple[Path, set[Path], bool], stop: asyncio.Event) -> None:
    """Stop watching when other folders are to be watched, or when something was saved that was not told.

    That is so where a folder was put in the place of another one, and on drives that tell nothing.
    """
    while documents.folders() == watched and not documents.overlooked():
        await asyncio.sleep(AGAIN)
    _look_again(documents)
    stop.set()


def _look_again(documents: Documents) -> None:
    """Nobody has watched for a moment: whatever is looked at may have changed."""
    documents.changed(documents.looked_at(), others=True)

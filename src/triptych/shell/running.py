"""What the command works on, and how: the documents that are named, built in this process, in others, or elsewhere."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from triptych.confine import limit_memory
from triptych.limits import Limits
from triptych.shell.progress import with_stages

if TYPE_CHECKING:
    from triptych.build import Options, Result, Source


def results(
    sources: "Sequence[Source]", out: Path, options: "Options", jobs: int, scheduler: str
) -> "Iterator[Result]":
    """What becomes of each document, in their order; several are built at once.

    Raises click.UsageError where there is no scheduler at an address.
    """
    from triptych.build import build_all

    if scheduler:
        from triptych.jobs.cluster import SchedulerError, build_on

        try:
            yield from build_on(scheduler, sources, out, options)
        except SchedulerError as failure:
            raise click.UsageError(str(failure)) from None
        return
    if jobs == 1 or len(sources) == 1:
        yield from with_stages(partial(build_all, sources, out, options), len(sources))
        return
    from triptych.jobs.pool import build_many, jobs_for  # late: one document needs none of it

    ours_alone = click.get_current_context().find_object(bool)
    prepared = partial(limit_memory, options.limits.megabytes) if ours_alone else None
    yield from build_many(sources, out, options, jobs_for(jobs, len(sources)), prepared)


def confine(limits: Limits) -> None:
    """Limit the memory of the process, if it is ours alone."""
    if click.get_current_context().find_object(bool):
        limit_memory(limits.megabytes)


def documents(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """The paths, or the source folder where none is named. Raises click.UsageError for a file that is no document."""
    from triptych.build import DOCUMENTS, is_document

    for path in paths:
        if path.is_file() and not is_document(path):
            known = ", ".join(sorted(DOCUMENTS))
            raise click.UsageError(f"{path} is no document: the name of one ends in one of {known}")
    if paths:
        return paths
    if not Path("source").is_dir():
        raise click.UsageError("name a document, or put your documents into a folder called source")
    return (Path("source"),)


def shown(paths: tuple[Path, ...]) -> str:
    """The same as it is told."""
    return ", ".join(str(path) for path in documents(paths))

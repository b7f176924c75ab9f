"""The bar on a terminal: documents, pages and problems, as far as they are; of a single document, what is made."""

import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from triptych.build import Result, Step

SOON, WIDTH = 0.5, 24
"""Seconds from which on a single document has a bar, and its width in characters."""


def with_progress(results: "Iterator[Result]", count: int) -> "Iterator[Result]":
    """The results as they come, or with a bar on a terminal if there are several: then when all are there."""
    if count < 2 or not sys.stderr.isatty():
        yield from results
        return
    from triptych.shell.telling import Told

    kept: list[Result] = []
    pages, problems, said = 0, 0, Told()

    def counted() -> "Iterator[Result]":
        nonlocal pages, problems
        for result in results:
            pages += sum(result.about.pages.values())
            problems += sum(problem.severity != "note" for problem in said.fresh(result))
            yield result

    def state(result: "Result | None") -> str:
        return f"{_many(pages, 'page')}, {_many(problems, 'problem')}"

    with click.progressbar(
        counted(), length=count, label="Building", file=sys.stderr, show_pos=True, item_show_func=state
    ) as bar:
        kept.extend(bar)
    yield from kept


def with_stages(
    run: "Callable[[Step], Iterator[Result]]", count: int, clock: Callable[[], float] = time.monotonic
) -> "Iterator[Result]":
    """The results of a run that tells its steps; of one document a terminal shows these once it has taken a moment."""
    from triptych.build import no_step

    if count > 1 or not sys.stderr.isatty():
        yield from run(no_step)
        return
    begun, shown = clock(), 0

    def step(what: str, number: int, of: int) -> None:
        nonlocal shown
        if clock() - begun < SOON:
            return
        bar = ("#" * (WIDTH * (number - 1) // of)).ljust(WIDTH, "-")
        line = f"Building  [{bar}]  {number}/{of}  {what}"
        sys.stderr.write("\r" + line.ljust(shown))
        sys.stderr.flush()
        shown = len(line)

    for result in run(step):
        if shown:
            sys.stderr.write("\r" + " " * shown + "\r")
            sys.stderr.flush()
        yield result


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"

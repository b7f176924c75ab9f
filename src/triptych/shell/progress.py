"""The bar on a terminal: documents, pages and problems, as far as they are."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from triptych.build import Result


def with_progress(results: "Iterator[Result]", count: int) -> "Iterator[Result]":
    """The results as they come, or with a bar on a terminal if there are several: then when all are there."""
    if count < 2 or not sys.stderr.isatty():
        yield from results
        return
    kept: list[Result] = []
    pages, problems = 0, 0

    def counted() -> "Iterator[Result]":
        nonlocal pages, problems
        for result in results:
            pages += sum(result.about.pages.values())
            problems += sum(problem.severity != "note" for problem in result.problems)
            yield result

    def state(result: "Result | None") -> str:
        return f"{_many(pages, 'page')}, {_many(problems, 'problem')}"

    with click.progressbar(
        counted(), length=count, label="Building", file=sys.stderr, show_pos=True, item_show_func=state
    ) as bar:
        kept.extend(bar)
    yield from kept


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"

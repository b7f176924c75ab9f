"""What shows on a slide that words are somebody else's."""

import unicodedata

from msgspec.structs import replace

from triptych.languages import language
from triptych.languages.signs import leans
from triptych.model.deck import Run
from triptych.plan.deck.wording import joined_runs

_OPENING, _CLOSING = ("Pi", "Ps"), ("Pf", "Pe")
_EITHER = "\"'“”„‘’‟"
"""Marks that open in one language and close in another, or do either."""


def as_quoted(runs: tuple[Run, ...], lang: str) -> tuple[Run, ...]:
    """Words of a quotation: slanted where their script has such letters, else between the marks of their language."""
    said = "".join(run.text for run in runs if not run.call).strip()
    if leans(said):
        return tuple(replace(run, italic=True) for run in runs)
    if not said or _has_marks(said):
        return runs
    own = next((run.lang for run in runs if run.lang), lang)
    opened, closed = language(own).quotes
    behind = max(k for k, run in enumerate(runs) if run.text.strip() and not run.call) + 1
    return joined_runs((Run(opened), *runs[:behind], Run(closed), *runs[behind:]))


def _has_marks(said: str) -> bool:
    opens = said[0] in _EITHER or unicodedata.category(said[0]) in _OPENING
    return opens and (said[-1] in _EITHER or unicodedata.category(said[-1]) in _CLOSING)

"""What the parser's rules have to say to the author: kept in the parser's `env`, told when the parsing is done."""

from collections.abc import MutableMapping
from typing import Any

from triptych.problem import Report

_KEY = "told"


def tell(env: MutableMapping[str, Any], line: int, message: str, hint: str, kind: str) -> None:
    """Keep a warning for a line, counted from 1; the same is kept once, however often a rule is tried there."""
    env.setdefault(_KEY, {})[kind, line] = (message, hint)


def report_told(env: MutableMapping[str, Any], report: Report) -> None:
    """Report what the rules have told, by line."""
    told: dict[tuple[str, int], tuple[str, str]] = env.get(_KEY, {})
    for (kind, line), (message, hint) in sorted(told.items(), key=lambda item: item[0][1]):
        report.add("warning", message, line, hint, kind)

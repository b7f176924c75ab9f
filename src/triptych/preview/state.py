"""What a browser is told of a document: its panels, its problems, and how things stand."""

from typing import Literal

import msgspec

from triptych.problem import Problem

Standing = Literal["working", "shown", "broken", "gone"]
"""It is being planned; all of it is shown; it cannot be planned, or is no longer there: what was good last stays."""


class View(msgspec.Struct, frozen=True):
    """A slide or a page: the key of its picture, what it is called, the source line that it begins with, its size.

    Line 0 is none that is known. Lengths are points.
    """

    key: str
    name: str
    line: int
    width: float
    height: float


class Panel(msgspec.Struct, frozen=True):
    """A panel in one edition, and its slides or pages in order."""

    name: str
    views: tuple[View, ...]


class State(msgspec.Struct, frozen=True):
    """A document as it is shown. `version` grows with each state; `counts` is what the lines of its problems count.

    `path` is how its own problems call it: others are of files that it is made with.
    """

    version: int = 0
    standing: Standing = "working"
    title: str = ""
    lang: str = ""
    panels: tuple[Panel, ...] = ()
    problems: tuple[Problem, ...] = ()
    counts: Literal["line", "paragraph"] = "line"
    path: str = ""

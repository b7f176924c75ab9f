"""The course that a document belongs to: that of the nearest `triptych.toml`, each read but once."""

import os
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from triptych.inputs import root_of

if TYPE_CHECKING:
    from triptych.course import Course

NAME = "triptych.toml"


class Courses:
    """The courses of a build. It remembers what it has read: the documents of a folder share one."""

    def __init__(self) -> None:
        self._by_folder: dict[tuple[Path, Path], Course | None] = {}
        self._read: dict[tuple[Path, Path], Course] = {}
        self._roots: dict[Path, Path] = {}

    def root_of(self, folder: Path) -> Path:
        """The root of the documents in a folder, as `inputs.root_of` finds it: it is looked for but once."""
        if folder not in self._roots:
            self._roots[folder] = root_of(folder)
        return self._roots[folder]

    def of(self, folder: Path, root: Path) -> "Course | None":
        """The course of the documents in a folder: of the nearest file that is not above the root; None without."""
        key = (folder, root)
        if key not in self._by_folder:
            self._by_folder[key] = self._nearest(folder, Path(os.path.realpath(root)))
        return self._by_folder[key]

    def _nearest(self, folder: Path, root: Path) -> "Course | None":
        own = Path(os.path.realpath(folder))
        for above in _folders(own, root):
            if os.path.lexists(above / NAME):
                if (above, root) not in self._read:
                    from triptych.course import course_in  # late: most documents have none

                    shown = folder / NAME if above == own else above / NAME
                    self._read[above, root] = course_in(above, _short(shown), root)
                return self._read[above, root]
        return None


def places_of_settings(folder: Path, root: Path) -> Iterator[Path]:
    """Where the settings may stand that hold for the documents of a folder, the nearest place first."""
    return (above / NAME for above in _folders(Path(os.path.realpath(folder)), Path(os.path.realpath(root))))


def _folders(own: Path, root: Path) -> Iterator[Path]:
    return takewhile(lambda above: above.is_relative_to(root), (own, *own.parents))


def _short(path: Path) -> str:
    """How a file is called: from the working folder, if it lies in it."""
    short = os.path.relpath(path)
    return str(path) if short.startswith(os.pardir) else short

"""How readers ask for what stands beside a document: they open no files themselves."""

import os.path
from collections.abc import Callable
from pathlib import Path

Beside = Callable[[str], bytes | None]
"""Reads a file beside the document, by its name as written; None if there is none.

Raises RefusedError for one that may not be read.
"""

Reader = Callable[[str, int], bytes | None]
"""The first so many bytes of a file beside the document, by its name as written; None if there is none.

Raises RefusedError for one that may not be read.
"""
_SHOWN = 80
ELSEWHERE = ("//", "\\\\")
"""How names of other machines begin: even to look whether they are there would be to ask these."""


class RefusedError(Exception):
    """Why a file that a document names is not read; the hint says what to do."""

    hint = "copy it there, or name a folder that holds both with --root FOLDER"

    def __init__(self, name: str) -> None:
        shown = name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"
        super().__init__(f"it lies outside the folder that may be read: {shown}")


def nothing_beside(name: str) -> None:
    """Where there is no folder, there is nothing beside a document."""


def may_be_read(path: Path, root: Path) -> bool:
    """Whether a file lies inside a folder, wherever links lead to. Raises ValueError or OSError for what is no path.

    This is the one rule for all that a document names, however its name is written.
    """
    if os.fspath(path).startswith(ELSEWHERE):
        return False
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def first_bytes(path: Path, most: int = -1) -> bytes | None:
    """So many bytes of a file, all of them if nothing is said; None for what is no plain file or cannot be read.

    A device would never end, and a folder is no text and no picture.
    """
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(most)
    except (OSError, ValueError, RuntimeError):
        return None

"""How readers ask for what stands beside a document: they open no files themselves."""

from collections.abc import Callable
from pathlib import Path

Beside = Callable[[str], bytes | None]
"""Reads a file beside the document, by its name as written; None if there is none."""

Reader = Callable[[str, int], bytes | None]
"""The first so many bytes of a file beside the document, by its name as written; None if there is none."""


def nothing_beside(name: str) -> None:
    """Where there is no folder, there is nothing beside a document."""


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

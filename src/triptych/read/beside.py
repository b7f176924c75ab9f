"""How readers ask for what stands beside a document: they open no files themselves."""

from collections.abc import Callable

Beside = Callable[[str], bytes | None]
"""Reads a file beside the document, by its name as written; None if there is none."""


def nothing_beside(name: str) -> None:
    """Where there is no folder, there is nothing beside a document."""

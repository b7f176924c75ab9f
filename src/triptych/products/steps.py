"""What tells how far the making of a document is."""

from collections.abc import Callable

Step = Callable[[str, int, int], None]
"""Hears what is made next, its number from 1, and how many there are."""


def no_step(what: str, number: int, of: int) -> None:
    """Hear nothing."""

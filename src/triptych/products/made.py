"""What making a product gives."""

from triptych.model.forms import Edition
from triptych.problem import Problem

Made = tuple[dict[str, bytes], tuple[Problem, ...]]
"""Files by what their names end in, and what is to be said of them."""


def named(product: str, edition: Edition, suffix: str) -> str:
    """What the name of a file ends in: its product, whom it is for if not for all, and its kind."""
    return f"{product}-{edition}.{suffix}" if edition else f"{product}.{suffix}"

"""The engine for formulae does less: rows in which nothing stretches are set once, styles are not copied to be read."""

from typing import Any
from xml.etree.ElementTree import Element

from ziamath import styles
from ziamath.nodes.mrow import Mrow

setattr(styles, "asdict", vars)  # noqa: B010 - for each node of each formula it looks up a few fields, and changes none

_MAY_STRETCH = ("mo", "mi")
"""Operators, and names, of which the engine makes operators."""


class Row(Mrow, tag="mrow"):
    """A row as the engine makes it; it takes the class that was declared last for an element."""

    def _get_height_nostretch(self, line: list[Element], **kwargs: Any) -> tuple[float, float]:
        """How high the row is for what stretches to its height: found by setting it, and not asked if nothing does."""
        if any(map(_stretches, line)):
            return super()._get_height_nostretch(line, **kwargs)
        return 0.0, 0.0


def _stretches(element: Element) -> bool:
    return any(inner.get("stretchy") != "false" for tag in _MAY_STRETCH for inner in element.iter(tag))

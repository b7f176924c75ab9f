"""The tag tree in the making: elements are numbered as they are added, parents before children."""

from typing import Literal

from triptych.model.pages import Tag, TagRole


class Tree:
    """Collects structure elements; the number of each is its place in the finished tuple."""

    def __init__(self) -> None:
        self._tags: list[Tag] = []

    def add(
        self,
        role: TagRole,
        parent: int = -1,
        *,
        inline: bool = False,
        alt: str = "",
        actual: str = "",
        scope: Literal["", "Row", "Column"] = "",
        numbering: Literal["", "None", "Disc", "Decimal"] = "",
        id: str = "",
    ) -> int:
        """Add an element and return its number."""
        self._tags.append(
            Tag(role, parent, inline=inline, alt=alt, actual=actual, scope=scope, numbering=numbering, id=id)
        )
        return len(self._tags) - 1

    def tags(self) -> tuple[Tag, ...]:
        """All elements, in the order they were added."""
        return tuple(self._tags)

"""The tag tree in the making: elements are numbered as they are added, parents before children."""

from typing import Literal

from triptych.model.pages import Tag, TagRole

_HOLDERS = ("Document", "Sect", "Div", "BlockQuote", "LBody", "TD", "TH")
"""What a Note may stand in, behind its other elements."""


class Tree:
    """Collects structure elements; the number of each is its place in the finished tuple."""

    def __init__(self) -> None:
        self._tags: list[Tag] = []
        self._notes: dict[str, int] = {}

    def add(
        self,
        role: TagRole,
        parent: int = -1,
        *,
        inline: bool = False,
        alt: str = "",
        actual: str = "",
        expansion: str = "",
        scope: Literal["", "Row", "Column"] = "",
        numbering: Literal["", "None", "Disc", "Decimal"] = "",
        id: str = "",
        lang: str = "",
        rise: float = 0.0,
    ) -> int:
        """Add an element and return its number."""
        self._tags.append(
            Tag(
                role, parent, inline=inline, alt=alt, actual=actual, expansion=expansion, scope=scope,
                numbering=numbering, id=id, lang=lang, rise=rise,
            )
        )  # fmt: skip
        return len(self._tags) - 1

    def note(self, name: str, near: int) -> int:
        """The Note of this ID (ISO 14289-1, 7.9): the one that there is, else a new one behind what is `near`."""
        if name not in self._notes:
            while near >= 0 and self._tags[near].role not in _HOLDERS:
                near = self._tags[near].parent
            self._notes[name] = self.add("Note", near, id=name)
        return self._notes[name]

    def size(self) -> int:
        """How many elements there are."""
        return len(self._tags)

    def cut(self, size: int) -> None:
        """Forget all elements but the first ones: those behind them are made again."""
        del self._tags[size:]
        self._notes = {name: tag for name, tag in self._notes.items() if tag < size}

    def role(self, tag: int) -> TagRole:
        """What an element is."""
        return self._tags[tag].role

    def tags(self) -> tuple[Tag, ...]:
        """All elements, in the order they were added."""
        return tuple(self._tags)

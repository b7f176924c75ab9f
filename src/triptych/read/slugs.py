"""Ids for sections: made of the title's words, each used once."""

from collections.abc import Iterable

from triptych.patterns import late

_NOT_WORDS = late(r"[^\w\s-]+")
_SPACES = late(r"[\s_]+")


class Slugs:
    """Gives out ids; it remembers which are taken. Ids that the author wrote are kept for their headings."""

    def __init__(self, explicit: Iterable[str] = ()) -> None:
        self._reserved = {name for name in explicit if name}
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def take(self, title: str, explicit: str = "") -> str:
        """A free id: the author's, if still free, else one of the title in lower case, numbered if need be."""
        if explicit and explicit not in self._taken:
            self._taken.add(explicit)
            return explicit
        base = explicit or slug(title)
        number = self._next.get(base, 0)
        name = f"{base}-{number}" if number else base
        while name in self._taken or name in self._reserved:
            number += 1
            name = f"{base}-{number}"
        self._next[base] = number + 1
        self._taken.add(name)
        return name


def slug(title: str) -> str:
    """The title in lower case, its words joined by hyphens, letters of any script kept."""
    words = _NOT_WORDS.sub("", title.lower())
    return _SPACES.sub("-", words.strip()).strip("-") or "section"

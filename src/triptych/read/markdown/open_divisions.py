"""The divisions that are open: what is asked of them takes the same time however many there are."""

from collections import defaultdict

from triptych.read.markdown.divisions import TRANSPARENT, UNTIL_BREAK, Division


class OpenDivisions:
    """A stack above a first division, which stays open and is a mere group."""

    def __init__(self) -> None:
        self._stack = [Division("", "", 0)]
        self._owners = [self._stack[0]]  # for each: the innermost one that is no mere group
        self._tags: defaultdict[str, list[int]] = defaultdict(list)  # the places of those that a tag opened
        self._until: list[int] = []  # the places of those that end with the slide
        self._incremental = 0

    def __len__(self) -> int:
        return len(self._stack)

    @property
    def innermost(self) -> Division:
        """The one that was opened last."""
        return self._stack[-1]

    @property
    def owner(self) -> Division:
        """The innermost one that is no mere group, the first one if all are."""
        return self._owners[-1]

    @property
    def at_top(self) -> bool:
        """Whether all are mere groups."""
        return self._owners[-1] is self._stack[0]

    @property
    def incremental(self) -> bool:
        """Whether what is in them comes step by step."""
        return self._incremental > 0

    @property
    def until_break(self) -> int:
        """The place of the outermost one that ends with the slide, 0 if there is none."""
        return self._until[0] if self._until else 0

    def push(self, division: Division) -> None:
        """Open one within the innermost."""
        place = len(self._stack)
        self._stack.append(division)
        self._owners.append(self._owners[-1] if division.kind in TRANSPARENT else division)
        self._tags[division.tag].append(place)
        self._until += [place] if division.name == UNTIL_BREAK else []
        self._incremental += division.kind == "incremental"

    def pop(self) -> Division:
        """Close the innermost."""
        division = self._stack.pop()
        self._owners.pop()
        self._tags[division.tag].pop()
        if self._until and self._until[-1] == len(self._stack):
            self._until.pop()
        self._incremental -= division.kind == "incremental"
        return division

    def place_of(self, tag: str) -> int:
        """The place of the innermost one that a tag opened (no tag: `:::`), 0 if there is none."""
        places = self._tags.get(tag)
        return places[-1] if places else 0

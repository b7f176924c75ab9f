"""Tags of a slide's paragraphs: lists by their levels, headings, running text."""

import msgspec

from triptych.model.pages import TagRole
from triptych.plan.tree import Tree


class _Open(msgspec.Struct):
    """A list to which items can still be added, and the body of its last item."""

    level: int
    numbered: bool
    tag: int
    body: int


class Tagger(msgspec.Struct):
    """Gives each paragraph of a text its element. Without a parent all of them are artifacts."""

    tree: Tree
    parent: int | None
    role: TagRole = "P"
    _open: list[_Open] = msgspec.field(default_factory=list)

    def plain(self) -> int | None:
        """The element of a paragraph without a mark."""
        self._open.clear()
        return None if self.parent is None else self.tree.add(self.role, self.parent)

    def item(self, level: int, *, numbered: bool, said: str = "") -> tuple[int | None, int | None]:
        """The label's and the body's element of a list item; `said` is what its mark means, in words."""
        if self.parent is None:
            return None, None
        while self._open and (self._open[-1].level > level or self._other_kind(level, numbered)):
            self._open.pop()
        if not self._open or self._open[-1].level < level:
            around = self._open[-1].body if self._open else self.parent
            tag = self.tree.add("L", around, numbering="Decimal" if numbered else "Disc")
            self._open.append(_Open(level, numbered, tag, -1))
        item = self.tree.add("LI", self._open[-1].tag)
        label, body = self.tree.add("Lbl", item, actual=said), self.tree.add("LBody", item)
        self._open[-1].body = body
        return label, body

    def _other_kind(self, level: int, numbered: bool) -> bool:
        return self._open[-1].level == level and self._open[-1].numbered != numbered

"""A page that is being filled: how far down it reaches, its footnotes, its box, what floats in its margin."""

from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from triptych.plan.flow import BOX_GAP, FEET_GAP, Aside, Feet, Foot, Placed, Strip, no_feet

MOST_FLOATING = 0.6
"""The share of a margin that what the page before had no room for may take, if it is several things."""


class OpenPage(msgspec.Struct):
    """A page that is being filled: what stands on it, how far down it and its asides reach, footnotes, the box.

    The box has `box` points for its strips; it grows upwards with them. `notes` gives the footnotes of calls; the
    numbers of those that have been set on any page are in `known`, in their order. What the foot has no room for is
    `over`; if that was more than it could take from the page before, the foot is `full`. `gaps` is the share of the
    space before strips that is left. Where something floats beside a `column` of so many points, `margin` is how far
    down it reaches, and `wide` how far down what reaches out of the column. What has no room there is `held` for the
    next page, where it is `floating` at the head of the margin.
    """

    y: float
    bottom: float
    gaps: float = 1.0
    column: float = 0.0
    box: float = 0.0
    beside: float = 0.0
    margin: float = 0.0
    wide: float = 0.0
    floating: list[Placed] = msgspec.field(default_factory=list)
    held: list[Aside] = msgspec.field(default_factory=list)
    notes: Feet = no_feet
    known: dict[int, None] = msgspec.field(default_factory=dict)
    placed: list[Placed] = msgspec.field(default_factory=list)
    feet: list[Strip] = msgspec.field(default_factory=list)
    over: list[Strip] = msgspec.field(default_factory=list)
    full: bool = False
    boxed: list[Strip] = msgspec.field(default_factory=list)

    @property
    def begun(self) -> bool:
        """Whether something stands on it, if only in its margin."""
        return bool(self.placed or self.floating)

    def room(self, strips: Sequence[Strip] = ()) -> float:
        """The y down to which text may reach if the footnotes of these strips are added, and what they box."""
        called = self._called(strips)
        feet = [*self.feet, *(line for foot in called for line in foot.strips)] if called else self.feet
        return self._left(feet, [inner for strip in strips for inner in strip.boxed])

    def _left(self, feet: Sequence[Strip], boxed: Sequence[Strip] = ()) -> float:
        inside = [*self.boxed, *boxed]
        high = max(0.0, height(inside) - self.box) if inside else 0.0
        return self.bottom - high - height(feet) - (FEET_GAP if feet else 0.0) + 0.01

    def reach(self, strips: Sequence[Strip]) -> float:
        """The y down to which these strips and the asides would reach."""
        at = self._edges()
        for index, strip in enumerate(strips):
            _, at = _after(strip, strip.before * self.gaps if index else self._before(strip), at, self)
        return max(at.y, at.beside, at.margin if at.margin > self.bottom + 0.01 else 0.0)

    def add(self, strip: Strip, *, repeated: bool = False) -> None:
        """Place a strip beneath the others."""
        placed, at = _after(strip, self._before(strip), self._edges(), self)
        self.placed.append(replace(placed, repeated=True) if repeated else placed)
        self.y, self.beside, self.margin, self.wide = at.y, at.beside, at.margin, at.wide
        self.boxed.extend(strip.boxed)
        for foot in self._called((strip,)) if strip.calls else ():
            self.known[foot.number] = None
            self.over.extend(foot.strips)
        self.lay(self.y)

    def begin(self, asides: Sequence[Aside]) -> None:
        """Put what the page before had no room for at the head of the margin; what is too much waits again."""
        y = self.y
        for number, aside in enumerate(asides):
            if number and y + aside.height > self.y + MOST_FLOATING * (self.bottom - self.y):
                self.held.extend(asides[number:])
                break
            self.floating.append(Placed(Strip(0.0, aside=aside), y))
            self.margin = y = y + aside.height

    def _edges(self) -> "Edges":
        return Edges(self.y, self.beside, self.margin, self.wide)

    def lay(self, y: float) -> None:
        """Put what is left over at the foot, line by line, as far as there is room beneath `y`."""
        while self.over and not self.full and y <= self._left([*self.feet, self.over[0]]):
            self.feet.append(self.over.pop(0))

    def _called(self, strips: Sequence[Strip]) -> list[Foot]:
        """The footnotes of these strips that are on no page yet."""
        calls = [call for strip in strips for call in strip.calls]
        if not calls:
            return []
        found: dict[int, Foot] = {}
        for call in calls:
            for foot in self.notes(call) if call.number not in self.known else ():
                if foot.number not in self.known:
                    found.setdefault(foot.number, foot)
        return list(found.values())

    def _before(self, strip: Strip) -> float:
        """The space before a strip: none at the top of a page and behind a header that is set again."""
        return strip.before * self.gaps if self.placed and not self.placed[-1].repeated else 0.0

    def copied(self, notes: Feet, known: dict[int, None]) -> "OpenPage":
        """The same page for another flow, which has footnotes of its own."""
        return replace(
            self, notes=notes, known=known, floating=[*self.floating], held=[*self.held], placed=[*self.placed],
            feet=[*self.feet], over=[*self.over], boxed=[*self.boxed],
        )  # fmt: skip

    def closed(self, rule: Strip | None) -> list[Placed]:
        """Everything on the page, the footnotes at its foot, then what is in the box."""
        out = [*self.floating, *self.placed]
        y = self._left(self.feet) - 0.01
        if self.feet:
            out += [Placed(rule, y)] if rule else []
            out += _stacked(self.feet, y + FEET_GAP)
        out += _stacked(self.boxed, self.bottom - max(0.0, height(self.boxed) - self.box) + BOX_GAP, boxed=True)
        return out


class Edges(msgspec.Struct, frozen=True, gc=False):
    """How far down a page its text reaches, its asides, what floats in the margin, what is wider than the column."""

    y: float
    beside: float
    margin: float
    wide: float


def _after(strip: Strip, before: float, at: Edges, page: OpenPage) -> tuple[Placed, Edges]:
    """A strip at its place, with so many points before it, and how far everything reaches with it.

    What is wider than the column begins beneath what floats in the margin, and so does a section.
    """
    y, aside = at.y + before, strip.aside
    if aside is None and not page.column and y >= at.margin:  # as most are: what follows finds the same
        return Placed(strip, y), Edges(y + strip.height, at.beside, at.margin, at.wide)
    if aside is not None and not aside.floats:
        y = max(y, at.beside)
        return Placed(strip, y), replace(at, y=y + strip.height, beside=y + aside.height)
    wider = bool(page.column) and strip.is_wider(page.column)
    if y < at.margin and (wider or strip.opens):
        y = at.margin
    at = replace(at, y=y + strip.height, wide=y + strip.height if wider else at.wide)
    if aside is None:
        return Placed(strip, y), at
    beside = max(y, at.margin)
    over = beside + aside.height - page.bottom
    beside = max(at.margin, at.wide, beside - over) if over > 0.0 and not page.held else beside
    return Placed(strip, y, lower=beside - y), replace(at, margin=beside + aside.height)


def height(strips: Sequence[Strip]) -> float:
    """How high strips are beneath each other, the space before the first of them left out."""
    return sum([strip.before + strip.height for strip in strips]) - strips[0].before if strips else 0.0


def _stacked(strips: Sequence[Strip], y: float, *, boxed: bool = False) -> Iterator[Placed]:
    """The strips beneath each other from `y` on."""
    y -= strips[0].before if strips else 0.0
    for strip in strips:
        yield Placed(strip, y + strip.before, boxed=boxed)
        y += strip.before + strip.height

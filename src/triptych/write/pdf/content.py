"""What stands on a page as a content stream, with every mark owned by a structure element or an artifact."""

from collections.abc import Sequence
from functools import cache
from typing import assert_never

from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.pages import BoxItem, DrawingItem, Item, LinkItem, Page, PathItem, PictureItem, RuleItem, TextItem
from triptych.text.shape import SOFT_HYPHEN, as_drawn
from triptych.write.pdf.objects import Ref, number
from triptych.write.pdf.pictures import Pictures
from triptych.write.pdf.shapes import bounds, outline, polygon, steps
from triptych.write.pdf.tags import TagTree
from triptych.write.pdf.typesetter import Group, Lettering, Stretch, Typesetter

_NOBODY, _ARTIFACT = -2, -1


class Content:
    """The content stream of one page while it grows. Operators are those of ISO 32000-1, annex A."""

    def __init__(self, page: Page, number: int, typesetter: Typesetter, tree: TagTree, pictures: Pictures) -> None:
        self._page = page
        texts = [item.rtl for item in page.items if isinstance(item, TextItem)]
        self._rtl = any(texts) and 2 * sum(texts) >= len(texts)  # as most of it runs
        self._number = number
        self._typesetter = typesetter
        self._tree = tree
        self._pictures = pictures
        self._out: list[str] = []
        self._owner = _NOBODY
        self._in_text = False
        self._font = self._fill = self._stroke = ""
        self._dash: tuple[float, ...] = ()
        self._end = 0
        self._word = False
        self._end = 0
        self._word_ends = -1
        self.shown: dict[str, Ref] = {}

    def draw(self, start: int, end: int) -> list[LinkItem]:
        """Draw the items from one up to another; the links among them. `shown` holds the pictures so far."""
        links: list[LinkItem] = []
        self._end = end
        for place, item in enumerate(self._page.items[start:end], start):
            match item:
                case TextItem():
                    self._text(item, place)
                case RuleItem():
                    self._rule(item)
                case BoxItem():
                    self._box(item)
                case PictureItem():
                    self._picture(item, self._page.items[:place] if self._pictures.opaque else ())
                case PathItem():
                    self._path(item)
                case DrawingItem():
                    self._drawing(item)
                case LinkItem():
                    links.append(item)
                    self._tree.place(item.tag)
                case _:
                    assert_never(item)
        self._close()
        return links

    def stream(self) -> bytes:
        """What has been drawn."""
        return "\n".join(self._out).encode("latin-1")

    # --- who owns what is drawn ------------------------------------------------------------------------

    def _claim(self, tag: int | None) -> None:
        """What follows belongs to a tag, or to no one who reads (ISO 32000-1, 14.6 and 14.8.2.2)."""
        owner = _ARTIFACT if tag is None else tag
        if owner == self._owner:
            return
        self._close()
        self._owner = owner
        if tag is None:
            self._out.append("/Artifact BMC")
        else:
            role, mcid = self._tree.mark(tag, self._number)
            self._out.append(f"/{role} <</MCID {mcid}>> BDC")

    def _close(self) -> None:
        self._leave_text()
        if self._owner != _NOBODY:
            self._out.append("EMC")
            self._owner = _NOBODY

    def _leave_text(self) -> None:
        if self._in_text:
            self._out.append("ET")
            self._in_text = False

    # --- text ------------------------------------------------------------------------------------------

    def _text(self, item: TextItem, place: int) -> None:
        if not item.text:
            return
        self._claim(item.tag)
        if not self._in_text:
            self._out.append("BT")
            self._in_text = True
        self._fill_with(item.color)
        if place <= self._word_ends or item.text.endswith(SOFT_HYPHEN):
            self._divided(item, place)
        else:
            self._set(item, place)

    def _divided(self, item: TextItem, place: int) -> None:
        """A line that begins or ends within a word: what stands of it on several lines is read as the whole word.

        Where it goes on in another element or on another page, all but its hyphen is read.
        """
        if place < self._word_ends:
            self._set(item, place)
            return
        if place == self._word_ends:
            head, space, behind = item.text.partition(" ")
            item = self._first(item, head, space + behind, place)
            self._out.append("EMC")
            self._word_ends = -1
        if not item.text.endswith(SOFT_HYPHEN):
            self._set(item, place)
            return
        before, space, last = item.text.rpartition(" ")
        item = self._first(item, before + space, last, place)
        word, self._word_ends = self._whole(item, place)
        if self._word_ends > place:
            self._out.append(_span(word))
            self._set(item, place)
            return
        item = self._first(item, word, last[len(last.rstrip(SOFT_HYPHEN)) :], place)
        self._out.append(_span(""))
        self._set(replace(item, text="-"), place)
        self._out.append("EMC")

    def _first(self, item: TextItem, text: str, rest: str, place: int) -> TextItem:
        """Set the first text of an item; the item with the rest of it, where that stands."""
        if text:
            self._set(replace(item, text=text), place)
        wide = self._typesetter.lettering(item.face).width(text) * item.size
        return replace(item, text=rest, x=item.x + wide)

    def _whole(self, item: TextItem, place: int) -> tuple[str, int]:
        """The word of which an item is the beginning, and in which item of its element it ends."""
        parts = [item.text]
        while parts[-1].endswith(SOFT_HYPHEN) and place + 1 < self._end:
            following = self._page.items[place + 1]
            if not isinstance(following, TextItem) or following.tag != item.tag or following.rtl or not following.text:
                break
            place += 1
            head, space, _ = following.text.partition(" ")
            parts.append(head)
            if space:
                break
        return as_drawn("".join(parts).rstrip(SOFT_HYPHEN)), place

    def _set(self, item: TextItem, place: int) -> None:
        """The text of an item where it stands."""
        if not item.text:
            return
        lettering = self._typesetter.lettering(item.face)
        goes_back = self._goes_back(item, place)
        if goes_back and item.text.endswith(" "):
            bare = item.text.rstrip()
            over = (lettering.width(item.text) - lettering.width(bare)) * item.size
            item = replace(item, text=bare, x=item.x + over if item.rtl else item.x)
        if item.text:
            self._drawn(item, place, lettering)
        if goes_back and self._font:
            self._stretch(self._typesetter.edge(self._font.split(" ")[0].removeprefix("/")), item.size)

    def _drawn(self, item: TextItem, place: int, lettering: Lettering) -> None:
        self._move(item.x, item.y)
        plain = None if item.rtl else lettering.line(item.text)
        if item.rise and (raised := lettering.raised(item.text, item.rise)):
            self._groups(raised, item.size)
        elif plain is not None:
            self._show(lettering.font, item.size, plain)
        elif item.rtl and not lettering.turns(item.text):
            self._word_by_word(item, lettering)
        else:
            self._groups(lettering.groups(item.text, item.rtl, self._joined(item, place)), item.size)

    def _goes_back(self, item: TextItem, place: int) -> bool:
        """Whether what is read next is of another element, on the same line to the left: on pages from right to left.

        Without a blank between the two pdf.js reads them as one word, for it drops a mere space there.
        """
        if not self._rtl:
            return False
        after = self._page.items[place + 1] if place + 1 < len(self._page.items) else None
        return (
            isinstance(after, TextItem)
            and after.y == item.y
            and after.x < item.x
            and after.tag != item.tag
            and None not in (after.tag, item.tag)
        )

    def _word_by_word(self, item: TextItem, lettering: Lettering) -> None:
        """Words that run both ways from right to left, in reading order, each where it belongs."""
        words = item.text.split(" ")
        space = lettering.width(" ") * item.size
        x = item.x + lettering.width(item.text) * item.size
        for place, word in enumerate(words):
            if place:
                x -= space
                self._move(x, item.y)
                self._show(lettering.font, item.size, lettering.space)
            x -= lettering.width(word) * item.size
            self._move(x, item.y)
            self._groups(lettering.groups(word, lettering.turns(word), (False, False)), item.size)

    def _joined(self, item: TextItem, place: int) -> tuple[bool, bool]:
        """Whether text before and text after an item stands on the same line."""
        if not item.rtl:
            return False, False
        around = [self._page.items[at] if 0 <= at < len(self._page.items) else None for at in (place - 1, place + 1)]
        before, after = (isinstance(other, TextItem) and other.y == item.y for other in around)
        return before, after

    def _groups(self, groups: Sequence[Group], size: float) -> None:
        for group in groups:
            if group.actual or group.reverse:  # ISO 32000-1, 14.9.4 and 14.8.2.3.3
                self._out.append(_span(group.actual) if group.actual else "/ReversedChars BMC")
            for stretch in group.stretches:
                self._stretch(stretch, size)
            if group.actual or group.reverse:
                self._out.append("EMC")

    def _stretch(self, stretch: Stretch, size: float) -> None:
        if stretch.rise and stretch.code:
            self._out.append(f"{number(stretch.rise * size)} Ts")
            self._show(stretch.font, size, stretch.code)
            self._out.append("0 Ts")
        else:
            self._show(stretch.font, size, stretch.code)

    def _show(self, font: str, size: float, code: str) -> None:
        if not code:
            return
        choice = f"/{font} {number(size)} Tf"
        if choice != self._font:
            self._font = choice
            self._out.append(choice)
        self._out.append(f"[({code})]TJ")

    def _move(self, x: float, y: float) -> None:
        self._out.append(f"1 0 0 1 {number(x)} {number(self._page.size.height - y)} Tm")

    # --- everything else -------------------------------------------------------------------------------

    def _rule(self, item: RuleItem) -> None:
        self._claim(None)
        self._leave_text()
        self._stroke_with(item.color, item.width, item.dash)
        height = self._page.size.height
        start = f"{number(item.x1)} {number(height - item.y1)} m"
        self._out.append(f"{start} {number(item.x2)} {number(height - item.y2)} l S")

    def _box(self, item: BoxItem) -> None:
        stroked = bool(item.stroke and item.stroke_width > 0)
        if not (item.fill or stroked):
            return
        self._claim(None)
        self._leave_text()
        if item.fill:
            self._fill_with(item.fill)
        if stroked:
            self._stroke_with(item.stroke, item.stroke_width, ())
        paint = "B" if item.fill and stroked else "f" if item.fill else "S"
        self._out.append(f"{outline(item.rect, item.radius, self._page.size.height)} {paint}")

    def _path(self, item: PathItem) -> None:
        stroked = bool(item.stroke and item.width > 0)
        if len(item.points) < 2 or not (item.fill or stroked):
            return
        self._claim(item.tag)
        self._leave_text()
        if item.tag is not None:
            self._tree.picture(item.tag, bounds(item.points))
        if item.fill:
            self._fill_with(item.fill)
        if stroked:
            self._stroke_with(item.stroke, item.width, item.dash)
        close = " h" if item.closed else ""
        paint = "B" if item.fill and stroked else "f" if item.fill else "S"
        path = f"{polygon(item.points, self._page.size.height)}{close} {paint}"
        # Round joins: the mitre of a sharp bend would reach far beyond the point (ISO 32000-1, 8.4.3.4).
        self._out.append(path if item.closed or len(item.points) == 2 else f"1 j {path} 0 j")

    def _picture(self, item: PictureItem, beneath: Sequence[Item]) -> None:
        self._claim(item.tag)
        self._leave_text()
        name, ref = self._pictures.use(item.picture, _ground(item.rect, beneath))
        self.shown[name] = ref
        if item.tag is not None:
            self._tree.picture(item.tag, item.rect)
        self._out.append(f"q {_placed(item.rect, self._page.size.height)} cm /{name} Do Q")

    def _drawing(self, item: DrawingItem) -> None:
        """Outlines in thousandths of an em, y upwards again; what is not coloured has the item's colour."""
        self._claim(item.tag)
        self._leave_text()
        if item.tag is not None:
            self._tree.picture(item.tag, _frame(item))
        self._fill_with(item.color)
        scale, height = item.size / 1000, self._page.size.height
        place = f"{number(item.x)} {number(height - item.y)}"
        self._out.append(f"q {scale:.6f} 0 0 {-scale:.6f} {place} cm")
        color = item.color
        for shape in item.drawing.outlines:
            if (shape.color or item.color) != color:
                color = shape.color or item.color
                self._out.append(f"{_rgb(color)} rg")
            self._out.append(f"{steps(shape)} f")
        self._out.append("Q")

    def _fill_with(self, color: str) -> None:
        if color != self._fill:
            self._fill = color
            self._out.append(f"{_rgb(color)} rg")

    def _stroke_with(self, color: str, width: float, dash: tuple[float, ...]) -> None:
        if color != self._stroke:
            self._stroke = color
            self._out.append(f"{_rgb(color)} RG")
        if dash != self._dash:
            self._dash = dash
            self._out.append(f"[{' '.join(map(number, dash))}] 0 d")
        self._out.append(f"{number(width)} w")


@cache
def _rgb(color: str) -> str:
    """RRGGBB as three numbers from 0 to 1."""
    return " ".join(number(int(color[place : place + 2], 16) / 255) for place in (0, 2, 4))


def _span(actual: str) -> str:
    """The beginning of a stretch that reads as something else than its glyphs (ISO 32000-1, 14.9.4)."""
    return f"/Span <</ActualText <FEFF{actual.encode('utf-16-be').hex().upper()}>>> BDC"


def _ground(rect: Rect, beneath: Sequence[Item]) -> str:
    """The colour that the middle of a rectangle stands on: that of the last area drawn there, else white."""
    x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
    for item in reversed(beneath):
        if isinstance(item, BoxItem) and item.fill:
            area = item.rect
        elif isinstance(item, PathItem) and item.fill:
            area = bounds(item.points)
        else:
            continue
        if area.x <= x <= area.right and area.y <= y <= area.bottom:
            return item.fill
    return "FFFFFF"


def _frame(item: DrawingItem) -> Rect:
    """The box of a drawing where it stands."""
    drawing, size = item.drawing, item.size
    high = (drawing.ascent + drawing.descent) * size
    return Rect(item.x, item.y - drawing.ascent * size, drawing.width * size, high)


def _placed(rect: Rect, height: float) -> str:
    """The matrix that puts the unit square there."""
    return f"{number(rect.width)} 0 0 {number(rect.height)} {number(rect.x)} {number(height - rect.bottom)}"

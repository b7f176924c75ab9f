"""Plain study notes cut into units: headings, paragraphs, points, rules; wrapped lines joined."""

from itertools import takewhile
from typing import TypeGuard

import msgspec

from triptych.languages.signs import is_small
from triptych.model.queries import is_question
from triptych.read.close_marks import has_lone_marks, with_marks_joined
from triptych.read.notes.fences import fences_of
from triptych.read.notes.kept import Kept, kept_lines
from triptych.read.notes.lines import (
    answered,
    asked,
    ends_sentence,
    framed_heading,
    hash_heading,
    indent_of,
    is_capitals,
    is_part_heading,
    is_short_title,
    is_wrapped,
    joined,
    numbered_parts,
    underline_of,
    wrap_width,
)
from triptych.read.notes.markers import Marker, find_outline, marker_of

PART, CAPITALS, BARE, ASKED = 2, 3, 4, 5
"""Levels of headings without a written level: "Week 1", ALL CAPITALS, a short line or a question, "Q: …"."""


class Head(msgspec.Struct):
    """A line that its form makes a heading."""

    text: str
    level: int
    line: int
    prompt: bool = False


class Para(msgspec.Struct):
    """Lines that belong together; wrapped ones are joined. `apart`: a blank line stands before, and after."""

    lines: list[str]
    line: int
    indent: int = 0
    apart: bool = True
    apart_after: bool = True


class Point(msgspec.Struct):
    """A numbered or bulleted line with the lines that continue it; `written` is its first one with its mark."""

    marker: Marker
    lines: list[str]
    line: int
    indent: int
    apart: bool = True
    written: str = ""


class Rule(msgspec.Struct):
    """A line of hyphens or the like that underlines nothing."""

    line: int


_FULL = 40
"""Characters of a line from which on it may have been broken because it was full."""


class Fence(msgspec.Struct):
    """Lines between colons, with these."""

    text: str
    line: int


Unit = Head | Para | Point | Rule | Kept | Fence


def to_units(text: str, lang: str = "") -> list[Unit]:
    """The units of a text, in order. `lang` is its language, if that is known."""
    lines = text.split("\n")
    return _Cutting(with_marks_joined(lines) if has_lone_marks(text) else lines, lang).run()


class _Cutting(msgspec.Struct):
    """One walk over the lines. `_open` is the paragraph or point that the next line may continue."""

    _lines: list[str]
    _lang: str
    _units: list[Unit] = msgspec.field(default_factory=list)
    _open: Para | Point | None = None
    _blank: bool = True
    _previous: str = ""
    _numbers: set[int] = msgspec.field(default_factory=set)
    _parts: dict[int, int] = msgspec.field(default_factory=dict)

    def run(self) -> list[Unit]:
        outline = find_outline(self._lines)
        self._parts = numbered_parts(self._lines)
        markers = [marker_of(line.strip(), outline) for line in self._lines]
        width = wrap_width(self._lines)
        points_below = self._points_below(markers)
        fences, kept = fences_of(self._lines), kept_lines(self._lines)
        until = 0
        for place, line in enumerate(self._lines):
            if place in fences and place >= until:
                self._add(Fence("\n".join(self._lines[place : fences[place] + 1]), place + 1))
                until = fences[place] + 1
            elif place in kept and place >= until:
                until, unit = kept[place]
                self._add(unit)
            if place < until:
                self._end_chunk()
                continue
            stripped = line.strip()
            if not stripped:
                self._end_chunk()
                continue
            wrapped = self._open is not None and is_wrapped(self._previous, line, width)
            self._line(stripped, indent_of(line), place, markers[place], wrapped, points_below[place])
            self._blank, self._previous = False, line
        return self._units

    def _points_below(self, markers: list[Marker | None]) -> list[bool]:
        """For each line, whether a point follows it before the next blank line."""
        below = [False] * len(self._lines)
        seen = False
        for place in range(len(self._lines) - 1, -1, -1):
            below[place] = seen
            seen = bool(self._lines[place].strip()) and (seen or markers[place] is not None)
        return below

    def _end_chunk(self) -> None:
        self._open = None
        self._blank = True

    def _line(self, text: str, indent: int, place: int, marker: Marker | None, wrapped: bool, below: bool) -> None:
        number = place + 1
        if character := underline_of(text):
            self._underline(character, number)
        elif self._blank and (framed := framed_heading(text)) and self._has_more(number):
            self._add(Head(framed[1], framed[0] or BARE, number))
            self._open = None
        elif place in self._parts:
            self._add(Head(text, self._parts[place], number))
            self._open = None
        elif marker is not None and not (wrapped and self._is_stray(marker)) and not asked(text, self._lang):
            self._point(marker, text, indent, number)
        elif wrapped and self._open is not None:
            self._open.lines[-1] = joined(self._open.lines[-1], text)
        elif self._goes_on(text, place):
            pass
        elif head := self._head(text, place):
            self._add(head)
            self._open = None
        elif answer := answered(text, self._lang) if self._follows_question() else 0:
            self._begin(text[answer:], indent, number)
        elif not self._continue(text, indent, below):
            self._begin(text, indent, number)

    def _goes_on(self, text: str, place: int) -> bool:
        """Take the line into the heading right above it: a question, or one after the other number sign."""
        last = self._units[-1] if self._units and not self._blank else None
        if not isinstance(last, Head) or self._open is not None:
            return False
        found = hash_heading(text)
        if found and found[0] == last.level and not ends_sentence(last.text) and is_small(found[1]):
            last.text = joined(last.text, found[1])
        elif last.level == ASKED and not is_question(last.text) and not answered(text, self._lang):
            last.text = joined(last.text, text)
        else:
            return False
        return True

    def _is_stray(self, marker: Marker) -> bool:
        """Whether a number at the beginning of a wrapped line is just a number: "… in the year / 1953. It"."""
        return marker.number is not None and marker.number != 1 and marker.number - 1 not in self._numbers

    def _point(self, marker: Marker, text: str, indent: int, number: int) -> None:
        if marker.number is not None:
            self._numbers = self._numbers | {marker.number} if marker.number != 1 else {1}
        if isinstance(self._open, Para):
            self._open.apart_after = False
        point = Point(marker, [text[marker.length :]], number, indent, self._blank, text)
        self._add(point)
        self._open = point

    def _has_more(self, place: int) -> bool:
        """Whether there is any text from a line on."""
        return any(self._lines[k].strip() for k in range(place, len(self._lines)))

    def _underline(self, character: str, number: int) -> None:
        last = self._units[-1] if self._units else None
        ruled = len(self._units) > 1 and last is not None and self._units[-2] == Rule(last.line - 1)
        if (
            (character in "=-~" or self._is_as_long(number))
            and last is self._open
            and self._can_be_underlined(last, number, ruled=ruled)
        ):
            # "I. DEMAND" with a line below it is a heading, whatever it begins with.
            del self._units[-2 if ruled else -1 :]
            text = self._lines[last.line - 1].strip() if isinstance(last, Point) else last.lines[0]
            self._add(Head(text, 1 if character == "=" else 2, last.line))
        elif isinstance(last, Head) and last.line == number - 1:
            last.level = 1 if character == "=" else 2
        else:
            self._add(Rule(number))
        self._open = None

    def _is_as_long(self, number: int) -> bool:
        """Whether a rule is as long as the line above it: then it underlines that, of whatever it is made."""
        return number > 1 and abs(len(self._lines[number - 1].strip()) - len(self._lines[number - 2].strip())) <= 1

    def _can_be_underlined(self, last: Unit | None, number: int, *, ruled: bool) -> TypeGuard[Para | Point]:
        """Whether what stands above a rule is a single line by itself; a numbered one may have a rule above it, too."""
        if isinstance(last, Point):
            return (last.apart or ruled) and last.line == number - 1
        return isinstance(last, Para) and len(last.lines) == 1

    def _head(self, text: str, place: int) -> Head | None:
        if found := hash_heading(text):
            return Head(found[1], found[0], place + 1)
        if length := asked(text, self._lang):
            return Head(text[length:], ASKED, place + 1)
        if is_part_heading(text, self._lang):
            level = CAPITALS if text == text.upper() else PART
            return Head(text.rstrip(" :"), level, place + 1)
        following = self._lines[place + 1].strip() if place + 1 < len(self._lines) else ""
        if self._blank and is_capitals(text) and not is_capitals(following):
            return Head(text.rstrip(" :"), CAPITALS, place + 1)
        return None

    def _follows_question(self) -> bool:
        last = self._units[-1] if self._units else None
        return isinstance(last, Head) and last.level == ASKED

    def _continue(self, text: str, indent: int, below: bool) -> bool:
        """Take the line into what is open, if it continues it."""
        match self._open:
            case Point() as point:
                if indent >= point.indent + 4 and len(self._previous.strip()) < _FULL:
                    return False  # a line of its own under the point
                if below and indent <= point.indent and self._heads_next(point, text):
                    return False  # as the line that heads this list does
                if indent > point.indent and self._heads(point, text):
                    return False
                if indent > point.indent:
                    point.lines[-1] = joined(point.lines[-1], text)
                elif below or not ends_sentence(point.lines[-1]):
                    point.lines.append(text)
                else:
                    return False
                return True
            case Para() as para if self._is_below_point(para) and indent < para.indent - 1:
                return False  # it comes out from under the point
            case Para() as para if not ends_sentence(para.lines[-1]) and not self._is_first_title(para):
                if ends_sentence(text) and text.endswith("?"):
                    return False
                para.lines.append(text)
                return True
            case Para() as para if self._is_first_title(para) and is_small(text) and indent == para.indent:
                para.lines[-1] = joined(para.lines[-1], text)  # a title, or a question, over several lines
                return True
            case _:
                return False

    def _is_below_point(self, para: Para) -> bool:
        """Whether a paragraph is set in below a point."""
        above = self._units[-2] if len(self._units) > 1 else None
        return isinstance(above, Point) and para.indent >= above.indent + 2

    def _heads(self, point: Point, text: str) -> bool:
        """Whether a point is a short line above text of its own, which begins as a sentence does."""
        short = len(point.lines) == 1 and len(self._previous.strip()) < _FULL and is_short_title(point.lines[0], 60, 8)
        return short and text[:1].isupper()

    def _heads_next(self, point: Point, text: str) -> bool:
        """Whether a line between bullets heads the next ones, as a line heads those above, which are a line each."""
        if point.marker.kind != "bullet" or text[:1].islower() or (ends_sentence(text) and not text.endswith(":")):
            return False
        above = list(takewhile(lambda unit: isinstance(unit, Point), reversed(self._units)))
        head = self._units[-len(above) - 1] if len(above) < len(self._units) else None
        alike = all(isinstance(one, Point) and len(one.lines) == 1 and one.marker.kind == "bullet" for one in above)
        return len(above) > 1 and alike and isinstance(head, Para) and not head.apart_after and len(head.lines) == 1

    def _is_first_title(self, para: Para) -> bool:
        """Whether this is the first line of all and looks like a title: then the next one is not part of it."""
        return self._units == [para] and len(para.lines) == 1 and is_short_title(para.lines[0], 60, 10)

    def _begin(self, text: str, indent: int, number: int) -> None:
        if isinstance(self._open, Para):
            self._open.apart_after = False
        para = Para([text], number, indent, self._blank)
        self._add(para)
        self._open = para

    def _add(self, unit: Unit) -> None:
        self._units.append(unit)

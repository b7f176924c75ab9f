"""How much room text takes on a slide: an upper bound over the programs that will show it.

Presentation programs set text without kerning and break at the first fit. Over-long words add a line each,
addresses count by the worse of two break rules, and one per cent of the width is kept in reserve.
"""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from math import ceil

from msgspec.structs import replace

from triptych.model.deck import Para, Run
from triptych.model.list_marks import numbered
from triptych.model.smallest_type import SMALLEST_BODY
from triptych.model.theme import Face, Level, Placeholder
from triptych.patterns import late
from triptych.plan.deck.formula_sizes import formula_height, is_shrunk, natural_width, taller
from triptych.text.atoms import parts_of
from triptych.text.drawings import drawing
from triptych.text.fonts import TWINS, is_measured, load
from triptych.text.heights import highest
from triptych.text.line_counts import Parts, count_lines
from triptych.text.lines import Line, break_lines
from triptych.text.shape import plain_width
from triptych.text.spans import Span, Style
from triptych.text.word_widths import Measure

RESERVE = 0.99
"""The share of the inner width that is planned for."""


_UNKNOWN_PITCH = 1.3
"""The line distance of a family that is not here: few have a larger one."""


@cache
def pitch(family: str) -> float:
    """Line distance in ems: at least 1.2, which one program uses whatever the font's own metrics say."""
    if family.lower() in TWINS:
        return 1.2
    return max(1.2, load(Face(family)).pitch) if is_measured(family) else _UNKNOWN_PITCH


def parts(runs: Sequence[Run], level: Level, code_family: str, *, cut_addresses: bool = False) -> Parts:
    """The runs as unbreakable parts in ems, as a program without kerning sets them."""
    return _counted(tuple(runs), level, code_family, cut_addresses)[0]


_Counted = tuple[Parts, dict[float, int]]
"""Unbreakable parts, and how many lines they take at those widths in ems that they were counted at."""


def _counted(runs: tuple[Run, ...], level: Level, code_family: str, cut_addresses: bool) -> _Counted:
    """The runs as parts, the same ones for the same runs: a text is asked for as often as there are ways to set it."""
    if len(runs) == 1 and not runs[0].formula:  # as most texts are: what counts of them is quickly compared
        run = runs[0]
        return _text_counted(run.text, run.bold, run.italic, run.code, level, code_family, cut_addresses)
    return _runs_counted(runs, level, code_family, cut_addresses)


@lru_cache(maxsize=4096)
def _text_counted(
    text: str, bold: bool, italic: bool, code: bool, level: Level, code_family: str, cut_addresses: bool
) -> _Counted:
    return _none_counted((Run(text, bold, italic, code),), level, code_family, cut_addresses)


def _none_counted(runs: tuple[Run, ...], level: Level, code_family: str, cut_addresses: bool) -> _Counted:
    spans = [_span(run, level, code_family) for run in runs]
    return parts_of(spans, _measure(level), cut_addresses=cut_addresses), {}


_runs_counted = lru_cache(maxsize=2048)(_none_counted)


def _lines(counted: _Counted, ems: float) -> int:
    """How many lines the parts take at a width in ems."""
    parts, known = counted
    lines = known.get(ems)
    if lines is None:
        lines = known[ems] = count_lines(parts, ems)
    return lines


@lru_cache(maxsize=64)  # what words are known of is kept with it
def _measure(level: Level) -> Measure:
    """How wide a level sets a word: in capitals, or spaced out, if it says so."""
    if not level.caps and level.spacing <= 0:
        return plain_width
    between = max(0.0, level.spacing) / level.size if level.size else 0.0

    def width(word: str, face: Face) -> float:
        return plain_width(word.upper() if level.caps else word, face) + between * len(word)

    return width


def _span(run: Run, level: Level, code_family: str) -> Span:
    """A run in ems; a formula is measured by its drawing, a tenth wider for the other font."""
    style = Style(_face(run, level, code_family), 1.0, "")
    outline = drawing(run.formula, display=False) if run.formula else None
    return Span(run.text, style, replace(outline, width=natural_width(outline)) if outline else None)


def _face(run: Run, level: Level, code_family: str) -> Face:
    return Face(code_family if run.code else level.family, run.bold or level.bold, run.italic or level.italic)


class Measured:
    """A paragraph as a level of a placeholder sets it, measured once and asked at several sizes."""

    __slots__ = (
        "_code_family", "_found", "_heights", "_leading", "_widest", "foot", "level", "margin", "para",
    )  # fmt: skip

    def __init__(self, para: Para, placeholder: Placeholder, code_family: str, foot: float = 0.0) -> None:
        self.para = para
        self.foot = foot
        self._code_family = code_family
        self.level = placeholder.levels[min(para.level, len(placeholder.levels) - 1)]
        hanging = para.bullet or para.number is not None
        self.margin = para.hang or (self.level.margin if hanging else 0.0)
        self._found: list[_Counted] = []
        self._heights: dict[tuple[float, float], float] = {}
        self._widest: float | None = None
        high = highest([run.text for run in para.runs])  # as write/pptx/text.py sets them
        self._leading = max(pitch(self.level.family) * self.level.line_spacing, high)

    @property
    def _parts(self) -> list[_Counted]:
        """The unbreakable parts, by each rule for addresses; nobody asks for those of a formula that stands alone."""
        if not self._found:
            runs = self.para.divided[1]
            self._found.append(_counted(runs, self.level, self._code_family, cut_addresses=False))
            if any("://" in run.text for run in runs):
                self._found.append(_counted(runs, self.level, self._code_family, cut_addresses=True))
        return self._found

    def lines(self, width: float, scale: float) -> int:
        """Lines in an inner width of points at a scale of the level's size."""
        size = size_at(self.level, scale)
        before = self.margin if self.para.number is None else max(self.margin, self._number_width(size))
        ems = max(1.0, (width * RESERVE - before) / size)
        found = self._parts
        lines = _lines(found[0], ems)
        return lines if len(found) == 1 else max(lines, _lines(found[1], ems))

    def _number_width(self, size: float) -> float:
        """What a number before the text takes: a long one pushes the text of its list to the right."""
        if self.para.number is None:
            return 0.0
        return (0.56 * max(2, len(numbered(self.para.mark, self.para.number)) - 1) + 0.5) * size

    def height(self, width: float, scale: float) -> float:
        """Height in points without the space before it, and without its footnotes."""
        key = (width, scale)
        if key not in self._heights:
            self._heights[key] = self._height(width, scale)
        return self._heights[key]

    def _height(self, width: float, scale: float) -> float:
        size, leading = size_at(self.level, scale), self._leading
        if self.para.display:
            return self._display_height(width, scale, leading * size)
        lines = self.lines(width, scale)
        return (lines * leading + taller(self.para.runs, lines)) * size

    def _display_height(self, width: float, scale: float, line: float) -> float:
        """A formula on a line of its own: a flat one stands in a line as high as any, words in it as many as words."""
        latex, size = self.para.runs[0].formula, size_at(self.level, scale)
        high = formula_height(latex, width, size)
        as_text = self.lines(width, scale) if not high or is_shrunk(latex, width, size) else 1
        return max(high, as_text * line)

    def cuts_words(self, width: float, scale: float) -> bool:
        """Whether a word is wider than a line, and is cut."""
        if self._widest is None:
            self._widest = max([solid for solid, _, _ in self._parts[-1][0]], default=0.0)
        return self._widest * size_at(self.level, scale) > width * RESERVE

    def is_whole(self, width: float, scale: float) -> bool:
        """Whether each word and each address stands on one line."""
        size = size_at(self.level, scale)
        return all(solid * size <= width * RESERVE for solid, _, _ in self._parts[0][0])

    def parts(self) -> Parts:
        """The unbreakable parts, in ems."""
        return self._parts[0][0]

    def ends_alone(self, width: float, scale: float) -> bool:
        """Whether the last line would hold a single word."""
        counted = self._parts[0]
        parts = counted[0]
        size = size_at(self.level, scale)
        ems = max(1.0, (width - max(self.margin, self._number_width(size))) / size)
        count = _lines(counted, ems)
        return count > 1 and len(parts) > 2 and count_lines(parts[:-1], ems) < count

    def pieces(self, width: float, scale: float, room: float) -> list[tuple[Run, ...]]:
        """The runs of a paragraph that is higher than the room, cut between lines into about equal pieces that fit."""
        size = size_at(self.level, scale)
        leading = self._leading * size
        spans = [_sized(_span(run, self.level, self._code_family), size) for run in self.para.runs]
        lines = break_lines(spans, max(size, width * RESERVE - self.level.margin), _measure(self.level), tidy=False)
        highs = [1.0 + _more(line, self.para.runs) * size / leading for line in lines]
        fit = max(1, int(room / leading * 0.9) - 1)
        goal = ceil(sum(highs) / ceil(sum(highs) / fit))
        return [_runs_of(lines[a:b], self.para.runs) for a, b in _filled(highs, goal)]

    @property
    def before(self) -> float:
        """The space before it in points; a program ignores it at the top of a box."""
        own = self.para.space_before
        return (self.level.space_before if own is None else own) + self.level.space_after


def _sized(span: Span, size: float) -> Span:
    """A span that was measured in ems, in points, on one line."""
    return replace(span, text=span.text.replace("\n", " "), style=replace(span.style, size=size))


def _more(line: Line, runs: Sequence[Run]) -> float:
    """By how many ems formulae make a line higher than its text."""
    outlines = (drawing(runs[piece.span].formula, display=True) for piece in line.pieces if piece.drawing)
    return sum(max(0.0, (outline.ascent + outline.descent) * 1.15 - 1.1) for outline in outlines if outline)


def _filled(highs: Sequence[float], goal: float) -> list[tuple[int, int]]:
    """Lines of some heights in groups that are no higher than a goal; a higher line is a group of its own."""
    out: list[tuple[int, int]] = []
    start, used = 0, 0.0
    for index, high in enumerate(highs):
        if index > start and used + high > goal + 0.01:
            out.append((start, index))
            start, used = index, 0.0
        used += high
    return [*out, (start, len(highs))]


def _runs_of(lines: Sequence[Line], runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs that stand on some lines, each in one piece; a formula that goes on behind them is mere text."""
    texts: list[tuple[int, list[str]]] = []
    drawn = {piece.span for line in lines for piece in line.pieces if piece.drawing}
    for line in lines:
        for piece in line.pieces:
            if not texts or texts[-1][0] != piece.span:
                texts.append((piece.span, []))
            texts[-1][1].append(piece.text)
    made = ((runs[span], span in drawn, "".join(pieces)) for span, pieces in texts)
    return tuple(
        run if run.formula and (whole or _signs(text) == _signs(run.text)) else replace(run, text=text, formula="")
        for run, whole, text in made
    )


def _signs(text: str) -> str:
    """A text without its spaces, some of which are lost where lines end."""
    return "".join(text.split())


@lru_cache(maxsize=1024)
def size_at(level: Level, scale: float) -> float:
    """The size of a level at a scale, rounded to half points as it is written, never under the floor."""
    if scale == 1.0:
        return level.size
    return max(min(level.size, SMALLEST_BODY), round(level.size * scale * 2) / 2)


def height_of(measured: Iterable[Measured], width: float, scale: float, *, feet: bool = True) -> float:
    """The height of paragraphs one below the other, with the footnotes that they bring along."""
    total = 0.0
    for index, part in enumerate(measured):
        total += part.height(width, scale) + (part.before if index else 0.0) + (part.foot if feet else 0.0)
    return total


_CLAUSE = late(r"[,;:–—]\s*$")
_WORD = late(r"\S+\s*|\s+")

_Word = tuple[Run, str]
"""A word with its run, without the text."""


def split_runs(runs: tuple[Run, ...], share: float) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The runs cut in two between words, near a share of their length, after a comma if one is near."""
    words: list[_Word] = []
    for run in runs:
        look = replace(run, text="")
        words.extend((look, text) for text in ([run.text] if run.formula else _WORD.findall(run.text) or [run.text]))
    lengths = [len(text) for _, text in words]
    goal, at, best, best_cost = share * sum(lengths), 0, 1, float("inf")
    for index, (_, text) in enumerate(words[:-1]):
        at += lengths[index]
        cost = abs(at - goal) * (0.4 if at <= goal and _CLAUSE.search(text) else 1.0) + (1e9 if at > goal else 0)
        cost += 0 if text[-1:].isspace() or words[index + 1][1][:1].isspace() else 1e6
        if cost < best_cost:
            best, best_cost = index + 1, cost
    if len(words) == 1:
        look, text = words[0]
        return _split_word(replace(look, text=text), share)
    return _joined(words[:best]), _joined(words[best:])


def _split_word(run: Run, share: float) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    if run.formula:
        return (run,), ()
    at = max(1, int(len(run.text) * share))
    return (replace(run, text=run.text[:at]),), (replace(run, text=run.text[at:]),)


def _joined(words: list[_Word]) -> tuple[Run, ...]:
    grouped: list[tuple[Run, list[str]]] = []
    for look, text in words:
        apart = look.formula or text == "\n" or not grouped or grouped[-1][1] == ["\n"]
        if not apart and (grouped[-1][0] is look or grouped[-1][0] == look):
            grouped[-1][1].append(text)
        else:
            grouped.append((look, [text]))
    out = [replace(look, text="".join(texts)) for look, texts in grouped]
    if out and out[-1].text != "\n" and not out[-1].formula:
        out[-1] = replace(out[-1], text=out[-1].text.rstrip(" "))
    return tuple(out)

"""remark and xaringan: slides between `---`, steps at `--`, notes below `???`, classes as `.name[text]`."""

from triptych.patterns import late
from triptych.read.markdown.dialects.code import outside_code

_BREAK = late(r"---+[ \t]*$")
_PROPERTY = late(
    r"(class|name|layout|template|count|exclude|background-[a-z]+|continued|title|slideNumberFormat):[ \t]*+(.*)$"
)
_OPENING = late(r"[ \t]*+(?:(\])[ \t]*+)?((?:\.[A-Za-z][\w-]*+)++)\[[ \t]*+$")
_OPENING_WITH_TEXT = late(r"[ \t]*(?:\.[A-Za-z][\w-]*)+\[(?=\S)")
_NAMED = late(r"\{\{\s{0,9}([\w-]{1,40})\s{0,9}\}\}")
_SCALED = late(
    r"!\[:(?:scale[ \t]+|img[ \t]+([^\[\]\n,]{0,200}),[ \t]*)(\d{1,3}%)[^\[\]\n]{0,20}\](\([^()\n]{1,300}\))"
)
"""What macros of pictures say: their size, and what they show."""
_COLUMN = late(r"\.(?:pull-(?:left|right)|(?:left|right)-col(?:umn)?|col(?:umn)?)(?:-[\w-]+)?(?![\w-])")
_ID = late(r"[\w.:-]+")
_BLOCK, _TEXT = "block", "text"


def rewrite_remark(lines: list[str]) -> list[str]:
    """Breaks, notes and columns of ours; properties of slides are left out, as are slides that are excluded."""
    slide = _Slide()
    return [slide.line(line, free, _paragraph(lines, place)) for place, (line, free) in enumerate(outside_code(lines))]


class _Slide:
    """What is known of the slide that is being read: how far its properties go, which brackets are open."""

    def __init__(self) -> None:
        self._properties = True
        self._values: dict[str, str] = {}
        self._excluded = False
        self._open: list[str] = []

    def line(self, line: str, free: bool, paragraph: str) -> str:
        """The line in our words."""
        if free and _BREAK.match(line):
            self.__init__()  # type: ignore[misc]
            return "***"
        found = _PROPERTY.match(line.rstrip()) if free and self._properties else None
        if found:
            self._excluded = self._excluded or (found[1] == "exclude" and found[2] == "true")
            self._values[found[1]] = found[2]
            named = found[1] == "name" and _ID.fullmatch(found[2])
            return f'<a id="{found[2]}"></a>' if named else ""
        # Blank lines may stand before the first property of a slide, and none between them.
        self._properties = self._properties and not self._values and not line.strip()
        if self._excluded:
            return ""
        if free and "{{" in line:  # a property of the slide by its name; what the slide has not shows nothing
            line = _NAMED.sub(lambda name: self._values.get(name[1], ""), line)
        if free and "![:" in line:
            line = _SCALED.sub(lambda found: f"![{found[1] or ''}]{found[3]}{{width={found[2]}}}", line)
        return self._bracketed(line, paragraph) if free else line

    def _bracketed(self, line: str, paragraph: str) -> str:
        bare = line.strip()
        if bare == "--":
            return ""
        if bare == "???":
            return "::: until-break"
        opening = _OPENING.match(line)
        if opening and (not opening[1] or self._open):
            if not opening[1]:
                self._open.append(_BLOCK)
            return f"::: {'] ' if opening[1] else ''}{{{_classes(opening[2])}}}"
        if self._open and bare == "]":
            return ":::" if self._open.pop() == _BLOCK else ""
        start = _OPENING_WITH_TEXT.match(line)
        if start and paragraph.count("[") > paragraph.count("]"):
            self._open.append(_TEXT)
            return line[start.end() :]
        if self._open and self._open[-1] == _TEXT and bare.endswith("]") and line.count("]") > line.count("["):
            self._open.pop()
            return line.rstrip()[:-1]
        return line


def _classes(written: str) -> str:
    return ".column" if _COLUMN.search(written) else f".container {' .'.join(written.split('.')).strip()}"


def _paragraph(lines: list[str], place: int) -> str:
    """The lines from here to the next blank one, if this one opens a bracket; only then it is asked for."""
    if not _OPENING_WITH_TEXT.match(lines[place]):
        return ""
    end = place
    while end < len(lines) and end < place + 40 and lines[end].strip():
        end += 1
    return "\n".join(lines[place:end])

"""How much one document may ask for: every limit by its name and its usual value. Each can be set."""

from collections.abc import Iterable

import msgspec
from msgspec.structs import asdict, replace

from triptych.problem import Problem


class Limits(msgspec.Struct, frozen=True, rename="kebab"):
    """The most of each thing. On the command line a limit is set as `--limit NAME=NUMBER`, with hyphens in its name."""

    document_bytes: int = 50_000_000
    """Bytes of a document, and of each text that it names: a bibliography, a style."""
    picture_bytes: int = 60_000_000
    """Bytes of one picture."""
    picture_pixels: int = 40_000_000
    """Pixels of one picture, known from its head before it is decoded; of those inside an SVG too."""
    svg_seconds: int = 4
    """Seconds of the processor for drawing one SVG."""
    svg_megabytes: int = 1_000
    """Megabytes of memory for drawing one SVG."""
    template_megabytes: int = 500
    """Megabytes of all parts of a template, counted before they are unpacked."""
    template_parts: int = 10_000
    """Parts of a template."""
    template_xml_megabytes: int = 60
    """Megabytes of its parts that are XML: these grow when they are understood."""
    string_characters: int = 100_000
    """Characters of one abbreviation of a bibliography, and of all in one entry, when they are written out."""
    style_elements: int = 50_000
    """Elements of a citation style, its macros counted as often as they are called."""
    cells: int = 100_000
    """Cells of all tables of a document."""
    nesting: int = 24
    """Levels of quotations and lists within each other, a list counted with its items as two; deeper ones stay text.

    It can only be set lower: nobody can read more, and programs that show slides have no more.
    """
    slides: int = 6_000
    """Slides of a deck."""
    pages: int = 3_000
    """Pages of a handout."""
    seconds: int = 50
    """Seconds of the processor for one document; thrice as many pass by the clock at most. 0 is without end."""
    megabytes: int = 2_000
    """Megabytes of memory for the program."""


USUAL = Limits()
NAMES: dict[str, int] = msgspec.to_builtins(USUAL)
"""The usual value of each limit, by its name on the command line."""


UNTIMED = replace(USUAL, seconds=0)
"""For programs that call us: their clock is theirs."""


class LimitError(Exception):
    """A limit that a document meets: what has too much, the limit's name and value."""

    def __init__(self, what: str, name: str, most: int) -> None:
        super().__init__(f"{what}: more than the limit {name} of {most:,}")
        self.name = name
        self.hint = f"--limit {name}=NUMBER sets another"

    def problem(self, path: str, line: int = 0) -> Problem:
        """The error that tells of it."""
        return Problem("error", str(self), path, line, hint=self.hint)


def limits_from(words: Iterable[str]) -> Limits:
    """The limits that `NAME=NUMBER` set, the others as usual. Raises ValueError, in words for who wrote them."""
    says = {}
    for word in words:
        name, _, number = word.partition("=")
        if name not in NAMES:
            raise ValueError(f"there is no limit {name}; there are {', '.join(NAMES)}")
        if not (number.isascii() and number.isdigit() and 0 < len(number) < 16 and (int(number) or name == "seconds")):
            raise ValueError(f"{name} needs a whole number above 0, as in {name}={NAMES[name]}")
        says[name] = int(number)
    return msgspec.convert(says, Limits)


def changed(limits: Limits) -> str:
    """The limits that are not as usual and change what is made, as one line."""
    usual = asdict(replace(USUAL, seconds=limits.seconds, megabytes=limits.megabytes))
    return " ".join(f"{name}={value}" for name, value in asdict(limits).items() if value != usual[name])

"""The marks of ordered lists: `1.`, `(a)`, `iv)` and the like."""

from triptych.model.document import ListBlock

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def mark_of(block: ListBlock, index: int) -> str:
    """The mark of an item of an ordered list, by its place."""
    return numbered(block.marks, block.start + index)


def numbered(marks: str, number: int) -> str:
    """A number in the manner of `marks`, the first one: "(c)" for 3 and "(a)"; as "3." where that has no numeral."""
    first = next((character for character in marks if character in "1aAiI"), "")
    before, _, after = marks.partition(first) if first else ("", "", ".")
    return f"{before}{numeral(first or '1', number)}{after}"


def numeral(first: str, number: int) -> str:
    """A number in the manner in which `first` is the first: "1", "a", "A", "i" or "I"; in digits if that has none."""
    if first == "1" or number < 1:
        return str(number)
    if first in "aA":
        said = ""
        while number:
            number, rest = divmod(number - 1, 26)
            said = chr(ord(first) + rest) + said
        return said
    said = ""
    for value, letters in _ROMAN if number < 4000 else ():
        said += letters * (number // value)
        number %= value
    said = said or str(number)
    return said.upper() if first == "I" else said

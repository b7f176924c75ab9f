"""Formulae whose letters and digits have no serifs, beside text that has none: by the alphabets of Unicode for them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # few documents have a formula
    from xml.etree.ElementTree import Element

SERIFS = frozenset(
    (
        "times new roman",
        "times",
        "tinos",
        "cambria",
        "caladea",
        "georgia",
        "gelasio",
        "garamond",
        "eb garamond",
        "palatino",
        "palatino linotype",
        "book antiqua",
        "baskerville",
        "century",
        "constantia",
        "rockwell",
        "merriweather",
        "lora",
        "crimson text",
    )
)
"""Families with serifs whose names do not say so, in small letters."""
TALLER = 1.09
"""How many times as tall letters of common sans families are (0.52 em and 0.72 em in Arimo) as those of the engine
(0.47 em and 0.66 em): a formula is set so much larger, to look as large as its text."""
_FIRST = {
    "normal": ("\U0001d5a0", "\U0001d5ba", "\U0001d7e2"),
    "italic": ("\U0001d608", "\U0001d622", "\U0001d7e2"),
    "bold normal": ("\U0001d5d4", "\U0001d5ee", "\U0001d7ec"),
    "bold italic": ("\U0001d63c", "\U0001d656", "\U0001d7ec"),
}
"""The first capital, small letter and digit of each alphabet without serifs (Mathematical Alphanumeric Symbols)."""
_PLAIN = ("A", "a", "0")
_LETTERS, _DIGITS = 26, 10


def is_sans(family: str) -> bool:
    """Whether a family has no serifs, by its name: most that are used on slides have none."""
    name = family.casefold()
    return name not in SERIFS and ("serif" not in name or "sans" in name)


def without_serifs(root: "Element") -> None:
    """Set the Latin letters and digits of a formula without serifs; Greek has such letters in bold only, and stays."""
    for leaf in root.iter():
        alphabet = _FIRST.get(leaf.get("mathvariant", "")) if leaf.tag in ("mn", "mtext") else None
        said = "".join(_letter(char, alphabet) for char in leaf.text or "") if alphabet else ""
        if alphabet and said != leaf.text:
            leaf.text = said
            leaf.set("mathvariant", "normal")


def _letter(char: str, alphabet: tuple[str, str, str]) -> str:
    for plain, first, count in zip(_PLAIN, alphabet, (_LETTERS, _LETTERS, _DIGITS), strict=True):
        if 0 <= ord(char) - ord(plain) < count:
            return chr(ord(first) + ord(char) - ord(plain))
    return char

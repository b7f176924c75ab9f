"""The signs of all scripts: what ends a sentence, what stands behind a label, what stands between two sentences."""

from triptych.languages import language
from triptych.languages.scripts import script_of, scripts_of

STOPS = ".。．｡।॥۔።։།༎။។៕᠃᠉꓿"
"""Full stops."""
ENDS = STOPS + "!?…！？؟፧՞՜⁇⁈⁉‽‼\u037e"
"""What ends a sentence; the Greek question mark is U+037E."""
COLONS = ":：︓፡፦"
_BEHIND_WORDS = ".։"
"""Full stops that also stand behind a word alone; a danda, an Urdu or an Ethiopic stop ends sentences only."""
CLOSING = "\"'”’»›)]}）］」』】》〉〕*_ "
"""What may stand behind the end of a sentence and belongs to it."""


def ended(text: str) -> bool:
    """Whether a sentence, or what introduces something, ends with this text."""
    bare = text.rstrip(CLOSING)
    return bare.endswith(tuple(ENDS)) or bare.endswith(tuple(COLONS))


def is_small(text: str) -> bool:
    """Whether a text begins with a small letter, where sentences begin with a capital: Georgian has no capitals."""
    first = text[:1]
    return first.islower() and not "\u10d0" <= first <= "\u10ff"


def leans(text: str) -> bool:
    """Whether most letters are of a script that has slanted ones: Latin, Greek, Cyrillic, Armenian, Georgian.

    Elsewhere a slant is no custom, as the W3C's requirements for the layout of text in these scripts say, and their
    fonts have none.
    """
    if text.isascii():
        return True
    letters = [char for char in text if char.isalpha()]
    slanted = sum(
        1 for char in letters if char < "\u0590" or "\u10a0" <= char <= "\u10ff" or "\u1c80" <= char <= "\u1fff"
    )
    return 2 * slanted >= len(letters)


def is_wide(char: str) -> bool:
    """Whether a character is set without spaces and as wide as high: Chinese and Japanese, and their signs."""
    return (
        "\u2e80" <= char <= "\u312f"
        or "\u31a0" <= char <= "\u9fff"
        or "\uf900" <= char <= "\ufaff"
        or ("\ufe30" <= char <= "\ufe4f" or "\uff00" <= char <= "\uff60" or char >= "\U00020000")
    )


def is_unspaced(char: str) -> bool:
    """Whether a character is of a script that sets letters, but no spaces between words: Thai, Lao, Khmer, Burmese."""
    return "\u0e00" <= char <= "\u0eff" or "\u1000" <= char <= "\u109f" or "\u1780" <= char <= "\u17ff"


def space_between(before: str, after: str) -> str:
    """What stands between two sentences of a paragraph: a space, but in Chinese and Japanese."""
    if before.isascii() or not before:
        return " "
    return "" if is_wide(before[-1]) and (not after or is_wide(after[0]) or before[-1] in STOPS) else " "


def behind_label(label: str, usual: str, lang: str = "") -> str:
    """What stands behind a label before its text, with the space: the usual sign, or that of its script.

    Nothing but the space where the label has a sign of its own.
    """
    said = label.rstrip()
    if not said.isascii():
        if any(char.isalpha() and is_wide(char) for char in said):
            return "" if ended(said) else "："
        if usual == "." and any(map(is_unspaced, said)) and not ended(said):
            return ": "  # a full stop is no sign of theirs, or ends chapters
        if usual == "." and max(said) > "\u0530" and not ended(said):
            stop = language(lang).sentence_ends[0]
            own = script_of(said) in ("", *scripts_of(lang))  # the stop of one script is none of another
            return f"{(stop if stop in _BEHIND_WORDS else ':') if own else usual} "
    before = language(lang).before_colon if lang and usual == ":" else ""
    return " " if ended(said) else f"{before}{usual} "

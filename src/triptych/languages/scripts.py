"""Scripts: that of a text, as Unicode names its characters, and those that languages are written in."""

import unicodedata
from collections import Counter
from functools import cache

from triptych.languages import BY_SCRIPT, nearest

_KANA_SHARE = 8
"""A text with a kana for so many ideographs is Japanese."""
_OTHERS = "KHMER LAO MYANMAR TIBETAN SINHALA TELUGU KANNADA MALAYALAM GUJARATI GURMUKHI ORIYA MONGOLIAN"
_KNOWN = frozenset((*BY_SCRIPT, *_OTHERS.split()))


def script_of(text: str, fewest: int = 1) -> str:
    """The script of most letters, by that of a language: in Japanese most may be Chinese.

    Empty where there are fewer letters of other scripts than the Latin one, or than `fewest`.
    """
    if text.isascii():
        return ""
    scripts = Counter(unicodedata.name(char, "").split(" ")[0] for char in text if char > "\u02ff" and char.isalpha())
    latin = sum(1 for char in text if char <= "\u02ff" and char.isalpha()) + scripts.pop("LATIN", 0)
    found: Counter[str] = Counter()
    for script, count in scripts.items():
        if script in _KNOWN:
            found["HIRAGANA" if script == "KATAKANA" else script] += count
    if found.total() <= latin or found.total() < fewest:
        return ""
    if found["HIRAGANA"] * _KANA_SHARE > found["CJK"]:
        found["HIRAGANA"] += found.pop("CJK", 0)
    script, count = found.most_common(1)[0]
    return script if count * 2 > found.total() else ""


@cache
def scripts_of(lang: str) -> frozenset[str]:
    """The scripts that a language (BCP 47) is written in; the Latin one where we do not know the language."""
    tag = nearest(lang) or lang.partition("-")[0].lower()
    found = frozenset(script for script, tags in BY_SCRIPT.items() if tag in tags) or _others(tag)
    return found | {"CJK", "KATAKANA"} if "HIRAGANA" in found else found


def arrow(lang: str) -> str:
    """The arrow that points onwards in the text of a language (BCP 47)."""
    return "←" if scripts_of(lang) & {"ARABIC", "HEBREW"} else "→"


def spoken_in(script: str) -> str:
    """The likeliest language (BCP 47) of a few words in a script."""
    if script in BY_SCRIPT:
        return BY_SCRIPT[script][0]
    from triptych.languages.others import OTHERS

    return OTHERS[script][0].tag if script in OTHERS else ""


def _others(tag: str) -> frozenset[str]:
    from triptych.languages.others import OTHERS  # only languages that we have no words in need them

    return frozenset(script for script, told in OTHERS.items() if any(one.tag == tag for one in told)) or frozenset(
        ["LATIN"]
    )

"""The order of words in a glossary or an index, by the document's language."""

import unicodedata

from triptych.languages import language

_BASE = {"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"}
"""Letters that have no decomposition in Unicode."""
_SYLLABIC = (("\u2e80", "\u9fff"), ("\uac00", "\ud7ff"), ("\uf900", "\ufaff"))
"""Scripts whose first character is no heading: every word would have its own."""


def sort_text(text: str, lang: str) -> str:
    """What a text is sorted by: small letters without accents (German umlauts as their base letters, as in DIN 5007-1).

    The quotation marks and the like before it do not count. Ideographs stand in the order of Unicode.
    """
    own = language(lang).own_letters
    out: list[str] = []
    for letter in text.casefold():
        base = _BASE.get(letter) or "".join(c for c in unicodedata.normalize("NFD", letter) if _kept(c))
        out.append(f"{base}~" if letter in own else base)
    return "".join(out).lstrip(" \"'“”‘’„«»()[]¿¡-–—.…*")


def _kept(letter: str) -> bool:
    return unicodedata.category(letter) != "Mn"


def initial(text: str, lang: str) -> str:
    """The letter under which a text is listed: a capital, "0–9" for figures, empty where there is none."""
    key = sort_text(text, lang)
    first = key[:1]
    if first.isdigit():
        return "0–9"
    if not first.isalpha() or any(low <= first <= high for low, high in _SYLLABIC):
        return ""
    own = next((c for c in language(lang).own_letters if key.startswith(sort_text(c, lang))), "")
    return (own or first).upper()

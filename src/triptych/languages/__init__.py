"""What we know of languages: a module of data for each, which is imported when a document needs it."""

from functools import cache
from importlib import import_module

from triptych.languages.language import Language

BY_SCRIPT = {
    "LATIN": (
        *("en", "de", "fr", "es", "it", "pt", "pt-BR", "nl", "pl"),
        *("sv", "da", "nb", "cs", "ro", "tr", "fi", "hu"),
        *("id", "vi", "ca", "sk"),
    ),
    "GREEK": ("el",),
    "CYRILLIC": ("ru", "uk", "bg"),
    "ARABIC": ("ar", "fa", "ur"),
    "HEBREW": ("he",),
    "DEVANAGARI": ("hi",),
    "BENGALI": ("bn",),
    "TAMIL": ("ta",),
    "THAI": ("th",),
    "GEORGIAN": ("ka",),
    "ARMENIAN": ("hy",),
    "ETHIOPIC": ("am",),
    "HIRAGANA": ("ja",),
    "KATAKANA": ("ja",),
    "HANGUL": ("ko",),
    "CJK": ("zh", "zh-Hant"),
}
"""The languages that are written in a script, the likeliest first; a script as Unicode names its characters."""
_TAGS = {tag.lower(): tag for tags in BY_SCRIPT.values() for tag in tags}
_MEANT = {"zh-tw": "zh-Hant", "zh-hk": "zh-Hant", "zh-mo": "zh-Hant", "iw": "he", "no": "nb", "in": "id"}
"""Tags in small letters, also the beginnings of longer ones, for languages that are called otherwise here."""
_DEFAULT = "en"


def known() -> tuple[str, ...]:
    """The tags of all languages that there are data for."""
    return tuple(_TAGS.values())


@cache
def nearest(tag: str) -> str:
    """The known language nearest to a BCP 47 tag: zh-Hant-TW, zh-Hant, zh; empty where there is none."""
    subtags = tag.lower().replace("_", "-").split("-")
    for end in range(len(subtags), 0, -1):
        shorter = "-".join(subtags[:end])
        if found := _MEANT.get(shorter) or _TAGS.get(shorter):
            return found
    return ""


@cache
def language(tag: str) -> Language:
    """The nearest language that is known, English if there is none."""
    name = (nearest(tag) or _DEFAULT).replace("-", "_").lower()
    found = import_module(f"triptych.languages.{name}").LANGUAGE
    assert isinstance(found, Language)
    return found


@cache
def own(tag: str) -> tuple[Language, ...]:
    """The nearest language alone, if it is known, else all of them."""
    return (language(tag),) if nearest(tag) else tuple(map(language, known()))


@cache
def reading(tag: str) -> tuple[Language, ...]:
    """The languages whose words a text may use: its own and English; all of them where its own is not known."""
    english = language(_DEFAULT)
    return own(tag) if english in own(tag) else (*own(tag), english)


def region(tag: str) -> str:
    """The region that a tag names, in capitals; empty where it names none."""
    subtags = tag.replace("_", "-").split("-")[1:]
    return next((part.upper() for part in subtags if len(part) == 2 or (len(part) == 3 and part.isdigit())), "")

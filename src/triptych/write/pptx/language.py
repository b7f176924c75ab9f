"""Language tags as PowerPoint writes them: always with a region."""

from triptych.patterns import late

_REGIONS = {
    "ar": "SA", "bg": "BG", "ca": "ES", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "US",
    "es": "ES", "et": "EE", "fa": "IR", "fi": "FI", "fr": "FR", "ga": "IE", "he": "IL", "hi": "IN",
    "hr": "HR", "hu": "HU", "id": "ID", "is": "IS", "it": "IT", "ja": "JP", "ko": "KR", "la": "VA",
    "lt": "LT", "lv": "LV", "nb": "NO", "nl": "NL", "nn": "NO", "no": "NO", "pl": "PL", "pt": "PT",
    "ro": "RO", "ru": "RU", "sk": "SK", "sl": "SI", "sr": "RS", "sv": "SE", "th": "TH", "tr": "TR",
    "uk": "UA", "vi": "VN", "zh": "CN",
}  # fmt: skip
_SCRIPTED = {"zh-hans": "zh-CN", "zh-hant": "zh-TW"}
"""Tags with a script, which PowerPoint knows by a region only."""
_TAG = late(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


ARABIC = ("ar", "fa", "ur", "ps", "sd", "ug", "ckb")
"""Languages in Arabic letters."""
_SCRIPTS = (
    ("he-IL", ("he", "yi"), late("[\u0590-\u05ff\ufb1d-\ufb4f]")),
    ("ar-SA", ARABIC, late("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")),
)


def language_of(text: str, lang: str) -> str:
    """The language of a run in a deck: Hebrew or Arabic for a run in their letters if the deck has another one."""
    if not text.isascii():
        for tag, written, letters in _SCRIPTS:
            if letters.search(text) and lang.partition("-")[0] not in written:
                return tag
    return lang


def language(tag: str) -> str:
    """The BCP 47 tag with a region, for PowerPoint's spelling checker; English where the tag is none."""
    tag = tag.strip().replace("_", "-")
    if not _TAG.fullmatch(tag):
        return "en-US"
    if tag.lower() in _SCRIPTED:
        return _SCRIPTED[tag.lower()]
    region = _REGIONS.get(tag.lower())
    return f"{tag.lower()}-{region}" if region else tag

"""The scripts of the world: which one a character is of, and where a font for it comes from."""

import unicodedata
from functools import cache

import msgspec
import uharfbuzz as hb

MIXED = "Jpan"
"""Chinese characters, kana and hangul, which stand beside each other: one script as far as fonts go."""
_TOGETHER = {"Hani": MIXED, "Hira": MIXED, "Kana": MIXED, "Hang": MIXED, "Bopo": MIXED}


class Script(msgspec.Struct, frozen=True):
    """A script by its English name, and the fonts for it.

    `package` is the font package on PyPI that the extra `scripts` brings, `debian` the package of Debian and its
    kin, `families` what else is good, the best one first.
    """

    name: str
    debian: str = "fonts-noto-core"
    package: str = ""
    families: tuple[str, ...] = ()

    @property
    def hint(self) -> str:
        """How to get a font for it."""
        family = self.families[0] if self.families else f"Noto Sans {self.name}"
        system = f"apt install {self.debian}, or install {family} from fonts.google.com/noto"
        return f"pip install 'triptych[scripts]', or {system}" if self.package else system


_CHINESE = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei",
            "WenQuanYi Zen Hei")  # fmt: skip
_TAIWAN = ("Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", "PingFang TC", "Microsoft JhengHei")
_JAPANESE = ("Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans", "Hiragino Sans", "Yu Gothic", "Meiryo",
             "IPAexGothic")  # fmt: skip
_KOREAN = ("Noto Sans CJK KR", "Noto Sans KR", "Source Han Sans K", "Apple SD Gothic Neo", "Malgun Gothic",
           "NanumGothic")  # fmt: skip

SCRIPTS = {
    "Arab": Script("Arabic", package="noto-sans-arabic"),
    "Armn": Script("Armenian", "fonts-dejavu-core"),
    "Beng": Script("Bengali", package="hind-siliguri", families=("Noto Sans Bengali", "Hind Siliguri")),
    "Cher": Script("Cherokee"),
    "Deva": Script("Devanagari", package="noto-sans-devanagari"),
    "Ethi": Script("Ethiopic"),
    "Geor": Script("Georgian", "fonts-dejavu-core"),
    "Gujr": Script("Gujarati"),
    "Guru": Script("Gurmukhi"),
    "Hebr": Script("Hebrew"),
    "Khmr": Script("Khmer", package="noto-sans-khmer"),
    "Knda": Script("Kannada"),
    "Laoo": Script("Lao"),
    "Mlym": Script("Malayalam"),
    "Mymr": Script("Myanmar"),
    "Orya": Script("Oriya"),
    "Sinh": Script("Sinhala"),
    "Taml": Script("Tamil", package="noto-sans-tamil"),
    "Telu": Script("Telugu", package="noto-sans-telugu"),
    "Thaa": Script("Thaana"),
    "Thai": Script("Thai", package="noto-sans-thai"),
    "Tibt": Script("Tibetan", families=("Noto Serif Tibetan",)),
    MIXED: Script("Chinese, Japanese or Korean", "fonts-noto-cjk", families=_CHINESE + _JAPANESE + _KOREAN + _TAIWAN),
}
"""The scripts that fonts are known for, by their codes (ISO 15924)."""

PACKAGES = tuple(f"fontpkg_{script.package.replace('-', '_')}" for script in SCRIPTS.values() if script.package)
"""The modules of the font packages."""


@cache
def script_of(char: str) -> str:
    """The code of a character's script (ISO 15924); empty for what is common to many, or stands on what is before."""
    if unicodedata.category(char) in ("Cf", "Cc"):
        return ""
    buffer = hb.Buffer()
    buffer.add_str(char)
    buffer.guess_segment_properties()
    code = str(buffer.script or "")
    return "" if code in ("Zyyy", "Zinh", "Zzzz") else _TOGETHER.get(code, code)


@cache
def block_script(char: str) -> str:
    """The known script whose letters stand beside a sign or mark in Unicode, whose fonts have it; empty for none."""
    start = ord(char) // 128 * 128
    codes = (script_of(chr(place)) for place in range(start, start + 128))
    return next((code for code in codes if code in SCRIPTS), "")


def script(code: str, char: str) -> Script:
    """What is known of a script, of which `char` is one; of an unknown one the first word of the character's name."""
    found = SCRIPTS.get(code)
    return found or Script(unicodedata.name(char, "unknown script").split(" ")[0].capitalize())


def families(code: str, text: str) -> tuple[str, ...]:
    """The families to look for first, for a run of one script."""
    if code == MIXED:
        return _mixed(text)
    known = SCRIPTS.get(code)
    if known is None:
        return ()
    return (*dict.fromkeys((f"Noto Sans {known.name}", *known.families)),)


def _mixed(text: str) -> tuple[str, ...]:
    """Kana are Japanese and hangul Korean; what is neither may well be Chinese."""
    names = "".join(unicodedata.name(char, "")[:8] for char in text)
    if "HIRAGANA" in names or "KATAKANA" in names:
        return _JAPANESE + _CHINESE
    return _KOREAN + _CHINESE if "HANGUL" in names else _CHINESE + _JAPANESE


def language_families(lang: str) -> tuple[str, ...]:
    """The families that draw all of a language's text, Latin letters too; none for languages that need no such one."""
    parts = lang.lower().replace("_", "-").split("-")
    match parts[0]:
        case "ja":
            return _JAPANESE
        case "ko":
            return _KOREAN
        case "zh" if {"hant", "tw", "hk", "mo"} & set(parts):
            return _TAIWAN + _CHINESE
        case "zh" | "yue" | "wuu":
            return _CHINESE
        case _:
            return ()

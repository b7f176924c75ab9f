"""How far letters rise above the line, and hang beneath it, in scripts that set them one upon the other."""

from collections.abc import Iterable

from triptych.patterns import late

_LETTERS = late("(?P<th>[\u0e00-\u0e7f])|(?P<lo>[\u0e80-\u0eff])|(?P<my>[\u1000-\u109f])|(?P<km>[\u1780-\u17ff])")
_HEIGHTS = {"th": (1.04, 0.28), "lo": (1.05, 0.36), "my": (1.02, 0.48), "km": (0.98, 0.55)}
"""Ems of the highest and deepest usual syllables in the fonts of Noto and DejaVu, bold ones too."""


def heights(text: str) -> tuple[float, float]:
    """The ems above and beneath the baseline that a text needs if it is of such a script, else nothing.

    The same for all texts of a script, so that the lines of a paragraph are as far apart as each other.
    """
    if text.isascii():
        return 0.0, 0.0
    found = _LETTERS.search(text)
    return _HEIGHTS[found.lastgroup or "th"] if found else (0.0, 0.0)


def highest(texts: Iterable[str]) -> float:
    """The ems from line to line that high letters in any of the texts need; 0 where there are none."""
    high = [sum(heights(text)) for text in texts if not text.isascii()]
    return max(high) if high else 0.0


_WIDE = late("[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]")
_WIDE_PITCH = 1.45
"""Ems from line to line in the fonts of Noto for Chinese, Japanese and Korean; in few others it is more."""


def line_pitch(text: str) -> float:
    """The ems from line to line that the fonts of a text's script ask for, where that is more than usual; else 0."""
    if text.isascii():
        return 0.0
    return max(sum(heights(text)), _WIDE_PITCH if _WIDE.search(text) else 0.0)

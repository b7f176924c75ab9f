"""Marks of lists that are typed in a hurry, `-so`, or copied line by line; ticks that are more than marks."""

from collections.abc import Sequence
from itertools import pairwise

from triptych.patterns import late

_ENDS = (
    "ness|ment|tion|sion|ation|ity|ful|less|able|ible|ous|ing|ed|er|est|ly|ism|ist|ize|ise|ify|ship|hood"
    "|ar|ir|re|ere|ire|ado|ido|ando|endo|mente|cion|ción|dad|aba|ía|ais|éis|amos|emos|imos|oir|ent|ons|ez"
    "|heit|keit|ung|lich|isch|chen|lein|bar|sam|schaft"
    "|itis|osis|oma|emia|aemia|ectomy|ostomy|otomy|plasty|pathy|algia|ology|logy|gram|graphy|scopy|uria|cyte|penia"
    "|ane|ene|yne|ol|al|oic|oate|ose|ase"
)
"""Endings of English, Romance and German words, of medicine and of chemistry."""
_GROUP = r"(?=[A-Z0-9()=₀-₉]*[A-Z0-9₀-₉])(?:Cl|Br|[CHNOSPFI]|[0-9()=₀-₉]){2,12}"
_PART = late(rf"-(?:{_ENDS}|{_GROUP})(?![\w-])")
DASH = late(
    r"-(?:(?=[^\W\d_]['’]?[^\W\d_]\S*+ \S)|(?=[^\W\d_a-z][^\W_]))"
    r"|\*(?=[^\W\d_]{2}[^\s*]*+ [^*\n]*+$)"
)
"""A dash or a star right before words: one word behind a dash may be an ending, `-ness`, a letter an option, `-v`."""
TICKS, CROSSES = "✓✔", "✗✘❌✖"
"""Ticks are bullets, unless crosses stand beside them."""
_LONE = late(r"[ \t]*([•◦▪●○■□➢►∙·]|\d{1,3}[.)])[ \t]*$")
_LONE_LINES = late(r"\n[ \t]{0,20}(?:[•◦▪●○■□➢►∙·]|\d{1,3}[.)])[ \t]{0,9}\n")
_FEWEST = 2


def are_parts(texts: Sequence[str]) -> bool:
    """Whether a dash belongs to most of some lines: they tell of endings, `-itis`, or of groups of molecules, `-OH`.

    So it may where one of them begins with a figure: `-5 degrees`.
    """
    if any(text[1:2].isdigit() for text in texts):
        return True
    return 2 * sum(_PART.match(text) is not None for text in texts) > len(texts)


def has_lone_marks(text: str) -> bool:
    """Whether a mark of a list may stand on a line of its own in a text."""
    return _LONE_LINES.search(text) is not None


def with_marks_joined(lines: list[str], free: Sequence[bool] = ()) -> list[str]:
    """The lines with marks that stand alone, as pages of PDF and slides are copied, before the text below them.

    There are several, counted up if they are numbers. `free` tells which lines are no code, if that is known.
    """
    lone = [
        place
        for place, line in enumerate(lines[:-1])
        if _LONE.match(line) and _is_text(lines[place + 1]) and (not free or free[place])
    ]
    if len(lone) < _FEWEST:
        return lines
    numbers = [int(mark[:-1]) for place in lone if (mark := lines[place].strip())[0].isdecimal()]
    if any(after not in (before + 1, 1) for before, after in pairwise(numbers)):
        return lines
    out = list(lines)
    for place in lone:
        out[place], out[place + 1] = "", f"{lines[place].rstrip()} {lines[place + 1].lstrip()}"
    return out


def _is_text(line: str) -> bool:
    return bool(line.strip()) and not _LONE.match(line) and not line.lstrip().startswith(("```", "#"))


_BOUND = late(r"([ \t\u00a0>]{0,60})(#{1,6}|[-*+]|(\d{1,3})[.)])[ \u00a0]")
_HARD_SPACE = "\u00a0"


def with_marks_free(lines: list[str]) -> list[str]:
    """The lines with common spaces round marks that have no-break spaces there, as some keyboards make them.

    A number is such a mark where 1 and 2 are: "3.\u00a0Oktober" may as well begin a sentence.
    """
    found = [_BOUND.match(line) if _HARD_SPACE in line[:70] else None for line in lines]
    counts = {"1", "2"} <= {match[3] for match in found if match}
    return [
        f"{match[1].replace(_HARD_SPACE, ' ')}{match[2]} {line[match.end() :]}"
        if match and _HARD_SPACE in match[0] and (counts or not match[3])
        else line
        for line, match in zip(lines, found, strict=True)
    ]

"""What stands in braces: `{#id .class key=value}`, pandoc's way, or kramdown's with a colon."""

from triptych.model.document import NO_ATTRIBUTES, Attributes
from triptych.patterns import late

# Nothing is given back: a value may hold the dots and hashes that begin other parts.
_PART = r"""(?:\#[^\s{}#.="']++|\.-?[^\W\d][\w:-]*+|-|[^\W\d][\w:.-]*+=(?:"[^"]*+"|'[^']*+'|[^\s{}"'=]++))"""
_BRACES = rf"\{{:?[ \t]*+(?:{_PART}(?:\s++|(?=[.#}}])))++\}}"
_WHOLE = late(_BRACES)
_TRAILING = late(rf"(^|\s)({_BRACES})\s*\Z")
_TRAILING_HEADING = late(rf"(^|[^)\]`*_])({_BRACES})\s*\Z")
_PARTS = late(_PART)


def parse_attributes(braces: str) -> Attributes | None:
    """The attributes in a text that is one pair of braces, or None if it is anything else."""
    return _attributes(braces) if _WHOLE.fullmatch(braces.strip()) else None


def leading_attributes(text: str) -> tuple[Attributes, int] | None:
    """Attributes that a text begins with, and how many characters they take."""
    match = _WHOLE.match(text) if text.startswith("{") else None
    return (_attributes(match[0]), match.end()) if match else None


def cut_trailing(text: str, heading: bool = False) -> tuple[str, Attributes]:
    """A paragraph's (or heading's) text without the attributes that it ends in, and these."""
    if not text.rstrip().endswith("}"):
        return text, NO_ATTRIBUTES
    # Only the last braces can match: starting there keeps the search linear.
    start = max(text.rfind("{") - 1, 0)
    match = (_TRAILING_HEADING if heading else _TRAILING).search(text, start)
    if match is None:
        return text, NO_ATTRIBUTES
    return text[: match.start(2)].rstrip(), _attributes(match[2])


def merge(first: Attributes, second: Attributes) -> Attributes:
    """Both attributes; where they differ, the second's id and values win."""
    if first == NO_ATTRIBUTES:
        return second
    if second == NO_ATTRIBUTES:
        return first
    classes = tuple(dict.fromkeys(first.classes + second.classes))
    values = tuple((dict(first.values) | dict(second.values)).items())
    return Attributes(second.id or first.id, classes, values)


def _attributes(braces: str) -> Attributes:
    name, classes, values = "", [], {}
    for part in _PARTS.findall(braces):
        if part.startswith("#"):
            name = part[1:]
        elif part.startswith("."):
            classes.append(part[1:])
        elif part == "-":
            classes.append("unnumbered")
        else:
            key, _, value = part.partition("=")
            values[key] = value[1:-1] if value[:1] in "\"'" else value
    return Attributes(name, tuple(classes), tuple(values.items()))

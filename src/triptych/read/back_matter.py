"""What the front matter says of chronology, people, glossary, index and references between the panels."""

from collections.abc import Mapping

from triptych.model.back_matter import BackMatter
from triptych.problem import Report
from triptych.read.decode import legal

_KEYS = {
    "chronology": "chronology",
    "people": "people",
    "glossary": "glossary",
    "index": "index",
    "panel-references": "references",
    "panel_references": "references",
}
KEYS = tuple(_KEYS)
"""The keys that are read here."""
_YES, _NO = ("true", "yes", "on", "1"), ("false", "no", "off", "0")
_MOST_NAMES = 100


def read_back_matter(values: Mapping[str, object], lines: Mapping[str, int], report: Report) -> BackMatter:
    """The wishes among the values of the front matter, whose keys are in small letters; a warning for what is none.

    `lines` has the line of each key.
    """
    wishes: dict[str, bool] = {}
    names: tuple[str, ...] = ()
    for key, field in _KEYS.items():
        value = values.get(key)
        said = value.strip().lower() if isinstance(value, str) else str(value).lower()
        if value is None or said == "":
            continue
        if said in (*_YES, *_NO):
            wishes[field] = said in _YES
        elif key == "people":
            wishes[field], names = True, _names(value)
        else:
            report.add("warning", f"{key}: {said[:40]} is not known", lines.get(key, 1), "write true or false")
    return BackMatter(names=names, **wishes)


def _names(value: object) -> tuple[str, ...]:
    """The names of a list, or of one line with commas between them."""
    every = value if isinstance(value, list | tuple) else str(value).split(",")
    names = (" ".join(legal(str(name)).split()) for name in every[:_MOST_NAMES] if isinstance(name, str))
    return tuple(dict.fromkeys(name for name in names if name))

"""A document's values above those of its course."""

from collections.abc import Mapping

from triptych.read.forms import FORMS

ALIASES = {
    "authors": "author",
    "language": "lang",
    "subject": "course",
    "institute": "course",
    "edition": "editions",
    "affiliations": "affiliation",
    "aspectratio": "aspect",
    "size": "aspect",
    "slidesize": "aspect",
    "slide_numbers": "slide-numbers",
    "panel_references": "panel-references",
    "papersize": "paper",
    "backgroundcolor": "background",
    "backgroundimage": "background",
}
"""Keys that say the same."""


def with_course(own: Mapping[str, object], course: Mapping[str, object]) -> dict[str, object]:
    """A document's values with those of its course beneath: the document has the last word on each.

    The words of a form come after the course's, where the later ones count; own wording is added to that of the course.
    """
    said = {_called(str(key).lower()) for key in own}
    out = {key: value for key, value in course.items() if _called(key) not in said}
    for key, value in own.items():
        under = course.get(str(key).lower())
        if key in FORMS and under is not None:
            out[key] = f"{_line(under)} {_line(value)}"
        elif key == "words" and isinstance(under, dict) and isinstance(value, dict):
            out[key] = {**under, **value}
        else:
            out[key] = value
    return out


def _called(key: str) -> str:
    return ALIASES.get(key, key)


def _line(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)

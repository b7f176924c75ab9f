"""What a course's `triptych.toml` says for all documents below it, and what is wrong with it."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches

import msgspec

from triptych.model.theme import BUILT_IN
from triptych.problem import Problem, Severity
from triptych.read.course_keys import FILES, KINDS, SAMPLES, Kind, words_of
from triptych.read.forms import FORMS, clashing_words, split_words
from triptych.read.front_matter import is_language
from triptych.read.toml_places import Places, error_place, places_of
from triptych.read.under_course import ALIASES

NAME = "triptych.toml"
LARGEST = 1_000_000
"""Bytes of a course's settings: a longer file is none."""


class Settings(msgspec.Struct, frozen=True):
    """What holds for the documents of a course: values as front matter has them, by its keys in small letters.

    `title` and `subtitle` are those of the whole course. Paths are as they are written: relative to the settings'
    folder. `problems` are told beside those of the documents; after an error of the whole there are no values.
    """

    values: Mapping[str, object] = msgspec.field(default_factory=dict)
    title: str = ""
    subtitle: str = ""
    problems: tuple[Problem, ...] = ()
    places: Mapping[str, tuple[int, int]] = msgspec.field(default_factory=dict)

    @property
    def broken(self) -> bool:
        """Whether nothing of it could be read."""
        return not self.places and any(problem.severity == "error" for problem in self.problems)


def read_course(data: bytes, path: str) -> Settings:
    """The settings in the bytes of a file that problems call `path`; never raises.

    A key that is not known and a value that cannot serve are told at their line and column, and left out.
    """
    import tomllib  # late: most documents have no course

    if len(data) > LARGEST:
        return _nothing(Problem("error", f"it is longer than {LARGEST:,} bytes", path))
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _nothing(Problem("error", "it is not UTF-8", path, line, 1, "save it as UTF-8"))
    try:
        says = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        reason, line, column = error_place(str(error), text)
        hint = 'values stand in quotes, as in: title = "Biology"'
        return _nothing(Problem("error", f"it is not valid TOML: {reason}", path, line, column, hint))
    return _read(says, places_of(text), path)


def _nothing(problem: Problem) -> Settings:
    return Settings(problems=(problem,))


def _read(says: Mapping[str, object], places: Places, path: str) -> Settings:
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for written, value in says.items():
        key = ALIASES.get(written.lower(), written.lower())
        found = list(_faults(key, value))
        for severity, message, word, hint in found:
            line, column = places.of(written, word)
            problems.append(Problem(severity, message, path, line, column, hint))
        if not any(severity == "error" for severity, *_ in found) and key in KINDS:
            values[key] = _known(key, _plain(value))
    title, subtitle = (str(values.pop(key, "")) for key in ("title", "subtitle"))
    if title:
        values.setdefault("course", title)
    problems.sort(key=lambda problem: (problem.line, problem.column))
    at = {ALIASES.get(key.lower(), key.lower()): places.of(key, "") for key in says} or {"": (1, 1)}
    return Settings(values, title, subtitle, tuple(problems), at)


def _faults(key: str, value: object) -> Iterator[tuple[Severity, str, str, str]]:
    """What is wrong with a key or its value: severity, message, the word that is meant, hint."""
    if key not in KINDS:
        near = get_close_matches(key, sorted(KINDS), 1, 0.75)
        hint = f"did you mean {near[0]}?" if near else "the keys are those of front matter that serve several documents"
        yield "warning", f"not a key that is known here: {key[:40]}", "", hint
    elif not _is_a(KINDS[key], value):
        yield "error", f"{key} cannot be {_kind(value)}", "", f"write it as in: {SAMPLES[KINDS[key]].format(key)}"
    elif key == "lang" and not is_language(str(value)):
        yield "error", f"not a language tag: {str(value)[:40]}", "", "write one such as en or pt-BR"
    elif key == "theme" and value not in BUILT_IN and "/" not in str(value):
        hint = f"{_near(str(value).lower(), BUILT_IN)}; a folder of your own is written as in ./ours"
        yield "error", f"there is no theme called {str(value)[:40]}", "", hint
    elif known := words_of(key):
        for word in split_words(_line(value)):
            if not known(word):
                yield "warning", f"{key}: {word[:40]} is not known", word, _near(word, known.words)
        if key in FORMS and (clash := clashing_words(key, _line(value))):
            yield "warning", f"{key}: {' and '.join(clash)} exclude each other", clash[1], "the last one counts"


def _near(word: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(word, known, 1)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"


def _is_a(kind: Kind, value: object) -> bool:
    texts = isinstance(value, list) and all(isinstance(one, str) for one in value)
    match kind:
        case "text":
            return isinstance(value, str | date)
        case "flag":
            return isinstance(value, bool)
        case "names":
            return isinstance(value, bool) or texts
        case "number":
            return isinstance(value, int) and not isinstance(value, bool) and value > 0
        case "texts":
            return isinstance(value, str) or texts
        case "people":
            tables = isinstance(value, list) and all(isinstance(one, str | dict) for one in value)
            return isinstance(value, str | dict) or tables
        case "table":
            return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", str: "a text", list: "a list", dict: "a table"}
    return names.get(type(value), "a date or time")


def _plain(value: object) -> object:
    """A value as YAML gives it to front matter: a flag and a number are text there."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float | date) else value


def _known(key: str, value: object) -> object:
    """A value without the words that are not known: they are told once, not again in each document."""
    known = words_of(key)
    return " ".join(filter(known, split_words(_line(value)))) if known else value


def _line(value: object) -> str:
    return " ".join(value) if isinstance(value, list) else str(value)


def files_of(values: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The keys and names of all files that the settings of a course name."""
    for key in FILES:
        value = values.get(key, ())
        for name in (value,) if isinstance(value, str) else value if isinstance(value, list) else ():
            if _is_file(key, str(name)):
                yield key, str(name)


def _is_file(key: str, name: str) -> bool:
    if key == "theme":
        return "/" in name
    return key != "background" or re.search(r"\.\w{2,5}$", name) is not None


def moved(values: Mapping[str, object], names: Mapping[str, str]) -> dict[str, object]:
    """The values with each file under the name that it has from elsewhere; without those that have none."""
    out = dict(values)
    for key in {key for key, _ in files_of(values)}:
        value = values[key]
        listed = [value] if isinstance(value, str) else list(value) if isinstance(value, list) else []
        there = [names[name] for name in listed if name in names]
        if not there:
            del out[key]
        else:
            out[key] = there[0] if isinstance(value, str) else there
    return out

"""What a build was made from, kept beside what it made: an unchanged document is not built again."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, get_args

import msgspec

from triptych.inputs import Inputs, hash_of, state_beside, state_of
from triptych.problem import Problem, Severity
from triptych.program import program
from triptych.text.system_fonts import fonts_state, were_asked_for

NAME = ".triptych.json"
_LARGEST = 20_000_000
"""Bytes of a stamp: a larger file is none."""

Standing = Literal["made", "absent", "older", "changed", "foreign"]
"""How a file stands: as a build makes it, not at all, as it was made before; changed since, or never made here."""


class About(msgspec.Struct, frozen=True):
    """What is known of a document that was made: its title, its language, and how many pages each product has."""

    title: str = ""
    lang: str = ""
    pages: Mapping[str, int] = msgspec.field(default_factory=dict)


NOTHING_KNOWN = About()


class Stamp(msgspec.Struct, frozen=True):
    """What went in, what came out, and the problems to show again.

    `made_from` is the program, the options and the source; `fonts` the state of the system's, if they were asked for.
    `besides` and `here` are the states of other files (see Inputs). `outputs` has the hash of each file as it is made
    now; `before` that of each that was ever made here, as it stood until now: a build that is killed leaves some so.
    """

    made_from: tuple[str, str, str] = ("", "", "")
    fonts: str = ""
    besides: Mapping[str, str] = msgspec.field(default_factory=dict)
    here: Mapping[str, str] = msgspec.field(default_factory=dict)
    outputs: Mapping[str, str] = msgspec.field(default_factory=dict)
    before: Mapping[str, str] = msgspec.field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    about: About = NOTHING_KNOWN

    def inputs_hold(self, source: bytes, options: str, folder: Path, root: Path) -> bool:
        """Whether a build of a document in a folder, with files from inside a root, would give the same files again."""
        return (
            self.made_from == (program(), options, hash_of(source))
            and all(state_beside(folder / name, root) == state for name, state in self.besides.items())
            and all(state_of(Path(name)) == state for name, state in self.here.items())
            and (not self.fonts or self.fonts == fonts_state())
        )

    def made(self, states: Mapping[str, str]) -> dict[str, str]:
        """The hash of each file that was ever made here: its state, or if somebody changed it, as it was made last."""
        out = {}
        for name, state in self.before.items():
            known = (self.outputs.get(name, state), state)
            out[name] = states[name] if states[name] in known else known[0]
        return out

    def standing(self, name: str, found: str, wanted: str) -> Standing:
        """How a file stands: `found` is its state, `wanted` the hash of what is to stand there."""
        if found == wanted:
            return "made"
        if not found:
            return "absent"
        if found in (self.outputs.get(name), self.before.get(name)):
            return "older"
        return "changed" if name in self.before else "foreign"


def new_stamp(
    source: bytes,
    options: str,
    inputs: Inputs,
    outputs: Mapping[str, str],
    problems: tuple[Problem, ...],
    about: About = NOTHING_KNOWN,
) -> Stamp:
    """The stamp of a build, which does not know yet what stands in the folder."""
    fonts = fonts_state() if were_asked_for() else ""
    made_from = (program(), options, hash_of(source))
    return Stamp(made_from, fonts, inputs.states, inputs.here, outputs, {}, problems, about)


def to_json(stamp: Stamp) -> bytes:
    """The stamp as it is kept in a file."""
    says = {
        "made_from": stamp.made_from,
        "fonts": stamp.fonts,
        "besides": stamp.besides,
        "here": stamp.here,
        "outputs": stamp.outputs,
        "before": stamp.before,
        "problems": [(p.severity, p.message, p.path, p.line, p.column, p.hint, p.place) for p in stamp.problems],
        "about": {"title": stamp.about.title, "lang": stamp.about.lang, "pages": stamp.about.pages},
    }
    return json.dumps(says, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")


def load_stamp(folder: Path) -> Stamp:
    """The stamp in a folder; one for which nothing holds if there is none that can be understood.

    Of one that is understood in part, such as an older version's, this keeps which files were made.
    """
    path = folder / NAME
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return Stamp()
        says = json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
    except (OSError, ValueError, RecursionError):
        return Stamp()
    if not isinstance(says, dict):
        return Stamp()
    try:
        return _understood(says)
    except (KeyError, TypeError, ValueError, AttributeError):
        outputs = _hashes(says.get("outputs"))
        return Stamp(outputs=outputs, before={**outputs, **_hashes(says.get("before"))})


def _understood(says: dict[str, Any]) -> Stamp:
    """What a stamp says. Raises KeyError, TypeError or ValueError if something in it is not as it is written."""
    made_by, options, source = map(_text, says["made_from"])
    return Stamp(
        (made_by, options, source),
        _text(says["fonts"]),
        _states(says["besides"]),
        _states(says["here"]),
        _hashes(_states(says["outputs"])),
        _hashes(_states(says["before"])),
        tuple(_problem(*problem) for problem in says["problems"]),
        _about(says["about"]),
    )


def _about(says: dict[str, Any]) -> About:
    pages = {_text(name): count for name, count in says["pages"].items() if isinstance(count, int)}
    return About(_text(says["title"]), _text(says["lang"]), pages)


def _problem(severity: Severity, message: str, path: str, line: int, column: int, hint: str, place: str) -> Problem:
    if severity not in get_args(Severity) or not isinstance(line, int) or not isinstance(column, int):
        raise ValueError("no problem")
    return Problem(severity, _text(message), _text(path), line, column, _text(hint), _text(place))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _states(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise TypeError("no mapping")
    return {name: _text(state) for name, state in value.items()}


def _hashes(value: object) -> dict[str, str]:
    """The hashes of files by their names, as far as they are such."""
    pairs = value.items() if isinstance(value, dict) else ()
    return {name: found for name, found in pairs if isinstance(found, str) and _is_beneath(name)}


def _is_beneath(name: str) -> bool:
    """Whether a name is that of a file in the folder of the stamp, or in a folder in that one."""
    parts = name.split("/")
    return len(parts) <= 2 and all(part == Path(part).name and part not in ("", "..") for part in parts)

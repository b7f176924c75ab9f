"""A document on its way to another machine, with all files that it needs, and what comes back."""

import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import msgspec
from msgspec.structs import replace

import triptych
from triptych.build import Source, make
from triptych.inputs import Inputs
from triptych.limits import UNTIMED
from triptych.problem import Problem
from triptych.products.options import Options
from triptych.program import libraries
from triptych.stamp import About

Sent = Mapping[str, bytes | None]
"""Files by the names that a document has for them; None for those that are not there."""


class Parcel(msgspec.Struct, frozen=True):
    """A document with what it needs: its folder as seen from its root, and the files that it was found to read.

    `there` says of others whether they are there. `look` has the files of a theme's folder or the template that the
    command names.
    """

    source: Source
    data: bytes
    folder: str
    options: Options
    values: Mapping[str, object]
    files: Sent
    outside: tuple[str, ...]
    there: Mapping[str, bool]
    look: Mapping[str, bytes]
    program: str


class Answer(msgspec.Struct, frozen=True):
    """What was made of a document, if nothing was wanting; else the names of the files that it needs as well.

    `asks` are files of which it asks whether they are there.
    """

    files: Mapping[str, bytes] = msgspec.field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    about: About = About()
    wants: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    program: str = ""


def which() -> str:
    """Which program this is, wherever it is installed: its version, and those of its libraries."""
    return " ".join((triptych.__version__, *libraries(tuple(sys.path))))


def made_there(parcel: Parcel) -> Answer:
    """Make all of a document in a folder of its own, as it would be made where it comes from."""
    here = which()
    if here != parcel.program:
        return Answer(program=here)
    with tempfile.TemporaryDirectory(prefix="triptych-") as name:
        root = Path(name) / "root"
        folder = root / parcel.folder
        folder.mkdir(parents=True)
        for written, data in parcel.files.items():
            _lay(folder / written, data)
        for written in (name for name, there in parcel.there.items() if there):
            if not (folder / written).exists():
                _lay(folder / written, b"")
        for written in parcel.outside:
            _lead_out(folder / written, Path(name))
        options = replace(parcel.options, root=root, limits=replace(parcel.options.limits, seconds=UNTIMED.seconds))
        source = replace(parcel.source, path=folder / PurePosixPath(parcel.source.path.as_posix()).name)
        inputs = Inputs(folder, root, options.limits)
        made = make(source, parcel.data, inputs, _with_look(options, parcel.look, Path(name)), parcel.values)
        wants = tuple(sorted(inputs.besides.keys() - parcel.files.keys() - set(parcel.outside)))
        asks = tuple(sorted(inputs.looked_for.keys() - parcel.there.keys()))
        return Answer(wants=wants, asks=asks) if wants or asks else Answer(made.files, made.problems, made.about)


def _lay(path: Path, data: bytes | None) -> None:
    if data is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _lead_out(path: Path, outer: Path) -> None:
    """A file that may not be read is outside of the root here as well."""
    if not os.path.lexists(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(outer)


def _with_look(options: Options, look: Mapping[str, bytes], outer: Path) -> Options:
    for name, data in look.items():
        _lay(outer / "look" / name, data)
    if not look:
        return options
    if options.template is not None:
        options = replace(options, template=outer / "look" / options.template.name)
    return replace(options, theme=str(outer / "look")) if "theme.toml" in look else options

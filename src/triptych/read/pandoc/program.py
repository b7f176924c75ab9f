"""Runs pandoc in a process of its own: no network, no files, so much time and memory and no more."""

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path

import msgspec

from triptych.patterns import late
from triptych.problem import Problem
from triptych.read.decode import legal
from triptych.read.pandoc.remarks import Remark, remarks_of

SECONDS = 50
"""How long a document may take; one of a thousand pages takes some ten."""
_MEMORY = "1800M"
_SCRIPT = Path(__file__).with_name("media.lua")
INSTALL = "pip install 'triptych[documents]'"
_ENTRY = late(r"(?m)^(?=\[(?:WARNING|INFO)\] )")
_PLACE = late(r"\bline (\d+)")
_SAID = late(r"\[(?:WARNING|INFO)\] ")


class Converted(msgspec.Struct, frozen=True):
    """A document as pandoc's JSON, the files that were in it by their names, and what is to be said of it."""

    tree: bytes
    parts: dict[str, bytes]
    remarks: tuple[Remark, ...]


def convert(data: bytes, path: str, format: str, more: tuple[str, ...] = ()) -> Converted | Problem:
    """A document in one of pandoc's formats, read; or why it cannot be. `more` are further options."""
    program = _program()
    if program is None:
        message = f"documents of this format need pandoc: {Path(path).suffix}"
        return Problem("error", message, path, hint=INSTALL)
    # --sandbox: readers and writers open no file but what the command names, and fetch nothing
    command = [str(program), "--standalone", "--sandbox", "--verbose", "-f", format, "-t", str(_SCRIPT), *more]
    command += ["+RTS", f"-M{_MEMORY}", "-RTS"]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return Problem("error", f"cannot be read: it takes more than {SECONDS} seconds", path, hint="divide it")
    except OSError as failure:
        return Problem("error", f"pandoc does not run: {failure.strerror or failure}", path, hint=INSTALL)
    if done.returncode:
        return _refusal(done.stderr, path)
    return _parted(done.stdout, remarks_of(_ENTRY.split(_text(done.stderr))))


def _program() -> Path | None:
    """Pandoc as the wheel brings it, found without loading anything; None if it is not installed."""
    spec = find_spec("pypandoc")
    places = spec.submodule_search_locations if spec and spec.submodule_search_locations else ()
    files = (Path(place, "files", name) for place in places for name in ("pandoc", "pandoc.exe"))
    return next((file for file in files if file.is_file()), None)


def _parted(output: bytes, remarks: tuple[Remark, ...]) -> Converted:
    """What our writer (media.lua) wrote, taken apart."""
    head, _, rest = output.partition(b"\n")
    index = json.loads(head)
    tree, rest = rest[: index["tree"]], rest[index["tree"] :]
    parts = {}
    for name, length in index["parts"]:
        parts[name], rest = rest[:length], rest[length:]
    return Converted(tree, parts, remarks)


def _refusal(stderr: bytes, path: str) -> Problem:
    """Why pandoc could not read a document, with the line where it says it."""
    reason = _reason(stderr)
    place = _PLACE.search(reason)
    return Problem("error", f"cannot be read: {reason}", path, int(place[1]) if place else 0)


def _reason(stderr: bytes) -> str:
    """Why pandoc gave up, in one line."""
    lines = [line for line in _text(stderr).split("\n") if line.strip() and not _SAID.match(line)]
    if any("heap" in line.lower() for line in lines):
        return f"it takes more than {_MEMORY}B of memory"
    said = " ".join(" ".join(lines).split())
    return said[:200] or "pandoc says nothing of why"


def _text(stderr: bytes) -> str:
    return legal(stderr.decode("utf-8", "replace"))

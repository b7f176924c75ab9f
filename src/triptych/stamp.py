"""What a build was made from, kept beside what it made: an unchanged document is not built again."""

import hashlib
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import msgspec

import triptych
from triptych.problem import Problem

NAME = ".triptych.json"


class Stamp(msgspec.Struct, frozen=True):
    """Hashes of what went in and what came out, the options, and the problems to show again."""

    version: str
    options: str
    source: str
    inputs: dict[str, str]
    outputs: dict[str, str]
    problems: tuple[Problem, ...]

    def still_holds(self, folder: Path, source: bytes, options: str, beside: Path) -> bool:
        """Whether a build would give again just the files that stand in the folder."""
        return (
            self.version == _program()
            and self.options == options
            and self.source == _hash(source)
            and all(hash_of(beside / name) == value for name, value in self.inputs.items())
            and all(hash_of(folder / name) == value for name, value in self.outputs.items())
        )


def stamp_of(
    source: bytes,
    options: str,
    pictures: tuple[str, ...],
    beside: Path,
    made: dict[str, bytes],
    problems: tuple[Problem, ...],
) -> Stamp:
    """The stamp of a build that has just been made."""
    inputs = {name: hash_of(beside / name) for name in pictures}
    outputs = {name: _hash(data) for name, data in made.items()}
    return Stamp(_program(), options, _hash(source), inputs, outputs, problems)


def load_stamp(folder: Path) -> Stamp | None:
    """The stamp in a folder; None if there is none that can be read."""
    try:
        says = json.loads((folder / NAME).read_text(encoding="utf-8"))
        problems = tuple(Problem(**problem) for problem in says.pop("problems"))
        return Stamp(**says, problems=problems)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def save_stamp(folder: Path, stamp: Stamp, write: Callable[[Path, bytes], Path]) -> None:
    """Keep the stamp beside the files. Raises OSError if it cannot be written."""
    write(
        folder / NAME,
        json.dumps(msgspec.to_builtins(stamp), ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass"),
    )


@cache
def _program() -> str:
    """The version, and when the newest file of the program was written: a changed program builds again."""
    files = Path(__file__).parent.rglob("*.*")
    newest = max(file.stat().st_mtime_ns for file in files if file.suffix in (".py", ".toml", ".pptx"))
    return f"{triptych.__version__} {newest}"


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def hash_of(path: Path) -> str:
    """The hash of a plain file; empty for what is none, such as a device that would never end."""
    try:
        return _hash(path.read_bytes()) if path.is_file() else ""
    except (OSError, ValueError):
        return ""


def hash_of_theme(name: str) -> str:
    """The hashes of the files of a theme that is a folder; nothing for a built-in one."""
    return "".join(hash_of(Path(name) / file) for file in ("theme.toml", "template.pptx")) if name else ""

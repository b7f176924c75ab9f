"""The only writer of files: whole ones, under temporary names first."""

import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from triptych.problem import Problem
from triptych.stamp import NAME

_TEMPORARY = re.compile(r"\.triptych-(\d{1,10})-\d+\.tmp")
_LATER = 999_999
"""A number that no file of a set has."""
ELSEWHERE = "choose another folder with -o"
CLOSE_IT = f"close it if it is open in another program, or {ELSEWHERE}"


def clear(folder: Path) -> None:
    """Remove the temporary files of builds that were killed; those of one that still runs are left alone."""
    with suppress(OSError):
        for entry in os.scandir(folder):
            match = _TEMPORARY.fullmatch(entry.name)
            if match and not _runs(int(match[1])):
                with suppress(OSError):
                    os.unlink(entry.path)


def _runs(process: int) -> bool:
    """Whether another process of this number is there."""
    if process == os.getpid():
        return False
    if sys.platform == "win32":  # there a file that is open cannot be removed
        return False
    try:
        os.kill(process, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True


def write(folder: Path, files: Mapping[str, bytes | Path]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Files in the order of their names given; the names of those that were written, and what is said of the others.

    All are written whole under temporary names first and then renamed: a reader never sees half a file. A path stands
    for a temporary file of `temporary_file` that has been written already.
    """
    temporary = {name: folder / f".triptych-{os.getpid()}-{number}.tmp" for number, name in enumerate(files)}
    written, problems, at = [], [], folder
    try:
        for name, data in files.items():
            at = folder / name
            at.parent.mkdir(exist_ok=True)  # that of pictures
            if isinstance(data, bytes):
                temporary[name].write_bytes(data)
            else:
                os.replace(data, temporary[name])
        for name in files:
            try:
                os.replace(temporary[name], folder / name)
                written.append(name)
            except OSError as failure:
                problems.append(unwritable(failure, folder / name, CLOSE_IT))
                if name == NAME:
                    break  # files that no stamp knows would pass for somebody else's
    except OSError as failure:
        problems.append(unwritable(failure, at, ELSEWHERE))
    finally:
        for path in temporary.values():
            with suppress(OSError):
                path.unlink(missing_ok=True)
    return tuple(written), tuple(problems)


def temporary_file(folder: Path) -> Path:
    """A name in a folder for a file that is too large to be made in memory; `write` moves it, `clear` removes it.

    What lies about of builds that were killed is cleared. Raises OSError if there is no such folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    clear(folder)
    return folder / f".triptych-{os.getpid()}-{_LATER}.tmp"


def unwritable(failure: OSError, path: Path, hint: str) -> Problem:
    """The error that tells why a file cannot be written."""
    reason = (failure.strerror or str(failure)).lower()
    return Problem("error", f"cannot be written: {reason}", str(path), hint=hint)

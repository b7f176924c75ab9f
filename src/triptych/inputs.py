"""The files that a build reads besides its document, and the state in which it found each."""

import hashlib
import os
from pathlib import Path

import msgspec

from triptych.read.beside import first_bytes

LARGE = 50_000_000
"""Bytes from which on a file is known by its size and time: less than any picture may have that is shown."""
NO_FILE = "not a file"
"""The state of a folder or a device, and of a file that cannot be read."""


class Inputs(msgspec.Struct, frozen=True):
    """Reads files for a document in a folder, and keeps the state of each as it was read.

    Names are as they were looked for: `besides` relative to the document's folder, `here` to the current one. What was
    looked for in vain is among them, for it may be there the next time.
    """

    folder: Path
    besides: dict[str, str] = msgspec.field(default_factory=dict)
    here: dict[str, str] = msgspec.field(default_factory=dict)

    def beside(self, name: str, most: int = -1) -> bytes | None:
        """The first bytes of a plain file beside the document, all if nothing is said; None if it cannot be read."""
        path = self.folder / name
        before = size_and_time(path)  # before it is read: a later change must not pass for what was read
        data = first_bytes(path, most)
        if data is None:
            self.besides[name] = state_of(path)
        else:
            self.besides[name] = before or hash_of(data)
        return data

    def note(self, path: Path) -> None:
        """Keep the state of a file that is about to be read by others."""
        self.here[str(path)] = state_of(path)


def hash_of(data: bytes) -> str:
    """What tells these bytes from all others."""
    return hashlib.sha256(data).hexdigest()


def state_of(path: Path, *, whole: bool = False) -> str:
    """What changes when a file does: its hash, of a large one its size and time; empty if there is none.

    A large file is read only if it is asked for as a `whole`; a device, which would never end, is not.
    """
    try:
        if not os.path.lexists(path):
            return ""
        if not path.is_file():
            return NO_FILE
        return ("" if whole else size_and_time(path)) or hash_of(path.read_bytes())
    except ValueError:  # no path at all
        return ""
    except OSError:
        return NO_FILE


def size_and_time(path: Path) -> str:
    """The size and the time of a large file; empty for any other."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return ""
    return f"{found.st_size} {found.st_mtime_ns}" if found.st_size > LARGE else ""

"""The files that a build reads besides its document, and the state in which it found each."""

import hashlib
import os
from pathlib import Path

import msgspec

from triptych.limits import USUAL, LimitError, Limits
from triptych.read.beside import RefusedError, first_bytes, may_be_read

LARGE = 50_000_000
"""Bytes from which on a file is known by its size and time: less than any picture may have that is shown."""
NO_FILE = "not a file"
"""The state of a folder or a device, and of a file that cannot be read."""
OUTSIDE = "outside the root"
"""The state of a file that may not be read, whether there is one or not."""
MARKS = ("triptych.toml", ".git")
"""What makes a folder the root of all documents beneath it."""


class Inputs(msgspec.Struct, frozen=True):
    """Reads files for a document in a folder, none from outside a root, and keeps the state of each as it was read.

    Names are as they were looked for: `besides` relative to the document's folder, `here` to the current one. What was
    looked for in vain is among them, for it may be there the next time. Without a `root` it is the document's folder.
    `looked_for` are those of which it is only asked whether they are there.
    """

    folder: Path
    root: Path | None = None
    limits: Limits = USUAL
    besides: dict[str, str] = msgspec.field(default_factory=dict)
    here: dict[str, str] = msgspec.field(default_factory=dict)
    looked_for: dict[str, bool] = msgspec.field(default_factory=dict)

    def beside(self, name: str, most: int = -1) -> bytes | None:
        """The first bytes of a plain file beside the document, all if nothing is said; None if it cannot be read.

        Raises RefusedError for a file outside the root, and LimitError for one of which all is too much.
        """
        path = self.folder / name
        if not self._permits(path):
            self.besides[name] = OUTSIDE
            raise RefusedError(name)
        before = size_and_time(path)  # before it is read: a later change must not pass for what was read
        data = first_bytes(path, most if most >= 0 else self.limits.document_bytes + 1)
        if data is None:
            self.besides[name] = state_of(path)
        else:
            self.besides[name] = before or hash_of(data)
        if data is not None and most < 0 and len(data) > self.limits.document_bytes:
            raise LimitError(f"bytes of {name[:80]}", "document-bytes", self.limits.document_bytes)
        return data

    def there(self, name: str) -> bool | None:
        """Whether there is a file or folder of this name beside the document; None if it may not be looked for."""
        path = self.folder / name
        try:
            if not may_be_read(path, self.root or self.folder):
                return None
            self.looked_for[name] = path.exists()
        except (ValueError, OSError):
            return None  # no path at all
        return self.looked_for[name]

    @property
    def states(self) -> dict[str, str]:
        """The states of all files beside the document, of those too that were looked for in vain."""
        return {**{name: "" for name, there in self.looked_for.items() if not there}, **self.besides}

    def _permits(self, path: Path) -> bool:
        try:
            return may_be_read(path, self.root or self.folder)
        except (ValueError, OSError):
            return True  # no path at all: there is nothing to be read

    def note(self, path: Path) -> None:
        """Keep the state of a file that is about to be read by others."""
        self.here[str(path)] = state_of(path)


def root_of(folder: Path) -> Path:
    """The folder from inside of which a document in this folder may have files read, where nobody says another.

    It is the nearest one that has a mark, else the working folder if the document is in it, else the document's own.
    A whole disk is no such folder, unless it is asked for.
    """
    own, here = Path(os.path.realpath(folder)), Path(os.path.realpath(os.curdir))
    for above in (own, *own.parents):
        if any(os.path.lexists(above / mark) for mark in MARKS):
            return above
    return here if own.is_relative_to(here) and here.parent != here else own


def hash_of(data: bytes) -> str:
    """What tells these bytes from all others."""
    return hashlib.sha256(data).hexdigest()


def state_beside(path: Path, root: Path) -> str:
    """What changes when a file does, or when it may no longer be read."""
    try:
        if not may_be_read(path, root):
            return OUTSIDE
    except (ValueError, OSError):
        pass
    return state_of(path)


def state_of(path: Path, *, whole: bool = False) -> str:
    """What changes when a file does: its hash, of a large one its size and time; empty if there is none.

    A large file is read only if it is asked for as a `whole`; a device, which would never end, is not.
    """
    try:
        if not os.path.lexists(path):
            return ""
        if not path.is_file():
            return NO_FILE
        if not whole and (known := size_and_time(path)):
            return known
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
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

"""Checksums of files, as `sha256sum --check` reads them; and an archive of them, always the same bytes."""

import hashlib
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

NAME = "SHA256SUMS"
_PACKED = (".pptx", ".pdf", ".apkg", ".png", ".xlsx", ".zip")
_THEN = (1980, 1, 1, 0, 0, 0)


def sums(folder: Path, names: Iterable[str], made: Mapping[str, bytes]) -> bytes:
    """A line for each file, in the order of their names: those in a folder, and those that are not written yet.

    Names with a line end or a backslash are escaped as GNU's programs do it. Raises OSError if a file cannot be read.
    """
    found = {name: hashlib.sha256(data).hexdigest() for name, data in made.items()}
    for name in names:
        with (folder / name).open("rb") as file:
            found[name] = hashlib.file_digest(file, "sha256").hexdigest()
    return "".join(_line(name, digest) for name, digest in sorted(found.items())).encode("utf-8", "surrogateescape")


def _line(name: str, digest: str) -> str:
    shown = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    return f"{'' if shown == name else chr(92)}{digest}  {shown}\n"


def write_archive(target: Path, folder: Path, names: Iterable[str], made: Mapping[str, bytes]) -> None:
    """An archive of the same files at `target`, one after the other: none but the largest is ever in memory.

    Raises OSError if a file cannot be read or written.
    """
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted({*names, *made}):
            entry = zipfile.ZipInfo(name, _THEN)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            packed = name.lower().endswith(_PACKED)
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, made[name] if name in made else (folder / name).read_bytes())

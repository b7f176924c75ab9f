"""A look at a file that is an archive before anyone unpacks it: whether it is one, how large, who may read it."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from triptych.problem import Problem

MOST_BYTES = 400_000_000
"""Bytes that a document may unpack to: more than any that people write."""
MOST_PARTS = 20_000
_CHUNK = 1 << 18
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")  # the stream of MS-OFFCRYPTO, 2.3.4.4
_LOCKED_OPEN_DOCUMENT = b"encryption-data"  # OpenDocument 1.3, part 2, 4.4
_MANIFEST = "META-INF/manifest.xml"
_UNLOCK = "save it without a password"


def archive_problem(data: bytes, path: str, title: str) -> Problem | None:
    """Why such a document cannot be unpacked, or None if it can; `title` is what its format is called."""
    if data.startswith(_OLD_OFFICE):
        if _LOCKED_OFFICE in data:
            return Problem("error", "the document is protected by a password", path, hint=_UNLOCK)
        hint = "open it in its program and save it in today's format"
        return Problem("error", "cannot be read: this is an old Office file", path, hint=hint)
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _too_much(archive, path) or _locked(archive, path)
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        hint = "open it in its program and save it again"
        return Problem("error", f"cannot be read: this is no {title} file, or it is damaged", path, hint=hint)


def _too_much(archive: ZipFile, path: str) -> Problem | None:
    """Whether the parts unpack to more than any document has: they are unpacked for it, whatever they say of it."""
    entries, size = archive.infolist(), 0
    hint = "no document is as large as that: take out what is not needed"
    if len(entries) > MOST_PARTS:
        return Problem("error", f"the document has too many parts: {len(entries)}", path, hint=hint)
    for entry in entries:
        if not entry.flag_bits & 1:
            size += _unpacked(archive, entry, MOST_BYTES - size)
        if size > MOST_BYTES:
            message = f"the document would unpack to more than {MOST_BYTES // 1_000_000} MB"
            return Problem("error", message, path, hint=hint)
    return None


def _unpacked(archive: ZipFile, entry: ZipInfo, most: int) -> int:
    """How many bytes a part unpacks to; counting ends soon above `most`."""
    entry.file_size = most + _CHUNK  # it reads no further than a part says that it goes
    del entry.CRC
    size = 0
    with archive.open(entry) as part:
        while size <= most and (chunk := part.read(_CHUNK)):
            size += len(chunk)
    return size


def _locked(archive: ZipFile, path: str) -> Problem | None:
    entries = archive.infolist()
    locked = any(entry.flag_bits & 1 for entry in entries)
    manifest = next((entry for entry in entries if entry.filename == _MANIFEST), None)
    if manifest is not None and not locked:
        with archive.open(manifest) as part:
            locked = _LOCKED_OPEN_DOCUMENT in part.read(_CHUNK)
    return Problem("error", "the document is protected by a password", path, hint=_UNLOCK) if locked else None

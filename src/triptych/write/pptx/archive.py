"""A zip archive that depends on its contents alone: fixed dates, fixed order, fixed attributes."""

import io
import zipfile
import zlib
from collections.abc import Iterable

_PACKED = (".png", ".jpg", ".jpeg", ".gif", ".mp3", ".mp4")


def archive(entries: Iterable[tuple[str, bytes]], level: int = 4) -> bytes:
    """The entries as a zip file, in the order given. Level 0 stores them as they are."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, data in entries:
            entry = _add(buffer, name, data, 0 if name.lower().endswith(_PACKED) else level)
            file.filelist.append(entry)
            file.NameToInfo[name] = entry
        file.start_dir = buffer.tell()  # where the library writes the directory of what is listed
    return buffer.getvalue()


def _add(buffer: io.BytesIO, name: str, data: bytes, level: int) -> zipfile.ZipInfo:
    """Writes an entry whose sizes are known before its header, which the library's own way writes twice."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.create_system = 3
    entry.external_attr = 0o600 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED if level else zipfile.ZIP_STORED
    packed = zlib.compress(data, level, -zlib.MAX_WBITS) if level else data
    entry.CRC, entry.file_size, entry.compress_size = zlib.crc32(data), len(data), len(packed)
    entry.header_offset = buffer.tell()
    buffer.write(entry.FileHeader())
    buffer.write(packed)
    return entry

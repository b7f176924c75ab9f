"""A zip archive that depends on its contents alone: fixed dates, fixed order, fixed attributes."""

import io
import zipfile
from collections.abc import Iterable

_PACKED = (".png", ".jpg", ".jpeg", ".gif", ".mp3", ".mp4")


def archive(entries: Iterable[tuple[str, bytes]], level: int = 4) -> bytes:
    """The entries as a zip file, in the order given. Level 0 stores them as they are."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, data in entries:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            stored = level == 0 or name.lower().endswith(_PACKED)
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            file.writestr(entry, data, compresslevel=level)
    return buffer.getvalue()

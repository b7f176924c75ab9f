"""A zip archive that depends on its contents alone: fixed dates, fixed order, fixed attributes."""

import zlib
from collections.abc import Iterable
from struct import Struct

_PACKED = (".png", ".jpg", ".jpeg", ".gif", ".mp3", ".mp4")
_STORED, _DEFLATED = 0, 8
_VERSION, _UNIX, _IN_UTF8 = 20, 3, 0x800
_NEW_YEAR_1980 = 1 << 5 | 1
_OWNERS_FILE = 0o600 << 16

_FILE = Struct("<HHHHHLLLHH")
"""What the header of a file and its entry in the directory both say (APPNOTE.TXT, 4.3.7): the version that is needed,
flags, method, time, date, checksum, both sizes, how long its name is, and that nothing follows that."""
_PLACE = Struct("<HHHLL")
"""What only the directory says (4.3.12): no comment, the first disk, attributes, where the file begins."""
_END = Struct("<HHHHLLH")
_LONG_END, _LONG_PLACE, _MOST = Struct("<QHHLLQQQQ"), Struct("<LQL"), 0xFFFF
"""What an end has no room for is said before it (4.3.14, 4.3.15): more files than it can count."""


def archive(entries: Iterable[tuple[str, bytes]], level: int = 4) -> bytes:
    """The entries as a zip file, in the order given. Level 0 stores them as they are.

    It is written here: a deck has four files for each slide, and the library thinks of much for each of them.
    """
    out: list[bytes] = []
    listed: list[bytes] = []
    at = count = 0
    for name, data in entries:
        packs = level and not name.lower().endswith(_PACKED)
        packed = zlib.compress(data, level, -zlib.MAX_WBITS) if packs else data
        method, flags, said = _DEFLATED if packs else _STORED, 0 if name.isascii() else _IN_UTF8, name.encode()
        sizes = (len(packed), len(data), len(said))
        about = _FILE.pack(_VERSION, flags, method, 0, _NEW_YEAR_1980, zlib.crc32(data), *sizes, 0)
        out += (b"PK\3\4", about, said, packed)
        listed += (b"PK\1\2", bytes((_VERSION, _UNIX)), about, _PLACE.pack(0, 0, 0, _OWNERS_FILE, at), said)
        at += 4 + _FILE.size + len(said) + len(packed)
        count += 1
    return b"".join((*out, *listed, _end(count, sum(map(len, listed)), at)))


def _end(count: int, length: int, at: int) -> bytes:
    """The end of an archive: how many files it has, how long their directory is, and where that begins."""
    before = b""
    if count > _MOST:
        before = b"PK\6\6" + _LONG_END.pack(44, 45, 45, 0, 0, count, count, length, at)
        before += b"PK\6\7" + _LONG_PLACE.pack(0, at + length, 1)
        count = _MOST
    return before + b"PK\5\6" + _END.pack(0, 0, count, count, length, at, 0)

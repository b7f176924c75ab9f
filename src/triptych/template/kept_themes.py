"""What a theme's folder gives, kept in it as data, so that no build need parse its colours and open its template."""

import hashlib
import zlib
from pathlib import Path

import msgspec

from triptych.model.theme import Theme

NAME = "theme.json.z"
"""The file in a theme's folder: JSON, compressed as zlib does (RFC 1950)."""
_LARGEST = 1_000_000
"""Bytes of the JSON: what is longer was not kept by us."""


class _Kept(msgspec.Struct, frozen=True, omit_defaults=True):
    made_from: str  # see _hash
    theme: Theme


def to_keep(theme: Theme, look: bytes, template: bytes) -> bytes:
    """The data to keep of a theme that was read from the bytes of its `theme.toml` and its template."""
    return zlib.compress(msgspec.json.encode(_Kept(_hash(look, template), theme)), 9)


def kept_theme(folder: Path, look: bytes, template: bytes) -> Theme | None:
    """The theme of a folder as it was kept; nothing if that is nonsense, or of other bytes or of another name."""
    try:
        kept = msgspec.json.decode(zlib.decompressobj().decompress((folder / NAME).read_bytes(), _LARGEST), type=_Kept)
    except (OSError, ValueError, zlib.error, msgspec.DecodeError):
        return None
    return kept.theme if kept.made_from == _hash(look, template) and kept.theme.name == folder.name else None


def _hash(look: bytes, template: bytes) -> str:
    """The SHA-256 of both files; a template begins with a sign that no text has, so where one ends is clear."""
    return hashlib.sha256(look + template).hexdigest()

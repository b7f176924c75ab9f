"""Natural order: doc2 before doc10, whatever capitals a name has."""

import re
import unicodedata
from pathlib import PurePath

_NUMBER = re.compile(r"(\d+)")
Key = tuple[tuple[tuple[tuple[int, int, str], ...], str], ...]


def natural_key(path: PurePath | str) -> Key:
    """What paths are sorted by, folder by folder: numbers in names by their value, capitals only in the last place."""
    return tuple((_name_key(part), part) for part in PurePath(path).parts)


def _name_key(name: str) -> tuple[tuple[int, int, str], ...]:
    # Words and numbers take turns, words first: nothing else is ever compared with a number.
    parts = _NUMBER.split(unicodedata.normalize("NFC", name).casefold())
    return tuple((at % 2, int(part) if at % 2 else 0, "" if at % 2 else part) for at, part in enumerate(parts))

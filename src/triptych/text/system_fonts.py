"""The font files of this machine, without opening any."""

import hashlib
import os
import sys
from functools import cache
from pathlib import Path


@cache
def system_fonts() -> tuple[Path, ...]:
    """Every TrueType font of the system, sans-serif families first; CFF outlines are left out (see write/pdf)."""
    return _files((".ttf", ".ttc"))


@cache
def outline_fonts() -> tuple[Path, ...]:
    """The fonts with CFF outlines, which can be measured but are not drawn."""
    return _files((".otf",))


def were_asked_for() -> bool:
    """Whether a document has needed the fonts of the system since the program began.

    One that needs none is not concerned when a font is installed. Which of several asked first does not matter: what
    was found for it serves the others too.
    """
    return bool(system_fonts.cache_info().currsize or outline_fonts.cache_info().currsize)


@cache
def fonts_state() -> str:
    """A hash of the names, sizes and times of the font files: another one once a font is added, changed or gone."""
    state = hashlib.sha256()
    for path in (*_files((".ttf", ".ttc")), *_files((".otf",))):
        try:
            found = path.stat()
        except OSError:  # a link to nothing
            continue
        state.update(f"{path} {found.st_size} {found.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return state.hexdigest()


@cache
def _files(suffixes: tuple[str, ...]) -> tuple[Path, ...]:
    home = Path.home()
    places = [
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".fonts",
        home / ".local/share/fonts",
        Path("/System/Library/Fonts"),
        Path("/Library/Fonts"),
        home / "Library/Fonts",
    ]
    if sys.platform == "win32":
        places = [Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts")]
    files = [
        Path(folder, name)
        for place in places
        for folder, _, names in os.walk(place)
        for name in names
        if name.lower().endswith(suffixes)
    ]
    return tuple(sorted(files, key=_preference))


def _preference(path: Path) -> tuple[bool, bool, str]:
    name = path.name.lower()
    styled = any(word in name for word in ("bold", "italic", "oblique", "light", "thin", "condensed", "mono"))
    return styled, "sans" not in name, str(path)

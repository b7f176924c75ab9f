"""The font files of this machine, without opening any."""

import hashlib
import importlib.util
import os
import sys
from functools import cache
from pathlib import Path


@cache
def system_fonts() -> tuple[Path, ...]:
    """Every TrueType font and every collection of the system, sans-serif families first."""
    return _files((".ttf", ".ttc"))


@cache
def outline_fonts() -> tuple[Path, ...]:
    """The fonts of the system in files of the kind that mostly holds CFF outlines."""
    return _files((".otf",))


@cache
def package_folder(package: str) -> Path:
    """Where a font package keeps its files. Found without importing fontpkg, which costs 40 ms."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"the font package {package.replace('_', '-')} is not installed")
    return Path(spec.submodule_search_locations[0], "files")


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

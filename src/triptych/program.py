"""Which program this is: its version and time, that of Python, and those of the libraries that it draws with."""

import os
import sys
from functools import cache

import triptych

LIBRARIES = frozenset(
    (
        "budoux",
        "citeproc_py",
        "click",
        "emoji",
        "fonttools",
        "genanki",
        "icu4py",
        "lxml",
        "markdown_it_py",
        "mdit_py_plugins",
        "msgspec",
        "pillow",
        "pygments",
        "pypandoc_binary",
        "pyphen",
        "python_bidi",
        "python_pptx",
        "pyyaml",
        "reportlab",
        "snowballstemmer",
        "resvg_py",
        "snowballstemmer",
        "uharfbuzz",
        "uniseg",
        "ziamath",
        "latex2mathml",
        "xlsxwriter",
        "ziafont",
    )
)
"""What the program depends on, and what this depends on in turn where it shapes a file, by their normalized names."""
FONTS = "fontpkg_"
"""How the names of font packages begin: any of them may be used."""
_SUFFIXES = (".dist-info", ".egg-info")


@cache
def program() -> str:
    """The program in words that change when it does: a changed program builds again."""
    return f"{triptych.__version__} {_newest()} Python {sys.version.split()[0]} {' '.join(libraries(tuple(sys.path)))}"


def libraries(places: tuple[str, ...]) -> tuple[str, ...]:
    """The names and versions of the libraries in the folders that modules come from; the first of a name counts.

    They are read off the names of the folders that installers leave (PyPA, "Recording installed projects"): asking
    importlib.metadata would cost a tenth of a build.
    """
    found: dict[str, str] = {}
    for place in places:
        try:
            entries = os.listdir(place or ".")
        except OSError:  # an archive, or a folder that is gone
            continue
        for entry in entries:
            if entry.endswith(_SUFFIXES):
                name, _, version = entry.rpartition(".")[0].partition("-")
                name = name.lower().replace(".", "_")
                if name in LIBRARIES or name.startswith(FONTS):
                    found.setdefault(name, version)
    return tuple(f"{name} {version}" for name, version in sorted(found.items()))


def _newest() -> str:
    """How many files the program has, and when the newest was written."""
    times: list[int] = []
    waiting = [os.path.dirname(__file__)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            found = list(entries)
        folders = [entry for entry in found if entry.is_dir()]
        waiting += [one.path for one in folders if one.name != "__pycache__" and not one.is_symlink()]
        times += [entry.stat().st_mtime_ns for entry in found if not entry.is_dir()]
    return f"{len(times)} {max(times)}"

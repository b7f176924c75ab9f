"""A coverage-guided fuzzer (atheris) over what reads the bytes of strangers: python fuzz/readers.py NAME [OPTION]...

NAME is a key of TARGETS; the options are libFuzzer's, such as -max_total_time=60 and a folder with a corpus.
"""

import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import atheris

with atheris.instrument_imports(include=["triptych"]):
    from triptych.limits import LimitError
    from triptych.problem import Report
    from triptych.read.bibliography import read_entries
    from triptych.read.csl_weight import weight
    from triptych.read.front_matter import read_front_matter
    from triptych.read.pictures.raster import BadPictureError, to_picture
    from triptych.read.pictures.svg_cleaning import clean
    from triptych.read.source import read_source
    from triptych.template.choose import open_template
    from triptych.template.themes import ThemeError, read_look

    # What is loaded when it is first needed is to be watched too.
    for room in map(import_module, ("triptych.read", "triptych.template")):
        for module in walk_packages(room.__path__, f"{room.__name__}."):
            if not module.name.endswith("_script"):
                import_module(module.name)


def _markdown(data: bytes) -> None:
    read_source(data, "a.md")


def _notes(data: bytes) -> None:
    read_source(data, "a.txt")


def _front(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    read_front_matter(f"---\n{text}\n---\n", Report("a.md"), lambda line: line)


def _svg(data: bytes) -> None:
    try:
        cleaned = clean(data)
    except (BadPictureError, LimitError):
        return
    # What is clean stays as it is: a second look finds nothing more to leave out.
    again = clean(cleaned.text.encode())
    assert not again.lacking, cleaned.text


def _template(data: bytes) -> None:
    open_template(data, "a.pptx", "a.md")


def _bibliography(data: bytes) -> None:
    for name in ("a.bib", "a.json"):
        with suppress(LimitError):
            read_entries(data, name, {"k", "a", "b"}, Report("a.md"))


def _style(data: bytes) -> None:
    weight(data, 50_000)


def _picture(data: bytes) -> None:
    with suppress(BadPictureError, LimitError):
        to_picture(data)


def _theme(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as place, suppress(ThemeError):
        Path(place, "theme.toml").write_bytes(data)
        read_look(Path(place))


TARGETS: dict[str, Callable[[bytes], None]] = {
    "markdown": _markdown,
    "notes": _notes,
    "front": _front,
    "svg": _svg,
    "template": _template,
    "bibliography": _bibliography,
    "style": _style,
    "picture": _picture,
    "theme": _theme,
}

if __name__ == "__main__":
    name, *options = sys.argv[1:]
    atheris.Setup([sys.argv[0], *options], TARGETS[name])
    atheris.Fuzz()

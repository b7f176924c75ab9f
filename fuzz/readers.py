"""A coverage-guided fuzzer (atheris) over what reads the bytes of strangers: python fuzz/readers.py NAME [OPTION]...

NAME is a key of TARGETS; the options are libFuzzer's, such as -max_total_time=60 and a folder with a corpus.
"""

import sys
from collections.abc import Callable

import atheris

with atheris.instrument_imports(include=["triptych"]):
    from triptych.limits import LimitError
    from triptych.problem import Report
    from triptych.read.front_matter import read_front_matter
    from triptych.read.pictures.raster import BadPictureError
    from triptych.read.pictures.svg_cleaning import clean
    from triptych.read.source import read_source
    from triptych.template.choose import open_template


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


TARGETS: dict[str, Callable[[bytes], None]] = {
    "markdown": _markdown,
    "notes": _notes,
    "front": _front,
    "svg": _svg,
    "template": _template,
}

if __name__ == "__main__":
    name, *options = sys.argv[1:]
    atheris.Setup([sys.argv[0], *options], TARGETS[name])
    atheris.Fuzz()

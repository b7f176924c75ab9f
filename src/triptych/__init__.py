"""Triptych: one study document in, three panels out.

>>> from pathlib import Path
>>> import triptych
>>> result = triptych.build(Path("guide.md"), Path("build"))     # doctest: +SKIP
>>> for problem in result.problems: print(problem)              # doctest: +SKIP
>>> result.files                                                 # doctest: +SKIP

`build` makes a PowerPoint deck, a PDF handout and a one-page PDF cheat sheet; `check` only reports;
`read` gives the content model, which `to_json` writes and `from_json` reads again. What the command does is these
functions.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # as type checkers know it: what is loaded here is loaded before the command can be stopped
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from triptych.build import Product, Result
    from triptych.model.document import Document
    from triptych.model.forms import Edition
    from triptych.problem import Problem

__version__ = "0.1.0"

__all__ = ["Problem", "build", "check", "from_json", "read", "to_json"]


def __getattr__(name: str) -> object:
    """`Problem`, when it is first asked for (PEP 562)."""
    if name != "Problem":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from triptych.problem import Problem

    return Problem


class _Package(type(sys)):  # type: ignore[misc]  # types.ModuleType, without loading what is not there yet
    """This package: a module of the name of one of our functions does not take its place when it is loaded."""

    def __setattr__(self, name: str, value: object) -> None:
        """Set what is no module of a function's name; the import system sets each module that it loads."""
        if not (name in ("build", "read") and isinstance(value, type(sys))):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def read(path: Path) -> tuple[Document, tuple[Problem, ...]]:
    """The document in a source file, as all is made from it, and its problems. Raises OSError if it cannot be read."""
    from triptych.products.prepare import read_document

    return read_document(path.read_bytes(), str(path))


def to_json(document: Document) -> bytes:
    """A document as JSON, as docs/document.schema.json describes it; the same bytes for the same document."""
    from triptych.model.serial import to_json

    return to_json(document)


def from_json(data: bytes) -> Document:
    """The document that such JSON is. Raises ValueError where it is none, with the place in it."""
    from triptych.model.serial import from_json

    return from_json(data)


def build(
    path: Path,
    out: Path,
    *,
    paper: str = "",
    theme: str = "",
    template: Path | None = None,
    only: Sequence[Product] = (),
    also: Sequence[Product] = (),
    editions: Sequence[Edition] = (),
    forms: Mapping[str, str] = {},
    force: bool = False,
    root: Path | None = None,
    limits: Sequence[str] = (),
) -> Result:
    """Build a document into `out/NAME/`; the result has the files and the problems.

    Without a `paper` it is the document's own, else A4. `theme` is the name of a built-in one, `template` a .pptx or
    .potx file whose layouts, colours and fonts are used.
    `only`, `also` and `editions` are as on the command line; `forms` has the words for a panel's form by its name, such
    as `{"handout": "cornell dots"}`. With `force` files that somebody changed by hand are overwritten. What the
    document names is read from inside `root` only; `limits` are as on the command line, but the clock is yours. Raises
    ValueError for words that are not known.
    """
    from msgspec.structs import replace

    from triptych.build import Options, form_problem, source_of
    from triptych.build import build as build_one
    from triptych.limits import limits_from

    for key, words in forms.items():
        if problem := form_problem(key, words):
            raise ValueError(f"{key}: {problem}")
    said = tuple(forms.items())
    options = Options(tuple(only), tuple(also), tuple(editions), said, paper, theme, template, force, root)
    options = replace(options, limits=limits_from((*limits, "seconds=0")))
    return build_one(source_of(path), out, options)


def check(path: Path, *, paper: str = "", theme: str = "", template: Path | None = None) -> Result:
    """All that a build does but write."""
    from triptych.build import Options, source_of
    from triptych.build import check as check_one

    return check_one(
        source_of(path),
        Options(paper=paper, theme=theme, template=template),
    )

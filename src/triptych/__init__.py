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
from importlib.util import LazyLoader, find_spec, module_from_spec

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


def _name_the_pipeline() -> None:
    """Let the module of the name of our function be known before that: when it is loaded, it must not take its place.

    It is loaded when it is first used (importlib, "Implementing lazy imports"): the command can be stopped until then.
    """
    spec = find_spec("triptych.build")
    if spec is not None and spec.loader is not None:
        spec.loader = LazyLoader(spec.loader)
        module = sys.modules["triptych.build"] = module_from_spec(spec)
        spec.loader.exec_module(module)


_name_the_pipeline()


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
    paper: str = "a4",
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

    `theme` is the name of a built-in one, `template` a .pptx or .potx file whose layouts, colours and fonts are used.
    `only`, `also` and `editions` are as on the command line; `forms` has the words for a panel's form by its name, such
    as `{"handout": "cornell dots"}`. With `force` files that somebody changed by hand are overwritten. What the
    document names is read from inside `root` only; `limits` are as on the command line, but the clock is yours. Raises
    ValueError for words that are not known.
    """
    from msgspec.structs import replace

    from triptych.build import Options, Source, form_problem
    from triptych.build import build as build_one
    from triptych.limits import limits_from

    for key, words in forms.items():
        if problem := form_problem(key, words):
            raise ValueError(f"{key}: {problem}")
    said = tuple(forms.items())
    options = Options(tuple(only), tuple(also), tuple(editions), said, paper, theme, template, force, root)
    options = replace(options, limits=limits_from((*limits, "seconds=0")))
    return build_one(Source(path, str(path), path.stem), out, options)


def check(path: Path, *, paper: str = "a4", theme: str = "", template: Path | None = None) -> Result:
    """All that a build does but write."""
    from triptych.build import Options, Source
    from triptych.build import check as check_one

    return check_one(Source(path, str(path), path.stem), Options(paper=paper, theme=theme, template=template))

"""Triptych: one study document in, three panels out.

>>> from pathlib import Path
>>> import triptych
>>> result = triptych.build(Path("guide.md"), Path("build"))     # doctest: +SKIP
>>> for problem in result.problems: print(problem)              # doctest: +SKIP
>>> result.files                                                 # doctest: +SKIP

`build` makes a PowerPoint deck, a PDF handout and a one-page PDF cheat sheet; `check` only reports;
`read` gives the content model. What the command does is these functions.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from triptych.problem import Problem

if TYPE_CHECKING:
    from triptych.build import Result
    from triptych.model.document import Document

__version__ = "0.1.0"
__all__ = ["Problem", "build", "check", "read"]


def read(path: Path) -> "tuple[Document, tuple[Problem, ...]]":
    """The content model of a source file, and the problems in it. Raises OSError if it cannot be read."""
    from triptych.read.source import read_source

    return read_source(path.read_bytes(), str(path))


def build(path: Path, out: Path, *, paper: str = "a4", theme: str = "", template: Path | None = None) -> "Result":
    """Build a document into `out/NAME/`; the result has the files and the problems.

    `theme` is the name of a built-in one, `template` a .pptx or .potx file whose layouts, colours and fonts are used.
    """
    from triptych.build import Options, Source
    from triptych.build import build as build_one

    return build_one(Source(path, str(path), path.stem), out, Options(paper=paper, theme=theme, template=template))


def check(path: Path, *, paper: str = "a4", theme: str = "", template: Path | None = None) -> "Result":
    """All that a build does but write."""
    from triptych.build import Options, Source
    from triptych.build import check as check_one

    return check_one(Source(path, str(path), path.stem), Options(paper=paper, theme=theme, template=template))

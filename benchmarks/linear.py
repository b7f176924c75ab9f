"""How the time of a build grows with what is built: python benchmarks/linear.py [NAME]...

Each kind of input is built at a size and at twice that size by turns, each in a process of its own. The ratio of the
processor's time, without that of a build of next to nothing, is at most 2.3 for what is linear. Where a text grows by
one more try (a handout whose last page would be nearly empty is set twice) other sizes say whether it is.
"""

import base64
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

MOST = 2.3
TRIES = 2
"""Builds of each document, of which the fastest counts."""
_BUILD = (
    "import sys, os; from pathlib import Path; from triptych.build import Options, Source, build;"
    "path = Path(sys.argv[1]); r = build(Source(path, path.name, path.stem), Path(sys.argv[2]), Options());"
    "assert not any('could not be built' in p.message for p in r.problems), r.problems;"
    "t = os.times(); print(t.user + t.system)"
)


def _bibliography(folder: Path, count: int) -> str:
    entries = (
        f"@book{{k{n}, author = {{Author{n}, Ann}}, title = {{Title {n} of it}}, year = {{{1900 + n % 120}}}}}\n"
        for n in range(count)
    )
    (folder / "books.bib").write_text("".join(entries), encoding="utf-8")
    return "---\nbibliography: books.bib\n---\n\n# Cites\n\n" + "".join(f"As said [@k{n}].\n\n" for n in range(count))


def _strings(folder: Path, count: int) -> str:
    strings = "".join(f'@string{{s{n} = "Name {n}"}}\n' for n in range(count))
    entries = "".join(f"@book{{k{n}, author = {{A, B}}, title = s{n}, year = 2000}}\n" for n in range(count))
    (folder / "books.bib").write_text(strings + entries, encoding="utf-8")
    return "---\nbibliography: books.bib\n---\n\n# Cites\n\nAs said [@k1].\n"


def _table(columns: int) -> str:
    row = "|" + " value |" * columns + "\n"
    return "# Wide\n\n" + row + "|" + "---|" * columns + "\n" + row * 4


def _each(count: int, form: str) -> str:
    return "".join(form.format(n) for n in range(count))


KINDS: dict[str, tuple[int, Callable[[int], str]]] = {
    # a name: a size, and the document of a size
    "dots": (40_000, lambda n: "# H\n\nWell " + "." * n + "\n"),
    "stars": (10_000, lambda n: "# H\n\n" + "**a" * n + "\n"),
    "cells": (12_000, lambda n: "# H\n\n| a | b |\n|---|---|\n| " + "1 " * n + "! | x |\n"),
    "hashes": (40_000, lambda n: "# H\n\n## " + "# " * n + "x\n"),
    "background": (2_000_000, lambda n: '---\ntitle: T\n---\n\n# H {background="url(' + " " * n + '"}\n\nx\n'),
    "front-background": (40_000, lambda n: "---\nbackground: url(" + " " * n + "\n---\n\n# H\n\nx\n"),
    "line": (300_000, lambda n: "# One line\n\n" + "word " * (n // 5) + "\n"),
    "token": (100_000, lambda n: "# One word\n\n" + "x" * n + "\n"),
    "title": (50_000, lambda n: "# " + "word " * n + "\n"),
    "headings": (1_000, lambda n: "".join(f"# Heading {i}\n\nText {i}.\n\n" for i in range(n))),
    "columns": (300, _table),
    "rows": (1_000, lambda n: "# R\n\n| a | b |\n|---|---|\n" + "".join(f"| {i} | v {i} |\n" for i in range(n))),
    "paragraphs": (300, lambda n: "# P\n\n" + ("The quick brown fox jumps over the lazy dog. " * 6 + "\n\n") * n),
    "brackets": (10_000, lambda n: "# B\n\n" + "[a" * n + "\n"),
    "links": (5_000, lambda n: "# L\n\n" + "[a](" * n + "\n"),
    "emphasis": (5_000, lambda n: "# E\n\n" + "*a **a " * n + "\n"),
    "quotes": (20_000, lambda n: "# Q\n\n" + ">" * n + " x\n"),
    "html": (5_000, lambda n: "# H\n\n" + "<div><b " * n + "\n"),
    "formulae": (20_000, lambda n: "# F\n\n" + "$" * n + "\n"),
    "dollars": (10_000, lambda n: "# F\n\n" + "$a " * n + "\n"),
    "parentheses": (10_000, lambda n: "# F\n\n" + r"\\(" * n + "\n"),
    "open-brackets": (40_000, lambda n: "# B\n\n" + "[" * n + "\n"),
    "less-than": (40_000, lambda n: "# L\n\n" + "<" * n + "\n"),
    "backticks": (10_000, lambda n: "# C\n\n" + "`a``b" * n + "\n"),
    "braces": (10_000, lambda n: "# A\n\n" + "[a]{" * n + "\n"),
    "good-links": (3_000, lambda n: "# L\n\n" + "".join(f"[a {i}](https://example.org/{i}) " for i in range(n)) + "\n"),
    "list": (1_500, lambda n: "# L\n\n" + "".join(f"- item {i} of it\n" for i in range(n))),
    "nested": (300, lambda n: "# L\n\n" + "".join("  " * (i % 8) + f"- item {i}\n" for i in range(n))),
    "code": (1_000, lambda n: "# C\n\n```python\n" + "".join(f"value_{i} = {i}\n" for i in range(n)) + "```\n"),
    "questions": (200, lambda n: "# Q\n\n" + "".join(f"Q: What is {i}?\nA: It is {i}.\n\n" for i in range(n))),
    "notes": (300, lambda n: "# N\n\n" + "".join(f"Word[^{i}].\n\n[^{i}]: Note {i}.\n\n" for i in range(n))),
    "one-note": (500, lambda n: "# N\n\n" + "".join(f"Word {i}[^a]. " for i in range(n)) + "\n\n[^a]: Note.\n"),
    "references": (500, lambda n: "# L\n\n" + _each(n, "See [word {0}][r{0}]. ") + "\n\n" + _each(n, "[r{0}]: /{0}\n")),
    "definitions": (300, lambda n: "# D\n\n" + _each(n, "Term {0}\n: What term {0} means.\n\n")),
    "pipes": (5_000, lambda n: "# P\n\n" + "| a " * n + "\n"),
    "tildes": (10_000, lambda n: "# T\n\n" + "~a ~~b " * n + "\n"),
    "carets": (10_000, lambda n: "# C\n\nx" + "^[a" * n + "\n"),
    "underscores": (10_000, lambda n: "# U\n\n" + "_a __b " * n + "\n"),
    "wiki": (10_000, lambda n: "# W\n\n" + "[[a|" * n + "\n"),
    "curly": (10_000, lambda n: "# C\n\n" + "{{< a " * n + "\n"),
    "fences": (500, lambda n: "# F\n\n" + "::: note\n\n" * n + "x\n"),
    "code-fences": (200, lambda n: "# F\n\n" + _each(n, "```python\nx = {0}\n```\n\n")),
    "tabs": (20_000, lambda n: "# T\n\nx" + "\t" * n + "y\n"),
    "entities": (10_000, lambda n: "# E\n\n" + "&amp;&a" * n + "\n"),
    "emoji": (2_000, lambda n: "# E\n\n" + "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN} " * n + "\n"),
    "combining": (20_000, lambda n: "# C\n\na" + "\N{COMBINING ACUTE ACCENT}" * n + "\n"),
    "zero-width": (40_000, lambda n: "# Z\n\na" + "\N{ZERO WIDTH SPACE}" * n + "b\n"),
    "directions": (10_000, lambda n: "# D\n\na" + "\N{RIGHT-TO-LEFT ISOLATE}a" * n + "b\n"),
    "soft-hyphens": (10_000, lambda n: "# S\n\n" + "ab\N{SOFT HYPHEN}" * n + "\n"),
    "syllables": (10_000, lambda n: "# S\n\n" + "infor" * n + "\n"),
    "empty-lines": (50_000, lambda n: "# E\n\nx\n" + "\n" * n + "y\n"),
    "short-paragraphs": (2_000, lambda n: "# P\n\n" + _each(n, "word{0}\n\n")),
    "front-matter": (5_000, lambda n: "---\n" + _each(n, "key{0}: word {0}\n") + "---\n\n# H\n\nx\n"),
    "authors": (500, lambda n: "---\nauthor:\n" + _each(n, "  - Author {0}\n") + "---\n\n# H\n\nx\n"),
    "silent": (1_000, lambda n: "# S\n\n" + _each(n, "# Notes {0}\n\n::: notes\nSaid {0}.\n:::\n\n")),
    "tags": (2_000, lambda n: "# T\n\n" + "<div>\n\nx\n\n" * n),
}

NOTES: dict[str, tuple[int, Callable[[int], str]]] = {
    # the same for plain notes
    "plain-token": (100_000, lambda n: "Title\n\n" + "x" * n + "\n"),
    "plain-line": (20_000, lambda n: "Title\n\n" + "word " * n + "\n"),
    "plain-lines": (1_000, lambda n: "Title\n\n" + _each(n, "line {0}\n")),
    "plain-list": (500, lambda n: "Title\n\n" + _each(n, "- line {0}\n")),
    "plain-stairs": (300, lambda n: "Title\n\n" + "".join(f"{' ' * i}- line {i}\n" for i in range(n))),
    "plain-headings": (300, lambda n: "Title\n\n" + _each(n, "{0}. Head\n\nText {0} of it.\n\n")),
    "plain-terms": (500, lambda n: "Title\n\n" + _each(n, "Term {0}: Text {0} of it.\n")),
    "plain-table": (300, lambda n: "Title\n\n" + _each(n, "a {0}\tb\tc\n")),
    "plain-stars": (10_000, lambda n: "Title\n\n" + "**a" * n + "\n"),
    "plain-empty": (50_000, lambda n: "Title\n\nx" + "\n" * n + "y\n"),
}


_PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
"""A PNG of one pixel."""


def _pictures(folder: Path, count: int) -> str:
    (folder / "a.png").write_bytes(base64.b64decode(_PICTURE))
    return "# Pictures\n\n" + "".join(f"![Dot {n}](a.png)\n\n" for n in range(count))


WITH_FILES: dict[str, tuple[int, Callable[[Path, int], str]]] = {
    "citations": (400, _bibliography),
    "strings": (1_000, _strings),
    "pictures": (150, _pictures),
}


def seconds(paths: list[Path]) -> list[float]:
    """The processor's seconds for a build of each document: they are built by turns, and the fastest build counts."""
    found: list[list[float]] = [[] for _ in paths]
    for number in range(TRIES):
        for path, times in zip(paths, found, strict=True):
            command = [sys.executable, "-c", _BUILD, str(path), str(path.parent / f"out{number}")]
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ, timeout=600)
            times.append(float(done.stdout))
    return [min(times) for times in found]


def _written(name: str, factor: int, folder: Path) -> Path:
    """The document of a kind, so many times its size."""
    folder.mkdir()
    if name in WITH_FILES:
        size, with_files = WITH_FILES[name]
        text = with_files(folder, size * factor)
    else:
        size, made = {**KINDS, **NOTES}[name]
        text = made(size * factor)
    path = folder / ("document.txt" if name in NOTES else "document.md")
    path.write_text(text, encoding="utf-8")
    return path


def main(names: list[str]) -> int:
    """Print a line for each kind; 1 if one grows too fast."""
    slow = []
    for name in names or [*KINDS, *NOTES, *WITH_FILES]:
        with tempfile.TemporaryDirectory() as place:
            paths = [_written(name, factor, Path(place) / str(factor)) for factor in (1, 2)]
            nothing = Path(place) / f"nothing{paths[0].suffix}"
            nothing.write_text("# H\n\nx\n", encoding="utf-8")
            once, twice, idle = seconds([*paths, nothing])
        once, twice = (max(one - idle, 0.01) for one in (once, twice))
        ratio = twice / once
        said = "" if ratio <= MOST or twice < 0.3 else "  TOO FAST A GROWTH"
        slow += [name] if said else []
        size = {**KINDS, **NOTES, **WITH_FILES}[name][0]
        print(f"{name:18} {size:>9,}  {once:6.2f} s  {twice:6.2f} s  {ratio:5.2f}{said}", flush=True)
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

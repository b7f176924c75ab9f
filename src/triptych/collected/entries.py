"""The documents of a build as its index lists them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

import msgspec

from triptych.build import Result
from triptych.natural import natural_key
from triptych.read.sections import readable_stem


class Entry(msgspec.Struct, frozen=True):
    """A document: its title and language, the folder that it was found in, and its files by their paths from the index.

    `pages` has how many slides or pages a file has, by its path.
    """

    title: str
    lang: str
    folder: str
    files: tuple[str, ...]
    pages: dict[str, int]


class Whole(msgspec.Struct, frozen=True):
    """All documents of a build, in their order, and what they are called together."""

    title: str
    subtitle: str
    lang: str
    entries: tuple[Entry, ...]

    def groups(self) -> list[tuple[str, list[Entry]]]:
        """The entries by the folders in which their documents lie, with the title of each; empty for the outermost."""
        return [
            (readable_stem(f"{folder}.md") if folder else "", list(entries))
            for folder, entries in groupby(self.entries, lambda entry: entry.folder)
        ]


def whole_of(results: Iterable[Result], out: Path, title: str, subtitle: str, lang: str) -> Whole:
    """What an index of these results lists: those of which there are files. Without a language it is the commonest."""
    entries = tuple(_entry(result, out) for result in results if result.files)
    languages = Counter(entry.lang for entry in entries if entry.lang)
    return Whole(title, subtitle, lang or next((tag for tag, _ in languages.most_common(1)), "en"), entries)


def files_of(entries: Sequence[Entry]) -> list[str]:
    """The paths of all files of the entries, each once, in order."""
    return sorted({name for entry in entries for name in entry.files}, key=natural_key)


def _entry(result: Result, out: Path) -> Entry:
    folder, _, base = result.source.name.rpartition("/")
    files = tuple(dict.fromkeys(path.relative_to(out).as_posix() for path in result.files))
    pages = {}
    for name in files:
        product = Path(name).stem.removeprefix(f"{base}-")
        if count := result.about.pages.get(product):
            pages[name] = count
    return Entry(result.about.title or base, result.about.lang, folder, files, pages)

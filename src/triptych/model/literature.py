"""The literature that a document names: entries as they stand in its files, to be set in a style."""

from typing import Literal

import msgspec


class Entry(msgspec.Struct, frozen=True):
    """A work: its key in small letters, its text in the form of its file, and that file's name."""

    key: str
    form: Literal["bibtex", "csl-json"]
    text: str
    file: str


class Literature(msgspec.Struct, frozen=True):
    """The works that are cited or asked for, in the order of their files.

    `style` is a style of the Citation Style Language (XML) and `style_name` its file, empty for the usual one. `lang`
    is the language of the text that cites, empty where it is not known.
    """

    entries: tuple[Entry, ...] = ()
    style: bytes = b""
    style_name: str = ""
    lang: str = ""

"""Parts and their relationships as they stand in a file (ECMA-376 part 2): read, referred to, written."""

import io
import posixpath
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import msgspec
from lxml import etree

ROOT = "/"
"""The name of the package itself, whose relationships lead to all parts."""


class Stored(msgspec.Struct, frozen=True):
    """A part as its file has it: its content type, its bytes, and the relationships that lead from it.

    Of a relationship there are its id, its type, its target, and whether that lies outside the file.
    """

    content_type: str
    blob: bytes
    relations: tuple[tuple[str, str, str, bool], ...]


@lru_cache(maxsize=4)
def stored(data: bytes) -> Mapping[str, Stored]:
    """The parts of a file that can be reached, by their names: a template's, for one deck after another.

    Raises KeyError if a part has no type, and what zipfile and lxml raise.
    """
    found: dict[str, Stored] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        types = _Types(etree.fromstring(file.read("[Content_Types].xml"), _parser()))
        there = frozenset(f"/{name}" for name in file.namelist())
        waiting = [ROOT]
        while waiting:
            name = waiting.pop()
            if name in found or (name != ROOT and name not in there):
                continue
            listed = relations_name(name)
            relations = _relations(file.read(listed[1:]), _folder(name)) if listed in there else ()
            blob = file.read(name[1:]) if name != ROOT else b""
            found[name] = Stored(types.of(name) if name != ROOT else "", blob, relations)
            waiting += [target for _, _, target, outside in relations if not outside]
    return found


def _folder(name: str) -> str:
    return posixpath.split(name)[0]


def relations_name(name: str) -> str:
    """The name of the part that lists the relationships of another (ECMA-376 part 2, 9.3)."""
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


class _Types:
    """The content types of a file: by the names of parts, or by their endings."""

    def __init__(self, root: Any) -> None:
        self._names = {_said(e, "PartName").lower(): _said(e, "ContentType") for e in root.iterfind("{*}Override")}
        self._endings = {_said(e, "Extension").lower(): _said(e, "ContentType") for e in root.iterfind("{*}Default")}

    def of(self, name: str) -> str:
        """The type of a part. Raises KeyError if it has none."""
        found = self._names.get(name.lower())
        return found if found is not None else self._endings[posixpath.splitext(name)[1][1:].lower()]


def _said(entry: Any, key: str) -> str:
    return str(entry.get(key, ""))


def _relations(data: bytes, folder: str) -> tuple[tuple[str, str, str, bool], ...]:
    """The relationships that a part of a folder lists; targets inside the file by their whole names."""
    out = []
    for entry in etree.fromstring(data, _parser()).iterfind("{*}Relationship"):
        outside, target = entry.get("TargetMode") == "External", _said(entry, "Target")
        named = target if outside else posixpath.abspath(posixpath.join(folder, target))
        out.append((_said(entry, "Id"), _said(entry, "Type"), named, outside))
    return tuple(out)


def _parser(blanks: bool = False) -> etree.XMLParser:
    return etree.XMLParser(remove_blank_text=not blanks, resolve_entities=False, no_network=True)


@lru_cache(maxsize=64)
def _as_written(blob: bytes) -> bytes:
    """Markup as it is written: a template's, which no deck changes, is put so once."""
    return _serialized(etree.fromstring(blob, _parser()))


def _serialized(root: Any) -> bytes:
    return bytes(etree.tostring(root, encoding="UTF-8", standalone=True))


class Part:
    """A part of a package: its name, its content type, its content as bytes or as the markup that these are.

    `trimmed` is of one that was read and whose white space between elements means nothing.
    """

    def __init__(self, partname: str, content_type: str, blob: bytes = b"", *, trimmed: bool = False) -> None:
        self.partname, self.content_type = partname, content_type
        self.rels = Relationships()
        self._blob, self._trimmed = blob, trimmed
        self._root: Any = None

    @property
    def folder(self) -> str:
        """The name of the folder that it stands in."""
        return _folder(self.partname)

    @property
    def root(self) -> Any:
        """The root element of its markup: what is changed there is written."""
        if self._root is None:
            self._root = etree.fromstring(self._blob, _parser(blanks=not self._trimmed))
        return self._root

    @property
    def blob(self) -> bytes:
        """Its content as it is written."""
        if self._root is not None:
            return _serialized(self._root)
        return _as_written(self._blob) if self._trimmed else self._blob

    @blob.setter
    def blob(self, blob: bytes) -> None:
        self._blob, self._root, self._trimmed = blob, None, False


class Relationship(msgspec.Struct, frozen=True):
    """What leads from a part to another one, or to an address outside the package."""

    id: str
    reltype: str
    target: Part | str

    @property
    def is_external(self) -> bool:
        """Whether it leads out of the package."""
        return isinstance(self.target, str)

    @property
    def target_part(self) -> Part:
        """The part that it leads to. Raises ValueError if it leads outside."""
        if isinstance(self.target, str):
            raise ValueError(f"{self.target} is outside the package")
        return self.target


class Relationships(dict[str, Relationship]):
    """The relationships of a part, or of the package, by their ids."""

    def add(self, reltype: str, target: Part | str) -> str:
        """The id of a new relationship: a number that is free, above the others if these have no gap."""
        number = next(number for number in range(len(self) + 1, 0, -1) if f"rId{number}" not in self)
        self[f"rId{number}"] = Relationship(f"rId{number}", reltype, target)
        return f"rId{number}"

    def id_of(self, reltype: str, target: Part) -> str:
        """The id of the relationship to a part, which is added if there is none."""
        there = (each.id for each in self.values() if each.reltype == reltype and each.target is target)
        return next(there, "") or self.add(reltype, target)

    def part(self, reltype: str) -> Part:
        """The one part that is led to so. Raises KeyError if there is none, ValueError if there are several."""
        found = [each.target_part for each in self.values() if each.reltype == reltype]
        if len(found) > 1:
            raise ValueError(f"several parts are a {reltype}")
        if not found:
            raise KeyError(reltype)
        return found[0]

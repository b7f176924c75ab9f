"""The package of a deck: python-pptx's, with counted names, shared pictures, the same bytes each time."""

import io
from collections.abc import Iterable, Iterator
from typing import Any

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TARGET_MODE as RTM
from pptx.opc.package import Part, _Relationship, _Relationships
from pptx.opc.packuri import PackURI
from pptx.package import Package

from triptych.model.picture import Picture
from triptych.patterns import late
from triptych.write.pptx.archive import archive
from triptych.write.pptx.xml import HEAD, escape

_NUMBERED = late(r"(.*?)(?<!\d)(\d++)\.[^.]*")
_DIGITS = late(r"(\d+)")
_MEDIA = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp",
    "tif": "image/tiff", "tiff": "image/tiff", "emf": "image/x-emf", "wmf": "image/x-wmf",
    "svg": "image/svg+xml",
}  # fmt: skip
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_COUNTED = [f"rId{number}" for number in range(1, 10)]
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


class _OwnRelationships(_Relationships):
    """The relationships of a part of ours: what the library looks up each time, by several calls, is plain here."""

    _rels: Any = None

    def __init__(self, folder: str) -> None:
        super().__init__(folder)
        self._rels = {}


class _OwnPart(Part):
    """A part of ours, for the same reason: a deck has four for each slide."""

    rels: Any = None
    _rels: Any = None
    content_type: Any = ""
    package: Any = None

    def __init__(self, name: PackURI, content_type: str, package: Package, blob: bytes) -> None:
        super().__init__(name, content_type, package, blob)
        self.content_type, self.package = content_type, package
        self.rels = self._rels = _OwnRelationships(name[: name.rindex("/")])


class DeckPackage(Package):
    """A package whose cost grows with its parts and no faster.

    The library looks for a free name, and for an equal picture, by walking the whole package each time; it
    walks it by recursion, which a long chain of linked slides overflows; and it dates every entry.
    """

    def __init__(self, pkg_file: io.BytesIO) -> None:
        super().__init__(pkg_file)
        self._highest: dict[str, int] | None = None
        self._pictures: dict[str, Part] = {}

    def add_part(self, stem: str, extension: str, content_type: str, blob: bytes = b"") -> Part:
        """A new part that nothing refers to yet, its name counted on from those of the same stem."""
        return _OwnPart(self._fresh_name(stem, extension), content_type, self, blob)

    def picture_part(self, picture: Picture) -> Part:
        """The part of a picture, shared by all that show the same one."""
        part = self._pictures.get(picture.key)
        if part is None:
            extension, content_type = ("png", CT.PNG) if picture.format == "png" else ("jpg", CT.JPEG)
            part = self.add_part("/ppt/media/image", extension, content_type, picture.data)
            self._pictures[picture.key] = part
        return part

    def svg_part(self, picture: Picture) -> Part:
        """The part of a picture's vectors, shared as well."""
        key = f"svg {picture.key}"
        part = self._pictures.get(key)
        if part is None:
            part = self._pictures[key] = self.add_part("/ppt/media/image", "svg", _MEDIA["svg"], picture.svg)
        return part

    def next_partname(self, tmpl: str) -> PackURI:
        """A free name for the library's own parts (charts and their workbooks)."""
        stem, _, rest = tmpl.partition("%d")
        return self._fresh_name(stem, rest.lstrip("."))

    def _fresh_name(self, stem: str, extension: str) -> PackURI:
        if self._highest is None:
            self._highest = self._highest_numbers()
        number = self._highest[stem] = self._highest.get(stem, 0) + 1
        return PackURI(f"{stem}{number}.{extension}")

    def _highest_numbers(self) -> dict[str, int]:
        highest: dict[str, int] = {}
        for part in self.iter_parts():
            if match := _NUMBERED.fullmatch(part.partname):
                highest[match[1]] = max(highest.get(match[1], 0), int(match[2]))
        return highest

    def iter_parts(self) -> Iterator[Part]:
        """Every part that can be reached, once."""
        seen: set[int] = set()
        waiting: list[Any] = [self._rels]
        while waiting:
            for relation in list(waiting.pop()._rels.values()):
                part = relation._target
                if id(part) in seen or not isinstance(part, Part):  # the target of an external one is an address
                    continue
                seen.add(id(part))
                waiting.append(part.rels)
                yield part

    def to_bytes(self) -> bytes:
        """The file: the same bytes for the same parts."""
        parts = sorted(self.iter_parts(), key=lambda part: _natural(part.partname))
        return archive(self._entries(parts))

    def _entries(self, parts: list[Part]) -> Iterator[tuple[str, bytes]]:
        yield "[Content_Types].xml", _content_types(parts)
        yield "_rels/.rels", _relationships(self._rels, "/")
        for part in parts:
            name = part.partname[1:]
            yield name, part.blob
            relations: Any = part.rels
            if relations._rels:
                folder, _, own = name.rpartition("/")
                yield f"{folder}/_rels/{own}.rels", _relationships(relations, f"/{folder}")


def relate(part: Part, targets: Iterable[tuple[str, str, Part | str]]) -> None:
    """Gives a part relationships: the id that its text was promised, the type, and another part or an address.

    The library looks for a free id each time.
    """
    relations: Any = part.rels
    made, folder = relations._rels, relations._base_uri
    for key, kind, target in targets:
        mode = RTM.EXTERNAL if isinstance(target, str) else RTM.INTERNAL
        made[key] = _Relationship(folder, key, kind, mode, target)


def _natural(name: str) -> list[Any]:
    """What names are put in order by: their texts and, at every second place, their numbers."""
    pieces: list[Any] = _DIGITS.split(name)
    pieces[1::2] = map(int, pieces[1::2])
    return pieces


def _content_types(parts: list[Part]) -> bytes:
    """The types of all parts: pictures by extension, every other part by name (ECMA-376 part 2, 10.1.2)."""
    extensions, overrides = {"rels": CT.OPC_RELATIONSHIPS, "xml": CT.XML}, []
    escaped = {kind: escape(kind) for kind in {part.content_type for part in parts}}
    for part in parts:
        name, kind = part.partname, part.content_type
        extension = name.rpartition(".")[2].lower()
        if _MEDIA.get(extension) == kind:
            extensions[extension] = kind
        else:
            overrides.append(f'<Override PartName="{escape(name)}" ContentType="{escaped[kind]}"/>')
    defaults = (f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in sorted(extensions.items()))
    return f'{HEAD}<Types xmlns="{_TYPES}">{"".join(defaults)}{"".join(overrides)}</Types>'.encode()


def _target(relation: Any, name: str, folder: str) -> str:
    """A part as one in a folder names it; most stand in a folder beside it or within it, which is quickly said."""
    if folder.count("/") == 2 and name.count("/") == 3 and name.startswith(folder[: folder.rfind("/") + 1]):
        return f"../{name[folder.rfind('/') + 1 :]}"
    if name.startswith(f"{folder}/") and "//" not in name and "/." not in name:
        return name[len(folder) + 1 :]
    return str(relation.target_ref)


def _relationships(relations: Any, folder: str) -> bytes:
    """The relationships of a part or of the package, in the order of their ids."""
    entries = []
    for key, relation in _by_number(relations._rels):
        target, mode = relation._target, ""
        if isinstance(target, Part):
            target = _target(relation, target.partname, folder)
        else:
            mode = ' TargetMode="External"'
        entries.append(f'<Relationship Id="{key}" Type="{relation._reltype}" Target="{escape(target)}"{mode}/>')
    return f'{HEAD}<Relationships xmlns="{_RELATIONSHIPS}">{"".join(entries)}</Relationships>'.encode()


def _by_number(relations: dict[str, Any]) -> list[tuple[str, Any]]:
    """The relationships by the numbers in their ids, which those of our own parts count in order."""
    if list(relations) == _COUNTED[: len(relations)]:
        return list(relations.items())
    return sorted(relations.items(), key=lambda item: _natural(item[0]))

"""The package of a deck: a template's, with counted names, shared pictures, the same bytes each time."""

import posixpath
import re
from collections.abc import Iterator

from triptych.model.picture import Picture
from triptych.patterns import late
from triptych.write.pptx.archive import archive
from triptych.write.pptx.kinds import CT, MARKUP, RT
from triptych.write.pptx.opc import ROOT, Part, Relationship, Relationships, relations_name, stored
from triptych.write.pptx.xml import HEAD, escape

_NUMBERED = late(r"(.*?)(?<!\d)(\d++)\.[^.]*")
_MEDIA = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp",
    "tif": "image/tiff", "tiff": "image/tiff", "emf": "image/x-emf", "wmf": "image/x-wmf",
    "svg": "image/svg+xml",
}  # fmt: skip
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


class DeckPackage:
    """A package whose cost grows with its parts and no faster: names are counted, equal pictures are one part."""

    def __init__(self, data: bytes) -> None:
        """The package in a file. Raises KeyError or zipfile.BadZipFile if there is none."""
        there = stored(data)
        parts = {
            name: Part(name, part.content_type, part.blob, trimmed=part.content_type in MARKUP)
            for name, part in there.items()
            if name != ROOT
        }
        self.rels = Relationships()
        for name, part in there.items():
            rels = self.rels if name == ROOT else parts[name].rels
            for key, reltype, target, outside in part.relations:
                if outside or target in parts:  # some programs leave relationships to what is gone
                    rels[key] = Relationship(key, reltype, target if outside else parts[target])
        self._highest: dict[str, int] | None = None
        self._pictures: dict[str, Part] = {}

    @property
    def main(self) -> Part:
        """The presentation. Raises KeyError if there is none."""
        return self.rels.part(RT.OFFICE_DOCUMENT)

    def add_part(self, stem: str, extension: str, content_type: str, blob: bytes = b"") -> Part:
        """A new part that nothing refers to yet, its name counted on from those of the same stem."""
        return Part(self._fresh_name(stem, extension), content_type, blob)

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

    def _fresh_name(self, stem: str, extension: str) -> str:
        if self._highest is None:
            self._highest = self._highest_numbers()
        number = self._highest[stem] = self._highest.get(stem, 0) + 1
        return f"{stem}{number}.{extension}"

    def _highest_numbers(self) -> dict[str, int]:
        highest: dict[str, int] = {}
        for part in self.iter_parts():
            if match := _NUMBERED.fullmatch(part.partname):
                highest[match[1]] = max(highest.get(match[1], 0), int(match[2]))
        return highest

    def iter_parts(self) -> Iterator[Part]:
        """Every part that can be reached, once."""
        seen: set[int] = set()
        waiting = [self.rels]
        while waiting:
            for relation in list(waiting.pop().values()):
                if relation.is_external or id(relation.target_part) in seen:
                    continue
                seen.add(id(relation.target_part))
                waiting.append(relation.target_part.rels)
                yield relation.target_part

    def to_bytes(self) -> bytes:
        """The file: the same bytes for the same parts."""
        parts = sorted(self.iter_parts(), key=lambda part: _natural(part.partname))
        return archive(self._entries(parts))

    def _entries(self, parts: list[Part]) -> Iterator[tuple[str, bytes]]:
        yield "[Content_Types].xml", _content_types(parts)
        yield "_rels/.rels", _relationships(self.rels, "/")
        for part in parts:
            yield part.partname[1:], part.blob
            if part.rels:
                yield relations_name(part.partname)[1:], _relationships(part.rels, part.folder)


def _natural(name: str) -> list[tuple[int, str]]:
    return [(int(piece), "") if piece.isdigit() else (0, piece) for piece in re.split(r"(\d+)", name)]


def _content_types(parts: list[Part]) -> bytes:
    """The types of all parts: pictures by extension, every other part by name (ECMA-376 part 2, 10.1.2)."""
    extensions, overrides = {"rels": CT.RELATIONSHIPS, "xml": CT.XML}, []
    for part in parts:
        extension = posixpath.splitext(part.partname)[1][1:].lower()
        if _MEDIA.get(extension) == part.content_type:
            extensions[extension] = part.content_type
        else:
            overrides.append(
                f'<Override PartName="{escape(part.partname)}" ContentType="{escape(part.content_type)}"/>'
            )
    defaults = (f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in sorted(extensions.items()))
    return f'{HEAD}<Types xmlns="{_TYPES}">{"".join(defaults)}{"".join(overrides)}</Types>'.encode()


def _target(target: Part | str, folder: str) -> str:
    """The target as the part in a folder names it; most stand in a folder beside it, which is quickly said."""
    if isinstance(target, str):
        return target
    name = target.partname
    if folder.count("/") == 2 and name.count("/") == 3 and name.startswith(folder[: folder.rfind("/") + 1]):
        return "../" + name[folder.rfind("/") + 1 :]
    return name[1:] if folder == "/" else posixpath.relpath(name, folder)


def _relationships(relations: Relationships, folder: str) -> bytes:
    """The relationships of a part or of the package, in the order of their ids."""
    entries = []
    for relation in sorted(relations.values(), key=lambda relation: _natural(relation.id)):
        mode = ' TargetMode="External"' if relation.is_external else ""
        entries.append(
            f'<Relationship Id="{relation.id}" Type="{relation.reltype}"'
            f' Target="{escape(_target(relation.target, folder))}"{mode}/>'
        )
    return f'{HEAD}<Relationships xmlns="{_RELATIONSHIPS}">{"".join(entries)}</Relationships>'.encode()

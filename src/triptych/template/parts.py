"""The parts of a PowerPoint template that say how text is set: the presentation, masters, layouts, themes."""

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any

import msgspec
from lxml import etree

from triptych.geometry import Rect
from triptych.limits import LimitError, Limits

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT = "http://purl.oclc.org/ooxml/"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/"
_KINDS = ("presentation", "template", "slideshow")
_MAIN_TYPES = frozenset(
    f"application/vnd.openxmlformats-officedocument.presentationml.{kind}.main+xml" for kind in _KINDS
)
_XML = (".xml", ".rels", ".vml")
_AT_ONCE = 1_000_000
"""Bytes that are unpacked at once where a part is only looked through."""
_OLD = b"\xd0\xcf\x11\xe0"  # a compound file: a .ppt, or a document that is encrypted ([MS-OFFCRYPTO] 2.3.4)


class TemplateError(Exception):
    """A template that cannot serve; the message says why, in words for its owner."""


class Media(msgspec.Struct, frozen=True):
    """The pictures that a part refers to: their names in the archive by the ids of the relationships."""

    archive: bytes
    names: Mapping[str, str]

    def read(self, key: str) -> bytes:
        """The bytes of a picture; none where there is no such picture."""
        if key not in self.names:
            return b""
        with zipfile.ZipFile(io.BytesIO(self.archive)) as file:
            return file.read(self.names[key])


class LayoutPart(msgspec.Struct, frozen=True):
    """A layout with its master and theme. `index` counts all layouts, master by master.

    `name` and `master_name` are those of the parts in the package. `used` is how many of the file's own slides are of
    its master, `opens` whether the first of them is of this layout.
    """

    index: int
    layout: Any
    master: Any
    theme: Any
    media: Media
    master_media: Media
    theme_media: Media
    name: str = ""
    master_name: str = ""
    used: int = 0
    opens: bool = False


class TemplateParts(msgspec.Struct, frozen=True):
    """The presentation and all layouts that its masters list."""

    presentation: Any
    layouts: tuple[LayoutPart, ...]


DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, NotImplementedError, RuntimeError, EOFError, OSError,
)  # fmt: skip
"""What the library raises for an archive that cannot be unpacked; OSError is of bzip2."""


def damage(error: Exception) -> str:
    """What is wrong with a file that gives an error while it is read, in words for its owner."""
    match error:
        case etree.XMLSyntaxError():
            why = f"a part of it is no XML ({error.msg})"
        case KeyError():
            why = f"a part of it is missing ({str(error.args[0]).removeprefix('There is no item named ')})"
        case ValueError():
            why = f"something in it is no number ({error})"
        case _:
            why = "a part of it lacks what every presentation has"
    return f"it is damaged: {why}"


def check_size(data: bytes, limits: Limits) -> None:
    """Count what is in a package before any of it is unpacked. Raises LimitError; what is no package is left alone.

    What the directory of the archive says is what its reader unpacks, and no more.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            entries = file.infolist()
    except (*DAMAGED, ValueError):
        return
    if len(entries) > limits.template_parts:
        raise LimitError(f"{len(entries):,} parts", "template-parts", limits.template_parts)
    whole = sum(entry.file_size for entry in entries)
    if whole > limits.template_megabytes * 1_000_000:
        what = f"{whole // 1_000_000:,} megabytes when unpacked"
        raise LimitError(what, "template-megabytes", limits.template_megabytes)
    xml = sum(entry.file_size for entry in entries if entry.filename.lower().endswith(_XML))
    if xml > limits.template_xml_megabytes * 1_000_000:
        what = f"{xml // 1_000_000:,} megabytes of XML when unpacked"
        raise LimitError(what, "template-xml-megabytes", limits.template_xml_megabytes)


def check_whole(data: bytes) -> None:
    """Raises TemplateError if a part cannot be unpacked: one that is not read, a picture, goes into the deck too."""
    name = ""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            for name in file.namelist():
                with file.open(name) as part:
                    while part.read(_AT_ONCE):
                        pass
    except DAMAGED as error:
        raise TemplateError(f"it is damaged: its part {name} cannot be unpacked") from error


def open_parts(data: bytes) -> TemplateParts:
    """The parts of a .pptx, .potx or .ppsx file. Raises TemplateError if it is none of them or is damaged."""
    if data.startswith(_OLD):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        why = "it is encrypted; save it without a password" if encrypted else "it is an old .ppt; save it as .pptx"
        raise TemplateError(why)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            if "content.xml" in file.NameToInfo:
                raise TemplateError("it is an OpenDocument file; save it as .pptx or .potx")
            return _Package(file, data).parts()
    except DAMAGED as error:
        raise TemplateError("it is no PowerPoint file, or it is damaged; save it as .pptx or .potx") from error
    except (LookupError, TypeError, ValueError, etree.XMLSyntaxError) as error:
        raise TemplateError(damage(error)) from error


def related(data: bytes, name: str) -> dict[str, bytes]:
    """What the relationships of a part of the file lead to, by their ids; what is not in the file is left out."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        try:
            relations = _Package(file, data).relations(name)
        except KeyError:
            return {}
        inside = set(file.namelist())
        return {
            key: file.read(target) for key, kind, target in relations if target in inside and kind.endswith("/image")
        }


class _Package:
    """Reads parts of the package by name."""

    def __init__(self, file: zipfile.ZipFile, data: bytes) -> None:
        self._file = file
        self._data = data
        self._parser = etree.XMLParser(resolve_entities=False, no_network=True)

    def parts(self) -> TemplateParts:
        main = next(iter(self._targets("", "officeDocument")), "")
        self._check_kind(main)
        presentation = self._xml(main)
        slides = self._layouts_of_slides(main, presentation)
        layouts: list[LayoutPart] = []
        for master_name in self._listed(main, presentation, "sldMasterId"):
            master = self._xml(master_name)
            theme_name = next(iter(self._targets(master_name, "theme")), None)
            if theme_name is None:
                raise TemplateError("its master has no theme; open it in its program and save it anew")
            theme, media, theme_media = self._xml(theme_name), self._media(master_name), self._media(theme_name)
            names = self._listed(master_name, master, "sldLayoutId")
            used = sum(slides.count(name) for name in names)
            for name in names:
                layout, own, opens = self._xml(name), self._media(name), slides[:1] == [name]
                layouts.append(
                    LayoutPart(
                        len(layouts), layout, master, theme, own, media, theme_media, name, master_name, used, opens
                    )
                )
        return TemplateParts(presentation, tuple(layouts))

    def _layouts_of_slides(self, main: str, presentation: Any) -> list[str]:
        """The layout of each of the file's own slides, by its name in the package; those that are damaged left out."""
        found: list[str] = []
        targets = {key: target for key, _, target in self.relations(main)}
        for entry in presentation.iterfind(f"{P}sldIdLst/{P}sldId"):
            try:
                found += self._targets(targets[entry.get(f"{_R}id")], "slideLayout")[:1]
            except (LookupError, etree.XMLSyntaxError, TypeError):
                continue
        return found

    def _check_kind(self, main: str) -> None:
        types = self._xml("[Content_Types].xml")
        overrides = {entry.get("PartName"): entry.get("ContentType") for entry in types}
        kind = str(overrides.get(f"/{main}", ""))
        if "macroEnabled" in kind:
            raise TemplateError("it may hold macros; save it without them, as .pptx or .potx")
        if kind not in _MAIN_TYPES:
            raise TemplateError("it is no PowerPoint presentation or template; save it as .pptx or .potx")

    def _xml(self, name: str) -> Any:
        data = self._file.read(name)
        if _STRICT.encode() in data[:4000]:
            raise TemplateError("it is a Strict Open XML file; save it as an ordinary .pptx")
        return etree.fromstring(data, self._parser)

    def relations(self, name: str) -> list[tuple[str, str, str]]:
        """Id, type and target of the relationships of a part, of the package for an empty name."""
        folder, file = posixpath.split(name)
        root = self._xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        return [
            (
                entry.get("Id"),
                entry.get("Type"),
                posixpath.normpath(posixpath.join("/", folder, entry.get("Target")))[1:],
            )
            for entry in root
            if entry.get("TargetMode") != "External"
        ]

    def _targets(self, name: str, kind: str) -> list[str]:
        return [target for _, relation, target in self.relations(name) if relation.endswith(f"/{kind}")]

    def _media(self, name: str) -> Media:
        """The pictures of a part; some parts have no relationships at all."""
        folder, file = posixpath.split(name)
        if posixpath.join(folder, "_rels", f"{file}.rels") not in self._file.NameToInfo:
            return Media(self._data, {})
        found = ((key, target) for key, kind, target in self.relations(name) if kind.endswith("/image"))
        return Media(self._data, {key: target for key, target in found if target in self._file.NameToInfo})

    def _listed(self, name: str, root: Any, tag: str) -> list[str]:
        """The parts that a list of ids names, in its order."""
        targets = {key: target for key, _, target in self.relations(name)}
        return [targets[entry.get(f"{_R}id")] for entry in root.iterfind(f"{P}{tag}Lst/{P}{tag}")]


def rect_of(shape: Any) -> Rect | None:
    """Where a shape says that it stands; None if it says nothing."""
    transform = shape.find(f"{P}spPr/{A}xfrm")
    if transform is None or transform.find(f"{A}off") is None:
        return None
    offset, extent = transform.find(f"{A}off"), transform.find(f"{A}ext")
    values = (offset.get("x"), offset.get("y"), extent.get("cx"), extent.get("cy"))
    return Rect(*(int(value) / 12700 for value in values))

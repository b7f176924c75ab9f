"""The pictures of a document, read from beside it into bytes that both writers can embed."""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes

import msgspec
from msgspec.structs import replace

from triptych.geometry import Size
from triptych.limits import USUAL, LimitError, Limits
from triptych.model import document as doc
from triptych.model.picture import Picture, ground_name
from triptych.model.queries import images_of
from triptych.patterns import late
from triptych.problem import Problem, Report
from triptych.read.beside import ELSEWHERE, Reader, RefusedError, first_bytes, may_be_read
from triptych.read.looks import grounds_of

_SCHEME = late(r"([A-Za-z][A-Za-z0-9+.-]+):")
_SHOWN = 80
_MOST_ENDLESS = 3
"""SVGs of a document that may use up their time; no more are drawn then."""
_ATTACHMENTS = (
    "attachments", "Attachments", "assets", "images", "img", "media", "files", "_attachments", "_resources", "figures",
    "../attachments", "../Attachments", "../assets", "../images", "../media", "../files", "../_attachments",
)  # fmt: skip
"""Folders of a vault in which a picture lies that is named by nothing but its name."""
WIDE = Size(960.0, 540.0)


Known = dict[bytes, tuple[Picture, str]]
"""Pictures that were read, and what is to be said of them, by the hashes of their files."""


class _Unreadable(Exception):
    """Why a picture cannot be shown, and what its author can do about it."""

    def __init__(self, message: str, hint: str = "", endless: bool = False) -> None:
        super().__init__(message)
        self.hint = hint
        self.endless = endless  # an SVG that was given up only after all its time


class _Place(msgspec.Struct, frozen=True):
    """Where pictures are looked for: in a folder, what is outside a root never; how they are read, and how much."""

    folder: Path
    root: Path
    read: Reader
    limits: Limits
    known: Known


def read_pictures(
    document: doc.Document,
    folder: Path,
    slide: Size = WIDE,
    read: Reader | None = None,
    root: Path | None = None,
    limits: Limits = USUAL,
    known: Known | None = None,
) -> tuple[dict[str, Picture], tuple[Problem, ...]]:
    """The pictures of a document by their source as written; a path is relative to the folder.

    A picture that cannot be shown has no entry and is an error.
    Pictures behind slides are cut to the proportions of a `slide`. `read` gives so many bytes of a file in the folder,
    by its name; None if there is no plain file that can be read. What came in the document's own file is found there.
    Nothing outside the `root`, which is the folder if nothing is said, is even looked for, and nothing is downloaded.
    Those that are `known` are taken as they are, and others become known.
    """
    reader = _with_parts(document, read or _reader(folder, root or folder))
    place = _Place(folder, root or folder, reader, limits, {} if known is None else known)
    report = Report(document.path)
    pictures: dict[str, Picture] = {}
    remarks: dict[str, str] = {}
    failures: dict[str, _Unreadable] = {}
    endless = 0
    for image in images_of(document):
        source = image.source
        if source not in pictures and source not in failures:
            try:
                pictures[source], remarks[source] = _picture(source, place, drawing=endless < _MOST_ENDLESS)
            except _Unreadable as failure:
                failures[source] = failure
                endless += failure.endless
        if source in failures:
            report.add("error", str(failures[source]), image.line, failures[source].hint)
        if remarks.get(source):
            report.add("warning", f"{remarks[source]}: {_short(source)}", image.line)
    for source, line, is_ground in _looks(document):
        try:
            picture = pictures.get(source) or _picture(source, place)[0]
            pictures[ground_name(source) if is_ground else source] = _ground(picture, slide) if is_ground else picture
        except _Unreadable as failure:
            report.add("error", str(failure), line, failure.hint)
    return pictures, report.problems()


def _looks(document: doc.Document) -> Iterator[tuple[str, int, bool]]:
    """The pictures of the slides' looks, with their lines, and whether text stands on them."""
    if document.meta.logo:
        yield document.meta.logo, document.meta.line("logo"), False
    for source, line in grounds_of(document):
        yield source, line, True


def _ground(picture: Picture, slide: Size) -> Picture:
    from triptych.read.pictures.raster import cropped, tones

    cut = cropped(picture, slide.width / slide.height)
    return replace(cut, tones=tones(cut.data))


def _picture(source: str, place: _Place, *, drawing: bool = True) -> tuple[Picture, str]:
    """The picture at this source, and what should be said about it, if anything; raises _Unreadable."""
    if not source.strip():
        raise _Unreadable("picture without an address")
    data = _embedded(source, place.limits) if source[:5].lower() == "data:" else _file(source, place)
    if not data:
        raise _Unreadable(f"picture is empty: {_short(source)}")
    # Pillow takes its time to load: only who has pictures pays for it.
    from triptych.read.pictures.raster import BadPictureError, to_picture

    key = hashlib.sha256(data).digest()
    if key in place.known:
        return place.known[key]
    if _is_svg(data) and not drawing:
        raise _Unreadable(f"SVG is not drawn, for others took all their time: {_short(source)}")
    try:
        found = _drawn(data, place.limits) if _is_svg(data) else (to_picture(data, place.limits), _unshown(data))
        return place.known.setdefault(key, found)
    except BadPictureError as error:
        raise _Unreadable(f"{error}: {_short(source)}") from error
    except LimitError as error:
        endless = error.name in ("svg-seconds", "svg-megabytes")
        raise _Unreadable(f"{error}: {_short(source)}", error.hint, endless) from error


def _unshown(data: bytes) -> str:
    """What is to be said of a picture that is one of several in its file."""
    from triptych.read.pictures.raster import frames

    many = frames(data)
    return f"only the first of the {many:,} pictures in this file is shown" if many > 1 else ""


def _drawn(data: bytes, limits: Limits) -> tuple[Picture, str]:
    from triptych.read.pictures.svg import svg_picture

    return svg_picture(data, limits)


def _embedded(source: str, limits: Limits) -> bytes:
    """The bytes of a data address (RFC 2397)."""
    head, comma, payload = source[5:].partition(",")
    if not comma or not head.lower().startswith("image/") or not payload:
        raise _Unreadable(f"not a picture: {_short(source)}")
    if len(payload) > limits.picture_bytes:
        raise _too_large(source, limits)
    try:
        return base64.b64decode(unquote(payload)) if ";base64" in head.lower() else unquote_to_bytes(payload)
    except (binascii.Error, ValueError) as error:
        raise _Unreadable(f"picture is damaged: {_short(source)}") from error


def _file(source: str, place: _Place) -> bytes:
    if source.startswith(ELSEWHERE) or _SCHEME.match(source):
        hint = "save it beside the document and name that file"
        raise _Unreadable(f"pictures are not fetched from elsewhere: {_short(source)}", hint)
    for name in dict.fromkeys((source, unquote(source), unquote(re.split(r"[?#]", source, maxsplit=1)[0]))):
        data = _read(name, source, place)
        if data is not None:
            return data
    if "/" not in source and "\\" not in source:
        for folder in _ATTACHMENTS:
            with suppress(RefusedError):  # a folder that nobody has named
                data = place.read(f"{folder}/{unquote(source)}", place.limits.picture_bytes + 1)
                if data is not None and len(data) <= place.limits.picture_bytes:
                    return data
    raise _Unreadable(f"picture not found: {_short(source)}", _near_match(source, place))


def _read(name: str, source: str, place: _Place) -> bytes | None:
    """The bytes of a file; None if there is none. Raises _Unreadable for one that may not be read or has too many."""
    try:
        data = place.read(name, place.limits.picture_bytes + 1)
    except RefusedError as refused:
        raise _Unreadable(f"picture is not read, {refused}", refused.hint) from refused
    if data is not None and len(data) > place.limits.picture_bytes:
        raise _too_large(source, place.limits)
    return data


def _too_large(source: str, limits: Limits) -> _Unreadable:
    met = LimitError("bytes of a picture", "picture-bytes", limits.picture_bytes)
    return _Unreadable(f"{met}: {_short(source)}", met.hint)


def _with_parts(document: doc.Document, read: Reader) -> Reader:
    """Reads what came in the document's own file before anything beside it."""
    if not document.parts:
        return read
    parts = {part.name: part.data for part in document.parts}
    return lambda name, most: parts[name][:most] if name in parts else read(name, most)


def _reader(folder: Path, root: Path) -> Reader:
    def read(name: str, most: int) -> bytes | None:
        try:
            permitted = may_be_read(folder / name, root)
        except (ValueError, OSError):  # no path at all
            return None
        if not permitted:
            raise RefusedError(name)
        return first_bytes(folder / name, most)

    return read


def _near_match(source: str, place: _Place) -> str:
    """A hint at a file with nearly this name where it was looked for; other folders than the root's are not listed."""
    from difflib import get_close_matches

    try:
        wanted = place.folder / unquote(source)
        if not may_be_read(wanted.parent, place.root):
            return ""
        names = sorted(entry.name for entry in wanted.parent.iterdir())[:5000]
    except (OSError, ValueError, RuntimeError):
        return "there is no such folder"
    if wanted.name in names:
        return "it is not a plain file"
    folded = [name for name in names if name.casefold() == wanted.name.casefold()]
    stems = [name for name in names if name.rsplit(".", 1)[0].casefold() == wanted.stem.casefold()]
    near = folded or stems or get_close_matches(wanted.name, names, 1)
    return f"there is {near[0]}" if near else ""


def _is_svg(data: bytes) -> bool:
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    known = (b"<svg", b"<?xml", b"<!doctype svg", b"<!--")
    return start.startswith(known) and b"svg" in data[:100_000].lower()


def _short(source: str) -> str:
    return source if len(source) <= _SHOWN else f"{source[:_SHOWN]}…"

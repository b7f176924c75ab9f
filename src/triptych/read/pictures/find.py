"""The pictures of a document, read from beside it into bytes that both writers can embed."""

import base64
import binascii
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes

from msgspec.structs import replace

from triptych.geometry import Size
from triptych.model import document as doc
from triptych.model.picture import Picture, ground_name
from triptych.model.queries import images_of
from triptych.problem import Problem, Report
from triptych.read.beside import Reader, first_bytes
from triptych.read.looks import grounds_of

_MAX_BYTES = 60_000_000
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")
_SHOWN = 80
WIDE = Size(960.0, 540.0)


class _Unreadable(Exception):
    """Why a picture cannot be shown, and what its author can do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def read_pictures(
    document: doc.Document, folder: Path, slide: Size = WIDE, read: Reader | None = None
) -> tuple[dict[str, Picture], tuple[Problem, ...]]:
    """The pictures of a document by their source as written; a path is relative to the folder.

    A picture that cannot be shown has no entry and is an error.
    Pictures behind slides are cut to the proportions of a `slide`. `read` gives so many bytes of a file in the folder,
    by its name; None if there is no plain file that can be read. What came in the document's own file is found there.
    Nothing is ever downloaded.
    """
    read = _with_parts(document, read or _reader(folder))
    report = Report(document.path)
    pictures: dict[str, Picture] = {}
    remarks: dict[str, str] = {}
    failures: dict[str, _Unreadable] = {}
    for image in images_of(document):
        source = image.source
        if source not in pictures and source not in failures:
            try:
                pictures[source], remarks[source] = _picture(source, folder, read)
            except _Unreadable as failure:
                failures[source] = failure
        if source in failures:
            report.add("error", str(failures[source]), image.line, failures[source].hint)
        if remarks.get(source):
            report.add("warning", f"{remarks[source]}: {_short(source)}", image.line)
    for source, line, is_ground in _looks(document):
        try:
            picture = pictures.get(source) or _picture(source, folder, read)[0]
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


def _picture(source: str, folder: Path, read: Reader) -> tuple[Picture, str]:
    """The picture at this source, and what should be said about it, if anything; raises _Unreadable."""
    if not source.strip():
        raise _Unreadable("picture without an address")
    data = _embedded(source) if source[:5].lower() == "data:" else _file(source, folder, read)
    if not data:
        raise _Unreadable(f"picture is empty: {_short(source)}")
    # Pillow takes its time to load: only who has pictures pays for it.
    from triptych.read.pictures.raster import BadPictureError, to_picture

    try:
        return _drawn(data) if _is_svg(data) else (to_picture(data), "")
    except BadPictureError as error:
        raise _Unreadable(f"{error}: {_short(source)}") from error


def _drawn(data: bytes) -> tuple[Picture, str]:
    from triptych.read.pictures.svg import svg_picture

    return svg_picture(data)


def _embedded(source: str) -> bytes:
    """The bytes of a data address (RFC 2397)."""
    head, comma, payload = source[5:].partition(",")
    if not comma or not head.lower().startswith("image/") or len(payload) > _MAX_BYTES:
        raise _Unreadable(f"not a picture: {_short(source)}")
    try:
        return base64.b64decode(unquote(payload)) if ";base64" in head.lower() else unquote_to_bytes(payload)
    except (binascii.Error, ValueError) as error:
        raise _Unreadable(f"picture is damaged: {_short(source)}") from error


def _file(source: str, folder: Path, read: Reader) -> bytes:
    if source.startswith(("//", "\\\\")) or _SCHEME.match(source):
        hint = "save it beside the document and name that file"
        raise _Unreadable(f"pictures are not fetched from elsewhere: {_short(source)}", hint)
    for name in dict.fromkeys((source, unquote(source), unquote(re.split(r"[?#]", source, maxsplit=1)[0]))):
        data = read(name, _MAX_BYTES + 1)
        if data is not None and len(data) > _MAX_BYTES:
            raise _Unreadable(f"picture file is too large: {_short(source)}")
        if data is not None:
            return data
    raise _Unreadable(f"picture not found: {_short(source)}", _near_match(source, folder))


def _with_parts(document: doc.Document, read: Reader) -> Reader:
    """Reads what came in the document's own file before anything beside it."""
    if not document.parts:
        return read
    parts = {part.name: part.data for part in document.parts}
    return lambda name, most: parts[name][:most] if name in parts else read(name, most)


def _reader(folder: Path) -> Reader:
    return lambda name, most: first_bytes(folder / name, most)


def _near_match(source: str, folder: Path) -> str:
    """A hint at a file with nearly this name where it was looked for."""
    from difflib import get_close_matches

    try:
        wanted = folder / unquote(source)
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

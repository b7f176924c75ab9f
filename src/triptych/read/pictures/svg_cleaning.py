"""SVG made harmless: no scripts, nothing fetched from elsewhere, nothing that grows without bound."""

import re
from base64 import b64decode
from collections.abc import Mapping
from urllib.parse import unquote, unquote_to_bytes
from xml.parsers import expat

import msgspec

from triptych.limits import USUAL, Limits
from triptych.patterns import late
from triptych.read.pictures.raster import BadPictureError, check_pixels

DEEPEST = 200
MOST_ELEMENTS = 300_000
"""Elements, counted as often as they are used."""
_LONGEST_ENTITY = 500
_SVG = "http://www.w3.org/2000/svg"
_MOVING = {"animate", "animatecolor", "animatemotion", "animatetransform", "set", "discard", "mpath"}
_DROPPED = {"script", "foreignobject", "iframe", "object", "embed", "audio", "video", "canvas", "handler", "listener"}
_INSIDE = late(r"\s*(#|data:image/(png|jpe?g|gif|webp)[;,])", re.IGNORECASE)
_ADDRESS = late(r"""url\(\s*+(?!['"]?\s*+#)[^)]*+\)?""", re.IGNORECASE)
_IMPORT = late(r"@(import|font-face)\b[^;{}]*+(;|\{[^}]*+(\}|$)|(?=\})|$)", re.IGNORECASE)
_ESCAPE = late(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.?))", re.DOTALL)
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_SPECIAL = late('[&<>"\t\n\r]')


class CleanSvg(msgspec.Struct, frozen=True):
    """What is left of an SVG, the attributes of its root, and whether something that it asked for was left out."""

    text: str
    root: Mapping[str, str]
    lacking: bool


class _Open(msgspec.Struct):
    """An element that has begun: how much has been drawn in it, and which others it uses."""

    id: str = ""
    weight: int = 1
    uses: list[str] = msgspec.field(default_factory=list)


def clean(data: bytes, limits: Limits = USUAL) -> CleanSvg:
    """The SVG in these bytes without what could reach outside. Raises BadPictureError.

    Raises LimitError for a picture within it that has too many pixels.
    """
    cleaner = _Cleaner(limits)
    try:
        cleaner.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise BadPictureError(f"SVG is damaged in its line {error.lineno}") from error
    except (ValueError, LookupError) as error:
        raise BadPictureError("SVG is in an unknown encoding") from error
    cleaner.check_weight()
    return CleanSvg("".join(cleaner.out), cleaner.root, cleaner.lacking)


class _Cleaner:
    """Writes an SVG again while it is parsed."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.out: list[str] = []
        self.root: dict[str, str] = {}
        self.lacking = False
        self._open: list[_Open] = []
        self._known: dict[str, _Open] = {}
        self._skipping = 0
        self._style: list[str] | None = None
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._entity

    def _entity(self, name: str, parameter: bool, value: str | None, *_: object) -> None:
        """Short texts are allowed: drawing programs name their namespaces so. Nothing else is."""
        if value is None or "&" in value or "%" in value or len(value) > _LONGEST_ENTITY:
            raise BadPictureError(f"SVG with an entity that is not drawn: {name[:40]}")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        if not self._open and local != "svg":
            raise BadPictureError("not an SVG picture")
        if self._skipping or local in _DROPPED or local in _MOVING:
            self.lacking = self.lacking or local in _DROPPED
            self._skipping += 1
            return
        kept = self._kept(attributes)
        if not self._open:
            if ":" not in name:
                kept.setdefault("xmlns", _SVG)
            self.root = kept
        targets = [value.strip()[1:] for key, value in kept.items() if local == "use" and _local(key) == "href"]
        self._open.append(_Open(kept.get("id", ""), uses=targets))
        if len(self._open) > DEEPEST:
            raise BadPictureError("SVG is nested too deeply")
        written = "".join(f' {key}="{_escape(value)}"' for key, value in kept.items())
        self.out.append(f"<{name}{written}>")
        self._style = [] if local == "style" else None

    def _kept(self, attributes: dict[str, str]) -> dict[str, str]:
        """The attributes that neither run nor fetch anything."""
        kept = {}
        for name, value in attributes.items():
            local = _local(name)
            outside = local in ("href", "src") and not _INSIDE.match(value)
            self.lacking = self.lacking or outside
            if local == "href" and not outside:
                self._check_picture(value)
            if not (outside or local.startswith("on") or local == "base"):
                kept[name] = self._css(value) if "url" in value.lower() or "\\" in value else value
        return kept

    def _check_picture(self, address: str) -> None:
        """Raises LimitError for a picture in an address (RFC 2397) that has too many pixels."""
        head, _, payload = address.partition(",")
        if not payload or not head.strip().lower().startswith("data:"):
            return
        try:
            data = b64decode(unquote(payload)) if ";base64" in head.lower() else unquote_to_bytes(payload)
        except ValueError:
            return
        check_pixels(data, self._limits)

    def _css(self, text: str) -> str:
        """A style sheet or a value without addresses; an escape could hide one."""
        plain = _ESCAPE.sub(lambda match: _character(int(match[1], 16)) if match[1] else match[2], text)
        found = _ADDRESS.sub("none", _IMPORT.sub("", plain))
        self.lacking = self.lacking or found != plain
        return found

    def _text(self, text: str) -> None:
        if self._skipping or not self._open:
            return
        if self._style is not None:
            self._style.append(text)
        else:
            self.out.append(_escape(text))

    def _end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        if self._style is not None:
            self.out.append(_escape(self._css("".join(self._style))))
            self._style = None
        self.out.append(f"</{name}>")
        done = self._open.pop()
        if done.id:
            self._known.setdefault(done.id, done)
        if self._open:
            self._open[-1].weight += done.weight
            self._open[-1].uses += done.uses
        else:
            self._known[""] = done

    def check_weight(self) -> None:
        """Raises BadPictureError if what is used again and again comes to too much; loops draw nothing."""
        weights: dict[str, int] = {}
        waiting = [""]
        entered: set[str] = set()
        while waiting:
            name = waiting[-1]
            item = self._known.get(name)
            if item is None or name in weights:
                weights.setdefault(name, 0)
                waiting.pop()
            elif name in entered:
                weights[name] = item.weight + sum(weights.get(use, 0) for use in item.uses)
                if weights[name] > MOST_ELEMENTS:
                    raise BadPictureError("SVG draws too much")
                waiting.pop()
            else:
                entered.add(name)
                waiting.extend(use for use in dict.fromkeys(item.uses) if use not in entered)


def _character(number: int) -> str:
    """The character of a number in CSS; one that stands for none (CSS Syntax 3, 4.3.7) where XML has no such one."""
    within = number in (9, 10, 13) or 32 <= number < 0xD800 or 0xE000 <= number < 0xFFFE or 0xFFFF < number < 0x110000
    return chr(number) if within else "\ufffd"


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ENTITIES[match[0]], text)

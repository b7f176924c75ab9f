"""What one part of a deck refers to: other slides, addresses, pictures. Text asks, the deck resolves."""

from typing import Literal
from urllib.parse import urlsplit

import msgspec

from triptych.model.deck import ChartBox
from triptych.model.picture import Picture
from triptych.patterns import late

Kind = Literal["layout", "notes", "notes master", "slide", "address", "picture", "svg", "chart"]

_SCHEMES = frozenset(("http", "https", "ftp", "mailto"))
_UNSAFE = late(r'[\x00-\x20\x7f"<>\\^`{|}]|%(?![0-9A-Fa-f]{2})')


class Relations(msgspec.Struct):
    """Hands out relationship ids, one for each distinct target, in the order asked for."""

    ids: dict[tuple[Kind, str], str] = msgspec.field(default_factory=dict)
    pictures: dict[str, Picture] = msgspec.field(default_factory=dict)
    charts: dict[str, ChartBox] = msgspec.field(default_factory=dict)

    def id(self, kind: Kind, target: str) -> str:
        """The id of the relationship to the target, a new one if there is none yet."""
        return self.ids.setdefault((kind, target), f"rId{len(self.ids) + 1}")

    def picture(self, picture: Picture) -> str:
        """The id of the relationship to a picture; equal pictures share it."""
        self.pictures[picture.key] = picture
        return self.id("picture", picture.key)

    def svg(self, picture: Picture) -> str:
        """The id of the relationship to a picture's vectors."""
        self.pictures[picture.key] = picture
        return self.id("svg", picture.key)

    def chart(self, box: ChartBox) -> str:
        """The id of the relationship to a chart; each has a part of its own, since each can be edited."""
        key = str(len(self.charts))
        self.charts[key] = box
        return self.id("chart", key)


def web_address(link: str) -> str:
    """The link as the target of an external relationship, or nothing if no browser or mail program opens it.

    A target that is not a URI makes PowerPoint refuse the whole file (ECMA-376 part 2, 8.2.2.2).
    """
    address = _UNSAFE.sub(lambda match: f"%{ord(match[0][0]):02X}", link.strip())
    try:
        parts = urlsplit(address)
        known = parts.scheme in _SCHEMES and (parts.hostname or (parts.scheme == "mailto" and parts.path))
        _ = parts.port
    except ValueError:
        return ""
    return address if known else ""

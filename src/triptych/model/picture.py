"""A picture that has been read and can be placed."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Picture:
    """Encoded bytes that both writers can embed, upright, in a colour space that both know.

    `width` and `height` are pixels after rotation; `key` names the content (a hash). A vector picture is also
    there as `svg`, and `width` and `height` are its natural size: the pixels of `data` are finer.
    """

    data: bytes
    format: Literal["png", "jpeg"]
    width: int
    height: int
    key: str
    svg: bytes = b""

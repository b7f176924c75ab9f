"""Reads written PDF files back as a reader does: through the content streams, the fonts' CMaps and the structure."""

import io
import re
from dataclasses import dataclass, field

import pikepdf


@dataclass
class Marked:
    """A marked-content sequence at the outermost level: its tag, its number there, its text and its width."""

    tag: str
    mcid: int | None
    text: str = ""
    width: float = 0.0


@dataclass
class _Frame:
    tag: str
    properties: dict[str, object]
    said: list[str] = field(default_factory=list)


def open_pdf(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def marks(page: pikepdf.Page) -> list[Marked]:
    """The outermost marked content of a page in order; fails if anything is drawn outside it, or not closed."""
    found: list[Marked] = []
    stack: list[_Frame] = []
    fonts = {name: (_to_unicode(font), _widths(font)) for name, font in page.Resources.Font.items()}
    unicode, widths, size = {}, {}, 0.0
    in_text = False
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BMC" | "BDC":
                properties = dict(operands[1].items()) if len(operands) > 1 else {}
                if not stack:
                    mcid = properties.get("/MCID")
                    found.append(Marked(str(operands[0]), None if mcid is None else int(mcid)))
                stack.append(_Frame(str(operands[0]), properties))
            case "EMC":
                frame = stack.pop()
                (stack[-1].said.append(_text(frame)) if stack else setattr(found[-1], "text", _text(frame)))
                assert stack or not in_text
            case "BT" | "ET":
                assert in_text == (str(operator) == "ET")
                in_text = not in_text
            case "Tf":
                (unicode, widths), size = fonts[str(operands[0])], float(operands[1])
            case "TJ":
                assert stack
                assert in_text
                for part in operands[0]:
                    if isinstance(part, pikepdf.String):
                        glyphs = _pairs(bytes(part))
                        assert 0 not in glyphs
                        stack[-1].said += [unicode[glyph] for glyph in glyphs]
                        found[-1].width += sum(widths[glyph] for glyph in glyphs) * size / 1000
                    else:
                        found[-1].width -= float(part) * size / 1000
            case "S" | "f" | "B" | "Do":
                assert stack
                assert not in_text
    assert not stack
    assert not in_text
    return found


def text(page: pikepdf.Page) -> str:
    """The tagged text of a page, in the order in which it is drawn."""
    return "".join(mark.text for mark in marks(page) if mark.mcid is not None)


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Every structure element, parents before children, children in order; each is its parent's own."""
    found: list[pikepdf.Dictionary] = []
    waiting = kids(pdf.Root.StructTreeRoot)[::-1]
    while waiting:
        element = waiting.pop()
        found.append(element)
        below = [kid for kid in kids(element) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        assert all(kid.P.objgen == element.objgen for kid in below)
        waiting += below[::-1]
    return found


def kids(element: pikepdf.Dictionary) -> list[object]:
    """What an element holds: numbers, references to content, elements."""
    held = element.get("/K")
    return list(held) if isinstance(held, pikepdf.Array) else [] if held is None else [held]


def owned(element: pikepdf.Dictionary, pdf: pikepdf.Pdf) -> list[tuple[int, int]]:
    """The marked content that an element itself owns, by page and number."""
    numbers = {page.objgen: place for place, page in enumerate(pdf.pages)}
    found = []
    for kid in kids(element):
        if isinstance(kid, int):
            found.append((numbers[element.Pg.objgen], kid))
        elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
            found.append((numbers[kid.Pg.objgen], int(kid.MCID)))
    return found


def _text(frame: _Frame) -> str:
    if "/ActualText" in frame.properties:
        return str(frame.properties["/ActualText"])
    return "".join(reversed(frame.said) if frame.tag == "/ReversedChars" else frame.said)


def _pairs(data: bytes) -> list[int]:
    return [int.from_bytes(data[place : place + 2], "big") for place in range(0, len(data), 2)]


def _to_unicode(font: pikepdf.Object) -> dict[int, str]:
    code = font.ToUnicode.read_bytes().decode()
    assert all(int(count) <= 100 for count in re.findall(r"(\d+) beginbfchar", code))
    pairs = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>\n", code.partition("endcodespacerange")[2])
    return {int(glyph, 16): bytes.fromhex(said).decode("utf-16-be") for glyph, said in pairs}


def _widths(font: pikepdf.Object) -> dict[int, float]:
    widths: dict[int, float] = {}
    held = list(font.DescendantFonts[0].W)
    for first, run in zip(held[::2], held[1::2], strict=True):
        widths |= {int(first) + place: float(width) for place, width in enumerate(run)}
    return widths

"""Bytes of a text file, in whatever encoding people save them, to clean text with a line feed at every line end."""

import codecs
import re

from triptych.patterns import late
from triptych.problem import Problem

_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY_STARTS = {
    b"PK\x03\x04": "a Word, PowerPoint, OpenDocument or zip file",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"%PDF-": "a PDF",
    b"{\\rtf": "a rich text file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"\x7fELF": "a program",
}
_SAMPLE = 8192
_LINE_ENDS = late("\r\n|[\r\x85\u2028\u2029]")
_ILLEGAL = late("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ALLOWED = frozenset("\t\n")
_SYMBOL_BULLETS = late(
    "^([ \t]*)[\uf02d\uf06e\uf071\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc\uf0fe](?=[ \t\u00a0])", re.M
)
"""Bullets of Word and of PDFs in their symbol fonts: no other font has these characters."""
_SURROGATES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_ESCAPED = late("[\udc80-\udcff]")
_CONTROL_BYTES = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32))


def decode(data: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file, and what had to be mended in it.

    Byte order marks are honoured and removed, UTF-16 and UTF-32 are recognised without one, bytes that are
    no UTF-8 are read as Windows-1252, line ends become line feeds, and what XML 1.0 (2.2) cannot hold is
    removed. A file that is no text gives an empty text and an error.
    """
    kind = _binary_kind(data)
    if kind:
        hint = "save it as plain text (UTF-8) or Markdown first"
        return "", (Problem("error", f"not a text file: this looks like {kind}", path, hint=hint),)
    text, problems = _to_text(data, path)
    text = text.lstrip("\ufeff")
    signs = set(text)  # the patterns for these take longer to compile than a short document to read
    if not signs.isdisjoint("\r\x85\u2028\u2029"):
        text = _LINE_ENDS.sub("\n", text)
    illegal = None if all(map(str.isprintable, signs - _ALLOWED)) else _ILLEGAL.search(text)
    if illegal:
        line = text.count("\n", 0, illegal.start()) + 1
        text, count = _ILLEGAL.subn("", text)
        problems += (Problem("warning", f"removed invisible control characters: {count}", path, line),)
    if not text.isascii():
        text = _SYMBOL_BULLETS.sub(r"\1•", text)
    # Vertical tabs and form feeds separate words, but XML cannot hold them either.
    return text.replace("\x0b", " ").replace("\x0c", " "), problems


def legal(text: str) -> str:
    """The text without what XML 1.0 (2.2) cannot hold; for text that comes out of escapes."""
    return _ILLEGAL.sub("", text).replace("\x0b", " ").replace("\x0c", " ")


def _binary_kind(data: bytes) -> str:
    """What kind of binary file this is, or nothing for text."""
    for start, kind in _BINARY_STARTS.items():
        if data.startswith(start):
            return kind
    if _bom(data)[1] or _wide_encoding(data) or _is_utf8(data):
        return ""
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    return "a binary file" if controls * 20 > len(sample) else ""


def _to_text(data: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    mark, encoding = _bom(data)
    encoding = encoding or _wide_encoding(data)
    if encoding and encoding != "utf-8":
        # surrogatepass: half pairs are removed later, with what else is illegal
        data = data[mark:]
        try:
            return data.decode(encoding, "surrogatepass"), ()
        except UnicodeDecodeError:
            text = data.decode(encoding, "replace")
            return text, (Problem("warning", f"damaged {encoding.upper()} text", path, 1),)
    try:
        return data[mark:].decode("utf-8"), ()
    except UnicodeDecodeError:
        return _mended(data[mark:], path)


def _mended(data: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    """Text that is not all UTF-8: the bytes that are not are taken for Windows-1252, one by one."""
    half = _SURROGATES.search(data)
    problems: tuple[Problem, ...] = ()
    if half:
        line = _line_at(data[: half.start()].decode("utf-8", "replace"))
        data, count = _SURROGATES.subn(b"", data)
        problems += (Problem("warning", f"removed halves of characters: {count}", path, line),)
    text = data.decode("utf-8", "surrogateescape")
    bad = _ESCAPED.search(text)
    if bad:
        line = _line_at(text[: bad.start()])
        hint = "save the file as UTF-8 if letters look wrong"
        problems += (Problem("warning", "not UTF-8: read as Windows-1252", path, line, hint=hint),)
    return _ESCAPED.sub(_windows_1252, text), problems


def _line_at(before: str) -> int:
    """The number of the line that this text ends in."""
    return _LINE_ENDS.sub("\n", before).count("\n") + 1


def _windows_1252(match: re.Match[str]) -> str:
    return bytes([ord(match[0]) - 0xDC00]).decode("cp1252", "replace")


def _bom(data: bytes) -> tuple[int, str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return len(mark), encoding
    return 0, ""


def _wide_encoding(data: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, by where the zero bytes of its Latin letters stand; else nothing."""
    sample = data[:_SAMPLE]
    sample = sample[: len(sample) // 4 * 4]
    if len(sample) < 8 or b"\x00" not in sample:
        return ""
    quarter = len(sample) // 4
    zeros = [sample[offset::4].count(0) / quarter for offset in range(4)]
    match [share > 0.6 for share in zeros]:
        case [False, True, True, True]:
            return "utf-32-le"
        case [True, True, True, False]:
            return "utf-32-be"
        case [False, True, False, True] if zeros[0] + zeros[2] < 0.1:
            return "utf-16-le"
        case [True, False, True, False] if zeros[1] + zeros[3] < 0.1:
            return "utf-16-be"
        case _:
            return ""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True

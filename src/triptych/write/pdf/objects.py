"""Numbered objects and the file that holds them: object streams, a cross-reference stream, an identifier."""

import hashlib
import zlib
from collections.abc import Callable, Mapping
from functools import lru_cache

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.rl_codecs import RL_Codecs

Ref = str
"""A reference to an object, as it stands in a file: `12 0 R`."""

LEVEL = 6
_PER_STREAM = 200
_SHARED_FROM = 1000
"""Characters from which on a text that recurs is an object of its own: an address of many lines."""
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_IN_FILE, _IN_STREAM = 1, 2
_NEXT_ROW = bytes((2, 0, 0, 0, 0, 0, 0, 1))
"""The difference of a row that differs by one in its last byte, behind the name of its predictor."""
RL_Codecs.register()  # PDFDocEncoding; `pdfmetrics` would do so, which is left unread
_PLAIN = pdfdoc.DummyDoc()  # what reportlab asks while it formats an object; this one encrypts nothing


@lru_cache(maxsize=4096)  # edges, sizes and lines recur
def number(value: float) -> str:
    """A length as PDF writes it: at most three decimals, never an exponent (ISO 32000-1, 7.3.3)."""
    return f"{round(value, 3):.10g}" if value else "0"


def key(name: str | bytes) -> str:
    """A name as a byte string; name trees hold these in the order of their bytes (ISO 32000-1, 7.9.6)."""
    return f"<{(name.encode() if isinstance(name, str) else name).hex()}>"


def text_string(text: str) -> str:
    """A text string in PDFDocEncoding where that will do, in UTF-16 otherwise (ISO 32000-1, 7.9.2.2)."""
    return formatted(pdfdoc.PDFString(text)).decode("latin-1")


def formatted(value: object) -> bytes:
    """An object as its bytes; strings and bytes are taken to be formatted already."""
    if isinstance(value, str) and value.isascii() and value.isprintable():
        return value.encode()  # as reportlab encodes it, but for its codec, which is written in Python
    return bytes(pdfdoc.format(value, _PLAIN))


class Objects:
    """The objects of a file that is being written: streams one by one, the others by the hundred."""

    def __init__(self) -> None:
        self._chunks = [_HEADER]
        self._offset = len(_HEADER)
        self._digest = hashlib.sha256()
        self._count = 0
        self._places: dict[int, tuple[int, int, int]] = {}
        self._batch: list[tuple[int, bytes]] = []
        self._shared: dict[tuple[str, Callable[[str], str]], Ref] = {}

    def reserve(self) -> Ref:
        """A number for an object that is not made yet."""
        self._count += 1
        return f"{self._count} 0 R"

    def add(self, value: object) -> Ref:
        """Number an object and keep it."""
        ref = self.reserve()
        self.put(ref, value)
        return ref

    def shared(self, text: str, code: Callable[[str], str]) -> str:
        """The code of a text; where that is long, a reference to an object that all with this text share."""
        if len(text) <= _SHARED_FROM:
            return code(text)
        if (text, code) not in self._shared:
            self._shared[text, code] = self.add(code(text))
        return self._shared[text, code]

    def put(self, ref: Ref, value: object) -> None:
        """Keep the object that a number was reserved for."""
        self._batch.append((_number(ref), formatted(value)))
        if len(self._batch) == _PER_STREAM:
            self._pack()

    def add_stream(self, data: bytes, entries: Mapping[str, object] | None = None, *, pack: bool = True) -> Ref:
        """Number a stream and keep it, compressed if asked; `entries` is the rest of its dictionary."""
        ref = self.reserve()
        self._write_stream(_number(ref), dict(entries or {}), data, pack)
        return ref

    def finish(self, root: Ref, info: Ref) -> bytes:
        """The whole file."""
        self._pack()
        number, start = _number(self.reserve()), self._offset
        self._places[number] = (_IN_FILE, start, 0)
        identifier = self._digest.hexdigest()[:32]
        entries = {
            "Type": "/XRef",
            "Size": number + 1,
            "W": "[1 4 2]",
            "Root": root,
            "Info": info,
            "ID": f"[<{identifier}> <{identifier}>]",
            "DecodeParms": "<</Predictor 12 /Columns 7>>",
        }
        self._write_stream(number, entries, self._rows(number), True)
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self._chunks)

    def _rows(self, last: int) -> bytes:
        """The cross-reference table (ISO 32000-1, 7.5.8), each row as its difference from the one above."""
        rows: list[bytes] = []
        above = bytes(7)
        for number in range(last + 1):
            kind, place, index = self._places.get(number, (0, 0, 0xFFFF))
            row = b"%c%b%b" % (kind, place.to_bytes(4, "big"), index.to_bytes(2, "big"))
            if row[:6] == above[:6] and row[6] == above[6] + 1:  # the next one in the same stream, as most are
                rows.append(_NEXT_ROW)
            else:
                rows.append(bytes((2, *((a - b) & 255 for a, b in zip(row, above, strict=True)))))
            above = row
        return b"".join(rows)

    def _pack(self) -> None:
        """Write the objects that wait as one object stream (ISO 32000-1, 7.5.7)."""
        if not self._batch:
            return
        stream = _number(self.reserve())
        index, offset = [], 0
        for place, (number, code) in enumerate(self._batch):
            index.append(b"%d %d " % (number, offset))
            offset += len(code) + 1
            self._places[number] = (_IN_STREAM, stream, place)
        head = b"".join(index)
        entries = {"Type": "/ObjStm", "N": len(self._batch), "First": len(head)}
        data = head + b"\n".join(code for _, code in self._batch)
        self._batch = []
        self._write_stream(stream, entries, data, True)

    def _write_stream(self, number: int, entries: dict[str, object], data: bytes, pack: bool) -> None:
        self._places[number] = (_IN_FILE, self._offset, 0)
        if pack:
            data = _packed(data)
            entries["Filter"] = "/FlateDecode"
        entries["Length"] = len(data)
        head = formatted(pdfdoc.PDFDictionary(entries))
        end = b"\r\n" if data.endswith(b"\r") else b"\n"  # a line feed alone would make one end of line with the data's
        self._write(b"%d 0 obj\n%s\nstream\n%s%sendstream\nendobj\n" % (number, head, data, end))

    def _write(self, chunk: bytes) -> None:
        self._chunks.append(chunk)
        self._offset += len(chunk)
        self._digest.update(chunk)


@lru_cache(maxsize=256)  # a document that is built again has few new pages, and most of its fonts as they were
def _packed(data: bytes) -> bytes:
    return zlib.compress(data, LEVEL)


def _number(ref: Ref) -> int:
    return int(ref.partition(" ")[0])

"""What citeproc sets, HTML of a few tags, as inlines."""

import re
from html.parser import HTMLParser

from triptych.model import document as doc
from triptych.patterns import late

_ADDRESS = late(r"https?://[^\s<>\"'`]*[^\s<>\"'`.,;:!?)\]}*_]", re.IGNORECASE)
_SPACES = late(r"[ \t\n\r\f\v]+")
_ILLEGAL = late("[\x00-\x08\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What XML 1.0 (2.2) cannot hold; it may come out of escapes."""


def formatted(html: str) -> doc.Inlines:
    """The inlines of some HTML: white space is single, bare addresses are links, unknown tags leave their text."""
    formatter = _Formatter()
    formatter.feed(_ILLEGAL.sub("", html))
    formatter.close()
    return formatter.finish()


class _Formatter(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, list[doc.Inline]]] = [("", [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append((tag, []))

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _ in self._open[1:]):
            while self._close() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1][1].extend(_linked(_SPACES.sub(" ", data)))

    def finish(self) -> doc.Inlines:
        """All that was read, without white space at either end."""
        while len(self._open) > 1:
            self._close()
        return _stripped(self._open[0][1])

    def _close(self) -> str:
        tag, children = self._open.pop()
        self._open[-1][1].extend(_styled(tag, tuple(children)))
        return tag


def _styled(tag: str, children: doc.Inlines) -> doc.Inlines:
    match tag if children else "":
        case "i" | "em":
            return (doc.Emphasis(children),)
        case "b" | "strong":
            return (doc.Strong(children),)
        case "sup" | "sub":
            return (doc.Raised(children, lowered=tag == "sub"),)
        case _:  # small capitals, underlining: only the text
            return children


def _linked(text: str) -> doc.Inlines:
    parts: list[doc.Inline] = []
    done = 0
    for match in _ADDRESS.finditer(text):
        parts += [doc.Text(text[done : match.start()]), doc.Link((doc.Text(match[0]),), match[0])]
        done = match.end()
    parts.append(doc.Text(text[done:]))
    return tuple(part for part in parts if part != doc.Text(""))


def _stripped(inlines: list[doc.Inline]) -> doc.Inlines:
    out: list[doc.Inline] = []
    for inline in inlines:  # neighbouring text joined
        last = out[-1] if out else None
        if isinstance(inline, doc.Text) and isinstance(last, doc.Text):
            out[-1] = doc.Text(re.sub(" +", " ", last.text + inline.text))
        else:
            out.append(inline)
    if out and isinstance(out[0], doc.Text):
        out[0] = doc.Text(out[0].text.lstrip(" "))
    if out and isinstance(out[-1], doc.Text):
        out[-1] = doc.Text(out[-1].text.rstrip(" "))
    return tuple(part for part in out if part != doc.Text(""))

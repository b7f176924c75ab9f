"""Builds inlines from a flat run of text, openings and closings, however badly these are nested."""

import re
from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.footnote_calls import calls
from triptych.model.queries import plain
from triptych.patterns import late
from triptych.read.dashes import dashed
from triptych.read.markdown.attributes import merge

_SPACES = late(r"[ \t\n\r\f\v]+")
_UNTIDY = late(r"[\t\n\r\f\v]|  ")
_ADDRESS = late(r"https?://[^\s<>\"'`]*[^\s<>\"'`.,;:!?)\]}*_。，、）]", re.IGNORECASE)
# Scripts that set no spaces between words (Korean does).
_UNSPACED = late(r"[\u2e80-\u312f\u31a0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003ffff]")
# The stop of Chinese and Japanese brings its own room, a Latin space behind it is a slip.
_BEHIND_STOP = late(r"(?<=[。｡])[ ]++|(?<=[。｡][」』”’）〉》】])[ ]++")


class _Frame(msgspec.Struct):
    kind: str
    target: str = ""
    attributes: doc.Attributes = doc.NO_ATTRIBUTES
    line: int = 0
    items: list[str | doc.Inline] = msgspec.field(default_factory=list)


class InlineBuilder:
    """Collects inlines. A style within itself adds nothing, so that nesting stays shallow.

    Kinds are "strong", "emphasis", "link", "code", "key", "strike", "mark", "date", "person", "term", "sup", "sub",
    "lang" (its target is the tag), "abbreviation" (its target is the long form), "ruby" (how what stands before it is
    read), "quoted" (between quotation marks) and "nothing" (nobody sees what is in it).
    """

    def __init__(self) -> None:
        self._stack = [_Frame("")]
        self._open: set[str] = set()
        self._repeated: dict[str, int] = {}
        self._last = ""
        self._soft = False
        self._elements: list[tuple[str, bool]] = []

    @property
    def empty(self) -> bool:
        """Whether there is nothing yet but white space."""
        return len(self._stack) == 1 and all(isinstance(i, str) and not i.strip() for i in self._stack[0].items)

    @property
    def last(self) -> str:
        """The character that stands last, or nothing."""
        return self._last

    def text(self, text: str) -> None:
        """Add characters; white space in them counts as single spaces."""
        if not text:
            return
        if self._soft:
            joined = _UNSPACED.match(self._last) and _UNSPACED.match(text)
            self._stack[-1].items.append("" if joined else " ")
            self._soft = False
        self._last = text[-1]
        self._stack[-1].items.append(text)

    def parts(self, parts: Iterable[str | doc.Inline]) -> None:
        """Add characters and what is whole in itself."""
        for part in parts:
            self.text(part) if isinstance(part, str) else self.add(part)

    def open_element(self, name: str, lang: str) -> None:
        """Begin an element of HTML that may say in which language it is."""
        self._elements.append((name, bool(lang)))
        if lang:
            self.open("lang", lang)

    def close_element(self, name: str) -> None:
        """End the innermost element of a name, and those in it; without one, nothing happens."""
        if not any(name == opened for opened, _ in self._elements):
            return
        opened = ""
        while opened != name:
            opened, foreign = self._elements.pop()
            if foreign:
                self.close("lang")

    def soft_break(self) -> None:
        """The source goes on in the next line: a space, but for scripts that have none."""
        self._soft = True

    def line_break(self) -> None:
        """A line break that stays one."""
        self._soft = False
        self._last = ""
        self._stack[-1].items.append(doc.LineBreak())

    def add(self, inline: doc.Inline) -> None:
        """Add what is whole in itself: code, a picture, a call of a footnote."""
        self._flush_soft()
        self._last = ""
        self._stack[-1].items.append(inline)

    def attach(self, attributes: doc.Attributes) -> None:
        """Give attributes to the picture before; nothing else can hold them yet."""
        items = self._stack[-1].items
        if items and isinstance(items[-1], doc.Image):
            items[-1] = replace(items[-1], attributes=merge(items[-1].attributes, attributes))

    def open(self, kind: str, target: str = "", attributes: doc.Attributes = doc.NO_ATTRIBUTES, line: int = 0) -> None:
        """Begin a style or a link; what a date or a person has in braces, and its line, is kept with it."""
        if kind in self._open:
            self._repeated[kind] = self._repeated.get(kind, 0) + 1
            return
        self._flush_soft()
        self._open.add(kind)
        self._stack.append(_Frame(kind, target, attributes, line))

    def close(self, kind: str) -> None:
        """End a style or a link, with what is still open inside it; without an opening, nothing happens."""
        if self._repeated.get(kind):
            self._repeated[kind] -= 1
        elif kind in self._open:
            while self._pop() != kind:
                pass

    def finish(self) -> doc.Inlines:
        """What was collected, trimmed."""
        while len(self._stack) > 1:
            self._pop()
        return _trimmed(_merged(self._stack[0].items))

    def _flush_soft(self) -> None:
        if self._soft:
            self._stack[-1].items.append(" ")
            self._soft = False

    def _pop(self) -> str:
        in_link = "link" in self._open
        frame = self._stack.pop()
        self._open.discard(frame.kind)
        self._stack[-1].items.extend(_closed(frame, in_link))
        return frame.kind


def finished_text(text: str) -> doc.Inlines:
    """The inlines of characters without any markup."""
    return _trimmed(_merged([text]))


def _closed(frame: _Frame, in_link: bool) -> tuple[str | doc.Inline, ...]:
    children = _merged(frame.items, in_link, written=frame.kind in ("code", "key"))
    match frame.kind:
        case "nothing":
            return ()
        case "ruby" if children:
            return ("(", *children, ")")
        case "quoted" if children:
            return ("“", *children, "”")
        case "sup" | "sub" if children:
            return (doc.Raised(children, lowered=frame.kind == "sub"),)
        case "lang" if children:
            return (doc.Passage(children, frame.target),)
        case "abbreviation" if children:
            return (doc.Passage(children, "", frame.target),)
        case "strike" if children:
            return (doc.Strike(children),)
        case "mark" if children:
            return (doc.Mark(children),)
        case "date" | "person" | "term" | "slide" | "notes" as kind if children:
            return (doc.Named(kind, children, frame.attributes.get("key"), frame.attributes.get("about"), frame.line),)
        case "strong" if children:
            return (doc.Strong(children),)
        case "emphasis" if children:
            return (doc.Emphasis(children),)
        case "code" | "key" if children:
            text = plain(children)
            return (doc.CodeSpan(text) if frame.kind == "code" else doc.Keyboard(text), *calls(children))
        case "link":
            return (doc.Link(children or (doc.Text(frame.target),), frame.target),)
        case _:
            return children


def _merged(items: list[str | doc.Inline], link: bool = False, *, written: bool = False) -> doc.Inlines:
    """The items with neighbouring text joined, white space made single, bare addresses made links.

    What is `written` as it is to be read keeps its hyphens, elsewhere several are a dash.
    """
    merged: list[doc.Inline] = []
    run: list[str] = []
    for item in items:
        if isinstance(item, str):
            run.append(item)
            continue
        merged.extend(_run(run, merged, isinstance(item, doc.LineBreak), link, written))
        merged.append(item)
        run = []
    return (*merged, *_run(run, merged, False, link, written))


def _run(run: list[str], before: list[doc.Inline], break_follows: bool, link: bool, written: bool) -> list[doc.Inline]:
    """A run of text as inlines; there is no space on either side of a line break."""
    text = "".join(run)
    text = _SPACES.sub(" ", text) if _UNTIDY.search(text) else text
    if "。" in text or "｡" in text:
        text = _BEHIND_STOP.sub("", text)
    if before and isinstance(before[-1], doc.LineBreak):
        text = text.lstrip(" ")
    if break_follows:
        text = text.rstrip(" ")
    if "://" in text and not link:
        return _linked(text, written)
    return [_text(text, written)] if text else []


def _text(text: str, written: bool) -> doc.Text:
    return doc.Text(dashed(text) if "--" in text and not written and "://" not in text else text)


def _linked(text: str, written: bool) -> list[doc.Inline]:
    parts: list[doc.Inline] = []
    position = 0
    for match in _ADDRESS.finditer(text):
        if match.start() > position:
            parts.append(_text(text[position : match.start()], written))
        parts.append(doc.Link((doc.Text(match[0]),), match[0]))
        position = match.end()
    return [*parts, _text(text[position:], written)] if position < len(text) else parts


def _trimmed(inlines: doc.Inlines) -> doc.Inlines:
    """Without white space and line breaks at either end."""
    start, end = 0, len(inlines)
    while start < end and _blank(inlines[start]):
        start += 1
    while end > start and _blank(inlines[end - 1]):
        end -= 1
    kept = list(inlines[start:end])
    if kept and isinstance(kept[0], doc.Text):
        kept[0] = doc.Text(kept[0].text.lstrip(" "))
    if kept and isinstance(kept[-1], doc.Text):
        kept[-1] = doc.Text(kept[-1].text.rstrip(" "))
    return tuple(kept)


def _blank(inline: doc.Inline) -> bool:
    return isinstance(inline, doc.LineBreak) or (isinstance(inline, doc.Text) and not inline.text.strip(" "))

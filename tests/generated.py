"""Documents as authors may write them, made up by Hypothesis: every inline and every block at every place.

Each word is there once: it ends in a mark of its own. What a word must be (raised, struck, seen by the lecturer
alone) goes along with it while the document is put together, so that it can be looked for in what is made of it.
"""

import base64
import io
import re
from collections.abc import Callable
from functools import cache

import msgspec
from hypothesis import strategies as st
from PIL import Image

STEMS = ("a", "of", "river", "Ufer", "état", "πόλις", "город", "ילד", "Vergangenheitsbewältigung", "x" * 120)
MARK = re.compile(r"w(\d+)e")

Text = st.SearchStrategy[str]

PRIVATE, LOOSE, RAISED, LOWERED, STRUCK, MARKED, BOLD = "plhsktb"
"""What is said of a word: for the lecturer alone; on the cheat sheet only if there is room to spare; its looks."""
_WORD = re.compile("\x01([a-z]*)\\|([^\x02]*)\x02")


class Written(msgspec.Struct, frozen=True):
    """A Markdown text, and the words in it, each with its mark, with what is said of them."""

    text: str
    said: dict[str, str]

    def of(self, kind: str) -> frozenset[str]:
        """The words of which something is said."""
        return frozenset(word for word, kinds in self.said.items() if kind in kinds)

    @property
    def marks(self) -> frozenset[str]:
        """Every word."""
        return frozenset(self.said)

    @property
    def private(self) -> frozenset[str]:
        """The words that only the lecturer sees."""
        return self.of(PRIVATE)

    @property
    def captions(self) -> frozenset[str]:
        """The words that a cheat sheet may be without, and says nothing of it."""
        return self.of(LOOSE)


def _word(stem: str) -> str:
    return f"\x01|{stem}\x02"


def _as(kind: str, text: str) -> str:
    """The text with something said of each of its words."""
    return re.sub("\x01([a-z]*)\\|", f"\x01\\g<1>{kind}|", text)


# --- inlines ---------------------------------------------------------------------------------------

words = st.lists(st.sampled_from(STEMS).map(_word), min_size=1, max_size=9).map(" ".join)
"""Words of any length; each gets its own mark when the document is put together."""
_short = st.sampled_from(STEMS[:-1]).map(_word)


@cache
def picture() -> str:
    """A small picture that stands in the text itself."""
    out = io.BytesIO()
    Image.new("RGB", (80, 60), "#336699").save(out, "PNG")
    return f"data:image/png;base64,{base64.b64encode(out.getvalue()).decode()}"


LOOKS: dict[str, Callable[[str], str]] = {
    "strong": lambda w: _as(BOLD, f"**{w}**"),
    "emphasis": lambda w: f"*{w}*",
    "both": lambda w: f"***{w}* and `more`**",
    "code": lambda w: f"`{w}`",
    "link": lambda w: f"[{w}](https://example.org/)",
    "address": lambda w: f"{w} <https://example.org/a/long/path?with=a&query=and#more>",
    "mark": lambda w: _as(MARKED, f"=={w}=="),
    "strike": lambda w: _as(STRUCK, f"~~{w}~~"),
    "span": lambda w: f"[{w}]{{.small}}",
    "term": lambda w: f"[{w}]{{.term}}",
    "date": lambda w: f"[{w}]{{.date}}",
    "key": lambda w: f"<kbd>{w}</kbd>",
    "element": lambda w: f"<b>{w}</b>",
    "quotation": lambda w: f"“{w}”",
    "escaped": lambda w: f"\\*{w}\\*",
}
"""Every inline that may be around any word."""
BEHIND: dict[str, Callable[[str], str]] = {
    "raised": lambda w: _as(RAISED, f"^{w}^"),
    "lowered": lambda w: _as(LOWERED, f"~{w}~"),
    "formula": lambda w: f" $\\text{{{w}}}$",
    "tall formula": lambda w: f" $\\frac{{\\text{{{w}}}}}{{2}}$",
    "root": lambda w: f" $\\sqrt{{\\text{{{w}}}}}$",
}
"""What stands behind a word with a short word of its own in it."""
ONLY_IN_TEXT: dict[str, Callable[[str], str]] = {
    "note": lambda w: f"^[{_as(LOOSE, w)}]",
    "picture": lambda w: f" ![{_as(LOOSE, w)}](missing.png)",
    "break": lambda w: f"\\\n{w}",
}
"""The same for running text; the sheet has no footnotes and no pictures."""


@st.composite
def running(draw: st.DrawFn, text: Text = words, more: tuple[str, ...] = (), less: tuple[str, ...] = ()) -> str:
    """Running text, one word of it perhaps with a look; `more` names what else may stand there, `less` what not."""
    parts = draw(text).split(" ")
    look = draw(st.sampled_from([look for look in ("", "", *LOOKS, *BEHIND, *more) if look not in less]))
    at = draw(st.integers(0, len(parts) - 1))
    if look in LOOKS:
        parts[at] = LOOKS[look](parts[at])
    elif look:
        parts[at] += {**BEHIND, **ONLY_IN_TEXT}[look](draw(_short))
    return " ".join(parts)


line = running(more=("note",))
"""Inlines on one line, as in a heading, a cell, a term."""
label = running(more=("note",), less=("strong", "both"))
"""The same for what is bold."""


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """Running text of some sentences."""
    more = ("note", "picture", "break")
    parts = draw(st.lists(running(more=more), min_size=1, max_size=4))
    return " ".join(f"{part}{draw(st.sampled_from('..?!:'))}" for part in parts)


# --- blocks ----------------------------------------------------------------------------------------


def _indented(text: str, by: str) -> str:
    return "\n".join((by + each).rstrip() if each or by.strip() else "" for each in text.split("\n"))


@st.composite
def _holding(draw: st.DrawFn, first: Text, depth: int, by: str = "   ") -> str:
    """A text, sometimes with a block below it that is indented."""
    text = _indented(draw(first), by).lstrip(" ")
    if depth < 2 and draw(st.integers(0, 4)) == 0:
        text += "\n\n" + _indented(draw(blocks(depth + 1)), by) + "\n"
    return text


@st.composite
def items(draw: st.DrawFn, depth: int = 0) -> str:
    """A list, with any block in it."""
    mark = draw(st.sampled_from(("- ", "* ", "1. ", "- [ ] ", "- [x] ")))
    return "\n".join(mark + draw(_holding(sentences(), depth)) for _ in range(draw(st.integers(1, 5))))


@st.composite
def points(draw: st.DrawFn, depth: int = 0) -> str:
    out = []
    for number in range(1, draw(st.integers(2, 7))):
        out.append(f"{number}. **{draw(label)}**: {draw(_holding(sentences(), depth))}")
    return "\n".join(out)


@st.composite
def tables(draw: st.DrawFn) -> str:
    columns = draw(st.integers(1, 7))
    head = [draw(running(_short)) for _ in range(columns)]
    rows = [head, *([draw(line) for _ in range(columns)] for _ in range(draw(st.integers(1, 5))))]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    caption = ["", f"Table: {_as(LOOSE, draw(line))}"] if draw(st.booleans()) else []
    return "\n".join([lines[0], "|" + "---|" * columns, *lines[1:], *caption])


@st.composite
def charts(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from(("bar", "line", "pie")))
    rows = [f"| {draw(_short)} | {draw(st.integers(1, 99))} |" for _ in range(draw(st.integers(1, 5)))]
    table = [f"| {draw(_short)} | {draw(_short)} |", "|---|---|", *rows, "", f"Table: {draw(line)}"]
    return _as(LOOSE, "\n".join([f"::: chart {{type={kind}}}", *table, ":::"]))


@st.composite
def code(draw: st.DrawFn) -> str:
    language = draw(st.sampled_from(("", "python", "c", "nonsense")))
    lines = draw(st.lists(words.map(lambda text: f"    {text}"), max_size=12))
    return "\n".join([f"```{language}", *lines, "```"])


def formulae() -> Text:
    return st.tuples(_short, _short).map(lambda of: f"$$\\text{{{of[0]}}} = \\frac{{1}}{{2}} \\text{{{of[1]}}}$$")


@st.composite
def quotes(draw: st.DrawFn, depth: int = 0) -> str:
    text = draw(_holding(sentences(), depth, ""))
    by = f"\n\n-- {_as(LOOSE, draw(line))}" if draw(st.booleans()) else ""
    return _indented(text + by, "> ")


@st.composite
def callouts(draw: st.DrawFn, depth: int = 0) -> str:
    text, title = draw(_holding(sentences(), depth, "")), _as(LOOSE, draw(line))
    return draw(
        st.sampled_from(
            (f"::: warning {title}\n{text}\n:::", _indented(f"[!TIP]\n{text}", "> "), f"::: note\n{text}\n:::")
        )
    )


@st.composite
def columns(draw: st.DrawFn, depth: int = 0) -> str:
    sides = [draw(blocks(depth + 1)) for _ in range(draw(st.integers(2, 3)))]
    return "\n".join([":::: columns", *(f"::: column\n{side}\n:::" for side in sides), "::::"])


def notes() -> Text:
    inner = st.one_of(sentences(), items(depth=1), tables(), quotes(depth=1))
    return inner.map(lambda text: _as(PRIVATE, f"::: notes\n{text}\n:::"))


@st.composite
def definitions(draw: st.DrawFn, depth: int = 0) -> str:
    made = [f"{draw(line)}\n:   {draw(_holding(sentences(), depth, '    '))}" for _ in range(draw(st.integers(1, 3)))]
    return "\n\n".join(made)


def summaries() -> Text:
    inner = st.one_of(sentences(), items(depth=1), points(depth=1), tables(), cues(), formulae(), code())
    return inner.map(lambda text: f"::: summary\n{text}\n:::")


@st.composite
def figures(draw: st.DrawFn) -> str:
    source = draw(st.sampled_from(("missing.png", picture())))
    caption = f' "{draw(words)}"' if draw(st.booleans()) else ""
    return _as(LOOSE, f"![{draw(words)}]({source}{caption})")


def cues() -> Text:
    """Questions that the text answers."""
    return st.one_of(words.map(lambda text: f"{text}?"), sentences().map(lambda t: f"::: question\n{t}\n:::"))


@st.composite
def questions(draw: st.DrawFn, depth: int = 0) -> str:
    """Questions of each kind, with blocks in what is asked, in options, answers and explanations."""
    asked, some = draw(line), range(draw(st.integers(2, 4)))

    def held(by: str) -> str:
        return draw(_holding(line, depth, by))

    kind = draw(st.sampled_from(("choice", "numbered", "pairs", "order", "words", "number", "truth", "gaps")))
    braces, body = "", ""
    match kind:
        case "choice":
            body = "\n".join(f"- [{'x' if k == 0 else ' '}] {held('  ')}" for k in some)
        case "numbered":
            body = "\n".join(f"{k + 1}. {held('   ')}" for k in some) + "\n\nanswer: 2"
        case "pairs":
            body = "\n".join(f"- {draw(words)} -> {held('  ')}" for _ in some)
        case "order":
            braces, body = " {.ordering}", "\n".join(f"{k + 1}. {held('   ')}" for k in some)
        case "words":
            body = f"answer: {draw(_holding(sentences(), depth, ''))}"
        case "number":
            body = f"answer: {draw(st.integers(0, 999))}"
        case "truth":
            body = f"answer: {draw(st.sampled_from(('true', 'false')))}"
        case "gaps":
            asked += f" =={draw(words)}=="
    inner = f"{draw(blocks(depth + 1))}\n\n" if depth < 1 and draw(st.integers(0, 3)) == 0 else ""
    why = f"\n\nexplanation: {draw(sentences())}" if draw(st.integers(0, 3)) == 0 and body else ""
    return f"::: question{braces}\n{asked}\n\n{inner}{body}{why}\n:::"


def verses() -> Text:
    return st.lists(line, min_size=2, max_size=3).map(lambda lines: "\n".join(f"| {each}" for each in lines))


def blocks(depth: int = 0) -> Text:
    """Any block, with blocks in it down to some depth."""
    flat = (sentences(), tables(), code(), formulae(), figures(), charts(), verses(), cues())
    if depth >= 2:
        return st.one_of(*flat)
    deep = (items(depth), points(depth), quotes(depth), callouts(depth), definitions(depth), questions(depth))
    if depth:
        return st.one_of(*flat, *deep)
    return st.one_of(*flat, *deep, columns(depth), notes(), summaries(), st.just("---"))


# --- documents -------------------------------------------------------------------------------------


@st.composite
def sections(draw: st.DrawFn) -> str:
    ends = draw(st.sampled_from(("", "", "?")))
    title = f"{'#' * draw(st.integers(1, 3))} {draw(line)}{ends}"
    return "\n\n".join([title, *draw(st.lists(blocks(), max_size=4))])


@st.composite
def documents(draw: st.DrawFn) -> Written:
    """A Markdown document of some sections in which each word is marked with a number of its own."""
    parts = draw(st.lists(sections(), min_size=1, max_size=3))
    said: dict[str, str] = {}

    def marked(match: re.Match[str]) -> str:
        word = f"{match[2]}w{len(said) + 1}e"
        said[word] = match[1]
        return word

    text = _WORD.sub(marked, "\n\n".join(parts))
    return Written(text, said)

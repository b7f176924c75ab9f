"""Documents as authors may write them, made up by Hypothesis, in which every word occurs once."""

import re

import msgspec
from hypothesis import strategies as st

STEMS = ("a", "of", "river", "Ufer", "état", "πόλις", "город", "ילד", "Vergangenheitsbewältigung", "x" * 120)
MARK = re.compile(r"w(\d+)e")


class Written(msgspec.Struct, frozen=True):
    """A Markdown text; the marks of the words in it, those that only the lecturer sees, and captions."""

    text: str
    marks: frozenset[str]
    private: frozenset[str]
    captions: frozenset[str]


words = st.lists(st.sampled_from(STEMS), min_size=1, max_size=12).map(" ".join)
"""Words of any length; each gets its own mark when the document is put together."""


@st.composite
def sentence_groups(draw: st.DrawFn) -> str:
    parts = draw(st.lists(words, min_size=1, max_size=5))
    text = " ".join(f"{part[:1].upper()}{part[1:]}{draw(st.sampled_from('..?!:'))}" for part in parts)
    return _styled(text, draw(st.sampled_from(("", "", "", "**", "*", "`", "link", "url", "break"))))


def _styled(text: str, style: str) -> str:
    first, *rest = text.split(" ")
    if style == "link":
        first = f"[{first}](https://example.org/)"
    elif style == "url":
        rest.append("<https://example.org/a/long/path?with=a&query=and#more>")
    elif style == "break":
        first += "\\\n"
    else:
        first = f"{style}{first}{style}"
    return " ".join((first, *rest))


@st.composite
def items(draw: st.DrawFn, depth: int = 0) -> str:
    """A list, with lists and code in it."""
    mark = draw(st.sampled_from(("-", "*", "1.")))
    out = []
    for _ in range(draw(st.integers(1, 6))):
        out.append(f"{mark} {draw(sentence_groups())}")
        if depth < 2 and draw(st.integers(0, 4)) == 0:
            inner = draw(st.one_of(items(depth=depth + 1), code(), tables(), quotes()))
            out += ["", *(f"   {line}" for line in inner.split("\n")), ""]
    return "\n".join(out)


@st.composite
def points(draw: st.DrawFn) -> str:
    out = []
    for number in range(1, draw(st.integers(2, 9))):
        out.append(f"{number}. **{draw(words)}**: {draw(sentence_groups())}")
        if draw(st.integers(0, 3)) == 0:
            inner = draw(st.one_of(items(depth=1), code(), tables(), quotes(), notes(), questions()))
            out += ["", *(f"   {line}" for line in inner.split("\n")), ""]
    return "\n".join(out)


@st.composite
def tables(draw: st.DrawFn) -> str:
    columns = draw(st.integers(1, 9))
    head = [draw(st.sampled_from(STEMS[:-1])) for _ in range(columns)]
    rows = [head, *([draw(words) for _ in range(columns)] for _ in range(draw(st.integers(1, 6))))]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    caption = ["", f"Table: {draw(words)}"] if draw(st.booleans()) else []
    return "\n".join([lines[0], "|" + "---|" * columns, *lines[1:], *caption])


@st.composite
def code(draw: st.DrawFn) -> str:
    language = draw(st.sampled_from(("", "python", "c", "nonsense")))
    lines = draw(st.lists(words.map(lambda text: f"    {text}"), max_size=12))
    return "\n".join([f"```{language}", *lines, "```"])


def quotes() -> st.SearchStrategy[str]:
    return sentence_groups().map(lambda text: "> " + text.replace("\n", "\n> "))


def notes() -> st.SearchStrategy[str]:
    return st.one_of(sentence_groups(), items(depth=1), tables()).map(lambda text: f"::: notes\n{text}\n:::")


def questions() -> st.SearchStrategy[str]:
    return st.one_of(words.map(lambda text: f"{text}?"), sentence_groups().map(lambda t: f"::: question\n{t}\n:::"))


@st.composite
def definitions(draw: st.DrawFn) -> str:
    terms = draw(st.lists(st.tuples(words, sentence_groups()), min_size=1, max_size=4))
    return "\n\n".join(f"{term}\n: {meaning}" for term, meaning in terms)


@st.composite
def summaries(draw: st.DrawFn) -> str:
    inner = draw(st.one_of(sentence_groups(), items(depth=1), points(), tables(), questions()))
    return f"::: summary\n{inner}\n:::"


@st.composite
def figures(draw: st.DrawFn) -> str:
    caption = f' "{draw(words)}"' if draw(st.booleans()) else ""
    return f"![{draw(words)}](missing.png{caption})"


blocks = st.one_of(
    sentence_groups(), items(), points(), tables(), code(), quotes(), notes(), questions(), definitions(), summaries(),
    figures(), st.just("---"),
)  # fmt: skip


@st.composite
def sections(draw: st.DrawFn) -> str:
    ends = draw(st.sampled_from(("", "", "?")))
    title = f"{'#' * draw(st.integers(1, 3))} {draw(words)}{ends}"
    return "\n\n".join([title, *draw(st.lists(blocks, max_size=4))])


@st.composite
def documents(draw: st.DrawFn) -> Written:
    """A Markdown document of some sections in which each word is marked with a number of its own."""
    parts = draw(st.lists(sections(), min_size=1, max_size=4))
    lines, private, captions, count, hidden = [], [], [], 0, False
    for line in "\n\n".join(parts).split("\n"):
        hidden = hidden or line.strip() == "::: notes"
        marked = []
        for piece in re.split(r"(https?://\S*|missing\.png|^```\w*|^:::.*|[^\W\d_]+)", line.lstrip()):
            if re.fullmatch(r"[^\W\d_]+", piece) and piece not in ("Table",):
                count += 1
                piece += f"w{count}e"
                (private if hidden else captions if line.lstrip().startswith(("Table:", "![")) else []).append(piece)
            marked.append(piece)
        lines.append(line[: len(line) - len(line.lstrip())] + "".join(marked))
        hidden = hidden and line.strip() != ":::"
    text = "\n".join(lines)
    found = frozenset(re.findall(r"[^\W\d_]+w\d+e", text))
    return Written(text, found, frozenset(private), frozenset(captions))

"""Markup of other programs that nothing is made of here: it is shown as it is written, and that is told."""

import re
from collections.abc import Iterator

from triptych.model import document as doc
from triptych.model.queries import block_inlines, walk_blocks, walk_sections
from triptych.model.walk import LEAVES, walk
from triptych.patterns import late
from triptych.problem import Problem, Report

_CODE = "put it between backquotes if it is meant so"
_OPEN = "close it, or put a backslash before it"
_FILE = "a file called .{} is read as {}"
_SIGNS = (
    # what it looks like, and what to do
    (late(r"\{\{[^{}\n]{1,200}\}\}"), _CODE),  # placeholders: wikis, Hugo, Jekyll, Vue
    (late(r"(?:^|\s):{3,}(?:\{|\s*\w|$)"), _CODE),  # blocks
    (late(r"</[A-Za-z][\w.:-]*\s?>|<[A-Za-z][\w.:-]*(?:\s[^<>\n]{0,200})?(?:=[\"'{][^<>\n]{0,200}|/)>"), _CODE),
    (late(r"\\(?:[a-zA-Z]{3,20}\*?[\[{]|(?:begin|end|item)\b)"), _FILE.format("tex", "LaTeX")),
    (late(r"(?<![\w*])\*\*[^\W_][^*\n]{0,200}\*\*(?![\w*])"), _CODE),  # strong words
    (late(r"!?\[[^\[\]\n]{1,100}\]\((?:https?:|[^()\s]{1,80}\.\w{2,4}\))"), _CODE),  # links and pictures
    (late(r"#\+(?:BEGIN|END|TITLE|AUTHOR|OPTIONS|begin|end|title|author|options)"), _FILE.format("org", "Org")),
    (late(r"(?:^|\s)\.\. [a-z][a-z-]{2,30}::"), _FILE.format("rst", "reStructuredText")),
    (late(r"\[\[[^\[\]\n]{0,100}[^\W\d_][^\[\]\n]{0,100}\](?:\[[^\[\]\n]{1,200}\])?\]"), _CODE),  # Org, wikis
    (
        late(r"^={1,6} \S.{0,200}|^\|={3}|^\{\||'''[^'\n]{1,200}'''"),
        "pandoc turns AsciiDoc and MediaWiki into Markdown",
    ),
    (late(r":contentReference\[|【\d{1,3}(?::\d{1,3})?†"), "name the source itself"),  # what assistants leave
    (late(r"(?<!\{)\{(?:[.#][A-Za-z]|:\s?[.#]|::?/?[a-z])[^{}\n]{0,80}\}"), _CODE),  # attributes, tags of kramdown
    # Strong words and code without an end; what Python has before names is none.
    (late(r"(?<![\w*\\])\*\*(?!kw|arg|opt|param)[^\W\d_]{2}(?:\*(?!\*)|[^*\n]){0,400}+$", re.MULTILINE), _OPEN),
    (late(r"(?<![\w`])`[^\W_][^`'’\n]{0,400}$", re.MULTILINE), _OPEN),
    (late(r"\[\^[^\W\d_]{2}[^\[\]\s]{0,80}\s[^\[\]\n]{1,80}\]"), "the name of a footnote has no spaces"),
    (late(r"(?<![\w:]):(?!toc:)[a-z][a-z0-9_+-]{1,30}:(?![\w:])"), "write the sign itself"),  # emoji by their names
    (
        late(r"(?:^|\s)\+[-=+]{3,200}+(?<=\+)(?=\s|$)"),
        "draw the bars of its rows below each other",
    ),  # tables that are drawn
    # Formulae, which plain notes have none of.
    (late(r"\$[^$\n]{0,99}\\[A-Za-z]{2,}[^$\n]{0,99}\$|\\[(\[][^\n]{0,99}?[\\^_=][^\n]{0,99}?\\[)\]]"), _CODE),
    (
        late(r"^#[^\W\d_][\w'’-]*(?: [^\s#.,;:!?]+){1,9}$|^#{7,}\s"),
        "a heading has a space behind its #, and six at most",
    ),
    (
        late(r"^#(?:set|show|let|import|figure|table|image|quote|grid|align|link)\b[ (\[]"),
        "pandoc turns Typst into Markdown",
    ),
    (
        late(
            r"(?<![\w\]\[])\[(?=[^\[\]\n]{0,99}[^\W\d_])[^\[\]\n]{1,99}\]\[(?=[^\[\]\n]{0,99}[^\W\d_])[^\[\]\n]{1,99}\]"
        ),
        "say where it leads: [name]: address",
    ),
    (late(r"\{#[^{}#\n]{1,200}#\}"), _CODE),  # comments of templates
    # Key phrases, struck words and formulae without an end: "a == b", "~~5" and prices are none of these.
    (late(r"(?:^|(?<=[\s(]))==[^\W\d_]{2}(?:(?!==)[^\n]){0,400}+$", re.MULTILINE), _OPEN),
    (late(r"(?:^|(?<=[\s(]))~~[^\W\d_]{2}(?:(?!~~)[^\n]){0,400}+$", re.MULTILINE), _OPEN),
    (
        late(
            r"(?<![\w$\\])\$(?:\\[A-Za-z]{2}|\d{0,4}[A-Za-z]?\^[\w{\\(]|[A-Za-z]_[\d{\\]|[A-Za-z]_[A-Za-z](?!\w)"
            r"|[A-Za-z]\([A-Za-z]\)|[A-Za-z] ?=(?![=>]) ?[\w\\(-])[^\n]{0,60}"
        ),
        _OPEN,
    ),
)
_ANY = late(r"[{<#$\\*\[|`]")
_COLON = late(r":[:a-z]")
"""What most of these have, and most texts have none of; see _may_have for the others."""
_SHOWN = 40


def markup_shown(document: doc.Document) -> tuple[Problem, ...]:
    """A warning for each kind of foreign markup in the text, at the first line that has some."""
    report = Report(document.path)
    notes = document.path.lower().endswith(".txt")
    for line, text in _texts(document):
        if not _may_have(text):
            continue
        for sign, hint in _SIGNS:
            if (found := sign.search(text)) and not (notes and hint == _OPEN):
                written = " ".join(found[0].split())
                written = written if len(written) <= _SHOWN else f"{written[:_SHOWN]}…"
                told = _FILE.format("md", "Markdown") if notes and hint == _CODE else hint
                told = told if document.counts == "line" else ""  # there are no backquotes elsewhere
                report.add("warning", f"markup that means nothing here is shown: {written}", line, told, sign.pattern)
    return report.problems()


def _may_have(text: str) -> bool:
    """Whether some markup may be in a text, which is sooner said than looked for."""
    if _ANY.search(text) or text.startswith("=") or (":" in text and _COLON.search(text)):
        return True
    quoted = "【" in text or "'''" in text
    return quoted or "-+" in text or "=+" in text or "==" in text or "~~" in text


def _texts(document: doc.Document) -> Iterator[tuple[int, str]]:
    """The running text with its lines; code is none."""
    for section in walk_sections(document.sections):
        yield section.line, _text(section.title)
        for block in walk_blocks(section.blocks):
            yield from ((block.line, _text(inlines)) for inlines in block_inlines(block))


def _text(inlines: doc.Inlines) -> str:
    """The words of a line; in the place of code and formulae stands a letter."""
    if len(inlines) == 1 and isinstance(first := inlines[0], doc.Text):
        return first.text
    leaves = (node for node in walk(*inlines) if type(node) in LEAVES)
    return "".join(
        leaf.text if isinstance(leaf, doc.Text) else "\n" if isinstance(leaf, doc.LineBreak) else "x" for leaf in leaves
    )

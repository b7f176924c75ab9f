"""LaTeX within the text: commands that mean something here become it, those for the layout are left out and told.

Commands that are none of these stay as they are written: `C:\\Users` and the `\\n` of a program are text.
"""

from markdown_it.rules_inline import StateInline

from triptych.patterns import late
from triptych.read.markdown.rules.inside import push_span

_COMMAND = late(r"\\([A-Za-z]+)(\*?)")
_STYLES = {
    "textbf": "strong", "emph": "em", "textit": "em", "textsl": "em", "underline": "em", "sout": "s", "hl": "mark",
    "textsuperscript": "sup", "textsubscript": "sub", "alert": "strong",
}  # fmt: skip
_KEPT = frozenset(("textrm", "textsf", "textsc", "textnormal", "textmd", "textup", "mbox", "caption", "centerline",
                   "only", "visible", "uncover", "onslide"))  # fmt: skip
"""Commands whose argument is text like any other."""
_COLORED = frozenset(("textcolor", "colorbox"))
_FORMULA_NAMES = "ce SI si qty unit num ang SIrange qtyrange numrange numlist SIlist qtylist"
_FORMULAE = frozenset(_FORMULA_NAMES.split())
_SIGNS = {
    "ldots": "…", "dots": "…", "textellipsis": "…", "textbackslash": "\\", "LaTeX": "LaTeX", "TeX": "TeX",
    "textdegree": "°", "texteuro": "€", "euro": "€", "textendash": "–", "textemdash": "—", "quad": " ", "qquad": " ",
    "copyright": "©", "textasciitilde": "~", "textregistered": "®", "texttrademark": "™", "textperiodcentered": "·",
    "item": "•", "ss": "ß", "checkmark": "✓",
}  # fmt: skip
_OVERLAY = late(r"<[\d,+.| -]{1,20}>(?=\{)")
"""On which steps of a slide something is shown, `\\only<2->{…}`: all of it is, here."""
_BREAKS = frozenset(("newline", "linebreak"))
_STEPS = frozenset(("pause", "onslide", "uncover"))
_LAYOUT_NAMES = """
    newpage clearpage cleardoublepage pagebreak nopagebreak smallskip medskip bigskip vspace hspace vfill hfill
    noindent indent centering raggedright raggedleft columnbreak tableofcontents listoffigures listoftables maketitle
    appendix setlength addtolength setcounter addtocounter usepackage documentclass pagestyle thispagestyle
    pagenumbering small footnotesize scriptsize tiny large Large LARGE huge Huge normalsize bfseries itshape vskip
    hskip titlepage frontmatter mainmatter backmatter onehalfspacing doublespacing singlespacing index hline toprule
    midrule bottomrule protect break color par"""
_LAYOUT = frozenset(_LAYOUT_NAMES.split())
_TWO = frozenset(("setlength", "addtolength", "setcounter", "addtocounter"))
_FORMULA_LINES = late(r"(?:equation|align|gather|multline|eqnarray|displaymath|math|flalign|[pbvBV]?matrix|cases)")
_LONGEST = 2000


def raw_tex(state: StateInline, silent: bool) -> bool:
    """A command as the tokens of what it means, or as a `raw_tex` token that is told and shows nothing."""
    match = _COMMAND.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "\\" else None
    if match is None:
        return False
    name, end = match[1], match.end()
    if overlay := _OVERLAY.match(state.src, end, state.posMax):
        end = overlay.end()
    shows = name in _STEPS and state.src.startswith("{", end)
    if not shows and (name in _SIGNS or name in _STEPS | _LAYOUT | _BREAKS):
        return _bare(state, name, end, silent)
    parts = _arguments(state, end)
    if parts is None:
        return False
    spans, end = parts
    if not _with_arguments(state, name, spans, end, silent):
        return False
    state.pos = end
    return True


def _bare(state: StateInline, name: str, end: int, silent: bool) -> bool:
    """A sign, or a command for the layout with what may follow it in brackets and braces."""
    if name in _SIGNS:
        end += 2 if state.src.startswith("{}", end) else state.src.startswith("\\ ", end)
        if not silent:
            state.push("text", "", 0).content = _SIGNS[name]
        state.pos = end
        return True
    found = _arguments(state, end)
    if found and name not in ("hfill", "centering", "small", "par", "item"):
        end = found[0][1 if name in _TWO and len(found[0]) > 1 else 0][1] + 1
        end = found[1] if name in ("setlength", "usepackage", "documentclass", "vspace", "hspace") else end
    if not silent:
        if name in _BREAKS:
            state.push("hardbreak", "br", 0)
        else:
            token = state.push("raw_tex", "", 0)
            token.content, token.meta["step"] = f"\\{name}", name in _STEPS
    state.pos = end
    return True


def _with_arguments(state: StateInline, name: str, spans: list[tuple[int, int]], end: int, silent: bool) -> bool:
    """The tokens of a command with arguments that is known here; False for all others."""
    start, stop = spans[-1]
    text = state.src[start:stop]
    if name in _STYLES or name in _KEPT or (name in _COLORED and len(spans) > 1):
        if not silent:
            push_span(state, start, stop, _STYLES.get(name, "") or "group")
    elif name == "texttt":
        if not silent:
            state.push("code_inline", "code", 0).content = text
    elif name in _FORMULAE:
        if not silent:
            state.push("math_inline", "math", 0).content = f"${state.src[state.pos : end]}$"
    elif name == "url":
        if not silent:
            state.push("text", "", 0).content = text
    elif name == "href" and len(spans) > 1:
        if not silent:
            state.push("link_open", "a", 1).attrs = {"href": state.src[slice(*spans[0])]}
            push_span(state, start, stop, "group")
            state.push("link_close", "a", -1)
    elif name == "footnote":
        if not silent:
            token = state.push("footnote_inline", "", 0)
            token.content, token.children = text, []
            state.md.inline.parse(text, state.md, state.env, token.children)
    elif name == "includegraphics":
        if not silent:
            token = state.push("image", "img", 0)
            token.attrs, token.children, token.content = {"src": text, "alt": ""}, [], ""
    elif name == "label":
        if not silent:
            state.push("html_inline", "", 0).content = f'<a id="{text}">'
            state.push("html_inline", "", 0).content = "</a>"
    elif name in ("begin", "end") and not _FORMULA_LINES.match(text):
        if not silent:
            state.push("raw_tex", "", 0).content = f"\\{name}{{{text}}}"
    else:
        return False
    return True


def _arguments(state: StateInline, place: int) -> tuple[list[tuple[int, int]], int] | None:
    """Where the arguments in braces begin and end, those in brackets passed; None if there are none."""
    spans: list[tuple[int, int]] = []
    if state.src.startswith("[", place):
        close = state.src.find("]", place, min(state.posMax, place + 200))
        if close < 0:
            return None
        place = close + 1
    while state.src.startswith("{", place) and len(spans) < 3:
        close = closing_brace(state.src, place, min(state.posMax, place + _LONGEST))
        if close < 0:
            return None
        spans.append((place + 1, close))
        place = close + 1
    return (spans, place) if spans else None


def closing_brace(text: str, start: int, stop: int) -> int:
    """Where the group ends that a brace opens; -1 if it does not end."""
    depth, place = 0, start
    while place < stop:
        character = text[place]
        if character == "\\":
            place += 1
        depth += (character == "{") - (character == "}")
        if depth == 0:
            return place
        place += 1
    return -1

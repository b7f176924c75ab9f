"""Formulae between dollars or backslashed brackets, and in LaTeX environments: kept from being read as Markdown."""

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from triptych.model.document import NO_ATTRIBUTES
from triptych.patterns import late
from triptych.read.markdown.attributes import parse_attributes
from triptych.read.markdown.rules.telling import tell

# As in pandoc: no space inside the dollars, no digit or letter after them; so that prices stay prices. Scripts that
# set no spaces between words have their letters right behind. So has `$n$th`: one sign or a few, without a space.
_UNSPACED = r"[\u1100-\u11ff\u2e80-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
_INLINE = late(
    rf"\$\$[^$]+\$\$|\$(?![\s$])(?:\\.|[^\\$])*(?<![\s\\])\$(?!(?!{_UNSPACED})\w)"
    r"|\$(?![/,.;:-]|[^\s$]{0,40}[^\W\d_]{4})[^\s$\\]{0,40}[\w)\]}'!]\$(?=[^\W\d_])"
    r"|\\\((?:[^\\]|\\[^()])*\\\)|\\\[(?:[^\\]|\\[^\[\]])*\\\]",
    re.DOTALL,
)
_LOOSE = late(r"\$(?!\$)((?:\\.|[^\\$\n]){1,400})\$(?![\d$])")
_COMMAND = late(r"\\[A-Za-z]{2}")
_WORDS = late(r"\\(?:text|mathrm|textbf|operatorname)\{[^{}]{0,200}\}|\\[A-Za-z]{1,30}")
_ENVIRONMENT = late(r"\\begin\{((?:equation|align|alignat|flalign|gather|multline|eqnarray|displaymath|math)\*?)\}")
_REFERENCE = late(r"\$\s*(\\(?:eq|auto|c)?ref\{([^{}\s]{1,200})\})\s*\$")
_BRACES = late(r"\s*(\{[^{}]*\})\s*$")
_LABEL = late(r"\\label\{([^{}\s]+)\}")
_NAMED = late(r"\(([^\W\d_][\w:.-]{0,80})\)$")
"""A label behind a formula, as in MyST: `$$ x $$ (eq:x)`."""
_EQUATION = late(r"(?:eq|eqn|equation|math)(?![^\W\d_])")
_STRUCTURE = late(r"[\\^_=+<>]")
_PROSE = late(r"[^\W\d_]{3}[,;]?\s+[^\W\d_]{2}|[^\W\d_]{2}[,;]?\s+[^\W\d_]{3}")
_WORD = late(r"[^\W\d_]{3}")
_BRACKETED = late(r"\\\([^()\n]{0,200}?[\\^_=][^\n]{0,200}?\\\)")
_HEADING = late(r"#{1,6}[ \t]|`{3}|~{3}|:{3}")
_STOPS = frozenset(".,;:")
_MOST_INSIDE, _LONGEST = 9, 1000
"""Dollars that may stand within a formula's braces, and how far its end may be then."""
_FARTHEST = 400
"""Lines that a formula may have: one that is never closed must not be looked for to the end each time."""


def inline_formula(state: StateInline, silent: bool) -> bool:
    """`$…$`, `$$…$$`, `\\(…\\)` or `\\[…\\]` in a line: one token with what encloses it in its content."""
    if state.src[state.pos] not in "$\\":
        return False
    match = _INLINE.match(state.src, state.pos, state.posMax) or _loose(state)
    if match is None and (state.src[state.pos] != "$" or state.src.find("{", state.pos, state.posMax) < 0):
        return False
    end = _balanced(state.src, state.pos, match.end() if match else -1, state.posMax)
    text = state.src[state.pos : end]
    if end < 0 or not _is_formula(text, state.env.get("brackets", False)):
        return False
    referred = _REFERENCE.fullmatch(text)
    if not silent and referred:
        token = state.push("reference", "", 0)
        token.content, token.meta = referred[1], {"ids": [referred[2]], "text": ""}
    elif not silent:
        state.push("math_inline", "math", 0).content = text
    state.pos = end
    return True


def _loose(state: StateInline) -> re.Match[str] | None:
    """`$ \\frac{a}{b} $`: with a space inside, or a letter behind, it is one if there is a command in it.

    So is `$ x = 3 $`, which stands apart and has no word in it.
    """
    match = _LOOSE.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "$" else None
    if match and _is_apart(state, match[1]):
        return match
    return match if match and _COMMAND.search(match[0]) and not _PROSE.search(_WORDS.sub("", match[0])) else None


def _is_apart(state: StateInline, text: str) -> bool:
    """Whether a text with spaces at both ends could be nothing but a formula, and no letter stands before it."""
    if text[0] != " " or text[-1] != " " or (state.pos and state.src[state.pos - 1].isalnum()):
        return False
    return _STRUCTURE.search(text) is not None and any(map(str.isalpha, text)) and _WORD.search(text) is None


def _balanced(source: str, start: int, end: int, stop: int) -> int:
    """Where the formula ends: its dollars may stand within braces again, `$\\text{if $x$}$`; else as `end` says."""
    if not source.startswith("$", start) or source.startswith("$$", start) or source[start + 1 : start + 2].isspace():
        return end
    first = end if end > 0 else source.find("$", start + 1, stop) + 1
    if first <= 0 or not _open_braces(source[start:first]):
        return end
    last = first
    for _ in range(_MOST_INSIDE):
        last = source.find("$", last, min(stop, start + _LONGEST)) + 1
        if last <= 0:
            return end
        if not _open_braces(source[start:last]) and not source[last - 2].isspace():
            return last
    return end


def _open_braces(text: str) -> int:
    """How many braces are open at the end of a text."""
    bare = text.replace("\\\\", "").replace("\\{", "").replace("\\}", "")
    return bare.count("{") - bare.count("}")


def uses_brackets(text: str) -> bool:
    """Whether a document writes its formulae between backslashed brackets: then all of these are formulae."""
    return "\\(" in text and _BRACKETED.search(text) is not None


def parted(text: str) -> list[str]:
    """The text cut at its formulae: every second part is one, with what encloses it."""
    out, start = [], 0
    for match in _INLINE.finditer(text) if "$" in text or "\\" in text else ():
        if _is_formula(match[0]):
            out += [text[start : match.start()], match[0]]
            start = match.end()
    return [*out, text[start:]]


def _is_formula(text: str, brackets: bool = False) -> bool:
    """Whether it is one: backslashed brackets may be brackets of a text, and dollars may be prices.

    A product of two letters is one; a word is one only in a document that writes its formulae in `brackets`.
    """
    if text[0] == "$":
        return _PROSE.search(text) is None or _STRUCTURE.search(text) is not None
    if _STRUCTURE.search(text[2:-2]):
        return True
    if text[1] == "(" and brackets:
        return _PROSE.search(text) is None
    return text[1] == "(" and any(map(str.isalpha, text)) and _WORD.search(text) is None


def formula_source(content: str) -> str:
    """The LaTeX of a formula token's content, without what encloses it; environments stay."""
    text = content.strip()
    for start, end in (("$$", "$$"), ("$", "$"), ("\\(", "\\)"), ("\\[", "\\]")):
        if text.startswith(start) and text.endswith(end) and len(text) >= len(start) + len(end):
            text = text[len(start) : -len(end)].strip()
            # GitHub and GitLab write $`x`$, so that nothing in it is read as Markdown.
            return text[1:-1].strip() if start == "$" and len(text) > 2 and text[0] == text[-1] == "`" else text
    return text


def formula_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`$$`, `\\[` or an environment at the beginning of a line, to its end at the end of one.

    Attributes may follow, `$$ {#eq:x}`, or a label, `$$ (eq:x)`; a `\\label` in it is its id as well. With text
    behind its end it stands in the paragraph that it begins; a stop or a comma is part of it.
    """
    first = _line(state, start)
    closing = _closing(first)
    if not closing or state.is_code_block(start):
        return False
    last = _last_line(state, start, end, closing)
    if last < 0:
        if closing != "\\]":  # an escaped bracket need not be a formula
            hint = f"write {closing} where the formula ends"
            tell(state.env, start + 1, f"never closed: {first[:40]}", hint, "unclosed formula")
        return False
    line, label = _labelled(_line(state, last), closing, state.src)
    found = _closed(line, closing, len(closing) if last == start else 0)
    if found is None:
        return False
    body, braces = found
    if closing == "\\]" and last == start and not _is_formula(first.strip()):
        return False
    if not silent:
        state.line = last + 1
        lines = state.getLines(start, last, state.blkIndent, True) if last > start else ""
        _push(state, lines + body, braces or label, start)
    return True


def _labelled(line: str, closing: str, source: str) -> tuple[str, str]:
    """The last line without the label behind the formula, and that as attributes.

    Other words in brackets are the author's: a label is called as one, or something in the source refers to it.
    """
    match = _NAMED.search(line) if closing == "$$" and line.endswith(")") else None
    if match is None or not line[: match.start()].rstrip().endswith(closing):
        return line, ""
    name = match[1]
    if not (_EQUATION.match(name) or f"`{name}`" in source or f"(#{name})" in source or f"@{name}" in source):
        return line, ""
    return line[: match.start()].rstrip(), f"{{#{name}}}"


def _last_line(state: StateBlock, start: int, end: int, closing: str) -> int:
    """The line on which the formula ends that begins on a line; -1 if it does not end.

    A blank line and prose behind it are no part of a formula: then the dollars that come later belong to another.
    """
    blank = False
    for line in range(start, min(end, start + _FARTHEST)):
        text = _line(state, line)
        if line > start and state.sCount[line] < state.blkIndent and text.strip():
            return -1
        if closing in (text if line > start else text[len(closing) :]):
            return line
        blank = blank or not text.strip()
        if blank and (_HEADING.match(text) or ("\\" not in text and _PROSE.search(text))):
            return -1
    return -1


def _closing(first: str) -> str:
    """What ends the formula that a line begins with; empty if it begins with none."""
    if first.startswith("$$"):
        return "$$"
    if first.startswith("\\["):
        return "\\]"
    match = _ENVIRONMENT.match(first)
    return f"\\end{{{match[1]}}}" if match else ""


def _closed(line: str, closing: str, start: int) -> tuple[str, str] | None:
    """The line up to its end of the formula, and the braces after it; None if the formula goes on."""
    place = line.find(closing, start)
    rest = line[place + len(closing) :].strip() if place >= 0 else ""
    if place >= 0 and rest in _STOPS:
        return f"{line[:place].rstrip()}{rest}{closing}", ""
    if place < 0 or (rest and not (_BRACES.fullmatch(rest) and parse_attributes(rest))):
        return None
    return line[: place + len(closing)], rest


def _push(state: StateBlock, content: str, braces: str, start: int) -> None:
    token = state.push("math_block", "math", 0)
    token.map = [start, state.line]
    token.content = content.strip()
    attributes = parse_attributes(braces) if braces else NO_ATTRIBUTES
    label = _LABEL.search(content)
    token.meta = {"attributes": attributes or NO_ATTRIBUTES, "label": label[1] if label else ""}


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]

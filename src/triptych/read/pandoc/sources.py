"""Sources as pandoc reads them whole: what it would leave out, or show as it is, in words that it knows.

Every line stays on its own, for what pandoc tells of a text has its lines.
"""

import re
from collections.abc import Callable

from triptych.patterns import late
from triptych.read.pandoc.theorems import with_names

_VERBATIM = late(
    r"(\\begin\{(verbatim|Verbatim|lstlisting|minted|comment)\*?\}.{0,20000}?\\end\{\2\*?\}|\\verb\*?([^\w\s]).{0,500}?\3)",
    re.DOTALL,
)
_OVERLAY = late(r"(\\[A-Za-z]{1,20})<[\d,+.| -]{1,20}>")
_STEPS = late(r"\\(?:only|uncover|visible|onslide)(?=\{)")
_ARGUMENT = late(r"(\\begin\{multicols\*?\})\{\d{1,2}\}")
_RULE = late(r"\\(?:cline|cmidrule(?:\([a-z]{1,3}\))?)\{[\d-]{1,9}\}")
_MATH = late(
    r"\\begin\{((?:equation|align|gather|multline|eqnarray|displaymath|math)\*?)\}.{0,5000}?\\end\{\1\}"
    r"|\$\$.{0,5000}?\$\$|\$(?:\\.|[^\\$]){0,2000}\$|\\\(.{0,2000}?\\\)|\\\[.{0,5000}?\\\]"
    r"|\\ce\{(?:[^{}]|\{[^{}]{0,200}\}){0,300}\}",
    re.DOTALL,
)
_LIST = late(
    r"\\begin\{(?P<begin>enumerate|itemize|description)\}(?P<option>\[[^\[\]\n]{0,200}\])?"
    r"|\\end\{(?P<end>enumerate|itemize|description)\}|\\item\b(?:[ \t]*\[(?P<label>[^\[\]\n]{0,200})\])?"
)
_WORKS = late(r"\\begin\{thebibliography\}\{[^{}]{0,40}\}")
_END_OF_WORKS = "\\end{thebibliography}"
_WORK = late(r"\\bibitem(?:\[[^\[\]]{0,200}\])?\{([^{}]{0,200})\}")
_CITE = late(r"\\(?:cite|citep|citet|parencite|textcite|autocite)\*?(?:\[([^\]\n]{0,200})\])?\{([^{}\n]{1,500})\}")
_HEADS = {"german": "Literatur", "french": "Références", "spanish": "Referencias", "italian": "Bibliografia"}
_ENVIRONMENT = late(r"[ \t]*\\begin\{(equation|align|gather|multline|eqnarray)(\*?)\}")
_SETS = re.compile(rb"mathjax|katex", re.IGNORECASE)
_QUOTING = late(r"^([ \t]*)\.\. (?:epigraph|pull-quote|highlights|compound)::[ \t]+(?=\S)", re.MULTILINE)


def latex(text: str) -> str:
    """LaTeX without the steps of slides, with labels of list items, chemistry, lists of works and names of theorems."""
    text = with_names(text)
    if "\\bibitem" in text:
        text = _with_works(text)
    parts = _VERBATIM.split(text)  # each fourth is text, code behind it, and twice a part of that
    return "".join(part if place % 4 else _latex(part) for place, part in enumerate(parts) if place % 4 < 2)


def _latex(text: str) -> str:
    """The same, of text without code in it."""
    if "<" in text:
        text = _OVERLAY.sub(r"\1", text)
    text = _ARGUMENT.sub(r"\1", _RULE.sub("", _STEPS.sub("", text)))
    if "\\ce{" in text:
        text = _MATH.sub(lambda found: f"${found[0]}$" if found[0].startswith("\\ce{") else found[0], text)
    return _with_labels(text) if "\\item" in text else text


def _with_labels(text: str) -> str:
    """The text with lists whose items all have labels as descriptions, other labels as words of their items."""
    edits: dict[tuple[int, int], str] = {}
    opened: list[tuple[re.Match[str], list[re.Match[str]]]] = []
    for found in _LIST.finditer(text):
        if found["begin"]:
            opened.append((found, []))
        elif not found["end"] and opened:
            opened[-1][1].append(found)
        elif found["end"] and opened:
            begin, items = opened.pop()
            if begin["begin"] != "description":
                _relabel(begin, items, found, edits)
    out, place = [], 0
    for (start, end), instead in sorted(edits.items()):
        out += [text[place:start], instead]
        place = end
    return "".join([*out, text[place:]])


def _relabel(
    begin: re.Match[str], items: list[re.Match[str]], end: re.Match[str], edits: dict[tuple[int, int], str]
) -> None:
    labels = [item["label"] or "" for item in items]
    if items and all(any(map(str.isalnum, label)) for label in labels):
        edits[begin.span()], edits[end.span()] = "\\begin{description}", "\\end{description}"
        return
    for item, label in zip(items, labels, strict=True):
        if label:  # a mere sign is another bullet
            edits[item.span()] = f"\\item {label} " if any(map(str.isalnum, label)) else "\\item "


def _with_works(text: str) -> str:
    """The text with its own list of works as a numbered one under a heading, and their numbers where they are cited."""
    head = next((said for name, said in _HEADS.items() if name in text[: text.find("\\begin{document}")]), "References")
    begin = _WORKS.search(text)
    end = text.find(_END_OF_WORKS, begin.end()) if begin else -1
    if begin is None or end < 0:
        return text
    works = text[begin.end() : end]
    numbers: dict[str, int] = {}
    for number, name in enumerate(_WORK.findall(works), 1):
        numbers.setdefault(name.strip(), number)
    items = _WORK.sub(lambda _: "\\item ", works)
    listed = f"\\section*{{{head}}}\\begin{{enumerate}}{items}\\end{{enumerate}}"

    def cited(found: re.Match[str]) -> str:
        keys = [key.strip() for key in found[2].split(",")]
        if not all(key in numbers for key in keys):
            return found[0]
        said = [*(str(numbers[key]) for key in keys), *([found[1]] if found[1] else [])]
        return f"{{[}}{', '.join(said)}{{]}}"

    after = text[end + len(_END_OF_WORKS) :]
    return f"{_CITE.sub(cited, text[: begin.start()])}{listed}{_CITE.sub(cited, after)}"


def org(text: str) -> str:
    """Org with formulae that begin right below a line, or have one below them, as displayed ones within it."""
    if "\\begin{" not in text:
        return text
    lines = text.split("\n")
    for place, line in enumerate(lines):
        found = _ENVIRONMENT.match(line)
        ending = f"\\end{{{found[1]}{found[2]}}}" if found else ""
        last = next((k for k in range(place, min(len(lines), place + 60)) if ending in lines[k]), -1) if found else -1
        around = (lines[place - 1 : place] or [""])[0].strip(), (lines[last + 1 : last + 2] or [""])[0].strip()
        if found and last >= 0 and any(beside and not beside.startswith(("#", "*")) for beside in around):
            lines[place] = line.replace("\\begin{", "\\[\\begin{", 1)
            lines[last] = lines[last].replace(ending, f"{ending}\\]", 1)
    return "\n".join(lines)


def rst(text: str) -> str:
    """Quotations that begin on the line of their directive as mere quotations."""
    return _QUOTING.sub(r"\1   ", text) if "::" in text else text


def more_of(format: str, data: bytes) -> str:
    """Further extensions that a document needs: dollars are formulae in a page that has a program to set these."""
    return "+tex_math_dollars" if format.startswith("html") and _SETS.search(data) else ""


SOURCES: dict[str, Callable[[str], str]] = {"latex": latex, "org": org, "rst": rst}
"""What is done to a text before pandoc reads it, by what pandoc calls its format."""

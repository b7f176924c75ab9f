"""Tags of page generators: Jekyll's `{% … %}` and `{::…}`, Hugo's `{{< … >}}` and `{{% … %}}`."""

import re

from triptych.patterns import late
from triptych.problem import Report
from triptych.read.markdown.callouts import callout_kind
from triptych.read.markdown.dialects.code import outside_code
from triptych.read.markdown.rules.includes import TEXT

_HIGHLIGHT = late(r"\{%-?\s*highlight\s++([^\s%>]++).*?%\}\s*+$|\{\{<\s*+highlight\s++([^\s%>]++).*?>\}\}\s*+$")
_END_HIGHLIGHT = late(r"\{%-?\s*endhighlight\s*-?%\}\s*$|\{\{<\s*/\s*highlight\s*>\}\}\s*$")
_COMMENT = late(r"(?:\{%-?\s*comment\b[^%\n]{0,80}%\}|\{::comment\})\s*$")
_END_COMMENT = late(r".*(?:\{%-?\s*endcomment\s*-?%\}|\{:/(?:comment)?\})\s*$")
_ENDS = {"{::comment}": "{:/comment}"}
"""With what comments end that begin otherwise than Jekyll's."""
_SHORT_COMMENT = late(
    r"\{%-?\s*comment\b[^%\n]{0,80}%\}[^\n]{0,2000}?\{%-?\s*endcomment\s*-?%\}"
    r"|\{::comment\}[^\n]{0,2000}?\{:/(?:comment)?\}|\{::(?:options\b|nomarkdown\b)[^{}\n]{0,200}\}|\{:/(?:nomarkdown)?\}"
)
"""What says nothing within a line, and options of kramdown."""
_CONTENTS = late(r"\{:toc\b[^{}\n]{0,80}\}\s*$")
_ENTRY = late(r"[ \t]{0,3}(?:[-*+]|\d{1,3}[.)])[ \t]")
"""In kramdown a list's place is that of the contents where `{:toc}` stands below its item."""
_REST = r"([^\n]{0,400}?)"  # bounded: it is tried at every opening
_TAG = late(
    rf"\{{%-?\s*+(/?[\w-]*+){_REST}-?%\}}"
    rf"|\{{\{{<\s*+(/?\s*+[\w/-]++){_REST}/?>\}}\}}"
    rf"|\{{\{{%\s*+(/?\s*+[\w/-]++){_REST}/?%\}}\}}"
)
_VALUE = late(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))""")
_QUOTED = late(r"\"([^\"]*)\"")
_SILENT = frozenset(("raw", "endraw", "ref", "relref", "assign", "capture", "endcapture", "toc", "pagebreak"))
_FILMS = {
    "video": "",
    "audio": "",
    "embed": "",
    "youtube": "https://youtu.be/",
    "vimeo": "https://vimeo.com/",
    "iframe": "",
}
_PICTURES = frozenset(("figure", "img", "image", "include", "picture"))
_INCLUDES = frozenset(("include", "include-markdown", "include_relative", "includemd"))
_MARKS = " \t>-*+"
"""What may stand before a tag that is all there is: marks of lists and quotations."""
_SAID = ("title", "label", "text", "caption", "alt")
"""The values of a tag that a reader of its page would see."""
_BOXES = ("notice", "admonition", "callout", "alert", "hint", "box", "note", "tip", "warning", "details", "expand")


def has_templates(text: str) -> bool:
    """Whether there may be such tags in a text."""
    return any(mark in text for mark in ("{%", "{{<", "{{%", "{::", "{:toc"))


def rewrite_templates(lines: list[str], report: Report) -> list[str]:
    """Highlighted code as fences, pictures and boxes as ours; other tags are left out, and noted."""
    out: list[str] = []
    parted = list(outside_code(_fenced(lines)))
    last = max((k for k, (line, free) in enumerate(parted, 1) if free and _END_COMMENT.match(line)), default=0)
    commented = False
    for number, (line, free) in enumerate(parted, 1):
        if commented:
            commented = not (free and _END_COMMENT.match(line))
            line = ""
        elif free and _COMMENT.match(line):
            commented = number < last
            if not commented:  # it would hide the rest of the document
                hint = f"write {_ENDS.get(line.strip(), '{% endcomment %}')} where the comment ends"
                report.add("warning", f"never closed: {line.strip()}", number, hint, "unclosed comment")
            line = ""
        elif free and "{" in line:
            if _CONTENTS.match(line) and out and _ENTRY.match(out[-1]):
                out[-1] = line = ""
            line = _without_code_spans(line, number, report)
        out.append(line)
    return out


def _fenced(lines: list[str]) -> list[str]:
    """The lines with tags that highlight code as fences."""
    out = []
    for line in lines:
        match = _HIGHLIGHT.match(line) if "highlight" in line else None
        if match:
            line = f"```{match[1] or match[2]}"
        elif "highlight" in line and _END_HIGHLIGHT.match(line):
            line = "```"
        out.append(line)
    return out


def _without_code_spans(line: str, number: int, report: Report) -> str:
    """The line with its tags replaced, those between backticks left alone."""
    parts = re.split(r"(`+[^`]*`+)", line)
    for place in range(0, len(parts), 2):
        parts[place] = _SHORT_COMMENT.sub("", parts[place])
        parts[place] = _TAG.sub(lambda match: _replaced(match, number, report), parts[place])
    return "".join(parts)


def _replaced(match: re.Match[str], line: int, report: Report) -> str:
    name = (match[1] or match[3] or match[5] or "").replace(" ", "")
    rest = match[2] or match[4] or match[6] or ""
    values = {key: a or b or c for key, a, b, c in _VALUE.findall(rest)}
    alone = not match.string[: match.start()].strip(_MARKS) and not match.string[match.end() :].strip()
    if name in _PICTURES and (source := values.get("src") or values.get("url") or values.get("image_path")):
        caption = values.get("caption") or values.get("title") or ""
        title = f' "{caption}"' if caption else ""
        return f"![{values.get('alt') or caption}](<{source}>{title})"
    if alone and name == "include" and match[0].startswith("{{<"):
        return match[0]  # a file that stands in its place
    if alone and name in _INCLUDES and (file := rest.strip().strip("\"'")).lower().endswith(TEXT):
        return f"{{{{< include {file} >}}}}"
    if name in _FILMS and (words := rest.split()):
        return _film(name, words[0], values, match[0], line, report)
    if name == "kbd" and (words := rest.split()):
        return f"<kbd>{words[0]}</kbd>"
    if alone and name.lstrip("/") in _BOXES:
        return ":::" if name.startswith("/") else _box(name, rest, values)
    if name not in _SILENT and not name.startswith(("/", "end")):
        report.add("note", f"a tag of a page generator is left out: {match[0][:60]}", line, kind="template")
    return " ".join(values[key] for key in _SAID if key in values)


def _film(name: str, first: str, values: dict[str, str], tag: str, line: int, report: Report) -> str:
    """A link to a film: its address is written, or it has a number at one of the places that show films."""
    written = values.get("src") or values.get("id") or first
    source = written.strip("\"'")
    address = source if "/" in source else f"{_FILMS[name]}{source}"
    report.add("warning", f"not shown here: {tag[:60]}", line, "its address is shown instead", "film")
    return f"[{values.get('title') or address}](<{address}>)"


def _box(name: str, rest: str, values: dict[str, str]) -> str:
    quoted = _QUOTED.findall(rest)
    title = values.get("title") or (quoted[-1] if quoted and not values else "")
    kind = values.get("type") or next((word for word in rest.replace('"', " ").split() if callout_kind(word)), "")
    known = kind if callout_kind(kind) else name if callout_kind(name) else "note"
    return f"::: {known} {'' if title == kind else title}".rstrip()

"""CriticMarkup: `{++added++}`, `{--gone--}`, `{~~old~>new~~}`, `{==marked==}`, `{>>a remark<<}`."""

import re

from triptych.patterns import late
from triptych.problem import Report
from triptych.read.markdown.dialects.code import outside_code

_SIGNS = ("{++", "{--", "{~~", "{==", "{>>")
_CHANGE = late(
    r"\{\+\+(?!\})(?P<added>(?:(?!\+\+\})[^\n]){1,2000})\+\+\}|(?<!\{)\{--(?!\})(?:(?!--\})[^\n]){1,2000}--\}"
    r"|\{~~(?:(?!~>|~~\})[^\n]){0,2000}~>(?P<new>(?:(?!~~\})[^\n]){0,2000})~~\}"
    r"|\{==(?P<marked>(?:(?!==\})[^\n]){1,2000})==\}|(?P<remark>\{>>(?:(?!<<\})[^\n]){0,2000}<<\})"
)


def is_reviewed(text: str) -> bool:
    """Whether there may be changes or remarks of a reviewer in a text."""
    return any(sign in text for sign in _SIGNS)


def rewrite_reviewed(lines: list[str], report: Report) -> list[str]:
    """Lines with all changes accepted, as in documents of word processors, and without remarks; both are told."""
    out: list[str] = []
    for number, (line, free) in enumerate(outside_code(lines), 1):
        if free and "{" in line and is_reviewed(line):
            line = _without_code_spans(line, number, report)
        out.append(line)
    return out


def _without_code_spans(line: str, number: int, report: Report) -> str:
    parts = re.split(r"(`+[^`]*`+)", line)
    for place in range(0, len(parts), 2):
        parts[place] = _CHANGE.sub(lambda found: _accepted(found, number, report), parts[place])
    return "".join(parts)


def _accepted(found: re.Match[str], number: int, report: Report) -> str:
    if found["marked"]:
        return f"=={found['marked']}=="
    if found["remark"]:
        report.add("note", f"a remark is left out: {found[0][3:-3].strip()[:60]}", number, kind="remark")
        return ""
    report.add("note", f"a change is taken as accepted: {found[0][:60]}", number, kind="change")
    return found["added"] or found["new"] or ""

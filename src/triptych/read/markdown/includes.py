"""Files that a document includes: `{{< include more.qmd >}}` and the like, read where they are named."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from markdown_it.token import Token

from triptych.limits import LimitError
from triptych.problem import Report, Severity
from triptych.read.beside import Beside, RefusedError
from triptych.read.markdown.commonmark import parse
from triptych.read.markdown.dialects import in_our_words
from triptych.read.markdown.rules.includes import TEXT

_MOST, _DEEPEST, _LONGEST = 50, 4, 2_000_000


def with_included(tokens: list[Token], env: dict[str, Any], beside: Beside, report: Report) -> list[Token]:
    """The tokens with those of the files that are included in their places, at the line that names them."""
    if not any(token.type == "include" for token in tokens):
        return tokens
    return list(_spliced(tokens, env, beside, report, ()))


def _spliced(
    tokens: list[Token], env: dict[str, Any], beside: Beside, report: Report, within: tuple[str, ...]
) -> Iterator[Token]:
    for token in tokens:
        if token.type != "include":
            yield token
            continue
        line = token.map[0] if token.map else 0
        try:
            text = _read(token, beside, report, line + 1, within, env)
        except (RefusedError, LimitError) as refused:
            report.add("error", f"a file is not included, {refused}", line + 1, refused.hint)
            continue
        if text is not None:
            found = _parsed(text, env)
            _move(found, line)
            yield from _spliced(found, env, beside, report, (*within, token.content))


def _read(
    token: Token, beside: Beside, report: Report, line: int, within: tuple[str, ...], env: dict[str, Any]
) -> str | None:
    """The text of a file in the document's folder or below; None, and an error, if there is none to be had."""
    name = token.content
    env["included"] = env.get("included", 0) + 1
    path = PurePosixPath(name.replace("\\", "/"))
    if token.meta["embedded"]:
        found = _first(beside, (name, f"{name}.md"))
        if found is None or name in within:
            message, hint = f"a page that is embedded is not beside the document: {name}", "copy its text, or the file"
            report.add("error", message, line, hint, "embedded page")
            return None
    elif path.is_absolute() or ".." in path.parts:
        hint = "name a file in the document's folder or below it"
        report.add("error", f"files are included from the document's own folder only: {name}", line, hint)
        return None
    else:
        found = beside(name)
    if found is None:
        # What Slidev has in other files is no part of what is promised.
        severity: Severity = "warning" if env.get("dialect") == "slidev" else "error"
        report.add(severity, f"a file that is to be included is not there: {name}", line, "name it as it is called")
        return None
    if name in within or len(within) >= _DEEPEST or env["included"] > _MOST or len(found) > _LONGEST:
        report.add("error", f"too much is included: {name}", line, "a file must not include itself")
        return None
    return _decoded(found, name)


def _first(beside: Beside, names: tuple[str, ...]) -> bytes | None:
    return next((found for found in map(beside, names) if found is not None), None)


def _decoded(data: bytes, name: str) -> str:
    """The text of a file, without front matter of its own; of code, a fence."""
    from triptych.read.decode import decode
    from triptych.read.front_matter import read_front_matter

    text, _ = decode(data, name)
    if not name.lower().endswith(TEXT) and "." in PurePosixPath(name).name:
        return f"````{PurePosixPath(name).suffix.removeprefix('.')}\n{text.rstrip()}\n````\n"
    lines = read_front_matter(text, Report(""), lambda value: value).lines
    return text.split("\n", lines)[-1] if lines else text


def _parsed(text: str, env: dict[str, Any]) -> list[Token]:
    told = dict(env.get("told", {}))
    tokens = parse(in_our_words(text, env.get("dialect", ""), Report("")), env)
    if "told" in env:
        env["told"] = told  # its lines are those of another file
    return tokens


def _move(tokens: list[Token], line: int) -> None:
    """Put the tokens on the line that includes them."""
    for token in tokens:
        if token.map:
            token.map = [line, line + 1]

"""Files that a document includes: `{{< include more.qmd >}}` and the like, read where they are named."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from triptych.problem import Report
from triptych.read.beside import Beside

_NAME = r"[\"'<]?([^\"'<>\n{}]{1,200}?)[\"'>]?"
_INCLUDE = re.compile(
    rf"\{{\{{<\s+include\s+{_NAME}\s+>\}}\}}|!include(?:\s+|\(){_NAME}\)?|@import\s+\"([^\"\n]{{1,200}})\""
    rf"|-{{1,5}}8<-{{1,5}}\s+\"([^\"\n]{{1,200}})\"|\{{!\s*([^!\n{{}}]{{1,200}}?)\s*!\}}|<<\[([^\]\n]{{1,200}})\]"
    r"|```\{include\}\s+(\S{1,200})|!\[\[([^\[\]|\n#]{1,200})(?:#[^\[\]|\n]*)?(?:\|[^\[\]\n]*)?\]\]"
)
_TEXT = (".md", ".qmd", ".rmd", ".markdown", ".mdx", ".txt")
_MOST, _DEEPEST, _LONGEST = 50, 4, 2_000_000
_DEPTH = "include depth"


def is_include(line: str) -> bool:
    """Whether a line names a file that stands in its place."""
    return _INCLUDE.fullmatch(line.strip()) is not None


def include(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """An `include` token for a line that names a file; a picture of a wiki is none."""
    text = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].strip()
    match = _INCLUDE.fullmatch(text) if text[:1] in "{!@-<`" else None
    if match is None or state.is_code_block(start):
        return False
    name = next(group for group in match.groups() if group).strip()
    embedded = match[8] is not None
    if embedded and "." in name and not name.lower().endswith(_TEXT):
        return False
    if not silent:
        state.line = start + 1
        if text.startswith("```"):
            while state.line < end and state.src[state.bMarks[state.line] : state.eMarks[state.line]].strip() != "```":
                state.line += 1
            state.line = min(end, state.line + 1)
        token = state.push("include", "", 0)
        token.map, token.content = [start, state.line], name
        token.meta = {"embedded": embedded, "written": text}
    return True


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
        text = _read(token, beside, report, line + 1, within, env)
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
        report.add("error", f"a file that is to be included is not there: {name}", line, "name it as it is called")
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
    if not name.lower().endswith(_TEXT) and "." in PurePosixPath(name).name:
        return f"````{PurePosixPath(name).suffix.removeprefix('.')}\n{text}\n````\n"
    lines = read_front_matter(text, Report(""), lambda value: value).lines
    return text.split("\n", lines)[-1] if lines else text


def _parsed(text: str, env: dict[str, Any]) -> list[Token]:
    from triptych.read.markdown.commonmark import parse
    from triptych.read.markdown.dialects import in_our_words

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

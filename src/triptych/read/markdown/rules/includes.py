"""Lines that name a file which is to stand in their place: `{{< include more.qmd >}}` and the like.

Quarto, MkDocs, Marked, HackMD, VitePress, MyST, Obsidian, mdBook, AsciiDoc, Docs of Microsoft, LaTeX and knitr.
"""

from markdown_it.rules_block import StateBlock

from triptych.patterns import late

_NAME = r"[\"'<]?([^\"'<>\n{}]{1,200}?)[\"'>]?"
_INCLUDE = late(
    rf"\{{\{{<\s+include\s+{_NAME}\s+>\}}\}}|!include(?:\s+|\(){_NAME}\)?|@import\s+\"([^\"\n]{{1,200}})\""
    rf"|-{{1,5}}8<-{{1,5}}\s+\"([^\"\n]{{1,200}})\"|\{{!\s*([^!\n{{}}]{{1,200}}?)\s*!\}}|<<\[([^\]\n]{{1,200}})\]"
    r"|\{\{#(?:rustdoc_)?include\s+([^\s{}:]{1,200})[^\s{}]{0,40}\}\}|include::([^\s\[\]]{1,200})\[[^\[\]\n]{0,200}\]"
    r"|<<<\s+(?:@/)?([^\s{}#]{1,200})[^\n]{0,80}|\[!INCLUDE\s*\[[^\[\]\n]{0,200}\]\(([^()\s]{1,200})\)\]"
    r"|\\(?:input|include)\{([^{}\s]{1,200}\.(?:md|markdown|txt))\}"
    r"|```\{r\b[^{}\n]{0,200}\bchild\s*=\s*[\"']([^\"'\n]{1,200})[\"'][^{}\n]{0,200}\}"
    r"|```\{(?:literal)?include\}\s+(\S{1,200})|<!--\s*@include:\s*([^\s{}<>]{1,200})\s*-->|!\[\[(?P<page>[^\[\]|\n#]{1,200})(?:#[^\[\]|\n]*)?(?:\|[^\[\]\n]*)?\]\]"
)
TEXT = (".md", ".qmd", ".rmd", ".markdown", ".mdx", ".txt")
"""The endings of files whose text is read as Markdown."""


def include(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """An `include` token for a line that names a file; a picture of a wiki is none."""
    text = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].strip()
    match = _INCLUDE.fullmatch(text) if text[:1] in "{!@-<`[i\\" else None
    if match is None or state.is_code_block(start):
        return False
    name = next(group for group in match.groups() if group).strip()
    embedded = match["page"] is not None
    if embedded and "." in name and not name.lower().endswith(TEXT):
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

"""Names of blocks in Obsidian, `text ^name`: they are for links from other pages, and nobody is to see them."""

from markdown_it.rules_core import StateCore

from triptych.patterns import late

_LINK = late(r"\[\[[^\[\]\n]{1,200}\]\]|%%")
_NAME = late(r"(?:^|[ \t\n])\^[A-Za-z0-9][A-Za-z0-9-]{1,40}[ \t]*$")


def block_names(state: StateCore) -> None:
    """Cut the names from the ends of paragraphs, headings and cells, in a text that links to pages."""
    if "^" not in state.src or not _LINK.search(state.src):
        return
    for token in state.tokens:
        if token.type == "inline" and "^" in token.content[-50:]:
            token.content = token.content[:-60] + _NAME.sub("", token.content[-60:])

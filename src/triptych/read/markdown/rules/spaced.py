"""Links that are text for CommonMark (6.3): to paths with spaces, `![A](my map (1).png)`, with a footnote called."""

from markdown_it.rules_inline import StateInline

from triptych.patterns import late
from triptych.read.markdown.rules.inside import push_span

_LINK = late(
    r"!?\[((?:[^\[\]\n]|\[[^\[\]\n]{0,200}\]){0,500})\]"
    r"\(\s{0,9}((?=[^()<>\"\n]{0,200} )[^()<>\"\n]{1,200}(?:\([^()<>\"\n]{0,60}\)[^()<>\"\n]{0,60}){0,4})"
    r"(?:\"([^\"\n]{0,300})\")?\s{0,9}\)"
)
_CALLING = late(
    r"\[((?:[^\[\]\n\\]|\\.){0,500}\[\^[^\[\]\s]{1,100}\](?:[^\[\]\n\\]|\\.|\[\^[^\[\]\s]{1,100}\]){0,500})\]"
    r"\(([^()<>\s]{1,500}(?:\([^()<>\s]{0,200}\)[^()<>\s]{0,200}){0,4})(?:\s+\"[^\"\n]{0,300}\")?\)"
)
_FAR = 500
_ENDS = late(r"\.[A-Za-z0-9]{1,5}(?:[?#]\S{0,60})?$")


def spaced_path(state: StateInline, silent: bool) -> bool:
    """The tokens of a link or a picture whose address has spaces, and a file's ending."""
    if state.src[state.pos] not in "![":
        return False
    match = _LINK.match(state.src, state.pos, state.posMax)
    path = match[2].strip() if match else ""
    if match is None or " " not in path or not _ENDS.search(path):
        return False
    if not silent and match[0].startswith("!"):
        token = state.push("image", "img", 0)
        token.attrs, token.children, token.content = {"src": path, "alt": ""}, [], match[1]
        if match[3]:
            token.attrs["title"] = match[3]
        state.md.inline.parse(match[1], state.md, state.env, token.children)
    elif not silent:
        state.push("link_open", "a", 1).attrs = {"href": path}
        push_span(state, match.start(1), match.end(1), "group")
        state.push("link_close", "a", -1)
    state.pos = match.end()
    return True


def calling_link(state: StateInline, silent: bool) -> bool:
    """The tokens of a link in whose words a footnote is called: `[words[^1]](https://example.org)`."""
    if state.src[state.pos] != "[" or state.src.find("[^", state.pos, state.pos + _FAR) < 0:
        return False
    match = _CALLING.match(state.src, state.pos, state.posMax)
    if match is None or match[1].startswith("^"):
        return False
    if not silent:
        state.push("link_open", "a", 1).attrs = {"href": match[2]}
        push_span(state, match.start(1), match.end(1), "group")
        state.push("link_close", "a", -1)
    state.pos = match.end()
    return True

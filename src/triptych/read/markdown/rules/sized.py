"""Pictures with their size behind their address, `![A map](map.png =300x200)`: HackMD, Azure DevOps, Joplin."""

from markdown_it.rules_inline import StateInline

from triptych.model.document import Attributes
from triptych.patterns import late

_PICTURE = late(
    r"!\[((?:[^\[\]\n]|\[[^\[\]\n]{0,200}\]){0,500})\]"
    r"\(\s{0,9}(?:<([^<>\n]{1,300})>|([^\s()<>]{1,300}))(?:\s{1,9}(?:\"([^\"\n]{0,300})\"|'([^'\n]{0,300})'))?"
    r"\s{1,9}=(\d{1,5}%?)?x?(\d{1,5}%?)?\s{0,9}(?:\"([^\"\n]{0,300})\")?\s{0,9}\)"
)


def sized_picture(state: StateInline, silent: bool) -> bool:
    """The token of a picture that has its width and its height, or one of them."""
    match = _PICTURE.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "!" else None
    if match is None or not (match[6] or match[7]):
        return False
    if not silent:
        token = state.push("image", "img", 0)
        token.attrs, token.children, token.content = {"src": match[2] or match[3], "alt": ""}, [], match[1]
        if title := match[4] or match[5] or match[8]:
            token.attrs["title"] = title
        sizes = (("width", match[6]), ("height", match[7]))
        token.meta = {"attributes": Attributes(values=tuple((key, size) for key, size in sizes if size))}
        state.md.inline.parse(match[1], state.md, state.env, token.children)
    state.pos = match.end()
    return True

"""Block quotations that say what they are: who is quoted, or which kind of callout they are."""

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from triptych.patterns import late
from triptych.read.markdown.callouts import callout_kind

_ALERT = late(r"\[!([^\W\d][\w-]*)\][-+]?[ \t]*")
_DASH = late(r"(?:---?|[—―–])[ \t]*(?![\s\d—–-])")
_LONGEST, _LONGEST_ICON = 200, 5
_NAMES = frozenset(("note", "tip", "important", "warning", "caution"))
"""What boxes of GitHub are called."""


def quotation_parts(state: StateCore) -> None:
    """Move the first line of an alert, and a last line with the name, to the meta of the closing token."""
    openings: list[int] = []
    for place, token in enumerate(state.tokens):
        if token.type == "blockquote_open":
            openings.append(place)
        elif token.type == "blockquote_close" and openings:
            opening = openings.pop()
            first = state.tokens[opening + 1 : opening + 3]
            if not _cut_alert(first, token) and not _cut_named(first, token):
                _cut_attribution(state.tokens, opening, place)


def _cut_alert(first: list[Token], closing: Token) -> bool:
    """`[!NOTE]` or `[!tip] A title` in the first line of the first paragraph."""
    if len(first) < 2 or first[0].type != "paragraph_open" or not first[1].children:
        return False
    inline, children = first[1], first[1].children
    match = _ALERT.match(inline.content)
    if match is None or children[0].type != "text" or not children[0].content.startswith(match[0].rstrip()):
        return False
    end = next((i for i, child in enumerate(children) if child.type in ("softbreak", "hardbreak")), len(children))
    title = children[:end]
    title[0].content = title[0].content[len(match[0]) :]
    name = match[1].lower()
    if not callout_kind(name) and not any(child.content.strip() for child in title):
        title[0].content = match[1].replace("-", " ").capitalize()
    closing.meta["kind"], closing.meta["title"] = name, title
    inline.children = children[end + 1 :]
    inline.map = [inline.map[0] + 1, inline.map[1]] if inline.map and end < len(children) else inline.map
    return True


def _cut_named(first: list[Token], closing: Token) -> bool:
    """`**Note**` or `**Warning:** text` at the beginning, as GitHub had it first: a box of that name."""
    if len(first) < 2 or first[0].type != "paragraph_open" or not first[1].children:
        return False
    children = [child for child in first[1].children if child.type != "text" or child.content]
    if (
        children
        and children[0].type == "text"
        and len(icon := children[0].content) < _LONGEST_ICON
        and not icon.isascii()
    ):
        children = children[1:]  # before the name
    if [child.type for child in children[:3]] != ["strong_open", "text", "strong_close"]:
        return False
    name, rest = children[1].content.strip(), children[3:]
    after = rest[0].content if rest and rest[0].type == "text" else ""
    ends = not rest or rest[0].type in ("softbreak", "hardbreak") or name[-1:] in ":：" or after[:1] in (":", "：")
    if name.strip(" :：").lower() not in _NAMES or not ends:
        return False
    if after:
        rest[0].content = after.lstrip(" :：")
    elif rest and rest[0].type in ("softbreak", "hardbreak"):
        rest = rest[1:]
    closing.meta["kind"], closing.meta["title"] = name.strip(" :：").lower(), []
    first[1].children = rest
    return True


def _cut_attribution(tokens: list[Token], opening: int, close: int) -> None:
    """A last line that begins with a dash or is a `<cite>`, unless it is all there is, or dashes begin each line."""
    if close - opening < 4 or tokens[close - 1].type != "paragraph_close":
        return
    inline = tokens[close - 2]
    children = inline.children or []
    breaks = [i for i, child in enumerate(children) if child.type in ("softbreak", "hardbreak")]
    start = breaks[-1] + 1 if breaks else 0
    last = children[start:]
    if not last or (not breaks and close - opening == 4) or sum(len(child.content) for child in last) > _LONGEST:
        return
    dash = _DASH.match(last[0].content) if last[0].type == "text" else None
    cited = last[0].type == "html_inline" and last[0].content.lower().startswith(("<cite", "<footer"))
    before = children[breaks[-2] + 1 if len(breaks) > 1 else 0] if breaks else None
    if not (dash or cited) or (before is not None and before.type == "text" and _DASH.match(before.content)):
        return
    if dash:
        last[0].content = last[0].content[dash.end() :]
    line = (inline.map[0] + 1 if inline.map else 0) + len(breaks)
    tokens[close].meta.update(attribution=last, line=line)
    inline.children = children[: max(start - 1, 0)]

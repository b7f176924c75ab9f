"""Keys to press, as in MkDocs: `++ctrl+c++`."""

from markdown_it.rules_inline import StateInline

from triptych.patterns import late
from triptych.read.markdown.rules.inside import before

_KEYS = late(r"""\+\+((?:[\w-]{1,20}|"[^"\n]{1,40}")(?:\+(?:[\w-]{1,20}|"[^"\n]{1,40}")){0,5})\+\+(?![\w+])""")
_KEY = late(r'"([^"]*)"|([^+]+)')


def keys(state: StateInline, silent: bool) -> bool:
    """One token with the names of the keys in its `meta`."""
    if not state.src.startswith("++", state.pos) or before(state).isalnum():
        return False
    match = _KEYS.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("keys", "kbd", 0)
        token.meta["keys"] = [quoted or name[:1].upper() + name[1:] for quoted, name in _KEY.findall(match[1])]
    state.pos = match.end()
    return True

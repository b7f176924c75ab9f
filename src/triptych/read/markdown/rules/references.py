"""References within the document and to literature: `@fig:x`, `[@key, p. 3]`, `\\ref{x}`, `{ref}`x``."""

import re

from markdown_it.rules_inline import StateInline

from triptych.patterns import late
from triptych.read.markdown.rules.inside import before

_KEY = r"(?>\{[^{}\s]{1,200}\}|[^\W_](?:[\w]|[:.#$%&+?<>~/-](?=\w)){0,200})"
_AT = late(rf"@({_KEY})")
_LABEL = late(r"(?:fig|tbl|tab|table|figure|eq|eqn|sec|lst|thm|lem|def|exm|exr|ch)[:-]", re.IGNORECASE)
_BRACKETS = late(rf"\[([^\[\]@]{{0,200}}-?@{_KEY}[^\[\]]{{0,1000}})\](?![(\[{{])")
_PLACE = late(r"[ \t]?\[([^\[\]@^\n]{1,200})\](?![(\[{:])")
"""Where in the work, behind a citation that is part of the sentence: `@smith [p. 33]`."""
_LATEX = late(r"\\(?:ref|autoref|cref|Cref|eqref|nameref|pageref)\{([^{}\s]{1,200})\}")
_LATEX_CITE = late(r"\\(?:cite|citep|citet|parencite|textcite|autocite)(?:\[([^\]\n]{0,200})\])?\{([^{}\n]{1,500})\}")
_ROLE = late(r"\{([a-z]{2,15}(?::[a-z]{1,8})?)\}(`{1,3})(?!`)([^`\n]{1,500})\2(?!`)")
_TITLED = late(r"(.*)<([^<>]++)>\s*+$")


def reference(state: StateInline, silent: bool) -> bool:
    """One token: `reference` (its `meta` has "ids" and "text") or `citation`, as written in its content."""
    character = state.src[state.pos]
    if character == "@":
        return not before(state).isalnum() and _at(state, silent)
    if character == "[":
        return _in_brackets(state, silent)
    return character == "\\" and _latex(state, silent)


def is_label(key: str) -> bool:
    """Whether a key names a part of the document, such as `fig:map`, not a work."""
    return _LABEL.match(key) is not None


def role(state: StateInline, silent: bool) -> bool:
    """A role, as in MyST: what it refers to, or else its text."""
    match = _ROLE.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "{" else None
    if match is None:
        return False
    if not silent:
        _push_role(state, match[1], match[3].strip(), match[0])
    state.pos = match.end()
    return True


def _at(state: StateInline, silent: bool) -> bool:
    match = _AT.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    key = match[1].strip("{}")
    if key in state.env.get("examples", ()):
        if not silent:
            state.push("text", "", 0).content = str(state.env["examples"][key])
        state.pos = match.end()
        return True
    if not (_LABEL.match(key) or state.env.get("cites")):
        return False
    place = None if _LABEL.match(key) else _PLACE.match(state.src, match.end(), state.posMax)
    if not silent and _LABEL.match(key):
        _push(state, [key], match[0])
    elif not silent:
        _push_citation(state, f"{match[0]}, {place[1]}" if place else match[0])
    state.pos = (place or match).end()
    return True


def _in_brackets(state: StateInline, silent: bool) -> bool:
    if "@" not in state.src[state.pos : min(state.pos + 202, state.posMax)]:
        return False
    match = _BRACKETS.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    keys = [found.strip("{}") for found in _AT.findall(match[1])]
    if not silent:
        if all(_LABEL.match(key) for key in keys):
            _push(state, keys, match[0])
        else:
            _push_citation(state, match[0])
    state.pos = match.end()
    return True


def _latex(state: StateInline, silent: bool) -> bool:
    match = _LATEX.match(state.src, state.pos, state.posMax)
    cite = None if match else _LATEX_CITE.match(state.src, state.pos, state.posMax)
    if match is None and cite is None:
        return False
    if not silent and state.pending.endswith(("~", "~(")):  # LaTeX ties a word and its number together
        before, _, bracket = state.pending.rpartition("~")
        state.pending = f"{before}\u00a0{bracket}"
    if not silent and match:
        _push(state, [match[1]], match[0])
    elif not silent and cite:
        keys = "; ".join(f"@{key.strip()}" for key in cite[2].split(","))
        _push_citation(state, f"[{keys}{', ' + cite[1] if cite[1] else ''}]")
    found = match or cite
    assert found is not None
    state.pos = found.end()
    return True


def _push_role(state: StateInline, name: str, text: str, written: str) -> None:
    found = _TITLED.match(text)
    titled = (found[1].rstrip(), found[2]) if found else None
    if name in ("ref", "numref", "eq", "doc", "cite:ref"):
        words = titled[0] if titled and not any(hole in titled[0] for hole in ("%s", "{number}", "{name}")) else ""
        _push(state, [titled[1] if titled else text], written, words)
    elif name.startswith("cite"):
        keys = "; ".join(f"@{key.strip()}" for key in text.split(","))
        _push_citation(state, keys if name.endswith(":t") else f"[{keys}]")
    elif name == "kbd":
        state.push("keys", "kbd", 0).meta["keys"] = [text]
    elif name in ("sub", "sup"):
        state.push(f"{name}_open", name, 1)
        state.push("text", "", 0).content = text
        state.push(f"{name}_close", name, -1)
    elif name == "math":
        state.push("math_inline", "math", 0).content = f"${text}$"
    elif name in ("code", "file", "command", "program", "py", "func", "class", "meth", "mod", "samp"):
        state.push("code_inline", "code", 0).content = text
    else:
        state.push("text", "", 0).content = titled[0] if titled and titled[0] else text


def _push(state: StateInline, ids: list[str], written: str, text: str = "") -> None:
    token = state.push("reference", "", 0)
    token.content, token.meta = written, {"ids": ids, "text": text}


def _push_citation(state: StateInline, written: str) -> None:
    state.push("citation", "", 0).content = written

"""LaTeX to a tree: whatever is written, in one pass, with what is wrong in it."""

from functools import lru_cache

import msgspec
from msgspec.structs import replace

from triptych.model.latex.commands import COMMANDS, DROPPED, ENVIRONMENTS, IGNORED, TEXT, infix
from triptych.model.latex.nodes import Accent, Grid, Limits, Node, Row, Script, Space, Symbol, Variant, Words
from triptych.model.latex.symbols import ACCENTS, NAMED, SPACES, SWITCHES, UNDER, VARIANTS, WIDE, character
from triptych.model.latex.tokens import Tokens
from triptych.model.latex.words import plain_words, unstructured

DEEPEST = 60
"""Arguments and groups within each other; nothing that is meant to be read has more."""
_STOPS = frozenset(("", "}", "&", "\\\\", "\\cr", "\\end", "\\right", "\\middle"))
_INFIX = frozenset(("\\over", "\\atop", "\\choose"))
_BRACES = ("⏞", "⏟", "⎴", "⎵")


class Parsed(msgspec.Struct, frozen=True):
    """A formula's tree and its faults: what cannot be shown as it was meant, in words."""

    row: Row
    faults: tuple[str, ...] = ()


class _TooDeep(Exception):
    """The formula is nested more deeply than can be followed."""


@lru_cache(maxsize=1024)
def parse(latex: str) -> Parsed:
    """The tree of a formula without its delimiters. Never raises; letters and digits are never lost."""
    parser = Parser(latex)
    try:
        row = parser.whole()
    except _TooDeep:
        return Parsed(Row((Words(unstructured(latex)),)), ("it is nested too deeply",))
    return Parsed(row, tuple(dict.fromkeys(parser.faults)))


class Parser:
    """A walk over the tokens; commands take their arguments from it."""

    def __init__(self, latex: str, depth: int = 0, variant: Variant = "", styled: bool = False) -> None:
        self.tokens = Tokens(latex)
        self.faults: list[str] = []
        self._depth = depth
        self._variant = variant
        self._styled = styled

    # --- what commands ask for -------------------------------------------------------------------------

    def whole(self) -> Row:
        """Everything; a closing that opens nothing is a fault, and is passed."""
        return self._lines_to("")

    def argument(self) -> Row:
        """The next argument: a group, or one atom."""
        following = self.tokens.skip_space()
        if following == "{":
            return self._group()
        if following in _STOPS:
            self.fault("an argument is missing")
            return Row()
        self._depth += 1
        self._check()
        node = self.atom()
        self._depth -= 1
        return node if isinstance(node, Row) else Row((node,) if node else ())

    def styled_argument(self, variant: Variant) -> Row:
        """The next argument with its letters in a style."""
        before = self._variant, self._styled
        self._variant, self._styled = variant, True
        row = self.argument()
        self._variant, self._styled = before
        return row

    def inner(self, latex: str) -> Row:
        """Other source, read in place of what was here."""
        parser = Parser(latex, self._depth + 1, self._variant, self._styled)
        parser._check()
        row = parser.whole()
        self.faults += parser.faults
        return row

    def delimiter(self) -> str:
        """The fence that follows; empty for the dot, which stands for none."""
        self.tokens.skip_space()
        token = self.tokens.take()
        if token == ".":
            return ""
        named = NAMED.get(token[1:]) if token.startswith("\\") else None
        return named.text if named else {"<": "⟨", ">": "⟩"}.get(token, token[-1:])

    def line(self) -> Row:
        """Lines up to what closes them, as a row: one line as it is, several as a grid."""
        rows = self.table()
        if len(rows) == 1 and len(rows[0]) == 1:
            return rows[0][0]
        columns = max(map(len, rows))
        return Row((Grid(rows, ("rl" * columns)[:columns] if columns > 1 else "l", "lines"),))

    def table(self) -> tuple[tuple[Row, ...], ...]:
        """Cells up to what closes them; a line without anything at the end is none."""
        self._depth += 1
        self._check()
        rows: list[tuple[Row, ...]] = []
        cells: list[Row] = []
        while True:
            cells.append(Row(self._row()))
            token = self.tokens.peek()
            if token not in ("&", "\\\\", "\\cr"):
                break
            self.tokens.take()
            if token != "&":
                rows.append(tuple(cells))
                cells = []
                self.rules()
        if not rows or any(cell.nodes for cell in cells):
            rows.append(tuple(cells))
        self._depth -= 1
        return tuple(rows)

    def fault(self, words: str) -> None:
        """Note something that cannot be shown as it was meant."""
        self.faults.append(words)

    # --- rows and atoms --------------------------------------------------------------------------------

    def _check(self) -> None:
        if self._depth > DEEPEST:
            raise _TooDeep

    def rules(self) -> None:
        """Pass the extra space that a line's end may ask for, as in `\\\\[2pt]`, and rules."""
        if self.tokens.peek() == "*":
            self.tokens.take()
        if self.tokens.peek() == "[":
            self.tokens.optional()
        while self.tokens.skip_space() in ("\\hline", "\\hdashline", "\\toprule", "\\midrule", "\\bottomrule"):
            self.tokens.take()

    def _group(self) -> Row:
        self.tokens.take()
        before = self._variant, self._styled
        row = self._lines_to("}")
        self._variant, self._styled = before
        return row

    def _lines_to(self, closing: str) -> Row:
        row = self.line()
        nodes = row.nodes
        while (token := self.tokens.peek()) != closing:
            if not token:
                self.fault("a brace is not closed")
                return Row(nodes)
            self.fault(f"{token} closes nothing")
            self.tokens.take()
            nodes += self.line().nodes
        self.tokens.take()
        return Row(nodes)

    def _row(self) -> tuple[Node, ...]:
        """Nodes up to what closes them; a fraction with its bar between the two ends the row."""
        nodes: list[Node] = []
        while (token := self.tokens.skip_space()) not in _STOPS:
            if self.tokens.spaced and token.isalpha() and nodes and _is_letter(nodes[-1]):
                nodes.append(Space(0.0))  # no room, but whoever reads the formula as text has two words
            if token in _INFIX:
                self.tokens.take()
                self._depth += 1
                self._check()
                nodes = [infix(token, Row(_joined(nodes)), Row(self._row()))]
                self._depth -= 1
                break
            node = self._term()
            if node is not None:
                nodes.append(node)
        return _joined(nodes)

    def _term(self) -> Node | None:
        """An atom with its scripts."""
        base = None if self.tokens.peek() in "^_'" else self.atom()
        limits = _limits(base)
        sub: list[Node] | None = None
        sup: list[Node] | None = None
        while (token := self.tokens.skip_space()) in ("^", "_", "'", "\\limits", "\\nolimits", "\\displaylimits"):
            self.tokens.take()
            match token:
                case "^":
                    sup = [*(sup or ()), *self.argument().nodes]
                case "_":
                    sub = [*(sub or ()), *self.argument().nodes]
                case "'":
                    sup = [*(sup or ()), Symbol("′", "ordinary")]
                case "\\limits":
                    limits = "always"
                case "\\nolimits":
                    limits = "never"
        if sub is None and sup is None:
            return base
        row = base if isinstance(base, Row) else Row((base,) if base else ())
        return Script(row, None if sub is None else Row(tuple(sub)), None if sup is None else Row(tuple(sup)), limits)

    def atom(self) -> Node | None:
        """The next group, command or character, without its scripts."""
        token = self.tokens.peek()
        if token == "{":
            return self._group()
        self.tokens.take()
        if token == "~":
            return Space(0.25)
        if token.startswith("\\"):
            return self._command(token[1:])
        return self._style(character(token))

    def _style(self, symbol: Symbol) -> Symbol:
        if not self._styled or symbol.kind not in ("letter", "number", "ordinary") or not symbol.text.isalnum():
            return symbol
        return replace(symbol, variant=self._variant)

    def _command(self, name: str) -> Node | None:
        if name in NAMED:
            return self._style(NAMED[name])
        if name in SPACES:
            return Space(SPACES[name])
        if name in ACCENTS or name in UNDER:
            return self._accent(name)
        if name in SWITCHES:
            self._variant, self._styled = VARIANTS[name], True
            return None
        if name in VARIANTS:
            return self.styled_argument(VARIANTS[name])
        if name in TEXT:
            return self._words(self.tokens.group(), name == "textbf")
        return self._structure(name)

    def _structure(self, name: str) -> Node | None:
        if name in COMMANDS:
            return COMMANDS[name](self, name)
        if name == "begin":
            return self._environment()
        if name in DROPPED:
            for _ in range(DROPPED[name]):
                self.tokens.optional()
                self.tokens.group()
            return None
        if name in IGNORED or not name:
            return None
        if not name[0].isascii() or not name[0].isalpha():
            return self._style(character(name))
        self.fault(f"the command \\{name} is not known")
        return Words("\\" + name)

    def _accent(self, name: str) -> Node:
        below = name in UNDER
        mark = UNDER[name] if below else ACCENTS[name]
        body = self.argument()
        wide = name.startswith("wide") or (mark in WIDE and name != "vec")
        return Accent(body, mark, below, wide)

    def _environment(self) -> Node:
        name = self.tokens.group().strip()
        make = ENVIRONMENTS.get(name.removesuffix("*"))
        if make is None:
            self.fault(f"the environment {name} is not known")
            node: Node = self.line()
        else:
            node = make(self)
        if self.tokens.peek() == "\\end":
            self.tokens.take()
            end = self.tokens.group().strip()
            if end != name:
                self.fault(f"\\begin{{{name}}} ends with \\end{{{end}}}")
        else:
            self.fault(f"\\begin{{{name}}} has no end")
        return node

    def _words(self, text: str, bold: bool) -> Node:
        """Text, with the formulae between dollars in it."""
        parts: list[Node] = []
        for place, part in enumerate(text.replace("\\$", "\ue000").split("$")):
            if place % 2:
                parts.append(self.inner(part))
            elif part:
                parts.append(Words(plain_words(part.replace("\ue000", "\\$")), bold))
        return parts[0] if len(parts) == 1 else Row(tuple(parts))


def _is_letter(node: Node) -> bool:
    return isinstance(node, Symbol) and node.kind in ("letter", "ordinary") and node.text[-1].isalpha()


def _limits(base: Node | None) -> Limits:
    """Where the scripts of a base stand if nothing is said."""
    if isinstance(base, Row) and len(base.nodes) == 1:
        base = base.nodes[0]
    if isinstance(base, Symbol) and base.movable:
        return "displayed"
    if isinstance(base, Accent) and base.mark in _BRACES:
        return "always"
    return "never"


def _joined(nodes: list[Node]) -> tuple[Node, ...]:
    """Digits that follow each other as one number, upright letters as one word."""
    out: list[Node] = []
    for place, node in enumerate(nodes):
        last = out[-1] if out else None
        if isinstance(node, Symbol) and isinstance(last, Symbol) and _belongs(last, node, nodes[place + 1 :][:1]):
            out[-1] = replace(last, text=last.text + node.text)
        else:
            out.append(node)
    return tuple(out)


def _belongs(last: Symbol, node: Symbol, following: list[Node]) -> bool:
    if last.variant != node.variant:
        return False
    if last.kind == "number":
        more = bool(following) and isinstance(following[0], Symbol) and following[0].kind == "number"
        return node.kind == "number" or (node.text == "." and more and last.text[-1] != ".")
    return last.kind == node.kind == "letter" and node.variant == "normal"

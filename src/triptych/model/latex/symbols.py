"""The names of symbols in LaTeX, by kind: which character each stands for."""

from triptych.model.latex.nodes import Kind, Symbol, Variant


def _pairs(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_LETTERS = _pairs("""
alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ
lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ
chi χ psi ψ omega ω digamma ϝ ell ℓ imath ı jmath ȷ wp ℘
""")
_UPRIGHT = _pairs("""
Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
hbar ℏ hslash ℏ Re ℜ Im ℑ aleph ℵ beth ℶ gimel ℷ daleth ℸ mho ℧ eth ð Finv Ⅎ
infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅ neg ¬ lnot ¬ top ⊤ bot ⊥
angle ∠ measuredangle ∡ sphericalangle ∢ triangle △ square □ Box □ blacksquare ■ lozenge ◊ Diamond ◊ bigstar ★
clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ flat ♭ natural ♮ sharp ♯ degree ° prime ′ backprime ‵
dots … ldots … dotsc … dotso … cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ vdots ⋮ ddots ⋱ surd √ checkmark ✓ dag † ddag ‡
copyright © circledR ® pounds £ euro € yen ¥ S § P ¶ aa å AA Å ae æ AE Æ o ø O Ø ss ß complement ∁ diagup ╱
diagdown ╲ Bbbk 𝕜 textdegree ° celsius ℃ permil ‰ backslash \\ lbrack [ rbrack ] AC ∿ ohm Ω
""")
_OPERATORS = _pairs("""
pm ± mp ∓ times × div ÷ cdot ⋅ cdotp · ast ∗ star ⋆ circ ∘ bullet ∙ cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨
lor ∨ wedge ∧ land ∧ setminus ∖ smallsetminus ∖ wr ≀ diamond ⋄ bigtriangleup △ bigtriangledown ▽ triangleleft ◁
triangleright ▷ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ bigcirc ◯ dagger † ddagger ‡ amalg ⨿ boxplus ⊞ boxminus ⊟
boxtimes ⊠ boxdot ⊡ ltimes ⋉ rtimes ⋊ bowtie ⋈ Join ⋈ intercal ⊺ veebar ⊻ barwedge ⊼ dotplus ∔ Cup ⋓ Cap ⋒
circledast ⊛ circledcirc ⊚ circleddash ⊝ divideontimes ⋇ lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵ curlyvee ⋎ curlywedge ⋏
""")
_RELATIONS = _pairs("""
leq ≤ le ≤ leqslant ⩽ geq ≥ ge ≥ geqslant ⩾ neq ≠ ne ≠ equiv ≡ sim ∼ simeq ≃ approx ≈ approxeq ≊ cong ≅ doteq ≐
propto ∝ varpropto ∝ ll ≪ gg ≫ lll ⋘ ggg ⋙ prec ≺ succ ≻ preceq ⪯ succeq ⪰ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇
subsetneq ⊊ supsetneq ⊋ nsubseteq ⊈ nsupseteq ⊉ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ in ∈ notin ∉ ni ∋
owns ∋ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ nvdash ⊬ nvDash ⊭ mid ∣ nmid ∤ parallel ∥ nparallel ∦ perp ⟂
asymp ≍ smile ⌣ frown ⌢ trianglelefteq ⊴ trianglerighteq ⊵ vartriangleleft ⊲ vartriangleright ⊳ coloneqq ≔ eqqcolon ≕
colonequals ≔ triangleq ≜ eqcirc ≖ circeq ≗ risingdotseq ≓ fallingdotseq ≒ between ≬ pitchfork ⋔ therefore ∴
because ∵ lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆ lessgtr ≶ gtrless ≷ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ nsim ≁
ncong ≇ backsim ∽ thicksim ∼ thickapprox ≈ lneq ⪇ gneq ⪈ to → rightarrow → gets ← leftarrow ← leftrightarrow ↔
Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ impliedby ⟸ iff ⟺ longrightarrow ⟶ longleftarrow ⟵
longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼ hookrightarrow ↪
hookleftarrow ↩ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ nearrow ↗ searrow ↘
swarrow ↙ nwarrow ↖ rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌
leftrightharpoons ⇋ rightrightarrows ⇉ leftleftarrows ⇇ rightleftarrows ⇄ leftrightarrows ⇆ upuparrows ⇈
rightsquigarrow ⇝ dashrightarrow ⇢ dashleftarrow ⇠ upharpoonright ↾ restriction ↾ circlearrowleft ↺
circlearrowright ↻ leadsto ⇝ twoheadrightarrow ↠ rightarrowtail ↣ nrightarrow ↛ nleftarrow ↚ nRightarrow ⇏
nLeftrightarrow ⇎ curvearrowright ↷ circlearrowright ↻ multimap ⊸ colon : vcentcolon : shortmid ∣ Subset ⋐ Supset ⋑
""")
_LARGE = _pairs("""
sum ∑ prod ∏ coprod ∐ bigcap ⋂ bigcup ⋃ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄ bigsqcup ⨆
""")
_INTEGRALS = _pairs("""
int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰ smallint ∫ intop ∫
""")
_OPENING = _pairs("""
lbrace { { { langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lgroup ⟮ llbracket ⟦ ulcorner ⌜ llcorner ⌞
""")
_CLOSING = _pairs("""
rbrace } } } rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rgroup ⟯ rrbracket ⟧ urcorner ⌝ lrcorner ⌟
""")
_BARS = _pairs("| ‖ vert | Vert ‖ #  # & & % % $ $ _ _")
_FUNCTIONS = """
arccos arcsin arctan arg cos cosh cot coth csc deg dim exp hom ker lg ln log sec sin sinh tan tanh sgn tr
rank arccot arsinh arcosh artanh erf sinc mod tg ctg cotg arctg arcctg sh ch th cth arsh arch arth arcsinh arccosh
arctanh Tr rot erfc
"""
FUNCTIONS = frozenset(_FUNCTIONS.split())
"""Functions whose subscript stands at their side."""
_LIMITS = "lim max min sup inf det gcd Pr lcm argmax argmin"
LIMITS = {
    **{name: name for name in _LIMITS.split()},
    "limsup": "lim sup", "liminf": "lim inf", "injlim": "inj lim", "projlim": "proj lim", "varlimsup": "lim sup",
    "varliminf": "lim inf",
}  # fmt: skip
"""Functions whose subscript stands below them where there is room."""
SPACES = {
    ",": 3 / 18, "thinspace": 3 / 18, ":": 4 / 18, ">": 4 / 18, "medspace": 4 / 18, ";": 5 / 18, "thickspace": 5 / 18,
    "!": -3 / 18, "negthinspace": -3 / 18, "negmedspace": -4 / 18, "negthickspace": -5 / 18, " ": 0.25, "\n": 0.25,
    "space": 0.25, "nobreakspace": 0.25, "enspace": 0.5, "quad": 1.0, "qquad": 2.0, "enskip": 0.5, "/": 0.0,
}  # fmt: skip
"""Spaces by name, in ems."""
ACCENTS = {
    "hat": "^", "widehat": "^", "tilde": "~", "widetilde": "~", "bar": "¯", "vec": "→", "dot": "˙", "ddot": "¨",
    "dddot": "⃛", "ddddot": "⃜", "check": "ˇ", "widecheck": "ˇ", "breve": "˘", "acute": "´", "grave": "`",
    "mathring": "˚", "overline": "―", "overrightarrow": "→", "overleftarrow": "←", "overleftrightarrow": "↔",
    "overbrace": "⏞", "overbracket": "⎴", "overparen": "⏜", "wideparen": "⏜", "overarc": "⏜",
}  # fmt: skip
"""Marks that stand over what follows."""
UNDER = {
    "underline": "―", "underbar": "―", "underbrace": "⏟", "underbracket": "⎵", "underrightarrow": "→",
    "underleftarrow": "←", "underleftrightarrow": "↔", "utilde": "~",
}  # fmt: skip
"""Marks that stand under what follows."""
WIDE = frozenset("―→←↔⏞⏟⎴⎵⏜")
"""Marks that are as wide as what they belong to; a vector's arrow over one letter is not."""
ARROWS = {
    "xrightarrow": "→", "xleftarrow": "←", "xleftrightarrow": "↔", "xRightarrow": "⇒", "xLeftarrow": "⇐",
    "xLeftrightarrow": "⇔", "xmapsto": "↦", "xrightleftharpoons": "⇌", "xhookrightarrow": "↪", "xlongequal": "=",
}  # fmt: skip
"""Arrows that carry text above, and below."""
VARIANTS: dict[str, Variant] = {
    "mathrm": "normal", "rm": "normal", "mathup": "normal", "mathbf": "bold", "bf": "bold", "bold": "bold",
    "boldsymbol": "bold-italic", "bm": "bold-italic", "pmb": "bold-italic", "mathbb": "double-struck",
    "Bbb": "double-struck", "mathds": "double-struck", "mathcal": "script", "cal": "script", "mathscr": "script",
    "mathfrak": "fraktur", "frak": "fraktur", "mathsf": "sans-serif", "sf": "sans-serif", "mathtt": "monospace",
    "tt": "monospace", "mathit": "", "it": "", "mathnormal": "", "symbf": "bold", "symbb": "double-struck",
    "symcal": "script", "symrm": "normal",
}  # fmt: skip
"""Styles of letters: of the argument, or of all that follows in the group for the short old names."""
SWITCHES = frozenset(("rm", "bf", "cal", "sf", "tt", "it", "frak"))
NEGATED = {
    "=": "≠", "<": "≮", ">": "≯", "≤": "≰", "≥": "≱", "∈": "∉", "∋": "∌", "⊂": "⊄", "⊃": "⊅", "⊆": "⊈", "⊇": "⊉",
    "∼": "≁", "≃": "≄", "≅": "≇", "≈": "≉", "≡": "≢", "∣": "∤", "∥": "∦", "∃": "∄", "→": "↛", "←": "↚", "⇒": "⇏",
    "⇔": "⇎", "⊢": "⊬", "⊨": "⊭", "≺": "⊀", "≻": "⊁",
}  # fmt: skip
"""Relations with a stroke through them, for `\\not`."""

_CHARACTERS: dict[str, Kind] = {
    **dict.fromkeys("+-*−±×÷⋅·∗∘", "operator"),
    **dict.fromkeys("=<>:≤≥≠≈≡∼∝→←↔⇒⇐⇔⟶↦∈∉∋⊂⊃⊆⊇⟹⟺⇌≪≫≅≃∣∥", "relation"),
    **dict.fromkeys("([⟨⌊⌈{", "open"),
    **dict.fromkeys(")]⟩⌋⌉}", "close"),
    **dict.fromkeys(",;", "punctuation"),
    **dict.fromkeys("∑∏⋃⋂", "large"),
    **dict.fromkeys("∫∬∭∮", "integral"),
}
_GLYPHS = {"-": "−", "*": "∗", "'": "′"}


def _named() -> dict[str, Symbol]:
    tables: tuple[tuple[dict[str, str], Kind], ...] = (
        (_UPRIGHT, "ordinary"), (_OPERATORS, "operator"), (_RELATIONS, "relation"), (_BARS, "ordinary"),
        (_OPENING, "open"), (_CLOSING, "close"), (_INTEGRALS, "integral"),
    )  # fmt: skip
    found = {name: Symbol(text, kind) for table, kind in tables for name, text in table.items()}
    found.update({name: Symbol(text, "letter") for name, text in _LETTERS.items()})
    found.update({name: Symbol(text, "large", movable=True) for name, text in _LARGE.items()})
    found.update({name: Symbol(name, "function") for name in FUNCTIONS})
    found.update({name: Symbol(text, "function", movable=True) for name, text in LIMITS.items()})
    found["bmod"] = Symbol("mod", "operator")
    return found


NAMED = _named()
"""What stands behind a backslash and is one symbol."""


def character(char: str) -> Symbol:
    """A character as it stands in a formula."""
    kind = _CHARACTERS.get(char)
    if kind is not None:
        return Symbol(_GLYPHS.get(char, char), kind, movable=kind == "large")
    if char.isdecimal():
        return Symbol(char, "number")
    if char.isalpha():
        # Only Latin and Greek have italics that are made for formulae.
        return Symbol(char, "letter" if char < "\u0250" or "\u0370" <= char < "\u0400" else "ordinary")
    return Symbol(_GLYPHS.get(char, char), "ordinary")

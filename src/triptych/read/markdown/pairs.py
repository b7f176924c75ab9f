"""Questions with their answers in paragraphs, as in plain notes: `Q: …` and below it `A: …`."""

from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from triptych.model import document as doc
from triptych.model.queries import plain
from triptych.patterns import late
from triptych.read.sections import Piece

_FARTHEST = 24
"""Characters within which the colon of such a label stands."""
_FRONT, _BACK = late(r"front:\s+(?=\S)", 2), late(r"back:\s+(?=\S)", 2)  # of cards, whatever their capitals

_SIGN = late(r"(?<!\S)[^\W\d_]:\s")


def paired(pieces: Sequence[Piece], lang: str) -> list[Piece]:
    """The pieces with paragraphs that ask and are answered as questions and what follows them; labels are left out.

    Without an answer, in its lines or in the next paragraph, nothing is such a question.
    """
    labelled = [isinstance(piece, doc.Paragraph) and _is_labelled(piece.inlines) for piece in pieces]
    if not any(labelled):
        return list(pieces)
    labelled = _without_signs(pieces, labelled, lang)
    out: list[Piece] = []
    asks = False  # whether the last question waits for its answer
    for place, piece in enumerate(pieces):
        beside = any(labelled[max(0, place - 1) : place] + labelled[place + 1 : place + 2])
        if not isinstance(piece, doc.Paragraph) or not labelled[place] or not (beside or _answers_below(piece)):
            out.append(piece)
            asks = False
            continue
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        answered = isinstance(following, doc.Paragraph) and _kind(following.inlines, lang)[0] == "a"
        found = _pairs(piece, lang, answered, asks)
        out += found or [piece]
        asks = bool(found) and isinstance(found[-1], doc.Question)
    return out


def _without_signs(pieces: Sequence[Piece], labelled: Sequence[bool], lang: str) -> list[bool]:
    """Which pieces have a label, without those that tell one beside the other what letters stand for, `T: time`."""
    out: list[bool] = []
    for has, run in groupby(zip(pieces, labelled, strict=True), lambda one: one[1]):
        paras = [piece for piece, _ in run]
        said = [plain(para.inlines) for para in paras if has and isinstance(para, doc.Paragraph)]
        signs = not any("?" in text for text in said) and any(_has_sign(text, lang) for text in said)
        out += [has and not signs] * len(paras)
    return out


def _has_sign(text: str, lang: str) -> bool:
    """Whether there is a letter with a colon that neither asks nor answers."""
    return any(not _kind((doc.Text(found),), lang)[0] for found in _SIGN.findall(text))


def _is_break(inline: doc.Inline) -> bool:
    return isinstance(inline, doc.LineBreak)


def _is_labelled(inlines: doc.Inlines) -> bool:
    first = inlines[0] if inlines else None
    start = (first.text if isinstance(first, doc.Text) else plain(inlines[:2]))[:_FARTHEST]
    return ":" in start or "：" in start


def _answers_below(para: doc.Paragraph) -> bool:
    """Whether a line below the first one begins with a label, too."""
    breaks = (place for place, inline in enumerate(para.inlines) if isinstance(inline, doc.LineBreak))
    return any(_is_labelled(para.inlines[place + 1 : place + 3]) for place in breaks)


def _kind(line: Sequence[doc.Inline], lang: str) -> tuple[str, int]:
    """Whether a line asks, "q", or answers, "a", and how many characters its label has."""
    from triptych.read.notes.lines import answered, asked  # late: few paragraphs begin with a label

    text = plain(tuple(line[:2]))[:_FARTHEST] + "x"  # a label stands before something
    if ":" not in text and "：" not in text:
        return "", 0
    if match := _FRONT.match(text):
        return "q", match.end()
    if match := _BACK.match(text):
        return "a", match.end()
    return next(((kind, end) for kind, of in (("q", asked), ("a", answered)) if (end := of(text, lang))), ("", 0))


def _pairs(para: doc.Paragraph, lang: str, answered: bool, asks: bool) -> list[doc.Block]:
    """The questions and answers that a paragraph consists of; nothing if it does not.

    `answered`: the next paragraph begins with an answer; `asks`: the last one ends with a question.
    """
    lines = [list(line) for broken, line in groupby(para.inlines, _is_break) if not broken]
    kinds = [_kind(line, lang) for line in lines]
    order = "".join(kind for kind, _ in kinds)
    if not kinds[0][0] or not _is_in_turn(order, answered, asks):
        return []
    out: list[doc.Block] = []
    for place, (line, (kind, label)) in enumerate(zip(lines, kinds, strict=True)):
        said, number = without_label(tuple(line), label), para.line + place
        last = out[-1] if out else None
        if kind == "q":
            out.append(doc.Question(said, (), number, para.attributes, lone=True))
        elif kind == "a" or not isinstance(last, doc.Question | doc.Paragraph):
            out.append(doc.Paragraph(said, number))
        else:
            out[-1] = replace(last, inlines=(*last.inlines, doc.LineBreak(), *said))
    return out


def _is_in_turn(order: str, answered: bool, asks: bool) -> bool:
    """Whether each question has its answer."""
    begun = ("q" if asks else "") + order + ("a" if answered and order.endswith("q") else "")
    return bool(begun) and begun == "qa" * (len(begun) // 2)


def without_label(inlines: doc.Inlines, length: int) -> doc.Inlines:
    """The inlines without their first characters, also where these are bold."""
    while inlines and length:
        first, rest = inlines[0], inlines[1:]
        said = len(plain((first,)))
        if isinstance(first, doc.Text):
            cut = first.text[length:]
            return (doc.Text(cut), *rest) if cut else without_space(rest)
        if said <= length or not isinstance(first, doc.Strong | doc.Emphasis):
            inlines, length = rest, length - said
            continue
        return (replace(first, children=without_label(first.children, length)), *rest)
    return without_space(inlines)


def without_space(inlines: doc.Inlines) -> doc.Inlines:
    """The inlines without the space that they begin with."""
    first = inlines[0] if inlines else None
    return (doc.Text(first.text.lstrip()), *inlines[1:]) if isinstance(first, doc.Text) else inlines

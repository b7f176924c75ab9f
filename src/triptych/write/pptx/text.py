"""Paragraphs and runs: from the model's `Para` and `Run` to DrawingML text."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal

import msgspec
from msgspec.structs import replace

from triptych.model.deck import Para, Run
from triptych.model.list_marks import numbered
from triptych.model.theme import Level
from triptych.text.heights import highest
from triptych.write.pptx.language import language, language_of
from triptych.write.pptx.relations import Relations, web_address
from triptych.write.pptx.xml import emu, escape, hundredths

CODE_FAMILY = "Courier New"
_STEP = 18.0  # points of indentation for each level where no placeholder says otherwise
_ALIGN = {"left": "l", "center": "ctr", "right": "r"}
_LINK_COLOR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr'
    ' xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext>'
    "</a:extLst>"
)

_NUMERALS = {"1": "arabic", "a": "alphaLc", "A": "alphaUc", "i": "romanLc", "I": "romanUc"}


class Context(msgspec.Struct, frozen=True):
    """What the whole deck has in common.

    `scheme` names the theme's colours by their RRGGBB, so that text keeps following the theme;
    `slides` are the ids that a jump may lead to; `highlight` is the colour behind marked text; `mirrored` is whether
    the layouts are.
    """

    lang: str
    scheme: Mapping[str, str] = msgspec.field(default_factory=dict)
    slides: frozenset[str] = frozenset()
    highlight: str = "FFF1B8"
    mirrored: bool = False


class TextStyle(msgspec.Struct, frozen=True):
    """How the paragraphs of one shape are set.

    `sizes` are written on every run, by level; without them the text follows the template. `bullets`:
    as the `placeholder` has them, `none` at all (text boxes, tables), or this text's `own` (notes).
    `keep_link_color` lets links have the colour of the text around them; `digits` are those of the
    longest number. `equations` makes formulae native: each a "choice" beside its text, or "whole" where the shape is
    the choice; elsewhere they are readable text, in "cells" with raised and lowered characters. `plain_bullets` gives
    bullets and numbers the colour of the text. Lines are at least `pitch` ems apart; 0 as the template says.
    """

    context: Context
    sizes: tuple[float, ...] = ()
    color: str = ""
    bold: bool = False
    bullets: Literal["placeholder", "none", "own"] = "none"
    levels: tuple[Level, ...] = ()
    keep_link_color: bool = False
    digits: int = 1
    equations: Literal["", "choice", "whole", "cells"] = ""
    plain_bullets: bool = False
    pitch: float = 0.0


def color_xml(color: str, scheme: Mapping[str, str]) -> str:
    """A colour: by its name in the theme if it has one there, else RRGGBB. Names pass through."""
    if len(color) != 6:
        return f'<a:schemeClr val="{color}"/>'
    name = scheme.get(color.upper())
    return f'<a:schemeClr val="{name}"/>' if name else f'<a:srgbClr val="{color.upper()}"/>'


def fill_xml(color: str, scheme: Mapping[str, str]) -> str:
    """A solid fill of the colour."""
    return f"<a:solidFill>{color_xml(color, scheme)}</a:solidFill>"


def paragraphs(paras: Sequence[Para], style: TextStyle, relations: Relations) -> str:
    """The paragraphs of a text body; at least one, since the schema asks for it (ECMA-376, 21.1.2.1.2)."""
    if not paras:
        return f"<a:p>{_end(style, 0)}</a:p>"
    if not [para for para in paras if para.mark or para.number is not None]:  # as in most texts
        return "".join([_paragraph(para, None, style, relations) for para in paras])
    style = replace(style, digits=max(len(numbered(para.mark, para.number or 0)) - 1 for para in paras))
    starts = _starts(paras)
    return "".join(_paragraph(para, start, style, relations) for para, start in zip(paras, starts, strict=True))


def _starts(paras: Sequence[Para]) -> list[int | None]:
    """Where the list of each numbered paragraph begins to count: consecutive numbers are one list."""
    starts: list[int | None] = []
    counting: list[tuple[int, int] | None] = [None] * 10  # by level: start and the number expected next
    for para in paras:
        level = _level(para)
        counting[level + 1 :] = [None] * (9 - level)
        running = counting[level]
        if para.number is None:
            counting[level] = None
        elif running is not None and running[1] == para.number:
            counting[level] = (running[0], para.number + 1)
        else:
            counting[level] = (para.number, para.number + 1)
        now = counting[level]
        starts.append(now[0] if now else None)
    return starts


def _level(para: Para) -> int:
    return min(max(para.level, 0), 8)  # ECMA-376, 20.1.10.75: levels 0 to 8


def _paragraph(para: Para, start: int | None, style: TextStyle, relations: Relations) -> str:
    level = _level(para)
    countable = start is not None and 1 <= start <= 32767  # ECMA-376, 20.1.10.76
    countable = countable and (para.mark.isascii() or _numbering(para.mark) in _NATIVE.values())
    typed = "" if start is None or countable else f"{numbered(para.mark, para.number or 0)}\t"
    runs = "".join(
        [
            _equation(run, level, para, style, relations)
            if run.formula and style.equations
            else _run(run, level, style, relations)
            for run in ((Run(typed), *para.runs) if typed else para.runs)
        ]
    )
    end = _end(style, level) if style.sizes or not runs else ""
    return f"<a:p>{_properties(para, level, start if countable else None, style)}{runs}{end}</a:p>"


def _properties(para: Para, level: int, start: int | None, style: TextStyle) -> str:
    attributes = f' lvl="{level}"' if level else ""
    margins, mark = _bullet(para, level, start, style)
    if para.hang:
        margins = (para.hang, -para.hang)
        mark += f'<a:tabLst><a:tab pos="{emu(para.hang)}" algn="l"/></a:tabLst>'
    if margins is not None:
        attributes += f' marL="{emu(margins[0])}" indent="{emu(margins[1])}"'
    align = para.align
    if para.number is not None and style.bullets == "placeholder":
        align = align or "left"  # a template that centres its text would set each number somewhere else
    if para.rtl is not None and align != "center":
        align = "right" if para.rtl else align or "left"
    if align is not None:
        attributes += f' algn="{_ALIGN[align]}"'
    if para.rtl is not None:
        attributes += f' rtl="{int(para.rtl)}"'
    space = _line_spacing(para, level, style)
    if para.space_before is not None:
        space += f'<a:spcBef><a:spcPts val="{round(para.space_before * 100)}"/></a:spcBef>'
    return f"<a:pPr{attributes}>{space}{mark}</a:pPr>" if attributes or space or mark else ""


def line_pitch(paras: Sequence[Para]) -> float:
    """The ems from line to line that high letters in them need; 0 where there are none."""
    return highest([run.text for para in paras for run in para.runs])


def _line_spacing(para: Para, level: int, style: TextStyle) -> str:
    """Lines as far apart as high letters need, whatever the font that a program takes for them; mostly nothing."""
    known = style.sizes or tuple([one.size for one in style.levels])
    high = max(line_pitch((para,)), style.pitch) if known else 0.0
    if not high:
        return ""
    points = high * known[min(level, len(known) - 1)]
    return f'<a:lnSpc><a:spcPts val="{round(points * 100)}"/></a:lnSpc>'


def _bullet(para: Para, level: int, start: int | None, style: TextStyle) -> tuple[tuple[float, float] | None, str]:
    """The left margin and first-line offset, None for the placeholder's own, and the bullet's elements."""
    margins, mark = _mark(para, level, start, style)
    return margins, f"<a:buClrTx/>{mark}" if style.plain_bullets and (para.bullet or para.number is not None) else mark


_NATIVE = {
    "१.": "hindiNumPeriod",
    "๑.": "thaiNumPeriod",
    "๑)": "thaiNumParenR",
    "１．": "arabicDbPeriod",
    "①": "circleNumDbPlain",
    "❶": "circleNumWdBlackPlain",
    "一．": "ea1JpnKorPeriod",
}
"""The kinds of automatic numbers (ST_TextAutonumberScheme) by their first one; others are typed."""


def _numbering(mark: str) -> str:
    """The kind of automatic numbers (ST_TextAutonumberScheme) whose first one is written so: "(a)", "iv)", "1."."""
    if mark in _NATIVE:
        return _NATIVE[mark]
    first = next((character for character in mark if character in _NUMERALS), "1")
    around = "ParenBoth" if mark.startswith("(") else "ParenR" if mark.endswith(")") else "Period"
    return _NUMERALS[first] + around


def _mark(para: Para, level: int, start: int | None, style: TextStyle) -> tuple[tuple[float, float] | None, str]:
    if start is not None:
        first = f' startAt="{start}"' if start > 1 else ""
        # A template's bullets may be much smaller than its text: a number must not be.
        size = '<a:buSzPct val="100000"/>' if style.bullets == "placeholder" else ""
        return _hanging(
            level, style
        ), f'{size}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="{_numbering(para.mark)}"{first}/>'
    if para.number is not None:
        return _hanging(level, style), "<a:buNone/>"
    if para.mark and para.bullet:
        own = _hanging(level, style) if style.bullets != "placeholder" else None
        return own, f'<a:buFont typeface="Arial"/><a:buChar char="{escape(para.mark)}"/>'
    if style.bullets == "placeholder":
        return (None, "") if para.bullet else ((0.0, 0.0), "<a:buNone/>")
    if style.bullets == "own" and para.bullet:
        mark = "•" if level % 2 == 0 else "–"
        return _hanging(level, style), f'<a:buFont typeface="Arial"/><a:buChar char="{mark}"/>'
    return (level * _STEP, 0.0), "<a:buNone/>"


def _hanging(level: int, style: TextStyle) -> tuple[float, float] | None:
    """Margins for a paragraph with a number or bullet before it, None where the placeholder's own will do."""
    if style.bullets != "placeholder" or not style.levels:
        return (level + 1) * _STEP, -_STEP
    inherited = style.levels[min(level, len(style.levels) - 1)]
    size = style.sizes[min(level, len(style.sizes) - 1)] if style.sizes else inherited.size
    # A number that is wider than its room would push its text to the next tab stop.
    room = max(-inherited.indent, (0.56 * style.digits + 0.5) * size)
    return None if room == -inherited.indent else (inherited.margin + inherited.indent + room, -room)


def _run(run: Run, level: int, style: TextStyle, relations: Relations) -> str:
    if not run.text:
        return ""
    link = _link(run, style, relations)
    properties = _run_properties("a:rPr", run, level, style, link)
    if "\n" not in run.text and "\r" not in run.text:
        return f"<a:r>{properties}<a:t>{escape(run.text)}</a:t></a:r>"
    pieces = run.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    texts = [f"<a:r>{properties}<a:t>{escape(piece)}</a:t></a:r>" if piece else "" for piece in pieces]
    plain = _run_properties("a:rPr", run, level, style, "")  # a line break is no link
    return f"<a:br>{plain}</a:br>".join(texts)


def _equation(run: Run, level: int, para: Para, style: TextStyle, relations: Relations) -> str:
    """A native equation, with its text for other programs; the text alone where it is also a link."""
    from triptych.write.pptx.equations import equation  # late: few decks have a formula

    if run.link or run.slide or run.color:
        return _run(run, level, style, relations)
    text = "".join(_run(part, level, style, relations) for part in _characters(run))
    if style.equations == "cells":
        return text
    choice = style.equations == "choice"
    alone = sum(bool(one.text.strip()) for one in para.runs) == 1
    return equation(run.formula, text, alone=alone, align=para.align or "left", choice=choice) or text


def _characters(run: Run) -> Iterator[Run]:
    """A formula as its readable text; where that has marks for what is raised or lowered, as runs that are so."""
    from triptych.model.latex import lettered  # late: few decks have a formula

    parts = lettered(run.formula) if "^" in run.text or "_" in run.text else None
    if parts is None or run.shift:
        yield run
    else:
        yield from (replace(run, text=text, shift=shift) for text, shift in parts)


def list_style(paras: Sequence[Para], style: TextStyle) -> str:
    """The list style of a shape (ECMA-376, 21.1.2.4.12): empty, but equations have size and colour from it."""
    native = bool(style.equations) and any(run.formula for para in paras for run in para.runs)
    if not native or not (style.sizes or style.color):
        return "<a:lstStyle/>"
    color = fill_xml(style.color, style.context.scheme) if style.color else ""
    levels = []
    for level in range(max(len(style.sizes), 1)):
        size = f' sz="{hundredths(style.sizes[level])}"' if style.sizes else ""
        levels.append(f"<a:lvl{level + 1}pPr><a:defRPr{size}>{color}</a:defRPr></a:lvl{level + 1}pPr>")
    return f"<a:lstStyle>{''.join(levels[:9])}</a:lstStyle>"


def _link(run: Run, style: TextStyle, relations: Relations) -> str:
    """The click of a run; text that leads nowhere known stays plain text."""
    address = web_address(run.link) if run.link else ""
    if address:
        attributes = f'r:id="{relations.id("address", address)}"'
    elif run.slide in style.context.slides:
        attributes = f'r:id="{relations.id("slide", run.slide)}" action="ppaction://hlinksldjump"'
    else:
        return ""
    if run.color or style.color or style.keep_link_color:
        return f"<a:hlinkClick {attributes}>{_LINK_COLOR}</a:hlinkClick>"
    return f"<a:hlinkClick {attributes}/>"


BASELINES = {"super": 30000, "sub": -25000}
"""How far a run is raised or lowered, in thousandths of a per cent of its size."""


def _run_properties(tag: str, run: Run, level: int, style: TextStyle, link: str) -> str:
    """The properties of a run."""
    lang = language(run.lang) if run.lang else language_of(run.text, style.context.lang)
    size = style.sizes[min(level, len(style.sizes) - 1)] if style.sizes else 0.0
    color = run.color or style.color
    filled = fill_xml(color, style.context.scheme) if color else ""
    if style.color and style.bullets == "placeholder":
        filled += "<a:effectLst/>"  # a shadow is made for the colour that the template has
    highlight = style.context.highlight if run.highlight else ""
    bold = run.bold or style.bold
    return _properties_xml(
        tag, lang, size, bold, run.italic, run.strike, run.underline, run.shift, run.code, filled, highlight, link
    )


@lru_cache(maxsize=512)  # most runs look like many others
def _properties_xml(
    tag: str, lang: str, size: float, bold: bool, italic: bool, strike: bool, underline: bool,
    shift: Literal["", "super", "sub"], code: bool, filled: str, highlight: str, link: str,
) -> str:  # fmt: skip
    """Properties of runs, their children in the schema's order (ECMA-376, 21.1.2.3.9)."""
    attributes = f'lang="{lang}"'
    if size:
        attributes += f' sz="{hundredths(size)}"'
    if bold:
        attributes += ' b="1"'
    if italic:
        attributes += ' i="1"'
    if strike:
        attributes += ' strike="sngStrike"'
    if underline:
        attributes += ' u="sng"'
    if shift:
        attributes += f' baseline="{BASELINES[shift]}"'
    if code:
        attributes += ' noProof="1"'
    children = filled
    if highlight:
        children += f'<a:highlight><a:srgbClr val="{highlight}"/></a:highlight>'
    if code:
        children += f'<a:latin typeface="{CODE_FAMILY}"/><a:cs typeface="{CODE_FAMILY}"/>'
    children += link
    return f'<{tag} {attributes} dirty="0">{children}</{tag}>' if children else f'<{tag} {attributes} dirty="0"/>'


def _end(style: TextStyle, level: int) -> str:
    return _run_properties("a:endParaRPr", Run(""), level, style, "")

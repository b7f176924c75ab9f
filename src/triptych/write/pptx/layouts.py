"""The layouts of the built-in template, each a row of `layouts`: name, kind, background, shapes."""

import msgspec

from triptych.geometry import Insets, Rect
from triptych.model.theme import Scale
from triptych.write.pptx.drawing import (
    FIELD,
    LevelStyle,
    paint,
    prompt,
    question_mark_xml,
    rule_xml,
    slot_xml,
)
from triptych.write.pptx.look import Look
from triptych.write.pptx.master import LEVELS_TEXT
from triptych.write.pptx.xml import HEAD, NAMESPACES, TREE_ROOT


class LayoutDesign(msgspec.Struct, frozen=True):
    """A layout: its name, its `@type` (ECMA-376, 19.7.15; empty for a kind of our own), what is on it."""

    name: str
    kind: str
    shapes: str
    background: str = ""
    foot: str = ""


def layout_xml(design: LayoutDesign) -> str:
    """The layout's part."""
    kind = f' type="{design.kind}"' if design.kind else ' userDrawn="1"'
    background = f"<p:bg><p:bgPr>{paint(design.background)}<a:effectLst/></p:bgPr></p:bg>" if design.background else ""
    return (
        f'{HEAD}<p:sldLayout {NAMESPACES}{kind} preserve="1"><p:cSld name="{design.name}">{background}'
        f"<p:spTree>{TREE_ROOT}{design.shapes}{_foot(design.foot)}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _foot(color: str) -> str:
    """Date, footer and slide number, in the master's places and colour unless another is given."""
    levels = (LevelStyle(color=color),) if color else ()
    return (
        slot_xml(20, "Date Placeholder 19", 'type="dt" sz="half" idx="10"', levels=levels)
        + slot_xml(21, "Footer Placeholder 20", 'type="ftr" sz="quarter" idx="11"', levels=levels)
        + slot_xml(
            22,
            "Slide Number Placeholder 21",
            'type="sldNum" sz="quarter" idx="12"',
            levels=levels,
            text=FIELD,
        )
    )


def _title(
    rect: Rect | None = None, *, kind: str = "title", anchor: str = "", levels: tuple[LevelStyle, ...] = ()
) -> str:
    return slot_xml(2, "Title 1", f'type="{kind}"', rect, anchor=anchor, levels=levels, text=prompt("Title"))


def _content(number: int, idx: int, rect: Rect | None = None, half: bool = False) -> str:
    size = 'sz="half" ' if half else ""
    return slot_xml(number, f"Content Placeholder {number - 1}", f'{size}idx="{idx}"', rect, text=LEVELS_TEXT)


def _line(number: int, idx: int, rect: Rect, style: LevelStyle, text: str, *, anchor: str = "") -> str:
    """A placeholder for text without bullets."""
    return slot_xml(
        number,
        f"Text Placeholder {number - 1}",
        f'type="body" sz="quarter" idx="{idx}"',
        rect,
        anchor=anchor,
        levels=_plain(style),
        text=prompt(text),
    )


def _plain(style: LevelStyle) -> tuple[LevelStyle, ...]:
    """The first level as given, and the others like it: none has a bullet."""
    return (style,) * 9


def _flat(size: float, color: str, *, bold: bool = False, line: float | None = None) -> LevelStyle:
    return LevelStyle(size, bold, color, 0, 0, line=line, bullet="")


def _covers(look: Look) -> tuple[LayoutDesign, LayoutDesign]:
    """The title slide and the one that begins a section: the same, but for a band."""
    trim, scale, on, soft = (
        look.trim,
        look.scale,
        look.name(look.palette.on_cover),
        look.name(look.palette.on_cover_soft),
    )
    rule = rule_xml(9, "Rule", look.rule(300, trim.cover_width, trim.cover_height), "accent2")
    band = rule_xml(8, "Band", Rect(0, 0, trim.band, 540), look.name(look.palette_color(trim.band_color)))
    at, under = Rect(48, 96, look.across, 184), Rect(48, 324, look.across, 96)
    cover = (
        rule
        + _title(at, kind="ctrTitle", anchor="b", levels=(LevelStyle(scale.cover, color=on),))
        + slot_xml(
            3,
            "Subtitle 2",
            'type="subTitle" idx="1"',
            under,
            levels=_plain(_flat(scale.body, soft)),
            text=prompt("Subtitle"),
        )
        + _line(4, 13, Rect(48, 460, look.across, 32), _flat(16, soft), "Author and date", anchor="b")
    )
    section = (
        (band if trim.band else "")
        + rule
        + _title(at, anchor="b", levels=(LevelStyle(scale.cover, color=on),))
        + _line(3, 1, under, _flat(scale.body, soft), "Text")
    )
    ground = look.name(look.palette.cover)
    return (
        LayoutDesign("Title Slide", "title", cover, ground, soft),
        LayoutDesign("Section Header", "secHead", section, ground, soft),
    )


def _two(look: Look) -> str:
    left, right = look.halves
    return _title() + _content(3, 1, left, half=True) + _content(4, 2, right, half=True)


def _comparison(look: Look) -> str:
    label, left, right = _flat(look.scale.second, "accent1", bold=True), *look.halves
    under = Insets(top=40)
    return (
        _title()
        + _line(3, 1, Rect(left.x, left.y, left.width, 32), label, "Label", anchor="b")
        + _content(4, 2, left.inset(under), half=True)
        + _line(5, 3, Rect(right.x, right.y, right.width, 32), label, "Label", anchor="b")
        + _content(6, 4, right.inset(under), half=True)
    )


def _picture(look: Look) -> str:
    body = look.body
    return (
        _title()
        + slot_xml(
            3,
            "Picture Placeholder 2",
            'type="pic" idx="1"',
            Rect(body.x, body.y, body.width, 316),
            levels=_plain(_flat(18, "tx1")),
        )
        + _line(4, 2, Rect(body.x, 444, body.width, 40), _flat(look.scale.caption, "accent6"), "Caption")
    )


_NUMBER_WIDTH = 56.0  # three digits at 32 bold


def _key_point(look: Look) -> str:
    at = look.title
    return (
        _title(Rect(at.x + _NUMBER_WIDTH + 8, at.y, at.width - _NUMBER_WIDTH - 8, at.height))
        + slot_xml(
            3,
            "Number Placeholder 2",
            'type="body" sz="quarter" idx="20"',
            Rect(at.x, at.y, _NUMBER_WIDTH, at.height),
            anchor="b",
            levels=_plain(_flat(look.scale.title, "accent1", bold=True)),
            text=prompt("1"),
        )
        + _content(4, 1)
    )


def _summary(scale: Scale) -> str:
    levels = (
        LevelStyle(scale.summary, margin=0, indent=0, line=1.1, bullet=""),
        LevelStyle(scale.body, margin=28, indent=-28, line=1.1, bullet="•"),
        LevelStyle(scale.second, margin=52, indent=-24, line=1.1, bullet="–"),
    )
    return _title() + slot_xml(3, "Content Placeholder 2", 'idx="1"', levels=levels, text=LEVELS_TEXT)


def layouts(look: Look) -> tuple[LayoutDesign, ...]:
    """Every layout, in the order in which an editor lists them."""
    under_title = look.rule(96, look.trim.rule_width, look.trim.rule_height)
    rule, warm = rule_xml(9, "Rule", under_title, "accent1"), rule_xml(9, "Rule", under_title, "accent2")
    asks = Rect(48, 48, look.across - 128, 436)
    sign = Rect(look.size.width - 48 - 272, 44, 272, 435.2)
    mark = question_mark_xml(9, sign, look.name(look.palette.ghost), filled=look.filled)
    question = _title(asks, anchor="ctr", levels=(LevelStyle(look.scale.question),))
    tint, asking = look.name(look.palette.tint), look.name(look.palette.question)
    return (
        *_covers(look),
        LayoutDesign("Title and Content", "obj", rule + _title() + _content(3, 1)),
        LayoutDesign("Two Content", "twoObj", rule + _two(look)),
        LayoutDesign("Comparison", "twoTxTwoObj", rule + _comparison(look)),
        LayoutDesign("Picture with Caption", "picTx", rule + _picture(look)),
        LayoutDesign("Question", "", mark + question, asking),
        LayoutDesign("Key Point", "", rule + _key_point(look)),
        LayoutDesign("Summary", "", warm + _summary(look.scale), tint),
        LayoutDesign("Title Only", "titleOnly", rule + _title()),
        LayoutDesign("Blank", "blank", ""),
    )

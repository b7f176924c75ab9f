"""The layouts of the built-in template, each a row of `layouts`: name, kind, background, shapes."""

from dataclasses import dataclass

from triptych.geometry import Rect
from triptych.model.theme import Palette, Trim
from triptych.write.pptx.drawing import (
    FIELD,
    LevelStyle,
    paint,
    prompt,
    question_mark_xml,
    rule_xml,
    slot_xml,
)
from triptych.write.pptx.master import BODY, LEVELS_TEXT
from triptych.write.pptx.themes import scheme_name
from triptych.write.pptx.xml import HEAD, NAMESPACES, TREE_ROOT

_GAP = 32.0
_HALF = (BODY.width - _GAP) / 2
_RIGHT = BODY.x + _HALF + _GAP


@dataclass(frozen=True, slots=True)
class LayoutDesign:
    """A layout: its name, its `@type` (ECMA-376, 19.7.15; empty for a kind of our own), what is on it."""

    name: str
    kind: str
    shapes: str
    background: str = ""
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """What makes the layouts of one theme differ from another's."""

    palette: Palette
    trim: Trim
    filled: bool = True

    def name(self, color: str) -> str:
        """What slides call a colour of the palette."""
        return scheme_name(color, self.palette)

    def palette_color(self, name: str) -> str:
        """The colour that has a name in the palette."""
        return str(getattr(self.palette, name))


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
    trim, on, soft = look.trim, look.name(look.palette.on_cover), look.name(look.palette.on_cover_soft)
    rule = rule_xml(9, "Rule", Rect(48, 300, trim.cover_width, trim.cover_height), "accent2")
    band = rule_xml(8, "Band", Rect(0, 0, trim.band, 540), look.name(look.palette_color(trim.band_color)))
    cover = (
        rule
        + _title(Rect(48, 96, 864, 184), kind="ctrTitle", anchor="b", levels=(LevelStyle(44, color=on),))
        + slot_xml(
            3,
            "Subtitle 2",
            'type="subTitle" idx="1"',
            Rect(48, 324, 864, 96),
            levels=_plain(_flat(24, soft)),
            text=prompt("Subtitle"),
        )
        + _line(4, 13, Rect(48, 460, 864, 32), _flat(16, soft), "Author and date", anchor="b")
    )
    section = (
        (band if trim.band else "")
        + rule
        + _title(Rect(48, 96, 864, 184), anchor="b", levels=(LevelStyle(44, color=on),))
        + _line(3, 1, Rect(48, 324, 864, 96), _flat(24, soft), "Text")
    )
    ground = look.name(look.palette.cover)
    return (
        LayoutDesign("Title Slide", "title", cover, ground, soft),
        LayoutDesign("Section Header", "secHead", section, ground, soft),
    )


_TWO = (
    _title()
    + _content(3, 1, Rect(BODY.x, BODY.y, _HALF, BODY.height), half=True)
    + _content(4, 2, Rect(_RIGHT, BODY.y, _HALF, BODY.height), half=True)
)
_LABEL = _flat(20, "accent1", bold=True)
_COMPARISON = (
    _title()
    + _line(3, 1, Rect(BODY.x, BODY.y, _HALF, 32), _LABEL, "Label", anchor="b")
    + _content(4, 2, Rect(BODY.x, BODY.y + 40, _HALF, BODY.height - 40), half=True)
    + _line(5, 3, Rect(_RIGHT, BODY.y, _HALF, 32), _LABEL, "Label", anchor="b")
    + _content(6, 4, Rect(_RIGHT, BODY.y + 40, _HALF, BODY.height - 40), half=True)
)
_PICTURE = (
    _title()
    + slot_xml(
        3,
        "Picture Placeholder 2",
        'type="pic" idx="1"',
        Rect(BODY.x, BODY.y, BODY.width, 316),
        levels=_plain(_flat(18, "tx1")),
    )
    + _line(4, 2, Rect(BODY.x, 444, BODY.width, 40), _flat(14, "accent6"), "Caption")
)
_QUESTION = _title(Rect(48, 48, 736, 436), anchor="ctr", levels=(LevelStyle(40),))
_NUMBER_WIDTH = 56.0  # three digits at 32 bold
_KEY_POINT = (
    _title(Rect(48 + _NUMBER_WIDTH + 8, 24, 864 - _NUMBER_WIDTH - 8, 64))
    + slot_xml(
        3,
        "Number Placeholder 2",
        'type="body" sz="quarter" idx="20"',
        Rect(48, 24, _NUMBER_WIDTH, 64),
        anchor="b",
        levels=_plain(_flat(32, "accent1", bold=True)),
        text=prompt("1"),
    )
    + _content(4, 1)
)
_SUMMARY_LEVELS = (
    LevelStyle(26, margin=0, indent=0, line=1.1, bullet=""),
    LevelStyle(24, margin=28, indent=-28, line=1.1, bullet="•"),
    LevelStyle(20, margin=52, indent=-24, line=1.1, bullet="–"),
)
_SUMMARY = _title() + slot_xml(3, "Content Placeholder 2", 'idx="1"', levels=_SUMMARY_LEVELS, text=LEVELS_TEXT)


def layouts(look: Look) -> tuple[LayoutDesign, ...]:
    """Every layout, in the order in which an editor lists them."""
    rule = rule_xml(9, "Rule", Rect(48, 96, look.trim.rule_width, look.trim.rule_height), "accent1")
    warm = rule_xml(9, "Rule", Rect(48, 96, look.trim.rule_width, look.trim.rule_height), "accent2")
    mark = question_mark_xml(9, Rect(640, 44, 272, 435.2), look.name(look.palette.ghost), filled=look.filled)
    tint, asking = look.name(look.palette.tint), look.name(look.palette.question)
    return (
        *_covers(look),
        LayoutDesign("Title and Content", "obj", rule + _title() + _content(3, 1)),
        LayoutDesign("Two Content", "twoObj", rule + _TWO),
        LayoutDesign("Comparison", "twoTxTwoObj", rule + _COMPARISON),
        LayoutDesign("Picture with Caption", "picTx", rule + _PICTURE),
        LayoutDesign("Question", "", mark + _QUESTION, asking),
        LayoutDesign("Key Point", "", rule + _KEY_POINT),
        LayoutDesign("Summary", "", warm + _SUMMARY, tint),
        LayoutDesign("Title Only", "titleOnly", rule + _title()),
        LayoutDesign("Blank", "blank", ""),
    )

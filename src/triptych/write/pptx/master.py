"""The masters of the built-in template: what every slide and every notes page begins with."""

from triptych.geometry import Rect
from triptych.model.theme import Scale
from triptych.write.pptx.drawing import FIELD, LevelStyle, levels_xml, paint, prompt, slot_xml
from triptych.write.pptx.look import Look
from triptych.write.pptx.themes import is_dark
from triptych.write.pptx.xml import HEAD, NAMESPACES, TREE_ROOT

_LIGHT, _DARK = 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"', 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"'
_ACCENTS = (
    ' accent1="accent1" accent2="accent2" accent3="accent3"'
    ' accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
)
# where the text begins, how far the bullet hangs, bullet, space before
_BODY_LEVELS = (
    (28, -28, "•", 12),
    (52, -24, "–", 8),
    (72, -20, "•", 4),
    (92, -20, "–", 4),
    (112, -20, "•", 4),
    (132, -20, "–", 4),
    (152, -20, "•", 4),
    (172, -20, "–", 4),
    (192, -20, "•", 4),
)
_LEVEL_PROMPTS = ("Text", "Second level", "Third level", "Fourth level", "Fifth level")
LEVELS_TEXT = "".join(prompt(text, level) for level, text in enumerate(_LEVEL_PROMPTS))


def master_xml(layouts: int, look: Look) -> str:
    """The slide master. Its layouts are the relationships rId1 and on."""
    dark = is_dark(look.palette)
    ids = "".join(f'<p:sldLayoutId id="{2147483649 + n}" r:id="rId{n + 1}"/>' for n in range(layouts))
    shapes = (
        slot_xml(2, "Title Placeholder 1", 'type="title"', look.title, anchor="b", insets=True, text=prompt("Title"))
        + slot_xml(3, "Text Placeholder 2", 'type="body" idx="1"', look.body, anchor="t", insets=True, text=LEVELS_TEXT)
        + _foot(look)
    )
    return (
        f'{HEAD}<p:sldMaster {NAMESPACES} preserve="1"><p:cSld><p:bg><p:bgPr>{paint("bg1")}'
        f"<a:effectLst/></p:bgPr></p:bg><p:spTree>{TREE_ROOT}{shapes}</p:spTree></p:cSld>"
        f"<p:clrMap {_DARK if dark else _LIGHT}{_ACCENTS}/>"
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>{_text_styles(look.scale)}</p:sldMaster>"
    )


def _foot(look: Look) -> str:
    def small(align: str) -> tuple[LevelStyle, ...]:
        return (LevelStyle(size=look.scale.foot, color="accent6", align=align),)

    return (
        slot_xml(
            4,
            "Date Placeholder 3",
            'type="dt" sz="half" idx="2"',
            look.date,
            anchor="ctr",
            insets=True,
            levels=small("r"),
        )
        + slot_xml(
            5,
            "Footer Placeholder 4",
            'type="ftr" sz="quarter" idx="3"',
            look.footer,
            anchor="ctr",
            insets=True,
            levels=small("l"),
        )
        + slot_xml(
            6,
            "Slide Number Placeholder 5",
            'type="sldNum" sz="quarter" idx="4"',
            look.number,
            anchor="ctr",
            insets=True,
            levels=small("r"),
            text=FIELD,
        )
    )


def _text_styles(scale: Scale) -> str:
    sizes = (scale.body, scale.second, *(scale.third,) * (len(_BODY_LEVELS) - 2))
    title = LevelStyle(scale.title, True, "tx1", before=0, line=1.0, bullet="", align="l", font="mj")
    body = (
        LevelStyle(size, False, "tx1", margin, indent, before, 1.0, bullet, "l", "mn")
        for size, (margin, indent, bullet, before) in zip(sizes, _BODY_LEVELS, strict=True)
    )
    return (
        f"<p:txStyles><p:titleStyle>{levels_xml([title])}</p:titleStyle>"
        f"<p:bodyStyle>{levels_xml(body)}</p:bodyStyle><p:otherStyle>{default_levels()}</p:otherStyle></p:txStyles>"
    )


def default_levels(size: float = 18) -> str:
    """The style of text in boxes of its own."""
    styles = (LevelStyle(size, color="tx1", margin=36.0 * n, indent=0, align="l", font="mn") for n in range(9))
    return '<a:defPPr><a:defRPr lang="en-US"/></a:defPPr>' + levels_xml(styles)


def notes_master_xml() -> str:
    """The notes master: a picture of the slide above its notes."""
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image Placeholder 1"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="685800"/>'
        '<a:ext cx="5486400" cy="3086100"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="9525"><a:solidFill>'
        '<a:prstClr val="black"/></a:solidFill></a:ln></p:spPr></p:sp>'
    )
    notes = slot_xml(
        3,
        "Notes Placeholder 2",
        'type="body" sz="quarter" idx="3"',
        Rect(54, 320, 432, 344),
        insets=True,
        text=LEVELS_TEXT,
    )
    number = slot_xml(
        4,
        "Slide Number Placeholder 3",
        'type="sldNum" sz="quarter" idx="5"',
        Rect(386, 680, 100, 20),
        insets=True,
        levels=(LevelStyle(size=10, align="r"),),
        text=FIELD,
    )
    styles = levels_xml(
        LevelStyle(12, color="tx1", margin=18.0 * n, indent=0, before=4, align="l", font="mn") for n in range(9)
    )
    return (
        f"{HEAD}<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr>{paint('bg1')}<a:effectLst/></p:bgPr>"
        f"</p:bg><p:spTree>{TREE_ROOT}{image}{notes}{number}</p:spTree></p:cSld><p:clrMap {_LIGHT}{_ACCENTS}/>"
        f"<p:notesStyle>{styles}</p:notesStyle></p:notesMaster>"
    )

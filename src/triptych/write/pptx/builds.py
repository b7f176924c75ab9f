"""Click builds: the paragraphs of a placeholder that appear one after the other."""

from collections.abc import Sequence
from itertools import count

from triptych.model.deck import Fill, FormulaBox, Para, Slide, TextFill


def timing_xml(slide: Slide) -> str:
    """The slide's `p:timing` (ECMA-376, 19.5.87) for the texts that have builds; empty where none has.

    Shape ids follow the order of the slide's fills, from 2.
    """
    built = [(shape, fill) for shape, fill in enumerate(slide.fills, 2) if any(para.build for para in _paras(fill))]
    return _timing(built) if built else ""


def _paras(fill: Fill) -> Sequence[Para]:
    """The paragraphs that may appear one after the other."""
    if isinstance(fill, FormulaBox):
        return fill.text.paras
    return fill.paras if isinstance(fill, TextFill) else ()


def _timing(built: Sequence[tuple[int, Fill]]) -> str:
    ids = count(3)
    clicks = "".join(
        _click(shape, None if isinstance(fill, FormulaBox) else index, ids)
        for shape, fill in built
        for index, para in enumerate(_paras(fill))
        if para.build
    )
    listed = "".join(
        f'<p:bldP spid="{shape}" grpId="0"/>'
        if isinstance(fill, FormulaBox)
        else f'<p:bldP spid="{shape}" grpId="0" build="p"/>'
        for shape, fill in built
    )
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
        '<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>'
        f"{clicks}</p:childTnLst></p:cTn>"
        '<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>'
        '<p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst>'
        "</p:seq></p:childTnLst></p:cTn></p:par></p:tnLst>"
        f"<p:bldLst>{listed}</p:bldLst></p:timing>"
    )


def _click(shape: int, paragraph: int | None, ids: "count[int]") -> str:
    """One click: a paragraph appears, or the whole of a shape."""
    part = f'<p:txEl><p:pRg st="{paragraph}" end="{paragraph}"/></p:txEl>'
    target = f'<p:spTgt spid="{shape}"/>' if paragraph is None else f'<p:spTgt spid="{shape}">{part}</p:spTgt>'
    start = '<p:stCondLst><p:cond delay="{}"/></p:stCondLst><p:childTnLst>'
    end = "</p:childTnLst></p:cTn></p:par>"
    return (
        f'<p:par><p:cTn id="{next(ids)}" fill="hold">{start.format("indefinite")}'
        f'<p:par><p:cTn id="{next(ids)}" fill="hold">{start.format(0)}'
        f'<p:par><p:cTn id="{next(ids)}" presetID="1" presetClass="entr" presetSubtype="0" fill="hold" grpId="0" '
        f'nodeType="clickEffect">{start.format(0)}'
        f'<p:set><p:cBhvr><p:cTn id="{next(ids)}" dur="1" fill="hold">'
        '<p:stCondLst><p:cond delay="0"/></p:stCondLst></p:cTn>'
        f"<p:tgtEl>{target}</p:tgtEl>"
        "<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
        f'<p:to><p:strVal val="visible"/></p:to></p:set>{end}{end}{end}'
    )

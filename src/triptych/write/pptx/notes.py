"""Speaker notes: the notes page that belongs to a slide."""

from triptych.model.deck import Slide
from triptych.write.pptx.relations import Relations
from triptych.write.pptx.text import Context, TextStyle, paragraphs
from triptych.write.pptx.xml import HEAD, NAMESPACES, TREE_ROOT

_IMAGE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image 1"/>'
    '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
)


def notes_xml(slide: Slide, context: Context) -> tuple[str, Relations]:
    """The notes page of a slide, and what it refers to.

    Jumps to other slides are plain text here: a notes page relates to its own slide alone (ECMA-376, 13.3.5).
    """
    relations = Relations()
    relations.id("notes master", "")
    relations.id("slide", slide.id)
    style = TextStyle(Context(context.lang, context.scheme), bullets="own")
    xml = (
        f"{HEAD}<p:notes {NAMESPACES}><p:cSld><p:spTree>{TREE_ROOT}{_IMAGE}"
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes 2"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs(slide.notes, style, relations)}</p:txBody></p:sp>"
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
    return xml, relations

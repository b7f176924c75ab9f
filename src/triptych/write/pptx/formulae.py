"""Text with formulae that characters cannot say: equations as the choice, a picture of the text as the fallback."""

from triptych.model.deck import Drawn, FormulaBox, TextBox
from triptych.write.pptx.free_text import free_text_xml
from triptych.write.pptx.relations import Relations
from triptych.write.pptx.shapes import text_box_xml
from triptych.write.pptx.text import Context
from triptych.write.pptx.xml import RECTANGLE, escape, transform


def formula_xml(box: FormulaBox, number: int, context: Context, relations: Relations) -> str:
    """The box as a program with equations shows it, and its picture; both are one shape and say the same."""
    from triptych.write.pptx.equations import alternate  # late: few decks have a formula

    if isinstance(box.text, TextBox):
        native = text_box_xml(box.text, number, context, relations, "whole")
    else:
        native = free_text_xml(
            box.text, number, context, relations, name=box.name, alt=box.drawn.alt, equations="whole"
        )
    return alternate(native, drawn_xml(box.drawn, box.name, number, relations))


def drawn_xml(drawn: Drawn, name: str, number: int, relations: Relations) -> str:
    """What is drawn as a picture at its place, with its alternative text."""
    from triptych.write.pptx.ink import picture_of  # late: few decks have a formula

    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="{escape(name)}" descr="{escape(drawn.alt)}"/>'
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relations.picture(picture_of(drawn))}"/><a:stretch><a:fillRect/></a:stretch>'
        f"</p:blipFill><p:spPr>{transform(drawn.rect)}{RECTANGLE}</p:spPr></p:pic>"
    )

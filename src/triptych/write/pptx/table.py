"""Native tables: a deep header, hairlines between the rows, no vertical lines."""

from typing import Literal

from msgspec.structs import replace

from triptych.model.deck import TableBox, TableCell, TableRow
from triptych.write.pptx.relations import Relations
from triptych.write.pptx.text import Context, TextStyle, fill_xml, line_pitch, list_style, paragraphs
from triptych.write.pptx.xml import emu, escape, transform

_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # No Style, No Grid: every border is written on its cell
_FIRST_ID, _PER_TABLE = 10_000, 1_000
"""Shape ids of the pictures in tables: beyond those of the slide's fills, in the order of the tables."""
_NO_LINES = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))


def table_xml(box: TableBox, number: int, context: Context, relations: Relations) -> str:
    """A table whose first row is its header (ECMA-376, 21.1.3.15), all sizes explicit.

    Where cells have formulae that characters cannot say, it has equations as the choice; as the fallback it has
    pictures in front of cells without text.
    """
    drawn = [cell.drawn for row in box.rows for cell in row.cells if cell.drawn is not None]
    if not drawn:
        return _frame(box, number, context, relations, "cells")
    from triptych.write.pptx.equations import alternate  # late: few decks have a formula
    from triptych.write.pptx.formulae import drawn_xml

    native = _frame(box, number, context, relations, "whole")
    first = _FIRST_ID + number * _PER_TABLE
    pictures = (drawn_xml(one, f"Formula {k}", first + k, relations) for k, one in enumerate(drawn, 1))
    return alternate(native, _frame(_blanked(box), number, context, relations, "cells") + "".join(pictures))


def _blanked(box: TableBox) -> TableBox:
    """The table without the text for which there are pictures."""

    def blank(cell: TableCell) -> TableCell:
        return TableCell(()) if cell.drawn is not None else cell

    return replace(box, rows=tuple(replace(row, cells=tuple(map(blank, row.cells))) for row in box.rows))


def _frame(
    box: TableBox, number: int, context: Context, relations: Relations, equations: Literal["cells", "whole"]
) -> str:
    header = TextStyle(context, sizes=(box.size,), color=box.head_color, bold=True, equations=equations)
    body = TextStyle(context, sizes=(box.size,), color=box.ink, equations=equations)
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in box.widths)
    rows = "".join(
        _row(row, header if index == 0 else body, box, relations, is_header=index == 0)
        for index, row in enumerate(box.rows)
    )
    direction = ' rtl="1"' if box.rtl else ""
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="{escape(box.name)}"'
        f' descr="{escape(box.alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{transform(box.rect, 'p:xfrm')}"
        f'<a:graphic><a:graphicData uri="{_TABLE}"><a:tbl><a:tblPr{direction} firstRow="1"><a:tableStyleId>{_STYLE}'
        f"</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic>"
        "</p:graphicFrame>"
    )


def _row(row: TableRow, style: TextStyle, box: TableBox, relations: Relations, *, is_header: bool) -> str:
    properties = _cell_properties(box, style.context, is_header=is_header)
    pitch = max([line_pitch(cell.paras) for cell in row.cells], default=0.0)  # so that figures stand beside words
    style = replace(style, pitch=pitch) if pitch else style
    cells = "".join(_cell(cell, style, properties, relations) for cell in row.cells)
    return f'<a:tr h="{emu(row.height)}">{cells}</a:tr>'


def _cell(cell: TableCell, style: TextStyle, properties: str, relations: Relations) -> str:
    text = paragraphs(cell.paras, style, relations)
    levels = list_style(cell.paras, style) if style.equations == "whole" else "<a:lstStyle/>"
    return f"<a:tc><a:txBody><a:bodyPr/>{levels}{text}</a:txBody>{properties}</a:tc>"


def _cell_properties(box: TableBox, context: Context, *, is_header: bool) -> str:
    inset = box.insets
    line = fill_xml(box.rule if is_header else box.hairline, context.scheme)
    width = 9525 if box.head or not is_header else 19050
    bottom = f'<a:lnB w="{width}">{line}</a:lnB>'
    fill = fill_xml(box.head, context.scheme) if is_header and box.head else "<a:noFill/>"
    return (
        f'<a:tcPr marL="{emu(inset.left)}" marR="{emu(inset.right)}" marT="{emu(inset.top)}"'
        f' marB="{emu(inset.bottom)}">{_NO_LINES}{bottom}{fill}</a:tcPr>'
    )

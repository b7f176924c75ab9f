"""The workbook behind a chart: one sheet, as small as a spreadsheet program takes it, always the same bytes."""

from collections.abc import Sequence

from triptych.write.pptx.archive import archive
from triptych.write.pptx.xml import HEAD, escape

Value = str | float | None

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TYPES = (
    f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEET_TYPE}.worksheet+xml"/></Types>'
)
_BOOK = (
    f'{HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
)


def workbook(rows: Sequence[Sequence[Value]]) -> bytes:
    """The rows as an .xlsx file. Texts are texts, whatever they begin with: none becomes a formula."""
    sheet = "".join(_row(number, row) for number, row in enumerate(rows, 1))
    return archive(
        (
            ("[Content_Types].xml", _TYPES.encode()),
            ("_rels/.rels", _relation("officeDocument", "xl/workbook.xml")),
            ("xl/workbook.xml", _BOOK.encode()),
            ("xl/_rels/workbook.xml.rels", _relation("worksheet", "worksheets/sheet1.xml")),
            (
                "xl/worksheets/sheet1.xml",
                f'{HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{sheet}</sheetData></worksheet>'.encode(),
            ),
        )
    )


def _relation(kind: str, target: str) -> bytes:
    entry = f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{entry}</Relationships>'.encode()


def _row(number: int, row: Sequence[Value]) -> str:
    cells = "".join(_cell(f"{column(place)}{number}", value) for place, value in enumerate(row))
    return f'<row r="{number}">{cells}</row>'


def _cell(place: str, value: Value) -> str:
    """A cell (ECMA-376, 18.3.1.4); an empty one is left out."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value[:32767])}</t></is></c>'
    return f'<c r="{place}"><v>{digits(value)}</v></c>'


def digits(value: float) -> str:
    """A number as XML has it; whole ones without a point."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def column(place: int) -> str:
    """The letters of a column, counted from 0."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters

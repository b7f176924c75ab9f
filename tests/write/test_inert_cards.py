"""What strangers write is text in cards: no program for flashcards and no spreadsheet carries it out."""

import csv
import io
import re
import sqlite3
import zipfile
from html.parser import HTMLParser

import pytest
from reading import rewritten

from triptych.model.document import Document
from triptych.transform.cues import cues_of
from triptych.write.cards import write_anki, write_csv, write_tsv

ACTING = (
    "[latex]\\\\input{/etc/passwd}[/latex]",
    "\\[latex]x\\[/latex]",
    "[\\$]x[/\\$]",
    "[SOUND:a.mp3]",
    "[sound:a.mp3]",
    "[anki:tts lang=en_US]x[/anki:tts]",
    "$\\href{javascript:alert(1)}{x}$",
    "$x + \\url{javascript:alert(1)}$",
    "$\\htmlId{a}{x}$",
    "$\\includegraphics{a.png}$",
    "$\\mmlToken{mi}[href=javascript:alert(1)]{x}$",
    "$\\bbox[background: url(//example.org/a.png)]{x}$",
    "`<img src=x onerror=alert(1)>`",
    "<img src=x onerror=alert(1)>",
    "\\<img src=x onerror=alert(1)\\>",
    "&lt;svg onload=alert(1)&gt;",
    "[x](javascript:alert(1))",
    "$</anki-mathjax><img src=x onerror=alert(1)>$",
)
"""What would be carried out if it were not text."""
COMMANDS = re.compile(r"\[(/?latex|sound:|anki:|/?\$)", re.IGNORECASE)
MATHS = re.compile(r"\\\(.*?\\\)|\\\[.*?\\\]", re.DOTALL)
OUTWARD = re.compile(r"\\(href|url|html|style|include|require|input|class|cssId|mmlToken|bbox)", re.IGNORECASE)
FORMULAE = (
    "=1+2",
    "+1+2",
    "-2+3",
    "@SUM(A1)",
    "＝1+2",
    "＋1+2",
    "－2+3",
    "＠SUM(A1)",
    "﹦1+2",
    "﹢1+2",
    "﹣2+3",
    "﹫SUM(A1)",
    "=cmd\\|x",
    "\u00a0=1+2",
    "\u3000＝1",
)


class Tags(HTMLParser):
    """The tags of a text, and the names of their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {tag, *(f"{tag} {name}" for name, _ in attrs)}


def fields(document: Document) -> str:
    """All fields of the notes of a package, as Anki shows them."""
    data = write_anki(cues_of(document), document, {}, {}, 1_700_000_000)
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(zipfile.ZipFile(io.BytesIO(data)).read("collection.anki2"))
        return "\n".join(text for (text,) in connection.execute("select flds from notes"))
    finally:
        connection.close()


def tables(document: Document) -> tuple[str, str]:
    return write_csv(cues_of(document), document).decode("utf-8-sig"), write_tsv(cues_of(document)).decode()


@pytest.mark.parametrize("source", ["# A\n\n- **One {}**: it\n", "# A\n\n- **One**: {} it\n"])
@pytest.mark.parametrize("text", ACTING)
def test_nothing_acts_in_programs_for_flashcards(text: str, source: str) -> None:
    document = rewritten(source.replace("{}", text))
    html = fields(document)
    assert "One" in html
    assert not COMMANDS.search(html)
    assert not any(OUTWARD.search(formula) for formula in MATHS.findall(html))
    assert Tags(html).found <= {"div", "div lang", "div dir", "p", "span", "span class", "code"}
    for table in tables(document):
        assert "One" in table
        assert not COMMANDS.search(table)
        assert not re.search(r"<[A-Za-z/!?]|\\[(\[]", table)


@pytest.mark.parametrize("text", FORMULAE)
def test_nothing_is_a_formula_in_spreadsheets(text: str) -> None:
    document = rewritten(f"# A\n\n- **One**: {text}\n- **{text.strip()}**: two\n")
    commas, tabs = tables(document)
    cells = [cell for row in csv.reader(io.StringIO(commas, newline="")) for cell in row]
    cells += [cell for line in tabs.splitlines() for cell in line.split("\t")]
    said = text.strip().replace("\\", "")
    assert sum(said in cell for cell in cells) == 4
    assert not any(re.match(r"[\s\0]*[=+\-@＝＋－＠﹦﹢﹣﹫]", cell) for cell in cells)


@pytest.mark.parametrize("text", [text for text in FORMULAE if text.strip() == text])
def test_nothing_is_a_formula_where_semicolons_or_commas_part_cells(text: str) -> None:
    """Spreadsheets part cells as lists are parted in a country: a quote inside of a cell is mere text then."""
    document = rewritten(f"# A\n\n- **One**: x; {text}\n- **x;{text}**: two, {text}\n- **Two**: x\n  - y;'{text}\n")
    for table in tables(document):
        assert text.replace("\\", "")[1:] in table
        for parting in ";,\t":
            cells = [cell for row in csv.reader(io.StringIO(table, newline=""), delimiter=parting) for cell in row]
            cells += [cell for line in table.splitlines() for cell in line.split(parting)]
            assert not any(re.match(r"[\s\0\"']*[=+\-@＝＋－＠﹦﹢﹣﹫]", cell) for cell in cells)


def test_amounts_inside_a_text_stay_as_they_are() -> None:
    text = "colder; -5 °C\n"
    assert all(text.strip() in table for table in tables(rewritten(f"# A\n\n- **One**: {text}")))

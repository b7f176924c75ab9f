"""Cards for programs: notes that keep their identity, HTML that is whole, tables that open."""

import csv
import io
import json
import sqlite3
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pytest
from documents import NAMES, case, source
from generated import Written, documents
from hypothesis import HealthCheck, given, settings
from reading import rewritten

from triptych.build import Options, Source, build
from triptych.languages.words import word_in
from triptych.model.document import CalloutKind, Document, Meta
from triptych.products.cards import edited_at
from triptych.read.pictures.find import read_pictures
from triptych.transform.cues import cues_of
from triptych.write.cards import write_anki, write_csv, write_tsv

TEXT = (
    "---\ntitle: Treaties\n---\n\n# Six\n\nThe ==coal== came first.\n\n"
    "- **Rome**: *Signed* in `1957` & not < $x^2<3$.\n"
    "- **Energy**: as follows\n\n  $$E = mc^2$$\n\nEuler\n: A man.\n\n  ```\n  if a < b: \\(c\\)\n  ```\n"
)
VOID = ("br", "hr", "img")
CALLED = {kind: word_in("en", kind) for kind in get_args(CalloutKind)}


def read(text: str) -> Document:
    return rewritten(text)


def package(text: str, edited: int = 1_700_000_000) -> bytes:
    document = read(text)
    return write_anki(cues_of(document), document, {}, CALLED, edited)


def rows(data: bytes, query: str) -> list[tuple[Any, ...]]:
    """What the collection in a package answers."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(zipfile.ZipFile(io.BytesIO(data)).read("collection.anki2"))
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def notes(data: bytes) -> dict[str, list[str]]:
    """The fields of each note by its identity."""
    return {guid: fields.split("\x1f") for guid, fields in rows(data, "select guid, flds from notes")}


class _Nesting(HTMLParser):
    """Collects the text of HTML and fails where its elements do not close as they opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open += [] if tag in VOID else [tag]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(html: str) -> str:
    parser = _Nesting()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return parser.text


def test_a_note_has_both_sides_and_where_it_is_from() -> None:
    found = {shown(front): (back, where) for front, back, where in notes(package(TEXT)).values()}
    assert set(found) == {"The ____ came first.", "Rome", "Energy", "Euler"}
    assert shown(found["Rome"][0]) == r"Signed in 1957 & not < \(x^2<3\)."
    assert "<em>Signed</em> in <code>1957</code> &amp; not &lt;" in found["Rome"][0]
    assert r"\[E = mc^2\]" in found["Energy"][0]
    assert '<pre dir="ltr"><code>if a &lt; b: \\(c\\)</code></pre>' in found["Euler"][0]
    assert {where for _, where in found.values()} == {"Six · Treaties"}


def test_what_would_command_anki_is_text() -> None:
    found = notes(package("# A\n\n- **B**: \\\\(x\\\\) and [sound:x.mp3] and [\\$]y[/\\$]\n- **C**: d\n"))
    html = next(back for front, back, _ in found.values() if shown(front) == "B")
    assert shown(html) == r"\(x\) and [sound:x.mp3] and [$]y[/$]"
    assert not any(command in html for command in (r"\(", "[sound:", "[$]"))


def test_identities_stay_when_the_answer_is_edited_and_the_time_grows() -> None:
    before, after = package(TEXT, 1_700_000_000), package(TEXT.replace("A man.", "A great man."), 1_700_000_001)
    assert notes(before).keys() == notes(after).keys()
    assert notes(before) != notes(after)
    for table, column in (("notes", "mod"), ("cards", "mod")):
        assert rows(before, f"select distinct {column} from {table}") == [(1_700_000_000,)]
    ids = "select distinct did from cards"
    assert rows(before, ids) == rows(after, ids) != rows(package(TEXT.replace("Treaties", "Others")), ids)
    assert notes(before).keys().isdisjoint(notes(package(TEXT.replace("Treaties", "Others"))))


def test_the_same_cues_are_the_same_bytes() -> None:
    assert package(TEXT) == package(TEXT)
    archive = zipfile.ZipFile(io.BytesIO(package(TEXT)))
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("name", NAMES)
def test_packages_of_cases(name: str) -> None:
    document = case(name).document
    pictures, _ = read_pictures(document, source(name).parent)
    cues = cues_of(document)
    data = write_anki(cues, document, pictures, CALLED, 0)
    assert len(notes(data)) == len(cues) == rows(data, "select count(*) from cards")[0][0]
    archive = zipfile.ZipFile(io.BytesIO(data))
    media = json.loads(archive.read("media"))
    fields = [field for note in notes(data).values() for field in note]
    for number, picture in media.items():
        assert any(f'src="{picture}"' in field for field in fields)
        assert archive.read(number)
    for field in fields:
        shown(field)
    assert (name == "lecture") <= bool(media)
    if name == "hebrew":
        assert all('dir="rtl"' in field for field in fields[:2])


@settings(max_examples=30, derandomize=True, suppress_health_check=list(HealthCheck))
@given(documents())
def test_packages_and_tables_of_made_up_documents(made: Written) -> None:
    document = read(made.text)
    cues = cues_of(document)
    for note in notes(write_anki(cues, document, {}, CALLED, 0)).values():
        for field in note:
            shown(field)
    lines = write_tsv(cues).decode().splitlines()
    assert [line.count("\t") for line in lines] == [1] * len(cues)
    table = list(csv.reader(io.StringIO(write_csv(cues, document).decode("utf-8-sig"), newline="")))
    assert [len(row) for row in table] == [4] * (len(cues) + 1)


# --- tables ----------------------------------------------------------------------------------------


def test_a_table_for_spreadsheets() -> None:
    document = read("# Six\n\n- **One**: =1+2\n- **Two**: -40 °C\n- **Three**: -2+3\n- **Four**: a\\\n  b\n")
    data = write_csv(cues_of(document), document)
    assert data.startswith("\ufefffront,back,section,kind\r\n".encode())
    table = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))[1:]
    assert [row[1] for row in table] == ["'=1+2", "-40 °C", "'-2+3", "a\nb"]
    assert {tuple(row[2:]) for row in table} == {("Six", "point")}


def test_a_table_for_pasting() -> None:
    document = read("# Six\n\n- **One**: a\\\n  b\n- **H**: x^2^ and H~2~O, $x^2$\n")
    assert write_tsv(cues_of(document)).decode() == "One\ta / b\nH\tx² and H₂O, x²\n"


# --- the files of a build --------------------------------------------------------------------------


def test_a_build_writes_cards_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "six.md"
    path.write_text(TEXT, encoding="utf-8")
    result = build(Source(path, "six.md", "six"), tmp_path / "out", Options(only=("cards",)))
    assert [problem.severity for problem in result.problems] == ["note"]  # it has no date
    assert {file.name for file in result.files} == {f"six-cards.{end}" for end in ("pdf", "apkg", "csv", "tsv")}


def test_a_document_without_cues_says_so(tmp_path: Path) -> None:
    path = tmp_path / "none.md"
    path.write_text("# None\n\nNothing to ask.\n", encoding="utf-8")
    result = build(Source(path, "none.md", "none"), tmp_path / "out", Options(also=("cards",)))
    assert not [file for file in result.files if "cards" in file.name]
    assert any("no cards" in problem.message and problem.hint for problem in result.problems)


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2026-11-26", 1_795_651_200), ("2026-11-26 10:30", 1_795_689_000), ("26 November", None), ("2026-13-40", None)],
)
def test_cards_are_as_old_as_the_document_says(date: str, expected: int | None) -> None:
    assert edited_at(Document(Meta(date=date), ())) == expected


_IMPORTING = """
import sys
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
collection = Collection(sys.argv[1])
for path in sys.argv[2:]:
    options = ImportAnkiPackageOptions()
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=path, options=options))
    found = [collection.get_note(note).fields[1] for note in collection.find_notes("")]
    print(len(found), sum("great" in back for back in found))
"""


def test_anki_itself_takes_a_package_once_and_then_its_changes(tmp_path: Path) -> None:
    pytest.importorskip("anki")
    edits = (TEXT, TEXT, TEXT.replace("A man.", "A great man."))
    for number, text in enumerate(edits):
        (tmp_path / f"{number}.apkg").write_bytes(package(text, 1_700_000_000 + number))
    paths = [str(tmp_path / f"{number}.apkg") for number in range(len(edits))]
    command = [sys.executable, "-c", _IMPORTING, str(tmp_path / "c.anki2"), *paths]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said.split("\n")[:3] == ["4 0", "4 0", "4 1"]

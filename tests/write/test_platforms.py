"""Questions for learning platforms, as other programs read them."""

import io
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path
from typing import Any

import pytest

from triptych.build import Options, Result, Source, build

TEXT = r"""---
title: Tides $& {more}
---

# Tides

The moon pulls at the sea, and the sea follows.

::: question {points=2}
What is $E = mc^2$ for {x} = 3~4 # a: b?

- [ ] Paris \{1:SHORTANSWER:=x} `]]>`
- [x] Rome `<script>alert(1)</script>`
- [x] Both & more
- [ ] None
:::

::: question
The moon pulls at the sea.

answer: true
:::

::: question
How fast?

answer: 9,8 ± 0.1 m/s²
:::

::: question
The ==moon== pulls {2:x} at the ==sea} #~==.
:::

::: question
Why?

answer: Because of **gravity**.
explanation: See below.
:::

::: question
Match.

- moon -> rock
- sea -> water
- sun -> gas
:::

::: question
Order.

{.ordering}
1. first
2. second
3. third
:::

::: question
=cmd|'x'!A1 is what?

answer: @SUM(1)|x
:::
"""
ALL = "moodle gift qti kahoot quizlet"


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Result:
    """The questions of the document on all platforms."""
    folder = tmp_path_factory.mktemp("questions")
    (folder / "a.md").write_text(TEXT, encoding="utf-8")
    forms = (("questions", ALL),)
    return build(Source(folder / "a.md", "a.md", "a"), folder / "out", Options(only=("test",), forms=forms))


def data(result: Result, ending: str) -> bytes:
    return next(path.read_bytes() for path in result.files if path.name.endswith(ending))


def test_every_platform_gets_its_file(result: Result) -> None:
    assert not result.failed
    assert [path.name for path in result.files if "questions" in path.name] == [
        "a-questions-moodle.xml",
        "a-questions.gift",
        "a-questions-qti.zip",
        "a-questions-kahoot.xlsx",
        "a-questions-quizlet.tsv",
    ]


def test_moodle_has_each_question_in_its_own_type(result: Result) -> None:
    quiz = ET.fromstring(data(result, ".xml"))
    kinds = [question.get("type") for question in quiz]
    assert [a.findtext("text") for a in quiz[2].findall("answer") if a.get("fraction") == "100"] == ["true"]
    assert kinds == ["category", "multichoice", "multichoice", "numerical", "cloze", "essay", "matching", "matching",
                     "essay"]  # fmt: skip
    choice = quiz[1]
    assert [(a.get("fraction"), a.findtext("text")) for a in choice.findall("answer")][1:3] == [
        ("50", "Rome <code>&lt;script&gt;alert(1)&lt;/script&gt;</code>"),
        ("50", "Both &amp; more"),
    ]
    assert choice.findtext("defaultgrade") == "2"
    assert r"\(E = mc^2\)" in str(choice.findtext("questiontext/text"))
    assert quiz[3].findtext("answer/text") == "9.8"
    assert quiz[3].findtext("answer/tolerance") == "0.1"
    cloze = str(quiz[4].findtext("questiontext/text"))
    assert re.findall(r"(?<!&#123;)\{(.*?)(?<!\\)\}", cloze) == ["1:SHORTANSWER:=moon", r"1:SHORTANSWER:=sea\} \#\~"]
    assert "{2:x" not in cloze
    assert "gravity" in str(quiz[5].findtext("graderinfo/text"))
    assert [s.findtext("answer/text") for s in quiz[6].findall("subquestion")] == ["rock", "water", "gas"]
    order = {str(s.findtext("text")): s.findtext("answer/text") for s in quiz[7].findall("subquestion")}
    assert order == {"<p>first</p>": "1", "<p>second</p>": "2", "<p>third</p>": "3"}


def _gift(text: bytes) -> list[dict[str, Any]]:
    """What the parser of another project makes of GIFT."""
    code = (
        "const g = require('gift-pegjs'); let s = require('fs').readFileSync(0, 'utf8');"
        "console.log(JSON.stringify(g.parse(s)))"
    )
    if not shutil.which("node"):
        pytest.skip("needs node")
    done = subprocess.run(["node", "-e", code], input=text, capture_output=True)
    if b"Cannot find module" in done.stderr:
        pytest.skip("needs the npm package gift-pegjs in NODE_PATH")
    assert done.returncode == 0, done.stderr[-500:]
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def test_gift_is_read_by_a_parser_of_others(result: Result) -> None:
    found = _gift(data(result, ".gift"))
    assert [one["type"] for one in found] == ["Category", "MC", "MC", "Numerical", "Matching", "Essay", "Matching",
                                              "Matching", "Essay"]  # fmt: skip
    assert "{x} = 3~4 # a: b?" in found[1]["stem"]["text"]
    assert [choice["weight"] for choice in found[1]["choices"]] == [-50, 50, 50, -50]
    assert [pair["subanswer"] for pair in found[6]["matchPairs"]] == ["rock", "water", "gas"]
    assert found[3]["choices"] == {"type": "range", "number": 9.8, "range": 0.1} or "9.8" in json.dumps(found[3])


def test_nothing_in_a_gift_text_means_anything(result: Result) -> None:
    text = data(result, ".gift").decode()
    for block in text.split("\n\n")[1:]:
        bare = re.sub(r"\\.", "", block)
        assert bare.count("{") == bare.count("}") == (1 if bare.strip() else 0)


def test_qti_is_a_package_of_well_formed_items(result: Result) -> None:
    with zipfile.ZipFile(io.BytesIO(data(result, "qti.zip"))) as package:
        manifest = ET.fromstring(package.read("imsmanifest.xml"))
        names = [str(one.get("href")) for one in manifest.iter() if one.tag.endswith("}resource")]
        assert sorted(["imsmanifest.xml", *names]) == sorted(package.namelist())
        items = [ET.fromstring(package.read(name)) for name in names]
    space = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
    kinds = [next(e.tag for e in item.iter() if e.tag.endswith("Interaction")).removeprefix(space) for item in items]
    assert kinds == ["choiceInteraction", "choiceInteraction", "textEntryInteraction", "textEntryInteraction",
                     "extendedTextInteraction", "matchInteraction", "orderInteraction",
                     "extendedTextInteraction"]  # fmt: skip
    for item in items:
        declared = {one.get("identifier") for one in item.iter(f"{space}responseDeclaration")}
        used = {one.get("responseIdentifier") for one in item.iter() if one.get("responseIdentifier")}
        assert declared == used
        known = {one.get("identifier") for one in item.iter() if one.tag.endswith("Choice")}
        for value in item.iter(f"{space}value"):
            if re.fullmatch(r"[clrs]\d+( r\d+)?", str(value.text)):
                assert set(str(value.text).split()) <= known
    assert [one.text for one in items[0].iter(f"{space}value")][:2] == ["c2", "c3"]
    tags = {one.tag.removeprefix(space) for item in items for one in item.iter()}
    assert not tags & {"mark", "script", "figure"}
    assert len(list(items[3].iter(f"{space}textEntryInteraction"))) == 2


def test_kahoot_gets_what_it_can_show_and_the_others_are_told(result: Result) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(io.BytesIO(data(result, "kahoot.xlsx"))).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=8)]
    assert rows[0][1] == "Question - max 120 characters"
    assert [row[0] for row in rows[1:]] == [1, 2]
    assert rows[1][2:] == [r"Paris {1:SHORTANSWER:=x} ]]>", "Rome <script>alert(1)</script>", "Both & more", "None",
                           20, "2,3"]  # fmt: skip
    assert rows[2][2:4] == ["true", "false"]
    assert rows[2][7] == 1
    assert any("6 of 8 questions are not in the table" in problem.message for problem in result.problems)


def test_quizlet_gets_a_line_for_each_and_nothing_in_it_acts(result: Result) -> None:
    lines = data(result, ".tsv").decode().splitlines()
    assert len(lines) == 8
    assert all(line.count("\t") == 1 for line in lines)
    for cell in (cell for line in lines for cell in line.split("\t")):
        assert not re.match(r"[=+\-@]\D", cell)
    assert "moon" in lines[5]
    assert "rock" in lines[5]


def test_the_same_questions_give_the_same_bytes(result: Result, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    forms = (("questions", ALL),)
    again = build(Source(tmp_path / "a.md", "a.md", "a"), tmp_path / "o", Options(only=("test",), forms=forms))
    assert [path.read_bytes() for path in again.files] == [path.read_bytes() for path in result.files]


def test_a_document_can_ask_for_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT.replace("---\n\n# T", "questions: gift\n---\n\n# T"), encoding="utf-8")
    made = build(Source(tmp_path / "a.md", "a.md", "a"), tmp_path / "o")
    assert "a-questions.gift" in [path.name for path in made.files]
    only = build(Source(tmp_path / "a.md", "a.md", "b"), tmp_path / "o", Options(only=("deck",)))
    assert [path.name for path in only.files] == ["b-deck.pptx"]


def test_qti_is_read_by_a_reader_of_others(result: Result, tmp_path: Path) -> None:
    parser = pytest.importorskip("onyx2moodle.parser")
    with zipfile.ZipFile(io.BytesIO(data(result, "qti.zip"))) as package:
        package.extractall(tmp_path)
    items = [parser.parse_item(path) for path in sorted(tmp_path.rglob("*.xml")) if path.name != "imsmanifest.xml"]
    kinds = [one.kind for item in items for one in item.interactions]
    assert kinds[:4] == ["choice", "choice", "textEntry", "textEntry"]
    assert kinds.count("match") == 1
    first = items[0]
    (declared,) = [one for one in first.response_decls.values() if one.identifier == "RESPONSE"]
    (asked,) = first.interactions
    assert (declared.cardinality, declared.correct_values) == ("multiple", ["c2", "c3"])
    assert set(declared.correct_values) < {choice.identifier for choice in asked.choices}
    match = next(item for item in items if item.interactions[0].kind == "match")
    pairs = [value.split() for value in next(iter(match.response_decls.values())).correct_values]
    sides = match.interactions[0]
    assert [pair[0] for pair in pairs] == [choice.identifier for choice in sides.match_sources]
    assert {pair[1] for pair in pairs} <= {choice.identifier for choice in sides.match_targets}


def test_moodle_is_read_by_a_reader_of_others(result: Result) -> None:
    parser = pytest.importorskip("moodle_xml_parser.parser")
    found = parser.parse_bytes(data(result, "moodle.xml"))
    choices, (cloze,) = found["multichoice"], found["cloze"]
    assert [choice.single for choice in choices] == [False, True]
    assert [option.score_fraction for option in choices[0].options] == [-50.0, 50.0, 50.0, -50.0]
    first = cloze.gaps[0]  # it knows no characters that are escaped, as they are in the second one
    assert (first.sub_type, [(option.answer, option.score) for option in first.options]) == (
        "SHORTANSWER",
        [("moon", 100)],
    )


def test_what_is_typed_in_is_no_pattern_and_no_share(tmp_path: Path) -> None:
    """A star would stand for every answer, a share of percent at the start for less than the whole points."""
    texts = ("It is ==*==.", "It is ==%50%x==.", "Which?\n\nanswer: a*b {.number}")
    (tmp_path / "a.md").write_text("# A\n\n" + "".join(f"::: question\n{text}\n:::\n\n" for text in texts))
    forms = (("questions", "moodle gift"),)
    made = build(Source(tmp_path / "a.md", "a.md", "a"), tmp_path / "out", Options(only=("test",), forms=forms))
    gift, moodle = data(made, ".gift").decode(), data(made, "moodle.xml").decode()
    assert r"{=\\*}" in gift
    assert "{=%100%%50%x}" in gift
    assert r"{1:SHORTANSWER:=\*}" in moodle


def test_no_filter_of_moodle_finds_a_formula_in_a_text(tmp_path: Path) -> None:
    text = "[tex]x[/tex], [TeX]y[/TeX], @@z@@ and `@@@w@@@` are what?"
    (tmp_path / "a.md").write_text(f"# A\n\n::: question\n{text}\n\nanswer: {text}\n:::\n")
    forms = (("questions", "moodle gift"),)
    made = build(Source(tmp_path / "a.md", "a.md", "a"), tmp_path / "out", Options(only=("test",), forms=forms))
    moodle, gift = data(made, "moodle.xml").decode(), data(made, ".gift").decode()
    shown = re.findall(r"CDATA\[(.*?)\]\]>", moodle) + re.findall(r"\[html\](.*)", gift)
    assert any("z" in html for html in shown)
    assert not any(re.search(r"\[/?tex|@@", html, re.IGNORECASE) for html in shown)

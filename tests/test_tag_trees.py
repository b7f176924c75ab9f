"""What a screen reader is told of each printed product: its tag tree as text, with its languages, in reading order."""

import io
from pathlib import Path
from textwrap import dedent

import pytest
from PIL import Image
from reading_pdf import open_pdf
from tag_text import tag_text

import triptych

SOURCE = """\
---
title: Bread
lang: en
date: 2026-01-05
---

# What is bread made of?

The French say [du pain]{lang=fr}. HTML is no bread, and HTML is not eaten.

- flour
  1. rye
- water

- [x] baked
- [ ] eaten

![A round loaf](loaf.png "Fresh bread"){.essential}

![](loaf.png){.decorative}

| Kind | Share |
|------|------:|
| rye  |    10 |

Table: Flours

Yeast
: What makes dough rise.

> Give us this day.
>
> — A prayer

*[HTML]: HyperText Markup Language
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("bread")
    (where / "bread.md").write_text(SOURCE)
    out = io.BytesIO()
    Image.new("RGB", (80, 80), "brown").save(out, "PNG")
    (where / "loaf.png").write_bytes(out.getvalue())
    return where


def place(part: str, tree: str) -> int:
    """In which line of a tree some lines stand, one behind the other, however deep; fails if they do not."""
    wanted, lines = dedent(part).strip().split("\n"), tree.split("\n")
    for at, line in enumerate(lines):
        deep = " " * (len(line) - len(line.lstrip(" ")))
        if lines[at : at + len(wanted)] == [deep + want for want in wanted]:
            return at
    raise AssertionError(f"not there:\n{part}\nin:\n{tree}")


def tree(folder: Path, product: str, file: str = "", form: str = "") -> str:
    out = folder / f"{product} {form}"
    forms = {product: form} if form else {}
    triptych.build(folder / "bread.md", out, only=(product,), forms=forms)
    return tag_text(open_pdf((out / "bread" / f"bread-{file or product}.pdf").read_bytes()))


TEXT = """
P
  : The French say
  Span Lang=fr: du pain
  : .
  Span E=HyperText Markup Language: HTML
  : (HyperText Markup Language) is no bread, and
  Span E=HyperText Markup Language: HTML
  : is not eaten.
"""
LIST = """
L Disc
  LI
    Lbl: •
    LBody
      P: flour
      L Decimal
        LI
          Lbl: 1.
          LBody
            P: rye
  LI
    Lbl: •
    LBody
      P: water
"""
TASKS = """
LI
  Lbl ActualText=done: ●
  LBody
    P: baked
LI
  Lbl ActualText=to do: ○
  LBody
    P: eaten
"""
FIGURE = """
Figure Alt=A round loaf
  Caption: Figure 1. Fresh bread
"""
TABLE = """
Table
  THead
    TR
      TH Column: Kind
      TH Column: Share
  TBody
    TR
      TD: rye
      TD: 10
  Caption: Table 1. Flours
"""
DEFINITION = """
L None
  LI
    Lbl: Yeast
    LBody
      P: What makes dough rise.
"""
QUOTATION = """
BlockQuote
  P: Give us this day.
  P: — A prayer
"""
EVERYTHING = (TEXT, LIST, TASKS, FIGURE, TABLE, DEFINITION, QUOTATION)


def test_the_handout_says_all_that_it_shows_in_order(folder: Path) -> None:
    made = tree(folder, "handout")
    assert made.startswith("H1: Bread\nP: 2026-01-05\nSect\n  H2: What is bread made of?\n")
    places = [place(part, made) for part in EVERYTHING]
    assert places == sorted(places)
    assert made.count("Figure") == 2  # the element and its label: what decorates is none


def test_the_sheet_has_lists_tables_and_captions(folder: Path) -> None:
    made = tree(folder, "cheat-sheet")
    place(TEXT, made)
    place(
        """
        L Disc
          LI
            Lbl: •
            LBody
              : flour
              L Decimal
                LI
                  Lbl: 1.
                  LBody: rye
          LI
            Lbl: •
            LBody: water
          LI
            Lbl ActualText=done: ●
            LBody: baked
          LI
            Lbl ActualText=to do: ○
            LBody: eaten
        Figure Alt=A round loaf
          Caption: Figure 1. Fresh bread
        Table
          Caption: Flours
          TR
            TH Column: Kind
            TH Column: Share
          TR
            TD: rye
            TD: 10
        L None
          LI
            Lbl: Yeast:
            LBody: What makes dough rise.
        P: Give us this day. —\u00a0A prayer
        """,
        made,
    )


def test_cards_say_their_question_then_their_topic_then_their_answer(folder: Path) -> None:
    made = tree(folder, "cards")
    topic = "What is bread made of? · Bread"
    place(
        f"""
        Sect
          H1: Yeast
          P ActualText={topic}: {topic}
          P: What makes dough rise.
        """,
        made,
    )
    for part in EVERYTHING:
        place(part, made)


def test_a_test_does_not_tell_what_abbreviations_stand_for(folder: Path) -> None:
    made = tree(folder, "test")
    assert "Span Lang=fr: du pain" in made
    assert "E=HyperText" not in made


def test_slides_on_paper_have_tables_that_can_be_read(folder: Path) -> None:
    made = tree(folder, "handout", form="slides-3")
    place(
        """
        Table
          TR
            TH Column
              P: Kind
            TH Column
              P: Share
          TR
            TD
              P: rye
            TD
              P: 10
        """,
        made,
    )
    place(
        """
        LI
          Lbl ActualText=done: ●
          LBody: baked
        LI
          Lbl ActualText=to do: ○
          LBody: eaten
        """,
        made,
    )
    assert "Span Lang=fr: du pain" in made
    assert made.count("Figure Alt") == 1


def test_a_picture_is_never_called_by_its_file(folder: Path) -> None:
    (folder / "bare.md").write_text("---\nlang: de\n---\n\n# Brot\n\nBrot ist gut.\n\n![](loaf.png)\n")
    triptych.build(folder / "bare.md", folder / "bare")
    made = tag_text(open_pdf((folder / "bare" / "bare" / "bare-handout.pdf").read_bytes()))
    assert "Figure Alt=Abbildung" in made
    assert "loaf" not in made


def test_a_picture_that_decorates_is_marked_so_on_slides(folder: Path) -> None:
    import zipfile

    source = "# Bread\n\nBread is baked in an oven.\n\n![](loaf.png){.decorative}\n\n## Loaf\n\n![A loaf](loaf.png)\n"
    (folder / "slides.md").write_text(source)
    triptych.build(folder / "slides.md", folder / "slides", only=("deck",), forms={"deck": "full"})
    with zipfile.ZipFile(folder / "slides" / "slides" / "slides-deck.pptx") as deck:
        slides = [deck.read(name).decode() for name in deck.namelist() if name.startswith("ppt/slides/slide")]
    pictures = [part.split("</p:cNvPr>")[0] for slide in slides for part in slide.split("<p:pic>")[1:]]
    decorative = [picture for picture in pictures if "adec:decorative" in picture]
    assert [' descr=""' in picture for picture in decorative] == [True]
    assert [picture for picture in pictures if "loaf" in picture.lower()] == [
        picture for picture in pictures if 'descr="A loaf"' in picture
    ]


def test_the_sheet_has_the_terms_of_definitions_as_labels(folder: Path) -> None:
    (folder / "terms.md").write_text(
        "# Bread\n\n- flour\n\nYeast\n: What makes dough rise. It lives.\n\nSalt\n: What *keeps*.\n\nAll is eaten.\n"
    )
    triptych.build(folder / "terms.md", folder, only=("cheat-sheet",))
    made = tag_text(open_pdf((folder / "terms" / "terms-cheat-sheet.pdf").read_bytes()))
    place(
        """
        L Disc
          LI
            Lbl: •
            LBody: flour
        L None
          LI
            Lbl: Yeast:
            LBody: What makes dough rise. It lives.
          LI
            Lbl: Salt:
            LBody: What keeps.
        P: All is eaten.
        """,
        made,
    )


def test_a_picture_in_a_line_is_called_by_its_words_or_what_it_is_but_never_by_its_file(folder: Path) -> None:
    line = "Ein ![Laib](loaf.png){width=9px} und ![](loaf.png){width=9px} und ![](loaf.png){.decorative width=9px}."
    (folder / "lines.md").write_text(f"---\nlang: de\n---\n\n# Brot\n\n{line}\n")
    result = triptych.build(folder / "lines.md", folder, only=("handout",))
    made = tag_text(open_pdf((folder / "lines" / "lines-handout.pdf").read_bytes()))
    place(
        """
        P
          : Ein
          Figure Alt=Laib
          : und
          Figure Alt=Abbildung
        """,
        made,
    )
    assert "loaf" not in made
    assert made.count("Figure") == 2
    assert [(p.line, p.message) for p in result.problems if "alternative" in p.message] == [
        (7, "picture without alternative text: loaf.png")
    ]

"""One handout of all documents: each is a chapter, and nothing of one is taken for something of another."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from reading_pdf import marks

from triptych.model import document as doc
from triptych.model.queries import images_of, plain, walk_sections
from triptych.model.walk import walk
from triptych.read.source import read_source
from triptych.transform import transform
from triptych.transform.joined import Chapter, Joined, joined

Run = Callable[..., tuple[int, str, str]]
ONE = """# Start {#start}

See @fig:map and [the start](#start).[^1]

![A map](map.png "The map"){#fig:map}

[^1]: A note of the first.
"""
TWO = """---
title: Second
lang: de
---

Vorweg.

# Start {#start}

Siehe @fig:map und [den Anfang](#start).[^1]

![Eine Karte](map.png "Die Karte"){#fig:map}

[^1]: Eine Anmerkung.
"""


def whole(*texts: str) -> Joined:
    chapters = [
        Chapter(read_source(text.encode(), f"{n}.md")[0], f"week {n}", text.count("\n") + 1)
        for n, text in enumerate(texts, 1)
    ]
    return joined(chapters, doc.Meta("All", lang="en"))


def test_ids_of_several_documents_are_kept_apart() -> None:
    document, problems = transform(whole(ONE, TWO, ONE).document)
    assert problems == ()
    ids = [section.id for section in walk_sections(document.sections)]
    assert len(ids) == len(set(ids)) == 6
    first, second, third = document.sections
    for chapter in (first, second, third):
        figure = next(node for node in walk(chapter) if isinstance(node, doc.Figure))
        targets = [node.target for node in walk(chapter) if isinstance(node, doc.Link)]
        assert targets == [f"#{figure.attributes.id}", f"#{chapter.sections[0].id}"]


def test_what_counts_counts_through() -> None:
    document, _ = transform(whole(ONE, TWO).document)
    assert [node.number for node in walk(document) if isinstance(node, doc.Figure)] == [1, 2]
    assert [note.number for note in document.footnotes] == [1, 2]
    assert [node.number for node in walk(*document.sections) if isinstance(node, doc.FootnoteCall)] == [1, 2]
    assert [image.source for image in images_of(document)] == ["week 1/map.png", "week 2/map.png"]


def test_a_chapter_begins_with_what_stands_before_its_first_heading() -> None:
    document = whole(ONE, TWO).document
    assert [plain(section.title) for section in document.sections] == ["Start", "Second"]
    first = document.sections[1].blocks[0]
    assert isinstance(first, doc.Paragraph)
    assert plain(first.inlines) == "Vorweg."
    assert all(part.level == section.level + 1 for section in document.sections for part in section.sections)


def test_words_say_their_language_in_a_chapter_of_another() -> None:
    _, second = whole(ONE, "---\nlang: de\n---\n\n# Eins\n\nDas [one]{lang=en} *sehr*.\n").document.sections
    said = [(node.lang, plain(node.children)) for node in walk(second) if isinstance(node, doc.Passage)]
    assert ("en", "one") in said
    assert ("de", "sehr") in said
    assert ("de", "one") not in said


def test_a_line_of_the_whole_is_one_of_a_chapter() -> None:
    together = whole(ONE, TWO)
    lines = [node.line for node in walk(together.document) if isinstance(node, doc.Figure)]
    assert [together.place(line) for line in lines] == [(0, 5), (1, 12)]


def test_a_work_that_means_two_is_told() -> None:
    head = "---\nbibliography: b.bib\n---\n\n# A\n\nSays @a.\n"
    books = [f"@book{{a, author = {{Author, {name}}}, title = {{T}}, year = {{2000}}}}\n" for name in ("Ann", "Ben")]
    chapters = [
        Chapter(read_source(head.encode(), "a.md", lambda name, text=text: text.encode())[0], "", 8) for text in books
    ]
    together = joined(chapters, doc.Meta("All"))
    assert together.clashes == ("a",)
    assert together.document.literature is not None
    assert len(together.document.literature.entries) == 1
    assert joined(chapters[:1] * 2, doc.Meta("All")).clashes == ()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course of two documents with a picture each to stand in."""
    monkeypatch.chdir(tmp_path)
    for name, text, color in (("week 1", ONE, "red"), ("week 2", TWO, "blue")):
        Path("sea", name).mkdir(parents=True)
        Path("sea", name, "a.md").write_text(text, encoding="utf-8")
        Image.new("RGB", (60, 40), color).save(Path("sea", name, "map.png"))
    Path("sea/triptych.toml").write_text('title = "The sea"\n', encoding="utf-8")
    return tmp_path


def test_a_course_is_bound(folder: Path, run: Run) -> None:
    code, out, err = run("build", "sea", "--bind", "--only", "handout")
    assert code == 0, err
    assert "4 files in build" in out
    with pikepdf.open("build/sea-handout.pdf") as pdf:
        text = " ".join(mark.text for page in pdf.pages for mark in marks(page))
        assert str(pdf.Root.Lang) == "en"
        assert str(pdf.docinfo.Title) == "The sea"
    for words in ("The sea", "Second", "Figure 1", "Figure 2", "A note of the first.", "Eine Anmerkung."):
        assert words in text
    _, out, _ = run("build", "sea", "--bind", "--only", "handout")
    assert "4 files in build (4 unchanged)" in out
    Path("sea/week 2/map.png").unlink()
    code, _, err = run("build", "sea", "--bind", "--only", "handout")
    assert (code, err.count("picture not found")) == (1, 1)

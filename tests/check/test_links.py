"""Links to files beside a document that are not there."""

from pathlib import Path

import pytest
from reading import rewritten

from triptych.check.links import dead_links
from triptych.inputs import Inputs


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of a course, and one outside of it."""
    for name in ("root/week/rivers.md", "root/week/my map.pdf", "root/shared/list.csv", "outside/x.pdf"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return tmp_path / "root"


def told(folder: Path, text: str) -> list[tuple[int, str]]:
    inputs = Inputs(folder / "week", folder)
    return [(one.line, one.message) for one in dead_links(rewritten(text), inputs.there)]


@pytest.mark.parametrize(
    "text",
    [
        "[a](none.pdf)",
        "[a](sub/none.pdf#page=2)",
        "[a](<my other map.pdf>)",
        "![A](x.png)\n\n| a | b |\n|---|---|\n| 1 | [a](../none.docx) |",
        "[a][b]\n\n[b]: none.md",
        "Text[^1]\n\n[^1]: see [a](none.pdf)",
        '<a href="none.pdf">a</a>',
        "[a](www.example.org)",
    ],
)
def test_a_file_that_is_not_there_is_told_at_its_line(text: str, folder: Path) -> None:
    found = told(folder, f"# A\n\nText.\n\n{text}\n")
    assert len(found) == 1
    assert found[0][0] >= 5
    assert found[0][1].startswith("a link to a file that is not there: ")


def test_each_is_told_once_with_how_many_there_are(folder: Path) -> None:
    found = told(folder, "# A\n\n[a](none.pdf) and [b](none.pdf)\n\n[c](none.pdf)\n")
    assert found == [(3, "a link to a file that is not there: none.pdf (and 2 more)")]


@pytest.mark.parametrize(
    "target",
    [
        "rivers.md",
        "rivers.md#upper-course",
        "my%20map.pdf",
        "../shared/list.csv",
        "rivers.html",  # what another program makes of a document
        "rivers-handout.pdf",
        "build/rivers/rivers-cheat-sheet.pdf",
        "other/",
        "chapter-2",
        "/wiki/X.html",
        "page.php?id=3",
        "https://example.org/none.pdf",
        "mailto:a@example.org",
        "//example.org/none.pdf",
        "C:/none.pdf",
        "@site/none.md",
        "{{ site.url }}/none.pdf",
        "../../outside/none.pdf",  # nobody may look there
        "../../outside/x.pdf",
        "v2.0",
    ],
)
def test_what_may_be_there_is_not_told(target: str, folder: Path) -> None:
    assert told(folder, f"# A\n\n[a](<{target}>)\n") == []


def test_in_a_vault_a_name_may_mean_a_file_anywhere(folder: Path) -> None:
    (folder / ".obsidian").mkdir()
    assert told(folder, "# A\n\n[a](Elsewhere.md)\n") == []
    assert len(told(folder, "# A\n\n[a](sub/Elsewhere.md)\n")) == 1


def test_a_file_that_comes_to_be_there_is_noticed(folder: Path) -> None:
    inputs = Inputs(folder / "week", folder)
    dead_links(rewritten("# A\n\n[a](none.pdf) [b](rivers.md)\n"), inputs.there)
    assert inputs.states["none.pdf"] == ""
    assert "rivers.md" not in inputs.states

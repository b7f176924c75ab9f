"""What an author must mend so that everyone can read their document."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from documents import theme
from msgspec.structs import replace
from reading import rewritten

from triptych.check.audit import audit
from triptych.cli import main


def told(text: str) -> list[tuple[int, str]]:
    """The line and the rule's number of each complaint."""
    said = audit(rewritten(text), theme())
    assert all(problem.severity == "warning" and problem.hint for problem in said)
    return [(problem.line, problem.message.split("[WCAG ")[1].split(" ")[0]) for problem in said]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# A\n\nSee [the site](https://example.org).\n", []),
        ("# A\n\nSee [here](https://example.org) it is.\n", [(3, "2.4.4")]),
        ("---\nlang: ja\ntitle: 水\n---\n\n# 水\n\n詳しくは[こちら](https://example.org)。\n", [(8, "2.4.4")]),
        ("# A\n\n![image](a.png)\n", [(3, "1.1.1")]),
        ("# A\n\n![a.png](a.png)\n", [(3, "1.1.1")]),
        ("# A\n\n![dna-rna](pictures/dna-rna.png)\n", [(3, "1.1.1")]),
        ("# A\n\n![Helix](helix.png)\n", []),
        ("# A\n\n![A ring of boxes](a.png)\n", []),
        ("# A\n\n![](a.png)\n\nSee ![](b.png) here.\n", [(3, "1.1.1"), (5, "1.1.1")]),
        ("# A\n\n![](a.png){.decorative}\n", []),
        ("# A\n\n|  |  |\n|---|---|\n| a | b |\n", [(3, "1.3.1")]),
        ("# A\n\n|  | b |\n|---|---|\n| a | b |\n", []),
        ("# A\n\n| a |  |\n|---|---|\n| a | b |\n", [(3, "1.3.1")]),
        ("# A\n\nText.\n\n### B\n\nText.\n\n# C\n\nText.\n", [(5, "1.3.1")]),
        ("# Title\n\n### B\n\nText.\n\n### C\n\nText.\n", [(3, "1.3.1"), (7, "1.3.1")]),
        ("## A\n\nText.\n\n### B\n\nText.\n\n## C\n\nText.\n", []),
        ("# A\n\nText.\n\n#\n\nMore.\n", [(5, "1.3.1")]),
        ("# A\n\nText.\n\n---\n\nMore.\n", []),
        ("---\nlang: xx-unknown\ntitle: T\n---\n\n# A\n\nText.\n", [(1, "3.1.1")]),
        ("---\nlang: und\ntitle: T\n---\n\n# A\n\nText.\n", [(1, "3.1.1")]),
        ("---\nlang: pt-BR\ntitle: T\n---\n\n# A\n\nText.\n", []),
        ("---\nlang: ru\ntitle: T\n---\n\n# Words\n\nAll of this is English.\n", [(1, "3.1.1")]),
    ],
)
def test_each_rule_tells_its_line(text: str, found: list[tuple[int, str]]) -> None:
    assert told(text) == found


def test_colours_that_are_too_pale_are_told() -> None:
    pale = replace(theme().palette, ink="9A9A9A")
    (problem,) = audit(rewritten("# A\n\nText.\n"), replace(theme(), palette=pale))
    assert "#9A9A9A has a contrast of 2.8:1" in problem.message
    assert "[WCAG 1.4.3" in problem.message


def test_check_tells_it_and_strict_refuses(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("# A\n\nSee [here](https://example.org) it is.\n", "utf-8")
    plain = CliRunner().invoke(main, ["check", str(file)])
    assert "WCAG" not in plain.output
    asked = CliRunner().invoke(main, ["check", "--accessibility", str(file)])
    assert "a.md:3:1: warning: a link whose words do not say where it leads: here [WCAG 2.4.4" in asked.output
    assert asked.exit_code == 0
    assert CliRunner().invoke(main, ["check", "--accessibility", "--strict", str(file)]).exit_code == 1


def test_a_picture_without_words_is_told_once(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("# A\n\nSee it.\n\n![](data:image/gif;base64,R0lGODlhAQABAAAAACw=)\n", "utf-8")
    for options in ([], ["--accessibility"]):
        said = CliRunner().invoke(main, ["check", *options, str(file)]).output
        assert said.count("alternative text: data:image/gif") == 1

"""What an author should look at so that everyone can read their document: notes, and few that are wrong."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from reading import rewritten

from triptych.check.advice import advice
from triptych.cli import main

LONG = "https://example.org/a/long/address/that/is/read/out"


def told(text: str) -> list[tuple[int, str]]:
    """The line and the rule's number of each note."""
    said = advice(rewritten(text))
    assert all(problem.severity == "note" and problem.hint for problem in said)
    return [(problem.line, problem.message.split("[WCAG ")[1].split(" ")[0]) for problem in said]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# A\n\nThe items in red must be done.\n", [(3, "1.4.1")]),
        ("# A\n\n- Do all that is\n- The green ones are optional.\n", [(4, "1.4.1")]),
        ("# A\n\nThe result is shown in blue.\n", [(3, "1.4.1")]),
        ("# A\n\nThe result is shown in blue, with a dashed line.\n", []),
        ("# A\n\nOxygen is carried in red blood cells, and green plants make it.\n", []),
        ("# A\n\nThe red line of the metro, and the Green Party.\n", []),
        ("---\nlang: de\n---\n# A\n\nDie roten Pfeile zeigen die Wege.\n", [(6, "1.4.1")]),
        ("---\nlang: de\n---\n# A\n\nDas Rote Kreuz und die grünen Wiesen.\n", []),
        ("---\nlang: fr\n---\n# A\n\nLes termes sont indiqués en rouge.\n", [(6, "1.4.1")]),
        ("---\nlang: es\n---\n# A\n\nLas flechas verdes indican el flujo.\n", [(6, "1.4.1")]),
        ("---\nlang: ru\n---\n# A\n\nОтвет выделен красным цветом.\n", [(6, "1.4.1")]),
        ("# A\n\n![Text: Rain falls](a.png)\n", [(3, "1.4.5")]),
        ("# A\n\n![Screenshot of the table of results](a.png)\n", [(3, "1.4.5")]),
        ("# A\n\n![Screenshot of the settings, with two switches](a.png)\n", []),
        ("# A\n\n![A map](a.png 'A map')\n", [(3, "1.1.1")]),
        ("# A\n\n![A map](a.png 'Where the Rhine flows')\n", []),
        ("# A\n\n![A map](a.png){#fig-map}\n", []),
        ("# A\n\n| 1 | 2 |\n|---|---|\n| 3 | 4 |\n", [(3, "1.3.1")]),
        ("# A\n\n| Country | 2019 | 2020 |\n|---|---|---|\n| a | 3 | 4 |\n", []),
        (f"# A\n\n<{LONG}>\n\nMore at <{LONG}/2>.\n", [(3, "2.4.4")]),
        (f"# A\n\n[The rules]({LONG}) and <https://example.org>\n", []),
        ("# A\n\nALWAYS WRITE DOWN WHAT HAPPENED BEFORE YOU GO ON.\n", [(3, "3.1.4")]),
        ("# A\n\nNATO, EU, UN, USA, GDP, WTO, IMF, OECD, ASEAN, NAFTA.\n", []),
        ("# الماء\n\nكانت الحرب الباردة صراعًا بين US و USSR بدأ عام.\n", []),
        ("---\nlang: ja\n---\n# 水\n\n水は熱によって状態を変える。\n", []),
    ],
)
def test_each_rule_tells_its_line(text: str, found: list[tuple[int, str]]) -> None:
    assert told(text) == found


def test_what_is_alike_is_told_once_with_its_lines() -> None:
    (note,) = advice(rewritten("# A\n\n" + "".join(f"See <{LONG}/{k}>.\n\n" for k in range(6))))
    assert f"{LONG}/0 (also lines 5, 7, 9 …) [WCAG 2.4.4" in note.message


def test_notes_refuse_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("# A\n\nThe items in red must be done.\n", "utf-8")
    asked = CliRunner().invoke(main, ["check", "--accessibility", "--strict", str(file)])
    assert "a.md:3:1: note: a colour may be all that tells it apart: items in red [WCAG 1.4.1" in asked.output
    assert asked.exit_code == 0
    assert "WCAG" not in CliRunner().invoke(main, ["check", str(file)]).output

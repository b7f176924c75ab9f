"""What matters in a document: marks before words, subjects before greetings, in any script and for any input."""

import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from documents import NAMES, case
from generated import documents
from hypothesis import given, settings
from hypothesis import strategies as st

from triptych.model import document as doc
from triptych.read.source import read_source
from triptych.weigh import Weights, choose, weigh
from triptych.weigh.statements import Kind, Role
from triptych.weigh.strengths import Strengths


def read(text: str) -> Weights:
    return weigh(read_source(text.encode(), "text.md")[0])


def weight(weights: Weights, text: str) -> float:
    statement = weights.of(text)
    assert statement is not None, text
    return statement.weight


def heaviest(weights: Weights) -> str:
    return max(weights.statements, key=lambda statement: statement.weight).text


RIVERS = """
# Rivers

Rivers carry water from the mountains to the sea. A river rises at its source. {}

Rain feeds rivers. Where the land is flat, a river bends and leaves sand on its banks. {}
"""


def test_statements_stand_in_the_order_of_the_source_with_what_they_are() -> None:
    weights = read(
        "# Title\n\nOne sentence. Another one:\n\n- first item\n- second item. It has two sentences.\n\n"
        "1. **Label:** says something. And more.\n2. **Other:** says nothing.\n\n"
        "| a | b |\n|---|---|\n| c | d |\n\n$$x = y$$\n\n```\ncode\n```\n"
    )
    found = [(statement.kind, statement.text, statement.leads) for statement in weights.statements]
    assert found == [
        ("sentence", "One sentence.", False),
        ("sentence", "Another one:", True),
        ("item", "first item", False),
        ("item", "second item. It has two sentences.", False),
        ("point", "Label: says something.", False),
        ("sentence", "And more.", False),
        ("point", "Other: says nothing.", False),
        ("table", "a · b", True),
        ("row", "c · d", False),
        ("formula", "x = y", False),
        ("code", "code", False),
    ]
    assert [statement.line for statement in weights.statements] == [3, 3, 5, 6, 8, 8, 9, 11, 13, 15, 17]
    assert [statement.place for statement in weights.statements][1:4] == [(0, 0, 1, 0), (0, 1, 0, 5), (0, 1, 1, 5)]
    assert [statement.length for statement in weights.statements][:4] == [2, 2, 2, 6]


def test_a_lead_in_needs_no_colon_before_a_list() -> None:
    weights = read("# Fields\n\nBy the end you can\n\n- add,\n- divide.\n")
    assert [statement.leads for statement in weights.statements] == [True, False, False]


@pytest.mark.parametrize(
    "text",
    [
        "second item. It has two sentences.",
        "It has two sentences.",
        "Label",
        "says something.",
        "Label – says something",
    ],
)
def test_a_planners_text_finds_its_statement(text: str) -> None:
    weights = read(
        "# T\n\n- second item. It has two sentences.\n\n1. **Label:** says something. And more.\n2. **B:** c.\n"
    )
    found = weights.of(text)
    assert found is not None
    assert found.text.startswith("Label" if found.kind == "point" else "second")


def test_equal_texts_are_told_apart_by_their_line() -> None:
    weights = read("# T\n\nThe same.\n\nAnother.\n\nThe same.\n")
    assert [getattr(weights.of("The same.", line), "line", None) for line in (3, 7)] == [3, 7]


def test_what_nobody_says_is_not_found() -> None:
    assert read("# T\n\nThe same.\n").of("Something else.", 3) is None
    assert weigh(doc.Document(doc.Meta(), ())).of("") is None


@pytest.mark.parametrize(
    "marked",
    [
        "==A lake== has no current.",
        "A **spring** is its source.",
        "A [spring]{.index} is its source.",
        "**It rises at its source and ends where it meets the sea.**",
    ],
)
def test_what_the_author_marks_weighs_more(marked: str) -> None:
    plain = marked.replace("==", "").replace("**", "").replace("[", "").replace("]{.index}", "")
    assert weight(read(RIVERS.format(marked, "")), plain) > weight(read(RIVERS.format(plain, "")), plain) + 0.3


def test_essential_outweighs_all_and_optional_nothing() -> None:
    text = RIVERS.format("", "") + "\nMind the gap.\n{.essential}\n\n**Rivers** are ==rivers==.\n{.optional}\n"
    weights = read(text)
    assert heaviest(weights) == "Mind the gap."
    assert min(weights.statements, key=lambda statement: statement.weight).text == "Rivers are rivers."


def test_a_term_is_introduced_once() -> None:
    weights = read("# T\n\nA **delta** is where a river ends.\n\nThe **delta** of the Nile is large.\n")
    assert [statement.terms for statement in weights.statements] == [("delta",), ()]
    first, again = weights.statements
    assert first.weight > again.weight


def test_a_summary_weighs_more_than_what_it_sums_up() -> None:
    said = "Rivers carry water and sand to the sea."
    assert weight(read(RIVERS.format("", "") + f"\n## Summary\n\n{said}\n"), said) > weight(
        read(RIVERS.format(said, "")), said
    )


@pytest.mark.parametrize(
    ("lang", "subject", "aside"),
    [
        ("en", "A river carries sand to the sea.", "Good luck with your exam!"),
        ("en", "A river carries sand to the sea.", "In this section you will learn about rivers."),
        (
            "en",
            "A river carries sand to the sea.",
            "After reading this section, why rivers carry sand is clear.",
        ),
        ("en", "A river carries sand to the sea.", "Let me know if you have questions."),
        ("de", "Ein Fluss trägt Sand zum Meer.", "Viel Erfolg bei der Prüfung!"),
        ("de", "Ein Fluss trägt Sand zum Meer.", "In diesem Kapitel lernen Sie Flüsse kennen."),
        ("fr", "Un fleuve porte du sable à la mer.", "Bonne chance pour votre examen !"),
        ("fr", "Un fleuve porte du sable à la mer.", "Dans ce chapitre, nous allons étudier les fleuves."),
        ("es", "Un río lleva arena al mar.", "¡Buena suerte en el examen!"),
        ("it", "Un fiume porta sabbia al mare.", "In questo capitolo vedremo i fiumi."),
        ("pt", "Um rio leva areia ao mar.", "Neste capítulo vamos estudar os rios."),
        ("nl", "Een rivier brengt zand naar zee.", "In dit hoofdstuk leren we over rivieren."),
        ("pl", "Rzeka niesie piasek do morza.", "W tym rozdziale poznamy rzeki."),
        ("ru", "Река несёт песок к морю.", "В этой главе мы рассмотрим реки."),
        ("uk", "Річка несе пісок до моря.", "У цьому розділі ми розглянемо річки."),
        ("sv", "En flod för sand till havet.", "Lycka till med provet!"),
        ("da", "En flod fører sand til havet.", "I dette kapitel skal vi se på floder."),
        ("nb", "En elv fører sand til havet.", "Lykke til med eksamen!"),
        ("cs", "Řeka nese písek do moře.", "V této kapitole si ukážeme řeky."),
        ("ro", "Râul duce nisip la mare.", "Mult succes la examen!"),
        ("tr", "Nehir kumu denize taşır.", "Bu bölümde nehirleri inceleyeceğiz."),
        ("fi", "Joki vie hiekkaa mereen.", "Tässä luvussa opimme joista."),
        ("hu", "A folyó homokot visz a tengerbe.", "Ebben a fejezetben a folyókat vizsgáljuk."),
        ("el", "Το ποτάμι φέρνει άμμο στη θάλασσα.", "Καλή επιτυχία στις εξετάσεις!"),
        ("ar", "يحمل النهر الرمل إلى البحر.", "بالتوفيق في الامتحان!"),
        ("he", "הנהר נושא חול אל הים.", "בהצלחה בבחינה!"),
        ("hi", "नदी समुद्र तक रेत ले जाती है।", "शुभकामनाएँ आपकी परीक्षा के लिए।"),
        ("zh", "河流把沙子带到大海。", "祝你考试顺利！"),
        ("ja", "川は砂を海に運ぶ。", "試験を頑張ってください！"),
        ("ko", "강은 모래를 바다로 나른다.", "여러분의 시험에 행운을 빕니다!"),
    ],
)
def test_greetings_and_aims_weigh_least(lang: str, subject: str, aside: str) -> None:
    weights = read(f"---\nlang: {lang}\n---\n\n# T\n\n{aside}\n\n{subject}\n\n{subject}\n")
    assert weight(weights, aside) < weight(weights, subject) - 0.5


@pytest.mark.parametrize(
    ("label", "gain"), [("Homework", -2.0), ("Example 3", -0.2), ("Definition 2 (Rivers)", 1.0), ("Key point", 1.0)]
)
def test_a_label_says_what_its_text_is_worth(label: str, gain: float) -> None:
    said = "The delta of a river moves."
    headed = weight(read(RIVERS.format(f"**{label}.** {said}", "")), f"{label}. {said}")
    plain = weight(read(RIVERS.format(said, "")), said)
    assert (headed - plain) / gain > 1


@pytest.mark.parametrize("fence", ["```output", "``` {.cell-output .cell-output-stdout}", "``` {.python .stdout}"])
def test_what_a_program_prints_weighs_less_than_the_program(fence: str) -> None:
    code = "git commit adds what is staged to the history"
    weights = read(f"{RIVERS.format('', '')}\n```bash\n{code}\n```\n\n{fence}\n{code} now\n```\n")
    assert weight(weights, f"{code} now") < 0 < weight(weights, code)


def test_so_does_what_r_prints_under_knitr() -> None:
    text = f"{RIVERS.format('', '')}\n```r\nsummary(x)\n```\n\n```\n## Min. Max.\n##    1    3\n```\n"
    assert weight(read(text), "## Min. Max.\n##    1    3") < 0
    assert weight(read(text.replace("##    1", "plot(x)")), "## Min. Max.\nplot(x)    3") > 0


def test_goals_weigh_less_than_what_is_to_be_known() -> None:
    weights = read("# Rivers\n\nBy the end of this lecture you can\n\n- name rivers,\n- find rivers.\n\nRivers meet.\n")
    assert weight(weights, "name rivers,") < weight(weights, "Rivers meet.") - 0.8


@pytest.mark.parametrize("title", ["References", "Learning objectives", "Exercises", "Homework", "Table of contents"])
def test_what_stands_under_such_a_title_weighs_least(title: str) -> None:
    said = "The river rises at its source and carries sand to the sea."
    weights = read(f"# Rivers\n\n## Course\n\n{said}\n\n## {title}\n\n- {said[:-1]} again.\n")
    assert weight(weights, f"{said[:-1]} again.") < weight(weights, said) - 1


def test_a_question_with_an_answer_is_an_exercise_and_its_answer_is_not_told() -> None:
    weights = read("# T\n\nRivers carry sand.\n\n::: question\nWhat do rivers carry?\nanswer: Sand.\n:::\n")
    assert weights.of("Sand.") is None
    assert weight(weights, "What do rivers carry?") < weight(weights, "Rivers carry sand.") - 1


def test_lecturers_notes_are_not_weighed() -> None:
    assert read("# T\n\nSeen.\n\n::: notes\nSaid.\n:::\n").of("Said.") is None


def test_what_is_said_again_and_again_is_what_a_text_is_about() -> None:
    weights = read(
        "# T\n\nGlaciers grow in winter. Glaciers melt in summer. A glacier moves its stones downhill. "
        "Somebody painted a small picture once.\n"
    )
    assert weight(weights, "Glaciers melt in summer.") > weight(weights, "Somebody painted a small picture once.") + 0.3


def test_the_parts_of_a_course_are_measured_by_themselves() -> None:
    """A word that is common in one lecture of many is a subject there."""
    lectures = [
        f"# Lecture {k}\n\n" + " ".join(f"The word{k} has a thing{k}x{n}. " for n in range(120)) + "\n"
        for k in range(5)
    ]
    alone = read(lectures[0])
    among = read("\n".join(lectures))
    text = "The word0 has a thing0x7."
    assert weight(among, text) == pytest.approx(weight(alone, text), abs=0.5)


# --- choosing --------------------------------------------------------------------------------------


@pytest.mark.parametrize("budget", [0, 1, 7, 40, 100_000])
@pytest.mark.parametrize("name", NAMES[:12])
def test_a_choice_keeps_to_its_budget_and_says_nothing_twice(name: str, budget: int) -> None:
    statements = weigh(case(name).document).statements
    chosen = [statements[index] for index in choose(statements, budget)]
    assert sum(statement.length for statement in chosen) <= budget
    assert len({statement.text for statement in chosen}) == len(chosen)
    assert not any(statement.leads for statement in chosen)


def test_more_room_says_more() -> None:
    statements = read(RIVERS.format("Some rivers dry up in summer.", "Lakes store water.")).statements
    assert 0 < len(choose(statements, 12)) < len(choose(statements, 40)) < len(choose(statements, 1000))


def test_room_is_shared_among_the_sections() -> None:
    heavy = " ".join(f"**Heavy{k} term{k}** is what matters most of all here." for k in range(12))
    light = " ".join(f"Something else{k} happened once upon a time." for k in range(12))
    statements = read(f"# Heavy\n\n{heavy}\n\n# Light\n\n{light}\n").statements
    by_weight = {statements[k].place.section for k in choose(statements, 63, even=0)}
    shared = {statements[k].place.section for k in choose(statements, 63, even=2)}
    assert by_weight == {0}
    assert shared == {0, 1}


def test_what_is_taken_counts_as_said_and_costs_nothing() -> None:
    statements = read(
        "# T\n\nRivers carry sand to the sea.\n\nRivers carry sand to the sea.\n\nRain falls.\n"
    ).statements
    assert choose(statements, 6, taken=(0,)) == (2,)
    assert choose(statements, 100, among=(1,)) == (1,)


def test_what_says_nearly_the_same_is_said_once() -> None:
    weights = read(
        "# T\n\nThe long river carries fine yellow sand slowly down to the sea.\n\n"
        "The long river carries fine yellow sand slowly down to the open sea.\n\nRain falls on the distant mountains.\n"
    )
    assert choose(weights.statements, 1000) in ((0, 2), (1, 2))


# --- any input -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Only\n\n## headings\n",
        "```\ncode\n```\n",
        "![](a.png)\n",
        "---\n",
        "| a | b |\n|---|---|\n| | |\n",
        "$$\n$$\n",
        "…\n\n!\n\n。。。\n",
        "# T\n\n" + "word " * 400 + ".\n",
        "# T\n\n" + "字" * 4000 + "\n",
        "# T\n\n" + "." * 20_000 + "\n",
        "---\nlang: xx-Nope\n---\n\n# T\n\nA b c.\n",
    ],
)
def test_nothing_is_too_odd_to_be_weighed(text: str) -> None:
    weights = read(text)
    choose(weights.statements, 50)
    for statement in weights.statements:
        assert weights.of(statement.text, statement.line) is not None or not statement.text.strip()


def test_identical_sentences_are_one() -> None:
    weights = read("# T\n\n" + "All rivers carry some sand to the sea. " * 5000 + "\n")
    statements = weights.statements
    assert len(statements) == 5000
    assert len(choose(statements, 10_000)) == 1
    assert all(weights.of(statement.text, statement.line) is statements[0] for statement in statements)


def test_the_same_weights_whatever_order_sets_have(tmp_path: Path) -> None:
    source = tmp_path / "text.md"
    source.write_text(RIVERS.format("Some **rivers** dry up.", "Lakes ==store== water."), encoding="utf-8")
    program = (
        "import sys, pathlib, triptych, triptych.weigh as w;"
        "weights = w.weigh(triptych.read(pathlib.Path(sys.argv[1]))[0]);"
        "print(weights, w.choose(weights.statements, 20))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program, str(source)],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1


def test_only_the_stemmer_of_the_language_is_loaded() -> None:
    program = (
        "import sys, triptych.model.document as doc, triptych.weigh as w;"
        "w.weigh(doc.Document(doc.Meta(lang='fr'), (doc.Section('s', (), (doc.Paragraph((doc.Text('Bonjour'),)),)),)));"
        "print(*[name for name in sys.modules if name.endswith('_stemmer') or name == 'snowballstemmer'])"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout
    assert [name.rsplit(".", 1)[-1] for name in said.split()] == ["french_stemmer"]


def test_every_kind_and_every_role_has_its_strength() -> None:
    assert {*get_args(Kind), *get_args(Role)} - {"sentence", "text"} <= set(Strengths.__struct_fields__)


@settings(max_examples=20)
@given(documents())
def test_weights_are_the_same_each_time_and_none_is_lost(written: object) -> None:
    text = getattr(written, "text", "")
    document = read_source(text.encode(), "text.md")[0]
    weights = weigh(document)
    assert weights == weigh(document)
    for at, statement in enumerate(weights.statements):
        assert weights.index(statement.text, statement.line) is not None or not statement.text, at


@settings(max_examples=30)
@given(st.text(max_size=400))
def test_any_text_can_be_weighed(text: str) -> None:
    document = doc.Document(doc.Meta(), (doc.Section("s", (), (doc.Paragraph((doc.Text(text),), 1),)),))
    weights = weigh(document)
    assert choose(weights.statements, 1000) == choose(weights.statements, 1000)

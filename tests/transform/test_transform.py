"""The list of rewritings: what it resolves wherever it stands, what it costs, and that it is done once for all."""

import subprocess
import sys

import pytest
from documents import NAMES, beside, source
from reading import read, rewritten

from triptych.model.document import Anchor, Choice, Citation, Named, Option, Question, Reference, Text, Truth
from triptych.model.queries import plain
from triptych.model.walk import walk
from triptych.read.source import read_source
from triptych.transform import transform

PLACES = (
    "# See {}\n",
    "# A\n\n> q\n>\n> -- {}\n",
    "# A\n\n| a {} |\n|---|\n| b |\n",
    "# A\n\n| a |\n|---|\n| b {} |\n\n: caption\n",
    "# A\n\n| a |\n|---|\n| b |\n\n: caption {}\n",
    "# A\n\nText.[^1]\n\n[^1]: Note {}.\n",
    "# A\n\nTerm {}\n: Meaning.\n",
    "# A\n\nTerm\n: Meaning {}.\n",
    "# A\n\n1. **L {}**: a\n2. **M**: b\n",
    "# A\n\n::: question\nWhich {}?\n\n- [x] a\n- [ ] b\n:::\n",
    "# A\n\n::: question\nWhich?\n\n- [x] a {}\n- [ ] b\n:::\n",
    "# A\n\n::: question\nWhy?\nanswer: so {}\nexplanation: as\n:::\n",
    "# A\n\n::: question\nMatch.\n\n- a {} -> b\n- c -> d\n:::\n",
    "# A\n\n::: note\nSay {}.\n:::\n",
    "# A\n\n> [!TIP]\n> Say {}.\n",
)
TARGET = "\n\n# T {#sec-t}\n\nText.\n"


@pytest.mark.parametrize("place", PLACES)
def test_references_are_resolved_wherever_they_stand(place: str) -> None:
    raw, _ = read_source((place.replace("{}", "@sec-t") + TARGET).encode(), "text.md")
    assert any(isinstance(node, Reference) for node in walk(raw))
    document, problems = transform(raw)
    assert not any(isinstance(node, Reference) for node in walk(document))
    assert problems == ()


@pytest.mark.parametrize("place", PLACES)
def test_citations_are_set_wherever_they_stand(place: str) -> None:
    files = {"a.bib": b"@book{lee, author={Lee, Ann}, title={B}, year={1999}}"}
    document, problems = read("---\nbibliography: a.bib\n---\n\n" + place.replace("{}", "[@lee]"), beside=files.get)
    assert not any(isinstance(node, Citation) for node in walk(document))
    assert any("(Lee, 1999)" in node.text for node in walk(document) if isinstance(node, Text))
    assert problems == ()


def test_what_is_not_resolved_becomes_its_text_with_a_warning() -> None:
    document, problems = read("# A\n\nsee @fig-x and {ref}`the map <y>` and [see @z, p. 3]\n")
    assert [plain((node,)) for node in walk(document) if isinstance(node, Text)][1:] == [
        "see ", "@fig-x", " and ", "the map", " and ", "[see @z, p. 3]",
    ]  # fmt: skip
    assert [problem.line for problem in problems] == [3, 3, 3]


def test_an_author_can_write_no_reference_by_accident() -> None:
    document, problems = read("# A\n\n[a](\\0ref:x) <a href='&#0;cite:1'>b</a> <kbd>Phrase</kbd>\n")
    assert not any(isinstance(node, Reference | Citation) for node in walk(document))
    assert problems == ()


def test_names_in_the_text_are_handed_over_and_used_up() -> None:
    raw, _ = read_source(b'# A\n\ntext <span id="x">there</span>\n', "text.md")
    assert raw.anchors == (Anchor("x", 3),)
    assert transform(raw)[0].anchors == ()


def test_true_or_false_is_a_choice_in_the_words_of_the_document() -> None:
    text = "---\nlang: de\n---\n\n# A\n\n::: question\nSo?\nanswer: true\n:::\n"
    raw, _ = read_source(text.encode(), "text.md")
    (asked,) = (node for node in walk(raw) if isinstance(node, Question))
    assert asked.answer == Truth(True)
    (asked,) = (node for node in walk(transform(raw)[0]) if isinstance(node, Question))
    assert asked.answer == Choice((Option((Text("richtig"),), True), Option((Text("falsch"),))), fixed=True)


@pytest.mark.parametrize("name", NAMES)
def test_doing_it_again_changes_nothing(name: str) -> None:
    path = source(name)
    document, _ = read(path.read_text(encoding="utf-8"), path.name, beside(path))
    assert transform(document) == (document, ())


def test_dates_that_nobody_marked_are_names_in_the_text() -> None:
    document = rewritten("---\nchronology: true\n---\n\n# A\n\nIn 1951 it began.\n")
    assert [plain(node.children) for node in walk(document) if isinstance(node, Named)] == ["1951"]
    assert [event.when for event in document.events] == ["1951"]


def test_a_document_without_citations_costs_no_citation_processor() -> None:
    code = (
        "import sys; from triptych.read.source import read_source; from triptych.transform import transform;"
        "transform(read_source(b'# A\\n\\nSee @sec-a.', 'a.md')[0]);"
        "assert not {'citeproc', 'lxml'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

"""The one list of what is told of a document."""

from documents import theme
from reading import rewritten

from triptych.check import CHECKS, check

FAULTY = """---
aspect: "4:3"
---

# One {layout="None such"}

![](x.png) and \U0010fffd

# Two

$\\nosuch$
"""


def test_every_check_is_heard_and_all_are_told_by_line() -> None:
    found = check(rewritten(FAULTY), theme())
    assert [problem.line for problem in found] == sorted(problem.line for problem in found)
    said = ("no layout", "not 4:3", "without alternative text", "no font here", "cannot be set")
    assert [sum(words in problem.message for problem in found) for words in said] == [1] * 5
    assert len(found) == 5
    assert len(CHECKS) == 12  # foreign templates, their fonts, and what is told of a language have tests of their own


def test_nothing_is_told_of_a_document_without_faults() -> None:
    assert check(rewritten("# One\n\nText with $x$.\n"), theme()) == ()

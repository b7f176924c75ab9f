"""The plans of each case are those that were read and accepted: `pytest --accept` renews them."""

from collections.abc import Callable

import pytest
from documents import CASES, NAMES, Planned, case
from plans_as_text import deck_as_text, pages_as_text

PLANS: dict[str, Callable[[Planned], str]] = {
    "deck.txt": lambda of: deck_as_text(of.deck),
    "handout.txt": lambda of: pages_as_text(of.handout),
    "cheat-sheet.txt": lambda of: pages_as_text(of.sheet) + "\n" + "\n".join(map(str, of.said)) + "\n",
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_is_as_accepted(name: str, plan: str, accept: bool) -> None:
    golden = CASES / name / plan
    found = PLANS[plan](case(name))
    if accept:
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8"), "if the change is wanted: pytest --accept"

"""Problems with formulae: each is named where it is."""

from reading import rewritten

from triptych.check.formulae import formula_problems


def problems(text: str) -> list[str]:
    return [str(problem) for problem in formula_problems(rewritten(text))]


def test_a_formula_that_can_be_set_is_no_problem() -> None:
    assert problems("# T\n\nHere $x^2$.\n\n$$\nE = mc^2\n$$\n\n| a |\n|---|\n| $y$ |\n") == []


def test_a_formula_that_cannot_be_set_is_named_with_its_line() -> None:
    found = problems(
        "# T $\\one$\n\nHere $x^2$ and\n$\\two$.\n\n$$\n\\three\n$$\n\n- **$\\four$**\n\n> a[^1]\n\n[^1]: $\\five$\n"
    )
    lines = [int(text.split(":")[1]) for text in found]
    assert len(found) == 5
    assert {4, 6, 10} <= set(lines)
    assert all("is not known" in text for text in found)


def test_many_are_counted() -> None:
    found = problems("# T\n\n" + "\n\n".join(f"$\\x{chr(97 + n % 26)}{chr(97 + n // 26)}$" for n in range(60)))
    assert len(found) == 21
    assert "40 more" in found[-1]


def test_the_same_formula_is_named_once() -> None:
    assert len(problems("# T\n\n$\\foo$ and $\\foo$")) == 1

"""A test in its versions, and the key with the answers to all of them."""

from collections.abc import Mapping, Sequence

from triptych.geometry import Rect, Size
from triptych.model.document import Document
from triptych.model.forms import HandoutForm, TestForm
from triptych.model.pages import Pages
from triptych.plan.handout import plan_handout
from triptych.problem import Problem
from triptych.products.made import Made
from triptych.products.places import Finder
from triptych.products.plans import Plans
from triptych.transform.editions import for_edition
from triptych.transform.exam import Asked, kinds_of, versions_of
from triptych.transform.test_papers import key_document, test_document
from triptych.write.pdf import write_pages

LARGE = 18.0
"""Points of large print: what the large-print guidelines of the American Council of the Blind ask for."""
EXAM = HandoutForm(exam=True)


def test_papers(plans: Plans) -> Made:
    """A file for each version of the test, and one with the answers to all; a warning if there is nothing to ask.

    Where the key sends readers to a page, it is one of the handout that is made beside it.
    """
    document, theme, form = plans.document, plans.theme, plans.forms.test
    versions = versions_of(document, form)
    said = _problems(document, versions, form)
    if not any(versions.values()):
        return {}, said
    made = {}
    for name, asked in versions.items():
        test = for_edition(test_document(document, asked, name, form), "student")
        made[f"test-{name}.pdf" if name else "test.pdf"] = write_pages(_set(test, plans))
    key = key_document(document, versions, Finder(plans).where)
    made["test-answers.pdf"] = write_pages(plan_handout(key, theme, plans.pictures, plans.paper, "", EXAM))
    return made, said


def _set(test: Document, plans: Plans) -> Pages:
    """The pages of a test; a large one is set on small paper, which is then enlarged: so everything grows alike."""
    paper = plans.paper
    if not plans.forms.test.large:
        return plan_handout(test, plans.theme, plans.pictures, paper, "student", EXAM)
    from triptych.plan.imposition.sheets import Cell, Sheet, imposed

    scale = plans.theme.on_paper.scale.text / LARGE
    small = Size(paper.width * scale, paper.height * scale)
    pages = plan_handout(test, plans.theme, plans.pictures, small, "student", EXAM)
    whole = Rect(0.0, 0.0, paper.width, paper.height)
    return imposed(pages, [Sheet(paper, (Cell(number, whole),)) for number in range(len(pages.pages))])


def _problems(document: Document, versions: Mapping[str, Sequence[Asked]], form: TestForm) -> tuple[Problem, ...]:
    """A word where there is nothing to ask, or less than was asked for."""
    count = min(map(len, versions.values()))
    kinds = ", ".join(kinds_of(form))
    if not count:
        of = f" by {kinds}" if kinds else ""
        marks = document.counts == "line"
        hint = "write a ::: question, number points with labels, or mark ==phrases==" if marks else ""
        return (Problem("warning", f"no test is made: there is nothing to ask{of}", document.path, hint=hint),)
    if count < form.questions:
        message = f"the test has {count} of the {form.questions} questions that were asked for"
        hint = "the text gives no more without asking twice, or telling in one question what another asks"
        return (Problem("note", message, document.path, hint=hint),)
    return ()

"""A test in its versions, and the key with the answers to all of them."""

from triptych.languages.words import word
from triptych.plan.handout import plan_handout
from triptych.problem import Problem
from triptych.products.made import Made
from triptych.products.plans import Plans
from triptych.transform.editions import for_edition
from triptych.transform.test_papers import asked_of, is_graded, key_document, places_of, test_document, versions_of
from triptych.write.pdf import write_pages


def test_papers(plans: Plans) -> Made:
    """A file for each version of the test, and one with the answers to all; a warning if there is nothing to ask.

    Where the key sends readers to a page, it is one of the handout that is made beside it.
    """
    document, theme, pictures, paper = plans.document, plans.theme, plans.pictures, plans.paper
    questions = asked_of(document)
    if not questions:
        message = "no test is made: there is nothing to ask"
        hint = "write a ::: question, number points with labels, or mark ==phrases=="
        return {}, (Problem("warning", message, document.path, hint=hint),)
    page_word = word(document, "handout") if is_graded(questions) else ""
    places = places_of(document, questions, plans.pages_of_places(), page_word)
    versions = versions_of(questions, plans.forms.test)
    made = {}
    for name, asked in versions.items():
        test = for_edition(test_document(document, asked, name), "student")
        planned = plan_handout(test, theme, pictures, paper, "student")
        made[f"test-{name}.pdf" if name else "test.pdf"] = write_pages(planned)
    key = key_document(document, versions, places)
    made["test-answers.pdf"] = write_pages(plan_handout(key, theme, pictures, paper))
    return made, ()

"""What is made of a document: each plan once, and pages that are those of the handout beside it."""

import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from documents import A4, theme
from reading_pdf import marks

from triptych.build import Options, Source, build
from triptych.model.forms import Edition, Forms, HandoutForm
from triptych.products.options import Product
from triptych.products.plans import Plans
from triptych.read.markdown.document import read_markdown

FILLER = "\n\n".join(
    " ".join(f"Sentence {n} says a thing about ==rivers== and hills." for n in range(14)) for _ in "12345"
)
LAKES = f"""# Rivers

{FILLER}

# Rivers and lakes {{#rivers-lakes}}

{FILLER}

::: {{.question points=2 see=rivers-lakes}}
What is a lake?

answer: Still water.
:::
"""


def texts(file: Path) -> list[str]:
    """The text of each page."""
    with pikepdf.open(file) as pdf:
        return [" ".join(mark.text for mark in marks(page)) for page in pdf.pages]


@pytest.mark.parametrize("editions", [(), ("student",), ("student", "instructor")])
@pytest.mark.parametrize("words", ["article", "cornell", "slides-2", "slides-6 two-sided", "notes", ""])
def test_a_key_names_pages_of_the_handout_that_is_made(
    words: str, editions: tuple[Edition, ...], tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text(LAKES, encoding="utf-8")
    only: tuple[Product, ...] = ("deck", "handout", "test") if words else ("test",)
    forms = (("handout", words), ("deck", "full")) if words else ()
    made = build(Source(tmp_path / "a.md", "a.md", "a"), tmp_path, Options(only=only, editions=editions, forms=forms))
    assert not made.failed
    by_name = {path.name: path for path in made.files}
    (page,) = re.findall(r"→ Rivers and lakes · Handout (\d+)", " ".join(texts(by_name["a-test-answers.pdf"])))
    if not words:
        plain = build(Source(tmp_path / "a.md", "a.md", "plain"), tmp_path, Options(only=("handout",)))
        (by_name["a-handout.pdf"],) = plain.files
    # The editions have the same pages. In the student's the key phrase in the title is blank on slides.
    name = f"a-handout-{editions[-1]}.pdf" if editions and words else "a-handout.pdf"
    pages = texts(by_name[name])
    contents = 1 if "Contents" in pages[0] else 0
    first = next(number for number, text in enumerate(pages, 1) if number > contents and "and lakes" in text)
    assert int(page) == first


@pytest.mark.parametrize("layout", ["article", "cornell", "slides", "notes"])
@pytest.mark.parametrize("edition", ["", "student", "instructor"])
def test_each_plan_is_made_once(layout: str, edition: Edition) -> None:
    document, _ = read_markdown(LAKES, "a.md")
    both = (("deck", edition), ("handout", edition), ("test", ""))
    form = HandoutForm(layout)  # type: ignore[arg-type]
    plans = Plans(document, *theme_and_template(), {}, A4, Forms(handout=form), both)
    assert plans.handout(edition) is plans.handout(edition)
    assert plans.shown(edition) is plans.shown(edition)
    assert plans.handout(edition, HandoutForm(layout)) is plans.handout(edition)  # type: ignore[arg-type]
    assert plans.deck(edition) == plans.deck(edition)


def theme_and_template() -> tuple[object, bytes]:
    from triptych.template.themes import read_theme

    return theme(), read_theme()[1]


def test_functions_of_the_package_are_not_hidden_by_the_modules_of_their_names() -> None:
    loaded = "import triptych, triptych.read.source, triptych.build"
    code = f"{loaded}; print(callable(triptych.read), callable(triptych.build))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True True\n"

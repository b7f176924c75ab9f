"""What HTML says of the language of its elements, and of abbreviations, is kept."""

import pytest
from reading import blocks, markdown, rewritten

from triptych.model import document as doc
from triptych.model.queries import plain
from triptych.model.walk import walk


def passages(text: str) -> list[tuple[str, str]]:
    """The passages of a document, with what says of them: their language, else what they stand for."""
    return [(plain(p.children), p.lang or p.stands_for) for p in walk(rewritten(text)) if isinstance(p, doc.Passage)]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("He said <span lang=\"de\">guten Morgen</span> to us.", "guten Morgen"),
        ("He said <i lang=de>guten Morgen</i> to us.", "guten Morgen"),
        ("He <span>said <span lang=de>guten <b>Morgen</b></span></span> to us.", "guten Morgen"),
        ("<p lang=\"de\">Guten Morgen</p>\n\nHe said.", "Guten Morgen"),
        ("<p lang=de>Guten Morgen\n<p>He said.", "Guten Morgen"),
        ("<div lang='de'>Guten Morgen</div>\n\nHe said.", "Guten Morgen"),
        ("<div lang=de>\n\nGuten Morgen\n\n</div>\n\nHe said.", "Guten Morgen"),
        ("<section xml:lang=de>\n\n- Guten Morgen\n\n</section>\n\nHe said.", "Guten Morgen"),
        ("<ul><li>He said</li><li lang=de>Guten Morgen</li></ul>", "Guten Morgen"),
        ("<blockquote lang=de>Guten Morgen</blockquote>\n\nHe said.", "Guten Morgen"),
        ("<table><tr><th>He</th></tr><tr><td lang=de>Guten Morgen</td></tr></table>", "Guten Morgen"),
        ("He said [guten Morgen]{.mark lang=de} to us.", "guten Morgen"),
    ],
)  # fmt: skip
def test_an_element_says_its_language(written: str, said: str) -> None:
    assert passages(f"---\nlang: en\n---\n\n# On greetings\n\n{written}\n") == [(said, "de")]


@pytest.mark.parametrize(
    "written",
    [
        "<div lang=fr>\n\nLe chat.\n\n<div lang=es>\n\nEl gato.\n\n</div>\n\nLe chien.\n\n</div>",
        "::: {lang=fr}\nLe chat.\n\n::: {lang=es}\nEl gato.\n:::\n\nLe chien.\n:::",
        "<div lang=fr>\n\nLe chat.\n\n::: {lang=es}\nEl gato.\n:::\n\nLe chien.\n\n</div>",
    ],
)
def test_the_innermost_element_says_the_language(written: str) -> None:
    found = passages(f"---\nlang: en\n---\n\n# On animals\n\n{written}\n")
    assert found == [("Le chat.", "fr"), ("El gato.", "es"), ("Le chien.", "fr")]


def test_a_heading_says_its_language() -> None:
    document = rewritten("---\nlang: en\n---\n\n# Greetings\n\n<h2 lang=de>Guten Morgen</h2>\n\nHe said.\n")
    found = [node for node in walk(document) if isinstance(node, doc.Passage)]
    assert [(plain(each.children), each.lang) for each in found] == [("Guten Morgen", "de")]


@pytest.mark.parametrize("said", ["", "x", "de fr", "<b>", "1234"])
def test_what_is_no_language_says_nothing(said: str) -> None:
    assert not passages(f'---\nlang: en\n---\n\n# On greetings\n\nHe said <span lang="{said}">hello</span>.\n')


def test_an_element_that_ends_nowhere_ends_with_its_paragraph() -> None:
    assert passages("---\nlang: en\n---\n\n# On greetings\n\nHe <i lang=de>said\n\nGood.\n") == [("said", "de")]


def test_every_use_of_an_abbreviation_knows_its_long_form() -> None:
    text = "# Pages\n\nHTML is old. CSS is not. HTML lives.\n\n*[HTML]: HyperText Markup Language\n"
    assert passages(text) == [("HTML", "HyperText Markup Language")] * 2
    (paragraph,) = blocks(markdown(text))
    assert isinstance(paragraph, doc.Paragraph)
    assert plain(paragraph.inlines) == "HTML (HyperText Markup Language) is old. CSS is not. HTML lives."


def test_html_abbreviations_know_their_long_forms() -> None:
    assert passages('# Pages\n\n<abbr title="Cascading Style Sheets">CSS</abbr> is <abbr>new</abbr>.\n') == [
        ("CSS", "Cascading Style Sheets")
    ]

"""Markup that means nothing in a document is shown as it is written: that is told."""

import pytest
from reading import read, rewritten

from triptych.check.markup import markup_shown
from triptych.problem import Problem
from triptych.transform import transform


def told(text: str) -> list[Problem]:
    return list(markup_shown(rewritten(text)))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The {{Infobox|name=Rhine}} of it", "{{Infobox|name=Rhine}}"),
        ("== Rivers ==", "== Rivers =="),
        ("= Rivers", "= Rivers"),
        ("|===\n|a |b\n|===", "|==="),
        ("'''Rhine''' flows", "'''Rhine'''"),
        ("Rhine<ref>Somebody</ref> flows", "</ref>"),
        ('Rhine <Counter :start="3" /> flows', '<Counter :start="3" />'),
        ("#+BEGIN_SRC python", "#+BEGIN"),
        ("\\newcolumntype{x}{y} flows", "\\newcolumntype{"),
        ("See [[https://example.org][the Rhine]]", "[[https://example.org][the Rhine]]"),
        (".. note::\n   The Rhine", ".. note::"),
        ("Rivers wind{.note} here", "{.note}"),
        ("Rivers **wind and wind", "**wind and wind"),
        ("- one\n- **Rhine: it flows", "**Rhine: it flows"),
        ("| a | `b |\n|---|---|\n| c | d |", "`b"),
        ("the `name of the Rhine", "`name of the Rhine"),
        ("Rivers **wind and *wind*", "**wind and"),
        ("Rivers ==wind and wind", "==wind and wind"),
        ("Rivers ~~wind and wind", "~~wind and wind"),
        ("| a | ==be it |\n|---|---|\n| c | d |", "==be it"),
        ("The energy is $E = mc^2 which is large", "$E = mc^2"),
        ("It grows as $2^n in $n$ steps", "$2^n in"),
        ("An angle of $\\alpha + 1", "$\\alpha + 1"),
        ("The value $x_1, then $x$", "$x_1, then"),
        ("Here $f(x) is large", "$f(x) is large"),
        ("the Rhine[^long note] flows", "[^long note]"),
        (":foobar_sign: The Rhine", ":foobar_sign:"),
        ("{::nosuch} The Rhine", "{::nosuch}"),
        ("See [the Rhine][rivers] there", "[the Rhine][rivers]"),
        ("#set text(size: 12pt)", "#set"),
        ("#Rivers of Europe", "#Rivers of Europe"),
        ("####### Seven", "#######"),
        ("{# The Rhine #}", "{# The Rhine #}"),
        ("+:---:|---:+\n| a | b |\n+-----+----+", "+-----+----+"),
        ("{{#include other.md}} of it", "{{#include other.md}}"),
    ],
)
def test_foreign_markup_is_told_at_its_line(text: str, shown: str) -> None:
    found = told(f"# A\n\nThe text.\n\n{text}\n")
    assert [(one.severity, one.line) for one in found] == [("warning", found[0].line)]
    assert found[0].line == 5 + text.startswith("- one")
    assert found[0].message.startswith("markup that means nothing here is shown: ")
    assert shown in found[0].message


@pytest.mark.parametrize(
    "text",
    [
        "`{{x}}` and `**a**` and `</ref>` are code",
        "```\n== x ==\n```",
        "**strong**, [a link](https://example.org), H~2~O and ==marked==",
        "2**3 and **kwargs are 8",
        "p: * below 0.05, ** below 0.01, **p below 0.001",
        "he said `so' and ``so'', and rock 'n` roll",
        "at 10:30:15, a:b:c and std::vector",
        "a[i][j], [1][2] and [a][1]",
        "#rivers #europe",
        "#1 of all rivers",
        "#rivers are long, it says.",
        "a +-+ b, C++ and --+",
        "[^a-z ] and x[^ ] match",
        "if a < b and c > d then List<String> holds",
        "write <name> in its place",
        "C:\\Users\\me and \\n",
        "x = [[1, 2], [3, 4]]",
        "a == b, a === b, a ==b, ==> and <==, == alone",
        "about ~~5 minutes, ~~ and ~ 10",
        "it costs $5 and $10, or US$ 5m, $1.50, or from $5k",
        "$HOME and $PATH=x, $my_var, $i_max, $x, $_ and $1",
        "==closed==, ~~gone~~ and $E = mc^2$",
        "{1, 2, 3} is a set, {.5} too",
        "::: note\nText.\n:::",
        "{{c1::Canberra}} is a capital",
    ],
)
def test_what_means_something_is_not_told(text: str) -> None:
    assert told(f"# A\n\n{text}\n") == []


def test_each_kind_is_told_once_with_how_many_there_are() -> None:
    (found,) = told("# A\n\n{{one}}\n\n{{two}}\n")
    assert found.message.endswith("{{one}} (and 1 more)")


def test_notes_with_markup_in_them_are_told_how_it_would_be_read() -> None:
    document, _ = transform(read("RIVERS\n\nThe {{Rhine}} is long.\n", "rivers.txt")[0])
    (found,) = markup_shown(document)
    assert found.hint == "a file called .md is read as Markdown"

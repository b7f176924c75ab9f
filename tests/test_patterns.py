"""Texts of strangers: no pattern takes exponential or quadratic time, no scanner goes through a text twice."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from types import ModuleType
from typing import Any

import pytest
import reading
from ambiguity import faults

import triptych
from triptych.model.document import Text
from triptych.patterns import Late
from triptych.read.markdown.attributes import parse_attributes
from triptych.read.markdown.html import Tag, parse_tag, pieces
from triptych.read.source import read_source
from triptych.weigh.sentences import sentences

BOUNDED = {
    "chemistry._TOKEN": "a number is taken with or without its fraction",
    "dates._century": "200 characters of a date",
    "dates._found": "12 letters of a month",
    "dates._LONG": "200 characters of a date",
    "titles._TAIL": "100 characters at the end of a title",
    "bidi.IN_ORDER": "it begins only where no digit, sign or hyphen stands before",
    "direction.IN_ORDER": "it begins only where no digit, sign or hyphen stands before",
    "citations._locator": "what comes first is taken whole",
    "citations._PART": "the end takes whatever there is",
    "attributes._PARTS": "parts that have been read once already",
    "dialects._SIGNS": "40 lines of a comment",
    "dialects._SIGNS3": "blank lines at the beginning of a document",
    "templates._TAG": "400 characters of a tag",
    "templates._VALUE": "400 characters of a tag",
    "inline_builder._ADDRESS": "all that could begin another address belongs to this one",
    "formatted._ADDRESS": "all that could begin another address belongs to this one",
    "labels._SEPARATOR": "68 characters of a text",
    "language._CODE": "8000 characters of a document",
    "remark._SCALED": "200 characters between brackets",
    "lines._FRAMED": "80 characters between signs",
    "lists._STYLED": "1000 characters between the stars",
    "questions._NUMBER": "60 characters of an answer",
    "bars._INSIDE": "300 characters of a formula or of code in a cell",
    "cloze._CLOZE": "400 characters of a gap before 200 of its hint",
    "document._IMPORT": "200 characters of a name on a line of its own",
    "markup._SIGNS2": "400 characters of a tag",
    "markup._SIGNS8": "200 characters between brackets",
    "markup._SIGNS12": "400 characters, up to the next stars",
    "markup._SIGNS22": "400 characters, up to the next mark",
    "markup._SIGNS23": "400 characters, up to the next tildes",
    "markup._SIGNS16": "200 signs of a border",
    "markup._SIGNS17": "99 characters before a command and 99 behind it",
    "sized._PICTURE": "500 characters in brackets before 300 of an address",
    "spaced._CALLING": "500 characters in brackets before a call and 500 behind it",
    "sources._CITE": "200 characters in brackets",
    "sources._MATH": "5000 characters of a formula",
    "sources._VERBATIM": "20000 characters of code",
    "templates._SHORT_COMMENT": "2000 characters of a comment",
    "undrawn._NAMED": "100 characters of a name",
    "chat._FORMULA": "300 characters between brackets",
    "chat._IN_ONE": "300 characters between brackets",
    "chat._SOURCES": "120 characters of a mark",
    "includes._INCLUDE": "200 characters of a name on a line of its own",
    "mdx._FUNCTION": "200 characters before an arrow and 300 behind it",
    "mdx._COMMENT": "300 characters of a comment",
    "spaced._ENDS": "60 characters at the end of an address",
    "spaced._LINK": "500 characters in brackets before 200 of an address",
    "toml_places._LONG": "a million bytes of settings, whose last quotation alone may be open",
    "undrawn._ARROW": "60 characters on an arrow",
    "undrawn._NODE": "200 characters of a node",
    "comments._INLINE": "2000 characters of a comment",
    "classes._CLASSES": "200 characters before a bracket",
    "ends._SPACED": "9 characters before a full stop",
    "foreign_words._FOREIGN": "its first letter is a match by itself, so that no letter is tried twice",
    "foreign_footnotes._ORG": "1000 characters of a footnote, none of them a bracket that is left open",
    "outliners._MARKED": "1000 characters, up to the next mark",
    "reviews._CHANGE": "2000 characters of a change",
    "code_shape._SURE": "200 characters of a line",
    "first_look._CALL": "100 characters of a label",
    "footnotes._CALL": "100 characters of a label",
    "footnote_calls._INLINE": "4000 characters of a footnote, none of them a bracket that is left open",
    "footnote_calls._REFERENCE": "100 characters of a label",
    "marked._MARKED": "2000 characters, up to the next mark",
    "math._BRACKETED": "200 characters before 200 others, up to the next bracket",
    "math._LOOSE": "400 characters, up to the next dollar",
    "tex._LANGUAGE": "200 characters in brackets",
    "math._INLINE": "up to the next dollar or opening bracket",
    "references._BRACKETS": "200 characters of a key before 1000 others",
    "references._LATEX_CITE": "200 characters in brackets",
    "references._TITLED": "500 characters of a role",
    "shifted._LOWERED": "up to the next tilde",
    "shifted._RAISED": "up to the next caret",
    "package._NUMBERED": "a run of digits is looked at once",
    "answers._NUMBER": "a number is looked at once",
    "answers._WORD": "a run of letters is looked at once",
    "matching._WORD": "a run of letters is looked at once",
}
"""Patterns that go through a text in several ways, and what keeps them from doing so for long."""
_TRIED_EVERYWHERE = (
    "footnote_calls", "marked", "math", "spans", "classes", "shifted", "keys", "references", "wikilinks",
    "spaced", "comments", "raw_tex",
)  # fmt: skip
_SEARCHES = frozenset(("search", "finditer", "findall", "sub", "split"))


def _patterns() -> Iterator[tuple[str, re.Pattern[str], bool, bool]]:
    """Every pattern by its name, whether it is searched for, and whether it has to match the whole of a text."""
    for found in pkgutil.walk_packages(triptych.__path__, "triptych."):
        if not found.name.endswith("__main__"):
            module = importlib.import_module(found.name)
            for name, value in vars(module).items():
                for number, pattern in enumerate(_inside(_made(value))):
                    yield _described(module, f"{name}{number or ''}", name, pattern)


def _made(value: Any) -> Any:
    """The patterns that a function makes for a language, those for English; other values as they are."""
    if not isinstance(value, _lru_cache_wrapper):
        return value
    how = inspect.signature(value)
    makes = "Pattern" in str(how.return_annotation) and list(how.parameters) == ["lang"]
    return value("en") if makes else None


def _inside(value: Any) -> Iterator[re.Pattern[str]]:
    if isinstance(value, Late):
        yield value.compiled()
    elif isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, tuple | list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _inside(item)


def _described(
    module: ModuleType, name: str, variable: str, pattern: re.Pattern[str]
) -> tuple[str, re.Pattern[str], bool, bool]:
    used = set(re.findall(rf"\b{variable}(?:\(\w*\))?\.(\w+)", inspect.getsource(module)))
    everywhere = ".rules." in module.__name__ and module.__name__.rpartition(".")[2] in _TRIED_EVERYWHERE
    return (
        f"{module.__name__.rpartition('.')[2]}.{name}",
        pattern,
        (everywhere and "match" in used) or not used or bool(used & _SEARCHES),
        "fullmatch" in used,
    )


def test_no_pattern_goes_through_a_text_in_many_ways() -> None:
    found = {name: bad for name, *how in _patterns() if (bad := _bad(*how))}
    assert {name: bad for name, bad in found.items() if name not in BOUNDED or "exponential" in bad} == {}
    assert BOUNDED.keys() - found.keys() == set()  # none is excused that needs no excuse


_KNOWN: dict[tuple[str, int, bool, bool], list[str]] = {}


def _bad(pattern: re.Pattern[str], search: bool, whole: bool) -> list[str]:
    key = (pattern.pattern, pattern.flags, search, whole)
    if key not in _KNOWN:
        _KNOWN[key] = faults(pattern, search=search, whole=whole)
    return _KNOWN[key]


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        (r"(?:a+)+b", ["exponential"]),
        (r"(?:ab|a|b)*c", ["exponential"]),
        (r"(?:\s+|\w+)*>", ["exponential"]),
        (r"(?:\s++|\w++)*>", []),
        (r"\s*(.*?)\s*x", ["quadratic"]),
        (r"\d+\.?\d*x", ["quadratic"]),
        (r"\d++(?:\.\d*+)?x", []),
        (r"(?:,\s*\d+)*x", []),
    ],
)
def test_the_judge_of_patterns_knows_bad_ones(pattern: str, fault: list[str]) -> None:
    assert faults(re.compile(pattern), search=False, whole=False) == fault


def test_the_judge_of_patterns_knows_what_a_search_adds() -> None:
    assert faults(re.compile(r"\.+\sx"), search=True, whole=False) == ["quadratic"]
    assert faults(re.compile(r"(?<!\.)\.++\sx"), search=True, whole=False) == []
    assert faults(re.compile(r"\d+"), search=True, whole=False) == []


# --- texts that took minutes, or for ever ------------------------------------------------------------

HOSTILE = {
    "an HTML line that does not end": "<title gives the page its name " + "and more words to it " * 2000,
    "a tag that does not end": "<div " + "a" * 50_000,
    "attributes of a tag that does not end": "<div " + "class=box id=one data-kind=two " * 2000,
    "tags in quotes": "<p \"'<p '\"" * 10_000,
    "scripts without an end": "Text.\n\n" + "<script>x " * 10_000,
    "words in braces": "# Head {" + "a=b.c " * 5000 + "!}",
    "dots": "Well " + "." * 50_000 + " so",
    "bars and dots": "Well " + ".”" * 20_000 + " so",
    "colons": "::: " + ": " * 20_000 + "x",
    "a directive of spaces": "```{note}" + " " * 20_000 + "`x",
    "hashes": "# " + "# " * 20_000 + "x",
    "an abbreviation of spaces": "Text.\n\n*[A]: x" + " " * 20_000 + "x",
    "a template of spaces": "{%" + " " * 20_000 + "x",
    "highlighting without an end": "{% highlight " + "x" * 20_000,
    "a comment of keys": "<!--\n" + "a: <!--\n" * 5000,
    "brackets of titles": "# Head" + " (a)" * 10_000 + " x",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_read(text: str) -> None:
    document, _ = read_source(text.encode(), "text.md")
    assert document.sections


@pytest.mark.parametrize(
    "head", ["background: url(" + " " * 50_000, "date: " + "1" * 50_000, "title: x" + " " * 50_000 + "x"]
)
def test_a_hostile_front_matter_is_read(head: str) -> None:
    assert read_source(f"---\n{head}\n---\n\n# Head\n\nText.\n".encode(), "text.md")[0].sections


def test_a_hostile_bibliography_is_read() -> None:
    entry = "@book{k, author={A B}, title={Bounds for p <q and other inequalities in Banach spaces}, year=2001}"
    text = b"---\nbibliography: a.bib\n---\n\n# H\n\nAs said [@k].\n"
    document, problems = reading.read(text.decode(), "text.md", {"a.bib": entry.encode()}.get)
    assert problems == ()
    assert len(document.sections) == 2


def test_plain_notes_of_spaces_are_read() -> None:
    assert read_source(("Q" + " " * 50_000 + "x\n# a" + " #" * 20_000 + " x\n").encode(), "text.txt")[0].sections


def test_braces_with_values_that_look_like_classes() -> None:
    found = parse_attributes("{a=b.c#d .e}")
    assert found is not None
    assert (found.values, found.classes) == ((("a", "b.c#d"),), ("e",))


def test_the_sentences_of_dots() -> None:
    assert len(sentences((Text("One" + "." * 50_000 + " Two. Three"),))) == 3


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<b>", Tag("b")),
        ("</b >", Tag("b", closing=True)),
        ("<br/>", Tag("br")),
        ("<a href=x/y/>", Tag("a", attributes={"href": "x/y"})),
        ("<img alt='a < b > c' src=\"x\">", Tag("img", attributes={"alt": "a < b > c", "src": "x"})),
        ("<img alt='a", None),
        ("<a b <c>", None),
        ("<nothing>", None),
        ("<b> ", None),
    ],
)
def test_tags(html: str, found: Tag | None) -> None:
    assert parse_tag(html) == found


def test_a_tag_that_does_not_end_is_text_and_the_next_is_read() -> None:
    assert list(pieces('x <p class="y <b>z</b>')) == ["x ", "<", 'p class="y ', Tag("b"), "z", Tag("b", closing=True)]

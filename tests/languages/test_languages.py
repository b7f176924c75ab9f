"""Every language is complete, loads alone, and is found from any tag that means it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import triptych.languages
from triptych.languages import BY_SCRIPT, known, language, nearest, reading, region
from triptych.languages.language import Language
from triptych.languages.words import KEYS

MAY_LACK = {
    "before_colon": "where a colon stands right behind its label",
    "month_abbreviations": "where all of them are beginnings of the names",
    "months_in_dates": "where they are those that stand alone",
    "date_link": "where nothing stands between the parts of a date",
    "month_first_in": "where every region writes the day before the month",
    "centuries": "where the number of a century stands behind the word",
    "centuries_before": "where it stands before the word",
    "ordinals": "where nothing stands between them",
    "parts": "where a number does not stand behind such a word",
    "locators": "where works are cited with the English ones",
    "telling_words": "where no other language has the script",
    "letters": "where every language of the script has them",
    "abbreviations": "where they end in no stop",
    "small_words": "where texts are not weighed by words",
    "counts_with_stops": "where numbers with a full stop do not count",
    "before_places": "where names have no capitals, or endings for this",
    "before_persons": "where names have no capitals, or endings for this",
    "person_pronouns": "where they stand for things as well, or are left out",
    "names_before_nouns": "where such a name has an ending, or is one word with the noun",
    "stemmer": "where Snowball has none",
    "capital_nouns": "where a capital tells a name",
    "own_letters": "where every letter stands with its base letter",
    "digits": "where 0–9 are its own",
}
"""Fields that may be empty, and in which languages."""
LANGUAGES = [language(tag) for tag in known()]
NO_LANGUAGES = {"__init__", "language", "words", "everywhere", "few_words", "others", "scripts", "signs"}
MODULES = {path.stem for path in Path(triptych.languages.__file__).parent.glob("*.py")}


def test_every_module_of_a_language_is_known() -> None:
    assert {tag.replace("-", "_").lower() for tag in known()} == MODULES - NO_LANGUAGES
    assert [one.tag for one in LANGUAGES] == list(known())


@pytest.mark.parametrize("one", LANGUAGES, ids=known())
def test_its_phrases_are_complete_and_are_patterns(one: Language) -> None:
    for kind in one.phrases.__struct_fields__:
        pattern = getattr(one.phrases, kind)
        assert pattern == pattern.lower()
        assert pattern, kind
        assert not re.fullmatch(pattern, ""), f"{kind} allows for anything"


@pytest.mark.parametrize("one", LANGUAGES, ids=known())
def test_a_language_is_complete(one: Language) -> None:
    assert set(one.words) == set(KEYS)
    assert all(word.strip() for word in one.words.values())
    assert set(re.findall(r"\{(\w+)\}", one.words["page"])) in ({"page", "pages"}, {"page"})
    assert len(one.months) == 12
    assert len(one.months_in_dates) in (0, 12)
    assert len(one.digits) in (0, 10)
    assert one.centuries or one.centuries_before or one.tag == "he"
    assert one.telling_words or len(next(tags for tags in BY_SCRIPT.values() if one.tag in tags)) == 1
    empty = {field for field in one.__struct_fields__ if not getattr(one, field)}
    assert empty <= MAY_LACK.keys()


@pytest.mark.parametrize("one", LANGUAGES, ids=known())
def test_phrases_are_in_small_letters_and_patterns_can_be_used(one: Language) -> None:
    phrases = {*one.summary_titles, *one.conclusions, *one.parts, *one.reference_titles, *one.locators, *one.yes}
    phrases |= {*one.no, *one.telling_words, *one.month_abbreviations}
    said = one.abbreviations
    phrases |= {*f"{said.titles} {said.numbered} {said.others} {one.small_words}".split()}
    phrases |= {*f"{one.before_places} {one.before_persons} {one.person_pronouns}".split()}
    assert {phrase for phrase in phrases if phrase != phrase.lower() or phrase != phrase.strip() or not phrase} == set()
    for pattern in (*one.before_our_era, *one.centuries, *one.centuries_before, *one.ordinals):
        assert re.compile(pattern).groups == 0
        assert pattern == pattern.lower()


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("en", "en"), ("en-GB", "en"), ("DE-at", "de"), ("de_CH", "de"), ("zh", "zh"), ("zh-Hans-CN", "zh"),
        ("zh-Hant-TW", "zh-Hant"), ("zh-TW", "zh-Hant"), ("zh_HK", "zh-Hant"), ("iw", "he"), ("no", "nb"),
        ("pt-BR", "pt-BR"), ("pt-PT", "pt"), ("tlh", ""), ("", ""), ("e", ""), ("english", ""),
    ],
)  # fmt: skip
def test_the_nearest_language_is_taken(tag: str, found: str) -> None:
    assert nearest(tag) == found
    assert language(tag).tag == (found or "en")


def test_a_text_is_read_in_its_language_and_in_english() -> None:
    assert [one.tag for one in reading("de-AT")] == ["de", "en"]
    assert [one.tag for one in reading("en-US")] == ["en"]
    assert [one.tag for one in reading("")] == list(known()) == [one.tag for one in reading("tlh")]


@pytest.mark.parametrize(("tag", "found"), [("en-US", "US"), ("zh-Hant-tw", "TW"), ("es-419", "419"), ("de", "")])
def test_a_tag_may_name_a_region(tag: str, found: str) -> None:
    assert region(tag) == found


def loaded(code: str) -> set[str]:
    """The modules of languages that a new interpreter has loaded after some code."""
    program = f"{code}\nimport sys\nprint(*(name for name in sys.modules if name.startswith('triptych.languages.')))"
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    return {name.rsplit(".", 1)[1] for name in out.split()} - NO_LANGUAGES


def test_a_language_is_loaded_alone() -> None:
    assert loaded("from triptych.languages import language\nlanguage('de-AT')") == {"de"}


def test_a_plain_english_text_loads_english_only() -> None:
    text = "The treaty was signed in Rome and is the first of its kind. It was for the six states to keep it."
    read = "from triptych.read.source import read_source\nread_source"
    assert loaded(f"{read}({text!r}.encode(), 'a.txt')") == {"en"}
    assert loaded(f"{read}({('# T' + chr(10) * 2 + text)!r}.encode(), 'a.md')") == {"en"}

"""Dates as authors of several languages write them: their order, and where they stand in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triptych.transform.dates import dates_in, month_of, sort_key

IN_TIME = (
    "10,000 BC", "753 p.n.e.", "5th century BC", "44 v. Chr.", "公元前27年", "AD 14", "79",
    "V secolo", "around 800", "1066", "15th century", "siglo XIX", "1848", "März 1848", "1914–18", "1939-09-01",
    "Sept. 3, 1939", "1945", "9 de mayo de 1945", "May 1950", "9. Mai 1950", "1950年5月10日", "1er juin 1951", "1960s",
)  # fmt: skip


def test_dates_stand_in_the_order_of_time() -> None:
    keys = [sort_key(text, "") for text in IN_TIME]
    assert None not in keys
    assert sorted(keys) == keys


@pytest.mark.parametrize("text", ["44 BC", "44 B.C.", "44 BCE", "44 v. Chr.", "44 v. u. Z.", "44 av. J.-C.", "44 a.C.",
                                  "44 p.n.e.", "44 до н. э.", "44 π.Χ.", "44 ق.م", "公元前44年", "紀元前44年",
                                  "기원전 44년"])  # fmt: skip
def test_years_before_our_era_are_known_in_many_languages(text: str) -> None:
    assert sort_key(text, "") == (-44, 0, 0)


@pytest.mark.parametrize("text", ["long ago", "in March", "the Middle Ages", "", "BC"])
def test_what_says_no_year_has_no_key(text: str) -> None:
    assert sort_key(text, "") is None


def test_americans_write_the_month_first() -> None:
    assert sort_key("5/9/1950", "en-GB") == (1950, 9, 5)
    assert sort_key("5/9/1950", "en-US") == (1950, 5, 9)


@pytest.mark.parametrize(
    ("text", "lang", "key"),
    [
        ("9 مايو 1950", "ar", (1950, 5, 9)), ("9 מאי 1950", "he", (1950, 5, 9)),
        ("9 मई 1950", "hi", (1950, 5, 9)), ("44 ईसा-पूर्व", "hi", (-44, 0, 0)), ("西元前44年", "zh-TW", (-44, 0, 0)),
        ("3 mrt 1848", "nl", (1848, 3, 3)), ("9. Mai 1950", "en", (1950, 0, 0)), ("May 9, 1950", "de", (1950, 5, 9)),
    ],
)  # fmt: skip
def test_dates_are_read_in_their_language_and_in_english(text: str, lang: str, key: tuple[int, int, int]) -> None:
    assert sort_key(text, lang) == key


@pytest.mark.parametrize("word", ["Mark", "market", "mais", "decade", "Marcus", "set", "Noir", "an"])
def test_words_that_look_like_months_are_none(word: str) -> None:
    assert month_of(word, "") == (9 if word == "set" else 0)  # "set" is short for settembre


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("On 25 March 1957 it was signed; in 1973 others joined.", ["25 March 1957", "1973"]),
        ("From 1914–1918 and 1939-45, and in 44 BC.", ["1914–1918", "1939-45", "44 BC"]),
        ("Am 9. Mai 1950 sprach er.", ["9. Mai 1950"]),
        ("El 9 de mayo de 1950.", ["9 de mayo de 1950"]),
        ("It cost $1500, 1200 € or 1,500; 1999.5 of 12345 were 1800%.", []),
        ("The Treaty 1957, page 5 1950.", ["1957", "1950"]),
    ],
)
def test_dates_are_found_in_running_text(text: str, dates: list[str]) -> None:
    assert [text[start:end] for start, end in dates_in(text, "")] == dates


@given(st.text())
def test_any_text_can_be_looked_through(text: str) -> None:
    ends = [0]
    for start, end in dates_in(text, ""):
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)
    sort_key(text, "")

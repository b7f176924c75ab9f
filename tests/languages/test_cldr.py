"""What the Unicode Common Locale Data Repository has of our languages is what we have."""

import pytest

from triptych.languages import known, language

babel = pytest.importorskip("babel")
dates = pytest.importorskip("babel.dates")
NAMED = {"pt": "pt_PT", "pt-BR": "pt", "zh-Hant": "zh_Hant"}
"""CLDR's names of locales that are not ours."""


def locale(tag: str):
    return babel.Locale.parse(NAMED.get(tag, tag))


@pytest.mark.parametrize("tag", known())
def test_months_are_those_of_cldr(tag: str) -> None:
    one, of = language(tag), locale(tag)
    assert one.months == tuple(dates.get_month_names("wide", "stand-alone", of).values())
    assert (one.months_in_dates or one.months) == tuple(dates.get_month_names("wide", "format", of).values())


@pytest.mark.parametrize("tag", known())
def test_signs_in_numbers_are_those_of_cldr(tag: str) -> None:
    one, signs = language(tag), locale(tag).number_symbols["latn"]
    assert (one.decimal, one.group) == (signs["decimal"], signs["group"])


@pytest.mark.parametrize("tag", known())
def test_abbreviated_months_are_understood(tag: str) -> None:
    from triptych.transform.dates import month_of

    for number, name in dates.get_month_names("abbreviated", "format", locale(tag)).items():
        if not name[0].isdigit():
            assert month_of(name.rstrip(".׳॰"), tag) == number


@pytest.mark.parametrize("tag", known())
def test_the_abbreviation_of_years_before_our_era_is_understood(tag: str) -> None:
    from triptych.transform.dates import sort_key

    mark = dates.get_era_names("abbreviated", locale(tag))[0]
    for text in (f"44 {mark}", f"{mark} 44"):
        assert sort_key(text, tag) == (-44, 0, 0)

"""What ends sentences and stands behind labels in all scripts."""

import pytest
from documents import from_markdown

from triptych.languages.signs import behind_label, ended, space_between
from triptych.model.document import Text
from triptych.model.pages import TextItem
from triptych.model.queries import is_question, plain
from triptych.weigh.sentences import label_of, leads, sentences


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        ("hi", "भाप ठंडी होती है।", "बूँदें बनती हैं।"),
        ("ur", "بھاپ ٹھنڈی ہوتی ہے۔", "قطرے بنتے ہیں۔"),
        ("ar", "هل نلاحظها؟", "نعم، في المطر."),
        ("am", "እንፋሎት ይቀዘቅዛል።", "ጠብታዎች ይፈጠራሉ።"),
        ("hy", "Գոլորշին սառչում է։", "Առաջանում են կաթիլներ։"),
        ("km", "ចំហាយត្រជាក់។", "ដំណក់កើត។"),
        ("bn", "জল ঘোরে।", "সূর্য চালায়।"),
        ("my", "ရေလည်ပတ်သည်။", "နေကမောင်းသည်။"),
        ("bo", "ཆུ་འཁོར།", "ཉི་མ་འགྲོ།"),
        ("hi", "उसने कहा “बस।”", "फिर वह गया।"),
        ("fa", "آیا می‌بینیم؟", "بله، در باران."),
        ("ka", "წყალი ცივდება.", "წვეთები ჩნდება."),
        ("th", "น้ำไหล!", "ฝนตก!"),
    ],
)
def test_sentences_end_in_every_script(lang: str, first: str, second: str) -> None:
    for known in (lang, ""):
        assert [plain(one) for one in sentences((Text(f"{first} {second}"),), known)] == [first, second]


@pytest.mark.parametrize("text", ["水变冷。小水滴形成。", "「水か？」空だ。", "冷たい！雨だ！"])
def test_sentences_without_space_end(text: str) -> None:
    assert len(sentences((Text(text),), "ja")) == 2


def test_what_announces_ends_in_a_colon_of_any_script() -> None:
    assert all(leads(text) for text in ("as follows:", "如下：", "«следующее:»"))
    assert label_of((), "蒸发：太阳加热海面。") == "蒸发"
    assert label_of((), "水。蒸发：太阳") == ""
    assert ended("है।")
    assert ended("水。」")
    assert not ended("水")


@pytest.mark.parametrize(
    ("label", "usual", "lang", "said"),
    [
        ("Rain", ".", "en", ". "),
        ("Rain", ":", "en", ": "),
        ("Why?", ".", "en", " "),
        ("蒸発", ".", "ja", "："),
        ("水 (H₂O)", ":", "zh", "："),
        ("蒸発：", ".", "ja", ""),
        ("वर्षा", ".", "hi", ": "),
        ("জল", ".", "bn", ": "),
        ("Ջուր", ".", "hy", "։ "),
        ("वर्षा", ":", "hi", ": "),
        ("بارش", ".", "ur", ": "),
        ("المطر", ".", "ar", ". "),
        ("Regen fällt", ".", "de", ". "),
        ("비", ".", "ko", ". "),
        ("Rain", ".", "hi", ". "),
        ("አማርኛ", ".", "am", ": "),
        ("اردو", ".", "hi", ". "),
        ("ฝน", ".", "th", ": "),
        ("ភ្លៀង", ".", "km", ": "),
        ("မိုး", ".", "", ": "),
        ("Fusion", ":", "fr", "\u00a0: "),
        ("Ébullition", ":", "fr-CA", "\u00a0: "),
        ("Fusion\u00a0:", ":", "fr", " "),
        ("Fusion", ".", "fr", ". "),
    ],
)
def test_a_label_has_the_sign_of_its_script(label: str, usual: str, lang: str, said: str) -> None:
    assert behind_label(label, usual, lang) == said


def test_no_space_stands_between_chinese_sentences() -> None:
    assert space_between("水变冷。", "小水滴") == ""
    assert space_between("It rains.", "It") == space_between("है।", "वर्षा") == " "


def test_no_space_stands_between_chinese_sentences_on_a_sheet() -> None:
    chinese = from_markdown("# 吗\n\n水变冷。小水滴形成。\n").sheet.pages[0]
    said = "".join(item.text for item in chinese.items if isinstance(item, TextItem))
    assert "水变冷。小水滴形成。" in said
    english = from_markdown("# A\n\nIt is cold. Drops form.\n").sheet.pages[0]
    assert "cold. Drops" in "".join(item.text for item in english.items if isinstance(item, TextItem))


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Ի՞նչ է լինում ջրի հետ։", True),
        ("Ջուրը սառչում է։ Ե՞րբ է հայտնաբերվել։", True),
        ("Ե՞րբ։ Ջուրը սառչում է։", False),
        ("Ջուրը սառչում է։", False),
    ],
)
def test_armenian_asks_with_a_mark_within_a_word(text: str, asks: bool) -> None:
    assert is_question(text) == asks


def test_our_words_have_the_colon_of_their_language() -> None:
    french = from_markdown("---\nlang: fr\n---\n\n# Eau\n\n> [!TIP] Boire\n> De l’eau.\n").handout.pages[0]
    assert "Astuce\u00a0: Boire" in "".join(item.text for item in french.items if isinstance(item, TextItem))
    chinese = from_markdown("---\nlang: zh\n---\n\n# 水\n\n> [!TIP] 喝水\n> 每天喝水。\n").handout.pages[0]
    assert "提示：喝水" in "".join(item.text for item in chinese.items if isinstance(item, TextItem))

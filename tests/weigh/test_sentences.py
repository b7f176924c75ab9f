"""Where sentences end, and where they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triptych.model import document as doc
from triptych.model.queries import plain
from triptych.weigh.sentences import cut, divided, leads, sentences, strip


def cut_up(text: str, lang: str = "") -> list[str]:
    return [plain(part) for part in sentences((doc.Text(text),), lang)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("", "Dr. Hjulström measured it."),
        ("", "It is cold, e.g. in Oslo."),
        ("", "John F. Kennedy met Khrushchev in Vienna."),
        ("", "See Fig. 3 and pp. 4 ff."),
        ("", "Pi is 3.14 and e is 2.718."),
        ("", "Das gilt z.B. Im Winter nicht"),
        ("", "The file is called a.txt and b.md"),
        ("", "1. Text that begins with a number"),
        ("", "IV. Text that begins with a number"),
        ("en", "Marsh v. Alabama was about a company town."),
        ("en", "They met on Jan. 5 and on Sept. 12."),
        ("en", "It cites Art. 5 of vol. 3, resp. Tab. 2, on p. 33."),
        ("en", "Miller et al. (1990) and Kim et al. Nature 3 disagree."),
        ("en", "J. S. Bach and the U.S. Army have nothing in common."),
        ("en", "Wait for Mr. Will and Mrs. So."),
        ("en", "A buffer (a weak acid. Or a weak base.) keeps the pH."),
        ("en", "She said: “Come here. Now.”"),
        ("en", "“Is it late?” she asked."),
        ("de", "Das gilt z. B. Im Winter, d. h. Nicht im Sommer."),
        ("de", "Am 3. Oktober 1990 und im 19. Jahrhundert, vgl. Abb. 4 und S. 12."),
        ("de", "So der BGH, Urt. v. 7. Februar 2007, Az. VIII ZR 5/06, Rn. 4."),
        ("de", "Nach § 326 Abs. 1 S. 1 Hs. 1 BGB entfällt der Anspruch i. V. m. § 275."),
        ("de", "Unter Paul II. Polen besucht."),
        ("", "Am 3. Oktober geschah es."),
        ("fr", "Mme. Curie est née av. J.-C. ou après, cf. M. Dupont."),
        ("es", "El Sr. García y la Dra. Ruiz, pág. 5."),
        ("it", "Il dott. Bianchi, p.es. Domani, a pag. 5."),
        ("nl", "Dat is bijv. Amsterdam of blz. 5."),
        ("pl", "Np. Kraków, tzn. Polska, na str. 5."),
        ("ru", "Напр. Москва, т. е. Столица, на стр. 5, в 1990 г. Иванов."),
        ("ja", "「行け。早く。」と言った"),
    ],
)
def test_a_stop_that_ends_nothing(lang: str, text: str) -> None:
    assert cut_up(text, lang) == [text]


@pytest.mark.parametrize(
    ("lang", "parts"),
    [
        ("", ["One.", "Two."]),
        ("", ["Why?", "Because!", "So…", "Yes."]),
        ("", ['He said: "Go."', "Then he went."]),
        ("", ["It ended in 1945.", "The war was over."]),
        ("", ["(He left.)", "She stayed."]),
        ("", ["¿Qué?", "¡Nada!"]),
        ("", ["Give it to me.", "Then go on.", "Modern art.", "A new age."]),
        ("en", ["He left the U.S.", "The army stayed.", "It was 5 p.m.", "They slept."]),
        ("en", ["Apples, pears, etc.", "These are fruit.", "It lacks vitamin C.", "The rest is there."]),
        ("en", ["In the sixth century B.C.", "This changed.", "– Another begins."]),
        ("de", ["Es waren 12.", "Die anderen gingen usw.", "Das war es."]),
        ("fr", ["Il est mort en 44 av. J.-C.", "Les autres ont vécu."]),
        ("el", ["Τι είναι;", "Είναι καλό."]),
        ("hi", ["भाप ठंडी होती है।", "बूँदें बनती हैं।"]),
        ("ur", ["بھاپ ٹھنڈی ہوتی ہے۔", "قطرے بنتے ہیں۔"]),
        ("ar", ["هل نلاحظها؟", "نعم، في المطر."]),
        ("am", ["እንፋሎት ይቀዘቅዛል።", "ጠብታዎች ይፈጠራሉ።"]),
        ("hy", ["Գոլորշին սառչում է։", "Առաջանում են կաթիլներ։"]),
        ("km", ["ចំហាយត្រជាក់។", "ដំណក់កើត។"]),
        ("my", ["ရေလည်ပတ်သည်။", "နေကမောင်းသည်။"]),
        ("bo", ["ཆུ་འཁོར།", "ཉི་མ་འགྲོ།"]),
    ],
)
def test_sentences(lang: str, parts: list[str]) -> None:
    assert cut_up(" ".join(parts), lang) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["第一句。", "第二句！", "真的吗？", "是的。"],
        ["他说：“走吧。”", "她走了。"],
        ["「行け。」と言った。", "「はい。」", "彼女は走った。"],
        ["ほんと?", "うん!", "そうだ。"],
        ["भाप है।", "बूँदें हैं।"],
    ],
)
def test_sentences_without_spaces_between(parts: list[str]) -> None:
    assert cut_up("".join(parts)) == parts


def test_no_sentence_ends_in_code_or_behind_a_formula_as_behind_an_initial() -> None:
    inlines: doc.Inlines = (
        doc.Text("Let "),
        doc.InlineFormula("D", "D"),
        doc.Text(". Matrices like "),
        doc.CodeSpan("a. B? C"),
        doc.Text(" are"),
    )
    assert [plain(part) for part in sentences(inlines)] == ["Let D.", "Matrices like a. B? C are"]


@pytest.mark.parametrize(
    "head",
    [
        doc.Strong((doc.Text("Definition."),)),
        doc.Emphasis((doc.Text("Example 3 (Cantor)."),)),
        doc.Strong((doc.Text("परिभाषा।"),)),
    ],
)
def test_a_run_in_head_stays_with_what_it_heads(head: doc.Inline) -> None:
    inlines = (head, doc.Text(" A field is a ring. It has no zero divisors."))
    first, second = sentences(inlines)
    assert plain(first).endswith("A field is a ring.")
    assert plain(second) == "It has no zero divisors."


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("en", "Example. One half converges to nought.", 1),
        ("en", "Proof of 2. There is a bound. Then it holds.", 2),
        ("en", "It holds. Proof. There is a bound.", 2),
        ("en", "It ends here. See above.", 2),
        ("en", "So it goes on. Rivers flow.", 2),
        ("de", "Beispiel. Ein Halbes geht gegen null.", 1),
        ("fr", "Théorème 2. Toute suite convergente est bornée.", 1),
    ],
)
def test_a_label_that_nothing_sets_off_stays_with_what_it_heads(lang: str, text: str, count: int) -> None:
    assert len(cut_up(text, lang)) == count


def test_heads_may_follow_each_other_in_one_paragraph() -> None:
    heads = [doc.Strong((doc.Text(f"{word}."),)) for word in ("Definition", "Example")]
    inlines = (heads[0], doc.Text(" A field is a ring. "), heads[1], doc.Text(" The rationals. So what."))
    found = [plain(part) for part in sentences(inlines)]
    assert found == ["Definition. A field is a ring.", "Example. The rationals.", "So what."]


def test_a_head_whose_stop_stands_behind_it() -> None:
    assert len(sentences((doc.Strong((doc.Text("Theorem 2"),)), doc.Text(". Every field is a ring.")))) == 1


def test_a_sentence_in_bold_is_no_head() -> None:
    bold = doc.Strong((doc.Text("Water at sea level boils at one hundred degrees."),))
    assert len(sentences((bold, doc.Text(" On a mountain it boils earlier.")))) == 2


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("By the end you can:", True),
        ("如下：", True),
        ("At 10:30", False),
        ("Էներգիան և զանգվածը միասին են.", True),
        ("Էներգիան և զանգվածը միասին են։", False),
        ("It rains.", False),
    ],
)
def test_a_lead_in_ends_in_a_colon(text: str, there: bool) -> None:
    assert leads(text) == there


def test_marks_of_text_are_cut_with_it() -> None:
    inlines: doc.Inlines = (
        doc.Strong((doc.Text("One. Tw"),)),
        doc.Link((doc.Text("o. Thr"),), "x"),
        doc.Text("ee."),
    )
    assert sentences(inlines) == (
        (doc.Strong((doc.Text("One. "),)),),
        (doc.Strong((doc.Text("Tw"),)), doc.Link((doc.Text("o. "),), "x")),
        (doc.Link((doc.Text("Thr"),), "x"), doc.Text("ee.")),
    )


def test_a_long_paragraph_is_cut_in_one_go() -> None:
    """Cutting sentence after sentence from the rest would take a minute."""
    parts = sentences((doc.Text("All of this is said again and again. " * 20_000),), "en")
    assert len(parts) == 20_000


_texts = st.text("ab. ?!。।(“”)éB\u0301", min_size=1)
_leaf = st.one_of(_texts.map(doc.Text), _texts.map(doc.CodeSpan), st.just(doc.FootnoteCall(1)))
_inlines = st.lists(
    st.one_of(_leaf, st.lists(_leaf).map(tuple).map(doc.Strong), st.lists(_leaf).map(tuple).map(doc.Emphasis))
).map(tuple)  # fmt: skip


@given(_inlines, st.sampled_from(["", "en", "de", "ja", "xx"]))
def test_no_letter_is_lost(inlines: doc.Inlines, lang: str) -> None:
    parts = sentences(inlines, lang)
    assert "".join("".join(plain(part).split()) for part in parts) == "".join(plain(inlines).split())


@given(st.text(), st.sampled_from(["", "en", "de", "el", "zh"]))
def test_any_text_is_the_sum_of_its_sentences(text: str, lang: str) -> None:
    assert "".join("".join(part.split()) for part in cut_up(text, lang)) == "".join(text.split())


@given(_inlines, st.integers(-1, 40))
def test_what_is_cut_is_the_whole(inlines: doc.Inlines, offset: int) -> None:
    head, tail = cut(inlines, offset)
    assert plain(head) + plain(tail) == plain(inlines)


@given(_inlines, st.lists(st.integers(0, 40)).map(sorted))
def test_cutting_at_once_keeps_everything(inlines: doc.Inlines, offsets: list[int]) -> None:
    parts = divided(inlines, offsets)
    assert len(parts) == len(offsets) + 1
    assert "".join(map(plain, parts)) == plain(inlines)


@given(_inlines)
def test_strip_takes_only_space(inlines: doc.Inlines) -> None:
    assert plain(strip(inlines)).strip() == plain(inlines).strip()

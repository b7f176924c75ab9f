"""Questions from the text alone: answers stand in the text, nothing is told, no wrong answer is right, no new word."""

import itertools
import re

import pytest
from documents import NAMES, case
from reading import rewritten

from triptych.languages import language
from triptych.model import document as doc
from triptych.model.document import Document
from triptych.model.gaps import phrases
from triptych.model.queries import block_inlines, inlines_of, plain, walk_blocks, walk_sections
from triptych.model.questions import asked, offered
from triptych.read.notes.document import read_notes
from triptych.transform import transform
from triptych.transform.exam import Asked, questions_from
from triptych.transform.exam.answers import answers_of
from triptych.transform.exam.choices import SAME
from triptych.transform.exam.material import material_of
from triptych.transform.exam.names import Names
from triptych.transform.exam.secrets import ALIKE
from triptych.transform.exam.sorts import sorts_of
from triptych.weigh.stems import Words

TREATIES = """# Coal and steel

Robert Schuman presented the plan for the **High Authority** in Paris in 1950. Konrad Adenauer signed the Treaty of
Paris in 1951. Jean Monnet became the first president of the authority in 1952. Great Britain stayed away from the talks
until 1973, when it joined with Denmark.

# Rome

The **Commission** is the body that proposes laws in Brussels. The **Council** is where the ministers of the members
decide. The **Parliament** consists of members whom the voters elect since 1979. The treaties of Rome were signed in
1957. Walter Hallstein led the first body of nine members. The **subsidiarity** of laws means that a village decides
what a village can.
"""
LETTERS = "Tea\n\nTea is good. People drink it. It is warm.\n"


def texts(document: Document) -> list[str]:
    """Everything that the author wrote, piece by piece, with single spaces."""
    found = [document.meta.title]
    for section in walk_sections(document.sections):
        found += [plain(inlines) for inlines in inlines_of(section)]
        found += [block.said for block in walk_blocks(section.blocks) if isinstance(block, doc.Formula)]
    return [" ".join(text.split()) for text in found]


def shown(one: Asked) -> str:
    """What is read of a question in a test, without its answer."""
    blocks = offered(one.question)
    below = [plain(i) for block in walk_blocks(blocks) for i in getattr(block, "inlines", ()) and (block.inlines,)]
    return " ".join([plain(asked(one.question)), *below])


def documents() -> list[tuple[str, Document]]:
    return [*((name, case(name).document) for name in NAMES), ("treaties", rewritten(TREATIES))]


ALL = documents()
every = pytest.mark.parametrize("document", [one for _, one in ALL], ids=[name for name, _ in ALL])
turns = pytest.mark.parametrize("variant", [0, 2])


@every
@turns
def test_the_answer_of_each_gap_stands_in_the_text_exactly_there(document: Document, variant: int) -> None:
    said = texts(document)
    for one in questions_from(document, 0, ("gaps",), variant):
        whole = " ".join(plain(one.question.inlines).split())
        assert phrases(one.question.inlines)
        assert _stands(whole, said), whole


def _stands(whole: str, said: list[str]) -> bool:
    """Whether a question stands in the text as it is, or behind the label or cells that the text has before it."""
    if any(whole in text for text in said):
        return True
    label, _, rest = whole.partition(": ")
    cells = whole.split(" · ")
    return (label in said and any(rest in text for text in said)) or (len(cells) > 1 and all(c in said for c in cells))


@every
@turns
def test_no_wrong_answer_is_right_as_well(document: Document, variant: int) -> None:
    said, words = texts(document), Words(document.meta.lang)
    for one in questions_from(document, 0, ("choices",), variant):
        answer = one.question.answer
        assert isinstance(answer, doc.Choice)
        right = [plain(option.inlines) for option in answer.options if option.right]
        assert len(right) == 1
        assert any(" ".join(plain(_filled(one)).split()) in text for text in said)
        around = set(words.stems(plain(asked(one.question)).replace("[__]", " ")))
        for option in answer.options:
            if option.right:
                continue
            wrong = plain(option.inlines)
            assert not set(words.stems(wrong)) & set(words.stems(right[0]))
            for place in one.places:
                assert not _has(place.text, wrong)
            for sentence in (s for text in said for s in re.split(r"(?<=[.!?]) ", text)):
                if _has(sentence, wrong):
                    assert len(set(words.stems(sentence)) & around) < max(2, SAME * len(around))


def _filled(one: Asked) -> doc.Inlines:
    return tuple(part for i in one.question.inlines for part in (i.children if isinstance(i, doc.Blank) else (i,)))


def _has(text: str, phrase: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE) is not None


@every
def test_no_word_is_anybodys_but_the_authors_or_the_languages(document: Document) -> None:
    known = " ".join((*texts(document), *language(document.meta.lang).words.values()))
    allowed = set(re.findall(r"[^\W\d_]+", known.casefold()))
    for one in questions_from(document):
        letters = re.findall(r"[^\W\d_]+", shown(one).casefold())
        assert {word for word in letters if len(word) > 1} <= allowed


@every
@turns
def test_no_question_tells_what_another_asks(document: Document, variant: int) -> None:
    questions = questions_from(document, 0, (), variant)
    words = Words(document.meta.lang)
    asked_for = []
    for one in questions:
        answer = one.question.answer
        if isinstance(answer, doc.Gaps):
            asked_for += [(one, plain(phrase)) for phrase in phrases(one.question.inlines)]
        elif isinstance(answer, doc.Choice):
            asked_for += [(one, plain(option.inlines)) for option in answer.options if option.right]
    names = [(" ".join(text.split())).casefold() for _, text in asked_for]
    assert len(set(names)) == len(names)
    for one, text in asked_for:
        own = set(words.stems(text))
        around = set(words.stems(" ".join(_read(one)))) - own
        for read in (piece for other in questions if other is not one for piece in _read(other)):
            alike = len(set(words.stems(read)) & around)
            assert not (_has(read, text) and alike >= max(min(2, len(around)), ALIKE * len(around))), (text, read)


def _read(one: Asked) -> list[str]:
    """The texts that are read in a question, each alone: what it asks, what stands below, both sides of pairs."""
    answer = one.question.answer
    match answer:
        case doc.Choice():
            return [plain(asked(one.question)).replace("[__]", " … ")]
        case doc.Matching():
            return [plain(side) for pair in answer.pairs for side in (pair.left, pair.right)]
        case doc.Ordering():
            return [plain(i) for item in answer.items for block in item.blocks for i in block_inlines(block)]
        case _:
            return [shown(one).replace("[__]", " … ")]


@every
def test_the_same_document_has_the_same_questions(document: Document) -> None:
    assert questions_from(document) == questions_from(document)


def test_plain_notes_give_questions_of_all_kinds() -> None:
    kinds = {type(one.question.answer).__name__ for one in questions_from(rewritten(TREATIES))}
    assert kinds >= {"Choice", "Gaps", "Matching", "Ordering"}


def test_each_term_is_asked_for() -> None:
    found = set()
    for one in questions_from(rewritten(TREATIES)):
        answer = one.question.answer
        found |= {plain(phrase) for phrase in phrases(one.question.inlines)}
        if isinstance(answer, doc.Choice):
            found |= {plain(option.inlines) for option in answer.options if option.right}
        elif isinstance(answer, doc.Matching):
            found |= {plain(pair.left) for pair in answer.pairs}
    assert found >= {"High Authority", "Commission", "Council", "Parliament", "subsidiarity"}


def test_events_are_put_in_the_order_of_time_without_their_dates() -> None:
    (one,) = questions_from(rewritten(TREATIES), 0, ("ordering",))
    answer = one.question.answer
    assert isinstance(answer, doc.Ordering)
    items = [
        plain(i) for item in answer.items for b in item.blocks if isinstance(b, doc.Paragraph) for i in (b.inlines,)
    ]
    assert not any(character.isdigit() for item in items for character in item)
    assert len(items) >= 3
    years = []
    for item in items:
        whole = " ".join(TREATIES.replace("**", "").split())
        before, _, behind = item.partition("…")
        assert before + behind in re.sub(r"\d{4}", "", whole)
        found = re.search(r"\d{4}", whole[whole.index(before or behind) - (5 if not before else 0) :])
        assert found is not None
        years.append(int(found[0]))
    assert years == sorted(years)


def test_a_question_is_answered_by_its_points_and_never_by_the_conclusion() -> None:
    text = "Bread\n\nWhat spoils bread?\n- Mould: spores settle on it\n- Air: it dries\n\nIn conclusion, eat it soon.\n"
    document, _ = transform(read_notes(text, "bread.txt")[0])
    (one,) = [q for q in questions_from(document) if isinstance(q.question.answer, doc.Open)]
    answer = one.question.answer
    assert isinstance(answer, doc.Open)
    said = " ".join(
        plain(i) for block in walk_blocks(answer.blocks) for i in getattr(block, "inlines", ()) and (block.inlines,)
    )
    assert "Mould: spores settle on it" in said
    assert "conclusion" not in said


@pytest.mark.parametrize(
    "text",
    [
        LETTERS,
        "# A\n\nWords.\n",
        "# A\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n",
        "# A\n\n```\ncode = 1953\n```\n",
        "# 1953\n",
    ],
)
def test_too_little_text_gives_no_questions(text: str) -> None:
    assert questions_from(rewritten(text)) == ()


def test_many_terms_give_a_test_as_long_as_others() -> None:
    terms = "\n\n".join(
        f"The **term{n} of kind{n}** is a thing that group{n} showed to town{n} at noon." for n in range(300)
    )
    assert len(questions_from(rewritten(f"# Terms\n\n{terms}\n"))) == 20


CHINESE = (
    "1911年，**辛亥革命**推翻了清朝的统治。1919年，五四运动在北京爆发，学生们走上街头。"
    "1921年，第一次代表大会在上海召开。《新青年》是新文化运动的主要刊物。**三民主义**是孙中山提出的政治纲领。"
)
ARABIC = (
    "تأسست **الدولة الأموية** في دمشق على يد معاوية بن أبي سفيان. كان **بيت الحكمة** مكتبة كبيرة ومركزا للترجمة."
    " سقطت بغداد عام 1258 على يد المغول بقيادة هولاكو. **التعريب** هو جعل اللغة العربية لغة الدواوين والنقود."
)
GERMAN = (
    "Am 9. November 1918 rief Philipp Scheidemann die Republik aus. Die **Inflation** ist die Entwertung des Geldes, "
    "die 1923 endete. Gustav Stresemann führte die Rentenmark ein. Friedrich Ebert war der erste Präsident."
)


@pytest.mark.parametrize(("lang", "text"), [("zh", CHINESE), ("ar", ARABIC), ("de", GERMAN)])
def test_any_language_can_be_asked(lang: str, text: str) -> None:
    document = rewritten(f"---\nlang: {lang}\n---\n\n# 1\n\n{text}\n")
    questions = questions_from(document)
    assert len(questions) >= 2
    known = " ".join((*texts(document), *language(lang).words.values()))
    for one in questions:
        for word in re.findall(r"[^\W\d_]+", shown(one)):
            assert len(word) == 1 or word in known


@pytest.mark.parametrize(
    ("lang", "sentence", "found"),
    [
        ("en", "Then John F. Kennedy met Charles de Gaulle in May.", ["John F. Kennedy", "Charles de Gaulle"]),
        ("en", "Despite the rain the Bank of England opened.", ["Bank of England"]),
        ("en", "It takes CO2 and G3P from Rome.", ["CO2", "Rome"]),
        ("en", "When Stalin died, Stalin's heirs argued.", ["Stalin", "Stalin"]),
        ("de", "Dann sprach Konrad Adenauer im Haus über Kohle.", ["Konrad Adenauer"]),
        ("fr", "Alors la France et l'Allemagne signent.", ["France", "Allemagne"]),
    ],
)
def test_names_are_runs_of_capitals(lang: str, sentence: str, found: list[str]) -> None:
    names = Names([sentence], lang, Words(lang))
    assert [sentence[start:end] for start, end in names.spans(sentence)] == found


def gaps_of(text: str, lang: str) -> dict[str, tuple[str, ...]]:
    """The sentences that a test of a text asks for by gaps, with what is left out of each."""
    found = questions_from(rewritten(f"---\nlang: {lang}\n---\n# Text\n\n{text}"))
    asked_by_gaps = [one.question for one in found if isinstance(one.question.answer, doc.Gaps)]
    return {
        plain(question.inlines): tuple(plain(part) for part in phrases(question.inlines)) for question in asked_by_gaps
    }


def test_a_sentence_that_begins_with_a_pronoun_is_not_asked_alone() -> None:
    text = "The bank of Lyon was founded in 1543 by traders.\n\nIt was closed again by the king in 1612.\n"
    assert [said[:8] for said in gaps_of(text, "en")] == ["The bank"]


def test_in_german_nouns_are_asked_for_and_no_verbs() -> None:
    text = (
        "Die Bauern bringen im Herbst reiche Ernte. Danach sinkt am Markt der hohe Preis. "
        "Arme Leute kaufen endlich Brot.\n"
    )
    left_out = [phrase for found in gaps_of(text, "de").values() for phrase in found]
    assert left_out
    assert all(phrase[0].isupper() for phrase in left_out)


def test_a_reference_is_not_asked_for() -> None:
    text = 'As @fig:a shows, the walls are thin.\n\n![Walls](a.png "Thin walls"){#fig:a}\n'
    assert not any("Figure" in found for found in gaps_of(text, "en").values())
    assert not any("Figure" in found for found in gaps_of("See Figure 2 of the walls in Rome.\n", "en").values())


TOLD = """When Anna Berg met President Karl Lind in Oslo, Berg spoke of the Lake Treaty of 1911 and the Hill Congress in
1912. Paul Moor lived in Bergen. Moor had seen Iceland, Oslo, Bergen and Malmö. Anna Falk came from Northern Iceland.
The Iron Law ended in May. Soviet aides slept in Soviet beds. They feared Berg and fled to Malmö in
Sweden. Fearing Soviet spies, Karl Holm (1870–1930) wept.
"""


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("Anna Berg", "person"),  # Berg stands alone as well
        ("President Karl Lind", "person"),
        ("Anna Falk", "person"),  # another Anna is one
        ("Oslo", "place"),
        ("Hill Congress", "event"),
        ("Iceland", "place"),  # in a list with places
        ("Karl Holm", "person"),
        ("Iron Law", ""),
        ("Soviet", ""),
    ],
)
def test_the_text_tells_what_sort_of_thing_a_name_is(name: str, sort: str) -> None:
    sentences = [" ".join(s.split()) for s in re.split(r"(?<=\.)\s", TOLD) if s]
    names = Names(sentences, "en", Words("en"))
    sorts = sorts_of(sentences, [list(names.spans(sentence)) for sentence in sentences], "en")
    assert "Fearing Soviet" not in sorts
    assert sorts.get(name, "") == sort


@every
def test_wrong_answers_are_of_the_same_sort(document: Document) -> None:
    material = material_of(document)
    answers = answers_of(material)
    kinds = {(a.text, a.kind, a.sort) for found in answers.values() for a in found}
    for one in questions_from(document, 0, ("choices",)):
        answer = one.question.answer
        assert isinstance(answer, doc.Choice)
        (right,) = [{k[1:] for k in kinds if k[0] == plain(o.inlines)} for o in answer.options if o.right]
        for wrong in ({k[1:] for k in kinds if k[0] == plain(o.inlines)} for o in answer.options if not o.right):
            assert {k for k in right & wrong if k != ("name", "")}


def test_mere_words_are_new_and_the_last_of_what_belongs_together() -> None:
    text = "Cultural exchanges grew between both. Many exchanges helped to reduce stereotypes and foster understanding."
    (one,) = [q for q in questions_from(rewritten(f"# A\n\n{text}\n"), 0, ("gaps",)) if "Many" in shown(q)]
    assert [plain(phrase) for phrase in phrases(one.question.inlines)] == ["stereotypes"]


def test_what_is_left_of_an_abbreviation_is_no_name() -> None:
    sentence = "He served in the U.S. Army and with US-Soviet friends of John Smith."
    names = Names([sentence], "en", Words("en"))
    assert [sentence[start:end] for start, end in names.spans(sentence)] == ["US-Soviet", "John Smith"]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The League fined Soviet aides in May. Most Soviet aides slept well in the old barracks.", "Soviet"),  # whose
        ("Older studies of the towns by Smith (2000) counted mills near rivers.", "Smith"),  # a work that is cited
        ("The group's leader spoke of a “heal” of the whole body in those years.", "heal"),  # mere quotation
        ("The towns (Weeks 2011 (revised)) grew by trade along the river for years.", "2011"),  # within brackets twice
    ],
)
def test_what_says_nothing_of_the_subject_is_not_asked_for(text: str, never: str) -> None:
    assert never not in {phrase for found in gaps_of(text, "en").values() for phrase in found}


def test_somebody_whom_no_name_says_is_not_asked_about() -> None:
    text = (
        "Emma Stone led the guild of bakers in Leeds.\n\nIn 1830, she founded the first school of the town.\n\n"
        "A monarch rules in 1840 until he or she dies in the palace.\n"
    )
    said = " ".join(gaps_of(text, "en"))
    assert "school" not in said
    assert "monarch" in said


def test_a_name_is_asked_for_without_its_title() -> None:
    (phrases_of,) = gaps_of("The bill was signed by President Karl Lindberg in the capital.\n", "en").values()
    assert phrases_of == ("Karl Lindberg",)


def test_wrong_years_are_near_and_wrong_numbers_count_the_same() -> None:
    text = "# Towns\n\n" + " ".join(
        f"The {town} mill was built by the guild of {town} in {year} and lost {lost} percent of its {thing}."
        for town, year, lost, thing in (
            ("Leeds", 1830, 12, "rooms"),
            ("York", 1834, 14, "walls"),
            ("Hull", 1838, 31, "doors"),
            ("Ripon", 1842, 17, "beams"),
            ("Whitby", 1999, 45, "tiles"),
        )
    )
    for one in questions_from(rewritten(text + " The rope has 16 strands of yarn.\n"), 0, ("choices",)):
        answer = one.question.answer
        assert isinstance(answer, doc.Choice)
        said = {plain(option.inlines) for option in answer.options}
        assert "16" not in said or said == {"16"}
        assert not (said & {"1999"} and said & {"1830", "1834"})


LABELLED = """Trade

1.Ports: Ships from Genoa reached the harbour of Bruges. This brought spices and silk to the markets of Flanders.

2.Banks: Merchants in Bruges lent money against bills. These bills replaced heavy coins on long journeys.

3.Guilds: Weavers in Ghent fixed prices for cloth. They kept foreign weavers out of town.
"""


def test_what_goes_on_from_a_label_is_asked_with_it() -> None:
    document, _ = transform(read_notes(LABELLED, "trade.txt")[0])
    said = [shown(one) for one in questions_from(document, 0, ("gaps",))]
    led = [text for text in said if "This brought" in text or "These bills" in text]
    assert led
    assert all(text.startswith(("Ports: ", "Banks: ")) for text in led)
    assert not any(text.startswith(("This ", "These ", "They ")) for text in said)


def test_a_long_text_is_not_filled_up_with_mere_words() -> None:
    sentence = "The busy workers of the {0} carry wooden {1}s, which heavy {2}s lift over the dusty yard."
    words = ("bracket", "lantern", "cushion", "blanket", "ladder", "basket")
    text = " ".join(sentence.format(a, f"{b}{n}", f"{a}{n}") for n in "abcdefgh" for a, b in itertools.pairwise(words))
    assert len(questions_from(rewritten(f"# Yard\n\n{text}\n"))) <= 10


def test_a_place_has_an_article_nowhere_else() -> None:
    sentences = [
        "He lives in Rome and in the city of Milan.",
        "They sat in Parliament and in the house.",
        "The vote of the Parliament was near.",
        "In the evening Rome sleeps.",
    ]
    names = Names(sentences, "en", Words("en"))
    sorts = sorts_of(sentences, [list(names.spans(sentence)) for sentence in sentences], "en")
    assert (sorts["Rome"], sorts["Parliament"]) == ("place", "")


def test_mary_of_a_place_is_no_place() -> None:
    sentences = ["They came from Kansas and lived in Kansas.", "It was Mary Lease of Kansas who spoke."]
    names = Names(sentences, "en", Words("en"))
    sorts = sorts_of(sentences, [list(names.spans(sentence)) for sentence in sentences], "en")
    assert sorts["Kansas"] == "place"
    assert sorts["Mary Lease of Kansas"] != "place"


def test_a_people_is_no_person() -> None:
    sentences = [
        "Many African Americans voted.",
        "The Americans went home.",
        "Every American knows Karl Holm.",
        "Holm won.",
    ]
    names = Names(sentences, "en", Words("en"))
    sorts = sorts_of(sentences, [list(names.spans(sentence)) for sentence in sentences], "en")
    assert sorts["Karl Holm"] == "person"
    assert sorts["African Americans"] == ""


def test_a_year_that_belongs_to_a_name_is_no_date_of_an_event() -> None:
    text = "Both towns of the valley signed the Treaty of 1911 with pride. The mill of the valley burned down in 1920."
    assert not any("1911" in phrase for found in gaps_of(text, "en").values() for phrase in found)


def test_two_choices_are_not_made_among_the_same_options() -> None:
    years = (
        "The library of Lund was opened to every reader in 1951.\n\n"
        "A storm destroyed half of the harbour at Bergen in 1953.\n\n"
        "Engineers completed a steel bridge across the Aura in 1955.\n\n"
        "Teachers founded the first evening school for sailors in 1957.\n"
    )
    found = questions_from(rewritten(f"# Towns\n\n{years}\n"), kinds=("choices",))
    options = [
        frozenset(plain(option.inlines) for option in one.question.answer.options)
        for one in found
        if isinstance(one.question.answer, doc.Choice)
    ]
    assert options
    assert all(len(first & second) < 3 for n, first in enumerate(options) for second in options[:n])


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        ("In the Midwest, people like to believe that winters are longer than they were before.", "Midwest"),
        ("The ship carried grain and wine, and Prince Harald paid for all of its voyages to the north.", "Harald"),
        ("The two discussed the price of grain and wine for several days in the harbour of Lisbon.", "Lisbon"),
    ],
)
def test_what_nobody_could_know_or_many_would_fit_is_not_asked_for(sentence: str, never: str) -> None:
    found = questions_from(rewritten(f"# Trade\n\n{sentence}\n\nGrain was stored in the large granaries.\n"))
    gaps = [plain((inline,)) for one in found for inline in one.question.inlines if isinstance(inline, doc.Mark)]
    assert never not in gaps

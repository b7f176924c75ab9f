"""What the slides of a lecture say: heads with their text, sentences with what they speak of, long ones shortened."""

import pytest
from documents import from_markdown, theme
from measuring import slide_faults

from triptych.model.deck import Deck, FormulaBox, Para, Run, Slide, TextBox, TextFill
from triptych.model.forms import DeckForm
from triptych.plan.deck.choice import choice_of
from triptych.plan.deck.compose.shorten import shortened_text
from triptych.plan.deck.drafts import Setting, body
from triptych.plan.deck.measure import Measured
from triptych.plan.deck.plan import plan_deck
from triptych.plan.deck.units import TextUnit
from triptych.read.markdown.document import read_markdown
from triptych.weigh.cues import patterns

HEAD = "---\ntitle: Water\nlang: en\n---\n"
FILLER = "".join(f"Sentence {k} says that river {k} carries {k} tons of sand to sea {k}. " for k in range(120))


def talk(text: str, form: DeckForm | None = None) -> Deck:
    document, _ = read_markdown(HEAD + text, "text.md")
    return plan_deck(document, theme(), {}, form=form or DeckForm())


def texts(slide: Slide) -> list[str]:
    fills = [getattr(fill, "text", fill) for fill in slide.fills]
    paras = [para for fill in fills if isinstance(fill, TextFill | TextBox) for para in fill.paras]
    return ["".join(run.text for run in para.runs) for para in paras]


def shown(deck: Deck) -> list[str]:
    return [text for slide in deck.slides[1:] for text in texts(slide)]


def noted(deck: Deck) -> str:
    return " ".join("".join(run.text for run in para.runs) for slide in deck.slides for para in slide.notes)


# --- heads and what they head ------------------------------------------------------------------------


def test_the_title_of_a_box_stays_only_with_something_of_it() -> None:
    inside = "".join(f"Grain {k} of the sand {k} lies on shore {k}. " for k in range(60))
    box = f"> [!NOTE] A story\n> {inside}\n"
    deck = talk(f"# A\n\n{FILLER}\n\n::: {{.notes-only}}\n{box}:::\n\n[The river ends here.]{{.slide}}\n")
    assert "The river ends here." in shown(deck)
    assert "A story" not in shown(deck)
    assert "A story" in noted(deck)


# --- sentences that need the one before them ---------------------------------------------------------

_PAIRS = [
    ("en", "He disliked it.", True),
    ("en", "Those who came stayed.", False),
    ("en", "Of these, a third were soldiers.", True),
    ("en", "Of those who came, most stayed.", False),
    ("de", "Dieser Fluss ist lang.", True),
    ("de", "Davon war ein Drittel gesund.", True),
    ("de", "Das Wasser ist kalt.", False),
    ("fr", "Cette rivière est longue.", True),
    ("fr", "Parmi eux, un tiers est malade.", True),
    ("es", "De ellos, un tercio murió.", True),
    ("sv", "Den första floden är lång.", False),
]


@pytest.mark.parametrize(("lang", "text", "refers"), _PAIRS)
def test_a_pronoun_at_the_beginning_refers_to_the_sentence_before(lang: str, text: str, refers: bool) -> None:
    assert patterns(lang).refers(text) is refers


def test_a_sentence_with_a_pronoun_is_chosen_with_the_one_before_it_or_not_at_all() -> None:
    pairs = "".join(
        f"Explorer {k} crossed the river {k} with {k} boats. She named the river {k} **Blue {k}** after boat {k}. "
        for k in range(90)
    )
    document, _ = read_markdown(f"{HEAD}# A\n\n{pairs}\n", "text.md")
    choice = choice_of(document, DeckForm())
    assert choice.weights is not None
    named = {k for k in choice.kept if choice.weights.statements[k].text.startswith("She")}
    assert named
    assert all(k - 1 in choice.kept for k in named)


def test_a_formula_led_in_by_a_word_is_shown_with_the_sentence_before_that() -> None:
    deck = talk(f"# A\n\n{FILLER}\n\nIf the river is wide, it is slow. Then\n\n$$v = q / a.$$\n")
    assert "If the river is wide, it is slow." in shown(deck)
    deck = talk(f"# A\n\n{FILLER}\n\nIf the river is wide, it is slow. The speed of water is then\n\n$$v = q / a.$$\n")
    assert "If the river is wide, it is slow." not in shown(deck)


@pytest.mark.parametrize("lead", ["Below is an excerpt from his letter.", "Here are the words of his letter:"])
def test_what_announces_an_excerpt_does_not_stay_without_it(lead: str) -> None:
    deck = talk(f"# A\n\n{FILLER}\n\n{lead}\n\n> Nothing here is worth a slide. Truly nothing.\n\n{FILLER}\n")
    quote = [text for text in shown(deck) if text.startswith("Nothing here")]
    assert bool(quote) or lead not in shown(deck)


# --- shortening --------------------------------------------------------------------------------------

_LONG = "the river carries the sand of the hills down to the flat land near the sea every year in spring"


def shortened(text: str, lang: str = "en") -> str:
    unit = TextUnit(Para((Run(text),)), 1, True, False, True, 1)
    return "".join(run.text for run in shortened_text(unit, lang).para.runs)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        (f"However, {_LONG}.", f"{_LONG[0].upper()}{_LONG[1:]}."),
        (f"In spring {_LONG} (or so they say here).", f"In spring {_LONG}."),
        (f"In spring {_LONG} (Figure 2).", f"In spring {_LONG}."),
        (f"In spring {_LONG}, for example to the bay.", f"In spring {_LONG}."),
        (f"In spring {_LONG} (SV).", f"In spring {_LONG} (SV)."),
        (f"In spring {_LONG} (1947).", f"In spring {_LONG} (1947)."),
        ("However, it rains.", "However, it rains."),
        ("It rains (and nobody is glad of that).", "It rains (and nobody is glad of that)."),
    ],
)
def test_long_sentences_lose_only_what_they_can_do_without(text: str, short: str) -> None:
    assert shortened(text) == short


def test_terms_in_brackets_are_never_left_out() -> None:
    runs = (Run(f"In spring {_LONG} ("), Run("the great flood", bold=True), Run(") again."))
    unit = TextUnit(Para(runs), 1, True, False, True, 1)
    assert shortened_text(unit, "en") is unit


def test_the_notes_have_the_sentence_whole_and_short_documents_are_not_shortened() -> None:
    said = f"However, {_LONG} (or so they say here)."
    deck = talk(f"# A\n\n{FILLER}\n\n{said} [It ends.]{{.slide}}\n\n{said[:-1]} and [here]{{.slide}}.\n")
    assert said[:-1] in noted(deck)
    assert any(text.startswith(_LONG[0].upper() + _LONG[1:]) for text in shown(deck))
    assert said in shown(talk(f"# A\n\n{said}\n\nIt rains.\n"))


# --- mere titles, and what an author keeps off -------------------------------------------------------


@pytest.mark.parametrize("full", [False, True])
def test_many_mere_titles_are_a_list(full: bool) -> None:
    deck = talk("".join(f"## Title {k}\n\n" for k in range(60)), DeckForm(full=full))
    assert len(deck.slides) <= 6
    assert [text for text in shown(deck) if text.startswith("Title")] == [f"Title {k}" for k in range(60)]


_OFF = "# A\n\nSeen.\n\n{}\n\n# B\n\nShown.\n"


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize(
    "block",
    [
        "::: {.notes-only}\nHidden.\n:::",
        "::: summary {.notes-only}\nHidden.\n:::",
        "::: question {.notes-only}\nHidden.\n:::",
        "[Hidden.]{.notes-only}",
    ],
)
def test_what_is_for_the_notes_only_is_on_no_slide(block: str, full: bool) -> None:
    deck = talk(_OFF.format(block), DeckForm(full=full))
    assert "Hidden" not in " ".join([*shown(deck), *(slide.title for slide in deck.slides)])
    assert "Hidden." in noted(deck)


# --- comparison --------------------------------------------------------------------------------------

_LISTS = "- cheap\n- soon learnt\n", "- loud\n- heavy to carry\n"


@pytest.mark.parametrize("head", ["## {}", "**{}**"])
def test_two_short_lists_stand_side_by_side(head: str) -> None:
    deck = talk(f"# Boats\n\n{head.format('For')}\n\n{_LISTS[0]}\n{head.format('Against')}\n\n{_LISTS[1]}")
    (slide,) = deck.slides[1:]
    assert slide.layout.role == "comparison"
    assert slide.title == "Boats"
    assert texts(slide)[1:] == ["For", "cheap", "soon learnt", "Against", "loud", "heavy to carry"]
    assert slide_faults(deck) == []


# --- titles ------------------------------------------------------------------------------------------


def test_a_table_on_a_slide_of_its_own_is_named_in_the_title() -> None:
    rows = "".join(f"| river {k} | {k} |\n" for k in range(30))
    deck = talk(f"# Rivers\n\nRivers are long.\n\n| River | Length |\n|---|---|\n{rows}")
    assert "Rivers: River, Length" in [slide.title for slide in deck.slides]


# --- pictures ------------------------------------------------------------------------------------------


def test_a_long_alternative_text_waits_in_the_notes_of_the_caption() -> None:
    alt = " ".join(f"word{k}" for k in range(40))
    deck = talk(f'# Rivers\n\nRivers are long.\n\n![{alt}](missing.png "The long river")\n')
    assert any("The long river" in text for text in shown(deck))
    assert alt not in " ".join(shown(deck))
    assert alt in noted(deck)


# --- heights -----------------------------------------------------------------------------------------


def test_lowered_characters_make_a_line_higher() -> None:
    slot = body(Setting(read_markdown("", "a.md")[0], theme(), {}), "body")
    runs = Run("2"), Run("2", shift="sub")
    flat, low = (Measured(Para((Run("CO"), run)), slot, "Courier New").height(800, 1.0) for run in runs)
    size = slot.levels[0].size
    assert 0.15 * size < low - flat < 0.25 * size


@pytest.mark.parametrize("words", ["one two three four five six seven eight nine", "electronegativity " * 6])
def test_words_alone_in_a_formula_stand_within_their_box(words: str) -> None:
    deck = from_markdown(f"{HEAD}# A\n\n::: summary\n$$\\text{{{words.strip()}}}$$\n:::\n").deck
    assert any(isinstance(fill, FormulaBox) for slide in deck.slides for fill in slide.fills)
    assert slide_faults(deck) == []


def test_greetings_before_and_behind_a_text_wait_in_the_notes() -> None:
    deck = talk("Sure! Here is a handout:\n\n---\n\n# Rivers\n\nThey carry sand.\n\nLet me know what you think!\n")
    said = [text for slide in deck.slides for text in texts(slide)]
    assert "They carry sand." in said
    assert not any("Sure" in text or "handout" in text or "Let me" in text for text in said)
    notes = "".join(run.text for slide in deck.slides for para in slide.notes for run in para.runs)
    assert "Here is a handout:" in notes
    assert "Let me know" in notes


@pytest.mark.parametrize("text", ["Welcome to the coast. It is wet.\n", "Here are the rivers:\n\n- one\n- two\n"])
def test_what_leads_in_or_is_all_there_is_stays(text: str) -> None:
    said = " ".join(text for slide in talk(text).slides for text in texts(slide))
    assert ("It is wet." in said) or ("Here are the rivers:" in said)


# --- questions -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("beneath", ["", "- [x] 2 and 5\n- [ ] 4 and 3\n"])
def test_a_question_with_a_matrix_stands_as_text_and_not_as_a_title(beneath: str) -> None:
    matrix = r"\begin{pmatrix}4&2\\1&3\end{pmatrix}"
    deck = talk(f"# A\n\n::: question\nWhat are the eigenvalues of ${matrix}$?\n\n{beneath}:::\n")
    (slide,) = [slide for slide in deck.slides if slide.title == "Question"]
    formulae = [fill for fill in slide.fills if isinstance(fill, FormulaBox)]
    assert [run.formula for para in formulae[0].text.paras for run in para.runs if run.formula] == [matrix]
    assert slide_faults(deck) == []


def test_a_question_that_characters_can_say_is_a_title() -> None:
    deck = talk("# A\n\n::: question\nWhat is $x^2$ for $x = 3$?\n:::\n")
    assert any(slide.title.startswith("What is") for slide in deck.slides)

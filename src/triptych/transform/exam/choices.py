"""Sentences with a gap and answers to choose from: the wrong ones are the text's own, and of the same kind."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from triptych.model import document as doc
from triptych.model.queries import plain
from triptych.patterns import late
from triptych.transform.exam.answers import Answer
from triptych.transform.exam.drafts import Draft, place_of
from triptych.transform.exam.gaps import gapped, led, without, worth_of
from triptych.transform.exam.material import Material, Passage
from triptych.transform.exam.secrets import says, secret, shown, squeezed

WRONG, FEWEST = 3, 2
"""Wrong answers to choose from, and how few they may be."""
TRIES = 60
"""How many answers are looked at: each is looked for in the whole text."""
SAME = 0.3
"""The share of a sentence's words from which on another sentence may say the same."""
FAR, NEAR = 60, 10
"""Years from which on nobody takes one date for the other, and as many as a small word that is not the same counts."""
LONGEST = 6
"""Words of an answer to choose."""
_YEAR = late(r"\d{3,4}")


class Pool(msgspec.Struct, frozen=True):
    """Every answer of a document, each once, the stems of all by their texts, and the sentences as texts to look in.

    `rows` has the numbers of the sentences that say an answer, by its text.

    `frame` is the small word that names most often stand behind, such as an article: what stands behind it and what
    does not are hardly of one kind.
    """

    answers: tuple[Answer, ...]
    texts: tuple[str, ...]
    stems: dict[str, frozenset[str]]
    rows: dict[str, tuple[int, ...]]
    frame: str = ""


def pool_of(material: Material, answers: dict[int, tuple[Answer, ...]]) -> Pool:
    """What wrong answers are taken from."""
    once: dict[tuple[str, str], Answer] = {}
    for found in answers.values():
        for answer in found:
            once.setdefault((answer.kind, squeezed(answer.text)), answer)
    frames = Counter(answer.frame for answer in once.values() if answer.kind == "name" and answer.frame)
    frame = min(frames, key=lambda frame: (-frames[frame], frame), default="")
    texts = tuple(squeezed(passage.text) for passage in material.passages)
    said = {answer.text for found in answers.values() for answer in found}
    stems = {text: frozenset(material.words.stems(text)) for text in said}
    places = _places(texts)
    rows = {answer.text: _rows(squeezed(answer.text), texts, places) for answer in once.values()}
    return Pool(tuple(once.values()), texts, stems, rows, frame)


def _places(texts: Sequence[str]) -> dict[str, set[int]]:
    """The numbers of the texts that have each word in them."""
    out: dict[str, set[int]] = {}
    for number, text in enumerate(texts):
        for word in text.split():
            out.setdefault(word, set()).add(number)
    return out


def _rows(said: str, texts: Sequence[str], places: dict[str, set[int]]) -> tuple[int, ...]:
    """The numbers of the texts that say an answer; only those with all its words, where words stand apart."""
    words = said.split()
    if any(char >= "\u2e80" for char in said) or not words:
        return tuple(number for number, text in enumerate(texts) if says(text, said))
    among = set.intersection(*(places.get(word, set()) for word in words))
    return tuple(number for number in sorted(among) if says(texts[number], said))


def choice_drafts(
    passage: Passage, answers: Sequence[Answer], pool: Pool, material: Material, labels: tuple[str, ...]
) -> Iterator[Draft]:
    """The ways to ask a sentence by a choice, the best first; what is quoted is of no one kind, and has no others."""
    for answer in answers:
        if answer.kind in ("word", "quote") or len(answer.text.split()) > LONGEST:
            continue
        wrong = wrong_answers(passage, answer, pool, material)
        if len(wrong) >= FEWEST:
            yield _draft(passage, answer, wrong, material, labels)


def _draft(
    passage: Passage, answer: Answer, wrong: Sequence[str], material: Material, labels: tuple[str, ...]
) -> Draft:
    rest = f"{plain(passage.label)} {without(passage.text, [answer])}"
    texts = sorted((answer.text, *wrong), key=lambda text: _drawn(f"{passage.text}/{text}"))
    options = tuple(doc.Option((doc.Text(text),), text == answer.text) for text in texts)
    cut = gapped(passage.inlines, [answer])
    stem = (*led(passage), *(doc.Blank(i.children) if isinstance(i, doc.Mark) else i for i in cut))
    question = doc.Question(stem, (), passage.line, answer=doc.Choice(options), points=1.0)
    return Draft(
        "choices",
        question,
        (place_of(passage, labels),),
        worth_of(passage) + answer.worth,
        passage.section,
        (squeezed(answer.text),),
        (shown(rest, material, passage.number),),
        (secret(answer.text, rest, material, passage.number),),
        (passage.number,),
    )


def wrong_answers(passage: Passage, answer: Answer, pool: Pool, material: Material) -> tuple[str, ...]:
    """Wrong answers that could be taken for the right one, those most like it first; none is right as well."""
    alike = [other for other in pool.answers if other.kind == answer.kind and _is_alike(answer, other, pool.frame)]
    ranked = sorted(alike, key=lambda other: (_distance(answer, other), _drawn(f"{passage.text}/{other.text}")))
    out: list[str] = []
    for other in ranked[:TRIES]:
        if len(out) == WRONG:
            break
        text = other.text
        related = any(_related(text, one, pool) for one in (answer.text, *out))
        if not related and not fits_too(text, answer.text, passage, pool, material):
            out.append(text)
    return tuple(out)


def fits_too(other: str, answer: str, passage: Passage, pool: Pool, material: Material) -> bool:
    """Whether another answer may be right as well: the sentence itself names it, or one that says nearly the same."""
    around = passage.stems - pool.stems[answer]
    if pool.stems[other] & around or says(pool.texts[passage.number], f" {_initials(other)} "):
        return True
    most = max(2, SAME * len(around))
    return any(
        number == passage.number or len(material.passages[number].stems & around) >= most for number in pool.rows[other]
    )


def _is_alike(answer: Answer, other: Answer, frame: str) -> bool:
    """Whether both have the same form: initials, numbers of a size, dates as exact as each other."""
    one, two = answer.text, other.text
    if answer.kind == "date":
        return one.isdigit() == two.isdigit() and len(one.split()) == len(two.split()) and _years(one, two) <= FAR
    if answer.kind == "number":
        return answer.sort == other.sort and _form(one) == _form(two) and abs(len(one) - len(two)) <= 1
    if answer.kind == "name" and (not answer.sort or answer.sort != other.sort):
        return False  # nothing tells that both are persons, places or events
    if answer.kind == "name" and frame and (answer.frame == frame) != (other.frame == frame):
        return False
    if answer.kind == "term" and (answer.sort != other.sort or (one[:1].isupper() and (" " in one) != (" " in two))):
        return False
    if ("-" in one) != ("-" in two):
        return False
    return _is_initials(one) == _is_initials(two) and one[:1].isupper() == two[:1].isupper()


def _is_initials(text: str) -> bool:
    return " " not in text and len(text) <= 5 and text == text.upper() != text.lower()


def _distance(answer: Answer, other: Answer) -> float:
    """How unlike another answer is: behind another small word, of more or fewer words."""
    words = abs(len(answer.text.split()) - len(other.text.split()))
    ending = answer.text[-1:] != other.text[-1:] if answer.kind == "term" else False  # many terms, or one
    return 2.0 * (answer.frame != other.frame) + words + ending + _years(answer.text, other.text) / NEAR


def _years(one: str, other: str) -> int:
    """How many years lie between two dates; 0 where they have no year."""
    years = [found[0] for text in (one, other) if (found := _YEAR.search(text))]
    return abs(int(years[0]) - int(years[1])) if len(years) == 2 else 0


def _form(number: str) -> str:
    """What a number looks like: its signs, and whether it has any digits behind a sign."""
    return "".join(char for char in number if not char.isdigit())


def _related(one: str, other: str, pool: Pool) -> bool:
    """Whether two answers name the same thing, as far as letters tell: by common words, or by initials."""
    if pool.stems[one] & pool.stems[other] or squeezed(one) == squeezed(other):
        return True
    return _initials(one) == other.casefold() or _initials(other) == one.casefold()


def _initials(text: str) -> str:
    return "".join(word[0] for word in text.casefold().split())


def _drawn(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()

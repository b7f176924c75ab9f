"""Open questions: labels that are to be explained in the words of their points."""

from collections.abc import Iterator

from triptych.languages.signs import behind_label
from triptych.languages.words import word
from triptych.model import document as doc
from triptych.model.queries import block_inlines, plain, walk_blocks
from triptych.transform.exam.answers import Answer
from triptych.transform.exam.drafts import Draft, Place
from triptych.transform.exam.material import Material, Point
from triptych.transform.exam.secrets import Secret, shown

BY_LENGTH = ((25, 2.0), (50, 3.0), (90, 4.0))
"""Words of an answer, and the points for one that is no longer."""
MOST_POINTS = 6.0
FEWEST_WORDS = 12
"""Words of what a label says from which on it can be explained."""


def label_drafts(
    material: Material, answers: dict[int, tuple[Answer, ...]], labels: tuple[str, ...]
) -> Iterator[Draft]:
    """Labels that are to be explained in the words of their points, of which no other question may show a sentence.

    Those are worth more of which less can be asked otherwise.
    """
    for number, point in enumerate(material.points):
        own = [material.passages[k] for k in point.passages]
        count = sum(len(passage.text.split()) for passage in own)
        if point.term or count < FEWEST_WORDS or not labels[number]:
            continue
        explain = word(material.document, "explain")
        said = explain + behind_label(explain, ":", material.document.meta.lang)
        question = doc.Question(
            (doc.Text(said), *point.label),
            (),
            point.line,
            answer=doc.Open(point.blocks),
            points=points_for(point.blocks),
        )
        asks = sum(
            1 for k in point.passages for answer in answers.get(k, ()) if answer.kind != "word" and answer.worth > 0
        )
        worth = sum(passage.weight for passage in own) / len(own) - asks
        hidden = tuple(Secret("", frozenset(), passage.number) for passage in own)
        text = shown(plain(point.label), material)
        place = Place(point.section, labels[number], own[0].text)
        yield Draft("open", question, (place,), worth, point.section, (), (text,), hidden, point.passages)


def points_for(blocks: doc.Blocks) -> float:
    """The points for an answer in words, by its length."""
    count = len(text_of(blocks).split())
    return next((points for most, points in BY_LENGTH if count <= most), MOST_POINTS)


def labels_of(points: tuple[Point, ...]) -> tuple[str, ...]:
    """What each point is called."""
    return tuple(" ".join(plain(point.label).split()).strip(" .:") for point in points)


def text_of(blocks: doc.Blocks) -> str:
    """All running text of some blocks."""
    return " ".join(plain(inlines) for block in walk_blocks(blocks) for inlines in block_inlines(block))

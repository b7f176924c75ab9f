"""What the author's text itself asks: questions with the text that answers them, marked phrases, formulae."""

from collections.abc import Iterator

from triptych.model import document as doc
from triptych.model.cues import Cue
from triptych.model.queries import GAP, inner, plain
from triptych.model.walk import Node, map_children
from triptych.transform.cues import cues_of
from triptych.transform.exam.drafts import Draft, Place
from triptych.transform.exam.material import Material
from triptych.transform.exam.open import points_for, text_of
from triptych.transform.exam.secrets import Secret, secret, shown, squeezed

ASKED = 6.0
"""What a question of the author's is worth: more than any that is made."""


def author_drafts(material: Material) -> Iterator[Draft]:
    """What the author's text asks, marks and introduces: questions with the text that answers them, marked phrases."""
    for cue in cues_of(material.document):
        if cue.kind in ("asked", "formula"):
            points = points_for(cue.back) if cue.kind == "asked" else 2.0
            question = doc.Question(cue.front, cue.below, cue.line, answer=doc.Open(cue.back), points=points)
            place = Place(cue.section, "", text_of(cue.back))
            front = plain(cue.front)
            yield Draft("open", question, (place,), ASKED, cue.section, (), (shown(front, material),))
        elif cue.kind == "phrase":
            yield _phrase(cue, material)


def _phrase(cue: Cue, material: Material) -> Draft:
    """A text with marked phrases, each of which is a gap."""
    front = map_children(doc.Paragraph(cue.front), _marked).inlines
    hidden = [plain(part.children) for part in _marks(front)]
    rest = plain(cue.front).replace(GAP, " … ")
    question = doc.Question(front, (), cue.line, answer=doc.Gaps(), points=float(max(1, len(hidden))))
    secrets: tuple[Secret, ...] = tuple(secret(text, rest, material) for text in hidden)
    answers = tuple(map(squeezed, hidden))
    place = Place(cue.section, "", plain(front))
    return Draft("gaps", question, (place,), ASKED, cue.section, answers, (shown(rest, material),), secrets)


def _marked(node: Node) -> Node:
    """Blanks as the key phrases that they were."""
    return doc.Mark(node.children) if isinstance(node, doc.Blank) else map_children(node, _marked)


def _marks(inlines: doc.Inlines) -> Iterator[doc.Mark]:
    for inline in inlines:
        if isinstance(inline, doc.Mark):
            yield inline
        else:
            yield from _marks(inner(inline))

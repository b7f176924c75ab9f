"""The who-is-who: a native table of names and what is said of them, continued where it is long."""

from collections.abc import Sequence

from triptych.languages.words import word
from triptych.model.document import Cell, Person, Row, Strong, Table, Text
from triptych.plan.deck.content import Ids, content, drafts
from triptych.plan.deck.drafts import Draft, Setting
from triptych.plan.deck.titles import Heading
from triptych.plan.deck.units import ObjectUnit


def people_drafts(people: Sequence[Person], setting: Setting, ids: Ids) -> list[Draft]:
    """The slides of a who-is-who, none if there is nobody."""
    if not people:
        return []
    names = [Row((Cell((Strong((Text(person.name),)),)), Cell(person.said)), person.line) for person in people]
    head = Row(tuple(Cell((Text(word(setting.document, key)),)) for key in ("name", "explanation")))
    unit = ObjectUnit(Table(head, tuple(names), ("left", "left")))
    heading = Heading(word(setting.document, "people"))
    return drafts(content([unit], setting), heading, setting, ids, people[0].line)

"""Questions to be answered on slides: what there is to choose from beneath the question, the answer in the notes."""

from msgspec.structs import replace

from triptych.model.deck import Para, Run
from triptych.model.document import Question
from triptych.model.questions import answered, asked, offered
from triptych.model.words import word
from triptych.plan.deck.content import Ids, content, drafts
from triptych.plan.deck.drafts import Draft, Setting
from triptych.plan.deck.titles import Heading, heading_of
from triptych.plan.deck.units import notes_of, units, within


def question_drafts(
    block: Question, said: tuple[Para, ...], heading: Heading, setting: Setting, ids: Ids
) -> list[Draft]:
    """The question on a slide of its own if it has nothing to show with it, else as the title above that."""
    title = heading_of(asked(block), heading.title, block.line)
    waiting, inner = within((*block.blocks, *offered(block)))
    notes = (*said, *waiting, *_answer(block, setting))
    if not inner:
        return [Draft(ids.next(), "question", title, notes=notes, line=block.line)]
    made = drafts(content(inner, setting), title, setting, ids, block.line)
    return [replace(made[0], notes=(*made[0].notes, *notes)), *made[1:]]


def _answer(block: Question, setting: Setting) -> tuple[Para, ...]:
    """The answer for the speaker notes, behind its word."""
    said = notes_of(units(answered(block)))
    return (Para((Run(word(setting.document, "answer"), bold=True),), bullet=False), *said) if said else ()

"""Questions to be answered on slides: what there is to choose from beneath the question, the answer in the notes."""

from msgspec.structs import replace

from triptych.languages.words import word
from triptych.model.deck import Para, Run
from triptych.model.document import Figure, Question
from triptych.model.queries import walk_blocks
from triptych.model.questions import answered, asked, offered
from triptych.plan.deck.content import Ids, content, drafts
from triptych.plan.deck.drafts import Draft, Setting
from triptych.plan.deck.titles import Heading, heading_of
from triptych.plan.deck.units import ObjectUnit, notes_of, units, within


def question_drafts(
    block: Question, said: tuple[Para, ...], heading: Heading, setting: Setting, ids: Ids
) -> list[Draft]:
    """The question on a slide of its own if it has nothing to show with it, else as the title above that."""
    title = heading_of(asked(block), heading.title, block.line)
    waiting, inner = within((*block.blocks, *offered(block)), setting.lang)
    notes = (*said, *waiting, *_answer(block, setting))
    if not inner:
        made = [Draft(ids.next(), "question", title, notes=notes, line=block.line)]
    else:
        made = drafts(content(inner, setting), title, setting, ids, block.line)
        made[0] = replace(made[0], notes=(*made[0].notes, *notes))
    return [*made, *_pictures(block, title.title, setting, ids)]


def _pictures(block: Question, title: str, setting: Setting, ids: Ids) -> list[Draft]:
    """The pictures of an answer, which notes cannot show, on slides behind the question."""
    seen = set(map(id, walk_blocks(offered(block))))  # with what there is to choose from
    found = [part for part in walk_blocks(answered(block)) if isinstance(part, Figure)]
    pictured = [ObjectUnit(part) for part in found if part.image.source in setting.pictures and id(part) not in seen]
    heading = Heading(word(setting.document, "answer"), title, group=block.line)
    return drafts(content(pictured, setting), heading, setting, ids, block.line) if pictured else []


def _answer(block: Question, setting: Setting) -> tuple[Para, ...]:
    """The answer for the speaker notes, behind its word."""
    said = notes_of(units(answered(block), setting.lang), setting.lang)
    return (Para((Run(word(setting.document, "answer"), bold=True),), bullet=False), *said) if said else ()

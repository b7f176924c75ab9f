"""Questions to be answered on slides: what there is to choose from beneath the question, the answer in the notes."""

from collections.abc import Sequence

from msgspec.structs import replace

from triptych.languages.words import word
from triptych.model.deck import Para, Run
from triptych.model.document import Figure, Paragraph, Question
from triptych.model.queries import walk_blocks
from triptych.model.questions import answered, asked, offered
from triptych.plan.deck.content import Ids, content, drafts
from triptych.plan.deck.drafts import Content, Draft, Setting
from triptych.plan.deck.grouping import within
from triptych.plan.deck.spoken import notes_of
from triptych.plan.deck.texts import statement
from triptych.plan.deck.titles import Heading, heading_of, title_fill, title_runs
from triptych.plan.deck.units import ObjectUnit, TextUnit, units


def question_drafts(
    block: Question, said: tuple[Para, ...], heading: Heading, setting: Setting, ids: Ids
) -> list[Draft]:
    """The question on a slide of its own if it has nothing to show with it, else as the title above that.

    One with a formula that characters cannot say stands as text beneath the word for it: titles have characters only.
    """
    title, text = _question(block, heading, setting)
    waiting, inner = within((*block.blocks, *offered(block)), setting.lang)
    notes = (*said, *waiting, *_answer(block, setting))
    if not text and not inner:
        made = [Draft(ids.next(), "question", title, notes=notes, line=block.line)]
    else:
        made = drafts(content((*text, *inner), setting), title, setting, ids, block.line)
        made[0] = replace(made[0], notes=(*made[0].notes, *notes))
    return [*made, *_pictures(block, title.title, setting, ids)]


def thought_drafts(
    block: Question, said: tuple[Para, ...], heading: Heading, setting: Setting, ids: Ids
) -> list[Draft]:
    """A question that is there to be thought of, on a slide of its own, and what belongs to it on others.

    What there is to choose from stands beneath its question.
    """
    title, text = _question(block, heading, setting)
    waiting, inner = within(block.blocks, setting.lang)
    if inner and not text and (chosen := _choices(inner, title, setting)):
        made = drafts(chosen, title, setting, ids, block.line)
        return [replace(made[0], notes=(*said, *waiting, *made[0].notes))]
    if text or (inner and not title.title.strip()):  # what is shown asks, without a word
        made = drafts(content((*text, *inner), setting), title, setting, ids, block.line)
        return [replace(made[0], notes=(*said, *waiting, *made[0].notes)), *made[1:]]
    first = Draft(ids.next(), "question", title, notes=(*said, *waiting), line=block.line)
    return [first, *drafts(content(inner, setting), title, setting, ids, block.line)]


def _choices(inner: Sequence[TextUnit | ObjectUnit], title: Heading, setting: Setting) -> Content:
    """The slide of a list with its question as the title; nothing if it is no list, or there is no room for both."""
    if any(not isinstance(unit, TextUnit) or unit.joins or unit.heads for unit in inner):
        return []
    made = content(inner, setting)
    at = setting.theme.layout(made[0][0]).first("title")
    whole = at is not None and title_fill(title_runs(title, title.title), at, setting.theme.code_family)[1]
    return made if len(made) == 1 and whole else []


def _question(block: Question, heading: Heading, setting: Setting) -> tuple[Heading, tuple[TextUnit | ObjectUnit, ...]]:
    """The title of a question's slide, and its text if that is no title."""
    _, text = within((Paragraph(asked(block), block.line),), setting.lang)
    if not any(_is_drawn(run) for unit in text if isinstance(unit, TextUnit) for run in unit.para.runs):
        return heading_of(asked(block), heading.title, block.line), ()
    title = Heading(word(setting.document, "question"), heading.title, group=block.line)
    return title, tuple(statement(unit) if isinstance(unit, TextUnit) else unit for unit in text)


def _is_drawn(run: Run) -> bool:
    """Whether a run is a formula that characters cannot say."""
    if not run.formula:
        return False
    from triptych.model.latex import lettered  # late: few documents have a formula

    return lettered(run.formula) is None


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

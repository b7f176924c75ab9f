"""The slides of the sections of a document, from their blocks and their subsections."""

from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from triptych.languages.words import word
from triptych.model import document as doc
from triptych.model.deck import Para
from triptych.model.footnote_calls import without_calls
from triptych.model.queries import asks, plain
from triptych.model.theme import Role
from triptych.plan.deck.about import detail_of, lead_of
from triptych.plan.deck.choice import Choice
from triptych.plan.deck.compose import Composed, Topic, compose
from triptych.plan.deck.content import Ids, content, drafts, simplified
from triptych.plan.deck.drafts import Draft, Setting, with_layout
from triptych.plan.deck.footing import with_all_calls
from triptych.plan.deck.grouping import flattened, grouped, rowed, within
from triptych.plan.deck.looks import on_ground
from triptych.plan.deck.points import lead_in, point_drafts
from triptych.plan.deck.questions import question_drafts, thought_drafts
from triptych.plan.deck.spoken import left_of, notes_of
from triptych.plan.deck.titles import Heading, heading_of
from triptych.plan.deck.units import ObjectUnit, SpecialUnit, TextUnit, Unit, units
from triptych.plan.deck.wording import wording
from triptych.plan.inlines import runs

Running = tuple[TextUnit | ObjectUnit, ...]


class _Leaf(msgspec.Struct, frozen=True):
    """A section whose slides may be shared with its neighbours: running content, and notes that come before it."""

    topic: Topic
    notes: tuple[Para, ...]
    section: doc.Section


class Sections:
    """Makes the slides of sections, in their order; what shows nothing leaves its text in the notes of a neighbour."""

    def __init__(self, setting: Setting, ids: Ids, choice: Choice) -> None:
        self._setting = setting
        self._ids = ids
        self._choice = choice

    def drafts(self, section: doc.Section, heading: Heading, setting: Setting | None = None) -> list[Draft]:
        """The slides of a section and of those within it."""
        setting = setting or self._setting
        inside = asked_for(section, setting)
        made = self._own(section, heading, inside)
        if inside is not setting:
            made = [replace(draft, setting=inside) for draft in made]
        made = [draft if draft.sections else replace(draft, sections=(section.id,)) for draft in made]
        return _with_title(self._with_parts(section, heading, with_all_calls(made, section, inside), setting), section)

    # --- a section's own content ---------------------------------------------------------------------

    def _own(self, section: doc.Section, heading: Heading, setting: Setting) -> list[Draft]:
        """The slides of a section's own blocks; one with its title alone where only the lecturer's notes need it."""
        alone = _summary_alone(section)
        if alone is not None:
            made = self._special(SpecialUnit(alone), heading, setting)
            return [replace(draft, heading=replace(draft.heading, parent=heading.parent)) for draft in made]
        of = self._unboxed(units(section.blocks, setting.lang), setting.lang)
        waiting, groups = grouped(rowed(of, setting.lang) if self._choice.authored else of, setting.lang)
        out: list[Draft] = []
        lead: list[TextUnit] = []
        asked: Heading | None = None
        for index, group in enumerate(groups):
            follows = groups[index + 1][0] if index + 1 < len(groups) else None
            if is_point(group[0]):
                out.extend(point_drafts(group, lead, heading, setting, self._ids, self._choice.keeps))
                lead = []
            elif isinstance(group[0], SpecialUnit):
                asked = _asked(group[0], follows)
                if asked is None:
                    out.extend(self._special(group[0], heading, setting))
            else:
                running = [unit for unit in group if not isinstance(unit, SpecialUnit)]
                if follows is not None and is_point(follows):
                    running, lead = lead_in(running)
                own = heading if asked is None else replace(asked, parent=heading.title)
                made = self._running([_topic(section, own, running, setting)], own, setting)
                out.extend(_asking(made, asked))
                asked = None
        empty = says_nothing(section)
        opens = section.level == 1 or self._choice.authored
        role: Role = "section" if opens and (empty or _only_announces(section)) else "title only"
        return _with_notes(out, waiting, Draft(self._ids.next(), role, heading, line=section.line), needed=empty)

    def _unboxed(self, of: Sequence[Unit], lang: str) -> tuple[Unit, ...]:
        """Units with what the author keeps off slides as running content, which waits in notes."""
        out: list[Unit] = []
        for unit in of:
            if isinstance(unit, SpecialUnit) and not self._choice.keeps_block(unit.block):
                _, inner = flattened((unit,), lang)
                out.extend([replace(inner[0], said=(*unit.said, *inner[0].said)), *inner[1:]] if inner else [])
            else:
                out.append(unit)
        return tuple(out)

    def _running(self, topics: Sequence[Topic], heading: Heading, setting: Setting) -> list[Draft]:
        """The slides of running content; where nothing of it stays on a slide, a draft of none but its notes."""
        made = compose(topics, setting, "body", self._choice.keeps, self._choice.shown, together=self._choice.authored)
        if made:
            return [self._draft(slide, topics, heading) for slide in made]
        said = tuple((k, unit) for k, topic in enumerate(topics) for unit in topic.units)
        if not said:
            return []
        ids = tuple(topic.id for topic in topics)
        notes = _notes(said, topics, self._setting.lang, named=True)
        waits = left_of((unit for _, unit in said), ())
        hidden = Draft("", "title only", topics[0].heading, notes=notes, line=topics[0].line, sections=ids, waits=waits)
        return [replace(hidden, hidden=True)]

    def _draft(self, slide: Composed, topics: Sequence[Topic], heading: Heading) -> Draft:
        first = topics[slide.topics[0]]
        several = len(slide.topics) > 1
        shown = heading if several else first.heading
        named = {k for k, _ in slide.said} - {slide.topics[0]} if not several else {k for k, _ in slide.said}
        about = _labels(topics[k] for k in slide.topics) if several else detail_of(slide, first)
        shown = replace(shown, detail=about, lead=lead_of(slide))
        notes = _notes(slide.said, topics, self._setting.lang, named=bool(named))
        ids = tuple(dict.fromkeys(topics[k].id for k in (*slide.topics, *(k for k, _ in slide.said))))
        waits = left_of((unit for _, unit in slide.said), slide.shown)
        return Draft(self._ids.next(), slide.role, shown, slide.fills, notes, None, first.line, None, ids, waits=waits)

    def _special(self, unit: SpecialUnit, heading: Heading, setting: Setting) -> list[Draft]:
        """A question with what belongs to it; a summary on the summary layout."""
        block = unit.block
        if isinstance(block, doc.Question) and block.number:
            return question_drafts(block, unit.said, heading, setting, self._ids)
        if isinstance(block, doc.Question):
            return thought_drafts(block, unit.said, heading, setting, self._ids)
        if isinstance(block, doc.Summary):
            waiting, parts = within(block.blocks, setting.lang)
            inner = tuple(_plainly(part) for part in parts)
            title = plain(block.title) or word(setting.document, "summary")
            asked = Heading(title, heading.title, group=block.line, inlines=block.title)
            made = drafts(content(inner, setting, "summary"), asked, setting, self._ids, block.line)
            return [replace(made[0], notes=(*unit.said, *waiting, *made[0].notes)), *made[1:]] if made else []
        return []

    # --- subsections ---------------------------------------------------------------------------------

    def _with_parts(self, section: doc.Section, heading: Heading, made: list[Draft], setting: Setting) -> list[Draft]:
        """The slides of a section, then those of its subsections; small ones that follow each other together."""
        out = made
        together: list[_Leaf] = []
        bare: list[doc.Section] = []
        for sub in section.sections:
            leaf = self._leaf(sub, heading, setting)
            if leaf is None and not self._choice.authored and is_bare(sub):
                out.extend(self._together(together, heading, setting))
                together = []
                bare.append(sub)
                continue
            out.extend(self.listed(bare, heading, setting))
            bare = []
            if leaf is not None:
                together.append(leaf)
                continue
            out.extend(self._together(together, heading, setting))
            together = []
            out.extend(self.drafts(sub, heading_of(sub.title, heading.title, sub.line), setting))
        out.extend(self._together(together, heading, setting))
        return [*out, *self.listed(bare, heading, setting)]

    def listed(self, bare: Sequence[doc.Section], heading: Heading, setting: Setting) -> list[Draft]:
        """Titles under which nothing stands, as items of the slide of what they stand under."""
        labels = [Para(runs(without_calls(sub.title))) for sub in bare]
        items = tuple(TextUnit(p, s.line, True, False, False, s.line) for p, s in zip(labels, bare, strict=True))
        made = drafts(content(items, setting), heading, setting, self._ids, bare[0].line) if bare else []
        return [replace(draft, sections=tuple(sub.id for sub in bare)) for draft in made]

    def _leaf(self, sub: doc.Section, heading: Heading, setting: Setting) -> _Leaf | None:
        """A subsection of nothing but running content, whose slides may be shared; None for any other."""
        if not self._choice.shares or sub.sections or asks(sub) or asked_for(sub, setting) is not setting:
            return None
        waiting, groups = grouped(units(sub.blocks, setting.lang), setting.lang)
        if len(groups) != 1 or _summary_alone(sub) or isinstance(groups[0][0], SpecialUnit):
            return None
        running = [unit for unit in groups[0] if not isinstance(unit, SpecialUnit)]
        own = heading_of(sub.title, heading.title, sub.line)
        return _Leaf(_topic(sub, own, running, setting), waiting, sub)

    def _together(self, leaves: Sequence[_Leaf], heading: Heading, setting: Setting) -> list[Draft]:
        if not leaves:
            return []
        topics = [leaf.topic for leaf in leaves]
        made = self._running(topics, heading, setting)
        for leaf in leaves:
            at = next((k for k, draft in enumerate(made) if leaf.topic.id in draft.sections), 0)
            if leaf.notes and made:
                made[at] = replace(made[at], notes=(*leaf.notes, *made[at].notes))
            made = with_all_calls(made, leaf.section, setting)
        return made


def _labels(topics: Iterable[Topic]) -> str:
    """What the topics that share a slide are called."""
    return ", ".join(wording(topic.label).strip() for topic in topics)


def _asked(unit: SpecialUnit, follows: Unit | None) -> Heading | None:
    """The title that a lone question gives to what answers it; None where it is a slide of its own."""
    block = unit.block
    if not isinstance(block, doc.Question) or not block.lone or block.number or unit.said:
        return None
    return heading_of(block.inlines, "", block.line) if isinstance(follows, TextUnit | ObjectUnit) else None


def _asking(made: list[Draft], asked: Heading | None) -> list[Draft]:
    """What answers a question; where it is in notes alone, these begin with the question, which no slide shows."""
    if asked is None or not made or not made[0].hidden:
        return made
    para = Para(runs(without_calls(asked.inlines), bold=True), bullet=False)
    return [replace(made[0], notes=(para, *made[0].notes)), *made[1:]]


def _with_title(made: list[Draft], section: doc.Section) -> list[Draft]:
    """The slides of a section; its title begins their notes where it is that of none of them."""
    title = plain(section.title).strip()
    if not made or not title or any(draft.heading.title.strip() == title for draft in made):
        return made
    para = Para(runs(without_calls(section.title), bold=True), bullet=False)
    return [replace(made[0], notes=(para, *made[0].notes)), *made[1:]]


def says_nothing(section: doc.Section) -> bool:
    """Whether a section has no content, only divisions at most."""
    return not section.sections and all(isinstance(block, doc.Break) for block in section.blocks)


def _only_announces(section: doc.Section) -> bool:
    """Whether a section has parts, and itself nothing but the lecturer's notes."""
    return bool(section.sections) and all(isinstance(block, doc.Break | doc.Notes) for block in section.blocks)


def is_title_slide(section: doc.Section, document: doc.Document) -> bool:
    """Whether a section is the author's title slide: under the title of the whole, nothing but notes for it."""
    if plain(section.title).strip() not in ("", document.meta.title) or section.sections:
        return False
    first = section is document.sections[0]
    return all(isinstance(block, doc.Break) or (first and isinstance(block, doc.Notes)) for block in section.blocks)


def opening_notes(document: doc.Document, lang: str) -> tuple[Para, ...]:
    """What the author notes for the title slide."""
    first = document.sections[:1]
    opened = bool(first) and is_title_slide(first[0], document)
    return grouped(units(first[0].blocks, lang), lang)[0] if opened else ()


def is_bare(section: doc.Section) -> bool:
    """Whether a section is nothing but its title."""
    return says_nothing(section) and not section.attributes.values


def _topic(section: doc.Section, heading: Heading, running: Sequence[TextUnit | ObjectUnit], setting: Setting) -> Topic:
    return Topic(
        heading, section.id, section.line, tuple(simplified(running, setting)), runs(without_calls(section.title))
    )


def _notes(
    said: Sequence[tuple[int, TextUnit | ObjectUnit]], topics: Sequence[Topic], lang: str, *, named: bool
) -> tuple[Para, ...]:
    """What a slide's notes say, topic by topic; each behind its title if they are `named`."""
    out: list[Para] = []
    for k in dict.fromkeys(k for k, _ in said):
        label = topics[k].label
        if named and label:
            out.append(Para(tuple(replace(run, bold=True) for run in label), bullet=False))
        out.extend(notes_of(tuple(unit for number, unit in said if number == k), lang))
    return tuple(out)


def asked_for(section: doc.Section, setting: Setting) -> Setting:
    """The setting with the background and the layout that a section asks for; the very same if it asks for none."""
    setting = on_ground(setting, section.attributes.get("background"))
    asked = setting.theme.named_layout(section.attributes.get("layout"))
    return setting if asked is None else replace(setting, theme=with_layout(setting.theme, asked))


def _summary_alone(section: doc.Section) -> doc.Summary | None:
    """The summary that is all there is in a section, which lends it its title; None for any other section."""
    alone = section.blocks[0] if len(section.blocks) == 1 and not section.sections else None
    if not isinstance(alone, doc.Summary) or alone.title or not plain(section.title).strip():
        return None
    return replace(alone, title=section.title)


def _with_notes(made: list[Draft], waiting: tuple[Para, ...], empty: Draft, *, needed: bool) -> list[Draft]:
    """The slides with notes that come before the first; on an empty one if there is no other, or it is `needed`."""
    if not waiting and not needed:
        return made
    made = made or [empty]
    return [replace(made[0], notes=(*waiting, *made[0].notes)), *made[1:]]


def is_point(unit: Unit) -> bool:
    """Whether a unit is a key point."""
    return isinstance(unit, SpecialUnit) and isinstance(unit.block, doc.KeyPoint)


def _plainly(unit: TextUnit | ObjectUnit) -> TextUnit | ObjectUnit:
    """Running text of a summary stands without bullets; its lists keep theirs."""
    if isinstance(unit, TextUnit) and unit.joins:
        return replace(unit, para=replace(unit.para, bullet=False))
    return unit


def settled(made: Sequence[Draft]) -> list[Draft]:
    """The slides without those of notes alone, whose notes go to a neighbour's; all if there is no slide."""
    shown = [at for at, draft in enumerate(made) if not draft.hidden]
    if not shown:
        return list(made)
    ends = [*shown[1:], len(made)]
    opening = made[: shown[0]]
    return [
        _gathered(made[at], () if number else opening, made[at + 1 : end])
        for number, (at, end) in enumerate(zip(shown, ends, strict=True))
    ]


def _gathered(draft: Draft, before: Sequence[Draft], after: Sequence[Draft]) -> Draft:
    """A slide with what is said in notes before and after it. All is put together once: there may be thousands."""
    if not before and not after:
        return draft
    return replace(
        draft,
        notes=tuple(para for one in (*before, draft, *after) for para in one.notes),
        sections=tuple(name for one in (draft, *before, *after) for name in one.sections),
        footless=tuple(number for one in (draft, *before, *after) for number in one.footless),
        waits=tuple(left for one in (*before, draft, *after) for left in one.waits),
    )

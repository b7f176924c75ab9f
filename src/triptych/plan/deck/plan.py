"""The whole deck: title, agenda, sections, questions, key points, summaries, in the order of the document."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

import msgspec
from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.languages.words import word
from triptych.model.deck import Deck, Para, Run, Slide, SlideSection, TextFill
from triptych.model.document import NO_ATTRIBUTES, Document, KeyPoint, Question, Section, Summary
from triptych.model.footnotes import without_calls
from triptych.model.picture import Picture
from triptych.model.queries import asks, plain, readable_name, title_of
from triptych.model.theme import Face, Placeholder, Role, Theme
from triptych.plan.deck.content import Ids, content, drafts
from triptych.plan.deck.direction import directed
from triptych.plan.deck.drafts import Draft, Setting, body, with_layout
from triptych.plan.deck.footing import footed, footless, with_all_calls
from triptych.plan.deck.formula_shapes import with_formula_shapes
from triptych.plan.deck.legible import legible
from triptych.plan.deck.lists import link_list
from triptych.plan.deck.looks import backdrop_of, logo_box, on_backdrop, with_logo
from triptych.plan.deck.measure import RESERVE
from triptych.plan.deck.nested import with_nested_questions
from triptych.plan.deck.pages import frame, sizes, whole_scale
from triptych.plan.deck.people import people_drafts
from triptych.plan.deck.points import lead_in, point_drafts
from triptych.plan.deck.questions import question_drafts
from triptych.plan.deck.timeline import timeline_drafts
from triptych.plan.deck.titles import Heading, heading_of, listed, title_fill, title_runs, unique
from triptych.plan.deck.units import ObjectUnit, SpecialUnit, TextUnit, Unit, grouped, units, within
from triptych.plan.deck.wording import Runs, shortened, wording
from triptych.plan.inlines import runs
from triptych.plan.lifting import with_pictures_lifted
from triptych.text.faces import is_measured
from triptych.text.shape import plain_width

AGENDA_FROM = 3
"""Top-level sections from which on there is an agenda."""

_GUESSED = 0.85
"""The share of a footer's width that is planned for where its family is not here: a line of it cannot be continued."""


_Made = tuple[Slide, tuple[int, ...]]
"""A slide, and the footnotes that have no place at its foot."""


class _Part(msgspec.Struct):
    """A top-level section's drafts, which become a PowerPoint section."""

    name: str
    drafts: list[Draft] = msgspec.field(default_factory=list)


def plan_deck(document: Document, theme: Theme, pictures: dict[str, Picture]) -> Deck:
    """The deck of a document, measured against the theme's placeholders."""
    if pictures:
        document = with_pictures_lifted(document, lambda image: image.source not in pictures)
    setting = _on_ground(Setting(document, theme, pictures), document.meta.background)
    if logo := pictures.get(document.meta.logo):
        setting = replace(setting, theme=with_logo(setting.theme, logo))
    ids = Ids()
    opening = _Part(document.meta.title, [_title(setting, ids)])
    sections = with_nested_questions(document)
    parts = [_part(section, setting, ids) for section in sections]
    named = [(part, section) for part, section in zip(parts, sections, strict=True) if plain(section.title)]
    if len(named) >= AGENDA_FROM:
        labels = [(_label(section), part.drafts[0].id) for part, section in named if part.drafts]
        opening.drafts.extend(link_list(labels, Heading(word(document, "contents")), setting, ids))
    every = [opening, *(part for part in (*parts, *_back(setting, ids)) if part.drafts)]
    return _settle(every, setting)


def _back(setting: Setting, ids: Ids) -> tuple[_Part, ...]:
    """Chronology and who-is-who: behind the author's last words, to be turned to when they are asked for."""
    document = setting.document
    when, who = word(document, "chronology"), word(document, "people")
    dates = timeline_drafts(document.events, setting, ids)
    return _Part(when, dates), _Part(who, people_drafts(document.people, setting, ids))


def _on_ground(setting: Setting, asked: str) -> Setting:
    """The setting with the background that is asked for, if one is."""
    backdrop = backdrop_of(asked, setting.pictures)
    if backdrop is None:
        return setting
    return replace(setting, theme=on_backdrop(setting.theme, backdrop), backdrop=backdrop)


def _label(section: Section) -> tuple[Run, ...]:
    return runs(without_calls(section.title))


def _settle(parts: Sequence[_Part], setting: Setting) -> Deck:
    """Titles made unique and put first, sections named."""
    flat = [(part, draft) for part in parts for draft in part.drafts]
    titles = unique([draft.heading for _, draft in flat], word(setting.document, "continued"))
    said = _told_apart([title_runs(draft.heading, title) for (_, draft), title in zip(flat, titles, strict=True)])
    made: list[_Made] = []
    shown: set[str] = set()
    for (part, draft), title, words in zip(flat, titles, said, strict=True):
        made.append(_told_from(shown, partial(_slide, draft, title, part=part, setting=setting), words))
    slides = tuple(slide for slide, _ in made)
    sections: tuple[SlideSection, ...] = ()
    if len(parts) > 2:
        sections = tuple(SlideSection(part.name, tuple(draft.id for draft in part.drafts)) for part in parts)
    theme, told = setting.theme, footless([numbers for _, numbers in made], setting.document)
    deck = Deck(setting.document.meta, theme.size, slides, sections, theme.palette.mark, told)
    return with_formula_shapes(directed(deck, setting), theme)


def _told_from(shown: set[str], make: Callable[[Runs], _Made], words: Runs) -> _Made:
    """A slide that is made with a number at the end of its title if that is shortened to what another one shows."""
    number, made = 1, make(words)
    while (text := _shown_title(made[0])) in shown:
        number += 1
        made = make((*words, Run(f" ({number})")))
    shown.add(text)
    return made


def _shown_title(slide: Slide) -> str:
    texts = (wording(para.runs) for fill in slide.fills[:1] if isinstance(fill, TextFill) for para in fill.paras)
    return " ".join(texts).casefold() if slide.layout.first("title") else slide.title.casefold()


def _told_apart(titles: Sequence[Runs]) -> list[Runs]:
    """Titles that only an equation would tell from another have its text instead, which every program lists."""
    seen = Counter(listed(title) for title in titles)
    return [title if seen[listed(title)] < 2 else tuple(replace(run, formula="") for run in title) for title in titles]


def _slide(draft: Draft, title: str, said: Runs, part: _Part, setting: Setting) -> _Made:
    """The slide, and the footnotes that have no place at its foot."""
    setting = draft.setting or setting
    draft = _with_question(draft, said, setting)
    layout = setting.theme.layout(draft.role)
    notes, fills = draft.notes, draft.fills
    at = layout.first("title")
    if at is not None:
        fill, whole = title_fill(said, at, setting.theme.code_family)
        fills = (fill, *fills)
        if not whole:
            notes = (Para(_whole(draft.heading, bold=True), bullet=False), *notes)
    slot = layout.first("number")
    if slot is not None and at is not None and draft.number is not None:
        fills = (*_numbered(said, draft.number, at, slot, setting.theme.code_family), *fills[1:])
    meta, covers = setting.document.meta, draft.role in ("title", "section")
    foot = "" if covers else footer(meta.footer or part.name, layout.first("footer"))
    numbered = draft.role != "title" and meta.slide_numbers
    date = footer(meta.date, layout.first("date")) if meta.slide_date and not covers else ""
    logo = setting.pictures.get(meta.logo)
    box = logo_box(layout, setting.theme.size, logo, f"Logo: {readable_name(meta.logo)}") if logo else None
    fills, notes, left = footed((*fills, box) if box else fills, notes, draft, layout, setting)
    slide = Slide(draft.id, title, layout, fills, notes, foot, numbered, draft.line,
                  draft.section, setting.backdrop, date)  # fmt: skip
    return legible(slide, setting.theme), left


def _whole(heading: Heading, *, bold: bool = False) -> Runs:
    """All that a heading says, as running text."""
    return runs(heading.inlines, bold=bold) or (Run(heading.title, bold=bold),)


def _with_question(draft: Draft, title: Runs, setting: Setting) -> Draft:
    """A question that is too long for its title, and so stands whole in the text of a slide."""
    at = setting.theme.layout("question").first("title")
    if draft.role != "question" or draft.fills or at is None:
        return draft
    slot = body(setting, "body")
    where = frame(slot, setting)
    para = Para(_whole(draft.heading), bullet=False)
    scale = whole_scale([where.measure(para)], where)
    if scale is None or title_fill(title, at, setting.theme.code_family)[1]:
        return draft
    return replace(draft, role="body", fills=(TextFill(slot, (para,), sizes(where, scale)),))


def footer(text: str, at: Placeholder | None, tail: str = "") -> str:
    """The text as far as it fits a placeholder at the foot on one line, with its tail; it stands whole elsewhere."""
    if at is None or not at.levels:
        return shortened(text, 90) + tail
    level, shown = at.levels[0], shortened(text, 200)
    room = at.inner.width * (RESERVE if is_measured(level.family) else _GUESSED)
    while len(shown) > 4:
        ems = sum(plain_width(word, Face(level.family, level.bold)) + 0.28 for word in f"{shown}{tail}".split(" "))
        if ems * level.size <= room:
            break
        shown = shortened(shown.rstrip("…"), max(4, int(len(shown) * 0.85)))
    return shown + tail


def _numbered(title: Runs, number: int, at: Placeholder, slot: Placeholder, code_family: str) -> tuple[TextFill, ...]:
    """The title and the number before it, which takes no more room than its digits."""
    taken = (0.56 * len(str(number)) + 0.4) * slot.levels[0].size
    left = slot.rect.x + taken
    moved = Rect(left, at.rect.y, at.rect.right - left, at.rect.height)
    shown, _ = title_fill(title, replace(at, rect=moved), code_family)
    digits, _ = title_fill((Run(str(number)),), slot, code_family)
    space = Rect(slot.rect.x, slot.rect.y, taken, slot.rect.height)
    return replace(shown, placeholder=at, rect=moved), replace(digits, rect=space)


def _title(setting: Setting, ids: Ids) -> Draft:
    """The title slide: title, subtitle, then who and when."""
    meta, layout = setting.document.meta, setting.theme.layout("title")
    people = ", ".join(meta.authors)
    under = [text for text in (meta.subtitle, meta.course, ", ".join(meta.affiliations)) if text]
    last = " · ".join(text for text in (people, meta.date) if text)
    lines, fills = [*under], []
    subtitle, foot = layout.first("subtitle"), layout.first("body")
    if last and foot is None:
        lines.append(last)
    elif last and foot is not None:
        fills.append(TextFill(foot, (Para((Run(last),), bullet=False),)))
    fits = False
    if lines and (slot := subtitle or (foot if not fills else None)) is not None:
        fill, fits = title_fill((Run("\n".join(lines)),), slot, setting.theme.code_family)
        fills.insert(0, fill)
    notes = () if fits else tuple(Para((Run(text),), bullet=False) for text in lines)
    called = tuple(call.number for call in setting.document.title_calls)
    heading = Heading(meta.title, inlines=title_of(meta))
    return Draft(ids.next(), "title", heading, tuple(fills), notes, footless=called)


# --- sections --------------------------------------------------------------------------------------


def _part(section: Section, setting: Setting, ids: Ids) -> _Part:
    name = plain(section.title).strip()
    part = _Part(name or setting.document.meta.title)
    name = name or word(setting.document, "introduction")
    divided = bool(section.sections) and len(setting.document.sections) > 1
    _section(
        section,
        part.drafts,
        Heading(name, group=section.line, inlines=section.title),
        setting,
        ids,
        divider=divided or not section.blocks,
    )
    return part


def _section(
    section: Section, out: list[Draft], heading: Heading, setting: Setting, ids: Ids, *, divider: bool
) -> None:
    """The section's own slides, then those of its subsections, each with the id of the section that it shows."""
    start = len(out)
    _slides_of(section, out, heading, setting, ids, divider=divider)
    made = [draft if draft.section else replace(draft, section=section.id) for draft in out[start:]]
    out[start:] = with_all_calls(made, section, setting)


def _slides_of(
    section: Section, out: list[Draft], heading: Heading, setting: Setting, ids: Ids, *, divider: bool
) -> None:
    inside = _asked_for(section, setting)
    if inside is not setting:
        start = len(out)
        _section(_plain_section(section), out, heading, inside, ids, divider=divider)
        out[start:] = [replace(draft, setting=inside) for draft in out[start:]]
        for sub in section.sections:
            _section(sub, out, heading_of(sub.title, heading.title, sub.line), setting, ids, divider=False)
        return
    own = _summary_alone(section, heading, setting, ids) or _blocks(section, heading, setting, ids)
    if asks(section):
        out.append(Draft(ids.next(), "question", heading, line=section.line))
    elif divider or not any(draft.heading.title == heading.title for draft in own):
        role: Role = "section" if section.level == 1 else "title only"
        out.append(Draft(ids.next(), role, heading, line=section.line))
    out.extend(own)
    for sub in section.sections:
        _section(sub, out, heading_of(sub.title, heading.title, sub.line), setting, ids, divider=False)


def _asked_for(section: Section, setting: Setting) -> Setting:
    """The setting with the background and the layout that a section asks for; the very same if it asks for none."""
    setting = _on_ground(setting, section.attributes.get("background"))
    asked = setting.theme.named_layout(section.attributes.get("layout"))
    return setting if asked is None else replace(setting, theme=with_layout(setting.theme, asked))


def _plain_section(section: Section) -> Section:
    """The section alone, without what it asks for."""
    return replace(section, sections=(), attributes=NO_ATTRIBUTES)


def _summary_alone(section: Section, heading: Heading, setting: Setting, ids: Ids) -> list[Draft]:
    """A section that is nothing but a summary lends it its title."""
    alone = section.blocks[0] if len(section.blocks) == 1 and not section.sections else None
    if not isinstance(alone, Summary) or alone.title or not plain(section.title).strip():
        return []
    made = _special(SpecialUnit(replace(alone, title=section.title)), heading, setting, ids)
    return [replace(draft, heading=replace(draft.heading, parent=heading.parent)) for draft in made]


def _blocks(section: Section, heading: Heading, setting: Setting, ids: Ids) -> list[Draft]:
    """The slides of a section's blocks."""
    out: list[Draft] = []
    waiting, groups = grouped(units(section.blocks, setting.lang), setting.lang)
    lead: list[TextUnit] = []
    for index, group in enumerate(groups):
        follows = groups[index + 1][0] if index + 1 < len(groups) else None
        if _is_point(group[0]):
            out.extend(point_drafts(group, lead, heading, setting, ids))
            lead = []
        elif isinstance(group[0], SpecialUnit):
            out.extend(_special(group[0], heading, setting, ids))
        else:
            running = [unit for unit in group if not isinstance(unit, SpecialUnit)]
            if follows is not None and _is_point(follows):
                running, lead = lead_in(running)
            out.extend(drafts(content(running, setting), heading, setting, ids, section.line))
    out = _counted(out, heading)
    if waiting and not out:
        out.append(Draft(ids.next(), "title only", heading, line=section.line))
    if waiting:
        out[0] = replace(out[0], notes=(*waiting, *out[0].notes))
    return out


def _counted(made: list[Draft], heading: Heading) -> list[Draft]:
    """Slides of the section's own title counted as parts of one whole, whatever stands between them."""
    own = [k for k, draft in enumerate(made) if replace(draft.heading, part=1, of=1) == replace(heading, part=1, of=1)]
    out = list(made)
    for number, k in enumerate(own, 1):
        out[k] = replace(out[k], heading=replace(heading, part=number, of=len(own)))
    return out


def _is_point(unit: Unit) -> bool:
    return isinstance(unit, SpecialUnit) and isinstance(unit.block, KeyPoint)


def _special(unit: SpecialUnit, heading: Heading, setting: Setting, ids: Ids) -> list[Draft]:
    """A question on its own slide, with what belongs to it after; a summary on the summary layout."""
    block = unit.block
    if isinstance(block, Question) and block.number:
        return question_drafts(block, unit.said, heading, setting, ids)
    if isinstance(block, Question):
        asked = heading_of(block.inlines, heading.title, block.line)
        waiting, inner = within(block.blocks, setting.lang)
        notes = (*unit.said, *waiting)
        if inner and not asked.title.strip():  # what is shown asks, without a word
            made = drafts(content(inner, setting), asked, setting, ids, block.line)
            return [replace(made[0], notes=(*notes, *made[0].notes)), *made[1:]]
        first = Draft(ids.next(), "question", asked, notes=notes, line=block.line)
        return [first, *drafts(content(inner, setting), asked, setting, ids, block.line)]
    if isinstance(block, Summary):
        title = plain(block.title) or word(setting.document, "summary")
        called = Heading(title, heading.title, group=block.line, inlines=block.title)
        waiting, parts = within(block.blocks, setting.lang)
        inner = tuple(_plainly(part) for part in parts)
        made = drafts(
            content(inner, setting, "summary"),
            called,
            setting,
            ids,
            block.line,
        )
        return [replace(made[0], notes=(*unit.said, *waiting, *made[0].notes)), *made[1:]] if made else []
    return []


def _plainly(unit: TextUnit | ObjectUnit) -> TextUnit | ObjectUnit:
    """Running text of a summary stands without bullets; its lists keep theirs."""
    if isinstance(unit, TextUnit) and unit.joins:
        return replace(unit, para=replace(unit.para, bullet=False))
    return unit

"""The whole deck: title, agenda, sections, questions, key points, summaries, in the order of the document."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache, partial

import msgspec
from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.languages.words import word
from triptych.model.deck import Deck, Para, Run, Slide, SlideSection, TextFill
from triptych.model.document import Document, Section
from triptych.model.footnote_calls import without_calls
from triptych.model.forms import DeckForm
from triptych.model.picture import Picture
from triptych.model.queries import asks, plain, walk_sections
from triptych.model.report import Left
from triptych.model.theme import Face, Placeholder, Theme
from triptych.plan.deck.choice import Choice, Choose, choice_of
from triptych.plan.deck.content import Ids
from triptych.plan.deck.direction import directed
from triptych.plan.deck.drafts import Draft, Setting, body, counted
from triptych.plan.deck.footing import footed, footless
from triptych.plan.deck.formula_shapes import with_formula_shapes
from triptych.plan.deck.legible import legible
from triptych.plan.deck.lists import link_list
from triptych.plan.deck.looks import logo_box, on_ground, with_logo
from triptych.plan.deck.measure import RESERVE
from triptych.plan.deck.nested import with_nested_questions
from triptych.plan.deck.outline import Outline, with_outlines
from triptych.plan.deck.pages import frame, sizes, whole_scale
from triptych.plan.deck.people import people_drafts
from triptych.plan.deck.sections import Sections, is_title_slide, opening_notes, settled
from triptych.plan.deck.timeline import timeline_drafts
from triptych.plan.deck.title_slide import title_slide
from triptych.plan.deck.titles import Heading, listed, looks_of, title_fill, title_runs, unique
from triptych.plan.deck.wording import Runs, shortened, wording
from triptych.plan.inlines import runs
from triptych.plan.lifting import with_pictures_lifted
from triptych.problem import Problem
from triptych.text.fonts import is_measured
from triptych.text.shape import plain_width
from triptych.weigh import Weigh, weigh

AGENDA_FROM = 3
"""Top-level sections from which on there is an agenda."""

DIVIDED = 8
"""Slides that a lecture has at least for each divider."""

_TALK = DeckForm()

_GUESSED = 0.85
"""The share of a footer's width that is planned for where its family is not here: a line of it cannot be continued."""


_Made = tuple[Slide, tuple[int, ...]]
"""A slide, and the footnotes that have no place at its foot."""


class _Part(msgspec.Struct):
    """A top-level section's drafts, which become a PowerPoint section."""

    name: str
    drafts: list[Draft] = msgspec.field(default_factory=list)
    label: tuple[Run, ...] = ()
    section: Section | None = None


def plan_deck(
    document: Document,
    theme: Theme,
    pictures: dict[str, Picture],
    form: DeckForm = _TALK,
    weigh: Weigh = weigh,
    choose: Choose = choice_of,
) -> Deck:
    """The deck of a document in a form, measured against the theme's placeholders.

    `weigh` is what weighs it, `choose` what chooses what stays on its slides.
    """
    if theme.unit != 1.0:
        from triptych.plan.deck.scaling import scaled_deck, scaled_theme  # late: few templates are of other sizes

        usual = scaled_theme(theme, 1 / theme.unit)
        return scaled_deck(plan_deck(document, usual, pictures, form, weigh, choose), theme.unit)
    if pictures:
        document = with_pictures_lifted(document, lambda image: image.source not in pictures)
    setting = on_ground(Setting(document, theme, pictures), document.meta.background)
    if logo := pictures.get(document.meta.logo):
        setting = replace(setting, theme=with_logo(setting.theme, logo))
    ids = Ids()
    title = title_slide(setting, ids)
    said = opening_notes(document, setting.lang)
    opening = _Part(document.meta.title, [replace(title, notes=(*title.notes, *said)) if said else title])
    parts = _parts(document, setting, ids, choose(document, form, weigh))
    named = [part for part in parts if part.label and part.drafts]
    if len(named) >= AGENDA_FROM:
        labels = [(part.label, part.drafts[0].id) for part in named]
        opening.drafts.extend(link_list(labels, Heading(word(document, "contents")), setting, ids))
    every = [opening, *(part for part in (*parts, *_back(setting, ids)) if part.drafts)]
    return _settle(every, setting)


def _parts(document: Document, setting: Setting, ids: Ids, choice: Choice) -> list[_Part]:
    """The slides of each top-level section, behind a divider where these earn their place."""
    sections = Sections(setting, ids, choice)
    parts: list[_Part] = []
    waiting: list[Draft] = []
    for section in with_outlines(with_nested_questions(document), document, choice):
        if isinstance(section, Outline):
            heading = Heading(word(document, "contents"), group=section.of[0].line)
            parts.append(_Part(document.meta.title, sections.listed(section.of, heading, setting)))
            continue
        name = plain(section.title).strip()
        heading = Heading(name or _untitled(document), group=section.line, inlines=section.title)
        repeats = is_title_slide(section, document)
        made = () if repeats else sections.drafts(section, heading)
        waiting.extend(made)
        shown: list[Draft] = []
        if not all(draft.hidden for draft in made):  # what waits is looked at once: it may be of thousands of sections
            waiting, shown = [], settled(waiting)
        label = runs(without_calls(section.title)) if name else ()
        parts.append(_Part(name or document.meta.title, shown, label, section))
    if waiting and any(part.drafts for part in parts):
        last = [part for part in parts if part.drafts][-1]
        last.drafts[:] = settled([*last.drafts, *waiting])
    elif waiting:
        parts[0].drafts.extend(replace(draft, id=ids.next(), hidden=False) for draft in waiting[:1])
    return _with_openers(parts, document, setting, ids, choice)


def _untitled(document: Document) -> str:
    """What the text before the first heading is called: all there is has the title of the document."""
    alone = len(document.sections) == 1 and not document.sections[0].sections
    return document.meta.title if alone else word(document, "introduction")


def _with_openers(parts: list[_Part], document: Document, setting: Setting, ids: Ids, choice: Choice) -> list[_Part]:
    """Before each part of several slides its divider, if not every eighth slide would be one; or the one question."""
    named = [part for part in parts if part.label and part.section]
    divided = [part for part in named if len(part.drafts) > 1 and part.drafts[0].heading.title != part.name]
    total = sum(len(part.drafts) for part in parts)
    earned = len(parts) > 1 and (choice.full or len(divided) * DIVIDED < total)
    for part in named:
        section = part.section
        if section is None:
            continue
        heading = Heading(part.name, group=section.line, inlines=section.title)
        answered = any(draft.heading.title.strip() == part.name for draft in part.drafts)  # under its own words
        if asks(section) and len(named) == 1 and part.drafts and not answered:
            opener = Draft(ids.next(), "question", heading, line=section.line, sections=(section.id,))
        elif earned and part in divided:
            opener = Draft(ids.next(), "section", heading, line=section.line, sections=(section.id,))
        else:
            continue
        part.drafts.insert(0, opener)
    return parts


def _back(setting: Setting, ids: Ids) -> tuple[_Part, ...]:
    """Chronology and who-is-who: behind the author's last words, to be turned to when they are asked for."""
    document = setting.document
    when, who = word(document, "chronology"), word(document, "people")
    dates = timeline_drafts(document.events, setting, ids)
    return _Part(when, dates), _Part(who, people_drafts(document.people, setting, ids))


def _settle(parts: Sequence[_Part], setting: Setting) -> Deck:
    """Titles made unique and put first, sections named."""
    of = [part for part in parts for _ in part.drafts]
    drafts = counted([draft for part in parts for draft in part.drafts])
    titles = unique([draft.heading for draft in drafts])
    looks = looks_of(section.title for section in walk_sections(setting.document.sections))
    said = _told_apart([title_runs(draft.heading, title, looks) for draft, title in zip(drafts, titles, strict=True)])
    made: list[_Made] = []
    shown: set[str] = set()
    for part, draft, title, words in zip(of, drafts, titles, said, strict=True):
        made.append(_told_from(shown, partial(_slide, draft, title, part=part, setting=setting), words))
    slides = tuple(slide for slide, _ in made)
    sections: tuple[SlideSection, ...] = ()
    if len(parts) > 2:
        sections = tuple(SlideSection(part.name, tuple(draft.id for draft in part.drafts)) for part in parts)
    theme, told = setting.theme, footless([numbers for _, numbers in made], setting.document)
    waits = tuple(left for draft in drafts for left in draft.waits)
    told += _waiting(waits, setting.document)
    deck = Deck(setting.document.meta, theme.size, slides, sections, theme.palette.mark, told, waits)
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


def _waiting(waits: Sequence[Left], document: Document) -> tuple[Problem, ...]:
    """A note of what the slides leave to their notes: the first lines of it."""
    if not waits:
        return ()
    lines = list(dict.fromkeys(left.line for left in waits))
    named = ", ".join(map(str, lines[:8])) + (" …" if len(lines) > 8 else "")
    where = f"{document.counts}{'s' * (len(lines) > 1)} {named}"
    count = "one passage stands" if len(waits) == 1 else f"{len(waits)} passages stand"
    message = f"the slides show what matters most; {count} in their notes ({where})"
    hint = "--report names all of them, --deck full shows every sentence"
    return (Problem("note", message, document.path, hint=hint),)


def _told_apart(titles: Sequence[Runs]) -> list[Runs]:
    """Titles that only an equation would tell from another have its text instead, which every program lists."""
    said = [listed(title) for title in titles]
    seen = Counter(said)
    return [
        title if seen[text] < 2 else tuple(replace(run, formula="") for run in title)
        for title, text in zip(titles, said, strict=True)
    ]


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
    box = logo_box(layout, setting.theme.size, logo, ": ".join(("Logo", *meta.affiliations[:1]))) if logo else None
    fills, notes, left = footed((*fills, box) if box else fills, notes, draft, layout, setting)
    slide = Slide(draft.id, title, layout, fills, notes, foot, numbered, draft.line,
                  draft.sections, setting.backdrop, date)  # fmt: skip
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


@lru_cache(maxsize=1024)  # one for each part of the document, and each page of its handout
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

"""All parts of a handout on its pages, the lists at its end with them: these name the pages of what they list."""

import msgspec
from msgspec.structs import replace

from triptych.model.pages import OutlineEntry
from triptych.model.queries import plain
from triptych.plan.flow import Strip
from triptych.plan.handout.back_matter import Back, back_section
from triptych.plan.handout.contents import Entry
from triptych.plan.handout.flowing import flowed
from triptych.plan.handout.index import index_strips
from triptych.plan.handout.page_links import pages_of
from triptych.plan.handout.press import Press, Spot
from triptych.plan.handout.sections import NO_SLIDES, Body, body_of, heading
from triptych.plan.handout.sheet import Sheet
from triptych.plan.pagination import Flow


class Parts(msgspec.Struct, frozen=True):
    """What a handout has in front of its lists: the title block, the contents without the numbers of pages, the text.

    `back` is what the lists are made of, `spot` where they stand.
    """

    title: list[Strip]
    entries: tuple[Entry, ...]
    contents: list[Strip]
    body: Body
    back: Back
    spot: Spot


def on_pages(parts: Parts, press: Press, sheet: Sheet, before: Flow | None = None) -> tuple[Flow, Body]:
    """All of it on pages as far as the numbers of pages in the contents are not needed; the body with the lists.

    What has flowed `before` on pages tuned differently flows again only from where it differs.
    """
    front = [*parts.title, *parts.contents]
    if parts.back.keys:
        return _with_back(parts, front, press, sheet, before)
    return flowed([*front, *parts.body.strips], press, sheet, before), parts.body


def _with_back(parts: Parts, front: list[Strip], press: Press, sheet: Sheet, before: Flow | None) -> tuple[Flow, Body]:
    """The same with the lists. They stand behind all that they refer to, and so do not move it."""
    body, back = parts.body, parts.back
    text = [*front, *body.strips[:-1], *(replace(strip, keep=False) for strip in body.strips[-1:])]
    flow = flowed(text, press, sheet, before)
    pages = pages_of(flow.pages)
    inside = replace(press, targets=press.targets | pages.keys(), cues=None)
    keys = [key for key in back.keys if key != "index"]
    lists = body_of([back_section(key, back, press.document, pages) for key in keys], inside, parts.spot, {}, NO_SLIDES)
    every = [*text, *lists.strips]
    outline = (*body.outline, *lists.outline)
    if back.terms:
        section = back_section("index", back, press.document, pages)
        tag = press.tree.add("Sect", parts.spot.tag)
        every += heading(section, "", inside, replace(parts.spot, tag=tag), 0)
        outline = (*outline, OutlineEntry(plain(section.title), 0, section.id))
        flow = flowed(every, press, sheet, flow)
        last = next(at for at in reversed(flow.pages[-1]) if not at.boxed)
        room = press.density.top + press.page - last.y - last.strip.height
        every = [*every, *index_strips(back.terms, inside, tag, pages, room)]
    return flowed(every, press, sheet, flow), replace(body, strips=every[len(front) :], outline=outline)

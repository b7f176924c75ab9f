"""Which layout of a template serves which role: by its name, its type and its structure, and by what has room."""

import re
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from triptych.model.colors import is_dark
from triptych.model.theme import Placeholder, Role, SlideLayout
from triptych.template.candidate import Candidate
from triptych.template.joined_room import across, all_for_title
from triptych.template.layout_names import role_of
from triptych.template.parts import TemplateError
from triptych.template.room import (
    is_clear,
    is_middle,
    labelled_pairs,
    main_body,
    side_by_side,
)

_TYPES: dict[Role, tuple[str, ...]] = {
    "title": ("title",),
    "section": ("secHead",),
    "body": ("obj", "tx"),
    "two": ("twoObj", "twoColTx"),
    "comparison": ("twoTxTwoObj",),
    "picture": ("picTx",),
    "title only": ("titleOnly",),
    "blank": ("blank",),
}
_NAMES: dict[Role, str] = {
    "title": r"^title( slide)?$|^titelfolie|diapositive de titre|diapositiva de t[íi]tulo|^cover",
    "section": r"section|abschnitt|secci[óo]n|sezione|chapter|divider",
    "body": r"title(,| and| &) (content|text)|titel und inhalt|titre et contenu|t[íi]tulo y objetos",
    "two": r"two content|2 content|zwei inhalte|deux contenus|dos objetos|two.col",
    "comparison": r"compar|vergleich|confronto",
    "picture": r"picture|bild mit|image|imagen|immagine",
    "question": r"question|frage|pregunta|domanda",
    "key point": r"key.?point|kernpunkt|point cl[ée]|punto clave",
    "summary": r"summary|zusammenfassung|r[ée]sum[ée]|resumen|sintesi|take.?away",
    "title only": r"title only|nur titel|titre seul|solo el t[íi]tulo|solo titolo",
    "blank": r"^blank|^leer|^vide|en blanco|^vuota",
}
_FALLBACKS: dict[Role, tuple[Role, ...]] = {
    "title": ("section", "title only"),
    "section": ("title", "title only"),
    "body": (),
    "two": (),
    "comparison": ("two",),
    "picture": ("title only",),
    "question": ("section", "title only"),
    "key point": (),
    "summary": (),
    "title only": (),
    "blank": ("title only",),
}


_LARGER = 1.25
"""How much larger a title is that opens a lecture, where its layout has no name or type that tells."""


def _can_serve(role: Role, layout: Candidate, body: Candidate | None) -> bool:
    """Whether the structure allows the role: types and names are not always true. `body` is what serves for texts."""
    match role:
        case "title":
            return layout.title is not None and (layout.kind != "tx" or layout.count("subtitle") > 0)
        case "section" | "question":
            return layout.title is not None
        case "body":
            alone = not layout.count("subtitle") and not layout.count("picture")
            return layout.title is not None and alone and _reads_on(layout) and _main(layout) is not None
        case "key point" | "summary":
            return layout.title is not None and _main(layout) is not None
        case "two":
            return layout.title is not None and side_by_side(layout.bodies) is not None
        case "comparison":
            return layout.title is not None and labelled_pairs(layout.placeholders, layout.height) is not None
        case "picture":
            return layout.title is not None and layout.count("picture") >= 1
        case "title only":
            return not (layout.bodies or layout.count("picture") or layout.count("subtitle")) and _is_free(layout, body)
        case "blank":
            return not layout.count("title") and not layout.count("body") and not layout.count("picture")


def _main(layout: Candidate) -> Placeholder | None:
    return main_body(layout.placeholders, layout.height)


def _is_free(layout: Candidate, body: Candidate | None) -> bool:
    """Whether its title leaves the place free where pictures and tables stand, and it looks there as for texts."""
    text = _main(body) if body is not None else None
    if layout.title is None or text is None:
        return layout.title is not None
    behind = layout.drawn.behind(text.rect) if layout.drawn is not None else text.grounds
    alike = {is_dark(ground) for ground in behind} <= {is_dark(ground) for ground in text.grounds}
    return is_clear(layout.title.rect, text.rect) and (alike or not text.grounds)


def _reads_on(layout: Candidate) -> bool:
    """Whether there is a text that does not stand above the title, as only lines on covers do."""
    title = next(p.rect for p in layout.placeholders if p.kind == "title")
    return any(p.rect.bottom > title.y + title.height / 2 for p in layout.bodies)


def _has_structure(role: Role, layout: Candidate, body: Candidate | None) -> bool:
    """Whether the structure alone tells the role, for layouts without a type or a name that helps."""
    if role in ("question", "key point", "summary"):
        return False
    if role == "section":
        return layout.title is not None and not layout.bodies and is_middle(layout.title.rect, layout.height)
    if role == "title":
        return layout.title is not None and layout.count("subtitle") == 1
    return _can_serve(role, layout, body)


def assign(candidates: Sequence[Candidate]) -> tuple[SlideLayout, ...]:
    """A layout for each role; one may serve several. Raises TemplateError if none takes a title and text.

    Layouts of the master that the file's own slides use come first.
    """
    level = [candidate for candidate in candidates if not candidate.vertical]
    if candidates and not level:
        raise TemplateError("the text of all its layouts is turned; text that runs level is needed")
    level.sort(key=lambda candidate: -candidate.used)
    _refuse_without_room(level)
    body = _find("body", level, None) or _any_body(level)
    found: dict[Role, Candidate] = {"body": body}
    for role in _FALLBACKS:
        if role != "body" and (layout := _find(role, level, body)) is not None:
            found[role] = layout
    opener = next((layout for layout in level if layout.opens and _can_open(layout, body)), None)
    if opener is not None:
        found["title"] = opener
    if "title" not in found and "section" not in found and (large := _larger_title(level, body)) is not None:
        found["title"] = large
    return tuple(_serving(role, found) for role in _FALLBACKS)


def _larger_title(layouts: Sequence[Candidate], body: Candidate) -> Candidate | None:
    """Where nothing says which layout opens a lecture: one whose title is much larger than that of texts.

    The one with most room for texts besides; None if titles are alike everywhere.
    """
    size = _LARGER * _title_size(body)
    able = [layout for layout in layouts if _title_size(layout) >= size and _can_serve("title", layout, body)]
    return max(able, key=lambda layout: (_title_size(layout), layout.count("body") > 0), default=None)


def _title_size(layout: Candidate) -> float:
    return layout.title.levels[0].size if layout.title is not None else 0.0


def _can_open(layout: Candidate, body: Candidate) -> bool:
    """Whether the layout of the file's first slide is one for a title slide."""
    title = layout.title
    alone = title is not None and (not layout.bodies or is_middle(title.rect, layout.height))
    return alone and _can_serve("title", layout, body) and layout.index != body.index


def _refuse_without_room(layouts: Sequence[Candidate]) -> None:
    """Raises TemplateError where the layouts that say that they are for texts have no room for any."""
    saying = [layout for layout in layouts if layout.title is not None and _says_body(layout) and layout.count("body")]
    if saying and not any(layout.bodies for layout in saying):
        name = saying[0].name.strip()
        raise TemplateError(f"the text placeholder of its layout {name!r} has no room for four lines; make it higher")


def _any_body(layouts: Sequence[Candidate]) -> Candidate:
    """A layout with a title and any text that has room. Raises TemplateError, with the reason, if there is none."""
    titled = [layout for layout in layouts if layout.title is not None]
    serving = next((layout for layout in titled if layout.bodies and _reads_on(layout)), None)
    if serving is None:
        few = any(_reads_beneath(layout) for layout in titled)
        why = "none of its layouts has both a title and a text placeholder beneath it"
        raise TemplateError(f"{why} with room for four lines" if few else why)
    return serving


def _reads_beneath(layout: Candidate) -> bool:
    title = layout.title
    return title is not None and any(
        p.kind == "body" and p.rect.bottom > title.rect.bottom for p in layout.placeholders
    )


def _says_body(layout: Candidate) -> bool:
    own = role_of(layout.name)
    return own == "body" or (own is None and layout.kind in _TYPES["body"])


def named(candidates: Sequence[Candidate]) -> list[SlideLayout]:
    """All layouts with a title, as they are called; the first of a name counts."""
    found: dict[str, SlideLayout] = {}
    for layout in candidates:
        role: Role = "body" if layout.bodies else "title only"
        if layout.count("title") and layout.name.strip():
            key = layout.name.strip().casefold()
            found.setdefault(key, _layout(role, layout))
    return list(found.values())


def _find(role: Role, layouts: Sequence[Candidate], body: Candidate | None) -> Candidate | None:
    able = [layout for layout in layouts if _can_serve(role, layout, body)]
    tests: tuple[Callable[[Candidate], bool], ...] = (
        lambda layout: role_of(layout.name) == role,
        lambda layout: role_of(layout.name) is None and layout.kind in _TYPES.get(role, ()),
        lambda layout: re.search(_NAMES[role], layout.name.strip(), re.IGNORECASE) is not None,
        lambda layout: _has_structure(role, layout, body),
    )
    for test in tests:
        if passing := list(filter(test, able)):
            alike = passing if test is tests[-1] else [one for one in passing if one.name == passing[0].name]
            return max(alike, key=_room) if role == "body" else passing[0]
    return None


def _room(layout: Candidate) -> tuple[int, float]:
    """What is best for texts where no name says it: that the file's slides use its master, then the largest text."""
    text = _main(layout)
    return layout.used, text.rect.width * text.rect.height if text is not None else 0.0


def _serving(role: Role, found: dict[Role, Candidate]) -> SlideLayout:
    chosen = next((found[other] for other in (role, *_FALLBACKS[role], "body") if other in found), found["body"])
    return _layout(role, chosen)


def _layout(role: Role, chosen: Candidate) -> SlideLayout:
    """The layout in a role, with the texts that serve it: lines above the title and in margins stay empty."""
    bodies = _texts_of(role, chosen)
    shown = tuple(p for p in chosen.placeholders if p.kind != "body")
    at = sum(p.kind == "title" for p in shown)
    if set(bodies) == {p for p in chosen.placeholders if p.kind == "body"} and role not in ("two", "comparison"):
        shown = chosen.placeholders
    else:
        shown = (*shown[:at], *bodies, *shown[at:])
    if role == "question":
        shown = all_for_title(shown, chosen.drawn)
    layout = SlideLayout(role, chosen.name.strip(), chosen.index, shown, chosen.ground)
    return layout if role != "title" else replace(layout, spare=chosen.spare, spare_grounds=chosen.spare_grounds)


def _texts_of(role: Role, layout: Candidate) -> tuple[Placeholder, ...]:
    every = tuple(p for p in layout.placeholders if p.kind == "body")
    main = _main(layout)
    match role:
        case "two" if (pair := side_by_side(layout.bodies)) is not None:
            return pair
        case "comparison" if (pairs := labelled_pairs(layout.placeholders, layout.height)) is not None:
            return pairs
        case "comparison" if (pair := side_by_side(layout.bodies)) is not None:
            return pair
        case "body" | "key point" | "summary" | "two" | "comparison":
            if main is None and (whole := across(layout.bodies, layout.drawn)) is not None:
                return (whole,)
            largest = max(layout.bodies, key=lambda p: p.rect.width * p.rect.height, default=None)
            chosen = main or largest
            return (chosen,) if chosen is not None else every
        case _:
            return every

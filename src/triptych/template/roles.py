"""Which layout of a template serves which role: by its type, then its name, then its structure."""

import re
from collections.abc import Callable, Sequence

import msgspec

from triptych.model.theme import Placeholder, Role, SlideLayout
from triptych.template.parts import TemplateError


class Candidate(msgspec.Struct, frozen=True):
    """A layout as the template describes it. `kind` is its `@type` (ECMA-376, 19.7.15), or empty."""

    index: int
    name: str
    kind: str
    placeholders: tuple[Placeholder, ...]
    vertical: bool = False
    ground: str = ""

    def count(self, kind: str) -> int:
        """How many placeholders of a kind it has."""
        return sum(placeholder.kind == kind for placeholder in self.placeholders)


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
    "section": r"section|abschnitt|secci[óo]n|sezione|chapter",
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


def _can_serve(role: Role, layout: Candidate) -> bool:
    """Whether the structure allows the role: types and names are not always true."""
    bodies = layout.count("body")
    titled = layout.count("title") == 1
    match role:
        case "title":
            return titled and (layout.kind != "tx" or layout.count("subtitle") > 0)
        case "section" | "question":
            return titled
        case "body":
            alone = not layout.count("subtitle") and not layout.count("picture")
            return titled and bodies == 1 and alone and _reads_on(layout)
        case "key point" | "summary":
            return titled and bodies >= 1
        case "two":
            return titled and bodies == 2
        case "comparison":
            return titled and bodies == 4
        case "picture":
            return titled and layout.count("picture") >= 1
        case "title only":
            return titled and not bodies and not layout.count("picture") and not layout.count("subtitle")
        case "blank":
            return not layout.count("title") and not bodies and not layout.count("picture")


def _reads_on(layout: Candidate) -> bool:
    """Whether there is a text that does not stand above the title, as only lines on covers do."""
    title = next(p.rect for p in layout.placeholders if p.kind == "title")
    bodies = (p.rect for p in layout.placeholders if p.kind == "body")
    return any(rect.bottom > title.y + title.height / 2 for rect in bodies)


def _has_structure(role: Role, layout: Candidate) -> bool:
    """Whether the structure alone tells the role, for layouts without a type or a name that helps."""
    if role in ("section", "question", "key point", "summary"):
        return False
    if role == "title":
        return layout.count("title") == 1 and layout.count("subtitle") == 1
    return _can_serve(role, layout)


def assign(candidates: Sequence[Candidate]) -> tuple[SlideLayout, ...]:
    """A layout for each role; one may serve several. Raises TemplateError if none takes a title and text."""
    level = [candidate for candidate in candidates if not candidate.vertical] or list(candidates)
    found: dict[Role, Candidate] = {}
    for role in _FALLBACKS:
        if (layout := _find(role, level)) is not None:
            found[role] = layout
    if "body" not in found:
        body = next((layout for layout in level if layout.count("title") and _reads_on(layout)), None)
        if body is None:
            raise TemplateError("none of its layouts has both a title and a text placeholder beneath it")
        found["body"] = body
    return tuple(_serving(role, found) for role in _FALLBACKS)


def named(candidates: Sequence[Candidate]) -> list[SlideLayout]:
    """All layouts with a title, as they are called; the first of a name counts."""
    found: dict[str, SlideLayout] = {}
    for layout in candidates:
        role: Role = "body" if layout.count("body") else "title only"
        if layout.count("title") and layout.name.strip():
            key = layout.name.strip().casefold()
            found.setdefault(key, _layout(role, layout))
    return list(found.values())


def _find(role: Role, layouts: Sequence[Candidate]) -> Candidate | None:
    able = [layout for layout in layouts if _can_serve(role, layout)]
    tests: tuple[Callable[[Candidate], bool], ...] = (
        lambda layout: layout.kind in _TYPES.get(role, ()),
        lambda layout: re.search(_NAMES[role], layout.name.strip(), re.IGNORECASE) is not None,
        lambda layout: _has_structure(role, layout),
    )
    for test in tests:
        if (layout := next(filter(test, able), None)) is not None:
            return layout
    return None


def _serving(role: Role, found: dict[Role, Candidate]) -> SlideLayout:
    chosen = next((found[other] for other in (role, *_FALLBACKS[role], "body") if other in found), found["body"])
    return _layout(role, chosen)


def _layout(role: Role, chosen: Candidate) -> SlideLayout:
    return SlideLayout(role, chosen.name.strip(), chosen.index, chosen.placeholders, chosen.ground)

"""The layouts of a PowerPoint template, with all that measuring text needs to know of them."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from triptych.geometry import Insets, Rect, Size
from triptych.model.theme import FEET, Kind, Level, Placeholder, SlideLayout
from triptych.template.background import grounds, own_fill
from triptych.template.candidate import Candidate
from triptych.template.colors import theme_colors
from triptych.template.levels import Style, levels, read_styles
from triptych.template.parts import A, LayoutPart, P, TemplateError, TemplateParts, damage, open_parts, rect_of
from triptych.template.places import settled
from triptych.template.roles import assign, named
from triptych.template.room import spare_place

_KINDS: dict[str, Kind] = {
    "title": "title",
    "ctrTitle": "title",
    "subTitle": "subtitle",
    "pic": "picture",
    "obj": "body",
    "body": "body",
    "tbl": "picture",
    "chart": "picture",
    "dgm": "picture",
    "media": "picture",
    "clipArt": "picture",
    "ftr": "footer",
    "sldNum": "slide number",
    "dt": "date",
}
_INSETS = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))  # ECMA-376, 21.1.2.1.1
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEAST_SIZE, _MOST_SIZE = 1.0, 56.0  # inches (ECMA-376, 19.7.10)


def read_layouts(data: bytes) -> tuple[Size, tuple[SlideLayout, ...]]:
    """The slide size of a .pptx or .potx file in points, and a layout for each role.

    A layout may serve several roles and then stands there once for each. Placeholders are in the layout's own
    reading order, the title first and the footers last. Raises TemplateError, whose message says why the
    template cannot serve.
    """
    size, layouts, _ = read_all(data)
    return size, layouts


def read_all(data: bytes) -> tuple[Size, tuple[SlideLayout, ...], tuple[SlideLayout, ...]]:
    """As `read_layouts`, and then every layout with a title, to be asked for by name."""
    parts = open_parts(data)
    try:
        return _read(parts)
    except (AttributeError, LookupError, TypeError, ValueError) as error:  # something is missing or no number
        raise TemplateError(damage(error)) from error


def _read(parts: TemplateParts) -> tuple[Size, tuple[SlideLayout, ...], tuple[SlideLayout, ...]]:
    size = parts.presentation.find(f"{P}sldSz")
    if not parts.layouts:
        raise TemplateError("it has no layouts")
    if size is None:
        raise TemplateError("it has no slide size")
    _check_size(size)
    slide = Size(int(size.get("cx")) / 12700, int(size.get("cy")) / 12700)
    defaults = parts.presentation.find(f"{P}defaultTextStyle")
    masters: dict[int, _Master] = {}
    candidates = []
    for part in parts.layouts:
        if id(part.master) not in masters:
            masters[id(part.master)] = _Master(part, defaults)
        candidates.append(masters[id(part.master)].candidate(part, slide))
    return slide, assign(candidates), tuple(named(candidates))


def _check_size(size: Any) -> None:
    width, height = (int(size.get(name)) / 914400 for name in ("cx", "cy"))
    if not (_LEAST_SIZE <= width <= _MOST_SIZE and _LEAST_SIZE <= height <= _MOST_SIZE):
        raise TemplateError(f"its slides are {width:g} × {height:g} inches; give them a size")


class _Master:
    """A master's part in its layouts' placeholders: read once for all its layouts."""

    def __init__(self, part: LayoutPart, defaults: Any) -> None:
        self._shapes = {_class(_type(shape)): shape for shape in reversed(_placeholders(part.master))}
        self._styles = part.master.find(f"{P}txStyles")
        self._defaults = defaults
        self._slots = theme_colors(part.theme)
        self._names: Mapping[str, str] = dict(part.master.find(f"{P}clrMap").attrib)
        self._families = families_of(part.theme)
        self._known: dict[tuple[str, tuple[str, ...]], tuple[Style, ...]] = {}
        self._plain: dict[tuple[str, tuple[str, ...]], tuple[Level, ...]] = {}  # where a layout adds nothing

    def candidate(self, part: LayoutPart, slide: Size) -> Candidate:
        """The layout as it can be judged for a role."""
        override = part.layout.find(f"{P}clrMapOvr/{A}overrideClrMapping")
        colors = self._colors(self._names if override is None else dict(override.attrib))
        shapes = _placeholders(part.layout)
        behind = grounds(part, colors, slide)
        found = [(self._placeholder(shape, colors, slide), self._fill(shape)) for shape in shapes]
        seen = [replace(p, grounds=behind.behind(p.rect, fill)) for p, fill in found if p]
        placeholders = settled(seen, behind.pictures(), slide)
        spare = spare_place(placeholders, slide)
        return Candidate(
            part.index,
            part.layout.find(f"{P}cSld").get("name", ""),
            part.layout.get("type", ""),
            tuple(sorted(placeholders, key=_order)),
            any(map(self._is_turned, shapes)),
            behind.ground,
            part.used,
            part.opens,
            slide.height,
            spare,
            behind.behind(spare) if spare is not None else (),
            behind,
        )

    def _is_turned(self, shape: Any) -> bool:
        """Whether the text of a placeholder runs down or up, or aslant; at the foot of a slide it may."""
        kind = _type(shape)
        general = self._shapes.get(_class(kind))
        chain = (shape, general) if general is not None else (shape,)
        place = next((each for each in chain if rect_of(each) is not None), shape).find(f"{P}spPr/{A}xfrm")
        runs = _body_properties(chain).get("vert", "horz")
        turned = runs != "horz" or (place is not None and int(place.get("rot", "0")) % 21600000 != 0)
        return _ph(shape).get("orient") == "vert" or (turned and _KINDS.get(kind) in ("title", "body", "subtitle"))

    def _fill(self, shape: Any) -> Any:
        """What a placeholder itself is filled with: as the layout says, else as the master does; None for nothing."""
        general = self._shapes.get(_class(_type(shape)))
        fills = (own_fill(each) for each in (shape, general) if each is not None)
        found = next((fill for fill in fills if fill is not None), None)
        return None if found is None or found.tag == f"{A}noFill" else found

    def _colors(self, names: Mapping[str, str]) -> dict[str, str]:
        """The theme's colours by the names that slides use, and by their own."""
        return self._slots | {name: self._slots.get(slot, "") for name, slot in names.items()}

    def _placeholder(self, shape: Any, colors: Mapping[str, str], slide: Size) -> Placeholder | None:
        kind = _type(shape)
        if kind not in _KINDS:
            return None
        general = self._shapes.get(_class(kind))
        chain = (shape, general) if general is not None else (shape,)
        body = _body_properties(chain)
        return Placeholder(
            _KINDS[kind],
            kind,
            int(_ph(shape).get("idx", "0")),
            shape.find(f".//{P}cNvPr").get("name", ""),
            next(filter(None, map(rect_of, chain)), Rect(0, 0, slide.width, slide.height)),
            _insets(body),
            _anchor(body),
            self._levels(shape, kind, colors),
        )

    def _levels(self, shape: Any, kind: str, colors: Mapping[str, str]) -> tuple[Level, ...]:
        own = shape.find(f"{P}txBody/{A}lstStyle")
        if own is not None and len(own):
            styles = read_styles(own, colors, self._families)
            return levels((self._inherited(_class(kind), colors), styles), self._families["+mn-lt"])
        key = (_class(kind), tuple(colors.values()))
        if key not in self._plain:
            self._plain[key] = levels((self._inherited(_class(kind), colors),), self._families["+mn-lt"])
        return self._plain[key]

    def _inherited(self, kind: str, colors: Mapping[str, str]) -> tuple[Style, ...]:
        """What a kind of placeholder has from the defaults, the master's text styles and its placeholder."""
        key = (kind, tuple(colors.values()))
        if key not in self._known:
            name = {"title": "titleStyle", "body": "bodyStyle"}.get(kind, "otherStyle")
            text_style = None if self._styles is None else self._styles.find(f"{P}{name}")
            shape = self._shapes.get(kind)
            own = None if shape is None else shape.find(f"{P}txBody/{A}lstStyle")
            read = [read_styles(styles, colors, self._families) for styles in (self._defaults, text_style, own)]
            self._known[key] = tuple({**a, **b, **c} for a, b, c in zip(*read, strict=True))
        return self._known[key]


def _placeholders(root: Any) -> list[Any]:
    """The shapes of a master or layout that are placeholders, in reading order; of two forms of one, the new one."""
    shapes = root.find(f"{P}cSld/{P}spTree").iter(f"{P}sp", f"{P}pic")
    return [shape for shape in shapes if _ph(shape) is not None and next(shape.iterancestors(_FALLBACK), None) is None]


def _ph(shape: Any) -> Any:
    return shape.find(f"*/{P}nvPr/{P}ph")


def _type(shape: Any) -> str:
    return str(_ph(shape).get("type", "obj"))


def _class(kind: str) -> str:
    """The kind of placeholder on the master that one on a layout inherits from (ECMA-376, 19.7.10)."""
    if kind in ("title", "ctrTitle"):
        return "title"
    return kind if kind in ("ftr", "sldNum", "dt") else "body"


def families_of(theme: Any) -> dict[str, str]:
    """The names that stand for the theme's families (ECMA-376, 20.1.4.2): the Latin one where it has no other; Arial.

    Text in the Latin family of another script's name is set in that script's family.
    """
    names = {}
    for key, tag in (("+mj", "majorFont"), ("+mn", "minorFont")):
        found = {part: theme.find(f".//{A}{tag}/{A}{part}") for part in ("latin", "ea", "cs")}
        faces = {part: face.get("typeface", "") if face is not None else "" for part, face in found.items()}
        latin = faces["latin"] if not faces["latin"].startswith("+") else ""
        for end, part in (("lt", "latin"), ("ea", "ea"), ("cs", "cs")):
            own = faces[part] if not faces[part].startswith("+") else ""
            names[f"{key}-{end}"] = own or latin or "Arial"
    return names


def _body_properties(chain: tuple[Any, ...]) -> dict[str, str]:
    """The attributes of the body properties: the layout's, or else the master's."""
    found: dict[str, str] = {}
    for shape in reversed(chain):
        properties = shape.find(f"{P}txBody/{A}bodyPr")
        if properties is not None:
            found.update(properties.attrib)
    return found


def _insets(body: Mapping[str, str]) -> Insets:
    left, top, right, bottom = (int(body.get(name, usual)) / 12700 for name, usual in _INSETS)
    return Insets(left, top, right, bottom)


def _anchor(body: Mapping[str, str]) -> Any:
    anchor = body.get("anchor")
    return anchor if anchor in ("ctr", "b") else "t"


def _order(placeholder: Placeholder) -> int:
    return 0 if placeholder.kind == "title" else 2 if placeholder.kind in FEET else 1


__all__ = ["TemplateError", "read_layouts"]

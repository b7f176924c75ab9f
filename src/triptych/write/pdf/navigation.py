"""Ways through the file: links, named destinations and the outline."""

from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import PDFDictionary

from triptych.geometry import Rect
from triptych.model.pages import Destination, LinkItem, OutlineEntry, Page
from triptych.write.pdf.objects import Objects, Ref, key, number, text_string

_ALL_OPEN = 40
"""The most bookmarks that are shown unfolded when the file is opened."""

_KEPT = frozenset("!#$%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz~")


def link(item: LinkItem, page: Ref, height: float, struct_parent: int, objects: Objects) -> PDFDictionary:
    """A link annotation without a border, printed as it is shown (ISO 32000-1, 12.5.6.5).

    A link of many lines has an annotation for each: what is long in them is an object of its own, which all share.
    """
    entries: dict[str, object] = {
        "Type": "/Annot",
        "Subtype": "/Link",
        "Rect": _corners(item.rect, height),
        "P": page,
        "Border": "[0 0 0]",
        "F": 4,
        "StructParent": struct_parent,
        "Contents": objects.shared(item.contents, text_string),
    }
    if item.destination:
        entries["Dest"] = key(item.destination)
    else:
        entries["A"] = f"<</S /URI /URI {objects.shared(item.address, _address)}>>"
    return PDFDictionary(entries)


def names(destinations: Sequence[Destination], pages: Sequence[Page], refs: Sequence[Ref]) -> str:
    """The name tree of destinations, for links from other files too (ISO 32000-1, 12.3.2.3)."""
    tree = {
        place.name.encode(): f"[{refs[place.page]} /XYZ null {number(pages[place.page].size.height - place.y)} null]"
        for place in destinations
    }
    return f"<</Dests <</Names [{' '.join(f'{key(name)} {place}' for name, place in sorted(tree.items()))}]>>>>"


def outline(entries: Sequence[OutlineEntry], objects: Objects) -> Ref:
    """The bookmarks (ISO 32000-1, 12.3.3); the outline dictionary."""
    root = objects.reserve()
    refs = [objects.reserve() for _ in entries]
    parents = _parents([entry.level for entry in entries])
    children: list[list[int]] = [[] for _ in range(len(entries) + 1)]  # the last are those of the root
    for place, parent in enumerate(parents):
        children[parent].append(place)
    unfolded = len(entries) <= _ALL_OPEN
    counts = _counts(parents, unfolded)
    for group in children:
        for before, place, after in zip([-1, *group], group, [*group[1:], -1], strict=False):
            above = refs[parents[place]] if parents[place] >= 0 else root
            code = f"<</Title {text_string(entries[place].title)} /Parent {above}"
            code += f" /Dest {key(entries[place].destination)}"
            code += f" /Prev {refs[before]}" * (before >= 0) + f" /Next {refs[after]}" * (after >= 0)
            code += _ends(children[place], counts[place], refs)
            objects.put(refs[place], code + ">>")
    shown = len(entries) if unfolded else len(children[-1])
    objects.put(root, f"<</Type /Outlines{_ends(children[-1], shown, refs)}>>")
    return root


def _parents(levels: Sequence[int]) -> list[int]:
    """Each entry's nearest entry before it of a lower level, -1 if there is none."""
    parents: list[int] = []
    above: list[int] = []
    for place, level in enumerate(levels):
        while above and levels[above[-1]] >= level:
            above.pop()
        parents.append(above[-1] if above else -1)
        above.append(place)
    return parents


def _counts(parents: Sequence[int], unfolded: bool) -> list[int]:
    """Each entry's Count: how many unfolding shows below it, negative while it is folded."""
    counts = [0] * len(parents)
    for place in range(len(parents) - 1, -1, -1):
        if parents[place] >= 0:
            counts[parents[place]] += 1 + counts[place] if unfolded else -1
    return counts


def _ends(children: Sequence[int], count: int, refs: Sequence[Ref]) -> str:
    return f" /First {refs[children[0]]} /Last {refs[children[-1]]} /Count {count}" if children else ""


def _corners(rect: Rect, height: float) -> str:
    return f"[{number(rect.x)} {number(height - rect.bottom)} {number(rect.right)} {number(height - rect.y)}]"


def _address(address: str) -> str:
    """An address in the characters that a URI may have (RFC 3986), the others by their bytes."""
    kept = (char if char in _KEPT else "".join(f"%{byte:02X}" for byte in char.encode()) for char in address)
    return "(" + "".join(kept).replace("(", "\\(").replace(")", "\\)") + ")"

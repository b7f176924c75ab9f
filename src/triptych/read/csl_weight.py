"""How much a citation style asks for: its elements, those of its macros as often as they are called."""

from xml.parsers import expat

import msgspec


class _Part(msgspec.Struct):
    """A macro, or the rest of the style: its own elements, and the macros that it calls."""

    elements: int = 0
    calls: list[str] = msgspec.field(default_factory=list)


def weight(data: bytes, most: int) -> int:
    """The elements of a style (CSL 1.0.2, Macro) as often as they can be set; one more than the most is enough to know.

    A macro that calls itself has no end. What is no XML weighs nothing: its reader refuses it.
    """
    parts: dict[str, _Part] = {"": _Part()}
    at = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal at
        name = tag.rpartition(":")[2]
        if name == "macro":
            at = attributes.get("name", "")
            parts.setdefault(at, _Part())
        parts[at].elements += 1
        if name != "macro" and "macro" in attributes:
            parts[at].calls.append(attributes["macro"])

    def end(tag: str) -> None:
        nonlocal at
        at = "" if tag.rpartition(":")[2] == "macro" else at

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError):
        return 0
    return _sum(parts, most)


def sets_citations(data: bytes) -> bool:
    """Whether a style says how citations are set: dependent ones only name another (CSL 1.0.2, File Types)."""
    found: list[str] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, attributes: found.append(tag.rpartition(":")[2])
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError):
        return True  # its reader says what is wrong with it
    return "citation" in found


def _sum(parts: dict[str, _Part], most: int) -> int:
    """What the style weighs with all that it calls: macros are summed once those that they call are."""
    known: dict[str, int] = {}
    open_parts: set[str] = set()
    waiting = [""]
    while waiting:
        name = waiting[-1]
        part = parts.get(name)
        if name in known or part is None:
            waiting.pop()
        elif name in open_parts:
            known[name] = min(part.elements + sum(known.get(call, 0) for call in part.calls), most + 1)
            open_parts.discard(name)
            waiting.pop()
        else:
            open_parts.add(name)
            calls = [call for call in dict.fromkeys(part.calls) if call not in known]
            if any(call in open_parts for call in calls):
                return most + 1
            waiting += calls
    return known[""]

"""The tag tree of a written PDF as text: a line an element, indented, with what it says of itself and its words."""

from collections.abc import Iterator

import pikepdf
from reading_pdf import kids, marks

_SAYS = ("Lang", "Alt", "ActualText", "E")


def tag_text(pdf: pikepdf.Pdf) -> str:
    """The elements in the Document, in the order in which they are read; the text between them has lines of its own."""
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
    words = {
        (number, mark.mcid): mark.text
        for number, page in enumerate(pdf.pages)
        for mark in marks(page)
        if mark.mcid is not None
    }
    (document,) = kids(pdf.Root.StructTreeRoot)
    return "\n".join(line for top in kids(document) for line in _lines(top, words, numbers))


def _lines(element: pikepdf.Dictionary, words: dict[tuple[int, int], str], numbers: dict) -> Iterator[str]:
    said: list[str] = [""]
    below: list[list[str]] = []
    for kid in kids(element):
        if isinstance(kid, int):
            said[-1] += words[numbers[element.Pg.objgen], kid]
        elif kid.get("/Type") == "/MCR":
            said[-1] += words[numbers[kid.Pg.objgen], int(kid.MCID)]
        elif "/S" in kid:
            below.append(list(_lines(kid, words, numbers)))
            said.append("")
    texts = [text.strip() for text in said]
    head = str(element.S)[1:] + _about(element)
    if not below:
        yield f"{head}: {texts[0]}" if texts[0] else head
        return
    yield head
    for place, text in enumerate(texts):
        if text:
            yield f"  : {text}"
        yield from (f"  {line}" for line in (below[place] if place < len(below) else ()))


def _about(element: pikepdf.Dictionary) -> str:
    """What an element says of itself: its language and its other texts, how a list counts, what a heading heads."""
    said = [f" {name}={element[f'/{name}']}" for name in _SAYS if f"/{name}" in element]
    held = element.get("/A")
    attributes = held if isinstance(held, pikepdf.Array) else () if held is None else (held,)
    said += [f" {str(each[name])[1:]}" for each in attributes for name in ("/Scope", "/ListNumbering") if name in each]
    return "".join(said)

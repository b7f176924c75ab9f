"""The document's properties: what a file manager and a screen reader say about the deck."""

from datetime import date

from triptych.model.deck import Deck
from triptych.write.pptx.xml import HEAD, escape

_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_APP = 'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"'


def core_xml(deck: Deck, lang: str) -> str:
    """The core properties (ECMA-376 part 2, 11). The dates are the document's, never the clock's."""
    meta, when = deck.meta, _moment(deck.meta.date)
    fields = (
        ("dc:title", meta.title),
        ("dc:subject", meta.course),
        ("dc:creator", "; ".join(meta.authors)),
        ("dc:language", lang),
        ("cp:lastModifiedBy", "; ".join(meta.authors)),
    )
    texts = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in fields if text)
    dates = "".join(
        f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{when}</dcterms:{tag}>' for tag in ("created", "modified")
    )
    return f"{HEAD}<cp:coreProperties {_CORE}>{texts}<cp:revision>1</cp:revision>{dates}</cp:coreProperties>"


def _moment(text: str) -> str:
    """The date as a moment; the beginning of zip's calendar where the document has no ISO date."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        day = date(1980, 1, 1)
    return f"{day.isoformat()}T00:00:00Z"


def app_xml(slides: int, notes: int) -> str:
    """The extended properties, with the real counts (ECMA-376, 22.2)."""
    return (
        f"{HEAD}<Properties {_APP}><TotalTime>0</TotalTime><Application>Triptych</Application>"
        f"<PresentationFormat>Widescreen</PresentationFormat><Slides>{slides}</Slides><Notes>{notes}</Notes>"
        "<HiddenSlides>0</HiddenSlides></Properties>"
    )

"""What the file says about itself: the information dictionary, the XMP packet, the catalog's entries."""

from reportlab.pdfbase.pdfdoc import PDFDictionary

from triptych.model.document import Meta
from triptych.model.pages import Pages
from triptych.patterns import late
from triptych.write.pdf.archive import identification
from triptych.write.pdf.objects import text_string

_MAKER = "Triptych"
_UNTITLED = "\u2014"
_ISO_DATE = late(r"\d{4}-\d\d-\d\d")
_SPECIAL = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
{properties}
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>{archive}</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def title(pages: Pages) -> str:
    """What the document is called: a file must say it (ISO 14289-1, 7.1), so failing all else it is a dash."""
    names = [pages.meta.title, *(entry.title for entry in pages.outline[:1])]
    return next((name for name in map(_clean, names) if name), _UNTITLED)


def info(meta: Meta, title: str) -> PDFDictionary:
    """The information dictionary (ISO 32000-1, 14.3.3)."""
    told = {"Title": title, "Author": ", ".join(meta.authors), "Subject": meta.course}
    told |= {"Creator": _MAKER, "Producer": _MAKER}
    entries: dict[str, object] = {name: text_string(text) for name, text in told.items() if text}
    date = _date(meta)
    if date:
        entries |= dict.fromkeys(("CreationDate", "ModDate"), f"(D:{date.replace('-', '')}000000Z)")
    return PDFDictionary(entries)


def xmp(meta: Meta, title: str) -> bytes:
    """The XMP packet: the same facts, and that the file keeps to PDF/UA-1 (ISO 14289-1, 5), or to PDF/A too."""
    properties = [_words("dc:title", title), _items("dc:creator", "Seq", meta.authors)]
    properties += [_words("dc:description", meta.course), _items("dc:language", "Bag", (meta.lang or "en",))]
    properties += [f"<xmp:CreatorTool>{_MAKER}</xmp:CreatorTool>", f"<pdf:Producer>{_MAKER}</pdf:Producer>"]
    date = _date(meta)
    if date:
        moment = f"{date}T00:00:00Z"
        properties += [f"<xmp:{name}>{moment}</xmp:{name}>" for name in ("CreateDate", "ModifyDate")]
    archive = identification() if meta.archive else ""
    return _XMP.format(properties="\n".join(filter(None, properties)), archive=archive).encode()


def _date(meta: Meta) -> str:
    """The document's date if it is an ISO one, else nothing: a file that is made again must be the same."""
    if not _ISO_DATE.fullmatch(meta.date):
        return ""
    import datetime  # 5 ms that most documents need not spend

    try:
        return datetime.date.fromisoformat(meta.date).isoformat()
    except ValueError:
        return ""


def _words(name: str, text: str) -> str:
    """A property in the document's own language."""
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{_escape(text)}</rdf:li></rdf:Alt></{name}>' if text else ""


def _items(name: str, kind: str, texts: tuple[str, ...]) -> str:
    """A property that is a list."""
    if not texts:
        return ""
    items = "".join(f"<rdf:li>{_escape(text)}</rdf:li>" for text in texts)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>"


def _escape(text: str) -> str:
    """Text as XML: what it may not hold (XML 1.0, 2.2) becomes a space."""
    return "".join(_SPECIAL.get(char, char) for char in _clean(text))


def _clean(text: str) -> str:
    return "".join(char if _allowed(char) else " " for char in text).strip()


def _allowed(char: str) -> bool:
    return char >= " " and not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff"

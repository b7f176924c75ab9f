"""The index of a course as a web page: it needs nothing else and does nothing."""

from html import escape
from urllib.parse import quote

from triptych.collected.entries import Entry, Whole
from triptych.text.bidi import rtl_language

_STYLE = """
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; }
h1 { line-height: 1.2; margin-bottom: 0; }
ol { padding-inline-start: 2rem; }
li { margin-block: .6rem; }
ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; margin: 0; list-style: none; }
ul li { margin: 0; }
a { overflow-wrap: anywhere; }
a:focus-visible { outline: 3px solid; outline-offset: 2px; }
@media print { a { color: inherit; } }
"""


def index_html(whole: Whole) -> bytes:
    """The page, in UTF-8. Its links lead to the files beside it; every text of a document is mere text in it."""
    direction = ' dir="rtl"' if rtl_language(whole.lang) else ""
    subtitle = f"<p>{escape(whole.subtitle)}</p>\n" if whole.subtitle else ""
    parts = "".join(_group(number, title, entries, whole) for number, (title, entries) in enumerate(whole.groups()))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(whole.lang)}"{direction}>\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(whole.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{escape(whole.title)}</h1>\n{subtitle}</header>\n<main>\n{parts}</main>\n</body>\n</html>\n"
    ).encode("utf-8", "replace")


def _group(number: int, title: str, entries: list[Entry], whole: Whole) -> str:
    items = "".join(_item(entry, whole, 3 if title else 2) for entry in entries)
    if not title:
        return f"<ol>\n{items}</ol>\n"
    heading = f'<h2 id="part-{number}">{escape(title)}</h2>\n'
    return f'<section aria-labelledby="part-{number}">\n{heading}<ol>\n{items}</ol>\n</section>\n'


def _item(entry: Entry, whole: Whole, level: int) -> str:
    foreign = entry.lang and entry.lang != whole.lang
    lang = f' lang="{escape(entry.lang)}" dir="auto"' if foreign else ""
    links = "".join(f"<li>{_link(name, entry)}</li>\n" for name in entry.files)
    return f"<li>\n<h{level}{lang}>{escape(entry.title)}</h{level}>\n<ul>\n{links}</ul>\n</li>\n"


def _link(name: str, entry: Entry) -> str:
    pages = f" ({entry.pages[name]})" if name in entry.pages else ""
    return f'<a href="{address(name)}">{escape(name.rpartition("/")[2])}</a>{pages}'


def address(name: str) -> str:
    """A path as a relative address (RFC 3986): nothing in it is taken for a scheme, a query or a fragment."""
    return quote(f"./{name}", safe="/.-_~")

"""A package for Anki, whose notes keep their identity when the document is edited and imported again."""

import hashlib
import io
import itertools
import json
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from triptych.model.cues import Cue, section_titles, source_of
from triptych.model.document import CalloutKind, Document
from triptych.model.picture import Picture
from triptych.text.bidi import rtl_language
from triptych.write.cards.html import Html, inert

if TYPE_CHECKING:
    import genanki

_MODEL = 1_637_218_341
"""The number of our type of note: the same in every package, so that a collection has it once."""
_DATE = (1980, 1, 1, 0, 0, 0)
_FRONT = '<div class="front">{{Front}}</div>\n'
_BACK = '<div class="back">{{Back}}</div>\n'
_SOURCE = '<div class="source">{{Source}}</div>'
_CSS = """.card { font: 20px/1.45 Arial, sans-serif; color: #1b2430; background: #fff; max-width: 42em;
  margin: 1em auto; padding: 0 1em; }
.front { font-weight: bold; text-align: center; }
.front ul, .front ol, .front pre, .front table { font-weight: normal; text-align: start; display: table;
  margin: 0.6em auto; }
.source { margin-top: 2em; font-size: 70%; color: #5b6675; text-align: center; }
img { max-width: 100%; height: auto; }
pre { padding: 0.6em; background: #f1f4f8; overflow-x: auto; text-align: left; font-size: 80%; }
table { border-collapse: collapse; margin: 0.6em auto; }
th, td { padding: 0.2em 0.6em; border-bottom: 1px solid #c9d2dc; text-align: start; }
mark { background: #fff0b3; color: inherit; }
blockquote, .callout { margin: 0.6em 0; padding: 0 0.8em; border-inline-start: 3px solid #c9d2dc; }
figure { margin: 0.6em 0; text-align: center; }
figcaption, caption { font-size: 80%; color: #5b6675; }
.nightMode.card, .nightMode .card { color: #e6eaf0; background: #1f242b; }
.nightMode pre { background: #2b323b; }
.nightMode mark { background: #5c4a00; }
.nightMode .source, .nightMode figcaption, .nightMode caption { color: #a9b4c2; }
"""


def write_anki(
    cues: Sequence[Cue],
    document: Document,
    pictures: Mapping[str, Picture],
    called: Mapping[CalloutKind, str],
    edited: int,
) -> bytes:
    """The cues as an .apkg file with one deck, pictures in it; the same ones give the same bytes.

    `called` has the title of callouts that have none of their own. `edited` is when the document was, in seconds
    since 1970: Anki takes over what is newer than what it has. A note is known by the document's title and the cue's
    id, so that it is updated and not doubled.
    """
    import genanki  # only packages need it

    html = Html(pictures, called)
    name = " ".join(document.meta.title.replace("::", ": ").split()) or "Triptych"
    deck = genanki.Deck(_number(document.meta.title), name)
    titles = section_titles(document)
    model = genanki.Model(
        _MODEL,
        "Triptych",
        fields=[{"name": name} for name in ("Front", "Back", "Source")],
        templates=[{"name": "Card", "qfmt": _FRONT + _SOURCE, "afmt": f'{_FRONT}<hr id="answer">\n{_BACK}{_SOURCE}'}],
        css=_CSS,
    )
    for place, cue in enumerate(cues):
        fields = [*_sides(cue, html, document.meta.lang), inert(escape(source_of(cue, document, titles)))]
        guid = _hash(f"{document.meta.title}\0{cue.id}")[:20]
        deck.add_note(genanki.Note(model, fields, tags=_tags(cue), guid=guid, due=place))
    return _packed(genanki.Package(deck), html.media, edited)


def _sides(cue: Cue, html: Html, lang: str) -> tuple[str, str]:
    """Both sides of a card, each with its language and its direction."""
    direction = "rtl" if rtl_language(lang) else "auto"
    front, back = html.inlines(cue.front) + html.blocks(cue.below), html.blocks(cue.back)
    start = f'<div lang="{escape(lang)}" dir="{direction}">'
    return inert(f"{start}{front}</div>"), inert(f"{start}{back}</div>")


def _tags(cue: Cue) -> list[str]:
    """What a note can be found by: the kind of its cue and its section."""
    section = "-".join(cue.section.split())
    return [tag for tag in ("triptych", cue.kind, section) if tag]


def _packed(package: "genanki.Package", media: Mapping[str, bytes], edited: int) -> bytes:
    """The package as a zip archive without any date but that of the document."""
    connection = sqlite3.connect(":memory:")
    try:
        package.write_to_db(connection.cursor(), float(edited), itertools.count(edited * 1000))
        connection.commit()
        collection = connection.serialize()
    finally:
        connection.close()
    names = {str(number): name for number, name in enumerate(media)}
    files = {"collection.anki2": collection, "media": json.dumps(names).encode()}
    files |= {number: media[name] for number, name in names.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _DATE), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _number(title: str) -> int:
    """The number of a document's deck, in the range that Anki has for them."""
    return (1 << 30) + int(_hash(f"triptych deck\0{title}")[:8], 16) % (1 << 30)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

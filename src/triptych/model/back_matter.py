"""What a document says of the lists at its end, and of what refers from one panel to another."""

import msgspec


class BackMatter(msgspec.Struct, frozen=True):
    """Wishes of the front matter. None where it says nothing: what the document holds decides.

    `chronology` also looks for years that nobody marked; `names` are people to look for in the text. `references` are
    the slide's number beside each section of the handout, and the handout's page on the foot of each slide.
    """

    chronology: bool | None = None
    people: bool | None = None
    names: tuple[str, ...] = ()
    glossary: bool | None = None
    index: bool | None = None
    references: bool | None = None


NOTHING_SAID = BackMatter()
NO_LISTS = BackMatter(False, False, (), False, False, False)
"""For what is made of a document and is not the document, such as a test."""

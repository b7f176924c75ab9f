"""The PowerPoint deck: a planned `Deck` and a template's bytes in, a .pptx file's bytes out."""

from triptych.model.deck import Deck
from triptych.unread import leave_rare_unread


def write_deck(deck: Deck, template: bytes) -> bytes:
    """The deck as a .pptx file made from the template (.pptx or .potx), whose own slides are dropped.

    The same deck and template give the same bytes. Raises KeyError or zipfile.BadZipFile if the template
    is no presentation; reading its layouts first says so in words.
    """
    leave_rare_unread()
    from triptych.write.pptx import deck as writing  # python-pptx takes a while to import

    return writing.write_deck(deck, template)


__all__ = ["write_deck"]

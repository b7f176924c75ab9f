"""What our own few words are in where we have none in a document's language."""

from collections.abc import Iterator

from triptych.languages import known, nearest
from triptych.languages.words import few
from triptych.model.document import Document
from triptych.problem import Problem


def unworded_language(document: Document) -> Iterator[Problem]:
    """A note for a document in a language that we have no words in, unless its author has words of their own."""
    lang = document.meta.lang
    if nearest(lang) or document.words:
        return
    if few(lang):
        message = f"few words of ours in the language {lang}: “Summary” and the like stand in English"
    else:
        message = f"no words of ours in the language {lang}: “Contents”, “Summary” and the like stand in English"
    hint = f"write your own under words: in the front matter; there are words in {len(known())} languages"
    yield Problem("note", message, document.path, hint=hint)

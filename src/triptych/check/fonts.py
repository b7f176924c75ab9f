"""The families of a theme on this machine: what PDFs are set in, and which slides were measured by a guess."""

from msgspec.structs import replace

from triptych.model.document import Document
from triptych.model.theme import Theme
from triptych.problem import Problem


def embeddable(theme: Theme, lang: str) -> Theme:
    """The theme with a family for paper that may be embedded in PDFs, and that draws all of a language's text.

    Chinese, Japanese and Korean have characters in common whose shapes differ: one family draws all of them.
    """
    from triptych.text.fonts import printable

    if lang[:2] in ("zh", "ja", "ko", "yu", "wu"):
        from triptych.text.scripts import language_families

        for family in language_families(lang):
            if printable(family):
                return replace(theme, print_family=family)
    return theme if printable(theme.text_family) else replace(theme, print_family="Arial")


def unmeasured_fonts(document: Document, theme: Theme) -> tuple[Problem, ...]:
    """A note for each family of the template's text of which there are no metrics here."""
    return font_notes(theme, document.path)


def font_notes(theme: Theme, path: str) -> tuple[Problem, ...]:
    """The same of a template alone; `path` is what the notes are about."""
    from triptych.text.fonts import is_measured

    families = {level.family for layout in theme.layouts for p in layout.placeholders for level in p.levels[:2]}
    families |= {theme.text_family}
    return tuple(
        Problem(
            "note",
            f"the template's font {family} is not installed here: its text is measured with a wider one",
            path,
            hint="install it and less is continued on further slides",
        )
        for family in sorted(families)
        if not is_measured(family)
    )

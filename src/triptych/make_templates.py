"""Writes the templates of the built-in themes anew: `python -m triptych.make_templates`."""

from pathlib import Path

from triptych.read.theme import read_look, theme_names
from triptych.templates import made_template

THEMES = Path(__file__).parent / "themes"


def template_of(name: str) -> bytes:
    """The template that a built-in theme asks for."""
    return made_template(read_look(THEMES / name))


if __name__ == "__main__":
    for theme in theme_names():
        (THEMES / theme / "template.pptx").write_bytes(template_of(theme))

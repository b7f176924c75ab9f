"""The templates of built-in themes and what is kept of them; `python -m triptych.make_templates` writes them anew."""

from pathlib import Path

from triptych.geometry import Size
from triptych.model.theme import BUILT_IN
from triptych.template.kept_themes import NAME, to_keep
from triptych.template.themes import ThemeLook, read_anew, read_look

THEMES = Path(__file__).parent / "themes"


def template_of(name: str) -> bytes:
    """The template that a built-in theme asks for."""
    return made_template(read_look(THEMES / name))


def made_template(look: ThemeLook, width: float = 960.0) -> bytes:
    """The template that a look asks for, for slides of a width in points."""
    from triptych.write.pptx.look import Look
    from triptych.write.pptx.template import make_template

    design = Look(look.palette, look.trim, look.filled, look.scale, Size(width, 540.0))
    return make_template(design, look.text_family, look.print_palette)


if __name__ == "__main__":
    for theme in BUILT_IN:
        made = template_of(theme)
        (THEMES / theme / "template.pptx").write_bytes(made)
        look = (THEMES / theme / "theme.toml").read_bytes()
        (THEMES / theme / NAME).write_bytes(to_keep(read_anew(theme, look, made), look, made))

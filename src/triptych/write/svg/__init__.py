"""Planned pages to SVG, and to PNG: pictures that show the same everywhere."""

from triptych.model.pages import Page, Tag
from triptych.write.svg.page import draw_page


def write_svg(page: Page, tags: tuple[Tag, ...], title: str, lang: str) -> str:
    """A page as an SVG 1.1 file of its size in points, whose title and description say what it shows.

    It needs no fonts and fetches nothing; the same page gives the same text. `tags` are those that its items name.
    """
    return draw_page(page, tags, title, lang)


def write_png(svg: str, width: int) -> bytes:
    """A picture of an SVG of ours, so many pixels wide."""
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True))


__all__ = ["write_png", "write_svg"]

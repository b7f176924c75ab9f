"""Text as outlines: each glyph is drawn once in a file and used wherever it stands."""

from triptych.model.pages import TextItem
from triptych.text.fonts import Font
from triptych.text.outlines import glyph_steps
from triptych.text.shape import shape, space_width, word_width
from triptych.write.svg.numbers import FINE, color, path, short


class Letters:
    """The glyphs of one file."""

    def __init__(self) -> None:
        self._names: dict[tuple[int, int], str] = {}
        self._fonts: list[Font] = []
        self._drawn: list[str] = []

    def text(self, item: TextItem) -> str:
        """A run as uses of its glyphs, each where it was measured to stand; empty if nothing of it is seen."""
        words = item.text.split(" ")
        space = space_width(item.face)
        out: list[str] = []
        x = 0.0
        for word in reversed(words) if item.rtl else words:
            if word:
                self._word(word, item, x, out)
                x += word_width(word, item.face)
            x += space
        if not out:
            return ""
        place = f"translate({short(item.x)} {short(item.y)})scale({item.size / FINE:.6g})"
        return f'<g fill="{color(item.color)}" transform="{place}">{"".join(out)}</g>'

    def drawn(self) -> str:
        """All glyphs that are used, to stand before what uses them."""
        return f"<defs>{''.join(self._drawn)}</defs>" if self._drawn else ""

    def _word(self, word: str, item: TextItem, x: float, out: list[str]) -> None:
        for segment in shape(word, item.face, item.rtl):
            for glyph in segment.glyphs:
                if name := self._name(segment.font, glyph.id):
                    rise = round(-glyph.dy * FINE)
                    up = f' y="{rise}"' if rise else ""
                    out.append(f'<use href="#{name}" x="{round((x + glyph.dx) * FINE)}"{up}/>')
                x += glyph.advance

    def _name(self, font: Font, glyph: int) -> str:
        """What a glyph is called in the file; empty if it has no outline."""
        number = next((k for k, known in enumerate(self._fonts) if known is font), len(self._fonts))
        if number == len(self._fonts):
            self._fonts.append(font)
        key = (number, glyph)
        if key not in self._names:
            data = path(glyph_steps(font, glyph))
            self._names[key] = f"g{len(self._drawn)}" if data else ""
            if data:
                self._drawn.append(f'<path id="g{len(self._drawn)}" d="{data}"/>')
        return self._names[key]

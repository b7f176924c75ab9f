"""Charts as strips: drawn, with their data in words for who cannot see them."""

from msgspec.structs import replace

from triptych.geometry import Rect
from triptych.model.document import Chart
from triptych.model.queries import captioned, plain
from triptych.plan.charts import chart_height, chart_items, described
from triptych.plan.flow import Strip
from triptych.plan.handout.press import Press, Spot

TALLEST = 0.6
"""The share of a page that a chart takes at most."""


def chart_strips(block: Chart, press: Press, spot: Spot) -> list[Strip]:
    """The chart as one Figure, whose alternative text has every word of the table, and its caption."""
    lang = press.document.meta.lang
    height = chart_height(block, spot.width, press.theme, press.page * TALLEST)
    tag = press.tree.add("Figure", spot.tag, alt=described(block, lang))
    rect = Rect(spot.x, 0.0, spot.width, height)
    items = chart_items(block, rect, press.theme, tag, lang)
    drawn = Strip(height, tuple(items), press.density.gap + 4.0, panel=spot.panel)
    end = Strip(4.0, panel=spot.panel, spare=True)
    if not plain(block.caption).strip():
        return [drawn, end]
    small = press.style(9.0, color=press.theme.palette.muted)
    caption, held = captioned(block), replace(spot, tag=tag)
    return [replace(drawn, keep=True), *press.text(caption, held, small, leading=12.5, before=5.0, role="Caption"), end]

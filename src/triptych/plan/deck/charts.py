"""Charts on slides: native ones, described for who cannot see them."""

from triptych.geometry import Rect
from triptych.model.deck import ChartBox
from triptych.model.document import Chart
from triptych.plan.charts import described, settled
from triptych.plan.deck.drafts import Setting

SIZES = (18.0, 16.0, 14.0)
HEIGHTS = (340.0, 260.0)
"""Points of height from which on the larger sizes are used."""
LONGEST_ALT = 600
"""Characters: what is longer is no description any more, and the notes have all of the data."""


def chart_box(block: Chart, rect: Rect, setting: Setting) -> ChartBox:
    """The chart in a kind that can show it at this width, its text no smaller than 14 points."""
    size = next((size for size, least in zip(SIZES, HEIGHTS, strict=False) if rect.height >= least), SIZES[-1])
    alt = described(block, setting.document.meta.lang, LONGEST_ALT)
    chart = settled(block, rect.width, setting.theme, size)
    theme = setting.theme
    return ChartBox("Chart", rect, chart, size, alt, theme.palette.hairline, theme.palette.ink, accent=theme.brand)

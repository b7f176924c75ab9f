"""Whole builds of generated documents: python fuzz/builds.py SECONDS. Nothing fails but by a problem that is told."""

import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from triptych.build import Options, Source, build
from triptych.limits import limits_from

PIECES = (
    "# ", "## ", "- ", "1. ", "> ", ">>", "\n", "\n\n", "    ", "\t", "```", "~~~", "$$", "$", "\\(", "\\[", "|",
    "|---|", "::: question\n", ":::", "!!! note\n",
    "<div", "<b>", "</div>", "<!--", "-->", "![", "](", ")", "[", "]", "[^1]",
    "[^1]: ", "[@k]", "{.essential}", "{#a}", "==", "**", "*", "__", "~", "^", "`", "---\n", "title: x\n", "***\n",
    "- [x] ", ": ", "\\frac{a}{b}", "\\begin{aligned}", "&", "a.png", "data:image/png;base64,", "word", "été", "שלום",
    "日本語", "👩‍👩‍👧", "\u200f", "\x00", "\ufeff", "(c)", "=1+1", "[sound:a]", "Q: ", "A: ", "1957", "\r", "…",
)  # fmt: skip
DOCUMENTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=60).map("".join)
OPTIONS = Options(also=("cards", "test"), limits=limits_from(["seconds=40"]))


def main(seconds: float) -> int:
    """Build generated documents for so long; says how many were built. What fails is shown as Hypothesis finds it."""
    end, built = time.monotonic() + seconds, 0

    @settings(max_examples=1_000_000, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(DOCUMENTS, st.sampled_from((".md", ".txt")))
    def builds(text: str, suffix: str) -> None:
        nonlocal built
        if time.monotonic() > end:
            raise KeyboardInterrupt  # the one way to end a run of Hypothesis early
        with tempfile.TemporaryDirectory() as place:
            path = Path(place, f"a{suffix}")
            path.write_text(text, encoding="utf-8", errors="replace", newline="")
            result = build(Source(path, "a", "a"), Path(place, "out"), OPTIONS)
        built += 1
        assert not result.traceback, result.traceback

    with suppress(KeyboardInterrupt):
        builds()
    print(f"{built} builds")
    return 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))

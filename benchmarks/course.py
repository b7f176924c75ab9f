"""A course to measure with: python benchmarks/course.py SECTIONS [--formulae] prints one as Markdown, always the same.

Each section has an introduction, seven topics of three sentences, lists, a table, code and an end; or ten
formulae, none of which comes twice.
"""

import random
import re
import sys
from pathlib import Path

SOURCES = Path(__file__).parent.parent / "source"


def course(sections: int) -> str:
    """A course of so many sections, in words of the example documents."""
    chance = random.Random(7)
    texts = "\n".join(path.read_text("utf-8") for path in sorted(SOURCES.glob("*.md")))
    words = re.findall(r"[A-Za-z]{2,}", texts)

    def said(length: int) -> str:
        start = chance.randrange(len(words) - length)
        return " ".join(words[start : start + length]).capitalize()

    lines = ["---", "title: A generated course", "lang: en", "---", ""]
    for number in range(1, sections + 1):
        lines += [f"# Topic {number}: {said(4)}", "", f"{said(25)}. {said(20)}.", ""]
        for part in range(1, 8):
            lines += [f"## {said(4)} {number}.{part}", "", f"{said(22)}. {said(18)}. {said(15)}.", ""]
            if part % 3 == 1:
                lines += [*(f"- {said(9)}." for _ in range(4)), ""]
        lines += ["## Data", "", "| Year | Event | Place |", "|---|---|---|"]
        lines += [f"| {1900 + year} | {said(5)} | {said(2)} |" for year in range(6)]
        lines += ["", "## Code", "", "```python", "def f(x):", "    return x ** 2  # square", "```", ""]
        lines += [f"{said(30)}.", ""]
    return "\n".join(lines)


def formulae(sections: int) -> str:
    """A lecture of so many sections with ten formulae each, half of them on lines of their own."""
    lines = ["---", "title: A lecture of formulae", "lang: en", "---", ""]
    for number in range(sections * 10):
        letter, other, many = chr(97 + number % 26), chr(97 + (number // 26 + 3) % 26), number + 2
        if number % 10 == 0:
            lines += [f"# Topic {number // 10 + 1} of the lecture", ""]
        if number % 2:
            lines += [
                f"The term $\\alpha_{{{many}}} {letter}^2 + \\beta {other} = {many}$ counts in case {number}.",
                "",
            ]
        else:
            upper = f"\\frac{{{letter}^{{{many}}}}}{{\\sqrt{{1+{other}^2}}}}\\,d{letter}"
            right = f"\\sum_{{k=1}}^{{{many}}} \\frac{{{letter}_k}}{{{other}+{many}}}"
            lines += [f"In case {number} this holds:", "", f"$$\\int_0^{{{many}}} {upper} = {right}$$", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    print((formulae if "--formulae" in sys.argv else course)(int(sys.argv[1])))

"""The documents that `triptych new` writes."""

from difflib import get_close_matches
from pathlib import Path

ENDINGS = (".md", ".markdown", ".rmd", ".qmd", ".mdx", ".txt")
"""How the names of documents end that can be written."""

STARTER = """---
title: Photosynthesis
subtitle: A study guide
author: Your name
lang: en
---

# How do plants make sugar from light?

Plants take in water and carbon dioxide and, with the energy of light, turn them into sugar and oxygen.

1. **Light reactions**: Chlorophyll absorbs light in the thylakoid membranes. Water is split, oxygen is released,
   and the energy is stored in ATP and NADPH.
2. **Calvin cycle**: In the stroma, carbon dioxide is bound to a sugar. ATP and NADPH drive the reaction.
3. **Limiting factors**: Light, carbon dioxide and temperature each set a limit. The scarcest one decides.

Overall, the light reactions supply the energy, and the Calvin cycle uses it to build sugar.

# Terms

Chlorophyll
: The green pigment that absorbs red and blue light.

Stroma
: The fluid inside a chloroplast.

::: notes
Show a leaf under the lamp before this slide.
:::
"""

COURSE = """# What holds for all documents in this folder and below it. A document's own front matter has the last word,
# and what the command says comes before both. Paths start from this folder.

title = "Biology 1"         # of the whole course
author = "Your name"
lang = "en"
theme = "default"           # `triptych themes` lists them; ./ours is a folder of your own
footer = "Your school"

# paper = "a4"              # or letter, a5
# template = "school.potx"
# bibliography = ["books.bib"]
# handout = "article"       # the words are those of --handout, --deck, --cheat-sheet …
# editions = ["student", "instructor"]
# also = ["cards", "test"]
"""


def unfit(file: Path | None, course: bool) -> str:
    """Why nothing can be written there; empty if it can."""
    if file is None:
        return ""
    if course:
        return f"{file} is a file; name a folder for the course" if file.is_file() else ""
    if file.is_dir():
        return f"{file} is a folder; name a file in it, such as {file / 'guide.md'}, or add --course"
    ending = file.suffix.lower()
    if ending in ENDINGS:
        return ""
    better = next(iter(get_close_matches(ending, ENDINGS, 1, 0.8)), ".md") if ending else ".md"
    return f"{file} would be no document that can be written: name it {file.with_suffix(better)}"


def new_files(file: Path | None, course: bool) -> dict[Path, str]:
    """The files to write, by their paths: a document, or the settings of a course and a first document."""
    if not course:
        return {file or Path("source", "guide.md"): STARTER}
    folder = file or Path()
    return {folder / "triptych.toml": COURSE, folder / "01-photosynthesis.md": STARTER}

"""Templates of programs that write how text looks on the prompts alone."""

import io
import re
import zipfile

from triptych.template.layouts import read_layouts
from triptych.template.repair import repaired
from triptych.template.themes import read_theme

PROMPT = (
    '<a:p><a:pPr marL="10" indent="-10"><a:buChar char="x"/></a:pPr><a:r><a:rPr lang="en" sz="2600" b="1"/>'
    "<a:t>Click</a:t></a:r></a:p>"
)


def bare() -> bytes:
    """The built-in template without styles of text, and every placeholder of a layout with the same index."""
    with zipfile.ZipFile(io.BytesIO(read_theme()[1])) as file:
        parts = {name: file.read(name).decode() for name in file.namelist()}
    with zipfile.ZipFile(buffer := io.BytesIO(), "w") as out:
        for name, text in parts.items():
            if name.startswith(("ppt/slideLayouts/slideLayout", "ppt/slideMasters/slideMaster")):
                text = re.sub(r"<p:txStyles>.*</p:txStyles>", "", text, flags=re.S)
                text = re.sub(r"<a:lstStyle>.*?</a:lstStyle>", "<a:lstStyle/>", text, flags=re.S)
                text = re.sub(r"<a:p>.*?</a:p>", PROMPT, text, flags=re.S)
            if name.startswith("ppt/slideLayouts/slideLayout"):
                text = re.sub(r'(<p:ph[^>]*) idx="\d+"', r"\1", text)
            out.writestr(name, text)
    return buffer.getvalue()


def test_a_sound_template_is_left_alone() -> None:
    template = read_theme()[1]
    assert repaired(template) is template
    assert repaired(b"no template") == b"no template"


def test_prompts_become_styles_and_indices_their_own() -> None:
    _, layouts = read_layouts(repaired(bare()))
    for layout in layouts:
        indices = [placeholder.idx for placeholder in layout.placeholders]
        assert len(set(indices)) == len(indices)
    body = next(layout for layout in layouts if layout.role == "body").first("body")
    assert body is not None
    assert (body.levels[0].size, body.levels[0].bold, body.levels[0].bullet) == (26.0, True, "x")


def test_repairing_twice_changes_nothing_more() -> None:
    once = repaired(bare())
    assert repaired(once) == once

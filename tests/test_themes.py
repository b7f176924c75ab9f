"""The themes: legible, made by the code, obeyed by all three panels; one that nobody could read is refused."""

import shutil
import subprocess
import sys
import zlib
from pathlib import Path

import page as validation
import pytest
from msgspec.structs import fields
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation

from triptych.build import Options, Result, Source, build
from triptych.make_templates import THEMES, made_template, template_of
from triptych.model.colors import grey
from triptych.model.palettes import callout_ground
from triptych.model.theme import BUILT_IN, CodeColors, Palette
from triptych.template.choose import theme_at
from triptych.template.kept_themes import NAME as KEPT
from triptych.template.kept_themes import kept_theme, to_keep
from triptych.template.layouts import read_layouts
from triptych.template.themes import ThemeError, load_theme, read_anew, read_look, read_theme, theme_faults, theme_of

NAMES = BUILT_IN
USUAL = Options()
DOCUMENT = """---
title: Light
theme: {theme}
---

# What is light?

A wave, and ==a stream of particles==[^1].

[^1]: So they say.

1. **Wave**: it bends.
2. **Particle**: it strikes.
3. **Both**: it depends.

| Colour | Length |
|---|---|
| red | 700 |

```python
def light(): return "fast"  # very
```

::: summary
It is both.
:::
"""


def luminance(color: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(color[k : k + 2], 16) / 255 for k in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def least(name: str) -> float:
    """The contrast that a theme promises."""
    return 7.0 if name == "contrast" else 4.5


def palettes(name: str) -> list[Palette]:
    theme = read_theme(name)[0]
    return [palette for palette in (theme.palette, theme.print_palette) if palette is not None]


def from_source(folder: Path, text: str, options: Options = USUAL) -> Result:
    path = folder / "light.md"
    path.write_text(text, encoding="utf-8")
    return build(Source(path, path.name, "light"), folder / "out", options)


def test_there_are_five() -> None:
    assert NAMES == ("default", "contrast", "dark", "ink", "paper")


@pytest.mark.parametrize("name", NAMES)
def test_a_template_is_what_the_code_makes(name: str) -> None:
    assert (THEMES / name / "template.pptx").read_bytes() == template_of(name), "run python -m triptych.make_templates"


def files_of(name: str) -> tuple[bytes, bytes]:
    """The look and the template of a built-in theme."""
    return (THEMES / name / "theme.toml").read_bytes(), (THEMES / name / "template.pptx").read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_what_is_kept_of_a_theme_is_what_its_files_give(name: str) -> None:
    read = read_anew(name, *files_of(name))
    assert kept_theme(THEMES / name, *files_of(name)) == read, "run python -m triptych.make_templates"
    kept = zlib.decompress((THEMES / name / KEPT).read_bytes())
    assert kept == zlib.decompress(to_keep(read, *files_of(name))), "run python -m triptych.make_templates"


def copied(name: str, to: Path) -> Path:
    """The folder of a built-in theme in another place, all its files with it."""
    return Path(shutil.copytree(THEMES / name, to / name))


def test_a_theme_that_was_changed_is_as_its_files_say_and_not_as_it_was_kept(tmp_path: Path) -> None:
    changed = copied("ink", tmp_path)
    look = (changed / "theme.toml").read_text(encoding="utf-8")
    (changed / "theme.toml").write_text(look.replace('about = "', 'about = "mine: '), encoding="utf-8")
    assert load_theme(changed)[0].about == "mine: " + read_look(THEMES / "ink").about
    other = copied("default", tmp_path)
    shutil.copy(THEMES / "contrast" / "template.pptx", other)
    given = read_layouts((other / "template.pptx").read_bytes())
    assert load_theme(other)[0] == theme_of("default", read_look(other), given) != read_theme()[0]


def test_a_copy_of_a_theme_has_the_name_of_its_folder(tmp_path: Path) -> None:
    mine = copied("default", tmp_path).rename(tmp_path / "mine")
    assert load_theme(mine)[0] == read_anew("mine", *files_of("default"))


@pytest.mark.parametrize("kept", [b"", b"no such data", zlib.compress(b"{}"), zlib.compress(b"\xff")])
def test_nonsense_in_place_of_what_is_kept_is_passed_over(kept: bytes, tmp_path: Path) -> None:
    folder = copied("default", tmp_path)
    (folder / KEPT).write_bytes(kept)
    assert kept_theme(folder, *files_of("default")) is None
    assert load_theme(folder)[0] == read_anew("default", *files_of("default"))


@pytest.mark.parametrize("name", NAMES)
def test_a_template_is_valid(name: str) -> None:
    file = THEMES / name / "template.pptx"
    assert not OpenXmlValidator(FileFormat.MICROSOFT_365, max_errors=0).validate(str(file)).errors


@pytest.mark.parametrize("name", NAMES)
def test_text_is_legible_on_what_it_stands_on(name: str) -> None:
    for of in palettes(name):
        pairs = [(text, ground) for text in (of.ink, of.muted, of.accent) for ground in (of.paper, of.tint)]
        pairs += [(of.ink, of.mark), (of.ink, of.question), (of.ink, of.ghost), (of.muted, of.question)]
        pairs += [(of.on_deep, of.deep), (of.on_cover, of.cover), (of.on_cover_soft, of.cover)]
        pairs += [(getattr(of.code, f.name), ground) for f in fields(CodeColors) for ground in (of.paper, of.tint)]
        kinds = (of.note, of.tip, of.warning, of.danger)
        pairs += [(text, callout_ground(kind, of.paper)) for kind in kinds for text in (kind, of.ink)]
        pairs += [(kind, ground) for kind in kinds for ground in (of.paper, of.tint)]
        assert min(contrast(*pair) for pair in pairs) >= least(name)


@pytest.mark.parametrize("name", NAMES)
def test_callouts_are_legible_in_grey(name: str) -> None:
    for of in palettes(name):
        for kind in (of.note, of.tip, of.warning, of.danger):
            ground = callout_ground(kind, of.paper)
            assert min(contrast(grey(text), grey(ground)) for text in (kind, of.ink)) >= 4.5


@pytest.mark.parametrize("name", NAMES)
def test_text_of_the_layouts_is_legible(name: str) -> None:
    theme, _ = read_theme(name)
    of = theme.palette
    grounds = {"title": of.cover, "section": of.cover, "question": of.question, "summary": of.tint}
    for layout in theme.layouts:
        for slot in layout.placeholders:
            shown = slot.levels[:1] if slot.kind in ("title", "footer", "slide number", "date") else slot.levels
            assert all(contrast(level.color, grounds.get(layout.role, of.paper)) >= least(name) for level in shown)


@pytest.mark.parametrize("name", NAMES)
def test_paper_is_white_and_ink_is_dark(name: str) -> None:
    printed = read_theme(name)[0].on_paper.palette
    assert printed.paper == "FFFFFF"
    assert contrast(printed.ink, "FFFFFF") >= 7


@pytest.mark.parametrize("name", NAMES)
def test_every_panel_obeys_and_is_sound(name: str, tmp_path: Path) -> None:
    result = from_source(tmp_path, DOCUMENT.format(theme=name))
    assert not [p for p in result.problems if p.severity != "note"]
    deck, handout, sheet = (tmp_path / "out" / "light" / f"light-{p}" for p in
                            ("deck.pptx", "handout.pdf", "cheat-sheet.pdf"))  # fmt: skip
    for pdf in (handout, sheet):
        assert not validation.validate_pdf(str(pdf), profile="ua1").failures
    assert not OpenXmlValidator(FileFormat.MICROSOFT_365, max_errors=0).validate(str(deck)).errors
    slides = Presentation(str(deck)).slides
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert len(set(titles)) == len(titles)
    told = "".join(slide.part.blob.decode() for slide in slides)
    palette = read_theme(name)[0].palette
    assert f'<a:highlight><a:srgbClr val="{palette.mark}"/>' in told


def test_the_command_line_outdoes_the_document_and_is_remembered(tmp_path: Path) -> None:
    text = DOCUMENT.format(theme="dark")
    own = from_source(tmp_path, text).files[0].read_bytes()
    other = from_source(tmp_path, text, Options(theme="paper"))
    assert other.made
    assert other.files[0].read_bytes() != own
    assert not from_source(tmp_path, text, Options(theme="paper")).made
    assert from_source(tmp_path, text).files[0].read_bytes() == own


def test_an_unknown_theme_is_told_where_it_is_named(tmp_path: Path) -> None:
    result = from_source(tmp_path, DOCUMENT.format(theme="drak"))
    (problem,) = (problem for problem in result.problems if problem.severity == "warning")
    assert (problem.line, problem.hint) == (3, "did you mean dark?")
    assert result.files
    (problem,) = from_source(tmp_path, "# A\n\nText.", Options(theme="drak")).problems
    assert problem.severity == "error"


def test_the_themes_of_marp_are_left_to_marp(tmp_path: Path) -> None:
    result = from_source(tmp_path, "---\nmarp: true\ntheme: gaia\n---\n\n# A\n\nText.")
    assert not result.failed


def test_the_command_line_knows_the_themes() -> None:
    listed = subprocess.run([sys.executable, "-m", "triptych", "themes"], capture_output=True, text=True, check=True)
    assert [line.split()[0] for line in listed.stdout.splitlines()] == list(NAMES)
    assert all(len(line.split()) > 3 for line in listed.stdout.splitlines())
    wrong = [sys.executable, "-m", "triptych", "check", "--theme", "drak", __file__]
    refused = subprocess.run(wrong, capture_output=True, text=True, check=False)
    assert refused.returncode == 2
    assert "did you mean dark?" in refused.stderr


def altered(folder: Path, old: str, new: str) -> Path:
    """The default theme with one line changed."""
    copy = folder / "mine"
    shutil.copytree(THEMES / "default", copy)
    said = (copy / "theme.toml").read_text(encoding="utf-8")
    assert old in said
    (copy / "theme.toml").write_text(said.replace(old, new), encoding="utf-8")
    return copy


def test_a_pale_theme_is_refused_with_the_figures(tmp_path: Path) -> None:
    folder = altered(tmp_path, 'muted = "5B6673"', 'muted = "99A3AD"')
    with pytest.raises(ThemeError, match=f"muted on paper: 99A3AD on FFFFFF is {contrast('99A3AD', 'FFFFFF'):.2f}:1"):
        load_theme(folder)


@pytest.mark.parametrize("said", ["palette = 1\n[print]\n", "print = 1\n", f"a = {'[' * 3000}{']' * 3000}\n"])
def test_a_theme_that_is_no_table_of_colours_or_nested_without_end_is_refused(tmp_path: Path, said: str) -> None:
    (tmp_path / "theme.toml").write_text(said)
    with pytest.raises(ThemeError):
        read_look(tmp_path)


def test_a_theme_whose_text_is_too_small_is_refused_with_the_figures(tmp_path: Path) -> None:
    folder = altered(tmp_path, "calm", "calm")
    deck = Presentation(folder / "template.pptx")
    for size in deck.slide_master.element.iterfind(".//{*}bodyStyle//{*}defRPr"):
        size.set("sz", "1500")
    deck.save(folder / "template.pptx")
    with pytest.raises(ThemeError, match="15 pt, not 18 pt"):
        load_theme(folder)


@pytest.mark.parametrize(("old", "new"), [("17202A", "red"), ("ink =", "inc ="), ("17202A", "17202G")])
def test_a_theme_that_says_what_there_is_not_is_refused(old: str, new: str, tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match="theme mine"):
        load_theme(altered(tmp_path, old, new))


def test_the_faults_of_a_higher_standard_are_those_below_it() -> None:
    assert theme_faults(read_theme("contrast")[0], 7.0) == ()
    assert theme_faults(read_theme("default")[0], 7.0) != ()


def test_sizes_under_their_floors_are_refused_with_the_figures(tmp_path: Path) -> None:
    small = "[scale]\ntext = 8\nleading = 9\n\n[palette]"
    with pytest.raises(ThemeError, match=r"text on paper: 8 pt, not 9 pt; lines on paper: 9 pt apart, not 9.6 pt"):
        load_theme(altered(tmp_path, "[palette]", small))


def test_a_theme_of_ones_own_is_a_folder(tmp_path: Path) -> None:
    """Its sizes of type are those of slides and of paper."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "theme.toml").write_text('[scale]\nbody = 28\ntext = 12\nleading = 18\n[palette]\naccent = "7A1F1F"\n')
    text = DOCUMENT.format(theme="dark")
    made = from_source(tmp_path, text, Options(theme=str(folder)))
    assert not made.failed
    deck = Presentation(made.files[0])
    body = deck.slide_master.element.find(".//{*}bodyStyle/{*}lvl1pPr/{*}defRPr")
    assert body.get("sz") == "2800"
    theme, _ = theme_at(folder, "", made_template)
    assert (theme.palette.accent, theme.scale.text, theme.text_family) == ("7A1F1F", 12.0, "Arial")
    again = from_source(tmp_path, text, Options(theme=str(folder)))
    assert not again.made
    (folder / "theme.toml").write_text("[scale]\nbody = 12\n")
    refused = from_source(tmp_path, text, Options(theme=str(folder)))
    assert refused.failed
    assert "12 pt, not 18 pt" in str(refused.problems)


@pytest.mark.parametrize("name", NAMES)
def test_slides_of_4_to_3_have_every_layout_within_their_margins(name: str) -> None:
    wide, (narrow, _) = read_theme(name)[0], theme_at(name, "4:3", made_template)
    assert (narrow.size.width, narrow.size.height) == (720.0, 540.0)
    assert [layout.name for layout in narrow.layouts] == [layout.name for layout in wide.layouts]
    for layout in narrow.layouts:
        for slot in layout.placeholders:
            assert slot.rect.x >= 48
            assert slot.rect.right <= 720 - 48 + 0.01
    assert theme_faults(narrow) == ()

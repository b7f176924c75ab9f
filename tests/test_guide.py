"""The guide and the reference say what the program does: the one is followed to its end, the other is made from it."""

import importlib.util
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image

DOCS = Path(__file__).parent.parent / "docs"
GUIDE = (DOCS / "guide.md").read_text(encoding="utf-8")


def module(name: str) -> ModuleType:
    """A script of the docs."""
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_the_reference_has_every_option_and_every_key(accept: bool) -> None:
    made, file = module("make_reference").reference(), DOCS / "reference.md"
    if accept:
        file.write_text(made, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == made, "python docs/make_reference.py makes it anew"


def test_a_key_that_nobody_describes_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    script = module("make_reference")
    monkeypatch.delitem(script.KEYS, "footer")
    with pytest.raises(KeyError, match="footer"):
        script.reference()


def test_the_guide_leads_from_nothing_to_slides_an_edition_a_test_and_a_sheet(tmp_path: Path) -> None:
    (tmp_path / "rivers.md").write_text(module("make_pictures").document(), encoding="utf-8")
    commands = [line for block in re.findall(r"^```sh\n(.*?)^```", GUIDE, re.M | re.S) for line in block.splitlines()]
    for command in commands:
        program, *words = shlex.split(command)
        if program != "triptych" or "preview" in words:
            continue
        done = subprocess.run(
            [sys.executable, "-m", "triptych", *words],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            env={**os.environ, "COLUMNS": "200"},
        )
        assert done.returncode == 0, (command, done.stderr)
        assert not re.search(r": (error|warning):", done.stderr), (command, done.stderr)
    made = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    panels = {f"rivers-{panel}" for panel in ("deck.pptx", "handout.pdf", "cheat-sheet.pdf", "deck-student.pptx")}
    assert panels | {"rivers-handout-instructor.pdf", "rivers-cards.apkg"} <= made
    assert any(name.startswith("rivers-test") for name in made)


def test_what_the_guide_and_the_reference_lead_to_is_there() -> None:
    for name in ("guide.md", "reference.md"):
        for link in re.findall(r"\]\(([^)#]+)\)", (DOCS / name).read_text(encoding="utf-8")):
            assert link.startswith("https://") or (DOCS / link).is_file(), link


@pytest.mark.parametrize("path", sorted(DOCS.glob("guide-*.png")), ids=lambda path: path.name)
def test_pictures_of_the_guide_are_small(path: Path) -> None:
    assert path.stat().st_size < 200_000
    with Image.open(path) as image:
        assert image.width <= 1600

"""Regular expressions that are compiled when they are used."""

import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from triptych.patterns import late

ROOT = Path(__file__).parents[1] / "src" / "triptych"
USING = sorted(
    path.relative_to(ROOT.parent).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
    for path in ROOT.rglob("*.py")
    if "late(" in path.read_text(encoding="utf-8") and path.name != "patterns.py"
)


def made(value: object) -> list[re.Pattern[str]]:
    """The patterns in what a module holds."""
    if isinstance(value, type(late(""))):
        return [value]
    if isinstance(value, dict):
        return [each for held in value.values() for each in made(held)]
    return [each for held in value for each in made(held)] if isinstance(value, tuple | list | frozenset) else []


@pytest.mark.parametrize("module", USING)
def test_each_pattern_is_one(module: str) -> None:
    """What is wrong with one would else be found only by a document that needs it."""
    for value in vars(importlib.import_module(module)).values():
        for pattern in made(value):
            assert isinstance(pattern.flags, int)


def test_it_is_what_it_stands_for() -> None:
    pattern, plain = late(r"(?P<letter>[a-z])(\d)", re.IGNORECASE), re.compile(r"(?P<letter>[a-z])(\d)", re.IGNORECASE)
    text = "A1 b2"
    assert pattern.pattern == plain.pattern
    assert pattern.sub(r"\2\1", text) == plain.sub(r"\2\1", text) == "1A 2b"
    assert [found.span() for found in pattern.finditer(text)] == [found.span() for found in plain.finditer(text)]
    assert (pattern.flags, pattern.groupindex) == (plain.flags, plain.groupindex)
    with pytest.raises(AttributeError):
        pattern.nothing  # noqa: B018  # type: ignore[attr-defined]


def test_it_is_compiled_when_it_is_used() -> None:
    with pytest.raises(re.error):
        late("(").search("")


def test_importing_a_module_compiles_none_of_its_patterns() -> None:
    code = (
        "import re; from triptych.read.markdown import attributes as rules;"
        "print([name for name, value in vars(rules).items() if isinstance(value, re.Pattern)])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert run.stdout.strip() == "[]"

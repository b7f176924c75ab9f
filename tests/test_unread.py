"""Modules that are read when something of them is first used."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from triptych.unread import CALLED, KNOWN, OF_LIBRARIES, OF_PYTHON, SAME

BEGIN = "import sys; from triptych.unread import leave_unread;"


def said(code: str, folder: Path) -> str:
    """What a fresh process prints; a module `slow` and a package with one lie beside it."""
    (folder / "whole").mkdir()
    (folder / "whole" / "__init__.py").touch()
    text = "print('read'); VALUE = 3\ndef twice(): return 2 * VALUE\n"
    (folder / "slow.py").write_text(text, encoding="utf-8")
    (folder / "whole" / "part.py").write_text(text, encoding="utf-8")
    begin = f"import sys; sys.path.insert(0, {str(folder)!r}); {BEGIN}"
    done = subprocess.run([sys.executable, "-c", begin + code], check=True, capture_output=True, text=True)
    return " ".join(done.stdout.split())


def test_a_module_is_read_when_it_is_used(tmp_path: Path) -> None:
    assert said("leave_unread('slow'); import slow; print('then'); print(slow.twice())", tmp_path) == "then read 6"


def test_a_module_of_a_package_is_found_in_it_and_from_it(tmp_path: Path) -> None:
    code = (
        "leave_unread('whole.part'); import whole.part; from whole import part; print('then');"
        "print(part.VALUE, whole.part is part, sys.modules['whole.part'] is part)"
    )
    assert said(code, tmp_path) == "then read 3 True True"


def test_a_name_that_a_module_has_not_is_an_error_as_ever(tmp_path: Path) -> None:
    code = (
        "leave_unread('slow'); import slow\n"
        "for name in ('nothing', 'nothing'):\n    try: getattr(slow, name)\n"
        "    except AttributeError as error: print(error)\n"
    )
    told = "module 'slow' has no attribute 'nothing'"
    assert said(code, tmp_path) == f"read {told} {told}"


def test_a_module_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    code = "import slow; slow.VALUE = 5; leave_unread('slow'); import slow as again; print(again.twice())"
    assert said(code, tmp_path) == "read 10"


def test_what_cannot_be_found_is_left_to_whoever_imports_it(tmp_path: Path) -> None:
    code = "leave_unread('no_such'); leave_unread('no.such'); leave_unread('json.no'); print('no_such' in sys.modules)"
    assert said(code, tmp_path) == "False"


def test_two_threads_read_a_module_once(tmp_path: Path) -> None:
    code = (
        "import threading; leave_unread('slow'); import slow; out = [];"
        "them = [threading.Thread(target=lambda: out.append(slow.twice())) for _ in range(8)];"
        "[one.start() for one in them]; [one.join() for one in them]; print(set(out))"
    )
    assert said(code, tmp_path) == "read {6}"


def test_pictures_and_requests_work_when_they_are_used_after_all(tmp_path: Path) -> None:
    code = (
        "from triptych.unread import leave_rare_unread; leave_rare_unread();"
        "import pptx, urllib.request; from PIL import Image;"
        "print('ssl' in sys.modules, 'PIL._imaging' in sys.modules);"
        "print(Image.new('RGB', (2, 3)).size, urllib.request.Request('http://a.example').host)"
    )
    assert said(code, tmp_path) == "False False (2, 3) a.example"


@pytest.mark.parametrize("name", KNOWN)
def test_what_is_known_of_a_module_before_it_is_read_is_what_it_has(name: str) -> None:
    has = vars(importlib.import_module(name))
    assert {one: has[one] for one in KNOWN[name]} == KNOWN[name]


@pytest.mark.parametrize(
    ("name", "function", "given"),
    [
        ("gettext", "gettext", ("Usage:",)),
        ("gettext", "ngettext", ("{} file", "{} files", 1)),
        ("gettext", "ngettext", ("{} file", "{} files", 2)),
        ("platform", "python_implementation", ()),
        ("platform", "system", ()),
    ],
)
def test_functions_that_are_called_at_once_say_what_those_of_the_module_say(
    name: str, function: str, given: tuple[object, ...]
) -> None:
    assert SAME[name][function](*given) == getattr(importlib.import_module(name), function)(*given)


def test_each_of_these_functions_is_compared() -> None:
    assert {name: set(of) for name, of in SAME.items()} == {
        "gettext": {"gettext", "ngettext"},
        "platform": {"python_implementation", "system"},
    }


@pytest.mark.parametrize("name", CALLED)
def test_functions_that_are_taken_at_once_are_those_of_the_module(name: str) -> None:
    assert all(callable(getattr(importlib.import_module(name), one)) for one in CALLED[name])


def test_a_function_that_is_taken_is_read_when_it_is_called() -> None:
    code = (
        "from triptych.unread import is_unread, leave_unread; leave_unread('ast'); from ast import literal_eval;"
        "print(is_unread('ast'), literal_eval('[1, 2]'), is_unread('ast'), literal_eval('(3,)'))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["True", "[1,", "2]", "False", "(3,)"]


def test_pages_are_made_without_what_is_rarely_needed(tmp_path: Path) -> None:
    """Of a library that wants more of these than it did, this tells. (A deck has python-pptx read `inspect`.)"""
    (tmp_path / "notes.txt").write_text("The title\n\n1. First point: what it says. And more.\n", encoding="utf-8")
    code = (
        "import os, sys, triptych.__main__ as command; from triptych.unread import *\n"
        "def leave(status): print(status, *filter(is_unread, (*OF_PYTHON, *OF_LIBRARIES)), flush=True); end(status)\n"
        "end, os._exit = os._exit, leave\n"
        "sys.argv = 'triptych notes.txt --only=handout,cheat-sheet'.split(); command.run()"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1].split() == ["0", *OF_PYTHON, *OF_LIBRARIES]


def test_a_module_is_read_as_where_another_is_not_installed(tmp_path: Path) -> None:
    (tmp_path / "asks.py").write_text("try: import slow\nexcept ImportError: slow = None\n", encoding="utf-8")
    code = (
        "from triptych.unread import read_without; read_without('asks', 'slow'); import asks; print(asks.slow);"
        "import slow; print(slow.VALUE); read_without('asks', 'slow'); print(slow is sys.modules['slow'])"
    )
    assert said(code, tmp_path) == "None read 3 True"


def test_the_other_is_there_again_if_reading_fails(tmp_path: Path) -> None:
    code = (
        "from triptych.unread import read_without\n"
        "try: read_without('no_such', 'slow')\nexcept ImportError: print('none')\nimport slow"
    )
    assert said(code, tmp_path) == "none read"

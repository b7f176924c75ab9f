"""What a build opens, as the system sees it: its own documents, the interpreter, fonts; no connection, no program."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from own_templates import stock

import triptych

STRACE = shutil.which("strace") or ""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><text x="9" y="50">Words</text></svg>'
LECTURE = """---
title: A lecture
bibliography: books.bib
template: own.pptx
---

# Curves

![A curve](curve.svg)

As was said [@roe]; $\\sqrt{\\frac{a}{b}}$, שלום.

![Not there](https://example.org/a.png)

Q: What is a curve?
A: It is a line.
"""
SYSTEM = (
    "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache", "/etc/localtime", "/etc/ssl/openssl.cnf",
    "/etc/fonts", "/usr/share/fonts", "/usr/share/fontconfig", "/usr/local/share/fonts", "/var/cache/fontconfig",
    "/usr/share/locale", "/usr/share/locale/locale.alias", "/usr/share/zoneinfo", "/dev/null", "/dev/urandom",
    "/proc/self", "/proc/sys/vm/overcommit_memory", "/sys/devices/system/cpu",
)  # fmt: skip
"""Libraries of the system, its fonts, its words and its clock."""


def traced(folder: Path) -> str:
    """What strace says of a build of the lecture in a folder."""
    (folder / "lecture.md").write_text(LECTURE, encoding="utf-8")
    (folder / "curve.svg").write_text(SVG)
    (folder / "own.pptx").write_bytes(stock())
    (folder / "books.bib").write_text("@book{roe, author = {Roe, Ann}, title = {On it}, year = 1999}\n")
    calls = "trace=open,openat,openat2,connect,execve,socket"
    strace = [STRACE, "-f", "-qq", "-s", "4096", "-e", calls, "-o", str(folder / "trace"), sys.executable]
    build = ["-m", "triptych", "build", "lecture.md", "-o", "out", "--also", "cards", "--also", "test"]
    done = subprocess.run([*strace, *build], cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    if not (folder / "trace").exists() or "ptrace" in done.stderr.lower():
        pytest.skip("programs cannot be traced here")
    assert (folder / "out" / "lecture" / "lecture-deck.pptx").exists(), done.stderr
    return (folder / "trace").read_text(encoding="utf-8", errors="replace")


@pytest.mark.skipif(not STRACE, reason="there is no strace")
def test_a_build_opens_its_own_files_the_interpreter_and_fonts_and_connects_to_nothing(tmp_path: Path) -> None:
    said = traced(tmp_path)
    assert not re.search(r"\b(?:connect|socket)\(", said)
    for program in re.findall(r'execve\("([^"]*)".* = 0$', said, re.MULTILINE):
        assert Path(program).resolve() == Path(sys.executable).resolve()
    own = (tmp_path, Path(triptych.__file__).parent, Path(sys.prefix), Path(sys.base_prefix), Path.home() / ".fonts")
    places = [*own, *sysconfig.get_paths().values(), *filter(None, sys.path), *SYSTEM]
    allowed = [os.path.realpath(str(place)) for place in places]
    opened = re.findall(r'open(?:at2?)?\((?:AT_FDCWD, )?"([^"]*)"[^\n]* = \d+$', said, re.MULTILINE)
    assert any(name.endswith("curve.svg") for name in opened)
    for name in opened:
        path = os.path.realpath(tmp_path / name)
        assert any(path == place or path.startswith(f"{place}/") for place in allowed), name

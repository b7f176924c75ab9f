"""What strangers write: nothing outside the root is read, limits are told by their names, the program stops cleanly."""

import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from pptx import Presentation

from triptych.build import Options, Result, Source, build, build_all, find_sources
from triptych.confine import memory_up
from triptych.inputs import Inputs, root_of
from triptych.limits import NAMES, UNTIMED, limits_from
from triptych.read.beside import RefusedError, may_be_read
from triptych.read.bibtex_strings import Strings
from triptych.read.csl_weight import weight
from triptych.stamp import NAME

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90" viewBox="0 0 90 90">{}</svg>'
REFUSED = "lies outside the folder that may be read"


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with documents, beside one that is not theirs."""
    (tmp_path / "secret").mkdir()
    Image.new("RGB", (8, 8), "red").save(tmp_path / "secret" / "map.png")
    (tmp_path / "secret" / "map.svg").write_text(SVG.format('<rect width="50" height="50"/>'))
    (tmp_path / "secret" / "books.bib").write_text("@book{k, author = {A, B}, title = {C}, year = 2000}\n")
    (tmp_path / "secret" / "style.csl").write_text("<style/>")
    Presentation().save(str(tmp_path / "secret" / "own.pptx"))
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    return tmp_path / "in"


def made(text: str, **options: object) -> Result:
    Path("guide.md").write_text(text, encoding="utf-8")
    limits = limits_from((*options.pop("limits", ()), "seconds=0"))  # type: ignore[misc]
    return build(Source(Path("guide.md"), "guide.md", "guide"), Path("out"), Options(limits=limits, **options))  # type: ignore[arg-type]


def errors(result: Result) -> str:
    return "\n".join(str(problem) for problem in result.problems if problem.severity == "error")


def command(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "triptych", *arguments]
    return subprocess.run(line, capture_output=True, text=True, check=False, timeout=300, **options)  # type: ignore[call-overload, no-any-return]


OUTSIDE = {
    "up": "![a](../secret/map.png)",
    "encoded": "![a](..%2fsecret%2fmap.png)",
    "encoded dots": "![a](%2e%2e/secret/map.png)",
    "absolute": "![a]({secret}/map.png)",
    "there and back": "![a](x/../../secret/map.png)",
    "link": "![a](link.png)",
    "linked folder": "![a](linked/map.png)",
    "wiki": "![[../secret/map.png]]",
    "html": '<img src="../secret/map.png" alt="a">',
    "drawing": "![a](../secret/map.svg)",
    "in a table": "| a |\n|---|\n| ![a](../secret/map.png) |",
}
FRONT = {
    "logo": "logo: ../secret/map.png",
    "encoded logo": "logo: '%2e%2e/secret/map.png'",
    "background": "background: ../secret/map.png",
    "bibliography": "bibliography: ../secret/books.bib",
    "style": "bibliography: own.bib\ncsl: ../secret/style.csl",
    "template": "template: ../secret/own.pptx",
    "linked template": "template: linked/own.pptx",
}


@pytest.mark.parametrize("how", OUTSIDE)
def test_no_picture_from_outside_is_read(how: str, inside: Path) -> None:
    (inside / "x").mkdir()
    (inside / "link.png").symlink_to(inside.parent / "secret" / "map.png")
    (inside / "linked").symlink_to(inside.parent / "secret")
    result = made(f"# H\n\n{OUTSIDE[how]}\n".replace("{secret}", str(inside.parent / "secret")))
    assert REFUSED in errors(result)
    assert "--root" in errors(result)
    assert "books.bib" not in errors(result)  # nor is what else is there named
    assert not made(Path("guide.md").read_text(), root=inside.parent).failed


@pytest.mark.parametrize("key", FRONT)
def test_nothing_that_the_front_matter_names_is_read_from_outside(key: str, inside: Path) -> None:
    (inside / "own.bib").write_text("@book{k, author = {A, B}, title = {C}, year = 2000}\n")
    (inside / "linked").symlink_to(inside.parent / "secret")
    result = made(f"---\n{FRONT[key]}\n---\n\n# H\n\nAs said [@k].\n")
    assert REFUSED in errors(result)
    allowed = made(Path("guide.md").read_text(), root=inside.parent)
    assert REFUSED not in errors(allowed)


def test_what_is_not_there_is_refused_like_what_is(inside: Path) -> None:
    assert REFUSED in errors(made("# H\n\n![a](../secret/mop.png)\n"))
    assert "map.png" not in errors(made("# H\n\n![a](../secret/mop.png)\n"))


def test_a_file_that_the_user_names_may_lie_anywhere(inside: Path) -> None:
    assert not made("# H\n\nWords.\n", template=inside.parent / "secret" / "own.pptx").failed


def test_the_root_is_the_nearest_marked_folder_else_the_working_one_else_the_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a")
    assert root_of(deep) == tmp_path / "a"
    monkeypatch.chdir(deep)
    assert root_of(tmp_path / "a" / "b") == tmp_path / "a" / "b"
    monkeypatch.chdir("/")
    assert root_of(deep) == deep  # a whole disk is no folder of documents
    (tmp_path / "a" / ".git").mkdir()
    assert root_of(deep) == tmp_path / "a"
    (tmp_path / "a" / "b" / "triptych.toml").write_text("")
    assert root_of(deep) == tmp_path / "a" / "b"


@pytest.mark.parametrize(("name", "called"), [("...md", "__"), ("..md", "_"), (r"a\..\..\b.md", "a_.._.._b")])
def test_no_name_of_a_document_means_another_folder(name: str, called: str, inside: Path) -> None:
    if sys.platform == "win32" and "\\" in name:
        pytest.skip("there it is no name")
    (inside / name).write_text("# H\n\nWords.\n")
    before = {path for path in inside.rglob("*") if path.name != name}
    (result,) = build_all(find_sources([Path(name)]), Path("out"), Options())
    assert {path.relative_to("out").parts[0] for path in result.files} == {called}
    made = {path for path in inside.rglob("*") if path.name != name} - before
    assert all(path.is_relative_to(inside / "out") for path in made)


def test_another_root_builds_again(inside: Path) -> None:
    text = "# H\n\n![a](../secret/map.png)\n"
    assert made(text).failed
    assert made(text, root=inside.parent).made
    assert not made(text, root=inside.parent).made
    assert made(text).failed


def test_one_rule_says_what_may_be_read(inside: Path) -> None:
    assert may_be_read(inside / "x.png", inside)
    assert may_be_read(inside / "y" / ".." / "x.png", inside)
    assert not may_be_read(inside / ".." / "in2" / "x.png", inside)
    assert not may_be_read(Path("//server/share/x.png"), Path("/"))
    with pytest.raises(RefusedError):
        Inputs(inside).beside("../secret/map.png")


def test_a_document_in_a_folder_that_leads_elsewhere_is_refused(inside: Path) -> None:
    (inside.parent / "secret" / "letter.md").write_text("# Secret\n\nWords.\n")
    (inside / "letter.md").symlink_to(inside.parent / "secret" / "letter.md")
    (result,) = build_all(find_sources([Path(".")]), inside.parent / "out", Options())
    assert REFUSED in errors(result)
    (result,) = build_all(find_sources([Path("letter.md")]), inside.parent / "out", Options())  # named by the user
    assert not result.failed


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are no files there")
def test_pipes_and_devices_are_refused(inside: Path) -> None:
    os.mkfifo("pipe.md")
    os.mkfifo("pipe.png")
    os.mkfifo("pipe.pptx")
    (result,) = build_all([Source(Path("pipe.md"), "pipe.md", "pipe")], Path("out"), Options())
    assert errors(result) == "pipe.md: error: cannot be read: it is no plain file"
    assert "it is not a plain file" in errors(made("# H\n\n![a](pipe.png)\n"))
    assert "no template pipe.pptx" in errors(made("---\ntemplate: pipe.pptx\n---\n\n# H\n\nx\n"))
    assert "no plain file" in errors(made("# H\n\nx\n", template=Path("pipe.pptx")))


GROWING = {
    "clip": '<clipPath id="c{n}"><path clip-path="url(#c{m})" d="M0 0h90v90h-90z"/><path clip-path="url(#c{m})" '
    'd="M0 0h90v90h-90z"/></clipPath>',
    "mask": '<mask id="c{n}"><rect mask="url(#c{m})" width="90" height="90" fill="#fff"/><rect mask="url(#c{m})" '
    'width="90" height="90" fill="#fff"/></mask>',
}


@pytest.mark.parametrize("kind", GROWING)
def test_a_drawing_that_grows_without_bound_is_told_after_the_limit(kind: str) -> None:
    base = GROWING[kind].replace("{n}", "0").replace('mask="url(#c{m})"', "").replace('clip-path="url(#c{m})"', "")
    parts = base + "".join(GROWING[kind].replace("{n}", str(n)).replace("{m}", str(n - 1)) for n in range(1, 40))
    use = "mask" if kind == "mask" else "clip-path"
    Path("a.svg").write_text(SVG.format(f'{parts}<rect width="90" height="90" {use}="url(#c39)"/>'))
    result = made("# H\n\n![a](a.svg)\n", limits=["svg-seconds=1", "svg-megabytes=400"])
    assert "guide.md:3:1: error:" in errors(result)
    assert "limit svg-" in errors(result)


def test_pixels_within_a_drawing_are_counted_before_they_are_decoded() -> None:
    import base64
    import io

    out = io.BytesIO()
    Image.new("1", (9000, 9000)).save(out, "PNG")
    data = base64.b64encode(out.getvalue()).decode()
    Path("a.svg").write_text(SVG.format(f'<image width="90" height="90" href="data:image/png;base64,{data}"/>'))
    assert "more than the limit picture-pixels of 40,000,000" in errors(made("# H\n\n![a](a.svg)\n"))


def _package(path: str, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)


def test_parts_of_a_template_are_counted_before_they_are_unpacked() -> None:
    text = "---\ntemplate: a.pptx\n---\n\n# H\n\nx\n"
    _package("a.pptx", {"media/a.bin": bytes(3_000_000)})
    assert "limit template-megabytes of 2 " in errors(made(text, limits=["template-megabytes=2"]))
    _package("a.pptx", {"ppt/a.xml": bytes(3_000_000)})
    assert "limit template-xml-megabytes of 2 " in errors(made(text, limits=["template-xml-megabytes=2"]))
    _package("a.pptx", {f"{n}": b"" for n in range(9)})
    assert "limit template-parts of 8 " in errors(made(text, limits=["template-parts=8"]))


LIMITED = {
    "document-bytes": ("# H\n\nSome words that are too many.\n", 20),
    "picture-bytes": ("# H\n\n![a](map.png)\n", 20),
    "picture-pixels": ("# H\n\n![a](map.png)\n", 20),
    "cells": ("# H\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n", 5),
    "slides": ("# A\n\nx\n\n# B\n\ny\n\n# C\n\nz\n", 2),
    "pages": ("# A\n\n" + "Words of a page. " * 3000, 1),
}


@pytest.mark.parametrize("name", LIMITED)
def test_a_limit_is_told_with_its_name_and_can_be_set(name: str, inside: Path) -> None:
    Image.new("RGB", (8, 8), "red").save("map.png")
    text, most = LIMITED[name]
    result = made(text, limits=[f"{name}={most}"])
    assert f"more than the limit {name} of {most}" in errors(result)
    assert f"--limit {name}=NUMBER" in errors(result)
    assert not made(text, limits=[f"{name}=1000000"]).failed


def test_nesting_beyond_the_limit_is_told() -> None:
    result = made("# H\n\n" + ">" * 40 + " deep\n")
    assert any("more than the limit nesting of 24" in problem.message for problem in result.problems)
    result = made("# H\n\n> > > deep\n", limits=["nesting=2"])
    assert any("more than the limit nesting of 2" in problem.message for problem in result.problems)
    assert not any("nesting" in problem.message for problem in made("# H\n\n> > deep\n").problems)


def test_limits_are_known_by_name() -> None:
    assert limits_from(["svg-seconds=7"]).svg_seconds == 7
    for wrong in ("x=1", "cells", "cells=", "cells=-1", "cells=0", "cells=1e9", "cells=٣"):
        with pytest.raises(ValueError, match=r"limit|number"):
            limits_from([wrong])
    security = (Path(__file__).parent.parent / "SECURITY.md").read_text(encoding="utf-8")
    for name, usual in NAMES.items():
        assert f"| `{name}` | {usual:,} |" in security
    assert UNTIMED.seconds == 0


def test_abbreviations_of_a_bibliography_cannot_explode() -> None:
    strings = "@string{s0 = {ha}}\n" + "".join(f"@string{{s{n} = s{n - 1} # s{n - 1}}}\n" for n in range(1, 60))
    Path("a.bib").write_text(strings + "@book{k, author={A, B}, title = s59, year=2000}\n@book{l, title={L}, year=1}\n")
    result = made("---\nbibliography: a.bib\n---\n\n# H\n\nAs said [@k] and [@l].\n")
    assert "more than the limit string-characters of 100,000" in errors(result)
    some = Strings(["@string{a = {A}}", "@string{b = a # a}", "@string{c = {C}}"])
    assert some.text_of(some.used_by("@book{k, title = b}")) == "@string{a = {A}}@string{b = a # a}"


def _style(macros: str) -> str:
    return (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>T</title></info>'
        f'{macros}<citation><layout><text macro="m9"/></layout></citation></style>'
    )


def test_macros_of_a_style_cannot_explode() -> None:
    call = '<macro name="m{n}"><group>' + '<text macro="m{m}"/>' * 9 + "</group></macro>"
    macros = '<macro name="m0"><text variable="title"/></macro>'
    macros += "".join(call.replace("{n}", str(n)).replace("{m}", str(n - 1)) for n in range(1, 10))
    Path("a.csl").write_text(_style(macros))
    Path("a.bib").write_text("@book{k, author = {A, B}, title = {C}, year = 2000}\n")
    result = made("---\nbibliography: a.bib\ncsl: a.csl\n---\n\n# H\n\nAs said [@k].\n")
    assert "more than the limit style-elements of 50,000" in errors(result)
    loop = '<macro name="m9"><text macro="m9"/></macro>'
    assert weight(_style(loop).encode(), 1000) == 1001
    assert weight(_style('<macro name="m9"><text variable="title"/></macro>').encode(), 1000) < 12


def test_a_document_that_takes_too_long_is_told_and_the_others_are_built() -> None:
    Path("long.md").write_text("# Long\n\n" + "Some words of it here. " * 60_000)
    Path("short.md").write_text("# Short\n\nWords.\n")
    done = command("build", "long.md", "short.md", "--limit", "seconds=5")
    assert done.returncode == 1
    assert "long.md: error: seconds for this document: more than the limit seconds of 5 " in done.stderr
    assert "3 files in build" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="memory is not limited there")
def test_memory_has_an_end_that_is_told() -> None:
    code = "from triptych.confine import limit_memory; limit_memory(500); bytearray(600_000_000)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.endswith("MemoryError\n")
    assert str(memory_up(limits_from(["megabytes=500"]))).endswith("more than the limit megabytes of 500")


@pytest.mark.skipif(sys.platform == "win32", reason="memory is not limited there")
@pytest.mark.parametrize("limit", ["limit_memory(500)", "within = time_limit(9); within.__enter__()"])
def test_a_limit_that_is_met_where_nothing_can_be_raised_is_not_said_twice(limit: str) -> None:
    code = (
        "from triptych.confine import *\n"
        f"{limit}\n"
        "def some():\n    try:\n        yield\n    finally:\n        raise KIND()\n"
        "open_one = some(); next(open_one); del open_one"
    )
    for kind, silent in (("MemoryError", True), ("TimeUpError", True), ("OSError", False)):
        done = subprocess.run([sys.executable, "-c", code.replace("KIND", kind)], capture_output=True, text=True)
        assert (done.stderr == "") == silent


@pytest.mark.skipif(sys.platform == "win32", reason="memory is not limited there")
def test_a_document_that_takes_too_much_memory_is_told_and_the_others_are_built() -> None:
    Path("large.md").write_text("# Large\n\n" + "word " * 9_000_000)
    Path("short.md").write_text("# Short\n\nWords.\n")
    done = command("build", "large.md", "short.md", "--limit", "megabytes=250")
    assert done.returncode == 1
    assert (
        "large.md: error: megabytes of memory for this document: more than the limit megabytes of 250 " in done.stderr
    )
    assert "3 files in build" in done.stdout


LONG = "# Long\n\n" + "".join(
    f"Part {n} tells of {n * 7 % 1013} and of {n * n % 977} more in it.\n\n" for n in range(12_000)
)
WITHIN = {
    "seconds=2": "from triptych.confine import time_limit\nwith time_limit(2):",
    "megabytes=110": "from triptych.confine import limit_memory\nlimit_memory(110)\nif True:",
}
"""Limits, and how each is set for what follows."""


@pytest.mark.skipif(sys.platform == "win32", reason="neither is limited there")
@pytest.mark.parametrize("limit", WITHIN)
def test_time_and_memory_have_an_end_while_a_document_is_planned(limit: str, inside: Path) -> None:
    Path("long.md").write_text("# Short\n\nWords.\n")
    assert command("build", "long.md", "--limit", limit).returncode == 0  # it is enough for all but what is long
    stood = {path: path.read_bytes() for path in (inside / "build" / "long").iterdir()}
    Path("long.md").write_text(LONG)
    read = (
        f"{WITHIN[limit]} from triptych.read.source import read_source; read_source(open('long.md', 'rb').read(), 'l')"
    )
    subprocess.run([sys.executable, "-c", read], check=True)  # it is enough for reading it
    done = command("build", "long.md", "--limit", limit)
    assert done.returncode == 1
    name, _, most = limit.partition("=")
    assert f"more than the limit {name} of {most} (--limit {name}=NUMBER sets another)" in done.stderr
    assert "Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in (inside / "build" / "long").iterdir()} == stood


@pytest.mark.parametrize("marks", ["\u0301" * 3000, "\u0321\u0334" * 500, "\u05b7" * 300])
def test_letters_with_thousands_of_marks_are_drawn(marks: str) -> None:
    result = made(f"# H\n\nHere a{marks} and \u05d0{marks} end.\n")
    assert not result.failed
    (handout,) = (path for path in result.files if path.name.endswith("handout.pdf"))
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(handout))
    assert "Here" in text
    assert "end." in text


@pytest.fixture
def slow() -> str:
    """A document whose build takes a while."""
    Path("slow.md").write_text("".join(f"# Heading {n}\n\nText {n} of it.\n\n" for n in range(5000)))
    return "slow.md"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("after", [0.0, 0.3, 1.0])
def test_a_signal_ends_it_at_once_without_a_traceback(number: int, code: int, after: float, slow: str) -> None:
    line = [sys.executable, "-X", "importtime", "-m", "triptych", "build", slow]
    child = subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert child.stderr is not None
    while "click" not in child.stderr.readline():  # now the program itself has begun
        pass
    time.sleep(after)
    child.send_signal(number)
    _, said = child.communicate(timeout=60)
    assert child.returncode == code
    assert "Traceback" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize(
    "begins",
    ["import runpy; runpy.run_module('triptych', run_name='__main__')", "from triptych.__main__ import run; run()"],
)
def test_it_can_be_stopped_before_anything_else_is_loaded(begins: str) -> None:
    watched = (
        "import __future__, _signal, os, runpy, sys\n"
        "before = {*sys.modules}\n"
        "def told(*words):\n"
        "    print(*({*sys.modules} - before))\n"
        "    os._exit(0)\n"
        "_signal.signal = told\n"
    )
    command = [sys.executable, "-u", "-c", watched + begins]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert "triptych" in done.stdout
    assert {*done.stdout.split()} <= {"triptych", "triptych.__main__"}


def test_temporary_files_of_a_killed_build_are_cleared_by_the_next() -> None:
    text = "# H\n\nWords.\n"
    made(text)
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left, running, other = (
        Path("out/guide", name) for name in (f".triptych-{ended.pid}-0.tmp", f".triptych-{os.getppid()}-0.tmp", "x.tmp")
    )
    for path in (left, running, other):
        path.write_bytes(b"half")
    assert not made(text).made
    assert [path.exists() for path in (left, running, other)] == [False, True, True]


def test_files_that_are_no_longer_made_are_said() -> None:
    text = "# H\n\n1. **Moon**: It is near.\n"
    assert not made(text, also=("cards",), editions=("student",)).failed
    result = made(text)
    (said,) = [problem for problem in result.problems if "no longer made" in problem.message]
    names = said.message.rpartition(": ")[2].split(", ")
    assert said.path == str(Path("out/guide"))
    assert {"guide-cards.apkg", "guide-deck-student.pptx"} <= set(names)
    assert said.message.startswith(f"{len(names)} files are from an earlier build")
    assert "guide-deck.pptx" not in names
    again = made(text)
    assert not again.made
    assert said in again.problems
    for name in names[1:]:
        Path("out/guide", name).unlink()
    (last,) = [problem for problem in made(text).problems if "no longer made" in problem.message]
    assert last.path == str(Path("out/guide", names[0]))
    Path(last.path).unlink()
    assert not any("no longer made" in problem.message for problem in made(text).problems)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device")
def test_a_full_output_is_told() -> None:
    Path("guide.md").write_text("# H\n\nWords.\n")
    with open("/dev/full", "w") as full:
        line = [sys.executable, "-m", "triptych", "build", "guide.md"]
        done = subprocess.run(line, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        assert done.returncode == 1
        assert "error: the output cannot be written: no space left on device" in done.stderr
        assert "Traceback" not in done.stderr
        assert subprocess.run(line, stdout=full, stderr=full, check=False).returncode == 1
    assert Path("build/guide", NAME).is_file()


@pytest.mark.skipif(sys.platform != "linux", reason="names are other there")
def test_names_of_any_bytes_and_any_length() -> None:
    name = os.fsdecode(b"caf\xe9.md")
    Path(name).write_text("# H\n\nWords.\n")
    done = command("build", name)
    assert (done.returncode, done.stdout) == (0, "3 files in build\n")
    long = "x" * 250 + ".md"
    Path(long).write_text("# H\n\nWords.\n")
    done = command("build", long)
    assert done.returncode == 1
    assert "file name too long" in done.stderr
    assert "Traceback" not in done.stderr
    done = command("build", "x" * 300 + ".md")
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stderr


def _limited(size: int) -> Iterator[None]:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    yield


@pytest.mark.skipif(sys.platform == "win32", reason="files are not limited there")
@pytest.mark.parametrize("size", [300, 9_000, 20_000])
def test_a_disk_that_fills_leaves_whole_files_and_the_next_build_mends(size: int) -> None:
    Path("guide.md").write_text("# H\n\nWords.\n")
    assert command("build", "guide.md").returncode == 0
    before = {path.name: path.read_bytes() for path in Path("build/guide").iterdir()}
    Path("guide.md").write_text("# H\n\nOther words.\n")
    done = command("build", "guide.md", preexec_fn=lambda: next(_limited(size)))
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert {path.name for path in Path("build/guide").iterdir()} == before.keys()
    assert command("build", "guide.md").returncode == 0
    assert command("build", "guide.md").stdout == "3 files in build (3 unchanged)\n"


def test_one_broken_document_in_ten_is_told_and_the_others_are_built() -> None:
    Path("many").mkdir()
    for number in range(20):
        broken = number % 10 == 3
        Path(f"many/d{number:02}.md").write_bytes(b"\x00\x01\x02" * 99 if broken else b"# H\n\nWords.\n")
    results = list(build_all(find_sources([Path("many")]), Path("out"), Options(only=("cheat-sheet",))))
    assert sum(result.failed for result in results) == 2
    assert sum(len(result.files) for result in results) == 18


def test_one_character_that_is_longer_than_a_slide_does_not_stop_the_deck() -> None:
    result = made("# One\n\n" + "👩\u200d" * 800 + "\n")
    assert not errors(result)
    assert len(result.files) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="names may not have such characters there")
@pytest.mark.parametrize("name", ["a\x1b[31m.md", "a\u202egnp.md", "a\nb.md:1:1: error: made up\n.md", "a\x9b2J.md"])
def test_what_is_said_of_a_file_acts_on_no_terminal_and_is_one_line(name: str, inside: Path) -> None:
    (inside / name).write_text("# H\n\n![a](missing.png)\n")
    (result,) = build_all(find_sources([Path(name)]), Path("out"), Options(only=("handout",)))
    said = [str(problem) for problem in result.problems]
    assert any("error: picture not found" in line for line in said)
    assert not any(character in line for line in said for character in "\n\x1b\x9b\u202e\u2066")


def test_what_is_said_of_endless_text_has_an_end() -> None:
    said = [str(problem) for problem in made(f"# H\n\n[x](#{'y' * 30_000}) and ![a]({'z' * 30_000}.png)\n").problems]
    assert any("a reference to nothing: yyy" in line for line in said)
    assert max(map(len, said)) < 2000


@pytest.mark.skipif(sys.platform == "win32", reason="names may not have such characters there")
def test_names_of_a_templates_layouts_act_on_no_terminal(inside: Path) -> None:
    presentation = Presentation()
    presentation.slide_layouts[1].element.cSld.set("name", "Text\u202e\u009b31m")
    presentation.save(str(inside / "own.pptx"))
    done = command("template", "inspect", "own.pptx")
    assert done.returncode == 0
    assert "Text\\u202e\\x9b31m" in done.stdout
    assert not any(character in done.stdout + done.stderr for character in "\u202e\x9b")

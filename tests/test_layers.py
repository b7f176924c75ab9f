"""The house: who may import whom, and which third-party library lives in which room."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from triptych.model import document

ROOT = Path(__file__).parent.parent / "src" / "triptych"
MODULES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.py"))

LAYERS = {
    # folder or file: which of our own it may import, besides itself
    "problem.py": (),
    "geometry.py": (),
    "patterns.py": (),
    "starter.py": (),
    "natural.py": (),
    "near.py": (),
    "unread.py": (),
    "courses.py": ("read", "course", "inputs"),
    "course.py": ("problem", "inputs", "read"),
    "files.py": ("problem", "stamp"),
    "sets.py": ("problem", "inputs", "stamp", "files", "program"),
    "collected": (
        "patterns",
        "problem",
        "natural",
        "limits",
        "geometry",
        "model",
        "languages",
        "read",
        "write",
        "transform",
        "products",
        "inputs",
        "stamp",
        "files",
        "sets",
        "course",
        "courses",
        "build",
        "plan",
        "text",
    ),
    "limits.py": ("problem",),
    "confine.py": ("limits",),
    "model": ("patterns", "problem", "geometry"),
    "languages": (),
    "read": ("patterns", "problem", "limits", "geometry", "model", "languages"),
    "text": ("patterns", "geometry", "model", "languages"),
    "weigh": ("patterns", "model", "languages"),
    "transform": ("patterns", "problem", "model", "languages", "weigh"),
    "plan": ("patterns", "problem", "geometry", "model", "languages", "text", "weigh"),
    "write": ("patterns", "unread", "geometry", "model", "text"),
    "check": ("patterns", "problem", "geometry", "model", "languages", "text"),
    # pictures in a template are read like any other
    "template": ("patterns", "problem", "limits", "geometry", "model", "read", "text"),
    "make_templates.py": ("geometry", "model", "template", "write"),
    "products": (
        "patterns",
        "problem",
        "limits",
        "geometry",
        "model",
        "languages",
        "read",
        "plan",
        "transform",
        "weigh",
        "write",
        "inputs",
        "check",
        "template",
        "make_templates",
        "stamp",
    ),
    "preview": (
        "patterns",
        "problem",
        "limits",
        "model",
        "read",
        "plan",
        "write",
        "inputs",
        "courses",
        "template",
        "products",
        "build",
    ),
    "inputs.py": ("limits", "read"),
    "program.py": ("",),
    "stamp.py": ("problem", "text", "inputs", "program"),
    "build.py": (
        "problem",
        "natural",
        "near",
        "limits",
        "confine",
        "read",
        "products",
        "inputs",
        "stamp",
        "template",
        "courses",
        "course",
        "files",
        "sets",
    ),
    "jobs": (
        *("problem", "limits", "read", "products", "inputs", "program", "stamp", "course", "courses", "build", ""),
    ),
    "shell": ("build", "confine", "jobs", "limits", "near", "problem"),
    "__init__.py": ("problem", "limits", "model", "products", "build"),
    "cli.py": (
        "problem",
        "build",
        "starter",
        "limits",
        "confine",
        "courses",
        "jobs",
        "preview",
        "shell",
        "collected",
        "",
    ),
    "__main__.py": (
        "unread",
        "cli",
    ),
}
ROOMS = {
    # library: where it may be imported
    "msgspec": ("",),  # every room has values
    "distributed": ("jobs/cluster.py",),
    "click": ("cli.py", "shell/"),
    "markdown_it": ("read/",),
    "mdit_py_plugins": ("read/",),
    "emoji": ("read/markdown/rules/emoji.py",),
    "yaml": ("read/",),
    "pyphen": ("text/hyphens.py",),
    "citeproc": ("transform/citations.py", "transform/literature.py"),
    "uharfbuzz": ("text/", "write/pdf/"),
    "fontpkg": ("text/",),
    "uniseg": ("text/",),
    "budoux": ("text/",),
    "icu4py": ("text/",),
    "bidi": ("text/levels.py",),
    "fontTools": ("write/pdf/composites.py",),
    "reportlab": ("write/pdf/",),
    "pptx": ("write/pptx/", "template/"),
    "lxml": ("write/pptx/", "template/"),
    "PIL": ("read/", "template/", "write/", "check/grey_pictures.py"),
    "resvg_py": ("read/pictures/svg_script.py", "write/pptx/ink.py", "write/svg/"),
    "pygments": ("plan/code.py",),
    "starlette": ("preview/",),
    "uvicorn": ("preview/serve.py",),
    "watchfiles": ("preview/watching.py",),
    "genanki": ("write/cards/anki.py",),
    "ziamath": ("text/formula.py", "text/formula_rows.py"),
}
WRITERS = ("files.py", "jobs/travel.py", "sets.py", "cli.py", "make_templates.py")
"""What writes files: `files`, what makes their folder, `new`, and the script that makes the templates of the themes."""
LONGEST = 400
"""Lines of a file."""
LONGER = {"model/document.py": 640}  # one closed union, whose members stand together

CONTENT = {kind.__name__ for union in (document.Block, document.Inline, document.Answer) for kind in get_args(union)}
"""What a document is made of."""


def _imported(module: str) -> set[str]:
    """Every module that a file imports, wherever in the file it does so."""
    found: set[str] = set()
    for node in ast.walk(ast.parse((ROOT / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} has a relative import"
            found |= {str(node.module)} if node.module != "triptych" else _named(node)
    return found


def _named(node: ast.ImportFrom) -> set[str]:
    return {f"triptych.{alias.name}" for alias in node.names}


def _graph() -> dict[str, set[str]]:
    """Each file with those of our own that it imports, the package itself left out, which holds the version."""
    names = {f"triptych.{module.removesuffix('.py').replace('/', '.')}".removesuffix(".__init__"): module
             for module in MODULES}  # fmt: skip
    return {
        module: {names[name] for name in _files(module) if name in names and name != "triptych"} - {module}
        for module in MODULES
    }


def _files(module: str) -> set[str]:
    """The modules that a file imports when it runs: `from package import module` names the module."""
    found: set[str] = set()
    for node in _running(ast.parse((ROOT / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            whole = all((ROOT.parent / name.replace(".", "/")).with_suffix(".py").is_file() for name in inner)
            found |= inner if whole else {str(node.module)}
    return found


def _running(node: ast.AST) -> Iterator[ast.AST]:
    """Every node but those that only a type checker reads."""
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"):
            yield child
            yield from _running(child)


def _layer(module: str) -> str:
    head = module.split("/")[0]
    assert head in LAYERS, f"{module} is in no known layer"
    return head


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_its_layer_may(module: str) -> None:
    layer = _layer(module)
    own = {name for name in _imported(module) if name.split(".")[0] == "triptych"}
    parts = {[*name.split("."), ""][1] for name in own}
    assert parts <= {*LAYERS[layer], layer.removesuffix(".py")}


def test_no_files_import_each_other_in_a_circle() -> None:
    graph = _graph()
    free: set[str] = set()
    while ready := {module for module, needs in graph.items() if module not in free and needs <= free}:
        free |= ready
    assert sorted(graph.keys() - free) == []


def test_no_rooms_import_each_other_in_a_circle() -> None:
    rooms: dict[str, set[str]] = {}
    for module, needs in _graph().items():
        rooms.setdefault(_layer(module), set()).update(map(_layer, needs))
    free: set[str] = set()
    while ready := {room for room, needs in rooms.items() if room not in free and needs - {room} <= free}:
        free |= ready
    assert sorted(rooms.keys() - free) == []


@pytest.mark.parametrize("module", MODULES)
def test_no_block_and_no_inline_falls_through_in_silence(module: str) -> None:
    for node in ast.walk(ast.parse((ROOT / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Match) and any(_is_content(case.pattern) for case in node.cases):
            last = node.cases[-1]
            others = isinstance(last.pattern, ast.MatchAs) and last.pattern.pattern is None
            ends = ast.unparse(last.body[0]).startswith(("assert_never(", "raise "))
            assert not others or ends, f"{module}:{last.pattern.lineno}: name what is left"


def _is_content(pattern: ast.pattern) -> bool:
    """Whether a pattern is about parts of a document."""
    if isinstance(pattern, ast.MatchOr):
        return any(map(_is_content, pattern.patterns))
    return isinstance(pattern, ast.MatchClass) and ast.unparse(pattern.cls).removeprefix("doc.") in CONTENT


@pytest.mark.parametrize("module", MODULES)
def test_a_library_stays_in_its_room(module: str) -> None:
    for library in {name.split(".")[0] for name in _imported(module)}:
        if library == "triptych" or library in sys.stdlib_module_names:
            continue
        assert library in ROOMS, f"{module} imports {library}, which has no room"
        assert module.startswith(ROOMS[library]), f"{module} imports {library}"


@pytest.mark.parametrize("module", MODULES)
def test_a_module_says_what_it_is_for_and_is_no_book(module: str) -> None:
    text = (ROOT / module).read_text(encoding="utf-8")
    said = ast.get_docstring(ast.parse(text)) or ""
    first = said.split("\n\n")[0]
    assert first, f"{module} has no docstring"
    assert "\n" not in first, f"the summary of {module} is longer than a line"
    assert text.count("\n") <= LONGER.get(module, LONGEST)


def test_only_the_command_line_prints_or_exits() -> None:
    for module in MODULES:
        names = {
            node.func.id if isinstance(node.func, ast.Name) else ast.unparse(node.func)
            for node in ast.walk(ast.parse((ROOT / module).read_text(encoding="utf-8")))
            if isinstance(node, ast.Call)
        }
        assert module in ("cli.py", "__main__.py") or not names & {"print", "exit", "sys.exit", "os._exit"}, module


def test_only_the_pipeline_writes_files() -> None:
    writing = (".write_text(", ".write_bytes(", "os.replace(", "mkstemp(", ".mkdir(")
    for module in MODULES:
        text = (ROOT / module).read_text(encoding="utf-8")
        assert module in WRITERS or not any(call in text for call in writing), module

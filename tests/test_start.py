"""What a build loads: a feature that a document does not use costs it no import."""

import subprocess
import sys
from pathlib import Path

import pytest

NOTES = "The title\n\n1. First point: what it says. And more.\n2. Second point: what that says.\n"
NEEDLESS = {
    # a module, with all beneath it: what it is for
    "markdown_it": "Markdown",
    "mdit_py_plugins": "Markdown",
    "emoji": "signs by their names",
    "yaml": "front matter of more than plain lines",
    "pygments": "code",
    "ziamath": "formulae",
    "latex2mathml": "formulae",
    "uniseg": "scripts that are written without spaces",
    "pyphen": "lines that would be loose",
    "bidi": "scripts that run from right to left",
    "citeproc": "citations",
    "genanki": "cards for Anki",
    "snowballstemmer": "weighing, which short notes do without",
    "resvg_py": "drawings",
    "PIL._imaging": "pictures",
    "http": "what nothing here does: to ask the network",
    "ssl": "the same",
    "email": "the same",
    "html.parser": "citations",
    "xlsxwriter": "workbooks of charts, which we write ourselves",
    "triptych.transform.citations": "citations",
    "triptych.write.pptx.charts": "charts",
    "triptych.plan.deck.charts": "charts",
    "triptych.read.markdown.document": "Markdown",
    "triptych.read.pandoc": "documents of other formats",
    "pypandoc": "documents of other formats",
    "subprocess": "documents of other formats",
    "triptych.plan.cards": "cards",
    "triptych.plan.imposition": "booklets and sheets of several pages",
    "triptych.transform.test_papers": "tests",
    "triptych.write.cards": "cards",
    "triptych.preview": "the preview",
    "starlette": "the preview",
    "uvicorn": "the preview",
    "watchfiles": "the preview",
    "asyncio": "the preview",
    "triptych.write.svg": "pictures of slides and pages",
    "triptych.write.questions": "questions for learning platforms",
    "triptych.collected": "what is made of several documents",
    "triptych.template.load": "templates of one's own",
    "triptych.template.layouts": "templates of one's own; what built-in ones give is kept",
    "triptych.jobs": "several documents",
    "distributed": "documents on other machines",
    "multiprocessing": "several documents",
    "triptych.course": "documents of a course",
    "triptych.read.course": "documents of a course",
    "triptych.starter": "`triptych new`",
}


ROOMS = """check languages model plan plan.cheat_sheet plan.deck plan.deck.compose plan.handout plan.slides products
    read read.markdown read.notes read.pictures template text transform weigh write write.pdf write.pptx"""
"""Those of our rooms of which something is needed for plain notes."""
LIBRARIES = "PIL lxml msgspec pptx reportlab typing_extensions uharfbuzz"
"""The libraries of others; PIL only by its name, which two of them look up."""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The names of all modules that a process has loaded to build plain notes."""
    folder = tmp_path_factory.mktemp("start")
    (folder / "notes.txt").write_text(NOTES, encoding="utf-8")
    code = (
        "import sys; there = set(sys.modules); from pathlib import Path;"
        "from triptych.build import build_all, find_sources;"
        "results = list(build_all(find_sources([Path('notes.txt')]), Path('out')));"
        "assert len(results[0].files) == 3, results;"
        "print(*(set(sys.modules) - there))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, check=True, capture_output=True, text=True)
    return frozenset(done.stdout.split())


@pytest.mark.parametrize("module", NEEDLESS)
def test_plain_notes_do_not_load(module: str, loaded: frozenset[str]) -> None:
    found = sorted(name for name in loaded if name == module or name.startswith(f"{module}."))
    assert found == [], f"{module} is for: {NEEDLESS[module]}"


def test_plain_notes_load_these_rooms_and_libraries_and_no_others(loaded: frozenset[str]) -> None:
    """Whoever makes a start dearer says so here."""
    source = Path(__file__).parents[1] / "src"
    rooms = {name for name in loaded if name.startswith("triptych.") and (source / name.replace(".", "/")).is_dir()}
    assert rooms == {f"triptych.{room}" for room in ROOMS.split()}
    first = {name.partition(".")[0] for name in loaded} - sys.stdlib_module_names
    assert {name for name in first if "cython" not in name} == {"triptych", *LIBRARIES.split()}


def test_what_is_needless_is_named_as_it_is_called(loaded: frozenset[str]) -> None:
    """A module of our own that has moved would be guarded no more."""
    assert "triptych.plan.deck" in loaded
    source = Path(__file__).parents[1] / "src"
    for name in NEEDLESS:
        if name.startswith("triptych."):
            place = source / name.replace(".", "/")
            assert place.is_dir() or place.with_suffix(".py").is_file(), name

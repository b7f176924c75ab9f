"""What is installed is whole: wheel and sdist are built, and the wheel runs where nothing else of ours is."""

import importlib.util
import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
SOURCE = PROJECT / "src" / "triptych"
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
LACKING = [name for name in ("hatchling", "pip") if importlib.util.find_spec(name) is None]
if LACKING and os.environ.get("TRIPTYCH_REQUIRE_RENDERERS"):
    pytest.fail(f"not installed: {', '.join(LACKING)}", pytrace=False)
pytestmark = pytest.mark.skipif(bool(LACKING), reason=f"not installed: {', '.join(LACKING)}")


def run(*command: str | Path, folder: Path) -> str:
    """What a command says; it must succeed."""
    done = subprocess.run(
        [str(part) for part in command], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def packed(project: Path, kind: str, out: Path) -> Path:
    """The wheel or sdist of a project."""
    run(sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", out, folder=project)
    (made,) = out.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return packed(PROJECT, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs of an environment that has the wheel, and the libraries of this one."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    python = programs / ("python.exe" if sys.platform == "win32" else "python")
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        wheel,
        folder=folder,
    )
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=folder).strip())
    # Only the folders: what is installed there for development, by files that lead elsewhere, is not followed.
    own = [path for path in sys.path if Path(path).name in ("site-packages", "dist-packages")]
    (site / "libraries.pth").write_text("\n".join(own), encoding="utf-8")
    return programs


def test_a_wheel_has_all_files_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if not name.partition("/")[0].endswith(".dist-info")}
    there = {path for path in SOURCE.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert names == {f"triptych/{path.relative_to(SOURCE).as_posix()}" for path in there}


def test_a_wheel_of_the_sdist_is_the_same(wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(packed(PROJECT, "sdist", tmp_path)) as archive:
        archive.extractall(tmp_path, filter="data")
    (project,) = (path for path in tmp_path.iterdir() if path.is_dir())
    assert packed(project, "wheel", tmp_path / "wheel").read_bytes() == wheel.read_bytes()
    assert (project / "docs" / "guide.md").is_file()


def test_what_is_installed_writes_a_document_and_builds_it(installed: Path, tmp_path: Path) -> None:
    place = run(installed / "python", "-c", "import triptych; print(triptych.__file__)", folder=tmp_path)
    assert Path(place.strip()).is_relative_to(installed.parent)
    run(installed / "triptych", "new", "guide.md", folder=tmp_path)
    said = run(installed / "triptych", "build", "guide.md", folder=tmp_path)
    assert "3 files in build" in said
    made = {path.name for path in (tmp_path / "build" / "guide").iterdir() if not path.name.startswith(".")}
    assert made == {"guide-deck.pptx", "guide-handout.pdf", "guide-cheat-sheet.pdf"}

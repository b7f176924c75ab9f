"""A course: the settings of all documents below a folder, and the files that these name."""

import os
from pathlib import Path

import msgspec
from msgspec.structs import replace

from triptych.inputs import hash_of
from triptych.problem import Problem
from triptych.read.beside import first_bytes, may_be_read
from triptych.read.course import LARGEST, NAME, Settings, files_of, moved, read_course

OUTSIDE = "copy it there, or name a folder that holds both with --root FOLDER"


_FROM_HERE = "its path starts from the folder of this file"


class Course(msgspec.Struct, frozen=True):
    """A course: its folder, how its file is called, its settings, and a state that changes when these do."""

    folder: Path
    path: str
    settings: Settings
    state: str

    def values_in(self, folder: Path) -> dict[str, object]:
        """The values for a document in a folder: files are named from there."""
        names = {name: _relative(self.folder / name, folder, key) for key, name in files_of(self.settings.values)}
        return moved(self.settings.values, names)


def course_in(folder: Path, path: str, root: Path) -> Course:
    """The course whose file lies in a folder and is called `path`; the files that it names lie inside the root.

    What is wrong with it is among the problems of its settings. Nothing is raised.
    """
    if not may_be_read(folder / NAME, root):
        outside = Problem("error", "is not read, it leads outside the folder that may be read", path, hint=OUTSIDE)
        return Course(folder, path, Settings(problems=(outside,)), "outside")
    data = first_bytes(folder / NAME, LARGEST + 1)
    if data is None:
        why = ": it is a folder" if (folder / NAME).is_dir() else ""
        return Course(folder, path, Settings(problems=(Problem("error", f"cannot be read{why}", path),)), "unreadable")
    settings = read_course(data, path)
    wrong = {name: told for key, name in files_of(settings.values) if (told := _wrong(folder, key, name, root))}
    problems = list(settings.problems)
    for key, name in files_of(settings.values):
        if name in wrong:
            message, hint = wrong[name]
            line, column = settings.places.get(key, (1, 1))
            problems.append(Problem("error", f"{key}: {message}", path, line, column, hint))
    values = moved(settings.values, {name: name for _, name in files_of(settings.values) if name not in wrong})
    problems.sort(key=lambda problem: (problem.line, problem.column))
    state = " ".join((hash_of(data), *sorted(wrong)))
    return Course(folder, path, replace(settings, values=values, problems=tuple(problems)), state)


def _wrong(folder: Path, key: str, name: str, root: Path) -> tuple[str, str] | None:
    """What is wrong with a file that a course names, and what to do."""
    try:
        if not may_be_read(folder / name, root):
            return f"a file is not read, it lies outside the folder that may be read: {name[:80]}", OUTSIDE
        if key == "theme":
            found = (folder / name / "theme.toml").is_file()
            return None if found else (f"there is no folder {name[:80]} with a theme.toml in it", _FROM_HERE)
        found = (folder / name).is_file()
    except (OSError, ValueError):
        found = False
    return None if found else (f"there is no file {name[:80]}", _FROM_HERE)


def _relative(path: Path, folder: Path, key: str) -> str:
    """A path as a document in a folder writes it; that of a theme's folder begins with a dot."""
    name = Path(os.path.relpath(path, os.path.realpath(folder))).as_posix()
    return f"./{name}" if key == "theme" and not name.startswith("../") else name

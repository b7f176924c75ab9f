"""A set of files in the place of the one that was made before, and what is left alone of it."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from triptych.files import ELSEWHERE, unwritable, write
from triptych.inputs import hash_of, state_of
from triptych.problem import Problem
from triptych.program import program
from triptych.stamp import NAME, Stamp, Standing, load_stamp, to_json

OVERWRITE = "move it away, or overwrite it with --force"
MOST_NAMED = 2
"""Files from an earlier build that are told of one by one."""


def standing_set(folder: Path, asked: str) -> tuple[Path, ...]:
    """The files of a set that stand as they were made for what is asked; none if any of them does not."""
    old = load_stamp(folder)
    if old.made_from != (program(), asked, ""):
        return ()
    made = all(state_of(folder / name, whole=True) == wanted for name, wanted in old.outputs.items())
    return tuple(folder / name for name in old.outputs) if made else ()


def write_set(
    folder: Path, files: Mapping[str, bytes | Path], asked: str, force: bool
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Write what is made of several documents into a folder; the files that stand there now, and what is to be said.

    A path among the files is a temporary file, which is moved. The rules are those of the files of a document.
    """
    old = load_stamp(folder)
    hashes = {name: hash_of(data) if isinstance(data, bytes) else state_of(data, whole=True)
              for name, data in files.items()}  # fmt: skip
    stamp = Stamp((program(), asked, ""), outputs=hashes)
    stand, problems = replace_set(folder, files, old, stamp, force)
    return stand, (*problems, *no_longer_made(folder, replace(old, outputs=hashes)))


def replace_set(
    folder: Path, files: Mapping[str, bytes | Path], old: Stamp, stamp: Stamp, force: bool
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Put files in the place of those made before; those that now stand, and what is to be said of the others.

    The new stamp takes its place before the files do, and names what stood there before as well: whenever a build is
    killed, each file is one or the other, so that the next build does not take it for somebody else's. What was made
    before and is not made now stays in the stamp for the same reason.
    """
    states = {name: state_of(folder / name, whole=True) for name in {*files, *old.before}}
    standing = {name: old.standing(name, states[name], wanted) for name, wanted in stamp.outputs.items()}
    left = not_ours(standing, force)
    before = {name: states[name] or wanted for name, wanted in stamp.outputs.items() if name not in left}
    new = {name: data for name, data in files.items() if standing[name] != "made" and name not in left}
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        return (), (unwritable(failure, Path(failure.filename or folder), ELSEWHERE),)
    stamp = replace(stamp, before={**old.made(states), **before})
    written, problems = write(folder, {NAME: to_json(stamp), **new})
    stand = tuple(folder / name for name in files if standing[name] == "made" or name in written)
    return stand, (*left_alone(folder, left), *problems)


def not_ours(standing: Mapping[str, Standing], force: bool) -> dict[str, Standing]:
    """The files that somebody else has a hand in, if those are to be left alone."""
    return {} if force else {name: how for name, how in standing.items() if how in ("changed", "foreign")}


def left_alone(folder: Path, left: Mapping[str, Standing]) -> tuple[Problem, ...]:
    """An error for each file that somebody else has a hand in."""
    said = {"changed": "was changed by hand since it was made", "foreign": "was not made from this document"}
    return tuple(
        Problem("error", f"is left as it is: it {said[how]}", str(folder / name), hint=OVERWRITE)
        for name, how in left.items()
    )


def no_longer_made(folder: Path, stamp: Stamp) -> tuple[Problem, ...]:
    """Notes of the files, and folders of files, that an earlier build made here and that this one does not."""
    old = [name for name in stamp.before if name not in stamp.outputs and name != NAME and (folder / name).is_file()]
    alone, told = [name for name in old if "/" not in name], list[Problem]()
    if len(alone) > MOST_NAMED:  # a line for each would hide what else is to be said
        said = f"{len(alone)} files are from an earlier build and no longer made: {', '.join(alone)}"
        alone, told = [], [_may_be_old(folder, said, "remove them, or ask for them again")]
    inner = Counter(name.rpartition("/")[0] for name in old if "/" in name)
    one = "is from an earlier build: it is no longer made"
    many = "files are from an earlier build: they are no longer made"
    return (
        *told,
        *(_may_be_old(folder / name, one, "remove it, or ask for it again") for name in alone),
        *(
            _may_be_old(folder / name, f"{count} {many}", "remove them, or ask for them again")
            for name, count in inner.items()
        ),
    )


def _may_be_old(path: Path, message: str, hint: str) -> Problem:
    return Problem("note", message, str(path), hint=hint)

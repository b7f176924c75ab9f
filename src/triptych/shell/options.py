"""The options and arguments that the commands share."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import click

from triptych.limits import Limits, limits_from
from triptych.near import nearest
from triptych.shell.group import Given, Listed, completed, flat, option
from triptych.shell.words import WORDS

paths = click.argument("paths", nargs=-1, type=Given(), metavar="[FILE|FOLDER]...")
paper = option(
    "--paper",
    type=click.Choice(["a4", "letter", "a5"]),
    callback=lambda context, option, value: value or "",
    help="Paper of the PDFs. [default: the document's, else a4]",
)


def _known_theme(context: click.Context, option: click.Parameter, value: str | None) -> str:
    """The theme if there is one of that name or in that folder; which there are is looked up only if one is named."""
    if value is None:
        return ""
    if (Path(value) / "theme.toml").is_file():
        return value
    from triptych.build import themes

    names = [name for name, _ in themes()]
    if value not in names:
        near = nearest(value.lower(), names)
        hint = f"did you mean {near}?" if near else f"there are {', '.join(names)}, or a folder with a theme.toml"
        raise click.BadParameter(f"there is no theme called {value}: {hint}", context, option)
    return value


def _themes() -> Iterable[str]:
    from triptych.build import themes

    return (name for name, _ in themes())


theme = option(
    "--theme",
    shell_complete=completed(_themes),
    metavar="NAME|FOLDER",
    callback=_known_theme,
    help="What it looks like: see `triptych themes`; or a folder with a theme.toml of your own.",
)
template = option(
    "--template",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A .pptx or .potx whose layouts, colours and fonts are used.",
)
edition = option(
    "--edition",
    "editions",
    multiple=True,
    type=Listed(("student", "instructor")),
    callback=flat,
    help="student hides answers and key phrases, instructor shows them and the notes; repeatable.",
)
_FORMS = {
    "deck": "talk shows what matters and has the rest in the notes, full shows every sentence; 45-minutes.",
    "handout": "Its layout: article, cornell, slides-3, notes; lines, dots or squares; and more.",
    "cheat-sheet": "Its paper and choice: a5, card, portrait, two-sides, large; and more.",
    "cards": "8-up, 4-up; long-edge or short-edge.",
    "print": "The handout as booklet, 2-up or 4-up; grey checks it without colour.",
    "test": "20-questions; choices, gaps, matching, ordering, open; large, grades, 3-versions, seed-7.",
    "questions": "Questions for moodle, gift, qti (Canvas and others), kahoot, quizlet.",
    "blanks": "Of what the edition for students has blanks besides ==marks==: terms, dates, labels.",
}


def _form(context: click.Context, option: click.Parameter, value: tuple[str, ...]) -> tuple[str, str] | None:
    """The words of a panel's form, if each is known; between commas or spaces, or each behind its own option."""
    if not value:
        return None
    from triptych.build import form_problem

    key, words = str(option.name).replace("_", "-"), " ".join(value)
    problem = form_problem(key, words)
    if problem:
        raise click.BadParameter(f"{problem}; `triptych help {key}` explains them", context, option)
    return key, words


def forms(command: Callable[..., None]) -> Callable[..., None]:
    """An option for the words of each panel's form."""
    for key in reversed(_FORMS):
        name = f"--{key}"
        words = completed(partial(WORDS.__getitem__, key))
        command = option(name, metavar="WORDS", multiple=True, callback=_form, help=_FORMS[key], shell_complete=words)(
            command
        )
    return command


debug = option(
    "--debug",
    is_flag=True,
    envvar="TRIPTYCH_DEBUG",
    help="Where the program itself failed, if it did; also TRIPTYCH_DEBUG=1.",
)


def _limits(context: click.Context, option: click.Parameter, value: tuple[str, ...]) -> Limits:
    """The limits, if each that is set is known."""
    try:
        return limits_from(value)
    except ValueError as error:
        raise click.BadParameter(str(error), context, option) from None


root = option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="What a document names is read from inside this folder only. [default: the nearest one with a "
    "triptych.toml or .git, else this folder, else the document's]",
)
limit = option(
    "--limit",
    "limits",
    multiple=True,
    callback=_limits,
    metavar="NAME=NUMBER",
    help="How much a document may ask for, such as seconds=120; repeatable. SECURITY.md lists the names.",
)
strict = option("--strict", is_flag=True, help="Warnings count as problems: exit 1.")

scheduler = option(
    "--scheduler", metavar="ADDRESS", default="", help="Build on the workers of a scheduler of dask.distributed."
)
report = option(
    "--report", is_flag=True, help="List in NAME-report.txt what slides and cheat sheet leave out, with lines."
)
pictures = option(
    "--pictures", type=click.Choice(["png", "svg"]), help="A picture of each slide and page in NAME-pictures/."
)
archive = option("--archive", is_flag=True, help="The PDFs are PDF/A-2a as well as PDF/UA-1, to be kept for long.")
_TOGETHER = (
    option("--index", is_flag=True, help="A page that links to all files: index.html and index.pdf, with SHA256SUMS."),
    option("--bind", is_flag=True, help="One handout of all documents, each a chapter: FOLDER-handout.pdf."),
    option("--zip", "zipped", is_flag=True, help="All files in one archive for a learning platform."),
)


def together(command: Callable[..., None]) -> Callable[..., None]:
    """The options for what is made of all documents of a build together."""
    for one in reversed(_TOGETHER):
        command = one(command)
    return command

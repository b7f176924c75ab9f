"""The command line: the only place that prints or exits."""

import gc
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

import triptych
from triptych.confine import limit_memory
from triptych.limits import Limits, limits_from
from triptych.problem import Problem

if TYPE_CHECKING:
    from triptych.build import Result

DONE, PROBLEMS = 0, 1  # wrong usage is 2, which click gives

_EPILOG = "Exit status: 0 done, 1 problems in a document, 2 wrong usage."


@click.group(epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(triptych.__version__, prog_name="triptych")
def main() -> None:
    """One study document in, three panels out.

    \b
      triptych new guide.md       write a starter document
      triptych build guide.md     make the three panels from it
      triptych build              build every document under source/ into build/
      triptych check guide.md     report problems, write nothing
      triptych themes             list what the panels can look like
      triptych template inspect x.potx   what a template of your own offers

    A document is plain notes (.txt) or Markdown (.md). From NAME.md come NAME-deck.pptx (PowerPoint slides
    with speaker notes), NAME-handout.pdf (the full text) and NAME-cheat-sheet.pdf (one page).
    """
    gc.disable()  # short-lived, and it frees little: collecting would cost a tenth of the time


_paths = click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[FILE|FOLDER]...")
_paper = click.option(
    "--paper", type=click.Choice(["a4", "letter", "a5"]), default="a4", show_default=True, help="Paper of the PDFs."
)


def _known_theme(context: click.Context, option: click.Parameter, value: str | None) -> str:
    """The theme if there is one of that name or in that folder; which there are is looked up only if one is named."""
    if value is None:
        return ""
    if (Path(value) / "theme.toml").is_file():
        return value
    from triptych.build import themes

    return str(click.Choice([name for name, _ in themes()]).convert(value, option, context))


_theme = click.option(
    "--theme",
    metavar="NAME|FOLDER",
    callback=_known_theme,
    help="What it looks like: see `triptych themes`; or a folder with a theme.toml of your own.",
)
_template = click.option(
    "--template",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A .pptx or .potx whose layouts, colours and fonts are used.",
)
_edition = click.option(
    "--edition",
    "editions",
    multiple=True,
    type=click.Choice(["student", "instructor"]),
    help="student hides answers and key phrases, instructor shows them and the notes; repeatable.",
)
_FORMS = {
    "deck": "talk shows what matters and has the rest in the notes, full shows every sentence; 45-minutes.",
    "handout": "Its layout: article, cornell, slides-3, notes; lines, dots or squares; and more.",
    "cheat-sheet": "Its paper and choice: a5, card, portrait, two-sides, large; and more.",
    "cards": "8-up, 4-up; long-edge or short-edge.",
    "print": "The handout as booklet, 2-up or 4-up; grey checks it without colour.",
    "test": "20-questions; choices, gaps, matching, ordering, open; large, grades, 3-versions, seed-7.",
    "blanks": "Of what the edition for students has blanks besides ==marks==: terms, dates, labels.",
}


def _form(context: click.Context, option: click.Parameter, value: str | None) -> tuple[str, str] | None:
    """The words of a panel's form, if each is known."""
    if value is None:
        return None
    from triptych.build import form_problem

    key = str(option.name).replace("_", "-")
    problem = form_problem(key, value)
    if problem:
        raise click.BadParameter(problem, context, option)
    return key, value


def _forms(command: Callable[..., None]) -> Callable[..., None]:
    """An option for the words of each panel's form."""
    for key in reversed(_FORMS):
        name = f"--{key}"
        command = click.option(name, metavar="WORDS", callback=_form, help=_FORMS[key])(command)
    return command


_debug = click.option(
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


_root = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="What a document names is read from inside this folder only. [default: the nearest one with a "
    "triptych.toml or .git, else this folder, else the document's]",
)
_limit = click.option(
    "--limit",
    "limits",
    multiple=True,
    callback=_limits,
    metavar="NAME=NUMBER",
    help="How much a document may ask for, such as seconds=120; repeatable. SECURITY.md lists the names.",
)
_strict = click.option("--strict", is_flag=True, help="Warnings count as problems: exit 1.")


@main.command(epilog=_EPILOG)
@_paths
@click.option("-o", "--out", type=click.Path(file_okay=False, path_type=Path), default="build", show_default=True,
              help="The folder to write into.")  # fmt: skip
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(["deck", "handout", "cheat-sheet", "cards", "test"]),
    help="Make only this; repeatable.",
)
@click.option(
    "--also", multiple=True, type=click.Choice(["cards", "test"]), help="Make this besides the panels; repeatable."
)
@_edition
@_paper
@_theme
@_template
@_forms
@click.option(
    "--report", is_flag=True, help="List in NAME-report.txt what slides and cheat sheet leave out, with lines."
)
@click.option("--archive", is_flag=True, help="The PDFs are PDF/A-2a as well as PDF/UA-1, to be kept for long.")
@click.option("--force", is_flag=True, help="Overwrite files that were changed by hand.")
@_root
@_limit
@_strict
@_debug
def build(
    paths: tuple[Path, ...],
    out: Path,
    only: tuple[str, ...],
    also: tuple[str, ...],
    editions: tuple[str, ...],
    paper: str,
    theme: str,
    template: Path | None,
    report: bool,
    archive: bool,
    force: bool,
    root: Path | None,
    limits: Limits,
    strict: bool,
    debug: bool,
    **forms: tuple[str, str] | None,
) -> None:
    """Make a deck, a handout and a cheat sheet from each document.

    Without a path every document under source/ is built. Each goes to OUT/NAME/. What has not changed is
    not built again; a file that you changed by hand is not overwritten.
    """
    from triptych.build import EDITIONS, KNOWN, Options, build_all, find_sources

    sources = find_sources(_given(paths))
    if not sources:
        raise click.UsageError(f"there is no .md or .txt document in {_shown(paths)}")
    options = Options(
        tuple(product for product in KNOWN if product in only),
        tuple(product for product in KNOWN if product in also or (report and product == "report")),
        tuple(edition for edition in EDITIONS if edition in editions),
        tuple(form for form in forms.values() if form),
        paper,
        theme,
        template,
        force,
        root,
        limits,
        archive=archive,
    )
    _confine(limits)
    files, fresh, failed = 0, 0, False
    for result in _with_progress(build_all(sources, out, options), len(sources)):
        failed |= _tell(result.problems, strict, result.traceback if debug else "")
        files += len(result.files)
        fresh += len(result.files) if result.made else 0
    if files:
        kept = "" if fresh == files else f" ({files - fresh} unchanged)"
        click.echo(f"{files} {'file' if files == 1 else 'files'} in {out}{kept}")
    sys.exit(PROBLEMS if failed else DONE)


@main.command(epilog=_EPILOG)
@_paths
@_paper
@_theme
@_template
@_root
@_limit
@click.option("--accessibility", is_flag=True, help="Tell as well what an author must mend for everyone to read it.")
@_strict
@_debug
def check(
    paths: tuple[Path, ...],
    paper: str,
    theme: str,
    template: Path | None,
    root: Path | None,
    limits: Limits,
    accessibility: bool,
    strict: bool,
    debug: bool,
) -> None:
    """Report the problems of each document and write nothing.

    With --accessibility each has its rule and number in the Web Content Accessibility Guidelines 2.2; add --strict
    to refuse documents that have any.
    """
    from triptych.build import Options, find_sources
    from triptych.build import check as check_one

    sources = find_sources(_given(paths))
    if not sources:
        raise click.UsageError(f"there is no .md or .txt document in {_shown(paths)}")
    options = Options(paper=paper, theme=theme, template=template, root=root, limits=limits, audit=accessibility)
    failed = False
    _confine(limits)
    for result in _with_progress((check_one(source, options) for source in sources), len(sources)):
        failed |= _tell(result.problems, strict, result.traceback if debug else "")
    sys.exit(PROBLEMS if failed else DONE)


@main.command(epilog=_EPILOG)
def themes() -> None:
    """List the themes: what a deck, a handout and a cheat sheet can look like.

    Name one with --theme, or in a document's front matter with `theme: NAME`.
    """
    from triptych.build import themes as known

    wide = max(len(name) for name, _ in known())
    for name, about in known():
        click.echo(f"{name.ljust(wide)}  {about}")


@main.command(epilog=_EPILOG)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), default="source/guide.md")
def new(file: Path) -> None:
    """Write a starter document to FILE; an existing file is never overwritten."""
    from triptych.starter import STARTER

    if file.exists():
        raise click.UsageError(f"{file} exists already; name another file")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(STARTER, encoding="utf-8")
    except OSError as failure:
        raise click.ClickException(f"{file} cannot be written: {(failure.strerror or str(failure)).lower()}") from None
    click.echo(f"{file} written; now try: triptych build {file}")


_template_file = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@main.group()
def template() -> None:
    """Look at a PowerPoint template before using it with --template."""


@template.command(epilog=_EPILOG)
@_template_file
def inspect(file: Path) -> None:
    """List what each layout of a template serves, its sizes, how much fits, and its problems."""
    from triptych.build import inspect_template

    report = inspect_template(file)
    if isinstance(report, Problem):
        click.echo(str(report), err=True)
        sys.exit(PROBLEMS)
    for layout in report.layouts:
        click.echo(f"{layout.name}: {', '.join(layout.roles)}")
        for slot in layout.slots:
            click.echo(f"    {slot}")
    if report.unused:
        click.echo(f'only by name, as in {{layout="NAME"}}: {", ".join(report.unused)}')
    _tell(report.problems, strict=False)


@template.command(epilog=_EPILOG)
@_template_file
@click.option("-o", "--out", type=click.Path(dir_okay=False, path_type=Path), help="[default: NAME-sample.pptx]")
def sample(file: Path, out: Path | None) -> None:
    """Write a deck that shows each layout of a template filled."""
    from triptych.build import sample_deck

    target = out or Path(f"{file.stem}-sample.pptx")
    failed = _tell(sample_deck(file, target), strict=False)
    if not failed:
        click.echo(f"{target} written")
    sys.exit(PROBLEMS if failed else DONE)


def _confine(limits: Limits) -> None:
    """Limit the memory of the process, if it is ours alone."""
    if click.get_current_context().find_object(bool):
        limit_memory(limits.megabytes)


def _given(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """The paths, or the source folder where none is named."""
    from triptych.build import DOCUMENTS, is_document

    for path in paths:
        if path.is_file() and not is_document(path):
            known = ", ".join(sorted(DOCUMENTS))
            raise click.UsageError(f"{path} is no document: the name of one ends in one of {known}")
    if paths:
        return paths
    if not Path("source").is_dir():
        raise click.UsageError("name a document, or put your documents into a folder called source")
    return (Path("source"),)


def _shown(paths: tuple[Path, ...]) -> str:
    return ", ".join(str(path) for path in _given(paths))


def _with_progress(results: "Iterator[Result]", count: int) -> "Iterator[Result]":
    """The results as they come, with a bar on a terminal if there are several."""
    if count < 2 or not sys.stderr.isatty():
        yield from results
        return
    kept: list[Result] = []
    with click.progressbar(results, length=count, label="Building", file=sys.stderr) as bar:
        kept.extend(bar)
    yield from kept


def _tell(problems: tuple[Problem, ...], strict: bool, traceback: str = "") -> bool:
    """Show the problems, and a traceback if there is one; whether a problem counts."""
    for problem in problems:
        click.echo(str(problem), err=True)
    if traceback:
        click.echo(traceback, err=True, nl=False)
    counted = ("error", "warning") if strict else ("error",)
    return any(problem.severity in counted for problem in problems)

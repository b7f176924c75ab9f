"""The command line: the only place that prints or exits."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import triptych
from triptych.limits import Limits
from triptych.problem import Problem, plain
from triptych.shell import options as given
from triptych.shell.group import Commands, Given, Listed, Option, flat, option
from triptych.shell.progress import with_progress
from triptych.shell.running import confine, documents, results, shown
from triptych.shell.telling import Told, closing, counts, to_open, told

if TYPE_CHECKING:
    from triptych.build import Result

DONE, PROBLEMS = 0, 1  # wrong usage is 2, which click gives

_EPILOG = "Exit status: 0 done, 1 problems in a document, 2 wrong usage."


@click.group(cls=Commands, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(triptych.__version__, prog_name="triptych", cls=Option)
def main() -> None:
    """One study document in, three panels out.

    \b
      triptych new guide.md       write a starter document
      triptych guide.md           make the three panels from it; short for triptych build
      triptych build              build every document under source/ into build/
      triptych check guide.md     report problems, write nothing
      triptych themes             list what the panels can look like
      triptych template inspect x.potx   what a template of your own offers
      triptych help cheat-sheet   what each word of an option means

    A document is plain notes (.txt) or Markdown (.md). From NAME.md come NAME-deck.pptx (PowerPoint slides
    with speaker notes), NAME-handout.pdf (the full text) and NAME-cheat-sheet.pdf (one page).
    """


@main.command(epilog=_EPILOG)
@given.paths
@option("-j", "--jobs", type=click.IntRange(0), default=0, metavar="N",
              help="Build so many documents at once. [default: one for each core]")  # fmt: skip
@given.scheduler
@option("-o", "--out", type=click.Path(file_okay=False, path_type=Path), default="build", show_default=True,
              help="The folder to write into.")  # fmt: skip
@option(
    "--only",
    multiple=True,
    type=Listed(("deck", "handout", "cheat-sheet", "cards", "test")),
    callback=flat,
    help="Make only this; repeatable.",
)
@option(
    "--also",
    multiple=True,
    type=Listed(("cards", "test")),
    callback=flat,
    help="Make this besides the panels; repeatable.",
)
@given.edition
@given.paper
@given.theme
@given.template
@given.forms
@given.report
@given.pictures
@given.together
@given.archive
@option("--open", "opened", is_flag=True, help="Show what was made in the programs for it.")
@option("--force", is_flag=True, help="Make everything anew, and overwrite files that were changed by hand.")
@given.root
@given.limit
@given.strict
@given.debug
def build(
    paths: tuple[Path, ...],
    jobs: int,
    scheduler: str,
    out: Path,
    only: tuple[str, ...],
    also: tuple[str, ...],
    editions: tuple[str, ...],
    paper: str,
    theme: str,
    template: Path | None,
    report: bool,
    pictures: str | None,
    index: bool,
    bind: bool,
    zipped: bool,
    opened: bool,
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
    from triptych.build import EDITIONS, KNOWN, Options, find_sources

    sources = find_sources(documents(paths))
    if not sources:
        raise click.UsageError(f"there is no .md or .txt document in {shown(paths)}")
    options = Options(
        tuple(product for product in KNOWN if product in only),
        tuple(product for product in KNOWN if product in (*also, pictures, "report" if report else None)),
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
    confine(limits)
    fresh, unmade, failed, said = 0, 0, False, Told()
    files: list[Path] = []
    wishes = (index, zipped, bind)
    together: list[Result] = []
    for result in with_progress(results(sources, out, options, jobs, scheduler), len(sources)):
        failed |= _tell_of(result, said, strict, debug)
        files += result.files
        unmade += not result.files
        fresh += len(result.files) if result.made else 0
        if any(wishes):
            together.append(result)
    if any(wishes):
        from triptych.collected.publish import Wishes, folder_of, publish

        published = publish(together, folder_of(documents(paths)), out, options, Wishes(*wishes))
        failed |= _tell(published.problems, strict)
        files += published.files
        fresh += len(published.files) if published.made else 0
    if files or len(sources) > 1:
        click.echo(closing(files, out, fresh, unmade))
        for path in to_open(files) if opened else ():
            click.launch(str(path))
    sys.exit(PROBLEMS if failed else DONE)


@main.command(epilog=_EPILOG)
@given.paths
@given.paper
@given.theme
@given.template
@given.root
@given.limit
@option("--accessibility", is_flag=True, help="Tell as well what an author must mend for everyone to read it.")
@given.strict
@given.debug
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
    from triptych.courses import Courses

    sources = find_sources(documents(paths))
    if not sources:
        raise click.UsageError(f"there is no .md or .txt document in {shown(paths)}")
    options = Options(paper=paper, theme=theme, template=template, root=root, limits=limits, audit=accessibility)
    failed, courses, said = False, Courses(), Told()
    confine(limits)
    for result in with_progress((check_one(source, options, courses) for source in sources), len(sources)):
        failed |= _tell_of(result, said, strict, debug)
    sys.exit(PROBLEMS if failed else DONE)


@main.command(epilog=_EPILOG)
@click.argument("path", type=Given(), required=False, metavar="[FILE|FOLDER]")
@option("--port", type=click.IntRange(0, 65535), help="The port to serve at; else the first free one from 8765.")
@option("--open", "opened", is_flag=True, help="Open the page in the browser.")
@given.edition
@given.paper
@given.theme
@given.template
@given.forms
@given.root
@given.limit
def preview(path: Path | None, port: int | None, opened: bool, editions: tuple[str, ...], **asked: Any) -> None:
    """Show deck, handout and cheat sheet side by side in a browser, as they are written.

    The page is of this machine alone and follows what is saved; nothing is written. Ctrl-C ends it.
    """
    from triptych.build import EDITIONS, Options

    try:
        from triptych.preview.serve import PortTakenError, serve
    except ModuleNotFoundError as lacking:
        raise click.UsageError(f"{lacking.name} is missing: pip install 'triptych[preview]' brings it") from None
    shown = tuple(edition for edition in EDITIONS if edition in editions)
    looks = {key: asked.pop(key) for key in ("paper", "theme", "template", "root", "limits")}
    options = Options(editions=shown, forms=tuple(form for form in asked.values() if form), **looks)

    def tell(address: str) -> None:
        click.echo(f"{address} (Ctrl-C ends it)")
        if opened:
            click.launch(address)

    try:
        serve(documents((path,) if path else ())[0], options, port, tell)
    except PortTakenError as taken:
        raise click.ClickException(f"{taken}; name another --port, or none") from None


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
@click.argument("file", type=click.Path(path_type=Path), required=False, metavar="[FILE|FOLDER]")
@option("--course", is_flag=True, help="Write the settings of a course into FOLDER, with a document below them.")
def new(file: Path | None, course: bool) -> None:
    """Write a starter document to FILE; an existing file is never overwritten."""
    from triptych.starter import new_files, unfit

    if problem := unfit(file, course):
        raise click.UsageError(problem)
    files = new_files(file, course)
    for path in files:
        if path.exists():
            raise click.UsageError(f"{path} exists already; name another {'folder' if course else 'file'}")
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError as failure:
            reason = (failure.strerror or str(failure)).lower()
            raise click.ClickException(f"{path} cannot be written: {reason}") from None
    target = next(iter(files)).parent if course else file or next(iter(files))
    click.echo(f"{' and '.join(map(str, files))} written; now try: triptych build {target}")


@main.command("help", epilog=_EPILOG, context_settings={"ignore_unknown_options": True})
@click.argument("word", required=False, default="")
@click.pass_context
def explain(context: click.Context, word: str) -> None:
    """Explain a command, an option, or the words that an option has, such as cheat-sheet."""
    from triptych.shell.explaining import explanation, meant
    from triptych.shell.words import WORDS

    group = context.find_root()
    known = {**template.commands, **main.commands}
    if not word or (word in known and word not in WORDS):
        inner = known.get(word, main)
        click.echo(inner.get_help(click.Context(inner, parent=group, info_name=word) if word else group))
        return
    found = explanation(word, main.commands)
    if not found:
        near = meant(word, main.commands)
        hint = f"did you mean {near}?" if near else f"the options with words are {', '.join(WORDS)}"
        raise click.UsageError(f"there is nothing called {word}: {hint}")
    wide = max(len(name) for name, _ in found)
    for name, said in found:
        click.echo(f"{name.ljust(wide)}  {said}")


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
        click.echo(plain(f"{layout.name}: {', '.join(layout.roles)}"))
        for slot in layout.slots:
            click.echo(f"    {plain(slot)}")
    if report.unused:
        click.echo(plain(f'only by name, as in {{layout="NAME"}}: {", ".join(report.unused)}'))
    _tell(report.problems, strict=False)


@template.command(epilog=_EPILOG)
@_template_file
@option("-o", "--out", type=click.Path(dir_okay=False, path_type=Path), help="[default: NAME-sample.pptx]")
def sample(file: Path, out: Path | None) -> None:
    """Write a deck that shows each layout of a template filled."""
    from triptych.build import sample_deck

    target = out or Path(f"{file.stem}-sample.pptx")
    failed = _tell(sample_deck(file, target), strict=False)
    if not failed:
        click.echo(f"{plain(str(target))} written")
    sys.exit(PROBLEMS if failed else DONE)


def _tell_of(result: "Result", said: Told, strict: bool, debug: bool) -> bool:
    """Show what has not been said of a document yet; whether any of its problems counts."""
    _tell(said.fresh(result), strict, result.traceback if debug else "")
    return counts(result.problems, strict)


def _tell(problems: tuple[Problem, ...], strict: bool, traceback: str = "") -> bool:
    """Show the problems, and a traceback if there is one; whether a problem counts."""
    for problem in problems:
        click.echo(told(problem), err=True)
    if traceback:
        click.echo(traceback, err=True, nl=False)
    return counts(problems, strict)

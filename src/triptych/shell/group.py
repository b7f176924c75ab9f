"""The command with its subcommands: a file alone is built, and a slip is answered with what was meant."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from triptych.near import nearest
from triptych.shell.words import WORDS

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem  # late: for a shell that completes a word alone


class Option(click.Option):
    """An option whose help is shown as it stands: to tidy it, click would read Python's `inspect`."""

    def __init__(self, *names: Any, help: str | None = None, **settings: Any) -> None:
        super().__init__(*names, **settings)
        self.help = help


def option(*names: str, **settings: Any) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A decorator that gives a command an option, as `click.option` does."""
    return click.option(*names, cls=Option, **settings)


class Command(click.Command):
    """A command whose own help is an option of ours too."""

    _asked: click.Parameter | None = None

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows the help."""
        if self._asked is None:
            click.help_option(*ctx.help_option_names, cls=Option)(self)
            self._asked = self.params.pop()
        return self._asked  # type: ignore[return-value]


class Commands(Command, click.Group):
    """A group whose usual command is `build`."""

    command_class = Command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments; an option of `build` before anything else, or a slip of one, means `build`."""
        name = args[0].partition("=")[0] if args else ""
        own = {word for option in self.get_params(ctx) for word in option.opts}
        if name.startswith("-") and name not in own and _is_meant(name, _options(self.commands["build"]), own):
            args = ["build", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Commands, and files: one alone is built."""
        from click.shell_completion import CompletionItem

        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant; a file or folder that there is means that it is to be built."""
        name = args[0] if args else ""
        if name and name not in self.commands:
            if Path(name).exists():
                return "build", self.commands["build"], args
            if near := nearest(name, self.commands):
                context.fail(f"there is no command and no file {name!r}. Did you mean {near}?")
            context.fail(f"there is no command and no file {name!r}.{_like(name)}")
        return super().resolve_command(context, args)


def _options(command: click.Command) -> set[str]:
    """What the options of a command are called."""
    return {name for part in command.params if isinstance(part, click.Option) for name in part.opts}


def _is_meant(name: str, known: set[str], others: set[str]) -> bool:
    """Whether a word is one of the options that are known, or a slip of one of these and of no other."""
    return name in known or (bool(nearest(name, known)) and not nearest(name, others))


class Given(click.Path):
    """A file or folder that must be there; where there is none it is told what may have been meant."""

    def __init__(self) -> None:
        super().__init__(exists=True, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path, if it is there."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as failure:
            keys = [f"--{key}" for key, words in WORDS.items() if str(value) in words]
            options = ctx.command.params if ctx else ()
            keys += [one.opts[0] for one in options if isinstance(one.type, Listed) and str(value) in one.type.known]
            joined = (
                f" It is a word of {keys[0]}: join several by commas without spaces, or put quotes." if keys else ""
            )
            self.fail(f"{failure.message}{joined or _like(str(value))}", param, ctx)


def _like(name: str) -> str:
    """What a file may be called that is not there."""
    if name == "-":
        return " What is piped is not read: write it into a file."
    folder = Path(name).parent
    try:
        found = sorted(path.name for path in folder.iterdir())
    except (OSError, ValueError):
        return ""
    from difflib import get_close_matches  # late: for slips alone

    near = get_close_matches(Path(name).name, found, 1, 0.75)
    return f" Did you mean {folder / near[0]}?" if near else ""


class Listed(click.ParamType):  # type: ignore[type-arg]  # older ones take no argument
    """One or more of some words, joined by commas or spaces."""

    name = "words"

    def __init__(self, known: tuple[str, ...]) -> None:
        self.known = known

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """How the help shows what can be said."""
        return "[" + "|".join(self.known) + "]"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The words, if each is known."""
        words = tuple(value) if isinstance(value, tuple) else tuple(str(value).replace(",", " ").split())
        for word in words:
            if word not in self.known:
                near = nearest(word, self.known)
                hint = f"did you mean {near}?" if near else f"there are {', '.join(self.known)}"
                self.fail(f"{word} is not known: {hint}", param, ctx)
        return words

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        """The words that begin as what is typed, for the shell."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(word) for word in self.known if word.startswith(incomplete)]


def completed(known: Callable[[], Iterable[str]]) -> "Callable[..., list[CompletionItem]]":
    """Completes the last of several words that are joined by commas."""

    def complete(context: click.Context, option: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        from click.shell_completion import CompletionItem

        before, comma, begun = incomplete.rpartition(",")
        return [CompletionItem(before + comma + word) for word in known() if word.startswith(begun)]

    return complete


def flat(context: click.Context, option: click.Parameter, value: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """The words of an option that was said several times."""
    return tuple(dict.fromkeys(word for words in value for word in words))

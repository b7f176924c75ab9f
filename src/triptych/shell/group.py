"""The command with its subcommands: a file alone is built, and a slip is answered with what was meant."""

from difflib import get_close_matches
from pathlib import Path

import click
from click.shell_completion import CompletionItem


class Commands(click.Group):
    """A group whose usual command is `build`."""

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant; a file or folder that there is means that it is to be built."""
        name = args[0] if args else ""
        if name and name not in self.commands:
            if Path(name).exists():
                return "build", self.commands["build"], args
            near = get_close_matches(name, self.commands, 1)
            if near:
                context.fail(f"there is no command and no file {name!r}. Did you mean {near[0]}?")
            context.fail(f"there is no command and no file {name!r}.")
        return super().resolve_command(context, args)


class Listed(click.ParamType):  # type: ignore[type-arg]  # older ones take no argument
    """One or more of some words, joined by commas or spaces."""

    name = "words"

    def __init__(self, known: tuple[str, ...]) -> None:
        self._known = known

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """How the help shows what can be said."""
        return "[" + "|".join(self._known) + "]"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The words, if each is known."""
        words = tuple(value) if isinstance(value, tuple) else tuple(str(value).replace(",", " ").split())
        for word in words:
            if word not in self._known:
                near = get_close_matches(word, self._known, 1)
                hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(self._known)}"
                self.fail(f"{word} is not known: {hint}", param, ctx)
        return words

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The words that begin as what is typed, for the shell."""
        return [CompletionItem(word) for word in self._known if word.startswith(incomplete)]


def flat(context: click.Context, option: click.Parameter, value: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """The words of an option that was said several times."""
    return tuple(dict.fromkeys(word for words in value for word in words))

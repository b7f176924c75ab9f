"""What a word on the command line means: a word of a panel's form, an option, a word of an option, or a theme."""

from collections.abc import Iterator, Mapping

import click

from triptych.near import nearest
from triptych.shell.group import Listed
from triptych.shell.words import WORDS, explained

Rows = list[tuple[str, str]]


def explanation(asked: str, commands: Mapping[str, click.Command]) -> Rows:
    """What can be said of a word, each time with how it is written; nothing if nobody knows it."""
    name = asked.lower().removeprefix("--")
    return explained(name) or _option(name, commands) or _choice(name, commands) or _theme(name)


def meant(asked: str, commands: Mapping[str, click.Command]) -> str:
    """What may have been meant by a word that nobody knows; empty if nothing comes near."""
    options = (
        name for option in _options(commands) for name in (option.opts[-1].removeprefix("--"), *_choices(option))
    )
    known = (*commands, *WORDS, *options, *(word for words in WORDS.values() for word in words))
    return nearest(asked.lower().removeprefix("--"), known)


def _options(commands: Mapping[str, click.Command]) -> Iterator[click.Option]:
    """The options of all commands, those of `build` first."""
    for command in sorted(commands, key=lambda name: name != "build"):
        yield from (part for part in commands[command].params if isinstance(part, click.Option))


def _choices(option: click.Option) -> tuple[str, ...]:
    if isinstance(option.type, Listed):
        return option.type.known
    return tuple(map(str, option.type.choices)) if isinstance(option.type, click.Choice) else ()


def _option(name: str, commands: Mapping[str, click.Command]) -> Rows:
    found = next((option for option in _options(commands) if f"--{name}" in option.opts), None)
    if found is None:
        return []
    choices = " or ".join(_choices(found))
    return [(f"--{name} {choices}".strip(), " ".join((found.help or "").split()))]


def _choice(name: str, commands: Mapping[str, click.Command]) -> Rows:
    rows = {f"{option.opts[-1]} {name}": option.help or "" for option in _options(commands) if name in _choices(option)}
    return list(rows.items())


def _theme(name: str) -> Rows:
    from triptych.build import themes

    return [(f"--theme {known}", about) for known, about in themes() if known == name]

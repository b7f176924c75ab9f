"""Writes reference.md: every command with its options, every key of front matter, every word, limit and theme.

What it lists is asked of the program; only what the keys mean is written here. Run it after a change of these.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from triptych.build import themes
from triptych.cli import main
from triptych.limits import NAMES
from triptych.read.course_keys import KINDS, SAMPLES
from triptych.read.forms import FORMS, words_for
from triptych.read.known_keys import KNOWN
from triptych.shell.words import WORDS

FILE = Path(__file__).parent / "reference.md"
HEAD = """# Reference

Every command and option, and every key of front matter and of a course. [guide.md](guide.md) says how to use them.
"""
KEYS = {
    # keys that mean the same: what they say
    "title": "the title of the document; else its first heading of the highest level",
    "subtitle": "a line below the title",
    "author, authors": "who wrote it: a name, or a list of names",
    "affiliation, affiliations": "where the authors work",
    "date": "the date on the title slide; as 2026-11-26 it is also when cards were edited",
    "course, subject, institute": "what it belongs to: on the title slide and at the head of pages",
    "lang, language": "its language as a tag such as `en` or `pt-BR`; else it is told from the text",
    "abstract": "a summary that stands before the text",
    "keywords": "what it is about, for those who search files",
    "theme": "a theme by its name, such as `dark`, or the folder of one of your own, as in `./ours`",
    "template": "a `.pptx` or `.potx` beside the document whose layouts, colours and fonts are used",
    "aspect, aspectratio, size": "`4:3` or `16:9`: the proportions of slides",
    "paper, papersize": "`a4`, `letter` or `a5`: the paper of the PDFs",
    "background": "a colour such as `#FDF6E3`, or a picture, behind all slides",
    "logo": "a picture on every slide",
    "footer": "what stands at the foot of slides",
    "slide-numbers, slide_numbers": "`false` leaves the numbers of slides out",
    "slide-date": "`true` puts the date on every slide",
    "archive": "`true` makes the PDFs PDF/A-2a as well, to be kept for long",
    "incremental": "`true` shows the points of lists click by click",
    "minutes": "how long the lecture is: so much stays on slides; the same as `deck: 45-minutes`",
    "editions, edition": "`student`, `instructor` or both: for whom the panels are made",
    "also": "`cards`, `test` or both: what is made besides the panels",
    "bibliography": "one or more files with sources (BibTeX or CSL JSON) that `[@key]` cites",
    "csl": "a citation style beside the document; else author and date",
    "nocite": "sources that are listed though nothing cites them",
    "chronology": "`true` or `false`: a list of all dates at the end",
    "people": "`true`, `false`, or the names of those in the list of people",
    "glossary": "`true` or `false`: a list of all terms with their meanings",
    "index": "`true` or `false`: an index with pages",
    "panel-references, panel_references": "`true` or `false`: whether slides and handout name each other's pages",
    "words": "our own words in this document, such as `summary: In short`",
    "deck": "words for the slides, see [words](#words-for-the-panels)",
    "handout": "words for the handout, see [words](#words-for-the-panels)",
    "cheat-sheet": "words for the cheat sheet, see [words](#words-for-the-panels)",
    "cards": "words for the flashcards, see [words](#words-for-the-panels)",
    "print": "words for printing the handout, see [words](#words-for-the-panels)",
    "test": "words for the test, see [words](#words-for-the-panels)",
    "questions": "the learning platforms that get the questions of the document, see [words](#words-for-the-panels)",
    "blanks": "what the edition for students has blanks for besides `==marks==`, see [words](#words-for-the-panels)",
    "dialect, marp, output, revealoptions": "set by other programs: whether `---` parts slides",
}
"""What the keys of front matter say. Every key that is known stands here, and no other."""
COURSE = {
    "title": "the title of the course: on its index, and on each document that belongs to no other `course`",
    "subtitle": "a line below the title on the index and on the bound handout",
    "date": "the date of every document",
    "lang": "the language of every document",
    "template": "a `.pptx` or `.potx` whose layouts, colours and fonts are used",
    "csl": "a citation style",
    "words": "our own words in every document, such as `summary`; what a document says is added",
}
"""What keys say in the settings of a course where that is something else, or where there is no text beside."""


def reference() -> str:
    """The whole page. Raises KeyError if a key is known of which nothing is said here."""
    return "\n".join(
        (HEAD, *_commands(main, "triptych"), *_front_matter(), *_course(), *_words(), *_themes(), *_limits())
    )


def _commands(command: click.Command, name: str) -> Iterator[str]:
    context = click.Context(command, info_name=name)
    if isinstance(command, click.Group):
        for inner in sorted(command.commands):
            yield from _commands(command.commands[inner], f"{name} {inner}")
        return
    arguments = " ".join(part.make_metavar(context) for part in command.params if isinstance(part, click.Argument))
    about = " ".join((command.help or "").replace("\b", "").split())
    yield f"## `{' '.join((name, arguments)).strip()}`\n\n{about}\n"
    options = [part for part in command.params if isinstance(part, click.Option)]
    if options:
        yield from _table("option", (_option(option, context) for option in options))


def _option(option: click.Option, context: click.Context) -> tuple[str, str]:
    names = ", ".join(f"`{name}`" for name in option.opts)
    taken = "" if option.is_flag else f" `{option.make_metavar(context)}`"
    return f"{names}{taken}", " ".join((option.help or "").split())


def _table(of: str, rows: Iterator[tuple[str, str]]) -> Iterator[str]:
    yield f"| {of} | |\n|---|---|"
    yield from (f"| {_cell(one)} | {_cell(two)} |" for one, two in rows)
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _front_matter() -> Iterator[str]:
    said = {key for keys in KEYS for key in keys.split(", ")}
    if said != KNOWN:
        raise KeyError(f"nothing is said of {sorted(KNOWN - said)}, nothing is made of {sorted(said - KNOWN)}")
    yield "## Front matter\n\nIt stands above the text between two lines of `---`, one `key: value` a line.\n"
    yield from _table("key", ((_code(keys.split(", ")), about) for keys, about in KEYS.items()))


def _course() -> Iterator[str]:
    about = {key: about for keys, about in KEYS.items() for key in keys.split(", ")} | COURSE
    yield (
        "## `triptych.toml`\n\nWhat holds for all documents in its folder and below it. A document's front matter has "
        "the last\nword; the words of a panel are added to those of the course. Paths start from its folder.\n"
    )
    rows = ((f"`{SAMPLES[kind].format(key)}`".replace(" or ", "` or `"), about[key]) for key, kind in KINDS.items())
    yield from _table("key", rows)


def _code(words: list[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _words() -> Iterator[str]:
    yield "## Words for the panels\n\nOf an option and of a key of front matter; several may stand in a row.\n"
    for key in FORMS:
        yield f"### `{key}`\n"
        yield from _table("word", ((f"`{word}`", WORDS[key][word]) for word in words_for(key)))


def _themes() -> Iterator[str]:
    yield "## Themes\n"
    yield from _table("theme", ((f"`{name}`", about) for name, about in themes()))


def _limits() -> Iterator[str]:
    limits: Mapping[str, int] = NAMES
    yield "## Limits\n\n`--limit NAME=NUMBER` sets one; [SECURITY.md](../SECURITY.md) says what each is for.\n"
    yield from _table("limit", ((f"`{name}`", f"{usual:,}") for name, usual in limits.items()))


if __name__ == "__main__":
    FILE.write_text(reference(), encoding="utf-8")

"""What stands above the text: title, authors and the like, in YAML, TOML or pandoc's percent lines."""

import re
from collections.abc import Callable, Mapping

import msgspec
from msgspec.structs import replace

from triptych.model.document import Meta
from triptych.model.forms import Edition
from triptych.model.theme import BUILT_IN
from triptych.patterns import late
from triptych.problem import Report
from triptych.read.back_matter import KEYS, read_back_matter
from triptych.read.decode import legal
from triptych.read.forms import FORMS, clashing_words, split_words, unknown_words, words_for
from triptych.read.known_keys import tell_unknown
from triptych.read.language import language_of
from triptych.read.looks import with_looks
from triptych.read.title_block import said_date, with_title_block

_MAX_SIZE = 100_000
_MAX_DEPTH = 6
_MAX_ENTRIES = 100
_MAX_LENGTH = 2_000
_FENCE = late(r"---[ \t]*\n(?=[^\n])")
_LATE_KEY = late(r"(?:title|subtitle|author|date|lang|format|output|bibliography|marp|theme|tags|dialect):")
_MOST_LINES = 200
_BLANK = late(r"---[ \t]*+\n[ \t]*+\n")
_BLANK_LINES = late(r"(?:[ \t]*+\n)++(?=---|\+\+\+)")
_END = late(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_KEY_LINE = late(r"([^\W\d][\w -]{0,40}):(?:[ \t]++(.*))?$")
# Plain scalars that YAML reads as they stand: nothing special at the beginning, no comment, no mapping.
_PLAIN = late(r"(?![-?:,\[\]{}#&*!|>'\"%@`\s])(?:(?!: | #|:$)[^\t])*")
_QUOTED = late(r"\"([^\"\\]*)\"|'([^']*)'")
_LANGUAGE = late(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_MULTIMARKDOWN = late(r"(?:title|author|date|subtitle):[ \t]+\S", re.IGNORECASE)
Values = Mapping[str, object]
NOTHING: Values = {}
"""What is said where there is no course."""

EDITIONS = ("student", "instructor")
ALSO = ("cards", "test")
"""What `editions` and `also` can name."""
_PEOPLE = ("authors", "author", "instructor", "lecturer", "presenter", "speaker", "teacher")
"""Keys that say whose a document is, the first one that is there."""
_NO = ("false", "no", "off", "0")
_YES = ("true", "yes", "on", "1")
_NOTHING = ("", "null", "Null", "NULL", "~")


class FrontMatter(msgspec.Struct, frozen=True):
    """The meta data, our own words as the document has them, the number of lines that it took, and all its values."""

    meta: Meta
    words: tuple[tuple[str, str], ...]
    lines: int
    values: Values
    lang: str


def read_front_matter(text: str, report: Report, plain: Callable[[str], str], course: Values = NOTHING) -> FrontMatter:
    """The front matter of a text, above what its `course` says. `plain` makes plain text of a value with markup in it.

    Whatever is wrong with it is a warning, with what can be read of it read.
    """
    values, lines = _values(text, report)
    found = front_matter(values, text, report, plain, lines, course)
    tell_unknown(values, text.split("\n")[:lines], report)
    return found


def is_language(tag: str) -> bool:
    """Whether a word is made as the tag of a language is (BCP 47)."""
    return _LANGUAGE.fullmatch(tag) is not None


def front_matter(
    values: Values,
    text: str,
    report: Report,
    plain: Callable[[str], str] = str,
    lines: int = 0,
    course: Values = NOTHING,
) -> FrontMatter:
    """What these values say of a text, whose first lines they may be; the rest is as in `read_front_matter`."""
    own = values
    if course:
        from triptych.read.under_course import with_course  # late: most documents have none

        values = with_course(values, course)
    meta = replace(_meta(values, text, report, plain), theme=_theme(values, text, report))
    lang, meta = meta.lang, replace(meta, lang=meta.lang or "en")
    meta = _with_forms(meta, values, own, text, lines, report)
    known = {str(key).lower(): value for key, value in values.items()}
    meta = with_title_block(meta, known, lambda value: plain(_as_text(value)))
    if not known.keys().isdisjoint(KEYS):
        meta = replace(meta, back=read_back_matter(known, dict(_lines(text, lines, KEYS)), report))
    if meta.template or is_theme_folder(meta.theme):
        meta = replace(meta, lines=_lines(text, lines, ("template", "theme")))
    if lines or course:
        meta = with_looks(meta, values, text, report)
    return FrontMatter(meta, _words(values.get("words")), lines, values, lang)


def _lines(text: str, count: int, keys: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """The lines of the front matter that begin with one of the keys."""
    starts = [
        (line.partition(":")[0].strip().lower(), number) for number, line in enumerate(text.split("\n")[:count], 1)
    ]
    return tuple((key, number) for key, number in starts if key in keys)


def has_front_matter(text: str) -> bool:
    """Whether a text begins with closed YAML front matter."""
    values, lines = _values(text, Report(""))
    return lines > 0 and bool(values) and text.lstrip().startswith("---")


def _values(text: str, report: Report) -> tuple[Values, int]:
    if blank := _BLANK_LINES.match(text):
        return _below_blank_lines(text, blank.end(), report)
    if _FENCE.match(text) or _begins_late(text):
        return _yaml_block(text, report)
    if text.startswith("+++") and (match := re.compile(r"\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*$", re.S | re.M).match(text)):
        return _toml(match[1], report), match[0].count("\n") + 1
    if text.startswith("%"):
        return _percent_lines(text)
    if text.startswith("{\n"):
        from triptych.read.json_front import json_front  # late: few documents have it

        return json_front(text)
    if _MULTIMARKDOWN.match(text):
        head = text.split("\n\n", 1)[0].split("\n")
        found = _key_lines(head)
        if len(found) == len([line for line in head if line.strip()]):
            return found, len(head)
    return {}, 0


def _below_blank_lines(text: str, start: int, report: Report) -> tuple[Values, int]:
    """Front matter that does not begin on the first line; what is told of it has its lines in the text."""
    inner, blank = Report(""), text.count("\n", 0, start)
    values, lines = _values(text[start:], inner)
    for problem in inner.problems():
        report.add(problem.severity, problem.message, problem.line + blank, problem.hint)
    return (values, lines + blank) if lines else ({}, 0)


def _begins_late(text: str) -> bool:
    """Whether front matter stands below a blank line: only where a key that is one for sure stands in it."""
    if not _BLANK.match(text):
        return False
    lines = text.split("\n", _MOST_LINES)[1:_MOST_LINES]
    end = next((place for place, line in enumerate(lines) if line.rstrip() == "---"), 0)
    inner = [line for line in lines[:end] if line.strip()]
    keyed = [line for line in inner if _KEY_LINE.match(line) or line[:1] in " \t#-"]
    return len(keyed) == len(inner) and any(_LATE_KEY.match(line) for line in inner)


def _yaml_block(text: str, report: Report) -> tuple[Values, int]:
    start = text.index("\n") + 1
    end = _END.search(text, start)
    if end is None:
        head = text[start:].split("\n\n", 1)[0].split("\n")
        found = _key_lines(head)
        if not found or not _KEY_LINE.match(head[0]):
            return {}, 0
        report.add("warning", "the front matter is never closed", 1, "write --- on a line of its own below it")
        return found, len(head) + 1
    block = text[start : end.start()]
    if not block.strip():
        return {}, block.count("\n") + 2
    values = _simple(block) or _yaml(block, report)
    return (values, block.count("\n") + 2) if values is not None else ({}, 0)


def _simple(block: str) -> Values:
    """The values of a block of plain `key: value` lines, or nothing if it has anything else in it.

    Most front matter is no more than this, and the YAML library takes longer to load than all the rest.
    """
    values: dict[str, object] = {}
    for line in block.split("\n"):
        if not line.strip() or line.startswith("#"):
            continue
        match = _KEY_LINE.match(line)
        value = (match[2] or "").strip() if match else ""
        quoted = _QUOTED.fullmatch(value)
        known = match is not None and match[1].strip() in values  # what is said twice is for the library to tell
        if match is None or known or not (quoted or _PLAIN.fullmatch(value) or not value):
            return {}
        values[match[1].strip()] = (quoted[1] or quoted[2] or "") if quoted else value
    return values


def _key_lines(lines: list[str]) -> dict[str, object]:
    """What lines of the form `key: value` say, whatever stands in between."""
    values: dict[str, object] = {}
    for line in lines:
        match = _KEY_LINE.match(line)
        if match:
            values.setdefault(match[1].strip().lower(), (match[2] or "").strip().strip("\"'"))
    return values


def _yaml(block: str, report: Report) -> Values | None:
    """The mapping that a block of YAML is; None if it is something else, and so no front matter."""
    import yaml

    if len(block) > _MAX_SIZE:
        report.add("warning", "the front matter is too long: most of it is ignored", 1)
        return _key_lines(block[:_MAX_SIZE].split("\n"))
    try:
        # The nodes, not values: `lang: no` is Norwegian, dates stay as they are written, tags mean nothing.
        node = yaml.compose(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError, TypeError) as error:
        found = _key_lines(block.split("\n"))
        if not found:
            return None
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "nested too deeply"
        line = mark.line + 2 if mark else 1
        report.add(
            "warning", f"the front matter is not valid YAML: {problem}", line, "put quotes round values with a colon"
        )
        return found
    _tell_twice(node, report)
    values = _node_value(node)
    return values if isinstance(values, dict) else None


def _tell_twice(node: object, report: Report) -> None:
    """Tell of keys that are said twice: the last one counts, and nothing would say that the first does not."""
    value = getattr(node, "value", None)
    known: set[object] = set()
    for key, _ in (pair for pair in value if isinstance(pair, tuple)) if isinstance(value, list) else ():
        name = getattr(key, "value", None)
        if isinstance(name, str) and name in known:
            line = key.start_mark.line + 2
            report.add("warning", f"the front matter says {name[:40]} twice: the last one counts", line, "delete one")
        if isinstance(name, str):
            known.add(name)


def _node_value(node: object, depth: int = 0) -> object:
    """A YAML node as text, lists and mappings; what is nested deeper than any value of ours is cut off."""
    value = getattr(node, "value", None)
    if not isinstance(value, list):
        return value
    if depth > _MAX_DEPTH:
        return None
    entries = value[:_MAX_ENTRIES]
    if entries and isinstance(entries[0], tuple):
        pairs = ((_node_value(key, _MAX_DEPTH), item) for key, item in entries)
        return {key: _node_value(item, depth + 1) for key, item in pairs if isinstance(key, str)}
    return [_node_value(item, depth + 1) for item in entries]


def _toml(block: str, report: Report) -> Values:
    import tomllib

    try:
        return dict(tomllib.loads(block))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        report.add("warning", f"the front matter is not valid TOML: {error}", 1)
        return {}


def _percent_lines(text: str) -> tuple[Values, int]:
    """Pandoc's title block: `% title`, `% author; author`, `% date`."""
    lines = []
    for line in text.split("\n", 3)[:3]:
        if not line.startswith("%"):
            break
        lines.append(line[1:].strip())
    title, authors, date = (*lines, "", "", "")[:3]
    return {"title": title, "author": authors.split(";"), "date": date}, len(lines)


def _meta(values: Values, source: str, report: Report, plain: Callable[[str], str]) -> Meta:
    """The meta data; its language is that of the text if it says none, and empty if the text does not tell."""
    known = {str(key).lower(): value for key, value in values.items()}

    def text(*keys: str) -> str:
        found = (_as_text(known[key]) for key in keys if key in known)
        return plain(next((value for value in found if value), ""))

    authors = next((known[key] for key in _PEOPLE if known.get(key)), ())
    people = authors if isinstance(authors, list | tuple) else [authors]
    names = tuple(name for name in (plain(_as_text(person)) for person in people[:100]) if name)
    language = text("lang", "language").replace("_", "-")
    if language and not is_language(language):
        report.add("warning", f"not a language tag: {language[:40]}", 1, "write one such as en or pt-BR")
        language = ""
    return Meta(
        title=text("title"),
        subtitle=text("subtitle"),
        authors=names,
        date=said_date(text("date"), _as_text(known.get("date", "")), source, report),
        lang=language or language_of(source),
        course=text("course", "subject", "institute"),
        incremental=text("incremental").lower() in _YES,
        template=_as_text(known.get("template", "")),
        footer=" – ".join(filter(None, (text("header") if "marp" in known else "", text("footer")))),
        slide_numbers=text("slide-numbers", "slide_numbers").lower() not in _NO,
        archive=text("archive").lower() in _YES,
    )


def _theme(values: Values, text: str, report: Report) -> str:
    """The theme that is asked for, empty for none; other programs' themes, which share the key, are only warned of.

    Marp's own are left to Marp.
    """
    name = _as_text(values.get("theme"))
    if not name or "marp" in values:
        return ""
    if name in BUILT_IN or is_theme_folder(name):
        return name
    from difflib import get_close_matches

    near = get_close_matches(name.lower(), BUILT_IN, 1)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(BUILT_IN)}"
    before = re.split(r"^theme[ \t]*[:=]", text, maxsplit=1, flags=re.MULTILINE)[0]
    report.add("warning", f"there is no theme called {name[:40]}", before.count("\n") + 1, hint)
    return ""


def is_theme_folder(name: str) -> bool:
    """Whether a theme is a folder beside the document, told by the dot that its path begins with.

    Style sheets are for other programs that share the key.
    """
    return name.startswith(("./", "../")) and not name.endswith((".css", ".scss", ".sass", ".less"))


def _with_forms(meta: Meta, values: Values, own: Values, text: str, lines: int, report: Report) -> Meta:
    """The meta data with what the document says of editions, further products and forms.

    Only its own words can exclude each other: a word of its course gives way to one of them.
    """
    known = {str(key).lower(): _as_text(value) for key, value in values.items()}
    if not known.keys() & {"editions", "edition", "also", "minutes", *FORMS}:
        return meta
    said = {str(key).lower(): _as_text(value) for key, value in own.items()}
    at = dict(_lines(text, lines, ("editions", "edition", "also", *FORMS)))

    def chosen(key: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        words = split_words(known.get(key, ""))
        _tell(key, tuple(word for word in words if word not in allowed), allowed, at.get(key, 1), report)
        return tuple(word for word in allowed if word in words)

    editions: list[Edition] = []
    for name in (*chosen("editions", EDITIONS), *chosen("edition", EDITIONS)):
        editions.append("student" if name == "student" else "instructor")
    for key in FORMS:
        _tell(key, unknown_words(key, known.get(key, "")), words_for(key), at.get(key, 1), report)
        if clash := clashing_words(key, said.get(key, "")):
            message = f"{key}: {' and '.join(clash)} exclude each other"
            report.add("warning", message, at.get(key, 1), "the last one counts")
    forms = tuple((key, known[key]) for key in FORMS if known.get(key))
    if known.get("minutes", "").isdigit():
        forms = (("deck", f"{known['minutes']}-minutes"), *forms)
    return replace(meta, editions=tuple(dict.fromkeys(editions)), also=chosen("also", ALSO), forms=forms)


def _tell(key: str, unknown: tuple[str, ...], known: tuple[str, ...], line: int, report: Report) -> None:
    for word in unknown:
        report.add("warning", f"{key}: {word[:40]} is not known", line, f"there are {', '.join(known)}")


def _words(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        return ()
    pairs = ((_as_text(key), _as_text(wording)) for key, wording in value.items())
    return tuple((key, wording) for key, wording in pairs if key and wording)


def _as_text(value: object, depth: int = 0) -> str:
    """Any value as one line of text: lists joined by commas, people by their names. Never more than a line's worth."""
    if depth > _MAX_DEPTH:
        return ""
    if isinstance(value, dict):
        named = next((value[key] for key in ("name", "literal", "family", "text") if key in value), None)
        return _as_text(named, depth + 1) if named is not None else _joined(value.values(), depth)
    if isinstance(value, list | tuple):
        return _joined(value, depth)
    text = "" if value is None else " ".join(legal(str(value)).split())
    return "" if text in _NOTHING else text


def _joined(values: object, depth: int) -> str:
    parts: list[str] = []
    for value in list(values)[:20]:  # type: ignore[call-overload]
        part = _as_text(value, depth + 1)
        if part and sum(map(len, parts)) < _MAX_LENGTH:
            parts.append(part)
    return ", ".join(parts)

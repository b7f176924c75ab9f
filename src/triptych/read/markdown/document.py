"""Markdown to a document."""

import re
from collections.abc import Sequence
from typing import Any

from markdown_it.token import Token
from msgspec.structs import replace

from triptych.limits import USUAL, Limits
from triptych.model.document import Anchor, Document, Meta, Paragraph
from triptych.model.footnote_calls import calls
from triptych.model.queries import plain
from triptych.patterns import late
from triptych.problem import Problem, Report
from triptych.read.beside import Beside, nothing_beside
from triptych.read.bibliography import with_literature
from triptych.read.dashes import dashed
from triptych.read.footnotes import with_footnotes
from triptych.read.front_matter import NOTHING, Values, read_front_matter
from triptych.read.looks import section_grounds
from triptych.read.markdown.blocks import to_pieces
from triptych.read.markdown.commonmark import parse, parse_line
from triptych.read.markdown.context import Context
from triptych.read.markdown.dialects import dialect_of, in_our_words
from triptych.read.markdown.dialects.code import outside_code
from triptych.read.markdown.includes import with_included
from triptych.read.markdown.inlines import to_inlines
from triptych.read.markdown.pairs import paired
from triptych.read.markdown.questions import with_questions
from triptych.read.markdown.rules.html import tell_open_comments
from triptych.read.markdown.rules.telling import report_told
from triptych.read.promote import promote
from triptych.read.sections import Piece, build_document, told_of_title

_TAG = late(r"#[^\W\d][\w/-]{0,60}")
_IMPORT = late(r"^import\s[^\n]{1,200}?\sfrom\s+['\"][^\n]{1,200}['\"];?[ \t]*$", re.MULTILINE)
_MARKUP = frozenset("*_`[<&\\$~=")


def read_markdown(
    text: str, path: str, beside: Beside = nothing_beside, limits: Limits = USUAL, course: Values = NOTHING
) -> tuple[Document, tuple[Problem, ...]]:
    """The document that a Markdown text is, and what is wrong in it.

    CommonMark with what GitHub, pandoc, Quarto, MyST, MkDocs, kramdown, Marp, remark and reveal.js add to it. The
    text is expected clean, as `decode` leaves it. `beside` reads the files that the front matter names, which stands
    above the values of the `course`.
    """
    report = Report(path)
    front = read_front_matter(text, report, _plain_line, course)
    # Blank lines in place of the front matter keep every line number true.
    body = "\n" * front.lines + text.split("\n", front.lines)[-1] if front.lines else text
    if front.lines and text.count("\n") < front.lines:
        body = ""
    dialect = dialect_of(front.values, body, report)
    cites = "bibliography" in front.values
    env = dict[str, Any](dialect=dialect, cites=cites, lang=front.lang, nesting=limits.nesting)
    notes = str(front.values.get("notesSeparator") or "")
    context = Context(report, dialect, front.lang, env)
    if path.lower().endswith(".mdx") or _is_page(body):
        from triptych.read.markdown.dialects.mdx import rewrite_mdx  # late: few documents are in it

        body = "\n".join(rewrite_mdx(body.split("\n"), report))
    tokens = with_included(parse(in_our_words(body, dialect, report, notes), env), env, beside, report)
    context.macros.update(env.get("macros", {}))
    context.abbreviations.define(env.get("abbreviations", {}))
    pieces = to_pieces(tokens, context, _title_tokens(front.values.get("title"), context))
    pieces = promote(paired(pieces, front.lang))
    meta, pieces = _with_tags(front.meta, pieces)
    report_told(env, report)
    tell_open_comments(tokens, body, report)
    for name, (_, line) in context.abbreviations.left.items():
        report.add("note", f"an abbreviation that is never used: {name}", line)
    document = build_document(meta, pieces, path, front.words, front.lang)
    if told := told_of_title(front.meta, document, pieces):
        report.add("note", told.message, told.line, told.hint)
    if context.title:
        meta, called = replace(document.meta, title=" ".join(plain(context.title).split())), tuple(calls(context.title))
        document = replace(document, meta=meta, title_calls=(*called, *document.title_calls))
    document = replace(document, slides=dialect in ("marp", "remark", "reveal"))
    document = with_footnotes(document, context.footnotes, report)
    document = replace(document, sections=section_grounds(document.sections, report))
    if context.asks or env.get("divisions") is not None:  # there was one, perhaps a question
        document = with_questions(document, report)
    document = replace(document, anchors=tuple(Anchor(*named) for named in context.anchors.items()))
    if context.cites:
        document = with_literature(document, front.values, context, beside, limits)
    return document, report.problems()


def _is_page(text: str) -> bool:
    """Whether components are imported into a text, as MDX does, and not only in code that it shows."""
    if "import" not in text or not _IMPORT.search(text):
        return False
    return any(free and _IMPORT.match(line) for line, free in outside_code(text.split("\n")))


def _with_tags(meta: Meta, pieces: list[Piece]) -> tuple[Meta, list[Piece]]:
    """The meta data with the tags of a first line that is nothing but tags, `#biology #exam/2026`, as keywords."""
    first = pieces[0] if pieces else None
    words = plain(first.inlines).split() if isinstance(first, Paragraph) else []
    if not words or not all(_TAG.fullmatch(word) for word in words):
        return meta, pieces
    tags = (word[1:].replace("/", " ") for word in words)
    return replace(meta, keywords=tuple(dict.fromkeys((*meta.keywords, *tags)))), pieces[1:]


def _title_tokens(title: object, context: Context) -> Sequence[Token]:
    """The tokens of a title in the front matter that calls a footnote."""
    if not isinstance(title, str) or ("[^" not in title and "^[" not in title):
        return ()
    return parse_line(" ".join(title.split()), context.env)


def _plain_line(text: str) -> str:
    """A value of the front matter without its markup, with dashes as its text has them."""
    if _MARKUP.isdisjoint(text):
        return dashed(text) if "--" in text and "://" not in text else text
    tokens = parse_line(text)
    return " ".join(plain(to_inlines(tokens[0], Context(Report("")))).split()) if tokens else text

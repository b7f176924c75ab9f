"""Questions with their answers: task lists, `answer:` lines, points; and what is wrong with them."""

import re
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from triptych.languages import reading
from triptych.languages.words import words_for
from triptych.model import document as doc
from triptych.model.footnote_calls import calls
from triptych.model.queries import attributes_of, block_inlines, inner, plain, walk_blocks, walk_sections
from triptych.model.rewriting import with_blocks
from triptych.patterns import late
from triptych.problem import Report
from triptych.read.labels import without_start
from triptych.read.markdown.attributes import merge
from triptych.read.markdown.rules.answers import key_of

ASKED = "question"
"""The class of what an author writes as a question in so many words, not of a sentence that ends in `?`."""
_NUMBER = late(
    r"([+\-−]?\d[\d ., \u00a0]*(?:[eE×][ \d^+\-−]*)?)\s*"  # the number
    r"(?:(?:±|\+/-|\+-)\s*(\d[\d.,]*))?\s*([^\d\s].{0,20})?"  # how far off it may be, the unit
)
_ARROW = late(r"(?<!\s)\s++(?:->|→|=>|⇒|↔)\s++")
_POINTS = late(r"(\d{1,3}(?:[.,]\d)?)")
_CHOSEN = late(r"(?:\d{1,2}|[A-Ha-h]\b)(?:\s*[,;&+]\s*(?:\d{1,2}|[A-Ha-h]\b))*[.)]?")


class _Said(msgspec.Struct):
    """What stands in a question, sorted: what is asked, and what each key says."""

    asked: list[doc.Block] = msgspec.field(default_factory=list)
    answer: list[doc.Block] = msgspec.field(default_factory=list)
    why: list[doc.Block] = msgspec.field(default_factory=list)
    values: dict[str, str] = msgspec.field(default_factory=dict)


def question_of(
    inlines: doc.Inlines,
    blocks: doc.Blocks,
    line: int,
    attributes: doc.Attributes,
    lang: str = "",
    answer: doc.Blocks = (),
) -> doc.Question:
    """The question that a `::: question` block is, with the answer that its blocks give.

    `lang` is the language of the text, empty where it is not known; an `answer` may be known already.
    """
    said = _sorted(blocks, lang)
    said.answer.extend(answer)
    found, asked = _answer(said, attributes, inlines, lang)
    values = dict(attributes.values) | said.values
    points = _POINTS.search(values.get("points", ""))
    space = values.get("lines", "")
    return doc.Question(
        inlines,
        tuple(asked),
        line,
        merge(doc.Attributes(classes=(ASKED,)), attributes),
        found,
        points=float(points[1].replace(",", ".")) if points else 0.0,
        why=tuple(said.why),
        see=values.get("see", "").lstrip("#@ "),
        space=min(60, int(space)) if space.isdecimal() and len(space) < 4 else 0,
    )


def _sorted(blocks: doc.Blocks, lang: str) -> _Said:
    """Blocks behind `answer:` or `explanation:` belong to it, up to the next key."""
    said = _Said()
    into = said.asked
    for block in blocks:
        key, rest = _keyed(block, lang)
        if key in ("answer", "explanation"):
            into = said.answer if key == "answer" else said.why
            into.extend(rest)
        elif key:
            said.values[key] = " ".join(plain(inlines) for b in rest for inlines in block_inlines(b))
        else:
            into.append(block)
    return said


def _keyed(block: doc.Block, lang: str) -> tuple[str, doc.Blocks]:
    """The key that a paragraph begins with, and the paragraph without it."""
    if not isinstance(block, doc.Paragraph) or not block.inlines:
        return "", ()
    key, length = key_of(plain(block.inlines), lang)
    match block.inlines:
        case (doc.Text(), *_) if key:
            rest = without_start(block.inlines, length)
        case (doc.Strong(children), *others) if key and key_of(plain(children) + " ", lang)[0] == key:
            rest = tuple(others)
        case (doc.Strong(), doc.Text() as text, *others) if key:
            rest = (replace(text, text=text.text.lstrip(":： ")), *others)
        case _:
            return "", ()
    rest = (replace(rest[0], text=rest[0].text.lstrip()), *rest[1:]) if rest and isinstance(rest[0], doc.Text) else rest
    return key, (replace(block, inlines=rest),) if plain(rest).strip() else ()


def _answer(
    said: _Said, attributes: doc.Attributes, inlines: doc.Inlines, lang: str
) -> tuple[doc.Answer | None, list[doc.Block]]:
    """The answer, and what is asked without the list that it was read from."""
    if said.answer and any(_is_ticked(block) for block in said.asked):  # the ticks answer, the rest explains
        said.why[:0], said.answer = said.answer, []
    if said.answer:
        chosen = _numbers(said)
        return chosen if chosen else (_worded(said.answer, lang), said.asked)
    for index, block in enumerate(said.asked):
        found = _listed(block, attributes)
        if found is not None:
            return found, [*said.asked[:index], *said.asked[index + 1 :]]
    texts = (inlines, *(i for block in walk_blocks(said.asked) for i in block_inlines(block)))
    return (doc.Gaps() if any(_has_mark(text) for text in texts) else None), said.asked


def _is_ticked(block: doc.Block) -> bool:
    """Whether a list is one to choose from in which the right ones are ticked."""
    return (
        isinstance(block, doc.ListBlock)
        and all(item.done is not None for item in block.items)
        and any(item.done for item in block.items)
    )


def _has_mark(inlines: doc.Inlines) -> bool:
    return any(isinstance(i, doc.Mark) or _has_mark(inner(i)) for i in inlines)


def _numbers(said: _Said) -> tuple[doc.Answer, list[doc.Block]] | None:
    """`answer: 2` or `answer: B` below a numbered list of answers chooses among them."""
    text = _text(said.answer)
    place = next((k for k, b in enumerate(said.asked) if isinstance(b, doc.ListBlock) and b.ordered), None)
    listed = said.asked[place] if place is not None else None
    if place is None or not isinstance(listed, doc.ListBlock) or not _CHOSEN.fullmatch(text):
        return None
    right = {int(number) - listed.start for number in re.findall(r"\d+", text)}
    right |= {ord(letter) - ord("A") for letter in re.findall(r"[A-Z]", text.upper())}
    options = tuple(_option(item, k in right) for k, item in enumerate(listed.items))
    return (
        (doc.Choice(options), [*said.asked[:place], *said.asked[place + 1 :]])
        if right <= set(range(len(options)))
        else None
    )


def _listed(block: doc.Block, attributes: doc.Attributes) -> doc.Answer | None:
    """The answer that a list or a table is: tasks to choose from, pairs, things in order."""
    classes = {*attributes.classes, *attributes_of(block).classes, *_classes_below(block)}
    if isinstance(block, doc.Table) and "matching" in classes and len(block.header.cells) == 2:
        return doc.Matching(tuple(doc.Pair(row.cells[0].inlines, row.cells[1].inlines) for row in block.rows))
    if not isinstance(block, doc.ListBlock) or not block.items:
        return None
    if all(item.done is not None for item in block.items):
        return doc.Choice(tuple(_option(item, bool(item.done)) for item in block.items))
    if classes & {"ordering", "order"}:
        return doc.Ordering(block.items)
    pairs = [_pair(*_parts(item)) for item in block.items]
    found = tuple(pair for pair in pairs if pair is not None)
    return doc.Matching(found) if len(found) == len(pairs) > 1 else None


def _classes_below(block: doc.Block) -> tuple[str, ...]:
    """The classes right below a list, which belong to the last paragraph of its last item as they are written."""
    last = block.items[-1].blocks[-1:] if isinstance(block, doc.ListBlock) and block.items else ()
    return last[0].attributes.classes if last and isinstance(last[0], doc.Paragraph) else ()


def _option(item: doc.ListItem, right: bool) -> doc.Option:
    inlines, blocks = _parts(item)
    return doc.Option(inlines, right, blocks)


def _parts(item: doc.ListItem) -> tuple[doc.Inlines, doc.Blocks]:
    """The line of a list's item, and the blocks below it."""
    match item.blocks:
        case (doc.Paragraph(inlines), *blocks):
            return inlines, tuple(blocks)
        case blocks:
            return (), blocks


def _pair(inlines: doc.Inlines, blocks: doc.Blocks) -> doc.Pair | None:
    """The two sides of the first arrow, with what stands below them."""
    for index, inline in enumerate(inlines):
        match = _ARROW.search(inline.text) if isinstance(inline, doc.Text) else None
        if match and isinstance(inline, doc.Text):
            left, right = inline.text[: match.start()], inline.text[match.end() :]
            return doc.Pair((*inlines[:index], doc.Text(left)), (doc.Text(right), *inlines[index + 1 :]), blocks)
    return None


def _worded(blocks: Sequence[doc.Block], lang: str) -> doc.Answer:
    """An answer in words: true or false, a number, anything else, as what calls a footnote is."""
    if any(calls(blocks)):
        return doc.Open(tuple(blocks))
    text = _text(blocks)
    lowered = text.lower().rstrip(".")
    if lowered in words_for(lang, "true").union(*(one.yes for one in reading(lang))):
        return doc.Truth(True)
    if lowered in words_for(lang, "false").union(*(one.no for one in reading(lang))):
        return doc.Truth(False)
    match = _NUMBER.fullmatch(text) if len(text) <= 60 and _is_mere_text(blocks) else None
    if match and not re.match(r"[A-Za-z]{3,}\s", match[3] or ""):
        value, unit = match[1].strip().rstrip(".,"), match[3] or ""
        return doc.Number(f"{value} {unit}".strip(), match[2] or "")
    return doc.Open(tuple(blocks))


def _is_mere_text(blocks: Sequence[doc.Block]) -> bool:
    """Whether there is nothing that characters alone do not say: 2x + 1 as a formula, 5 × 10 with a raised 3."""
    match blocks:
        case [doc.Paragraph(inlines)]:
            return all(isinstance(inline, doc.Text) for inline in inlines)
        case _:
            return False


def _text(blocks: Sequence[doc.Block]) -> str:
    return " ".join(plain(i) for block in blocks for i in block_inlines(block)).strip()


# --- the questions of a document -------------------------------------------------------------------


def with_questions(document: doc.Document, report: Report) -> doc.Document:
    """The document with its questions numbered; one that nothing answers is a warning."""
    for section in walk_sections(document.sections):
        _tell_unanswered(section, report)
    count = 0

    def put(block: doc.Block) -> doc.Block:
        nonlocal count
        if not isinstance(block, doc.Question) or block.answer is None:
            return block
        count += 1
        return replace(block, number=count)

    return with_blocks(document, put)


def _tell_unanswered(section: doc.Section, report: Report) -> None:
    """A question is answered by its own answer, or by the text that follows it."""
    hint = "add a line `answer: …` or a task list with the right one ticked, or let the text after it answer"
    for index, block in enumerate(section.blocks):
        if not isinstance(block, doc.Question) or ASKED not in block.attributes.classes:
            continue
        follows = section.blocks[index + 1] if index + 1 < len(section.blocks) else None
        answered = block.blocks or not (follows is None or isinstance(follows, doc.Question | doc.Notes | doc.Break))
        if block.answer is None and (block.points or not answered):
            report.add("warning", "a question without an answer", block.line, hint)
        elif isinstance(block.answer, doc.Choice) and not any(option.right for option in block.answer.options):
            report.add(
                "warning", "none of the answers to this question is marked as right", block.line, "tick it: - [x]"
            )

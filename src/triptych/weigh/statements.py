"""What a document says, statement by statement, with what its author shows of each."""

import itertools
from collections.abc import Iterator
from typing import Literal, assert_never

import msgspec
from msgspec.structs import replace

from triptych.languages.signs import COLONS, ENDS
from triptych.model import document as doc
from triptych.model.queries import description, plain
from triptych.model.wishes import stress
from triptych.weigh.cues import Heading, patterns
from triptych.weigh.emphasis import Emphasised, emphasised
from triptych.weigh.sentences import label_of, leads, sentences

Kind = Literal["sentence", "item", "row", "point", "term", "formula", "code", "figure", "table", "question"]
Role = Literal["text", "summary", "important", "note", "example", "exercise", "quote", "goal", "aside", "output"]
ROLES: dict[doc.CalloutKind, Role] = {
    "important": "important",
    "warning": "important",
    "caution": "important",
    "note": "note",
    "tip": "note",
    "example": "example",
    "exercise": "exercise",
}

_OUTPUT = frozenset(("output", "cell-output", "stdout", "stderr", "error", "warning"))
"""How authors and notebooks name what a program printed."""


class Setting(msgspec.Struct, frozen=True, gc=False):
    """Where a statement stands, and what the author says of its surroundings.

    `path` has the numbers of the sections around it, `titles` the titles above it, both outermost first; `items` is the
    line of the innermost list around it, 0 outside of lists.
    """

    lang: str
    path: tuple[int, ...] = ()
    block: int = 0
    essential: int = 0  # 1: the author marks it so, -1: as optional
    role: Role = "text"
    titles: tuple[str, ...] = ()
    items: int = 0


class Draft(msgspec.Struct, frozen=True, gc=False):
    """A statement before it is weighed.

    `names` are other texts under which it may be looked for, `heading` what its label says of it.
    """

    text: str
    line: int
    kind: Kind
    setting: Setting
    index: int = 0
    shown: Emphasised = Emphasised()
    first: bool = False  # of its paragraph
    leads: bool = False
    names: tuple[str, ...] = ()
    heading: Heading = ""


def drafts_of(document: doc.Document) -> Iterator[Draft]:
    """The statements of a document in its order, without lecturer's notes and answers; each when it is asked for."""
    top = Setting(document.meta.lang, titles=(document.meta.title,))
    count = itertools.count()
    return (d for section in document.sections for d in _section(section, top, count))


def _section(section: doc.Section, above: Setting, count: Iterator[int]) -> Iterator[Draft]:
    title = plain(section.title).strip()
    setting = _marked(replace(above, path=(*above.path, next(count))), section.attributes)
    setting = replace(setting, titles=(*above.titles, title) if title else above.titles)
    heading = patterns(setting.lang).heads(title)
    if setting.role == "text" and heading:
        setting = replace(setting, role="aside" if heading == "aside" else "summary")
    aimed = _aims(section.blocks, setting) if heading == "aside" else 0
    for number, (block, around) in enumerate(_settings(section.blocks, setting)):
        if aimed and number >= aimed:
            around = replace(around, role=above.role)
        follows = section.blocks[number + 1] if number + 1 < len(section.blocks) else None
        for index, draft in enumerate(_block(block, replace(around, block=number), follows)):
            yield replace(draft, index=index)
    for part in section.sections:
        yield from _section(part, setting, count)


def _aims(blocks: doc.Blocks, setting: Setting) -> int:
    """The blocks of aims with which a section of aims begins: what stands behind their list is the text itself.

    0 where it does not begin so.
    """
    match blocks:
        case (doc.Paragraph(inlines=said), doc.ListBlock(), *_) if patterns(setting.lang).aims(plain(said)):
            return 2
        case _:
            return 0


def _marked(setting: Setting, attributes: doc.Attributes) -> Setting:
    own = stress(attributes)
    return replace(setting, essential=own) if own else setting


def _blocks(blocks: doc.Blocks, setting: Setting) -> Iterator[Draft]:
    for number, (block, around) in enumerate(_settings(blocks, setting)):
        yield from _block(block, around, blocks[number + 1] if number + 1 < len(blocks) else None)


def _settings(blocks: doc.Blocks, setting: Setting) -> Iterator[tuple[doc.Block, Setting]]:
    """The blocks with the setting of each: a list is of goals if what leads up to it says that they are."""
    announced = False
    for block in blocks:
        goals = announced and isinstance(block, doc.ListBlock) and setting.role in ("text", "note")
        yield block, replace(setting, role="goal") if goals else setting
        announced = isinstance(block, doc.Paragraph) and patterns(setting.lang).aims(plain(block.inlines))


def _block(block: doc.Block, setting: Setting, follows: doc.Block | None = None) -> Iterator[Draft]:
    if not isinstance(block, doc.Notes | doc.Break):
        yield from _shown(block, _marked(setting, block.attributes), follows)


def _shown(block: doc.Block, setting: Setting, follows: doc.Block | None) -> Iterator[Draft]:
    match block:
        case doc.Paragraph():
            yield from _paragraph(block.inlines, block.line, setting, follows)
        case doc.KeyPoint():
            yield from _labelled(block.label, block.inlines, block.line, "point", setting, bool(block.blocks))
            yield from _blocks(block.blocks, setting)
        case doc.Definition():
            first = block.blocks[0] if block.blocks else None
            meaning = first.inlines if isinstance(first, doc.Paragraph) else ()
            yield from _labelled(block.term, meaning, block.line, "term", setting, bool(block.blocks))
            yield from _blocks(block.blocks[1:] if meaning else block.blocks, setting)
        case doc.ListBlock():
            inside = replace(setting, items=block.line)
            for item in block.items:
                yield from _item(item.blocks, item.line or block.line, inside)
        case doc.Table():
            yield from _table(block, setting)
        case doc.Formula() | doc.Code() | doc.Figure() | doc.Chart():
            yield from _object(block, setting)
        case doc.Summary() | doc.Quote() | doc.Callout():
            yield from _boxed(block, setting)
        case doc.Question():
            yield from _question(block, setting)
        case doc.Columns():
            for column in block.columns:
                yield from _blocks(column, setting)
        case doc.Notes() | doc.Break():
            return
        case _:
            assert_never(block)


def _paragraph(inlines: doc.Inlines, line: int, setting: Setting, follows: doc.Block | None = None) -> Iterator[Draft]:
    """A draft a sentence. The last one leads if it ends in a colon, or in what follows it, or announces that."""
    parts = sentences(inlines, setting.lang)
    for index, part in enumerate(parts):
        last = index == len(parts) - 1
        draft = _text(part, line, "sentence", setting)
        open_ended = last and _goes_on(draft.text, follows, setting.lang)
        yield replace(draft, first=index == 0, leads=draft.leads or open_ended)


def _goes_on(text: str, follows: doc.Block | None, lang: str) -> bool:
    """Whether the end of a paragraph is half a sentence before what ends it, or only says what stands beneath it."""
    if follows is None or isinstance(follows, doc.Break | doc.Notes):
        return False
    if isinstance(follows, doc.ListBlock | doc.Formula | doc.Table | doc.Code) and text[-1:].isalnum():
        return True
    return patterns(lang).announces(text)


def _text(inlines: doc.Inlines, line: int, kind: Kind, setting: Setting, names: tuple[str, ...] = ()) -> Draft:
    text = " ".join(plain(inlines).split())
    draft = Draft(text, line, kind, setting, shown=emphasised(inlines), leads=leads(text), names=names)
    label = label_of(inlines, text, setting.lang)
    return _headed(draft, label) if label else draft


def _headed(draft: Draft, label: str) -> Draft:
    """A draft with what its label says of it, if that is no subject but a kind of text: "Theorem 2", "Homework"."""
    heading = patterns(draft.setting.lang).labels(label)
    if not heading:
        return draft
    shown = draft.shown
    shown = replace(shown, terms=tuple(term for term in shown.terms if not label.startswith(term)))
    setting = replace(draft.setting, role="aside") if heading == "aside" else draft.setting
    return replace(draft, heading=heading, shown=shown, setting=setting)


def _labelled(
    label: doc.Inlines, inlines: doc.Inlines, line: int, kind: Kind, setting: Setting, more: bool
) -> Iterator[Draft]:
    """What has a label, with the first sentence said of it; then the others. There may be `more` in blocks beneath."""
    first, *others = sentences(inlines, setting.lang) or ((),)
    named, said = plain(label).strip(), plain(first).strip()
    text = " ".join(f"{named}{'' if named.endswith(_ENDS) or not said else ':'} {said}".split())
    whole = plain(inlines).strip()
    names = (named, said, f"{named} {whole}", whole) if others else (named, said)
    shown = emphasised((*label, *first))
    shown = replace(shown, terms=(named.strip(" .:"), *shown.terms))
    opens = more and (not said or leads(said))
    yield _headed(Draft(text, line, kind, setting, 0, shown, first=True, leads=opens, names=names), named)
    for part in others:
        yield _text(part, line, "sentence", setting)


_ENDS = (*ENDS, *COLONS)


def _item(blocks: doc.Blocks, line: int, setting: Setting) -> Iterator[Draft]:
    """A list item: its text, then what stands beneath it."""
    first = blocks[0] if blocks else None
    if isinstance(first, doc.Paragraph):
        parts = sentences(first.inlines, setting.lang)
        names = tuple(plain(part) for part in parts) if len(parts) > 1 else ()
        draft = _text(first.inlines, first.line or line, "item", setting, names)
        open_ended = len(blocks) > 1 and (draft.leads or patterns(setting.lang).announces(draft.text))
        yield replace(draft, leads=open_ended)
        yield from _blocks(blocks[1:], setting)
    else:
        yield from _blocks(blocks, setting)


def _table(block: doc.Table, setting: Setting) -> Iterator[Draft]:
    """The caption with the head, then the rows."""
    head = _cells(block.header.cells)
    caption = plain(block.caption).strip()
    shown = emphasised(block.caption)
    yield Draft(
        " ".join((caption or head).split()), block.line, "table", setting, shown=shown, leads=True, names=(head,)
    )
    for row in block.rows:
        every = tuple(inline for cell in row.cells for inline in cell.inlines)
        yield Draft(_cells(row.cells), row.line or block.line, "row", setting, shown=emphasised(every))


def _cells(cells: tuple[doc.Cell, ...]) -> str:
    return " · ".join(text for cell in cells if (text := " ".join(plain(cell.inlines).split())))


def _object(block: doc.Formula | doc.Code | doc.Figure | doc.Chart, setting: Setting) -> Iterator[Draft]:
    match block:
        case doc.Formula():
            yield Draft(block.said.strip(), block.line, "formula", setting, names=(block.latex,))
        case doc.Code():
            yield Draft(
                block.text, block.line, "code", replace(setting, role="output") if _is_output(block) else setting
            )
        case doc.Figure():
            caption = plain(block.caption).strip()
            said = caption or description(block)
            shown = emphasised(block.caption)
            yield Draft(" ".join(said.split()), block.line, "figure", setting, shown=shown, names=(block.image.alt,))
        case doc.Chart():
            said = plain(block.caption).strip() or " · ".join(block.categories)
            yield Draft(" ".join(said.split()), block.line, "figure", setting, shown=emphasised(block.caption))
        case _:
            assert_never(block)


def _is_output(code: doc.Code) -> bool:
    """Whether a block is what a program printed: the author says so, or each line begins as R's do under knitr."""
    if not _OUTPUT.isdisjoint((code.language, *code.attributes.classes)):
        return True
    return code.text.startswith("## ") and all(line.startswith("##") for line in code.text.split("\n"))


def _boxed(block: doc.Summary | doc.Quote | doc.Callout, setting: Setting) -> Iterator[Draft]:
    match block:
        case doc.Summary():
            yield from _blocks(block.blocks, replace(setting, role="summary"))
        case doc.Quote():
            yield from _blocks(block.blocks, replace(setting, role=_lower("quote", setting)))
        case doc.Callout():
            title = plain(block.title).strip()
            titles = (*setting.titles, title) if title else setting.titles
            role = "aside" if _is_aside(title, setting.lang) else _lower(ROLES[block.kind], setting)
            yield from _blocks(block.blocks, replace(setting, role=role, titles=titles))
        case _:
            assert_never(block)


def _is_aside(title: str, lang: str) -> bool:
    """Whether a box has aims, references and the like; names of boxes are English in texts of any language."""
    return bool(title) and "aside" in (patterns(lang).heads(title), patterns("en").heads(title))


def _lower(role: Role, setting: Setting) -> Role:
    """The role of what stands within a block; what can be missed stays so."""
    return setting.role if setting.role in ("aside", "exercise") else role


def _question(block: doc.Question, setting: Setting) -> Iterator[Draft]:
    """A question; with an answer it is an exercise, and so is what belongs to it."""
    if block.answer is not None or block.number:
        setting = replace(setting, role="exercise")
    yield _text(block.inlines, block.line, "question", setting)
    yield from _blocks(block.blocks, setting)

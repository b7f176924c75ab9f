"""Characters that no font here can draw: named, with the package that has them."""

from triptych.model.document import Blocks, Code, Document
from triptych.model.queries import block_inlines, plain, walk_blocks, walk_sections
from triptych.model.theme import Face, Theme
from triptych.problem import Problem
from triptych.text.shape import missing

_PACKAGES = (
    (0x0600, 0x06FF, "Arabic", "pip install 'triptych[scripts]'"),
    (0x0900, 0x097F, "Devanagari", "pip install 'triptych[scripts]'"),
    (0x2E80, 0x9FFF, "Chinese or Japanese", "install a system font such as Noto Sans CJK"),
    (0xAC00, 0xD7AF, "Korean", "install a system font such as Noto Sans KR"),
    (0x1F000, 0x1FAFF, "a pictograph", "install a system font with pictographs that has TrueType outlines"),
)


def missing_glyphs(document: Document, theme: Theme) -> tuple[Problem, ...]:
    """A warning for each script of which characters cannot be drawn in the PDFs, where it occurs first."""
    face = Face(theme.text_family)
    seen: set[str] = set(" \n")
    first: dict[tuple[str, str], tuple[str, int]] = {}
    for text, line in _texts(document):
        fresh = set(text) - seen
        if fresh:
            seen |= fresh
            for char in missing("".join(sorted(fresh)), face):
                first.setdefault(_script(char), (char, line))
    return tuple(
        Problem(
            "warning",
            f"no font here has {char!r} (U+{ord(char):04X}, {script}): the PDFs show a box for it",
            document.path,
            line,
            hint=hint,
        )
        for (script, hint), (char, line) in first.items()
    )


def _script(char: str) -> tuple[str, str]:
    for low, high, script, hint in _PACKAGES:
        if low <= ord(char) <= high:
            return script, hint
    return "a rare character", "install a font that has it"


def _texts(document: Document) -> list[tuple[str, int]]:
    out: list[tuple[str, int]] = [(document.meta.title, 1)]
    for section in walk_sections(document.sections):
        out.append((plain(section.title), section.line))
        out += _of_blocks(section.blocks)
    for note in document.footnotes:
        out += _of_blocks(note.blocks)
    return out


def _of_blocks(blocks: Blocks) -> list[tuple[str, int]]:
    out: list[tuple[str, int]] = []
    for block in walk_blocks(blocks):
        out.extend((plain(inlines), block.line) for inlines in block_inlines(block))
        if isinstance(block, Code):
            out.append((block.text, block.line))
    return out

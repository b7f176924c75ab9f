"""Which names of boxes mean which kind of callout, in the many dialects that have them."""

from msgspec.structs import replace

from triptych.model.document import Blocks, CalloutKind, Inlines, Paragraph, Text
from triptych.model.queries import plain

_SAME: dict[CalloutKind, str] = {
    "note": "note info information callout admonition remark",
    "tip": "tip hint success",
    "important": "important",
    "warning": "warning attention warn",
    "caution": "caution danger error failure bug",
    "example": "example",
    "exercise": "exercise challenge",
}
_TITLED: dict[CalloutKind, str] = {
    "note": """abstract tldr todo seealso see-also prereq prerequisites objectives questions learning-objectives
        solution answer discussion testimonial spoiler details dropdown margin sidebar topic epigraph box infobox block
        versionadded
        versionchanged deprecated background proof quote cite help faq history definition-box""",
    "tip": "check done goodpractice best-practice trick",
    "important": "theorem lemma corollary proposition conjecture axiom law key-idea rule claim principle takeaway",
    "caution": "fail missing alert alertblock",
    "example": "exampleblock examples case case-study demo illustration",
    "exercise": "activity task practice your-turn quiz checklist homework assignment problem think",
}
_KINDS = {name: kind for kind, names in _SAME.items() for name in names.split()}
_KINDS_WITH_TITLE = {name: kind for kind, names in _TITLED.items() for name in names.split()}
_PREFIXES = ("callout-", "admonition-", "alert-", "box-")
_WORDS = {"tldr": "TL;DR", "faq": "FAQ", "seealso": "See also", "prereq": "Prerequisites", "todo": "To do"}


_ICONS: dict[str, CalloutKind] = {
    "💡": "tip", "✅": "tip", "⚠": "warning", "🚨": "caution", "⛔": "caution", "🚫": "caution", "❗": "important",
    "‼": "important", "📌": "important", "🔑": "important", "ℹ": "note", "📝": "note", "📖": "note", "📚": "note",
    "🗒": "note", "❓": "note", "🤔": "note", "🎯": "important", "🔥": "important", "🧪": "example", "✏": "exercise",
}  # fmt: skip
_THEOREMS = {
    "thm": "theorem", "lem": "lemma", "cor": "corollary", "prp": "proposition", "cnj": "conjecture",
    "exm": "example", "exr": "exercise", "sol": "solution", "rem": "remark", "def": "definition",
}  # fmt: skip


def theorem_name(label: str) -> str:
    """What a division with such a label is, as in Quarto: `#thm-line` is a theorem; or nothing."""
    return _THEOREMS.get(label[:3].lower(), "") if label[3:4] in ("-", ":", "") else ""


def callout_kind(name: str) -> CalloutKind | None:
    """The kind of callout that a box of this name is, or None."""
    bare = _bare(name)
    return _KINDS.get(bare) or _KINDS_WITH_TITLE.get(bare)


def callout_title(name: str, title: Inlines) -> Inlines:
    """The title of a callout: the author's; else its name, unless that only repeats the kind."""
    bare = _bare(name)
    if title and not (bare in _KINDS and plain(title).strip(" :").lower() in (bare, _KINDS[bare])):
        return title
    if bare in _KINDS:
        return ()
    words = _WORDS.get(bare) or bare.replace("-", " ").replace("_", " ")
    return (Text(words[:1].upper() + words[1:]),)


def kind_by_icon(blocks: Blocks) -> tuple[CalloutKind, Blocks]:
    """The kind of a box that begins with an icon, as in Notion, and its blocks without that."""
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph) or not first.inlines or not isinstance(first.inlines[0], Text):
        return "note", blocks
    text = first.inlines[0].text.lstrip()
    kind = next((kind for icon, kind in _ICONS.items() if text.startswith(icon)), None)
    bare = text.lstrip("".join(_ICONS) + "\ufe0f ") if kind else text
    rest = (*((Text(bare),) if bare else ()), *first.inlines[1:])
    return kind or "note", ((replace(first, inlines=rest), *blocks[1:]) if rest else blocks[1:]) if kind else blocks


def _bare(name: str) -> str:
    lowered = name.lower()
    return next((lowered.removeprefix(prefix) for prefix in _PREFIXES if lowered.startswith(prefix)), lowered)

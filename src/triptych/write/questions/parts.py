"""What every platform needs of a question: its name, its texts, its number, its gaps."""

import re
from base64 import b64encode
from collections.abc import Mapping
from html import escape

import msgspec

from triptych.model import document as doc
from triptych.model.gaps import phrases
from triptych.model.picture import Picture
from triptych.model.queries import block_inlines, plain, walk_blocks
from triptych.model.questions import asked, order
from triptych.write.cards.html import Html
from triptych.write.cards.plain import block_lines, text_of

GAP = '<span class="gap">____</span>'
"""How the HTML of a question shows a blank."""
_NUMBER = re.compile(r"([+\-−]?\d[\d  ',.]*?(?:[eE][+\-−]?\d+)?)(?![\d,.])")
_DOLLARS = re.compile(r"\$\$")
_FILTERED = re.compile(r"\[(?=/?tex\b)|@(?=@)", re.IGNORECASE)
"""What begins a formula for the filters of Moodle, which read the HTML as it is written."""
_MOST_NAME = 60


class Writer:
    """Makes the HTML of questions, with their pictures in it: an import brings no other files."""

    def __init__(self, pictures: Mapping[str, Picture], called: Mapping[doc.CalloutKind, str]) -> None:
        self._html = Html(pictures, called)

    def inlines(self, inlines: doc.Inlines) -> str:
        """Running text."""
        return self._whole(self._html.inlines(inlines))

    def blocks(self, blocks: doc.Blocks) -> str:
        """Blocks, each as an element."""
        return self._whole(self._html.blocks(blocks))

    def asked(self, question: doc.Question) -> str:
        """The question with what stands below it, its gaps as blanks; what there is to choose from is not in it."""
        from triptych.model.gaps import blanked_blocks

        below = blanked_blocks(question.blocks) if isinstance(question.answer, doc.Gaps) else question.blocks
        return f"<p>{self.inlines(asked(question))}</p>{self.blocks(below)}"

    def _whole(self, html: str) -> str:
        for name, data in self._html.media.items():
            kind = "jpeg" if name.endswith(".jpg") else "png"
            html = html.replace(f'src="{name}"', f'src="data:image/{kind};base64,{b64encode(data).decode()}"')
        html = _FILTERED.sub(lambda found: f"&#{ord(found[0])};", html)
        # Two dollars would begin a formula.
        return _DOLLARS.sub('<span class="nolink tex2jax_ignore mathjax_ignore">$<span>$</span></span>', html)


class Numeric(msgspec.Struct, frozen=True):
    """A number and how far off it may be, as programs write them; and its unit."""

    value: str
    tolerance: str
    unit: str


def numeric(answer: doc.Number) -> Numeric | None:
    """The number of an answer; None where it is written so that nobody can be sure which one it is."""
    match = _NUMBER.match(answer.said.strip())
    value = _plain_number(match[1]) if match else ""
    tolerance = _plain_number(answer.tolerance) if answer.tolerance else "0"
    if not match or not value or not tolerance:
        return None
    return Numeric(value, tolerance.lstrip("+-"), answer.said.strip()[match.end() :].strip())


def _plain_number(text: str) -> str:
    """A number with a point, without groups; empty for what is none or may be another."""
    text = re.sub(r"[  ']", "", text.strip()).replace("−", "-")
    if "," in text and "." in text:
        text = text.replace(min(",.", key=text.rfind), "")
    text = text.replace(",", ".")
    return text if re.fullmatch(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?", text) else ""


def name_of(question: doc.Question) -> str:
    """A short name: the number and the first words."""
    words = " ".join(text_of(asked(question)).split())
    short = words if len(words) <= _MOST_NAME else words[:_MOST_NAME].rsplit(" ", 1)[0] + " …"
    return f"{question.number:02} {short}" if question.number else short


def gaps_of(question: doc.Question) -> tuple[str, ...]:
    """What the gaps of a question hide, as text, in the order in which it shows them."""
    every = (question.inlines, *(inlines for block in walk_blocks(question.blocks) for inlines in block_inlines(block)))
    return tuple(text_of(phrase) for inlines in every for phrase in phrases(inlines))


def words_of(blocks: doc.Blocks) -> str:
    """Blocks as one line of plain text."""
    return " / ".join(" ".join(line.split()) for line in block_lines(blocks))


def said(inlines: doc.Inlines, blocks: doc.Blocks = ()) -> str:
    """Running text and what stands below it, as one line of plain text."""
    return " ".join(filter(None, (" ".join(text_of(inlines).split()), words_of(blocks))))


def steps(answer: doc.Ordering) -> list[tuple[doc.Blocks, int]]:
    """The items in the order in which they are shown, each with its place in the right one, from 1."""
    return [(answer.items[k].blocks, k + 1) for k in order(answer)]


def unstarred(text: str) -> str:
    """An answer that is typed in, of which no star stands for any text (Moodle, "Short-Answer question type")."""
    return text.replace("*", r"\*")


def points_of(question: doc.Question) -> str:
    """What a question is worth, as programs write it."""
    return f"{question.points or 1.0:g}"


def cdata(html: str) -> str:
    """HTML as an XML text that ends nowhere too early."""
    return "<![CDATA[" + html.replace("]]>", "]]]]><![CDATA[>") + "]]>"


def xml(text: str) -> str:
    """Plain characters as XML."""
    return escape(text)


__all__ = ["GAP", "Numeric", "Writer", "cdata", "gaps_of", "name_of", "numeric", "plain", "points_of", "said", "steps",
           "unstarred", "words_of", "xml"]  # fmt: skip

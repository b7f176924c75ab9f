"""Long sentences as slides say them: without what stands in brackets, what joins them to others, an example at the end.

No word is added or changed; the whole sentence is in the notes. When in doubt it stays whole.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from triptych.languages.signs import STOPS
from triptych.model.deck import Run
from triptych.patterns import late
from triptych.plan.deck.units import TextUnit
from triptych.weigh.cues import patterns

LONG = 18
"""Words of a sentence that is short enough as it is."""
LEFT = 8
"""Words that are left of one at least."""
_BRACKETS = late(r" \([^()]*\)")
_ENDS = tuple(STOPS)
_Span = tuple[int, int]


def shortened_text(unit: TextUnit, lang: str) -> TextUnit:
    """The sentence of running text that a slide shows in place of a long one, in a language (BCP 47)."""
    of = unit.para.runs
    text = "".join([run.text for run in of])
    if not unit.joins:
        return unit
    start = _connective(of, text, lang)
    spans = [(0, start)] if start else []
    if len(text.split()) > LONG:
        spans += [*_brackets(of, text, start), *_example(of, text, lang)]
    spans = _apart(spans)
    left = _without(text, spans)
    if not spans or len(left.split()) < LEFT:
        return unit
    runs = tuple(_cut(of, spans))
    first = runs[0]
    capital = replace(first, text=first.text[:1].upper() + first.text[1:]) if start else first
    return replace(unit, para=replace(unit.para, runs=(capital, *runs[1:])))


def _connective(of: Sequence[Run], text: str, lang: str) -> int:
    """The characters of what joins a sentence to others; 0 where a word behind it must not be written large."""
    end = patterns(lang).connective(text)
    while end and text[end : end + 1].isspace():
        end += 1
    return end if end and text[end : end + 1].isalpha() and _is_plain(of, (0, end + 1)) else 0


def _brackets(of: Sequence[Run], text: str, start: int) -> Iterator[_Span]:
    """What stands in brackets and is no abbreviation, date or formula: several words, or a figure's number."""
    for found in _BRACKETS.finditer(text, start):
        said = found.group().strip()[1:-1]
        if found.start() == start or not _is_plain(of, found.span()):
            continue
        if len(said.split()) > 2 or _is_reference(said):
            yield found.span()


def _is_reference(said: str) -> bool:
    """Whether a text is a name with a number: "Figure 2", "Tab. 3.1"."""
    name, _, number = said.partition(" ")
    return name.rstrip(".").isalpha() and number.replace(".", "").isdigit()


def _example(of: Sequence[Run], text: str, lang: str) -> Iterator[_Span]:
    """What a sentence gives as an example behind its last but one comma or later."""
    if not text.endswith(_ENDS):
        return
    for found in re.finditer(r", ", text):
        span = (found.start(), len(text) - 1)
        if patterns(lang).shows(text[found.end() :]) and _is_plain(of, span):
            yield span
            return


def _is_plain(of: Sequence[Run], span: _Span) -> bool:
    """Whether nothing in a span stands out: no bold term, no formula, code or footnote."""
    at = 0
    for run in of:
        inside = at < span[1] and at + max(1, len(run.text)) > span[0]
        if inside and (run.bold or run.highlight or run.underline or run.formula or run.code or run.call):
            return False
        at += len(run.text)
    return True


def _apart(spans: Sequence[_Span]) -> list[_Span]:
    """The spans that do not overlap one before them."""
    out: list[_Span] = []
    for span in sorted(spans):
        if not out or span[0] >= out[-1][1]:
            out.append(span)
    return out


def _without(text: str, spans: Sequence[_Span]) -> str:
    return "".join(text[a:b] for a, b in _kept(spans, len(text)))


def _kept(spans: Sequence[_Span], length: int) -> Iterator[_Span]:
    at = 0
    for start, end in spans:
        yield at, start
        at = end
    yield at, length


def _cut(of: Sequence[Run], spans: Sequence[_Span]) -> Iterator[Run]:
    """The runs without some spans of their text."""
    at = 0
    length = sum(len(run.text) for run in of)
    for run in of:
        end = at + len(run.text)
        inside = [(max(a, at), min(b, end)) for a, b in _kept(spans, length) if a < end and b > at]
        text = "".join(run.text[a - at : b - at] for a, b in inside)
        if text or not run.text:
            yield replace(run, text=text)
        at = end

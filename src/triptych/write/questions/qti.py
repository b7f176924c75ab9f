"""Questions in QTI 2.1 (IMS Global): a package of items with their manifest, as Canvas and others read it."""

from collections.abc import Mapping, Sequence
from typing import assert_never

import msgspec

from triptych.model import document as doc
from triptych.model.picture import Picture
from triptych.model.questions import has_answer
from triptych.write.pptx.archive import archive
from triptych.write.questions.parts import GAP, Writer, gaps_of, name_of, numeric, points_of, said, steps, xml
from triptych.write.questions.qti_html import qti_html

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_ITEM = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_TEMPLATES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates"
_SCHEMAS = (
    f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="{_ITEM} '
    'http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"'
)


class _Body(msgspec.Struct, frozen=True):
    """The declarations of an item's answers, what its body shows, and how answers are counted."""

    declared: str
    shown: str
    counted: str


def write_qti(
    questions: Sequence[doc.Question],
    lang: str,
    words: tuple[str, str],
    pictures: Mapping[str, Picture],
    called: Mapping[doc.CalloutKind, str],
) -> bytes:
    """The package; the same questions give the same bytes. `words` are those for true and false."""
    writer = Writer(pictures, called)
    items = [question for question in questions if question.answer]
    names = [f"item-{place:03}.xml" for place, _ in enumerate(items, 1)]
    files = [
        (name, _item(question, name[:-4], lang, words, writer)) for name, question in zip(names, items, strict=True)
    ]
    return archive([("imsmanifest.xml", _manifest(names)), *files])


def _manifest(names: Sequence[str]) -> bytes:
    resources = "".join(
        f'<resource identifier="{name[:-4]}" type="imsqti_item_xmlv2p1" href="{name}">'
        f'<file href="{name}"/></resource>\n'
        for name in names
    )
    meta = "<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>"
    return (
        f'{_HEAD}<manifest xmlns="{_PACKAGE}" identifier="questions">\n{meta}\n'
        f"<organizations/>\n<resources>\n{resources}</resources>\n</manifest>\n"
    ).encode()


def _item(question: doc.Question, name: str, lang: str, words: tuple[str, str], writer: Writer) -> bytes:
    body = _body(question, words, writer)
    outcome = (
        '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float">'
        f'<defaultValue><value>0</value></defaultValue></outcomeDeclaration>\n<outcomeDeclaration identifier="MAXSCORE"'
        f' cardinality="single" baseType="float"><defaultValue><value>{points_of(question)}</value></defaultValue>'
        "</outcomeDeclaration>"
    )
    return (
        f'{_HEAD}<assessmentItem xmlns="{_ITEM}" {_SCHEMAS} identifier="{name}" title="{xml(name_of(question))}"'
        f' adaptive="false" timeDependent="false" xml:lang="{xml(lang)}">\n{body.declared}\n{outcome}\n'
        f"<itemBody>\n{body.shown}\n</itemBody>\n{body.counted}\n</assessmentItem>\n"
    ).encode()


def _body(question: doc.Question, words: tuple[str, str], writer: Writer) -> _Body:
    text, answer = qti_html(writer.asked(question)), question.answer
    points = float(question.points or 1)
    match answer:
        case doc.Choice(options) if has_answer(answer):
            choices = [(qti_html(writer.inlines(o.inlines) + writer.blocks(o.blocks)), o.right) for o in options]
            return _choice(text, choices, points, shuffled=not answer.fixed)
        case doc.Truth(true):
            return _choice(text, [(xml(words[0]), true), (xml(words[1]), not true)], points, shuffled=False)
        case doc.Matching(pairs):
            return _matched(
                text, [(qti_html(writer.inlines(p.left)), xml(said(p.right, p.blocks))) for p in pairs], points
            )
        case doc.Ordering():
            return _ordered(text, [(qti_html(writer.blocks(blocks)), place) for blocks, place in steps(answer)], points)
        case doc.Number():
            return _number(text, answer, points)
        case doc.Gaps():
            return _gaps(writer.asked(question), gaps_of(question), points)
        case None | doc.Choice() | doc.Open():
            declared = '<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="string"/>'
            return _Body(declared, f'{text}<extendedTextInteraction responseIdentifier="RESPONSE"/>', "")
        case _:
            assert_never(answer)


def _declared(name: str, cardinality: str, kind: str, right: Sequence[str], share: float) -> str:
    """An answer with what is right of it, each worth as much."""
    values = "".join(f"<value>{xml(value)}</value>" for value in right)
    entries = "".join(f'<mapEntry mapKey="{xml(value)}" mappedValue="{share:.6g}"/>' for value in dict.fromkeys(right))
    mapping = f'<mapping defaultValue="0" lowerBound="0">{entries}</mapping>'
    return (
        f'<responseDeclaration identifier="{name}" cardinality="{cardinality}" baseType="{kind}">'
        f"<correctResponse>{values}</correctResponse>{mapping}</responseDeclaration>"
    )


_MAPPED = f'<responseProcessing template="{_TEMPLATES}/map_response"/>'


def _choice(text: str, choices: Sequence[tuple[str, bool]], points: float, *, shuffled: bool) -> _Body:
    right = [f"c{place}" for place, (_, true) in enumerate(choices, 1) if true]
    several = len(right) > 1
    inside = "".join(
        f'<simpleChoice identifier="c{place}">{shown}</simpleChoice>' for place, (shown, _) in enumerate(choices, 1)
    )
    declared = _declared(
        "RESPONSE", "multiple" if several else "single", "identifier", right, points / max(1, len(right))
    )
    if several:  # who ticks everything does not get everything
        share = points / len(right)
        wrong = "".join(
            f'<mapEntry mapKey="c{place}" mappedValue="-{share:.6g}"/>'
            for place, (_, true) in enumerate(choices, 1)
            if not true
        )
        declared = declared.replace("</mapping>", f"{wrong}</mapping>")
    shown = (
        f'{text}<choiceInteraction responseIdentifier="RESPONSE" shuffle="{str(shuffled).lower()}"'
        f' maxChoices="{0 if several else 1}">{inside}</choiceInteraction>'
    )
    return _Body(declared, shown, _MAPPED)


def _matched(text: str, pairs: Sequence[tuple[str, str]], points: float) -> _Body:
    rights = list(dict.fromkeys(right for _, right in pairs))
    right = [f"l{place} r{rights.index(pair[1]) + 1}" for place, pair in enumerate(pairs, 1)]
    declared = _declared("RESPONSE", "multiple", "directedPair", right, points / len(pairs))
    left_set = "".join(_associable(f"l{place}", left, 1) for place, (left, _) in enumerate(pairs, 1))
    right_set = "".join(_associable(f"r{place}", shown, 0) for place, shown in enumerate(rights, 1))
    shown = (
        f'{text}<matchInteraction responseIdentifier="RESPONSE" shuffle="true" maxAssociations="{len(pairs)}">'
        f"<simpleMatchSet>{left_set}</simpleMatchSet><simpleMatchSet>{right_set}</simpleMatchSet></matchInteraction>"
    )
    return _Body(declared, shown, _MAPPED)


def _associable(name: str, shown: str, most: int) -> str:
    return f'<simpleAssociableChoice identifier="{name}" matchMax="{most}">{shown}</simpleAssociableChoice>'


def _ordered(text: str, items: Sequence[tuple[str, int]], points: float) -> _Body:
    values = "".join(f"<value>s{place}</value>" for place in range(1, len(items) + 1))
    declared = (
        '<responseDeclaration identifier="RESPONSE" cardinality="ordered" baseType="identifier">'
        f"<correctResponse>{values}</correctResponse></responseDeclaration>"
    )
    inside = "".join(f'<simpleChoice identifier="s{place}">{shown}</simpleChoice>' for shown, place in items)
    shown = f'{text}<orderInteraction responseIdentifier="RESPONSE" shuffle="true">{inside}</orderInteraction>'
    right = '<match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>'
    return _Body(declared, shown, _all_or_nothing(right, points))


def _number(text: str, answer: doc.Number, points: float) -> _Body:
    number = numeric(answer)
    field = '<p><textEntryInteraction responseIdentifier="RESPONSE" expectedLength="15"/></p>'
    if number is None:
        return _Body(_declared("RESPONSE", "single", "string", [answer.said], points), text + field, _MAPPED)
    declared = (
        '<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="float">'
        f"<correctResponse><value>{number.value}</value></correctResponse></responseDeclaration>"
    )
    right = (
        f'<equal toleranceMode="absolute" tolerance="{number.tolerance} {number.tolerance}">'
        '<variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal>'
    )
    return _Body(declared, text + field, _all_or_nothing(right, points))


def _all_or_nothing(condition: str, points: float) -> str:
    value = f'<setOutcomeValue identifier="SCORE"><baseValue baseType="float">{points:g}</baseValue></setOutcomeValue>'
    return (
        f"<responseProcessing><responseCondition><responseIf>{condition}{value}</responseIf></responseCondition>"
        "</responseProcessing>"
    )


def _gaps(html: str, gaps: Sequence[str], points: float) -> _Body:
    """A field for each gap, of which each counts for itself."""
    names = [f"RESPONSE{place}" for place in range(1, html.count(GAP) + 1)]
    fields = [f'<textEntryInteraction responseIdentifier="{name}" expectedLength="20"/>' for name in names]
    shown = qti_html(html, fields)
    share = points / max(1, len(names))
    declared = "\n".join(
        _declared(name, "single", "string", [gap], share) for name, gap in zip(names, gaps, strict=False)
    )
    mapped = "".join(f'<mapResponse identifier="{name}"/>' for name in names)
    total = f'<setOutcomeValue identifier="SCORE"><sum>{mapped}</sum></setOutcomeValue>'
    counted = f"<responseProcessing>{total}</responseProcessing>"
    return _Body(declared, shown, counted)

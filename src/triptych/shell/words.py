"""What each word of a panel's form means, in a line."""

from collections.abc import Mapping

_EDGES = {
    "long-edge": "the printer turns the paper over its long edge",
    "short-edge": "the printer turns the paper over its short edge",
}
WORDS: Mapping[str, Mapping[str, str]] = {
    "deck": {
        "talk": "slides show what matters most; the rest stands in their notes",
        "full": "slides show every sentence",
        "45-minutes": "how long the lecture is, which decides how much slides show; any number of minutes",
    },
    "handout": {
        "article": "the whole text, with room in the margin",
        "cornell": "a column for cues beside the text and room for a summary below it",
        "slides": "the slides, three a page",
        **{f"slides-{n}": f"the slides, {n} a page" for n in (1, 2, 3, 4, 6, 9)},
        "notes": "each slide above its notes",
        "lines": "room to write has lines",
        "dots": "room to write has dots",
        "squares": "room to write has squares",
        "full-width": "the text takes the whole width of the page",
        "wide-margins": "more room beside the text",
        "corrections": "room between the lines and a margin for corrections",
        "two-sided": "inner and outer margins, for both sides of the paper",
    },
    "cheat-sheet": {
        "a3": "paper of 297 × 420 mm",
        "a4": "paper of 210 × 297 mm",
        "a5": "paper of 148 × 210 mm",
        "letter": "paper of 8.5 × 11 in",
        "legal": "paper of 8.5 × 14 in",
        "card": "an index card of 3 × 5 in",
        "poster": "a poster, A2",
        "landscape": "the paper lies on its long side",
        "portrait": "the paper stands on its short side",
        "one-side": "one side of the paper",
        "two-sides": "both sides of the paper",
        "by-importance": "what matters most comes first",
        "in-order": "in the order of the document",
        "by-section": "each section has its part of the sheet",
        "frame": "a line round the sheet, to cut along",
        "large": "no type under 10 pt",
        "9pt": "no type under 9 pt; any size that is legible",
    },
    "cards": {**{f"{n}-up": f"{n} cards on a page" for n in (2, 4, 8, 10)}, **_EDGES},
    "print": {
        "booklet": "to be printed on both sides, folded and stapled",
        "2-up": "two pages on each sheet, set for their size",
        "4-up": "four pages on each sheet, set for their size",
        "8-sheets": "a thick booklet in parts of so many sheets",
        "grey": "tells what is lost on a printer without colour",
        **_EDGES,
    },
    "test": {
        "choices": "questions with answers to choose from",
        "gaps": "sentences with gaps",
        "matching": "things that belong together",
        "ordering": "things to put in order",
        "open": "questions to be answered in words",
        "large": "large print, 18 pt",
        "grades": "a table for points and grades",
        "20-questions": "how many questions there are at most; any number",
        "3-versions": "versions with another order of questions and answers; any number",
        "seed-7": "another draw of the order; any number",
    },
    "blanks": {
        "terms": "terms that are defined are blank for students",
        "dates": "dates are blank for students",
        "labels": "labels of numbered points are blank for students",
    },
    "questions": {
        "moodle": "Moodle XML, with pictures",
        "gift": "GIFT, plain text that many platforms read",
        "qti": "QTI 2.1, a package for Canvas and others",
        "kahoot": "the spreadsheet that Kahoot imports: choices of up to four answers",
        "quizlet": "a table with tabs that Quizlet imports",
    },
}


def explained(asked: str, known: Mapping[str, Mapping[str, str]] = WORDS) -> list[tuple[str, str]]:
    """A form's words with what each means, or a word's meaning in each form that has it; nothing if it is none."""
    name = asked.lower().removeprefix("--")
    if name in known:
        return list(known[name].items())
    return [(f"--{key} {word}", said) for key, words in known.items() for word, said in words.items() if word == name]

"""What pandoc adds to Markdown is read as pandoc reads it."""

import pytest
from shown import ours, theirs

TABLES = {
    "grid": "+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+\n| 3 | 4 |\n+---+---+\n",
    "grid without heads": "+-----+-----+\n| one | two |\n+-----+-----+\n| 3   | 4   |\n+-----+-----+\n",
    "grid with lists": (
        "+-------+---------+\n| Tree  | Uses    |\n+=======+=========+\n| Oak   | - ships |\n"
        "|       | - wine  |\n+-------+---------+\n"
    ),
    "grid with sides": (
        "+------:+:-----:+:----+\n| a     | b     | c   |\n+=======+=======+=====+\n| 1     | 2     | 3   |\n"
        "+-------+-------+-----+\n"
    ),
    "grid with words over two lines": (
        "+-------------+-------+\n| Long words  | b     |\n+=============+=======+\n| they go on  | x     |\n"
        "| below       |       |\n+-------------+-------+\n"
    ),
    "simple": (
        "  Right     Left     Center\n-------     ------ ----------\n     12     12        12\n"
        "    123     123       123\n"
    ),
    "simple with a caption": "Name  Age\n----  ---\nAnn   30\nBo    7\n\nTable: People and *ages*\n",
    "headless": (
        "-------     ------ ----------\n     12     12        12\n    123     123       123\n"
        "-------     ------ ----------\n"
    ),
    "multiline": (
        "-------------------------------\n Centred   Default      Right\n  Header   Aligned    Aligned\n"
        "---------- ---------- ----------\n  First    row              12.0\n           of words\n\n"
        " Second    row               5.0\n-------------------------------\n\nTable: Two rows\n"
    ),
    "with code": (
        "+------+-------+\n| What | How   |\n+======+=======+\n| run  | `a b` |\n+------+-------+\n"
        "| x    | **y** |\n+------+-------+\n"
    ),
}
LISTS = {
    "letters": "a. one\nb. two\n",
    "letters in brackets": "(a) one\n(b) two\n(c) three\n",
    "roman": "i. one\nii. two\niii. three\n",
    "large roman": "I. one\nII. two\n",
    "large letters": "A)  one\nB)  two\n",
    "numbers in brackets": "(1) one\n(2) two\n",
    "from another number": "(c) three\n(d) four\n",
    "automatic": "#. one\n#. two\n",
    "letters below numbers": "1. one\n\n    a. below\n    b. below too\n\n2. two\n",
    "roman below letters": "(a) one\n\n    i. below\n    ii. below too\n\n(b) two\n",
    "with lines that go on": "(a) one\n    goes on\n(b) two\n",
    "with paragraphs": "a) one\n\n   more of it\n\nb) two\n",
}
EXAMPLES = {
    "one": "(@) first\n",
    "two": "(@) first\n(@) second\n",
    "apart": "(@) first\n\nText.\n\n(@) second\n",
    "named": "(@good) first\n\nAs (@good) shows.\n",
    "named before": "See (@late).\n\n(@early) first\n\n(@late) second\n",
    "two named": "(@a1) one\n(@b1) two\n\nBoth (@a1) and (@b1).\n",
    "with a mark": "(@)  *first*\n(@)  `second`\n",
    "three apart": "(@) one\n\nText.\n\n(@) two\n\nText.\n\n(@) three\n",
}
LINE_BLOCKS = {
    "two": "| one\n| two\n",
    "a stanza": "| one\n| two\n|\n| three\n",
    "indented": "| one\n|     in\n| out\n",
    "with marks": "| *one*\n| **two**\n",
    "going on": "| one\n  goes on\n| two\n",
    "an address": "| 12 Rain Street\n| Old Town\n| 1234\n",
    "before text": "| one\n| two\n\nText.\n",
    "with a formula": "| $x$\n| $y$\n",
}
CITATIONS = {
    "one": "So it is [@ann].",
    "with a page": "So it is [@ann, p. 3].",
    "with words before": "So it is [see @ann, p. 3].",
    "without the author": "So it is [-@ann, p. 5].",
    "two": "So it is [@ann; @bo].",
    "in the sentence": "As @ann says.",
    "in the sentence with a page": "As @ann [p. 33] says.",
    "with a chapter": "So it is [@ann, chap. 2].",
    "with words behind": "So it is [@ann, and others].",
}
FOOTNOTES = {
    "one": "Text[^1].\n\n[^1]: The note.\n",
    "two": "One[^a] and two[^b].\n\n[^a]: First.\n\n[^b]: Second.\n",
    "inline": "Text^[the *note*].\n",
    "paragraphs": "Text[^1].\n\n[^1]: The note.\n\n    More of it.\n",
    "in a list": "- item[^1]\n\n[^1]: The note.\n",
    "in a grid": "+-------+\n| a^[n] |\n+-------+\n",
    "with a list": "Text[^1].\n\n[^1]: The note.\n\n    - one\n    - two\n",
    "with code": "Text[^1].\n\n[^1]: See `x`.\n",
}
DIVS = {
    "a group": "::: group\nText.\n:::\n",
    "with a list": "::: {.group}\n- one\n- two\n:::\n",
    "nested": ":::: outer\n::: inner\nText.\n:::\n::::\n",
    "html": "<div>\nText.\n</div>\n",
    "with a table": "::: group\n+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+\n:::\n",
    "around two": "::: group\nOne.\n\nTwo.\n:::\n",
    "with an id": "::: {#x .group}\nText.\n:::\n",
    "with colons behind": "::::: group :::::\nText.\n:::::::::\n",
}
RAW_TEX = {
    "a page": "One.\n\n\\newpage\n\nTwo.\n",
    "a skip": "One.\n\n\\bigskip\n\nTwo.\n",
    "within a line": "Text\\vspace{1cm} goes on.\n",
    "two": "One.\n\n\\clearpage\n\\newpage\n\nTwo.\n",
    "a macro": "\\newcommand{\\R}{\\mathbb{R}}\n\nIn $\\R$ it is.\n",
    "a macro with an argument": "\\newcommand{\\vv}[1]{\\mathbf{#1}}\n\nThe $\\vv{x}$ here.\n",
    "no indent": "\\noindent Text.\n",
    "a list of contents": "\\tableofcontents\n\nText.\n",
}
ALL = {
    "table": TABLES,
    "list": LISTS,
    "example": EXAMPLES,
    "lines": LINE_BLOCKS,
    "note": FOOTNOTES,
    "div": DIVS,
    "tex": RAW_TEX,
}


@pytest.mark.parametrize(
    "text", [pytest.param(text, id=f"{kind}: {name}") for kind, texts in ALL.items() for name, text in texts.items()]
)
def test_it_is_read_as_pandoc_reads_it(text: str) -> None:
    assert ours(text) == theirs(text)


@pytest.mark.parametrize("text", CITATIONS.values(), ids=CITATIONS)
def test_citations_are_read_as_pandoc_reads_them(text: str) -> None:
    assert ours(f"---\nbibliography: x.bib\n---\n\n{text}\n") == theirs(text)

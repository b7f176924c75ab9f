"""How strongly each kind of evidence counts: every constant of the measure, in one table."""

import msgspec


class Strengths(msgspec.Struct, frozen=True):
    """What is added to a weight for each piece of evidence; a sentence in the middle of a text has about 1."""

    # what its words are worth: the mean over its content words
    spread: float = 3.0  # times the root of the share of statements that say the word: subjects come up again and again
    in_term: float = 2.4  # the word is part of a term of the document: the author's own vocabulary
    in_title: float = 2.0  # the word is in a title above: the author's own summary
    central: float = 0.5  # LexRank: likeness to all others counts whole sentences, not words
    # what the author says
    essential: float = 8.0  # outweighs everything else together
    optional: float = -8.0  # is outweighed by everything else
    marked: float = 2.0  # a key phrase: marked by hand, one by one
    introduces: float = 2.0  # a bold or declared term for the first time: its definition, more often than not
    slanted: float = 0.3  # a slanted phrase: a term, or a mere title
    stressed: float = 0.8  # a whole sentence in bold
    claims: float = 1.5  # "Definition", "Theorem", "Key point" before it
    # what it is
    point: float = 0.8  # an author who labels points has summed up by himself
    term: float = 1.2  # a definition list says what things are
    formula: float = 1.5  # what is left of a derivation
    explains: float = 0.3  # formulae in its line: says what their letters are
    figure: float = 0.8  # pictures are remembered
    table: float = 0.6  # a caption and a head say what the rows are about
    row: float = 0.0  # as its words are
    item: float = 0.3  # a list is an author's choice already
    code: float = 0.3  # an example or a recipe: cannot be told
    output: float = -2.0  # what a command printed shows once more what it does
    question: float = -1.0  # its answer says more
    # where it stands
    summary: float = 2.0  # what to take away
    important: float = 0.8  # the author says so
    note: float = -0.5  # boxes beside the text are stories and hints: half as often in summaries
    example: float = -0.4  # shows what was said before
    quote: float = -0.4  # another's words
    goal: float = -3.0  # what is to be learnt, not what there is to know
    exercise: float = -4.0  # asks for what the text says
    aside: float = -4.0  # references, contents, aims
    before: float = 0.5  # before the first heading: what the whole is about
    first: float = 0.2  # of its paragraph: most paragraphs begin with their point
    last: float = 0.3  # of its section: conclusions
    # how it says it
    defines: float = 0.3  # "is", "means", "is called" beside a new term
    concludes: float = 0.2  # "overall", "thus"
    names: float = 0.1  # dates and people that the author declares
    shows: float = -0.3  # "for example"
    back: float = -0.05  # "this" or "she" of what was said before: understood only after that
    address: float = -0.5  # speaks to the reader
    asks: float = -0.3  # tells the reader to do something
    asked: float = -0.6  # a question to think about
    exclaims: float = -0.5  # an exclamation mark: enthusiasm
    aims: float = -2.5  # what a text will do: says the words of its title, and is said again where it does it
    greeting: float = -4.0  # not about the subject
    leads: float = -1.0  # says nothing without what follows
    linked: float = -1.0  # the share that is links: where to read on
    brief: float = -0.5  # fewer than four words


STRENGTHS = Strengths()

SMOOTH = 3
"""Content words that a statement is given on top of its own: the mean over one or two words is chance."""
PART = 100
"""Statements from which on a section is measured by itself: less is too little to tell subjects by, and what is common
in a whole course is not what one lecture is about."""
BRIEF = 4
"""Words from which on a sentence says something."""

HEARD = 0.35
"""The share of a word's worth that is lost once it was said: not all, for a subject needs several sentences."""
SAME = 0.7
"""The share of a statement's word pairs from which on it says again what was said."""
PAIRS = 4
"""Word pairs from which on that share is no chance."""
EVEN = 0.5
"""What a weight loses for each fair share that its section has had: sections are not left out, nor made alike."""
FAIR = 25
"""Words of the smallest fair share: a sentence."""
SHORT = 20
"""Words that each statement is reckoned longer by when worth is compared with length, or the shortest always win."""
LENGTH = 0.65
"""The power of the length that worth is divided by: the longer says more, and leaves room for fewer others."""

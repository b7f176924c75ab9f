"""How strongly each kind of evidence counts: every constant of the measure, in one table."""

import msgspec


class Strengths(msgspec.Struct, frozen=True):
    """What is added for each piece of evidence; a sentence in the middle of a text has a weight of about 1."""

    # what the author says
    essential: float = 6.0  # outweighs everything else together
    optional: float = -4.0  # below everything but greetings
    marked: float = 1.5  # a key phrase
    introduces: float = 1.2  # a bold or declared term for the first time
    names_term: float = 0.25  # a term once more
    slanted: float = 0.15  # a slanted phrase for the first time: a term, a title, or stress
    stressed: float = 0.5  # a bold sentence
    defines: float = 0.4  # "is", "means", "is called" beside the term
    # what it is
    point: float = 1.0
    term: float = 1.5
    formula: float = 1.2
    explains: float = 0.3  # has formulae in its line
    figure: float = 0.6
    table: float = 0.4
    row: float = 0.1
    item: float = 0.2
    code: float = 0.3
    question: float = 0.2
    # where it stands
    summary: float = 1.5
    important: float = 0.8
    note: float = -0.2
    example: float = -0.4
    quote: float = -0.4
    exercise: float = -3.0
    aside: float = -3.0
    first: float = 0.35  # of its paragraph
    last: float = 0.1  # of its section
    # what it says
    central: float = 1.0  # in the document
    at_home: float = 0.5  # in its section
    titled: float = 1.5  # says the words of the titles above it
    frequent: float = 0.08  # says the document's commonest words
    dated: float = 0.1  # numbers, dates
    named: float = 0.1  # people
    # how it says it
    greeting: float = -3.0
    aims: float = -1.5
    asks: float = -0.6
    asked: float = -0.8  # a question in running text
    exclaims: float = -0.5
    shows: float = -0.3  # an example
    back: float = -0.1  # "this" or "she" of what was said before
    concludes: float = 0.3
    address: float = -0.4
    leads: float = -1.0
    linked: float = -1.0  # the share that is links
    brief: float = -0.5  # fewer than four words


STRENGTHS = Strengths()

"""What we have to know of a language to read it, to weigh it and to write in it."""

from collections.abc import Mapping

import msgspec


class Abbreviations(msgspec.Struct, frozen=True, kw_only=True):
    """What a full stop may stand behind without ending the sentence.

    Words without their last full stop, in small letters, with spaces between them. `titles` stand before what they
    belong to and end nothing; `numbered` end nothing before a number, and are words like others elsewhere; `others` end
    a sentence only where what follows begins one.
    """

    titles: str = ""
    numbered: str = ""
    others: str = ""


class Phrases(msgspec.Struct, frozen=True, kw_only=True):
    """Beginnings of sentences, labels and titles, by which it can be told what the text behind them is worth.

    Each is alternatives of a pattern, in small letters; empty where we know none. `greeting`: to the reader, not about
    the subject. `aims`: what a text is going to do, or what it is to teach. `asks`: tells the reader to do something;
    `prompts`: as the task of an examination does.
    `example`: shows what was said before. `back`: says "this" or "she" of what the sentence before named, or goes on
    from it. `refers`: only such pronouns, without which it is not understood. `connects`: what joins a sentence to the
    one before it, and can be left out with the comma behind it. `announces`: what stands beneath. `means`: says what
    something is. `concludes`: sums up. `address`: words that speak to the reader. Labels before a text: `claims`
    of what holds, `minor` of what only supports it. Titles of sections: `sums` what was said, `aside` what one can do
    without (references, exercises, contents, aims).
    """

    greeting: str = ""
    aims: str = ""
    asks: str = ""
    prompts: str = ""
    example: str = ""
    back: str = ""
    refers: str = ""
    connects: str = ""
    announces: str = ""
    means: str = ""
    concludes: str = ""
    address: str = ""
    claims: str = ""
    minor: str = ""
    sums: str = ""
    aside: str = ""


class Language(msgspec.Struct, frozen=True, kw_only=True):
    """A language as data. Fields without a default are in every language; the others only where it has such a thing.

    Phrases are in small letters, and an apostrophe in them stands for either form of it. *Patterns* are regular
    expressions without groups, in small letters, that are looked for whatever the case.
    """

    tag: str
    """BCP 47."""

    # What we say.
    words: Mapping[str, str]
    """Our own few words by their key; `languages.words.KEYS` are all of them."""
    quotes: tuple[str, str]
    inner_quotes: tuple[str, str]
    """Quotation marks, and those within quotations (CLDR), with the space that belongs to them."""
    decimal: str
    group: str
    """What stands before decimals and between thousands (CLDR)."""
    numbered: str = "{name} {number}"
    """How a thing is called by its number: in Hungarian *1. ábra*, its name with a small letter."""
    before_colon: str = ""
    """What stands between a label and its colon: French has a space there."""
    citations: str
    """The locale in which citeproc sets citations."""

    # Dates.
    months: tuple[str, ...]
    """The twelve months as they are called alone (CLDR)."""
    months_in_dates: tuple[str, ...] = ()
    """The twelve months as they are called behind a day, where that differs (CLDR)."""
    month_abbreviations: Mapping[str, int] = {}
    """What else months are called: abbreviations that are no beginning of the name or shorter than three letters, other
    spellings; in small letters, with the number of the month."""
    date_link: str = ""
    """The word that stands between the parts of a date: 9 *de* mayo *de* 1950."""
    month_first_in: tuple[str, ...] = ()
    """The regions that write 5/9/1950 for the ninth of May."""
    before_our_era: tuple[str, ...]
    """Patterns for what marks years before our era: 44 *BC*, *公元前* 44."""
    centuries: tuple[str, ...] = ()
    """Patterns for how the word begins that stands behind the number of a century: 19th *centur*y."""
    centuries_before: tuple[str, ...] = ()
    """Patterns for what stands before the number of a century: *siglo* XIX."""
    ordinals: tuple[str, ...] = ()
    """Patterns for what stands between that number and the word: 19*th* century."""

    # What authors say.
    summary_titles: tuple[str, ...]
    """Headings that announce a conclusion and nothing else."""
    conclusions: tuple[str, ...]
    """How a paragraph begins that concludes."""
    parts: tuple[str, ...] = ()
    """What the numbered parts of a course are called: week, lecture."""
    reference_titles: tuple[str, ...]
    """Headings of a list of literature, besides our own word for it."""
    locators: Mapping[str, str] = {}
    """How citations name a place in a work, in small letters without a stop, and what that is called in CSL."""
    yes: tuple[str, ...]
    no: tuple[str, ...]
    """Answers to a question of true or false, besides our own words for these."""

    # How it is read.
    telling_words: frozenset[str] = frozenset()
    """The commonest words that few of the languages with the same script share: they tell the language of a text; in
    Chinese characters do. Not needed where no other language of ours has the script."""
    letters: str = ""
    """The letters, besides a–z in the Latin script, that not every language of its script has: they tell it, too."""
    sentence_ends: str
    """The characters that end a sentence."""
    abbreviations: Abbreviations = Abbreviations()
    counts_with_stops: bool = False
    """Whether a number with a full stop counts: "the 3. of October"."""
    small_words: str = ""
    """Words that say little by themselves, and that sentences often begin with: in small letters, with spaces between
    them."""
    before_places: str = ""
    before_persons: str = ""
    """Prepositions that stand right before names of places, and titles that belong to persons: in small letters, with
    spaces between them; in languages whose names have capitals and no endings for this."""
    person_pronouns: str = ""
    """Pronouns that stand for a person as what a sentence is about, and for little else: in small letters, with spaces
    between them."""
    names_before_nouns: bool = False
    """Whether a name says of a noun behind it whose or of what sort it is: Soviet aides, Fortune magazine."""
    phrases: Phrases = Phrases()
    stemmer: str = ""
    """The algorithm of Snowball that finds the stem of a word, if there is one."""
    own_letters: str = ""
    """Letters that the alphabet has behind their base letter and not with it."""
    capital_nouns: bool = False
    """Whether every noun has a capital, so that it tells no names."""
    digits: str = ""
    """Its own digits from zero to nine, where there are any besides 0–9 (CLDR)."""

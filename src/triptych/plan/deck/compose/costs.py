"""What makes a slide poor, and how much: every figure of the search, in one table."""

import msgspec


class Costs(msgspec.Struct, frozen=True):
    """The costs of a slide; one more slide costs `slide`, all others are measured against that."""

    slide: float = 1.0
    # words
    words: int = 32  # a slide holds so many at ease
    most: int = 60  # and hardly ever more
    over: float = 0.09  # each word past that ease
    crowd: float = 0.15  # each word past the most, besides
    few: int = 20  # fewer words than these look thin, where nothing stands beside them
    under: float = 0.05  # each word that is lacking
    lonely_words: int = 8
    lonely: float = 4.0  # a slide of fewer words than that, and nothing beside them
    # room
    air: float = 1.0  # an empty slide; the square of what is left
    small: float = 0.8  # type one step smaller than its neighbours'
    bullets: int = 6
    crowded: float = 0.3  # each bullet more
    picture: float = 1.2  # a picture as small as nothing; the share of the slide that it lacks
    picture_share: float = 0.3  # the share of a slide that a picture has if it is large
    # what is parted
    lead: float = 4.0  # a lead-in from what it leads to
    explained: float = 1.5  # an object from the sentence before it
    refers: float = 5.0  # a figure from the text that refers to it
    back: float = 2.5  # a sentence that begins with a pronoun from what that speaks of
    listed: float = 1.6  # a list
    paragraph: float = 0.3  # a paragraph
    head: float = 0.25  # each further title on a slide


COSTS = Costs()

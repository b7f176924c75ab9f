"""How central each statement is: how much it has in common with the others."""

import math
from collections.abc import Mapping, Sequence

Vector = dict[str, float]


def vectors(stems: Sequence[Sequence[str]], inside: Mapping[str, int]) -> list[Vector]:
    """Each statement's stems with their tf-idf weights, as vectors of length 1.

    `inside` has the number of statements that say each stem.
    """
    many = len(stems)
    rare = {stem: math.log(many / (1 + count)) + 1 for stem, count in inside.items()}
    out = []
    for each in stems:
        vector: Vector = {stem: rare[stem] for stem in each}
        if len(vector) < len(each):
            vector = {}
            for stem in each:
                vector[stem] = vector.get(stem, 0.0) + rare[stem]
        length = math.sqrt(sum([value * value for value in vector.values()]))
        out.append({stem: value / length for stem, value in vector.items()} if length else {})
    return out


def centrality(of: Sequence[Vector]) -> list[float]:
    """The degree of each statement in the graph of likeness, as a share of the greatest.

    LexRank (Erkan & Radev 2004) and TextRank (Mihalcea & Tarau 2004) walk at random from sentence to sentence, the more
    likely the more alike two are, and rank them by how often they are visited. Likeness (the cosine) is symmetric, so
    without a threshold the walk visits each sentence in proportion to the sum of its likenesses: the degree. As all
    vectors have length 1, that is the product of a vector with the sum of all: no pair of sentences is ever compared,
    and the time grows with the number of words only.
    """
    total: Vector = {}
    for vector in of:
        for stem, value in vector.items():
            total[stem] = total.get(stem, 0.0) + value
    degrees = [sum([value * total[stem] for stem, value in vector.items()]) - bool(vector) for vector in of]
    most = max(degrees, default=0.0)
    return [max(0.0, degree) / most if most > 1e-9 else 0.0 for degree in degrees]

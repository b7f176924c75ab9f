"""What a reader takes for one character, which no line may end within."""

from unicodedata import category

_STACKING = frozenset("\u0f84\u1039\u17d2\u1a60")
"""The signs of Tibetan, Burmese, Khmer and Tai Tham that put the next letter beneath, which UAX #29 does not know."""


def graphemes(text: str) -> list[str]:
    """A text cut into what one sees as characters (UAX #29), each with the space behind it."""
    out: list[str] = []
    for cluster in text if text.isascii() else _clusters(text):
        if out and (cluster.isspace() or out[-1][-1] in _STACKING or category(cluster[0]).startswith("M")):
            out[-1] += cluster
        else:
            out.append(cluster)
    return out


def _clusters(text: str) -> list[str]:
    from uniseg.graphemecluster import grapheme_clusters

    return list(grapheme_clusters(text))

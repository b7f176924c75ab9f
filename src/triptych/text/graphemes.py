"""What a reader takes for one character, which no line may end within."""

_STACKING = frozenset("\u1039\u17d2\u1a60")
"""The signs of Burmese, Khmer and Tai Tham that put the next letter beneath; the Unicode rule does not know them."""


def graphemes(text: str) -> list[str]:
    """A text cut into what one sees as characters (UAX #29), each with the space behind it."""
    out: list[str] = []
    for cluster in text if text.isascii() else _clusters(text):
        if out and (cluster == " " or out[-1][-1] in _STACKING):
            out[-1] += cluster
        else:
            out.append(cluster)
    return out


def _clusters(text: str) -> list[str]:
    from uniseg.graphemecluster import grapheme_clusters

    return list(grapheme_clusters(text))

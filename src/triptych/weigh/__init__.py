"""How much each sentence, item, row and block of a document matters, and which of them to show.

`weigh` gives each statement of a document a weight: the mean worth of its words, its likeness to all other statements,
and what its author and its wording say of it. `choose` takes the statements that say the most in a number of words,
none twice. All of it is arithmetic on the document, in any language: the same document has the same weights.

The worth of words: SumBasic (Nenkova & Vanderwende 2005), with titles and terms (Edmundson 1969). Likeness: LexRank
(Erkan & Radev 2004) and TextRank (Mihalcea & Tarau 2004). Choosing: maximal marginal relevance (Carbonell & Goldstein
1998). Every constant, and why it is as it is, stands in `strengths`.
"""

from triptych.weigh.choose import choose, ranking
from triptych.weigh.weights import Place, Statement, Weigh, Weights, is_longer, weigh

__all__ = ["Place", "Statement", "Weigh", "Weights", "choose", "is_longer", "ranking", "weigh"]

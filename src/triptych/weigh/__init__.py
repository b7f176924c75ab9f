"""How much each sentence, item, row and block of a document matters."""

from triptych.weigh.choose import choose, ranking
from triptych.weigh.weights import Place, Statement, Weights, weigh

__all__ = ["Place", "Statement", "Weights", "choose", "ranking", "weigh"]

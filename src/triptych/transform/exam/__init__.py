"""Questions from the text alone: gaps, choices, matching, ordering and open questions, in the author's words.

`questions_from` gives them with the places that answer each, `versions_of` all that the versions of a test ask. All of
it is arithmetic on the document and the weights of its sentences (`weigh`): the same document and the same variant have
the same questions. Nothing is asked that another question tells (`secrets`), and no wrong answer is right as well
(`choices`).
"""

from triptych.transform.exam.compose import questions_from
from triptych.transform.exam.drafts import Asked, Place
from triptych.transform.exam.versions import kinds_of, versions_of

__all__ = ["Asked", "Place", "kinds_of", "questions_from", "versions_of"]

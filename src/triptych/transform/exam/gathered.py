"""The questions of a test as they are gathered: none asks or tells what another one asks."""

from collections.abc import Sequence

import msgspec

from triptych.model import document as doc
from triptych.model.queries import plain
from triptych.transform.exam.drafts import Draft, QuestionKind
from triptych.transform.exam.secrets import Shown, conflict, squeezed

SAME_OPTIONS = 3
"""Options from which on two questions choose among the same: who has answered one knows what is left for the other."""


class Gathered(msgspec.Struct):
    """The questions that are chosen so far. `head` is what is read above them."""

    head: tuple[Shown, ...]
    drafts: list[Draft] = msgspec.field(default_factory=list)

    def takes(self, draft: Draft) -> bool:
        """Add a question if it goes with the others."""
        if not goes_with(draft, self.drafts, self.head):
            return False
        self.drafts.append(draft)
        return True

    def taken(self) -> frozenset[int]:
        """The numbers of the sentences that are used or shown."""
        texts = (text.passage for draft in self.drafts for text in draft.texts)
        return frozenset((*texts, *(number for draft in self.drafts for number in draft.uses)))

    def count(self, kind: QuestionKind) -> int:
        """How many questions of a kind there are."""
        return sum(1 for draft in self.drafts if draft.kind == kind)


def goes_with(draft: Draft, others: Sequence[Draft], head: tuple[Shown, ...]) -> bool:
    """Whether a question asks for nothing that others ask for, neither tells nor is told what is asked, and does not
    choose among the same."""
    if conflict(head, draft.secrets):
        return False
    return not any(
        set(draft.answers) & set(other.answers)
        or set(draft.uses) & set(other.uses)
        or conflict(draft.texts, other.secrets)
        or conflict(other.texts, draft.secrets)
        or len(_options(draft) & _options(other)) >= SAME_OPTIONS
        for other in others
    )


def _options(draft: Draft) -> frozenset[str]:
    """What there is to choose from in a question whose options were found in the text."""
    answer = draft.question.answer
    if draft.kind != "choices" or not isinstance(answer, doc.Choice):
        return frozenset()
    return frozenset(squeezed(plain(option.inlines)) for option in answer.options)

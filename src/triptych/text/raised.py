"""Raised and lowered figures and signs as characters of their own: what is read of 2³, and not of 23."""

RAISED = dict(zip("0123456789+-\u2212=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
LOWERED = dict(zip("0123456789+-\u2212=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))


def as_read(text: str, rise: float) -> str:
    """A text that is raised, or lowered where that is negative, as it is read; as it is if it has other characters."""
    forms = RAISED if rise > 0 else LOWERED
    if not rise or not forms.keys() >= set(text) - {" "}:
        return text
    return "".join(forms.get(char, char) for char in text)

"""What stands in texts of every language, and what is understood where the language of a text is not known."""

from triptych.languages.language import Abbreviations

ABBREVIATIONS = Abbreviations(
    titles="dr prof mr mrs ms mme mlle sr sra dott ing dipl cf vs v viz e.g i.e st",
    numbered="p pp vol no nr fig figs eq eqs tab ch chap sec art par vols op cap bd lib ca c",
    others="etc al ibid ph.d m.a b.a resp op.cit ff",
)
"""Abbreviations that hold in all languages."""
COUNTED = (
    "januar jänner februar märz april mai juni juli august september oktober november dezember jahrhundert "
    "jahrhunderts jh jhd auflage kapitel klasse weltkrieg januari februari marts maj december århundrede århundre "
    "århundradet века век století stoletia"
)
"""What numbers with a full stop stand before also where the language of a text is not known."""

"""Questions for learning platforms: Moodle's XML, GIFT, QTI 2.1, and the tables of Kahoot and Quizlet."""

from triptych.write.questions.gift import write_gift
from triptych.write.questions.moodle import write_moodle
from triptych.write.questions.qti import write_qti
from triptych.write.questions.tables import write_kahoot, write_quizlet

__all__ = ["write_gift", "write_kahoot", "write_moodle", "write_qti", "write_quizlet"]

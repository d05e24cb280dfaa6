"""What somebody is told besides the answer: that it takes time, why there is none, why not here."""

from handlers.answers.feedback.failures import advice, error_number, explain, reason
from handlers.answers.feedback.notes import answer_press
from handlers.answers.feedback.waiting import Reading, waiting

__all__ = ["Reading", "advice", "answer_press", "error_number", "explain", "reason", "waiting"]

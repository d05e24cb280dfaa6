"""A question to the sentences that answer it, word for word, or to none."""

from summarizer.ask.answers import Answer, Answers, Passage, Subject
from summarizer.ask.page import page_answers
from summarizer.ask.ranking import find_answers, rank_answers

__all__ = [
    "Answer",
    "Answers",
    "Passage",
    "Subject",
    "find_answers",
    "page_answers",
    "rank_answers",
]

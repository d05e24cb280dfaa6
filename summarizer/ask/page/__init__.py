"""A page and a question in, all that the page says to it out: passages, lines, comments."""

from summarizer.ask.page.answering import page_answers

__all__ = ["page_answers"]

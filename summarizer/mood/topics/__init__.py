"""Comments come in, words and phrases that several of them speak of go out."""

from __future__ import annotations

from summarizer.mood.topics.choosing import topics_of
from summarizer.mood.topics.subject import subject_words

__all__ = ["subject_words", "topics_of"]

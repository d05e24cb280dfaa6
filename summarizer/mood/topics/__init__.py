"""Comments come in, words and phrases that several of them speak of go out."""

from __future__ import annotations

from summarizer.mood.topics.choosing import topics_of

__all__ = ["topics_of"]

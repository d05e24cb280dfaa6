"""What recorders of meetings and recognisers of speech write around a transcript."""

from __future__ import annotations

from functools import lru_cache

from summarizer.page.interface.vocabulary import fold_words, phrases_of

_LONGEST = 200
"""Characters of a line that are looked at."""


def is_tool_note(line: str) -> bool:
    """Whether ``line`` is a note of a tool: "Transcription ended after 00:12:44"."""
    if len(line) > _LONGEST and "://" in line:
        return False
    begins, ends = _phrases("note"), _phrases("note end")
    folded = fold_words(line[:_LONGEST])
    return folded.startswith(begins) or (len(line) <= _LONGEST // 2 and folded.endswith(ends))


@lru_cache(maxsize=2)
def _phrases(mark: str) -> tuple[str, ...]:
    """The folded phrases that notes begin or end with."""
    return tuple(fold_words(p.replace("#", "0")) for _, row in phrases_of(mark) for p in row)

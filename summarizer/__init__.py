"""Reads copied video pages; says what they hold in their own words. Nothing else is public."""

from summarizer.digest import digest_page, lengths
from summarizer.links import clean_url, find_links, suspicious
from summarizer.model import (
    Chapter,
    Comment,
    Cue,
    Digest,
    Echo,
    Link,
    Mood,
    Omission,
    Options,
    Page,
    Quote,
    Sentence,
    Share,
    UnreadableError,
)
from summarizer.mood import classify_comments
from summarizer.rank import rank_sentences
from summarizer.reader import read_page
from summarizer.sentences import split_sentences

__all__ = [
    "Chapter",
    "Comment",
    "Cue",
    "Digest",
    "Echo",
    "Link",
    "Mood",
    "Omission",
    "Options",
    "Page",
    "Quote",
    "Sentence",
    "Share",
    "UnreadableError",
    "classify_comments",
    "clean_url",
    "digest_page",
    "find_links",
    "lengths",
    "rank_sentences",
    "read_page",
    "split_sentences",
    "suspicious",
]

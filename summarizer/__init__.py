"""Reads copied video pages and digests them in their own words.

    page = read_page(data, name)  # bytes or text of any known format, its file name if it has one
    digest = digest_page(page)  # key sentences, mood of the comments, cleaned links
    answers = page_answers(page, question)  # what the page says to a question

What ``__all__`` lists is public, nothing else.
"""

from summarizer.ask import (
    Answer,
    Answers,
    Passage,
    Subject,
    find_answers,
    page_answers,
    rank_answers,
)
from summarizer.digest import digest_page, lengths
from summarizer.links import clean_url, find_links, suspicious
from summarizer.model import (
    Chapter,
    Comment,
    Cue,
    Digest,
    Link,
    Omission,
    Options,
    Page,
    Sentence,
    UnreadableError,
)
from summarizer.mood import classify_comments
from summarizer.mood.moments import named_times
from summarizer.mood.points import group_comments
from summarizer.mood.slurs import has_slur
from summarizer.opinions import Copies, Moment, Mood, Point, Quote, SentenceComments, Share, Topic
from summarizer.rank import rank_sentences
from summarizer.reader import is_packed, read_page
from summarizer.sentences import split_sentences
from summarizer.sumy_methods import BlendSummarizer

__all__ = [
    "Answer",
    "Answers",
    "BlendSummarizer",
    "Chapter",
    "Comment",
    "Copies",
    "Cue",
    "Digest",
    "Link",
    "Moment",
    "Mood",
    "Omission",
    "Options",
    "Page",
    "Passage",
    "Point",
    "Quote",
    "Sentence",
    "SentenceComments",
    "Share",
    "Subject",
    "Topic",
    "UnreadableError",
    "classify_comments",
    "clean_url",
    "digest_page",
    "find_answers",
    "find_links",
    "group_comments",
    "has_slur",
    "is_packed",
    "lengths",
    "named_times",
    "page_answers",
    "rank_answers",
    "rank_sentences",
    "read_page",
    "split_sentences",
    "suspicious",
]

"""Landmarks come in, a Page goes out, read as the kind of page that explains most lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from summarizer.model import Page
from summarizer.page.bounds import Landmarks
from summarizer.page.kinds.article import read_article, weigh_article
from summarizer.page.kinds.chats import read_log_lines, read_talk, weigh_log, weigh_talk
from summarizer.page.kinds.comments_only import read_comments_only, weigh_comments
from summarizer.page.kinds.dialogue import read_dialogue, weigh_dialogue, weigh_panel
from summarizer.page.kinds.framed import read_framed, weigh_framed
from summarizer.page.kinds.questions import read_questions, weigh_questions
from summarizer.page.kinds.social import read_thread, weigh_thread
from summarizer.page.kinds.video_page import read_video_page, weigh_video_page

__all__ = ["KINDS", "Kind", "read_kind"]


class Kind(NamedTuple):
    """How much of the lines a kind of page explains, from 0 to 1 for certain, and its reader."""

    weigh: Callable[[Landmarks], float]
    read: Callable[[Landmarks], Page]


KINDS = (
    Kind(weigh_log, read_log_lines),
    Kind(weigh_framed, read_framed),
    Kind(weigh_questions, read_questions),
    Kind(weigh_thread, read_thread),
    Kind(weigh_panel, read_dialogue),
    Kind(weigh_video_page, read_video_page),
    Kind(weigh_talk, read_talk),
    Kind(weigh_dialogue, read_dialogue),
    Kind(weigh_comments, read_comments_only),
    Kind(weigh_article, read_article),
)
"""The first with the highest weight reads."""


def read_kind(landmarks: Landmarks) -> Page:
    """The page as the kind with the best evidence reads it."""
    page = _best(landmarks).read(landmarks)
    holds = page.transcript or page.comments or page.description or page.channel
    return page if holds else read_article(landmarks)


def _best(landmarks: Landmarks) -> Kind:
    weight, best = 0.0, KINDS[-1]
    for kind in KINDS:
        if weight >= 1:
            break
        own = kind.weigh(landmarks)
        if own > weight:
            weight, best = own, kind
    return best

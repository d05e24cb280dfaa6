"""Where the text of each post ends: at the next one, at what a site shows beside and below them."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.page.bounds import Landmarks, first_from
from summarizer.page.interface import Mark, next_full, previous_full
from summarizer.page.kinds.social.posts import Posts, stands_apart
from summarizer.page.kinds.social.words import is_counter

_LONGEST_HEADING = 40
_LONGEST_LABEL = 20
"""Characters of the word that a site sets over a post inside another one: "Quote"."""


def find_ends(landmarks: Landmarks, posts: Posts) -> list[int]:
    """For each post the line where its text must end."""
    lines = landmarks.lines
    stops = {header.first for header in posts.headers}
    stops |= {header.first for header in posts.others if stands_apart(lines, header)}
    stops |= {posts.moment} if posts.moment is not None else set(_below_main(landmarks, posts))
    stops |= set(_labels(landmarks, posts))
    ordered = sorted(stops)
    ends = []
    for header in posts.headers:
        said = next_full(lines, header.body, len(lines))
        stop = first_from(ordered, header.body)
        aside = landmarks.first(Mark.ASIDE, since=said + 1)
        ends.append(min(len(lines) if end is None else end for end in (stop, aside)))
    return [*ends[:-1], min(ends[-1], *_ends_of_last(landmarks, posts))]


def _ends_of_last(landmarks: Landmarks, posts: Posts) -> Iterator[int]:
    """Where the last post ends in any language: below its counters, above an author's card."""
    lines, body = landmarks.lines, posts.headers[-1].body
    said = next_full(lines, body, len(lines))
    yield len(lines)
    known = {(header.name, header.handle) for header in posts.headers}
    cards = (one for one in posts.others if one.first > body and (one.name, one.handle) in known)
    if card := next(cards, None):
        heading = previous_full(lines, card.first - 1)
        short = len(lines[heading].text) <= _LONGEST_HEADING
        yield heading if short and heading > said else card.first
    if not any(stands_apart(lines, header) for header in posts.headers):
        return
    counters = (i for i in range(said + 1, len(lines)) if lines[i].amount is not None)
    if (first := next(counters, None)) is not None:
        below = range(first, len(lines))
        yield next((i for i in below if lines[i].text and not is_counter(lines[i])), len(lines))


def _below_main(landmarks: Landmarks, posts: Posts) -> Iterator[int]:
    """Where the counters of a main post without a date begin: two numbers in a row."""
    if posts.main is None:
        return
    lines, said = landmarks.lines, posts.headers[posts.main].body + 1
    numbers = (i for i in range(said, len(lines) - 1) if lines[i].amount is not None)
    first = next((i for i in numbers if lines[i + 1].amount is not None), None)
    if first is not None:
        yield first


def _labels(landmarks: Landmarks, posts: Posts) -> Iterator[int]:
    """The words over the posts that the main one shows inside itself."""
    for header in (posts.headers[i] for i in posts.quoted):
        above = previous_full(landmarks.lines, header.first - 1)
        if above > 0 and len(landmarks.lines[above].text) <= _LONGEST_LABEL:
            yield above

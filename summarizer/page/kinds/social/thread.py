"""A post and what others answer: the author's own posts are what is said, the rest comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from summarizer.model import Comment, Cue, Page
from summarizer.page.bounds import Landmarks
from summarizer.page.kinds.social.ends import find_ends
from summarizer.page.kinds.social.posts import Posts, find_posts
from summarizer.page.kinds.social.words import Words, name_post, read_words


def weigh_thread(landmarks: Landmarks) -> float:
    """1 where authors are named as only social networks do it, else 0."""
    return 1.0 if find_posts(landmarks) else 0.0


def read_thread(landmarks: Landmarks) -> Page:
    """The page of a post; without one that it is about, all posts are comments.

    What a post quotes from another one is its description.
    """
    posts = find_posts(landmarks)
    if posts is None:
        return Page()
    spans = zip(posts.headers, find_ends(landmarks, posts), strict=True)
    words = [read_words(landmarks.lines[header.body : end]) for header, end in spans]
    own, quoted = _own_posts(posts), posts.quoted
    cues = tuple(Cue(text) for i in own for text in words[i].text.split("\n") if text)
    author = posts.headers[posts.main].name if posts.main is not None else None
    return Page(
        title=name_post(cues[0].text) if cues else author,
        channel=author,
        transcript=cues,
        description="\n".join(f"{posts.headers[i].name}: {words[i].text}" for i in quoted),
        comments=tuple(_comments(posts, words, {*own, *quoted})),
    )


def _own_posts(posts: Posts) -> Sequence[int]:
    """The main post with those of its author right above and below it."""
    if posts.main is None:
        return ()
    author, quoted = posts.headers[posts.main].handle, set(posts.quoted)
    above = range(posts.main - 1, -1, -1)
    below = (i for i in range(posts.main + 1, len(posts.headers)) if i not in quoted)
    first = [*takewhile(lambda i: posts.headers[i].handle == author, above)]
    last = takewhile(lambda i: posts.headers[i].handle == author, below)
    return [*first[::-1], posts.main, *last]


def _comments(posts: Posts, words: Sequence[Words], left_out: set[int]) -> Iterator[Comment]:
    known: set[str] = set()
    for i, (header, said) in enumerate(zip(posts.headers, words, strict=True)):
        if said.text and i not in left_out:
            mentioned = _mentioned(said.text)
            reply = said.answers or (mentioned != "" and mentioned in known)
            yield Comment(said.text, header.handle, said.likes, header.age, reply=reply)
        if i not in left_out:
            known.add(_mentioned(header.handle))


def _mentioned(text: str) -> str:
    """The name that a text begins with, without its server; "" where it begins with no name."""
    return text.split(maxsplit=1)[0].split("@")[1].rstrip(",:") if text.startswith("@") else ""

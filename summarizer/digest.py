"""A Page to the Digest that a reply shows."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.model import Digest, Options, Page, Sentence
from summarizer.mood import read_mood
from summarizer.rank import rank_sentences
from summarizer.sentences import split_sentences

SPOKEN_A_MINUTE = 150


def digest_page(page: Page, options: Options | None = None) -> Digest:
    """What ``page`` says, in its own words, as ``options`` ask for."""
    options = options or Options()
    sentences = split_sentences(page.transcript, page.language)
    words = sum(len(s.text.split()) for s in sentences)
    summary = _choose(sentences, page.language, options.sentences or 5)
    return Digest(
        title=page.title,
        channel=page.channel,
        url=page.url,
        language=page.language,
        words=words,
        minutes=-(-words // SPOKEN_A_MINUTE),
        sentences_total=len(sentences),
        summary=summary,
        mood=read_mood(page.comments, summary),
        links=page.links,
        comments_stated=page.comments_stated,
        left_out=page.omissions,
    )


def _choose(
    sentences: Sequence[Sentence], language: str | None, number: int
) -> tuple[Sentence, ...]:
    order = rank_sentences([s.text for s in sentences], language)
    return tuple(sentences[i] for i in sorted(order[:number]))


def lengths(digest: Digest) -> tuple[int | None, int | None]:
    """How many sentences Shorter and Longer ask for; None where there is no such step."""
    now = len(digest.summary)
    shorter = max(1, now // 2) if now > 1 else None
    longer = min(2 * now, digest.sentences_total) if now < digest.sentences_total else None
    return shorter, longer

"""What the video says: the description's first prose and the chosen sentences."""

from __future__ import annotations

from itertools import groupby

from handlers.message.blocks import Block, Line, Span, block, bold, plain, quoted, shorten
from handlers.message.texts import Texts
from summarizer import Digest, Sentence


def lead(digest: Digest, number: int, texts: Texts) -> tuple[Block, ...]:
    """The publisher's own words about the video."""
    chosen = " ".join(digest.lead[:number])
    return block([(bold(texts("lead")),), (quoted(chosen),)]) if chosen else ()


def summary(digest: Digest, number: int, longest: int, texts: Texts) -> tuple[Block, ...]:
    """The chosen sentences in order, under their chapters, each with its time or number."""
    if not digest.summary:
        return ()
    shown = digest.summary[:number]
    size = texts("summary-of", shown=len(digest.summary), n=digest.sentences_total)
    lines: list[Line] = [(bold(texts("summary")), plain(f" {size}"))]
    for chapter, sentences in groupby(shown, key=lambda s: s.chapter):
        if chapter:
            lines.append((quoted(shorten(chapter, 120), "italic"),))
        lines.extend(_sentence(s, longest, digest.url) for s in sentences)
    if len(shown) < len(digest.summary):
        lines.append((plain(texts("more-sentences", n=len(digest.summary) - len(shown))),))
    return block(lines)


def clock(seconds: float) -> str:
    """``seconds`` as a player shows them: 1:02 or 1:01:02."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def at_time(url: str, seconds: float) -> str:
    """The address of the video at that time (YouTube's and Vimeo's players read ``t``)."""
    if "vimeo.com/" in url:
        return f"{url}#t={int(seconds)}s"
    return f"{url}{'&' if '?' in url else '?'}t={int(seconds)}"


def _sentence(sentence: Sentence, longest: int, url: str | None) -> Line:
    speaker = (quoted(f"{sentence.speaker}:", "bold"), plain(" ")) if sentence.speaker else ()
    text = quoted(shorten(sentence.text, longest))
    return (_place(sentence, url), plain(" "), *speaker, text)


def _place(sentence: Sentence, url: str | None) -> Span:
    if sentence.start is None:
        return plain(f"{sentence.index + 1}.")
    link = at_time(url, sentence.start) if url else None
    return Span(clock(sentence.start), url=link)

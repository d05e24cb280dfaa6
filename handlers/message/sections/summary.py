"""What the video says: the description's first prose and the chosen sentences."""

from __future__ import annotations

from itertools import accumulate, groupby, pairwise

from handlers.message.blocks import Block, Line, Span, block, bold, plain, quoted, shorten
from handlers.message.quotation import quotation
from handlers.message.texts import Texts
from summarizer import Digest, Omission, Sentence
from summarizer.clock import clock
from summarizer.novelty import new_sentences

LONG_MINUTES = 30
"""A longer talk without chapters gets headings by time: one each `HEADED_MINUTES`, or so."""
HEADED_MINUTES, FEWEST_HEADINGS, MOST_HEADINGS = 15, 4, 6
CHARACTERS_A_SENTENCE = 140
"""The lead has the room that the sentences leave of so many characters each: some 26 words."""


def lead(digest: Digest, number: int, texts: Texts) -> tuple[Block, ...]:
    """The publisher's own words about the video, where title and summary do not say the same."""
    summary = [sentence.text for sentence in digest.summary]
    new = new_sentences(digest.lead[:number], (digest.title or "", *summary), digest.language)
    if summary:
        room = CHARACTERS_A_SENTENCE * len(summary) - sum(map(len, summary))
        sizes = accumulate(len(sentence) for sentence in new)
        new = tuple(s for s, size in zip(new, sizes, strict=True) if size <= room)
    return block([(bold(texts("lead")),), (quoted(" ".join(new)),)]) if new else ()


def summary(digest: Digest, number: int, longest: int, texts: Texts) -> tuple[Block, ...]:
    """The chosen sentences in order, under their headings, each with its time or a bullet."""
    if song := song_of(digest):
        return _refrain(song, texts)
    if not digest.summary:
        return ()
    shown = digest.summary[:number]
    size = texts("summary-of", shown=len(digest.summary), n=digest.sentences_total)
    headings = _headings(digest)
    whose = texts("viewers-chapters") if digest.viewers_chapters and headings else ""
    lines: list[Line] = [(bold(texts("summary")), plain(f" {size}{whose}"))]
    for heading, sentences in groupby(shown, key=lambda s: headings.get(s.index)):
        if heading:
            lines.append((heading,))
        lines.extend(_sentence(s, longest, digest.url) for s in sentences)
    if len(shown) < len(digest.summary):
        lines.append((plain(texts("more-sentences", n=len(digest.summary) - len(shown))),))
    return block(lines)


def song_of(digest: Digest) -> Omission | None:
    """What stands for the summary where the page's words are sung."""
    return next((one for one in digest.left_out if one.kind == "lyrics"), None)


def has_times(digest: Digest) -> bool:
    """Whether a sentence of the summary has its time."""
    return any(sentence.start is not None for sentence in digest.summary)


def at_time(url: str, seconds: float) -> str:
    """The address of the video at that time (YouTube's and Vimeo's players read ``t``)."""
    if "vimeo.com/" in url:
        return f"{url}#t={int(seconds)}s"
    return f"{url}{'&' if '?' in url else '?'}t={int(seconds)}"


def place(start: float | None, url: str | None) -> Span:
    """The time ``start``, which opens the video there; a bullet where there is none."""
    if start is None:
        return plain("•")
    return Span(clock(start), url=at_time(url, start) if url else None)


def _refrain(song: Omission, texts: Texts) -> tuple[Block, ...]:
    """What is said of a song in place of a summary."""
    times = plain(f" ({texts('sung', n=song.found)})")
    refrain = (*quotation(song.part, texts), times) if song.part else ()
    return block([(bold(texts("summary")),), (plain(texts("lyrics")),), refrain])


def _headings(digest: Digest) -> dict[int, Span]:
    """Sentence's index -> the heading that it stands under: its chapter, or a stretch of time."""
    chapters = {s.index: s.chapter for s in digest.summary if s.chapter}
    if chapters:
        return {i: quoted(shorten(title, 120), "italic") for i, title in chapters.items()}
    starts = [s.start for s in digest.summary if s.start is not None]
    in_order = all(one <= after for one, after in pairwise(starts))
    if digest.minutes <= LONG_MINUTES or len(starts) < len(digest.summary) or not in_order:
        return {}
    return dict(zip((s.index for s in digest.summary), _stretches(digest, starts), strict=True))


def _stretches(digest: Digest, starts: list[float]) -> list[Span]:
    """The stretch of time that each of ``starts`` lies in; all are equally long."""
    number = min(max(digest.minutes // HEADED_MINUTES, FEWEST_HEADINGS), MOST_HEADINGS)
    end = max(60.0 * digest.minutes, starts[-1])
    places = [min(int(start * number / end), number - 1) for start in starts]
    bounds = [(clock(end * i / number), clock(end * (i + 1) / number)) for i in range(number)]
    return [Span("{} - {}".format(*bounds[place]), "italic") for place in places]


def _sentence(sentence: Sentence, longest: int, url: str | None) -> Line:
    speaker = (quoted(f"{sentence.speaker}:", "bold"), plain(" ")) if sentence.speaker else ()
    text = quoted(shorten(sentence.text, longest))
    return (place(sentence.start, url), plain(" "), *speaker, text)

"""What the commenters feel: counts first, quotes folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from handlers.message.blocks import Block, Line, block, bold, plain, quoted, shorten
from handlers.message.quotation import quotation
from handlers.message.sections.quotes import (
    POLES,
    asked_by_several,
    by_turns,
    in_turn,
    quotes_of,
)
from handlers.message.sections.spoken_of import moments, topics
from handlers.message.sections.summary import song_of
from handlers.message.texts import Texts
from summarizer import Comment, Copies, Digest, Moment, Mood, Quote, SentenceComments, Topic

LANGUAGES_SHOWN = 5
SEVERAL_TERMS, TERMS_SHOWN = 2, 6
TOPICS_SHOWN, MOMENTS_SHOWN, IN_SIGHT = 3, 3, 3
"""Topics and moments of a digest, and the topics before those that are folded."""
COPIES_SHOWN, LONGEST_COPY = 1, 120
UNKNOWN = "und"
LEAST_SHARE = 0.005
"""A smaller one would be said to be 0 %."""
GAP, FEWEST = 0.1, 10
"""More of one pole than of the other is said from such a share of so many comments on."""
BY_CHANCE = 1.64
"""Standard deviations that a gap passes once in twenty pages with as many of both poles (a sign
test): on labelled videos the sentence was right for 15 of 15, without the test for 17 of 20."""


def comments(digest: Digest, quotes: int, texts: Texts) -> tuple[Block, ...]:
    """The section of the digest: counts, a question that several ask, folded quotes."""
    mood = digest.mood
    if not mood.total:
        return ()
    asked = asked_by_several(mood)[:1]
    spoken = mood.topics[: min(TOPICS_SHOWN, quotes)]
    named = mood.moments[: min(MOMENTS_SHOWN, quotes)]
    every = quotes_of(mood, _texts_of(asked, spoken, named))
    shown = in_turn(mood, every)[:quotes]
    more = _more("more-quotes", len(every) - len(shown), texts)
    said = [
        quote_line(quote, texts, texts("quote-of", pole=_name(quote, texts))) for quote in shown
    ]
    lines = [
        *_counts(mood, texts),
        *_asked(asked, texts),
        *topics(spoken[:IN_SIGHT], texts),
        *moments(named, digest.url, texts),
        *_copied(mood, texts),
    ]
    folded = [*topics(spoken[IN_SIGHT:], texts), *said]
    if not folded:
        return block([*lines, *more])
    return (*block(lines), *block([*folded, *more], folded=True))


def tally(digest: Digest, texts: Texts) -> tuple[Block, ...]:
    """Only the counts and what sets the poles apart."""
    return block(_counts(digest.mood, texts))


def discussion(digest: Digest, quotes: int, longest: int, texts: Texts) -> tuple[Block, ...]:
    """The whole of it: likes, the questions asked, every quote, comments on what was said."""
    mood = digest.mood
    if not mood.total:
        return block([(plain(texts("comments-none")),)])
    asked, echoes = asked_by_several(mood), _echoes_of(digest)
    apart = _texts_of(asked, mood.topics, mood.moments)
    every = quotes_of(mood, [*apart, *(text for echo in echoes for text in echo.comments)])
    shown = by_turns(every, quotes)
    return (
        *block([*_counts(mood, texts), *_range(mood, texts), *_liked(mood, texts)]),
        *block(_asked(asked, texts)),
        *block(topics(mood.topics, texts)),
        *block([*moments(mood.moments, digest.url, texts), *_copied(mood, texts)]),
        *block(_by_pole(shown, texts), part=True),
        *block(_echoes(digest, echoes, longest, texts), part=True),
        *block(_more("more-lines", len(every) - len(shown), texts)),
    )


def quote_line(quote: Quote | Comment, texts: Texts, label: str = "") -> Line:
    """What somebody wrote, whole, with who it was and how many liked it."""
    author = (plain(" "), quoted(f"({quote.author})")) if quote.author else ()
    likes = (plain(f" ({texts('likes', n=quote.likes)})"),) if quote.likes else ()
    return (plain(label), *quotation(quote.text, texts), *author, *likes)


def _texts_of(
    asked: Sequence[Quote], spoken: Sequence[Topic], named: Sequence[Moment]
) -> list[str]:
    """The comments that stand elsewhere already."""
    return [*(q.text for q in asked), *(t.text for t in spoken), *(m.text for m in named)]


def _counts(mood: Mood, texts: Texts) -> Iterable[Line]:
    counts = texts.listed(_pole(mood, pole, texts) for pole in POLES if getattr(mood, pole))
    yield (bold(texts("comments-title")),)
    if mood.judged:
        lean = _lean(mood, texts)
        key = "mood-read-of" if mood.unread and mood.shares else "mood-read"
        total = mood.judged + mood.unread
        yield (plain(texts(key, n=mood.judged, total=total, counts=counts, lean=lean)),)
    several = sum(code != UNKNOWN for code, _ in mood.languages) > 1
    yield _languages("languages", mood.languages if several else (), texts)
    yield _languages("unread-languages", mood.unread_languages, texts)
    yield from _terms(mood, texts)
    yield _set_aside(mood, texts)


def _lean(mood: Mood, texts: Texts) -> str:
    gap = mood.positive - mood.negative
    chance = BY_CHANCE * (mood.positive + mood.negative) ** 0.5
    if mood.judged < FEWEST or abs(gap) <= max(chance, GAP * (mood.judged + mood.unread)):
        return ""
    return texts("more-positive" if gap > 0 else "more-negative")


def _range(mood: Mood, texts: Texts) -> Iterable[Line]:
    """How many there are of each pole if none, and if all, of the unclear belong to it."""
    if mood.unclear:
        both = (("positive", mood.positive), ("negative", mood.negative))
        ranges = (
            texts(
                "pole-range" if low else "pole-at-most",
                name=texts(pole),
                low=low,
                high=low + mood.unclear,
            )
            for pole, low in both
        )
        yield (plain(texts("with-unclear", counts=texts.listed(ranges))),)


def _pole(mood: Mood, pole: str, texts: Texts) -> str:
    number, name = getattr(mood, pole), texts(pole)
    share = next((s for s in mood.shares if s.pole == pole), None)
    if share is None or share.share < LEAST_SHARE:
        return texts("pole", name=name, n=number)
    percent = {"share": share.share, "low": share.low, "high": share.high}
    rounded = {key: round(100 * value) for key, value in percent.items()}
    return texts("pole-share", name=name, n=number, **rounded)


def _languages(key: str, counts: Sequence[tuple[str, int]], texts: Texts) -> Line:
    names = [texts("language", name=texts.name_of(c), n=n) for c, n in counts[:LANGUAGES_SHOWN]]
    rest = sum(n for _, n in counts[LANGUAGES_SHOWN:])
    if rest:
        names.append(texts("language", name=texts("other-languages"), n=rest))
    return (plain(texts(key, names=texts.listed(names))),) if names else ()


def _terms(mood: Mood, texts: Texts) -> Iterable[Line]:
    for pole, words in mood.terms:
        if len(words) >= SEVERAL_TERMS:
            head = texts("terms", pole=texts(pole))
            yield (plain(head), quoted(texts.listed(words[:TERMS_SHOWN])))


def _set_aside(mood: Mood, texts: Texts) -> Line:
    parts = (("duplicates", mood.duplicates), ("spam", mood.spam))
    what = " · ".join(texts(key, n=n) for key, n in parts if n)
    return (plain(texts("set-aside", what=what)),) if what else ()


def _copied(mood: Mood, texts: Texts) -> list[Line]:
    """What stands there again and again: after what people say in words of their own."""
    return [_copies(one, texts) for one in mood.copied[:COPIES_SHOWN]]


def _copies(copies: Copies, texts: Texts) -> Line:
    text = shorten(copies.text, LONGEST_COPY)
    return (*quotation(text, texts), plain(f" ({texts('copied', n=copies.number)})"))


def _liked(mood: Mood, texts: Texts) -> Iterable[Line]:
    liked = mood.liked or ()
    counts = [texts("pole", name=texts(pole), n=n) for pole, n in liked if n]
    if sum(n for _, n in liked) >= max(mood.total, 1):  # a few likes are a few people's
        yield (plain(texts("liked", counts=texts.listed(counts))),)


def _asked(questions: Sequence[Quote], texts: Texts) -> Iterable[Line]:
    yield from (quote_line(q, texts, texts("asked-by", n=q.askers)) for q in questions)


def _by_pole(quotes: Sequence[Quote], texts: Texts) -> Iterable[Line]:
    for _, group in groupby(quotes, key=lambda q: q.pole):
        first, *others = group
        yield (bold(_name(first, texts)),)
        yield from (quote_line(q, texts) for q in (first, *others))


def _name(quote: Quote, texts: Texts) -> str:
    return texts(quote.pole).capitalize()


def _more(key: str, hidden: int, texts: Texts) -> list[Line]:
    return [(plain(texts(key, n=hidden)),)] if hidden else []


def _echoes_of(digest: Digest) -> list[SentenceComments]:
    """The comments on sentences that are shown."""
    shown = {sentence.index for sentence in digest.summary}
    return [] if song_of(digest) else [e for e in digest.mood.echoes if e.sentence in shown]


def _echoes(
    digest: Digest, echoes: Sequence[SentenceComments], longest: int, texts: Texts
) -> Iterable[Line]:
    sentences = {s.index: s.text for s in digest.summary}
    if echoes:
        yield (bold(texts("echoes")),)
    for echo in echoes:
        yield (quoted(sentences[echo.sentence], "italic"),)
        yield from (quotation(shorten(c, longest), texts) for c in echo.comments)

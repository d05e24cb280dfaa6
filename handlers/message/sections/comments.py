"""What the commenters feel: counts first, quotes folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, islice

from handlers.message.blocks import Block, Line, block, bold, plain, quoted, shorten
from handlers.message.texts import Texts
from summarizer import Digest, Mood, Quote
from summarizer.language_names import language_name

POLES = ("positive", "neutral", "negative", "unclear", "unread")
LANGUAGES_SHOWN = 5
TERMS_SHOWN = 6
QUOTES_OF_A_POLE = 3


def comments(digest: Digest, quotes: int, texts: Texts) -> tuple[Block, ...]:
    """The section of the digest: counts, languages, terms, a question, folded quotes."""
    if not digest.mood.total:
        return ()
    shown = _first_of_each(digest.mood.quotes)[:quotes]
    lines = [*_counts(digest.mood, texts), *_asked(digest.mood.questions[:1], texts)]
    hidden = len(digest.mood.quotes) - len(shown)
    more = [(plain(texts("more-quotes", n=hidden)),)] if hidden else []
    return (*block([*lines, *more]), *block(_by_pole(shown, texts), folded=True))


def tally(digest: Digest, texts: Texts) -> tuple[Block, ...]:
    """Only the counts and what sets the poles apart."""
    return block(_counts(digest.mood, texts))


def discussion(digest: Digest, quotes: int, longest: int, texts: Texts) -> tuple[Block, ...]:
    """The whole of it: likes, every quote, the questions asked, comments on what was said."""
    mood = digest.mood
    shown = mood.quotes[:quotes]
    if not mood.total:
        return block([(plain(texts("comments-none")),)])
    hidden = len(mood.quotes) - len(shown)
    return (
        *block([*_counts(mood, texts), *_liked(mood, texts)]),
        *block(_by_pole(shown, texts)),
        *block(_asked(mood.questions, texts)),
        *block(_echoes(digest, longest, texts)),
        *block([(plain(texts("more-lines", n=hidden)),)] if hidden else []),
    )


def _counts(mood: Mood, texts: Texts) -> Iterable[Line]:
    counts = ", ".join(_pole(mood, pole, texts) for pole in POLES if getattr(mood, pole))
    yield (bold(texts("comments-title")),)
    if mood.judged:
        yield (plain(texts("mood-read", n=mood.judged, counts=counts)),)
    yield _languages("languages", mood.languages if len(mood.languages) > 1 else (), texts)
    yield _languages("unread-languages", mood.unread_languages, texts)
    yield from _terms(mood, texts)
    yield _set_aside(mood, texts)


def _first_of_each(quotes: Sequence[Quote]) -> list[Quote]:
    """The few quotes of each pole that the digest itself shows."""
    poles = groupby(quotes, key=lambda quote: quote.pole)
    return [quote for _, group in poles for quote in islice(group, QUOTES_OF_A_POLE)]


def _pole(mood: Mood, pole: str, texts: Texts) -> str:
    number, name = getattr(mood, pole), texts(pole)
    share = next((s for s in mood.shares if s.pole == pole), None)
    if share is None:
        return texts("pole", name=name, n=number)
    percent = {"share": share.share, "low": share.low, "high": share.high}
    rounded = {key: round(100 * value) for key, value in percent.items()}
    return texts("pole-share", name=name, n=number, **rounded)


def _languages(key: str, counts: Sequence[tuple[str, int]], texts: Texts) -> Line:
    names = [texts("language", name=language_name(c), n=n) for c, n in counts[:LANGUAGES_SHOWN]]
    rest = sum(n for _, n in counts[LANGUAGES_SHOWN:])
    if rest:
        names.append(texts("language", name=texts("other-languages"), n=rest))
    return (plain(texts(key, names=", ".join(names))),) if names else ()


def _terms(mood: Mood, texts: Texts) -> Iterable[Line]:
    for pole, words in mood.terms:
        if words:
            head = texts("terms", pole=texts(pole))
            yield (plain(head), quoted(", ".join(words[:TERMS_SHOWN])))


def _set_aside(mood: Mood, texts: Texts) -> Line:
    parts = (("duplicates", mood.duplicates), ("spam", mood.spam))
    what = " · ".join(texts(key, n=n) for key, n in parts if n)
    return (plain(texts("set-aside", what=what)),) if what else ()


def _liked(mood: Mood, texts: Texts) -> Iterable[Line]:
    counts = [texts("pole", name=texts(pole), n=n) for pole, n in mood.liked or () if n]
    if counts:
        yield (plain(texts("liked", counts=", ".join(counts))),)


def _asked(questions: Sequence[Quote], texts: Texts) -> Iterable[Line]:
    if questions:
        yield (bold(texts("questions")),)
        yield from (_quote(q, texts) for q in questions)


def _by_pole(quotes: Sequence[Quote], texts: Texts) -> Iterable[Line]:
    for pole, group in groupby(quotes, key=lambda q: q.pole):
        yield (bold(texts(pole).capitalize()),)
        yield from (_quote(q, texts) for q in group)


def _quote(quote: Quote, texts: Texts) -> Line:
    author = (plain(" "), quoted(f"({quote.author})")) if quote.author else ()
    likes = (plain(f" ({texts('likes', n=quote.likes)})"),) if quote.likes else ()
    return (plain("“"), quoted(quote.text), plain("”"), *author, *likes)


def _echoes(digest: Digest, longest: int, texts: Texts) -> Iterable[Line]:
    sentences = {s.index: s.text for s in digest.summary}
    echoes = [e for e in digest.mood.echoes if e.sentence in sentences]
    if echoes:
        yield (bold(texts("echoes")),)
    for echo in echoes:
        yield (quoted(sentences[echo.sentence], "italic"),)
        yield from ((plain("“"), quoted(shorten(c, longest)), plain("”")) for c in echo.comments)

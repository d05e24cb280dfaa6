"""Comments with what was found out about each: what quotes, terms and questions are chosen from."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from summarizer.model import Comment
from summarizer.mood.abstention import poles_of
from summarizer.mood.comment_language import SUPPORTED, has_own_script
from summarizer.mood.features import Analysis, analyse_each
from summarizer.mood.patterns import insults
from summarizer.mood.polarity import POLARITIES, probabilities, score
from summarizer.mood.screening import TokenizedComment
from summarizer.mood.slurs import has_slur
from summarizer.opinions import Pole
from summarizer.rank.tokens import UNSPACED
from summarizer.stop_words import stop_words

LONGEST_QUOTE = 280

_SHORTEST = 3

_WORDS, _FEWEST_WORDS = re.compile(r"[^\W\d_]{2,}"), 2
_TWO_WORDS = re.compile(r"[^\W\d_]{2,}[\W\d_].*?[^\W\d_]{2}")
_SHORTCODE = re.compile(r":[a-z][a-z0-9_+-]+:")
"""A picture that was copied as its name."""
_SINGLES, _FEWEST_SINGLES = re.compile(f"[{UNSPACED}]"), 4
"""Words, or characters of a script without blanks, under which a remark says nothing."""

_STATES, _STATES_SINGLES = 4, 8
"""Words, or characters of a script without blanks, from which on a remark can state something."""

_MOSTLY, _VARIED = 0.7, 0.6
"""Share of letters in what is not blank, and of different words, from which on a remark is read
as a sentence and not as a cheer or a heap of signs."""

_TELLING_WORDS = 3
"""Different words from which on a remark tells its language."""

_REPLY_MARK = 4
"""Characters at the beginning in which an "@" makes the comment an answer to somebody."""


@dataclass(frozen=True)
class AnnotatedComment:
    """A comment, its pole and how likely that is, its language, its words that say something."""

    original: Comment
    pole: Pole
    confidence: float
    language: str | None
    content_words: tuple[str, ...]
    """As written, in order."""
    mixed: bool = False
    """Whether both good and bad is said."""
    coloured: bool = False
    """Whether good or bad is said."""

    @cached_property
    def text(self) -> str:
        """The whole comment, white space folded."""
        return " ".join(self.original.text.split())

    @property
    def likes(self) -> int:
        """Likes, none where the page shows none."""
        return self.original.likes or 0

    @property
    def person(self) -> str:
        """Who wrote it; where no author is shown, each text is another's."""
        return self.original.author or self.text

    @cached_property
    def keywords(self) -> frozenset[str]:
        """The content words in small letters, each once."""
        return frozenset(map(str.casefold, self.content_words))

    @cached_property
    def quotable(self) -> bool:
        """Whether the comment can be quoted whole: it says something, to all, and sells nothing."""
        text = self.text
        if not 0 < len(text) <= LONGEST_QUOTE or "http" in text or "www." in text:
            return False  # an address is advertising more often than not
        if "@" in text[:_REPLY_MARK]:
            return False
        if ":" in text:
            text = _SHORTCODE.sub("", text)
        return _TWO_WORDS.search(text) is not None or len(_SINGLES.findall(text)) >= _FEWEST_SINGLES

    @cached_property
    def readable(self) -> bool:
        """Whether it reads as a sentence: words that differ, mostly letters, not shouted."""
        text = _SHORTCODE.sub("", self.text.casefold())
        words = _WORDS.findall(text)
        several = len(words) >= _STATES or len(_SINGLES.findall(text)) >= _STATES_SINGLES
        letters = sum(map(str.isalpha, text)) >= _MOSTLY * (len(text) - text.count(" "))
        varied = len(set(words)) >= _VARIED * len(words)
        return several and letters and varied and not self.text.isupper()

    @cached_property
    def offends(self) -> bool:
        """Whether a slur stands in it, or abuse of others who write there."""
        return has_slur(self.text, self.language) or insults(self.text)

    @property
    def joined(self) -> bool:
        """Whether little words join those that say something, as in a sentence."""
        words = _WORDS.findall(self.text)
        return len(words) > len(self.content_words) or bool(_SINGLES.search(self.text))


def annotate(
    kept: Sequence[TokenizedComment], language: str | None = None
) -> list[AnnotatedComment]:
    """Each comment annotated, in order; ``language`` is the page's."""
    # Short remarks come again and again: what equal texts say is found out once.
    times = Counter(own.comment.text for own in kept)
    tokens = {own.comment.text: own.tokens for own in kept}
    analysed = analyse_each([*times], [tokens[text] for text in times])
    explained = _explained(analysed, [*times.values()], language)
    analyses = _in_the_pages_language(explained, [*times.values()])
    chances = probabilities(score(analyses))
    poles = poles_of([*times], analyses, chances)
    confidences = map(_confidence, chances.tolist(), poles)
    found = zip(analyses, poles, confidences, _content_words(analyses), strict=True)
    known = dict(zip(times, found, strict=True))
    return [
        AnnotatedComment(
            own.comment,
            pole,
            confidence,
            one.language,
            words,
            mixed=one.good > 0 < one.bad,
            coloured=one.good + one.bad > 0,
        )
        for own in kept
        for one, pole, confidence, words in (known[own.comment.text],)
    ]


def _confidence(row: Sequence[float], pole: Pole) -> float:
    """How likely the ``pole`` is, by the probabilities of `POLARITIES`; 1 where a rule says so."""
    likeliest = max(row)
    is_rule = pole in POLARITIES and row[POLARITIES.index(pole)] < likeliest
    return 1.0 if is_rule else likeliest


def _explained(
    analyses: Sequence[Analysis], times: Sequence[int], language: str | None
) -> list[Analysis]:
    """A word or two is in the language of the page, or of most comments, or in none that is clear.

    "Potato potatoe" looks Italian. Each of ``analyses`` is what so many comments say.
    """
    short = [_says_little(analysis) for analysis in analyses]
    longer = [0 if is_short else n for n, is_short in zip(times, short, strict=True)]
    spoken = _languages(analyses, longer) or _languages(analyses, times)
    plain = {None, language, *(code for code, _ in spoken.most_common(1))}
    return [
        replace(analysis, language=None)
        if is_short and analysis.language not in plain
        else analysis
        for analysis, is_short in zip(analyses, short, strict=True)
    ]


def _languages(analyses: Sequence[Analysis], times: Sequence[int]) -> Counter[str]:
    """How many comments are in each language that is clear."""
    spoken = Counter[str]()
    for analysis, number in zip(analyses, times, strict=True):
        if analysis.language and number:
            spoken[analysis.language] += number
    return spoken


def _says_little(analysis: Analysis) -> bool:
    """Whether there are too few different words to tell their language by."""
    words: set[str] = set()
    for token in analysis.tokens:
        if token[0].isalpha():
            words.add(token.casefold())
            if len(words) == _TELLING_WORDS:
                return False
    return not has_own_script(analysis.normalized)


def _in_the_pages_language(analyses: Sequence[Analysis], times: Sequence[int]) -> list[Analysis]:
    """Where most comments are in a language that is not supported, the unclear ones are in it too.

    Vietnamese without its accents looks like no language at all.
    """
    spoken = _languages(analyses, times)
    usual, often = spoken.most_common(1)[0] if spoken else (None, 0)
    if usual in SUPPORTED or 2 * often <= spoken.total():
        return list(analyses)
    return [replace(a, language=usual) if _is_unclear(a) else a for a in analyses]


def _is_unclear(analysis: Analysis) -> bool:
    """Whether words were said, in no clear language."""
    said = analysis.language is None and sum(token[0].isalpha() for token in analysis.tokens)
    return bool(said) and not (said < _FEWEST_WORDS and analysis.normalized.isascii())


def _content_words(analyses: Sequence[Analysis]) -> list[tuple[str, ...]]:
    """The words of each that name or judge something."""
    spoken: dict[str | None, set[str]] = defaultdict(set)
    for analysis in analyses:
        spoken[analysis.language].update(analysis.tokens)
    telling = {language: _telling(tokens, language) for language, tokens in spoken.items()}
    return [tuple(filter(telling[one.language].__contains__, one.tokens)) for one in analyses]


def _telling(tokens: Iterable[str], language: str | None) -> set[str]:
    """The words among ``tokens`` of a language that name or judge."""
    stops = stop_words(language or "en", comments=True)
    words = (token for token in tokens if len(token) >= _SHORTEST and token[0].isalpha())
    return {word for word in words if word.casefold() not in stops}

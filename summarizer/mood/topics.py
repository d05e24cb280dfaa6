"""What several commenters speak of: words and phrases, each with the comment that says it best."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, compress, pairwise
from math import log
from typing import NamedTuple

from summarizer.mood.annotated import AnnotatedComment
from summarizer.mood.comment_tokens import LONGEST, normalize
from summarizer.mood.lexicon import lexicon_of
from summarizer.mood.patterns import laughs
from summarizer.opinions import Topic
from summarizer.rank.tokens import is_single, stemmer, stems, words_of
from summarizer.stop_words import stop_words

KEPT = 8
FEWEST = {1: 3, 2: 2, 3: 2}
"""People that a topic of so many words needs at least."""

LONGEST_PHRASE = 3
A_PART = 0.6
"""Share of a word's people from which on it is only a part of a longer phrase."""

PHRASE = 2.5
"""How much more a phrase says than a word, for each word that it is longer."""

NEARLY_ALL, _A_NOUN = 0.8, 5
"""Share of the comments, and letters, from which on a word that follows belongs to a topic even if
it says nothing by itself: "trade-in value"."""

_SHORTEST = 3
_USUAL, _FULL = 80, 140
"""Characters of a comment that says one thing, and the most that is read in passing."""

_KANA = range(0x3041, 0x30A0)
"""Hiragana, which are the endings and particles of Japanese."""

Key = tuple[str, ...]
"""The stems of a word or phrase."""


class _Said(NamedTuple):
    """A comment, its words in small letters, and the stem of each; "" for one that says nothing."""

    comment: AnnotatedComment
    words: Sequence[str]
    stems: Sequence[str]


def topics_of(comments: Sequence[AnnotatedComment], known: str) -> tuple[Topic, ...]:
    """Up to `KEPT` topics, those that most people speak of first.

    ``known`` are title and channel, which everybody knows: what is said in their words alone is no
    topic. A person counts once, and each comment stands for one topic only.
    """
    said = [_read(comment) for comment in comments]
    people = _people(said)
    excluded = {s for c in {one.comment.language for one in said} for s in _stems(known, c)}
    excluded |= _feelings(said, {stem for key in people for stem in key})
    telling = {key: n for key, n in people.items() if not excluded.issuperset(key)}
    total = len({one.comment.person for one in said})
    ranked = sorted(_whole(telling), key=lambda key: (-_worth(key, telling[key], total), key))
    return tuple(_quoted(ranked, telling, said))


def _read(comment: AnnotatedComment) -> _Said:
    words = words_of(comment.text[:LONGEST], comment.language)
    if not comment.text.isascii() and sum(map(is_single, words)) > len(words) / 2:
        pairs = [one + other for one, other in pairwise(words)]
        return _Said(comment, pairs, [pair if _is_name(pair) else "" for pair in pairs])
    return _Said(comment, words, list(map(_stemmer(comment.language), words)))


def _is_name(pair: str) -> bool:
    return len(pair) == 2 and all(is_single(c) and ord(c) not in _KANA for c in pair)  # noqa: PLR2004


@lru_cache(maxsize=64)
def _stemmer(language: str | None) -> Callable[[str], str]:
    stops, stem_words = stop_words(language or "en", comments=True), stemmer(language)

    @lru_cache(maxsize=20_000)
    def stem(word: str) -> str:
        """The stem of a word that names something; "" for others."""
        if len(word) < _SHORTEST or word in stops or not word[0].isalpha():
            return ""
        return stem_words([word])[0]

    return stem


def _stems(text: str, language: str | None) -> list[str]:
    words = words_of(text, language)
    return [*stems(words, language), *(one + other for one, other in pairwise(words))]


def _feelings(said: Sequence[_Said], spoken: set[str]) -> set[str]:
    """The ``spoken`` stems of praise, scorn and laughter: of nothing, unless beside others."""
    written = defaultdict[str | None, set[tuple[str, str]]](set)
    for one in said:
        written[one.comment.language].update(zip(one.words, one.stems, strict=True))
    pairs = [
        (word, stem, lexicon_of(language))
        for language, forms in written.items()
        for word, stem in forms
        if stem in spoken
    ]
    laughing = laughs([word for word, _, _ in pairs])
    return {
        stem
        for (word, stem, lexicon), laugh in zip(pairs, laughing, strict=True)
        if laugh or lexicon.value(normalize([word]).strip())
    }


def _people(said: Sequence[_Said]) -> dict[Key, int]:
    """How many people use each word, and each phrase of words that several use."""
    by_person = defaultdict[str, list[_Said]](list)
    for one in said:
        by_person[one.comment.person].append(one)
    everyone = by_person.values()
    words = Counter(chain.from_iterable({s for one in own for s in one.stems} for own in everyone))
    del words[""]
    often = {stem for stem, people in words.items() if people >= FEWEST[2]}
    phrases = Counter(
        chain.from_iterable(
            {k for one in own for k in _phrases(one.stems, often)} for own in everyone
        )
    )
    both: dict[Key, int] = {**{(stem,): words[stem] for stem in often}, **phrases}
    return {key: people for key, people in both.items() if people >= FEWEST[len(key)]}


def _phrases(found: Sequence[str], often: set[str]) -> Iterator[Key]:
    """Two or three words that follow one another, all of which several people use."""
    shared = [*map(often.__contains__, found), False]
    for place in compress(range(len(found)), shared):
        for end in range(place + 2, min(place + LONGEST_PHRASE, len(found)) + 1):
            if not shared[end - 1]:
                break
            yield tuple(found[place:end])


def _whole(people: Mapping[Key, int]) -> list[Key]:
    """The topics without those that are mostly met as a part of a longer one."""
    parts: set[Key] = set()
    for key, number in people.items():
        inner = {key[a:b] for a in range(len(key)) for b in range(a + 1, len(key) + 1)} - {key}
        parts |= {part for part in inner if number >= A_PART * people.get(part, 0)}
    return [key for key in people if key not in parts]


def _worth(key: Key, people: int, total: int) -> float:
    return round(people * log(1 + total / people) * PHRASE ** (len(key) - 1), 6)


def _quoted(
    ranked: Iterable[Key], people: Mapping[Key, int], said: Sequence[_Said]
) -> Iterator[Topic]:
    """Each topic as it is most often written, with a comment that no other topic has."""
    ranked = list(ranked)[: 3 * KEPT]
    holding = _holding(ranked, said)
    taken: set[str] = set()
    covered: set[str] = set()
    for key in ranked:
        free = [one for one in holding[key] if one.comment.text not in taken]
        quotable = [one for one in free if one.comment.quotable]
        if not quotable or covered.issuperset(key) or len(taken) == KEPT:
            continue
        best = min(quotable, key=lambda one: _rank(one.comment))
        taken.add(best.comment.text)
        covered.update(key)
        yield Topic(_written(key, holding[key]), people[key], best.comment.text)


def _holding(ranked: Sequence[Key], said: Sequence[_Said]) -> dict[Key, list[_Said]]:
    """The comments that hold each topic."""
    found: dict[Key, list[_Said]] = {key: [] for key in ranked}
    firsts = defaultdict[str, list[Key]](list)
    for key in ranked:
        firsts[key[0]].append(key)
    for one in said:
        for key in {key for stem in firsts.keys() & one.stems for key in firsts[stem]}:
            if _place(key, one.stems) is not None:
                found[key].append(one)
    return found


def _place(key: Key, found: Sequence[str]) -> int | None:
    places = range(len(found) - len(key) + 1)
    return next((i for i in places if tuple(found[i : i + len(key)]) == key), None)


def _rank(comment: AnnotatedComment) -> tuple[bool, int, int, str]:
    """Best first: short enough, liked, neither a cheer nor a story."""
    far = abs(len(comment.text) - _USUAL)
    return len(comment.text) > _FULL, -max(comment.likes, 0).bit_length(), far, comment.text


def _written(key: Key, holding: Sequence[_Said]) -> str:
    """A topic as most comments write it, with the word that nearly all of them write after it."""
    places = [(one, _place(key, one.stems) or 0) for one in holding]
    after = Counter(word for one, place in places for word in one.words[place + len(key) :][:1])
    word, often = min(after.items(), key=lambda pair: (-pair[1], pair[0]), default=("", 0))
    longer = len(word) >= _A_NOUN and often >= FEWEST[1] and often >= NEARLY_ALL * len(places)
    forms = Counter(_form(one, place, len(key) + longer) for one, place in places)
    return min(forms, key=lambda form: (-forms[form], form))


def _form(one: _Said, place: int, length: int) -> str:
    """So many words from ``place`` on, as the comment writes them if they stand together there."""
    words = one.words[place : place + length]
    single = is_single(words[0][0])
    small = words[0] + "".join(word[1:] for word in words[1:]) if single else " ".join(words)
    text = one.comment.text
    at = text.lower().find(small)
    return text[at : at + len(small)] if at >= 0 else small

"""Topics as they are most often written, each with the comment that says it best."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from summarizer.mood.topics.forms import is_again
from summarizer.mood.topics.naming import names_something
from summarizer.mood.topics.phrases import Key
from summarizer.mood.topics.reading import Said, Talk
from summarizer.opinions import Topic
from summarizer.rank.tokens import is_single

KEPT, SINGLE = 6, 3
"""Topics that are shown, and those of a word alone among them, which say less."""
TRIED = 3 * KEPT
NEARLY_ALL, _A_NOUN = 0.8, 5
"""Share of the comments, and letters, from which on a word that follows belongs to a topic even if
it says nothing by itself: "trade-in value"."""

_SEVERAL = 3
_SHARED = 3
"""Topical words of a comment that count: more are a list."""

_USUAL, _FULL = 80, 140
"""Characters of a comment that says one thing, and the most that is read in passing."""


def quoted(
    ranked: Sequence[Key], people: Mapping[Key, int], talk: Talk, elsewhere: Collection[str]
) -> Iterator[Topic]:
    """Each topic as it is most often written, with a comment that no other topic has.

    None of them stands ``elsewhere``.
    """
    ranked = ranked[:TRIED]
    holding = _holding(ranked, talk.said)
    topical = frozenset(stem for key in ranked for stem in key)
    taken = {*elsewhere}
    shown: list[Key] = []
    for key in ranked:
        free = [one for one in holding[key] if one.comment.text not in taken]
        quotable = [one for one in free if one.comment.quotable]
        if not quotable or not _has_room(key, shown) or is_again(key, shown, talk.language):
            continue
        if not names_something(key, _uses(key, holding[key]), talk.language):
            continue
        phrase, often = _written(key, holding[key])
        if people[key] < _SEVERAL and (often < people[key] or phrase == phrase.lower()):
            continue  # two people share by chance what is no name, or has two forms
        with_others = topical | _company(key, holding[key])
        best = _best(quotable, talk.language, with_others)
        taken.add(best.comment.text)
        shown.append(key)
        yield Topic(phrase, people[key], best.comment.text)


def _uses(key: Key, holding: Sequence[Said]) -> list[tuple[Said, int]]:
    """The comments that hold a topic, and where its words begin."""
    return [(one, _place(key, one.stems) or 0) for one in holding]


def _company(key: Key, holding: Sequence[Said]) -> frozenset[str]:
    """What several say together with a topic."""
    beside = Counter(stem for one in holding for stem in {*one.stems} - {"", *key})
    return frozenset(stem for stem, often in beside.items() if often >= _SEVERAL)


def _has_room(key: Key, shown: Sequence[Key]) -> bool:
    alike = [other for other in shown if len(other) == 1 == len(key)]
    return len(shown) < KEPT and len(alike) < SINGLE


def _holding(ranked: Sequence[Key], said: Sequence[Said]) -> dict[Key, list[Said]]:
    """The comments that hold each topic."""
    found: dict[Key, list[Said]] = {key: [] for key in ranked}
    firsts = defaultdict[str, list[Key]](list)
    for key in ranked:
        firsts[key[0]].append(key)
    for one in said:
        for key in {key for stem in firsts.keys() & one.stems for key in firsts[stem]}:
            if _place(key, one.stems) is not None:
                found[key].append(one)
    return found


def _place(key: Key, found: Sequence[str]) -> int | None:
    """Where ``key`` begins, None where it is not."""
    first, *others = key
    for place, stem in enumerate(found):
        if stem == first and found[place + 1 : place + len(key)] == others:
            return place
    return None


def _best(quotable: Sequence[Said], language: str | None, topical: frozenset[str]) -> Said:
    """The one without slurs and short enough that ranks first.

    Whether one reads well and offends nobody is looked at last, since it takes longest.
    """
    short = [one for one in quotable if len(one.comment.text) <= _FULL]
    ranked = sorted(short, key=lambda one: _rank(one, language, topical))
    readable = (one for one in ranked if one.comment.readable and not one.comment.offends)
    return next(readable, None) or min(quotable, key=lambda one: _last(one, language, topical))


def _rank(
    one: Said, language: str | None, topical: frozenset[str]
) -> tuple[bool, int, int, int, str]:
    """Best first: in the page's language, liked.

    Then of what others speak of too; of equal ones neither a cheer nor a story.
    """
    comment = one.comment
    shared = min(len(topical.intersection(one.stems)), _SHARED)
    foreign = comment.language not in {language, None}
    liked = max(comment.likes, 0).bit_length() // 2
    return foreign, -liked, -shared, abs(len(comment.text) - _USUAL), comment.text


def _last(
    one: Said, language: str | None, topical: frozenset[str]
) -> tuple[bool, bool, bool, int, int, int, str]:
    """The same where none reads well: without slurs, short enough; what is long shares nothing."""
    readable = len(one.comment.text) <= _FULL and one.comment.readable
    foreign, liked, shared, far, text = _rank(one, language, topical)
    return one.comment.offends, not readable, foreign, liked, shared * readable, far, text


def _written(key: Key, holding: Sequence[Said]) -> tuple[str, int]:
    """A topic as most comments write it, with the word that nearly all of them write after it.

    And how many write so, in capitals or not.
    """
    places = _uses(key, holding)
    after = Counter(word for one, place in places for word in one.words[place + len(key) :][:1])
    word, often = min(after.items(), key=lambda pair: (-pair[1], pair[0]), default=("", 0))
    longer = len(word) >= _A_NOUN and often >= _SEVERAL and often >= NEARLY_ALL * len(places)
    forms = Counter(_form(one, place, len(key) + longer) for one, place in places)
    form = min(forms, key=lambda form: (-forms[form], form))
    return form, sum(n for other, n in forms.items() if other.casefold() == form.casefold())


def _form(one: Said, place: int, length: int) -> str:
    """So many words from ``place`` on, as the comment writes them if they stand together there."""
    words = one.words[place : place + length]
    single = is_single(words[0][0])
    small = words[0] + "".join(word[1:] for word in words[1:]) if single else " ".join(words)
    text = one.comment.text
    at = text.lower().find(small)
    return text[at : at + len(small)] if at >= 0 else small

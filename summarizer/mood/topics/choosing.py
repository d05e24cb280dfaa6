"""What several commenters speak of: words and phrases that stand out from everyday talk."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from summarizer.mood.annotated import AnnotatedComment
from summarizer.mood.topics.everyday import EVERYDAY, NEARLY_ALL, seldom, shares_elsewhere
from summarizer.mood.topics.phrases import Key, People, feelings, people_of, whole
from summarizer.mood.topics.quoting import Elsewhere, quoted
from summarizer.mood.topics.reading import Talk, is_known, is_syllable, known_stems, read_talk
from summarizer.opinions import Topic

FEW, FEWEST, FEWEST_OF_FEW = 40, 3, 2
"""People that a topic needs at least; of few commenters two who say the same phrase will do."""

OF_A_WORD, OF_A_PHRASE = 0.35, 0.15
"""The same on large pages, as a multiple of the root of all people: what that many say by chance
grows like it."""

FEWEST_OF_FREQUENT, NO_CHANCE = 8, 0.3
"""People that a word in the table of everyday words needs at least, or their share of all: on a
small page three say it by chance."""

STANDS_OUT = 120
"""How many times as common as elsewhere a word is here, if it is a topic by itself."""

SUBJECT = 0.15
"""Share of all but `FEW` people from which on a word is what all speak of anyway."""

BOUND = 0.2
"""Share of an everyday word's people who say it in a phrase, if it belongs to the phrase."""

SAYS = {1: 1.0, 2: 4.0, 3: 7.0}
"""How much more a phrase of so many words says than a word."""

FALLEN = 0.04
"""Worth of a topic, beside that of the best, under which it is none."""


def topics_of(
    comments: Sequence[AnnotatedComment], known: str, taken: Collection[str] = ()
) -> tuple[Topic, ...]:
    """A few topics, those that say most of what people speak of first.

    ``known`` are title and channel, which everybody knows: what is said in their words alone is no
    topic. A person counts once, and each comment stands for one topic only, none that is ``taken``.
    """
    if len(comments) < FEWEST_OF_FEW:
        return ()
    talk = read_talk(comments)
    people = people_of(talk.said, _least)
    ground = _ground(talk, people, known)
    telling = {key: number for key, number in people.using.items() if ground.is_about(key)}
    worth = {key: ground.worth(key) for key in whole(telling)}
    best = max(worth.values(), default=0)
    ranked = sorted(worth, key=lambda key: (-worth[key], key))
    kept = [key for key in ranked if worth[key] >= FALLEN * best]
    return tuple(quoted(kept, telling, talk, Elsewhere(known, taken)))


def _least(total: int) -> float:
    """People that a phrase needs at least, of so many."""
    return max(FEWEST_OF_FEW if total <= FEW else FEWEST, OF_A_PHRASE * sqrt(total))


@dataclass(frozen=True)
class _Ground:
    """What topics stand out from: how common each word is elsewhere, and how many speak here."""

    elsewhere: Mapping[str, float]
    seldom: float
    """The share, elsewhere, of words that are in no table."""
    idle: frozenset[str]
    """Stems that are about nothing by themselves."""
    syllables: frozenset[str]
    """Stems that are parts of words."""
    people: People

    def is_about(self, key: Key) -> bool:
        """Whether a word or phrase names something that this discussion is about."""
        if len(key) == 1:
            return self._stands_out(key[0])
        using = self.people.using
        weak = [stem for stem in key if self._is_weak(stem)]
        return len(weak) < len(key) and all(using[key] >= BOUND * using[stem,] for stem in weak)

    def worth(self, key: Key) -> float:
        """What a topic says: its people, times how far it stands out."""
        number, total = self.people.using[key], self.people.total
        usual = min(self.elsewhere.get(stem, self.seldom) for stem in key)
        return round(number * log(1 + number / total / usual) * SAYS[len(key)], 6)

    def _stands_out(self, stem: str) -> bool:
        """Whether a word is a topic by itself."""
        number, total = self.people.using[stem,], self.people.total
        usual = self.elsewhere.get(stem, self.seldom)
        if usual == NEARLY_ALL or stem in self.idle or stem in self.syllables:
            return False
        if total > FEW and number >= SUBJECT * total:
            return False
        by_chance = min(FEWEST_OF_FREQUENT, NO_CHANCE * total) if stem in self.elsewhere else 0
        enough = number >= max(by_chance, FEWEST, OF_A_WORD * sqrt(total))
        return enough and number / total >= STANDS_OUT * usual

    def _is_weak(self, stem: str) -> bool:
        return stem in self.idle or self.elsewhere.get(stem, 0) >= EVERYDAY


def _ground(talk: Talk, people: People, known: str) -> _Ground:
    said, language = talk
    spoken = {stem for key in people.using for stem in key}
    titles = known_stems(known, language)
    idle = {stem for stem in spoken if is_known(stem, titles)}
    return _Ground(
        elsewhere=shares_elsewhere(language),
        seldom=seldom(language),
        idle=feelings(said, spoken, language) | idle,
        syllables=frozenset(stem for stem in spoken if is_syllable(stem, language)),
        people=people,
    )

"""Punctuated documents made bare, as captions are, with the places where sentences begin."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from summarizer.language import detect
from summarizer.sentences.abbreviations import LONGEST, goes_on
from summarizer.sentences.words import hashes, plain
from tools.boundary.readers import Turns
from tools.boundary.texts import SOURCES, documents

SHINGLE, SAMPLED, SHARED = 8, 16, 0.03
"""Words of a shingle; one in so many is compared; the share that makes a document a judged one."""
HELD_BACK = 40
"""One document in so many is held back."""
SHORTEST = 60
"""Words of a document at least."""
ORDINALS = frozenset({"de", "pl", "tr"})
"""Languages that write a full stop after an ordinal number."""

_END = re.compile(r"[.!?…]+[\"'”’»)\]]* (?=[\"'“‘«„¿¡(\[—–-]*(?P<next>[^\W_]))")
_INITIAL = re.compile(r"\b[^\W\d_]$")


class Corpus(NamedTuple):
    """``tokens`` are numbers of ``words``; ``begins`` and ``large`` say so of each token."""

    words: NDArray[np.uint32]
    """Hash and hashed ending of each distinct word: n x 2."""
    tokens: NDArray[np.int32]
    begins: NDArray[np.bool_]
    large: NDArray[np.bool_]


class _Reading:
    """Grows a corpus."""

    def __init__(self) -> None:
        self.number: dict[str, int] = {}
        self.hashed: list[int] = []
        self._known: dict[str, tuple[int, bool]] = {}

    def document(self, turns: Turns, language: str, *, hyphens: bool) -> Corpus:
        """One document; its words stay in this reading."""
        tokens: list[int] = []
        begins: list[bool] = []
        large: list[bool] = []
        for turn in turns:
            turn = turn if hyphens else turn.replace("-", " ")  # noqa: PLW2901 - the same words
            for sentence in sentences_of(turn, language):
                found = [
                    pair for word in sentence.split() if (pair := self._known_as(word))[0] >= 0
                ]
                tokens += [number for number, _ in found]
                large += [capital for _, capital in found]
                begins += [i == 0 for i in range(len(found))]
        none = np.zeros((0, 2), np.uint32)
        return Corpus(none, np.array(tokens, np.int32), np.array(begins), np.array(large))

    def _known_as(self, raw: str) -> tuple[int, bool]:
        if raw not in self._known:
            word = plain(raw)
            number = self._numbered(word) if word else -1
            self._known[raw] = number, raw.strip("\"'“„«¿¡([-—")[:1].isupper()
        return self._known[raw]

    def _numbered(self, word: str) -> int:
        if word not in self.number:
            self.number[word] = len(self.number)
            self.hashed.append(hashes(word)[0])
        return self.number[word]

    def words(self) -> NDArray[np.uint32]:
        """The hashes of all words read."""
        return np.array([hashes(word) for word in self.number], np.uint32)


def build(language: str, mirror: Path, judged: NDArray[np.uint64]) -> tuple[Corpus, Corpus]:
    """What to learn from and what is held back; no document with many ``judged`` shingles.

    Nor one of another language, as a page that nobody has translated yet.
    """
    reading = _Reading()
    parts: tuple[list[Corpus], list[Corpus]] = ([], [])
    for source in SOURCES[language]:
        taken = left = 0
        for i, turns in enumerate(documents(source, mirror)):
            hyphens = zlib.crc32(f"{source.repository} {i}".encode()) % 2 == 0
            found = reading.document(turns, language, hyphens=hyphens)
            foreign = detect(" ".join(turns)) not in {language, None}
            if foreign or len(found.tokens) < SHORTEST or _is_judged(found, reading, judged):
                left += 1
                continue
            taken += len(found.tokens)
            times = 1 if i % HELD_BACK == 0 else source.times
            parts[i % HELD_BACK == 0].extend([found] * times)
        print(
            f"{language} {source.repository}: {taken} words, {left} documents left out", flush=True
        )
    words = reading.words()
    learnt, held = (_joined(words, part) for part in parts)
    usual = _usually_large(learnt, len(words))
    return _recased(learnt, usual), _recased(held, usual)


def sentences_of(text: str, language: str) -> Iterator[str]:
    """``text`` cut where it is punctuated: quicker than Punkt, and good enough to learn from."""
    begin = 0
    for end in _END.finditer(text):
        if _is_end(text[max(begin, end.start() - LONGEST) : end.start()], end, language):
            yield text[begin : end.end()]
            begin = end.end()
    yield text[begin:]


def _is_end(before: str, end: re.Match[str], language: str) -> bool:
    following = end["next"]
    if following.islower():
        return False
    if end[0] != ". ":
        return True
    if _INITIAL.search(before) or (language in ORDINALS and before[-1:].isdigit()):
        return False
    return not goes_on(before, following, language)


def texts_of(kit: Path) -> Iterator[str]:
    """All texts that the benchmark judges or shows."""
    for folder in ("boundaries", "reader", "summary", "ask"):
        for path in sorted((kit / folder).glob("*")):
            if path.suffix in {".jsonl", ".gz", ".json"}:
                yield from _strings(path)


def shingles_of(texts: Iterable[str]) -> NDArray[np.uint64]:
    """The sampled shingles of ``texts``, sorted."""
    found = [np.zeros(0, np.uint64)]
    for text in texts:
        words = [word for raw in text.split() if (word := plain(raw))]
        found.append(_shingles(np.array([hashes(word)[0] for word in words], np.uint64)))
    return np.unique(np.concatenate(found))


def _strings(path: Path) -> Iterator[str]:
    """One text a row: all its strings one after another."""
    import gzip

    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        rows = file.readlines() if ".jsonl" in path.name else [file.read()]
    for row in rows:
        yield " ".join(_leaves(json.loads(row)))


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key in value:
            yield from _leaves(value[key])
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(item)


def _shingles(words: NDArray[np.uint64]) -> NDArray[np.uint64]:
    if len(words) < SHINGLE:
        return np.zeros(0, np.uint64)
    size = len(words) - SHINGLE + 1
    mixed = np.zeros(size, np.uint64)
    for i in range(SHINGLE):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + words[i : i + size]
    mixed ^= mixed >> np.uint64(29)
    return np.asarray(mixed[mixed % np.uint64(SAMPLED) == 0])


def _is_judged(found: Corpus, reading: _Reading, judged: NDArray[np.uint64]) -> bool:
    own = _shingles(np.array([reading.hashed[t] for t in found.tokens], np.uint64))
    if not len(own):
        return False
    places = np.searchsorted(judged, own).clip(max=len(judged) - 1)
    return float((judged[places] == own).mean()) > SHARED


def _joined(words: NDArray[np.uint32], parts: list[Corpus]) -> Corpus:
    kinds = zip(*((p.tokens, p.begins, p.large) for p in parts), strict=True)
    tokens, begins, large = (np.concatenate(kind) for kind in kinds)
    return Corpus(words, tokens, begins, large)


def _usually_large(corpus: Corpus, size: int) -> NDArray[np.bool_]:
    """Whether a word has a capital inside of sentences."""
    inner = corpus.tokens[~corpus.begins]
    capitals = np.bincount(inner, corpus.large[~corpus.begins], size)
    return np.asarray(capitals > 0.5 * np.bincount(inner, minlength=size))


def _recased(corpus: Corpus, usual: NDArray[np.bool_]) -> Corpus:
    """First words in the case that they have elsewhere."""
    large = np.where(corpus.begins, usual[corpus.tokens], corpus.large)
    return corpus._replace(large=large)

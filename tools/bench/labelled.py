"""How well the project does on the sets that its own tests label, in percent."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from pathlib import Path
from statistics import mean
from typing import Any

from summarizer import (
    Options,
    classify_comments,
    clean_url,
    digest_page,
    find_links,
    read_page,
    split_sentences,
)
from summarizer.model import Cue, Page

TESTS = Path(__file__).resolve().parents[2] / "tests"
SETS = TESTS / "quality"

_FIELDS = ("title", "channel", "url", "description", "comments_stated")
_KIND = re.compile(r" \{([a-z]+)\}")
_CUE_WORDS = 8
_WORDS_A_SECOND = 2.5

Talk = list[tuple[str, str]]
"""The lines of a file in tests/quality/choice, each with its mark; see the text beside them."""


def figures() -> dict[str, float]:
    """Each figure by its name: pages, captions, talks, comments, links."""
    talks = [_talk(path) for path in sorted((SETS / "choice").glob("*.txt"))]
    words, starts = zip(*_captions(), strict=True)
    return {
        "reading": 100 * mean(_read_right(path) for path in (TESTS / "pages").glob("*.txt")),
        "captions, words": 100 * mean(words),
        "captions, starts": 100 * mean(starts),
        "captions, ends of sentences": 100 * mean(_ends_found(talk) for talk in talks),
        "choice, key sentences": 100 * mean(_shown(talk, "+") for talk in talks),
        "choice, never to be shown": 100 * mean(_shown(talk, "-") for talk in talks),
        "polarity": 100 * _polarity(),
        "links": 100 * _links(),
        "links, kinds": 100 * mean(_kinds_right()),
    }


def _read_right(path: Path) -> float:
    """The share of a page's facts that are read, what is read beside them counted as wrong."""
    page = read_page(path.read_bytes())  # its name is no title: it says what the page is for
    gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return _agreement(_facts(page), _expected(gold))


def _facts(page: Page) -> Iterator[tuple[object, ...]]:
    yield from ((name, getattr(page, name)) for name in _FIELDS)
    yield from (("cue", _second(cue.start), cue.speaker, cue.text) for cue in page.transcript)
    yield from (("comment", one.author, one.likes, one.text) for one in page.comments)


def _expected(gold: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    yield from ((name, gold[name]) for name in _FIELDS)
    yield from (("cue", _second(start), *cue) for start, *cue in gold["transcript"])
    yield from (("comment", author, likes, text) for author, likes, *_, text in gold["comments"])


def _second(start: float | None) -> int | None:
    return None if start is None else int(start)


def _captions() -> Iterator[tuple[float, bool]]:
    """Of each file how well its words agree with what is said, and whether it begins in time."""
    said = tomllib.loads((SETS / "captions" / "said.toml").read_text(encoding="utf-8"))
    for name, truth in said.items():
        cues = read_page((SETS / "captions" / name).read_bytes(), name).transcript
        words = _words(" ".join(cue.text for cue in cues))
        begins = bool(cues) and abs((cues[0].start or 0.0) - truth["start"]) < 1
        yield _agreement(words, _words(truth["words"])), begins


def _talk(path: Path) -> Talk:
    return [(line[0], line[2:]) for line in path.read_text(encoding="utf-8").splitlines()]


def _shown(talk: Talk, mark: str) -> float:
    """The share of lines with ``mark`` in a summary as long as all key sentences together."""
    (_, title), (_, description), *lines = talk
    starts = accumulate((_seconds(text) for _, text in lines), initial=0.0)
    cues = tuple(Cue(text, start) for (_, text), start in zip(lines, starts, strict=False))
    page = Page(title=title, description=description, transcript=cues)
    number = sum(kind == "+" for kind, _ in lines)
    chosen = {sentence.text for sentence in digest_page(page, Options(number)).summary}
    return sum(text in chosen for kind, text in lines if kind == mark) / number


def _ends_found(talk: Talk) -> float:
    """F1 of the ends of sentences in the talk's words alone, in lower case and eight a cue."""
    sentences = [_words(text) for _, text in talk[2:]]
    words = [word for sentence in sentences for word in sentence]
    cues = [
        Cue(" ".join(words[at : at + _CUE_WORDS]), at / _WORDS_A_SECOND)
        for at in range(0, len(words), _CUE_WORDS)
    ]
    found = accumulate(len(_words(sentence.text)) for sentence in split_sentences(cues))
    return _agreement(found, accumulate(map(len, sentences)))


def _seconds(text: str) -> float:
    return round(len(text.split()) / _WORDS_A_SECOND)


def _polarity() -> float:
    """The mean F1 of positive, neutral and negative over the labelled comments."""
    rows = _rows("polarity.tsv")
    said = classify_comments([text for _, text in rows])
    pairs = Counter[tuple[str, str]](
        (label, one) for (label, _), one in zip(rows, said, strict=True)
    )
    return mean(_f1(pairs, label) for label in ("positive", "neutral", "negative"))


def _f1(pairs: Mapping[tuple[str, str], int], label: str) -> float:
    """F1 of one label from how often each pair of what is meant and what is said occurs."""
    either = sum(count * pair.count(label) for pair, count in pairs.items())
    return 2 * pairs[label, label] / either


def _links() -> float:
    """How well the links that are found and cleaned agree with those that are meant."""
    found, meant = list[str](), list[str]()
    for number, (text, urls) in enumerate(_rows("links.tsv")):
        found += [f"{number} {clean_url(link.url)}" for link in find_links(text)]
        meant += [f"{number} {url}" for url in urls.split()]
    return _agreement(found, meant)


def _kinds_right() -> Iterator[bool]:
    """Whether each link of the marked descriptions is of the kind that it is marked with."""
    described = (SETS / "link_kinds.txt").read_text(encoding="utf-8")
    for head, text in re.findall(r"^## (.+)\n((?:(?!## ).*\n)+)", described, re.MULTILINE):
        found = find_links(_KIND.sub("", text), maker=head.partition(" | ")[2])
        marked = _KIND.findall(text)
        yield from (link.kind == kind for link, kind in zip(found, marked, strict=True))


def _rows(name: str) -> list[tuple[str, str]]:
    lines = (SETS / name).read_text(encoding="utf-8").splitlines()
    return [(first, second) for first, _, second in (line.partition("\t") for line in lines)]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _agreement(found: Iterable[object], meant: Iterable[object]) -> float:
    """F1 of two bags."""
    left, right = Counter(found), Counter(meant)
    return 2 * (left & right).total() / (left.total() + right.total())

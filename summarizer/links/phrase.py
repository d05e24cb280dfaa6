"""A few words of a line, word for word, that may stand as a label."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from summarizer.links.tables import table_words

_LETTER = re.compile(r"[^\W\d_]")
# Vowel signs and points belong to their word, though Python does not count them as letters.
MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e"
_EDGE = rf"[^\w{MARKS}#@$%&\"'«»„“”‘’()\[\]¿¡!?.…+/]|[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f]"
_START = re.compile(rf"(?:{_EDGE}|[)\]!?./…\"'»”’_+])+")
_END = re.compile(rf"(?:{_EDGE}|[(\[¿¡./…\"'«„“‘_+&@#])+\Z")
_PART = re.compile(r"[】|•·►▶▸→➜➡»«⇒⬇👇👉📌🔗]|\s[/~]\s|={2,}|>{1,}|<{1,}|\n")
_SENTENCE = re.compile(r"(?<=[.!?。！？])\s+|(?<=[。！？])")
_CLAUSE = re.compile(r"\s[-–—]+\s|[:：]\s|\s[:：]|[;]\s")
_COLON = re.compile(r"[:：]\s")
_TIME = re.compile(r"\A\W*(?:\d{1,2}:)?\d{1,2}:\d{2}(?!\d)|\A\s*\d{1,2}[.)]\s")
_ADDRESS = re.compile(r"https?://|www\.|\w\.\w{2,}/", re.IGNORECASE)
_REMARK = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")  # "(PDF)"
_LONG = 8  # words


def has_letters(text: str) -> bool:
    """Whether ``text`` holds a letter of any script."""
    return bool(_LETTER.search(text))


def is_address(text: str) -> bool:
    """Whether ``text`` holds an address."""
    return _ADDRESS.search(text) is not None


def only_points(text: str) -> bool:
    """Whether ``text`` says no more than "here", in many languages."""
    return has_letters(text) and not has_letters(_without_pointers(undecorated(text)))


def undecorated(text: str) -> str:
    """``text`` without the signs at its ends that only set it off."""
    text = _TIME.sub("", text)
    start = _START.match(text)
    text = text[start.end() :] if start else text
    # Backwards: the pattern for the end would try each place of a long run of signs.
    end = len(text)
    while end and _END.match(text, end - 1):
        end -= 1
    closed = _closed(text[:end])
    return " ".join(closed.split()) if len(closed) == end else undecorated(closed)


def _closed(text: str) -> str:
    """``text`` without brackets around it, or one at its end that nothing in it opened."""
    for opening, closing in ("()", "[]"):
        if text.startswith(opening) and text.find(closing) == len(text) - 1:
            return text[1:-1]
        if text.endswith(closing) and text.count(opening) < text.count(closing):
            return text[:-1]
    return text


@lru_cache(maxsize=256)
def last_phrase(text: str, *, joined: bool = False) -> str:
    """The last words of ``text`` that can name what follows them; "" where none can.

    ``joined``: a word that only joins ("and Threads:") may stand before them.
    """
    if not has_letters(text):
        return ""
    for part in reversed([p for p in _PART.split(text) if has_letters(p)][-3:]):
        for sentence in reversed(_SENTENCE.split(part)[-3:]):
            if found := _named(sentence, joined=joined):
                return found
    return ""


def first_phrase(text: str) -> str:
    """The words right behind a link that can name it; "" where the text just goes on."""
    part = next((p for p in _PART.split(text) if has_letters(p)), "")
    sentence = undecorated(next((s for s in _SENTENCE.split(part) if has_letters(s)), ""))
    plain = _ADDRESS.search(sentence) or len(sentence.split()) > _LONG
    return "" if plain else sentence


def _named(sentence: str, *, joined: bool) -> str:
    phrase = _without_pointers(undecorated(sentence))
    if joined or phrase.lower() in table_words("link_words", "joint"):
        phrase = _without_joint(phrase)
    if is_address(phrase) or not has_letters(phrase):
        return ""
    return _shortened(phrase)


def _without_pointers(phrase: str) -> str:
    """``phrase`` without "here", "now", "link:" at its end, in many languages."""
    pointers = table_words("link_words", "pointer")
    while (lowered := phrase.lower()).endswith(pointers):
        hits = (p for p in pointers if lowered.endswith(p) and _stands_alone(lowered, p))
        hit = max(hits, key=len, default="")
        if not hit:
            break
        phrase = undecorated(phrase[: -len(hit)])
    return phrase


def _stands_alone(phrase: str, word: str) -> bool:
    before = phrase[: -len(word)][-1:]
    return not before.isalnum() or before > "\u2e80"


def _without_joint(phrase: str) -> str:
    first, _, rest = phrase.partition(" ")
    return undecorated(rest) if first.lower() in table_words("link_words", "joint") else phrase


def _shortened(phrase: str) -> str:
    """A long sentence's last clause, or the noun it ends with."""
    if not _is_long(phrase):
        return _after_colon(phrase)
    clause = _without_pointers(
        undecorated([c for c in _CLAUSE.split(phrase) if has_letters(c)][-1])
    )
    if not _is_long(clause):
        return clause or phrase
    return _noun(clause) or clause


def _after_colon(phrase: str) -> str:
    """What "Follow us: Instagram" names: what follows a colon, where it is a social site."""
    last = _COLON.split(phrase)[-1]
    return last if last.lower() in table_words("link_words", "social") else phrase


def _is_long(phrase: str) -> bool:
    return len(phrase.split()) > _LONG


def _noun(clause: str) -> str:
    """What follows the last of the words that come before a sentence's last noun."""
    before = _before_purpose().split(clause)[0]
    *_, tail = _preposition().split(before)
    named = len(_REMARK.sub("", tail).split()) > 1
    return undecorated(tail) if named and not _is_long(tail) else ""


@cache
def _preposition() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of('before noun')})\s", re.IGNORECASE)


@cache
def _before_purpose() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_any_of('after noun')})\b", re.IGNORECASE)


def _any_of(key: str) -> str:
    return "|".join(map(re.escape, sorted(table_words("link_words", key), key=len, reverse=True)))

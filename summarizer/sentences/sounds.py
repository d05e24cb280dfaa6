"""Notes in brackets that captions write for what is heard or shown, not said."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.data import lines

_NOTE = re.compile(r"[\[(（【*]([^\[\]()（）【】*]{1,200})[\])）】*]")
# Vowel signs belong to their word, though Python does not count them as letters.
_WORD = re.compile(
    r"(?:[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0971-\u0dff])+"
)
_LONGEST = 40
"""Characters of a note that names sounds."""


def is_sound_word(word: str) -> bool:
    """Whether ``word``, in small letters, names a sound: "laughter"."""
    return word in _sounds()


def without_notes(text: str) -> str:
    """``text`` without the notes in brackets of what is heard or seen."""
    return _NOTE.sub(lambda note: " " if _is_noted(note[1], note[0][0]) else note[0], text)


def _is_noted(note: str, bracket: str) -> bool:
    """Whether a ``note`` behind an opening ``bracket`` names sounds, or what is seen.

    One such word is enough in the brackets that captions have for them.
    """
    words = _WORD.findall(note.lower())
    if bracket == "[" and _is_shown(note):
        return True
    known = [is_sound_word(word) for word in words] if len(note) <= _LONGEST else []
    return any(known) and (bracket == "[" or all(known))


def _is_shown(note: str) -> bool:
    """Whether a ``note`` says what stands on the screen: "GRAPHIC: a map", "Slide 4"."""
    folded = note.lower().strip()
    found = _shown().match(folded)
    if not found:
        return False
    rest = folded[found.end() :]
    return not rest.strip() or rest[0] in ":：-–—" or note.upper() == note or rest.strip().isdigit()


@lru_cache(maxsize=1)
def _sounds() -> frozenset[str]:
    return frozenset(lines("sound_marks.txt"))


@lru_cache(maxsize=1)
def _shown() -> re.Pattern[str]:
    phrases = sorted(lines("screen_marks.txt"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases))})(?!\w)")

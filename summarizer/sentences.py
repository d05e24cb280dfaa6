"""Cues to sentences: Punkt's boundaries, each sentence with the start of its cue."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from summarizer.model import Cue, Sentence

PUNKT_NAMES = {
    "cs": "czech", "da": "danish", "nl": "dutch", "en": "english", "et": "estonian",
    "fi": "finnish", "fr": "french", "de": "german", "el": "greek", "it": "italian",
    "ml": "malayalam", "no": "norwegian", "pl": "polish", "pt": "portuguese", "ru": "russian",
    "sl": "slovene", "es": "spanish", "sv": "swedish", "tr": "turkish",
}  # fmt: skip


def split_sentences(cues: Sequence[Cue], language: str | None = None) -> tuple[Sentence, ...]:
    """The sentences of ``cues`` joined by a blank, white space folded, in order."""
    texts = [" ".join(cue.text.split()) for cue in cues]
    kept = [(text, cue) for text, cue in zip(texts, cues, strict=True) if text]
    begins = list(accumulate((len(text) + 1 for text, _ in kept), initial=0))
    whole = " ".join(text for text, _ in kept)
    found = []
    for index, (begin, end) in enumerate(_spans(whole, language)):
        cue = kept[bisect_right(begins, begin) - 1][1]
        found.append(Sentence(index, whole[begin:end], cue.start, cue.speaker))
    return tuple(found)


def _spans(text: str, language: str | None) -> Iterable[tuple[int, int]]:
    import punkt

    name = PUNKT_NAMES.get(language or "", "english")
    begin = 0
    for sentence in punkt.sent_tokenize(text, name):
        begin = text.index(sentence, begin)
        if re.search(r"\w", sentence):
            yield begin, begin + len(sentence)
        begin += len(sentence)
